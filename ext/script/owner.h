/*
** Owners of names whose class is known only later: a query's, a command's, a table's; a text that may
** name members, and the parameter that it is given to.
*/
#ifndef WMI_SCRIPT_OWNER_H
#define WMI_SCRIPT_OWNER_H

#include "script/found.h"

#include <stdint.h>

/* A new owner; 0 without memory. */
uint32_t owner_new(struct script_found *found);
/* Says what an owner's names are members of. */
void owner_own(struct script_found *found, uint32_t owner, uint32_t of);
/* The names of the second owner are members of what those of the first are. */
void owner_join(struct script_found *found, uint32_t owner, uint32_t joined);
/* Names in a text are used as members of a class: not of another one, too. */
void owner_use(struct script_found *found, uint32_t owner, uint32_t of);

/* What the owner's names are members of, VALUE_UNKNOWN or VALUE_OTHER. */
uint32_t owner_owns(const struct script_found *found, uint32_t owner);

#endif
