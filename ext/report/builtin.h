/*
** What ext/tools/embed.c writes into the library's read-only data when the extension is built: the default
** report, and the release list (`release_list`, see release/list.h).
*/
#ifndef WMI_REPORT_BUILTIN_H
#define WMI_REPORT_BUILTIN_H

#include "report/report.h"

/* The image of data/wmi_members.csv, wmi_classes.csv and wmi_parameters.csv. */
const struct report *builtin_report(void);

#endif
