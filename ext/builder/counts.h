/*
** What there is to count in an image whose columns stand, and which builds stand for which. Private to
** the builder.
*/
#ifndef WMI_BUILDER_COUNTS_H
#define WMI_BUILDER_COUNTS_H

#include "builder/masks.h"

/* Fills the builds and the counts of cells. */
int layout_counts(struct report *report, const struct masks *masks);

/* Fills the slots of the builds. */
void layout_build_slots(struct report *report, const struct release_list *releases);

#endif
