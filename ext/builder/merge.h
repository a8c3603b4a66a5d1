/*
** Rows → members: orders the builder's rows by (class, member, namespace) and merges those of one
** member. Private to the builder.
*/
#ifndef WMI_BUILDER_MERGE_H
#define WMI_BUILDER_MERGE_H

#include "builder/merged.h"

/* Fills *merged, which starts as {0} and is freed with merge_free() whatever this returns. */
int merge_rows(const struct builder *builder, struct merged *merged, struct error *error);
void merge_free(struct merged *merged);

#endif
