#include "builder/order.h"

#include <stddef.h>
#include <stdlib.h>

static uint32_t *new_numbers(size_t count) {
    return memory_alloc((count + 1) * sizeof(uint32_t));
}

/* --- By name --- */

static void fill_names(struct row_order *order, const struct builder *builder,
                       const struct merged *merged) {
    const struct row *rows = builder->rows.items;
    const struct definition *definitions = builder->definitions.items.items;
    for (size_t i = 0; i < builder->rows.count; i++)
        order->names[i] = (struct row_names){
            .class_name = merged_rank(builder, merged, rows[i].class_spelling),
            .member = merged_rank(builder, merged, definitions[rows[i].definition].spelling),
            .namespace_name = merged_namespace(builder, merged, rows[i].namespace_spelling)};
}

/* What sorting needs for itself. */
struct sorting {
    uint32_t *from;   /* by place: the row before the sort at hand; owned */
    uint32_t *starts; /* by key; owned */
};

/* One counting sort: linear, and stable. The key stands at `offset` of a row's names and is less than
** `keys`. */
static void sort_by(struct row_order *order, struct sorting *sorting, uint32_t rows, size_t offset,
                    size_t keys) {
    const char *key_at = (const char *)order->names + offset;
    uint32_t *starts = sorting->starts, *from = order->rows;
    order->rows = sorting->from;
    sorting->from = from;
    memset(starts, 0, (keys + 1) * sizeof *starts);
    for (uint32_t i = 0; i < rows; i++)
        starts[*(const uint32_t *)(const void *)(key_at + i * sizeof *order->names) + 1]++;
    for (size_t i = 0; i < keys; i++)
        starts[i + 1] += starts[i];
    for (uint32_t i = 0; i < rows; i++) {
        size_t at = from[i] * sizeof *order->names;
        order->rows[starts[*(const uint32_t *)(const void *)(key_at + at)]++] = from[i];
    }
}

int order_rows(struct row_order *order, const struct builder *builder,
               const struct merged *merged) {
    uint32_t rows = (uint32_t)builder->rows.count;
    size_t names = builder->spellings.names.count;
    size_t namespaces = builder->namespaces.names.count + 1;
    struct sorting sorting = {new_numbers(rows),
                              new_numbers(names > namespaces ? names : namespaces)};
    order->rows = new_numbers(rows);
    order->names = memory_alloc((rows + (size_t)1) * sizeof *order->names);
    bool is_there = sorting.from && sorting.starts && order->rows && order->names;
    if (is_there) {
        fill_names(order, builder, merged);
        for (uint32_t i = 0; i < rows; i++)
            order->rows[i] = i;
        if (namespaces > 1)
            sort_by(order, &sorting, rows, offsetof(struct row_names, namespace_name), namespaces);
        sort_by(order, &sorting, rows, offsetof(struct row_names, member), names);
        sort_by(order, &sorting, rows, offsetof(struct row_names, class_name), names);
    }
    memory_free(sorting.from);
    memory_free(sorting.starts);
    return is_there ? ERROR_NONE : ERROR_MEMORY;
}

void order_free(struct row_order *order) {
    memory_free(order->rows);
    memory_free(order->names);
    *order = (struct row_order){0};
}

/* --- By spelling --- */

struct spelled {
    uint32_t class_spelling, member_spelling;
    uint32_t row;
};

static int by_spelling(const void *a, const void *b) {
    const struct spelled *left = a, *right = b;
    if (left->class_spelling != right->class_spelling)
        return left->class_spelling < right->class_spelling ? -1 : 1;
    if (left->member_spelling != right->member_spelling)
        return left->member_spelling < right->member_spelling ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

int order_by_spelling(uint32_t *rows, size_t count, const struct builder *builder) {
    const struct row *all = builder->rows.items;
    const struct definition *definitions = builder->definitions.items.items;
    struct spelled *spelled = memory_alloc(count * sizeof *spelled);
    if (!spelled)
        return ERROR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const struct row *row = &all[rows[i]];
        spelled[i] =
            (struct spelled){row->class_spelling, definitions[row->definition].spelling, rows[i]};
    }
    qsort(spelled, count, sizeof *spelled, by_spelling);
    for (size_t i = 0; i < count; i++)
        rows[i] = spelled[i].row;
    memory_free(spelled);
    return ERROR_NONE;
}
