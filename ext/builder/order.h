/*
** The rows of the builder in the order of the report. Private to the builder.
*/
#ifndef WMI_BUILDER_ORDER_H
#define WMI_BUILDER_ORDER_H

#include "builder/merged.h"

/* What a row is of, in ranks: names by their number in NOCASE order. */
struct row_names {
    uint32_t class_name, member;
    uint32_t namespace_name; /* its rank + 1, or 0 for none */
};

/* Starts as {0}. Both arrays are owned. */
struct row_order {
    uint32_t *rows;          /* by (class, member, namespace); equal ones as they were read */
    struct row_names *names; /* by row */
};

/* Orders all rows, when the names of *merged are ranked. */
int order_rows(struct row_order *order, const struct builder *builder, const struct merged *merged);
void order_free(struct row_order *order);

/* Are they rows of one member? */
static inline bool order_same(const struct row_order *order, uint32_t a, uint32_t b) {
    const struct row_names *left = &order->names[a], *right = &order->names[b];
    return left->member == right->member && left->class_name == right->class_name &&
           left->namespace_name == right->namespace_name;
}

/* Orders `count` rows of one member by their spelling, then as they were read. */
int order_by_spelling(uint32_t *rows, size_t count, const struct builder *builder);

#endif
