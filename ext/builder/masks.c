#include "builder/masks.h"
#include "base/order.h"

#include <stdlib.h>

/* --- Builds --- */

static uint32_t build_index(const struct masks *masks, uint32_t number) {
    const uint32_t *found = bsearch(&number, masks->builds, masks->build_count,
                                    sizeof *masks->builds, order_descending);
    assert(found);
    return (uint32_t)(found - masks->builds);
}

/* Every build that a source speaks of, once. */
static int merge_builds(struct masks *masks, const struct builder *builder, struct error *error) {
    const struct array *columns = &builder->columns;
    masks->builds = memory_alloc((columns->count + 1) * sizeof *masks->builds);
    if (!masks->builds)
        return ERROR_MEMORY;
    memcpy(masks->builds, columns->items, columns->count * sizeof *masks->builds);
    qsort(masks->builds, columns->count, sizeof *masks->builds, order_descending);
    uint32_t count = 0;
    for (size_t i = 0; i < columns->count; i++)
        if (!count || masks->builds[count - 1] != masks->builds[i])
            masks->builds[count++] = masks->builds[i];
    if (count > REPORT_BUILDS_MAX)
        return error_set(error, ERROR_INPUT,
                         "found %u builds in all sources together, expected at most %d", count,
                         REPORT_BUILDS_MAX);
    masks->build_count = count;
    masks->words = (count + 63) / 64;
    return ERROR_NONE;
}

/* --- From the columns of sources to those of the report --- */

static uint64_t bit_at(const uint64_t *mask, uint32_t bit) {
    return mask[bit / 64] >> (bit % 64) & 1;
}

/* Turns the bits of every distinct row of cells. */
static void turn_cells(struct masks *masks, const struct builder *builder) {
    const struct source *sources = builder->sources.items;
    const uint32_t *columns = builder->columns.items;
    for (size_t i = 0; i < builder->cells.runs.count; i++) {
        const uint64_t *cells = unique_run_words(&builder->cells, (uint32_t)i);
        const struct source *source = &sources[cells[0]];
        uint64_t *mask = masks->all + i * REPORT_MASKS * masks->words;
        for (uint32_t column = 0; column < source->column_count; column++) {
            uint32_t build = build_index(masks, columns[source->first_column + column]);
            for (uint32_t which = 0; which < REPORT_MASKS; which++)
                mask[which * masks->words + build / 64] |=
                    bit_at(cells + 1 + which * source->words, column) << (build % 64);
        }
    }
}

/* Notes for each namespace the builds of the complete sources that have a row in it. */
static void note_complete(struct masks *masks, const struct builder *builder) {
    const struct row *rows = builder->rows.items;
    const uint32_t *columns = builder->columns.items;
    for (size_t i = 0; i < builder->rows.count; i++) {
        if (rows[i].cells == ROWS_NO_CELLS)
            continue;
        const struct source *source = masks_source(builder, &rows[i]);
        uint32_t namespace_name = row_namespace(builder, rows[i].namespace_spelling);
        uint64_t *complete = masks->complete + (size_t)namespace_name * masks->words;
        for (uint32_t column = 0; source->complete && column < source->column_count; column++) {
            uint32_t build = build_index(masks, columns[source->first_column + column]);
            complete[build / 64] |= UINT64_C(1) << (build % 64);
        }
    }
}

int masks_make(struct masks *masks, const struct builder *builder, struct error *error) {
    TRY(merge_builds(masks, builder, error));
    size_t words = REPORT_MASKS * (builder->cells.runs.count + 1) * masks->words;
    size_t complete = (builder->namespaces.names.count + 1) * masks->words;
    masks->all = memory_alloc((words + 1) * sizeof *masks->all);
    masks->complete = memory_alloc((complete + 1) * sizeof *masks->complete);
    if (!masks->all || !masks->complete)
        return ERROR_MEMORY;
    memset(masks->all, 0, words * sizeof *masks->all);
    memset(masks->complete, 0, complete * sizeof *masks->complete);
    turn_cells(masks, builder);
    const struct source *sources = builder->sources.items;
    for (size_t i = 0; i < builder->sources.count; i++)
        masks->has_complete |= sources[i].complete;
    if (masks->has_complete)
        note_complete(masks, builder);
    masks->has_complete |= builder->has_all_members;
    return ERROR_NONE;
}

int masks_make_members(struct masks *masks, size_t class_count) {
    size_t size = 2 * class_count * masks->words * sizeof *masks->members;
    if (!masks->has_complete)
        return ERROR_NONE;
    masks->members = memory_alloc(size + 1);
    if (!masks->members)
        return ERROR_MEMORY;
    memset(masks->members, 0, size);
    return ERROR_NONE;
}

void masks_note_members(struct masks *masks, const struct builder *builder,
                        const struct class_fact *fact, uint32_t class_index) {
    const struct source *source = (const struct source *)builder->sources.items + fact->source;
    const uint32_t *columns = builder->columns.items;
    if (!masks->has_complete || fact->members == BUILDER_MEMBERS_AS_SOURCE)
        return;
    uint64_t *members = masks->members + (size_t)class_index * 2 * masks->words;
    if (fact->members == BUILDER_MEMBERS_SOME)
        members += masks->words;
    for (uint32_t column = 0; column < source->column_count; column++) {
        uint32_t build = build_index(masks, columns[source->first_column + column]);
        members[build / 64] |= UINT64_C(1) << (build % 64);
    }
}

void masks_free(struct masks *masks) {
    memory_free(masks->builds);
    memory_free(masks->all);
    memory_free(masks->complete);
    memory_free(masks->members);
    *masks = (struct masks){0};
}

/* --- What cells say --- */

const struct source *masks_source(const struct builder *builder, const struct row *row) {
    assert(row->cells != ROWS_NO_CELLS);
    const uint64_t *cells = unique_run_words(&builder->cells, row->cells);
    return (const struct source *)builder->sources.items + cells[0];
}

uint32_t masks_newest(const struct masks *masks, const uint64_t *cells) {
    for (uint32_t build = 0; build < masks->build_count; build++)
        if (bit_at(cells, build))
            return build;
    return masks->build_count;
}

uint32_t masks_contradiction(const struct masks *masks, const uint64_t *a, const uint64_t *b) {
    const uint32_t known = MASK_KNOWN * masks->words, inferred = MASK_INFERRED * masks->words;
    for (uint32_t i = 0; i < masks->words; i++) {
        uint64_t differs =
            (a[i] ^ b[i]) & a[known + i] & b[known + i] & ~(a[inferred + i] ^ b[inferred + i]);
        for (uint32_t bit = 0; differs && bit < 64; bit++)
            if (differs >> bit & 1)
                return i * 64 + bit;
    }
    return REPORT_NONE;
}

/* Replaces in one word of each mask the bits of `taken` by the other's. */
static void take(const struct masks *masks, uint64_t *cells, const uint64_t *others, uint32_t word,
                 uint64_t taken) {
    for (uint32_t which = 0; which < REPORT_MASKS; which++) {
        uint32_t i = which * masks->words + word;
        cells[i] = (cells[i] & ~taken) | (others[i] & taken);
    }
}

void masks_add(const struct masks *masks, uint64_t *cells, const uint64_t *others) {
    const uint32_t known = MASK_KNOWN * masks->words, inferred = MASK_INFERRED * masks->words;
    for (uint32_t i = 0; i < masks->words; i++)
        take(masks, cells, others, i,
             others[known + i] &
                 (~cells[known + i] | (cells[inferred + i] & ~others[inferred + i])));
}

void masks_add_spelling(const struct masks *masks, uint64_t *cells, const uint64_t *others) {
    const uint32_t known = MASK_KNOWN * masks->words, inferred = MASK_INFERRED * masks->words;
    for (uint32_t i = 0; i < masks->words; i++) {
        uint64_t seen = ~(cells[i] ^ others[i]) & cells[inferred + i] & ~others[inferred + i];
        take(masks, cells, others, i,
             others[known + i] & (~cells[known + i] | (others[i] & ~cells[i]) | seen));
    }
}

bool masks_add_complete(const struct masks *masks, uint64_t *cells, uint32_t namespace_name,
                        uint32_t class_index) {
    const uint64_t *complete = masks->complete + (size_t)namespace_name * masks->words;
    uint64_t *known = cells + MASK_KNOWN * masks->words, added = 0;
    if (!masks->has_complete)
        return false;
    const uint64_t *all = masks->members + (size_t)class_index * 2 * masks->words;
    const uint64_t *some = all + masks->words;
    for (uint32_t i = 0; i < masks->words; i++) {
        uint64_t listed = (complete[i] & ~some[i]) | all[i];
        added |= listed & ~known[i];
        known[i] |= listed;
    }
    return added != 0;
}
