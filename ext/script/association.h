/*
** What stands at the ends of an association. The report says that its ends are references, not of what;
** these are the ones that scripts follow without saying what they look for.
*/
#ifndef WMI_SCRIPT_ASSOCIATION_H
#define WMI_SCRIPT_ASSOCIATION_H

#include "script/found.h"

#include <stdint.h>

/* The class at the other end of an association from that of `source`; VALUE_UNKNOWN where it is not
** known, or either may be meant. */
uint32_t association_end(const struct script_found *found, uint32_t association, uint32_t source);

#endif
