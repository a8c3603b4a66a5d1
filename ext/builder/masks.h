/*
** The cells of rows, in the columns of the report to be. Private to the builder.
*/
#ifndef WMI_BUILDER_MASKS_H
#define WMI_BUILDER_MASKS_H

#include "builder/rows.h"

#define MASKS_WORDS_MAX (REPORT_MASKS * ((REPORT_BUILDS_MAX + 63) / 64))

/* All arrays are owned. A row's cells are REPORT_MASKS masks of `words` words. */
struct masks {
    uint32_t *builds; /* newest first */
    uint32_t build_count;
    uint32_t words;     /* in one mask */
    uint64_t *all;      /* by the builder's cells, and behind them those of a row without cells */
    uint64_t *complete; /* by namespace: the builds of complete sources that speak of it */
    uint64_t *members;  /* by class, two masks: the builds of sources that have all of its members,
                        ** and of those that have some; NULL where no class needs them */
    bool has_complete;  /* which cells are absent depends on namespace or class */
};

/* Fills *masks, which starts as {0} and is freed with masks_free() whatever this returns. */
int masks_make(struct masks *masks, const struct builder *builder, struct error *error);
void masks_free(struct masks *masks);

/* The namespace of a row: 0 for none. */
static inline uint32_t row_namespace(const struct builder *builder, uint32_t namespace_spelling) {
    return namespace_spelling ? spelling_at(&builder->namespaces, namespace_spelling - 1).name + 1
                              : 0;
}

/* Where the row's cells stand among all. */
static inline uint32_t masks_index(const struct builder *builder, const struct row *row) {
    return row->cells == ROWS_NO_CELLS ? (uint32_t)builder->cells.runs.count : row->cells;
}

static inline const uint64_t *masks_of(const struct masks *masks, const struct builder *builder,
                                       const struct row *row) {
    return masks->all + (size_t)masks_index(builder, row) * REPORT_MASKS * masks->words;
}

/* The source that a row with cells comes from. */
const struct source *masks_source(const struct builder *builder, const struct row *row);

/* The newest build on which the cells say present (0 is the newest), or the number of builds. */
uint32_t masks_newest(const struct masks *masks, const uint64_t *cells);

/* The first build on which one says present and the other absent, and both have seen it or both have
** inferred it; or REPORT_NONE. */
uint32_t masks_contradiction(const struct masks *masks, const uint64_t *a, const uint64_t *b);

/* Adds what other cells of one spelling say, which do not contradict: what is seen replaces what is
** inferred. */
void masks_add(const struct masks *masks, uint64_t *cells, const uint64_t *others);

/* Adds what another spelling says: present replaces absent. */
void masks_add_spelling(const struct masks *masks, uint64_t *cells, const uint64_t *others);

/* Makes room for what sources say of the members of classes, and notes what one says of one. */
int masks_make_members(struct masks *masks, size_t class_count);
void masks_note_members(struct masks *masks, const struct builder *builder,
                        const struct class_fact *fact, uint32_t class_index);

/* Marks as absent what sources do not list that have all members of that class, or all there is in
** that namespace. Does that change the cells? */
bool masks_add_complete(const struct masks *masks, uint64_t *cells, uint32_t namespace_name,
                        uint32_t class_index);

#endif
