/*
** Merged members → the report image. Private to the builder: layout.c makes the block, columns.c says
** what stands in its columns, counts.c what there is to count and which builds stand for which.
*/
#ifndef WMI_BUILDER_LAYOUT_H
#define WMI_BUILDER_LAYOUT_H

#include "builder/merge.h"

/* The texts of struct builder_origin, in the pool. */
struct layout_origin {
    uint32_t source, format, encoding, sha256;
};

/* Merges the rows and writes the image; see builder_finish(). */
int layout_report(const struct builder *builder, const struct layout_origin *origin,
                  const struct release_list *releases, struct report **report, struct error *error);

/* --- Columns, before it is known how wide they are --- */

#define LAYOUT_COLUMNS_MAX 48

struct layout_column {
    struct report_column *column; /* in the head */
    uint32_t *numbers;            /* owned */
    uint32_t count;
};

struct layout {
    const struct builder *builder;
    const struct merged *merged;
    struct report head;
    struct layout_column columns[LAYOUT_COLUMNS_MAX];
    uint32_t column_count;
};

/* Fills all columns. */
int layout_columns(struct layout *layout);

/* --- What is written when the columns stand in the image --- */

/* The place of an array in the image that is being written. */
static inline void *layout_at(struct report *report, struct report_array array) {
    return (char *)report + array.offset;
}

/* Fills the builds and the counts of cells. */
int layout_counts(struct report *report, const struct masks *masks);

/* Fills the slots of the builds. */
void layout_build_slots(struct report *report, const struct release_list *releases);

#endif
