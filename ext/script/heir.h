/*
** A query for a general class, CIM_DiskDrive, gives instances of the classes that descend from it,
** Win32_DiskDrive, with all that they have.
*/
#ifndef WMI_SCRIPT_HEIR_H
#define WMI_SCRIPT_HEIR_H

#include "report/report.h"

#include <stddef.h>
#include <stdint.h>

/* The member of that name (an index into the names) which one class alone of those that descend
** from the class, one of CIM's, has; or REPORT_NONE. */
uint32_t heir_member(const struct report *report, uint32_t class_index, uint32_t name);

#endif
