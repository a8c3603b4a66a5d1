/*
** The texts of amendments (.mfl) → the members that they are for.
*/
#ifndef WMI_MOF_AMEND_H
#define WMI_MOF_AMEND_H

#include "mof/schema.h"

/* Texts for a class or member that no file declares are dropped. */
void mof_amend(struct mof_schema *schema);

#endif
