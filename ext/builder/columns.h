/*
** The image to be: its head, and its columns before it is known how wide they are. Private to the
** builder.
*/
#ifndef WMI_BUILDER_COLUMNS_H
#define WMI_BUILDER_COLUMNS_H

#include "builder/merged.h"

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

/* The place of an array in the image that is being written. */
static inline void *layout_at(struct report *report, struct report_array array) {
    return (char *)report + array.offset;
}

#endif
