#include "builder/merge.h"
#include "base/order.h"
#include "base/quote.h"
#include "base/text.h"

#include <stdlib.h>

/* What merging needs besides its result. All arrays are owned. */
struct work {
    const struct builder *builder;
    struct merged *merged;
    struct error *error;
    uint32_t *ranks;       /* of each name, in NOCASE order */
    uint32_t *order;       /* row indexes, by (class, member), then by spelling */
    uint64_t *masks;       /* by cells: present and known bits in the report's own columns */
    uint32_t *patterns;    /* by cells: the pattern, or UINT32_MAX while unknown */
    uint32_t *definitions; /* by definition: the merged one, or UINT32_MAX while unknown */
    uint64_t *complete;    /* the builds of complete sources */
    bool is_simple;        /* no name has two spellings */
};

static const struct row *row_at(const struct work *work, uint32_t row) {
    return (const struct row *)work->builder->rows.items + row;
}

static const struct definition *definition_of(const struct work *work, uint32_t row) {
    const struct definition *definitions = work->builder->definitions.items.items;
    return &definitions[row_at(work, row)->definition];
}

static uint32_t name_of(const struct work *work, uint32_t spelling) {
    return ((const struct spelling *)work->builder->spellings.items)[spelling].name;
}

static uint32_t *alloc_indexes(size_t count) {
    if (count > SIZE_MAX / sizeof(uint32_t) - 1)
        return NULL;
    return memory_alloc((count + 1) * sizeof(uint32_t));
}

/* --- Builds --- */

static uint32_t build_index(const struct merged *merged, uint32_t number) {
    const uint32_t *found = bsearch(&number, merged->builds, merged->build_count,
                                    sizeof *merged->builds, order_descending);
    return (uint32_t)(found - merged->builds);
}

/* Every build that a source speaks of, once. */
static int merge_builds(struct work *work) {
    struct merged *merged = work->merged;
    const struct array *columns = &work->builder->columns;
    merged->builds = alloc_indexes(columns->count);
    if (!merged->builds)
        return ERROR_MEMORY;
    memcpy(merged->builds, columns->items, columns->count * sizeof *merged->builds);
    qsort(merged->builds, columns->count, sizeof *merged->builds, order_descending);
    uint32_t count = 0;
    for (size_t i = 0; i < columns->count; i++)
        if (!count || merged->builds[count - 1] != merged->builds[i])
            merged->builds[count++] = merged->builds[i];
    if (count > REPORT_BUILDS_MAX)
        return error_set(work->error, ERROR_INPUT,
                         "found %u builds in all sources together, expected at most %d", count,
                         REPORT_BUILDS_MAX);
    merged->build_count = count;
    merged->words = (count + 63) / 64;
    return ERROR_NONE;
}

static const struct source *source_of(const struct work *work, uint32_t row) {
    const uint64_t *cells = unique_run_words(&work->builder->cells, row_at(work, row)->cells);
    return (const struct source *)work->builder->sources.items + cells[0];
}

/* Turns the bits of every distinct row of cells from its source's columns to the report's. */
static int merge_masks(struct work *work) {
    const struct builder *builder = work->builder;
    const struct source *sources = builder->sources.items;
    const uint32_t *columns = builder->columns.items;
    uint32_t words = work->merged->words;
    size_t count = builder->cells.runs.count;
    work->masks = memory_alloc((count + 1) * 2 * words * sizeof *work->masks);
    work->patterns = alloc_indexes(count);
    work->complete = memory_alloc(words * sizeof *work->complete);
    if (!work->masks || !work->patterns || !work->complete)
        return ERROR_MEMORY;
    memset(work->masks, 0, (count + 1) * 2 * words * sizeof *work->masks);
    memset(work->patterns, 0xff, count * sizeof *work->patterns);
    memset(work->complete, 0, words * sizeof *work->complete);
    for (size_t i = 0; i < count; i++) {
        const uint64_t *cells = unique_run_words(&builder->cells, (uint32_t)i);
        const struct source *source = &sources[cells[0]];
        uint64_t *mask = work->masks + i * 2 * words;
        for (uint32_t column = 0; column < source->column_count; column++) {
            uint32_t build = build_index(work->merged, columns[source->first_column + column]);
            uint64_t present = cells[1 + column / 64] >> (column % 64) & 1;
            uint64_t known = cells[1 + source->words + column / 64] >> (column % 64) & 1;
            mask[build / 64] |= present << (build % 64);
            mask[words + build / 64] |= (known | present) << (build % 64);
        }
    }
    for (size_t i = 0; i < builder->sources.count; i++) {
        for (uint32_t column = 0; sources[i].complete && column < sources[i].column_count;
             column++) {
            uint32_t build = build_index(work->merged, columns[sources[i].first_column + column]);
            work->complete[build / 64] |= UINT64_C(1) << (build % 64);
        }
    }
    return ERROR_NONE;
}

/* --- Order --- */

struct ranked_name {
    const char *text;
    uint32_t name;
};

static int by_name(const void *a, const void *b) {
    const char *left = ((const struct ranked_name *)a)->text;
    const char *right = ((const struct ranked_name *)b)->text;
    return text_compare_nocase(left, strlen(left), right, strlen(right));
}

static int rank_names(struct work *work) {
    const struct builder *builder = work->builder;
    const uint32_t *first_spellings = builder->names.items;
    uint32_t count = (uint32_t)builder->names.count;
    struct ranked_name *names = memory_alloc(count * sizeof *names);
    work->ranks = alloc_indexes(count);
    work->merged->name_spellings = alloc_indexes(count);
    work->merged->name_hashes = memory_alloc(count * sizeof *work->merged->name_hashes);
    int code = ERROR_MEMORY;
    if (names && work->ranks && work->merged->name_spellings && work->merged->name_hashes) {
        code = ERROR_NONE;
        for (uint32_t i = 0; i < count; i++)
            names[i] = (struct ranked_name){spelling_text(builder, first_spellings[i]), i};
        qsort(names, count, sizeof *names, by_name);
        for (uint32_t i = 0; i < count; i++) {
            work->ranks[names[i].name] = i;
            work->merged->name_spellings[i] = first_spellings[names[i].name];
            work->merged->name_hashes[i] = text_hash_nocase(names[i].text, strlen(names[i].text));
        }
        work->merged->name_count = count;
    }
    memory_free(names);
    return code;
}

/* The keys by which rows are ordered, the least significant first. */
enum order_key { MEMBER_SPELLING, CLASS_SPELLING, MEMBER_NAME, CLASS_NAME, ORDER_KEYS };

static uint32_t key_of(const struct work *work, uint32_t row, enum order_key key) {
    bool is_class = key == CLASS_SPELLING || key == CLASS_NAME;
    uint32_t spelling =
        is_class ? row_at(work, row)->class_spelling : definition_of(work, row)->spelling;
    if (key == MEMBER_SPELLING || key == CLASS_SPELLING)
        return spelling;
    return work->ranks[name_of(work, spelling)];
}

/* Orders the rows with one counting sort per key: linear, and stable, so that equal rows stay in
** the order in which they were read. */
static int order_rows(struct work *work) {
    const struct builder *builder = work->builder;
    uint32_t rows = (uint32_t)builder->rows.count;
    size_t spellings = builder->spellings.count;
    work->order = alloc_indexes(rows);
    uint32_t *from = alloc_indexes(rows);
    uint32_t *starts = alloc_indexes(spellings + 1);
    int code = ERROR_MEMORY;
    if (work->order && from && starts) {
        code = ERROR_NONE;
        for (uint32_t i = 0; i < rows; i++)
            work->order[i] = i;
        /* Where no name has two spellings, ordering by name is enough. */
        for (int key = work->is_simple ? MEMBER_NAME : MEMBER_SPELLING; key < ORDER_KEYS; key++) {
            memcpy(from, work->order, rows * sizeof *from);
            memset(starts, 0, (spellings + 1) * sizeof *starts);
            for (uint32_t i = 0; i < rows; i++)
                starts[key_of(work, i, (enum order_key)key) + 1]++;
            for (size_t i = 0; i < spellings; i++)
                starts[i + 1] += starts[i];
            for (uint32_t i = 0; i < rows; i++)
                work->order[starts[key_of(work, from[i], (enum order_key)key)]++] = from[i];
        }
    }
    memory_free(from);
    memory_free(starts);
    return code;
}

/* --- Merging --- */

static const uint64_t *mask_of(const struct work *work, uint32_t row) {
    return work->masks + (size_t)row_at(work, row)->cells * 2 * work->merged->words;
}

/* The newest build on which the row is available (0 is the newest), or the number of builds. */
static uint32_t newest_build(const struct work *work, uint32_t row) {
    const uint64_t *mask = mask_of(work, row);
    for (uint32_t build = 0; build < work->merged->build_count; build++)
        if (mask[build / 64] >> (build % 64) & 1)
            return build;
    return work->merged->build_count;
}

/* Is row `a` to be kept rather than `b`: available on a newer build, or read before it? */
static bool is_newer(const struct work *work, uint32_t a, uint32_t b) {
    uint32_t newest_a = newest_build(work, a), newest_b = newest_build(work, b);
    return newest_a < newest_b || (newest_a == newest_b && a < b);
}

static bool same_spelling(const struct work *work, uint32_t a, uint32_t b) {
    return row_at(work, a)->class_spelling == row_at(work, b)->class_spelling &&
           definition_of(work, a)->spelling == definition_of(work, b)->spelling;
}

/* The first build on which one mask says present and the other absent, or UINT32_MAX. */
static uint32_t contradiction(const struct work *work, const uint64_t *a, const uint64_t *b) {
    uint32_t words = work->merged->words;
    for (uint32_t build = 0; build < work->merged->build_count; build++) {
        uint32_t word = build / 64;
        uint64_t differs = (a[word] ^ b[word]) & a[words + word] & b[words + word];
        if (differs >> (build % 64) & 1)
            return build;
    }
    return UINT32_MAX;
}

static int contradiction_error(const struct work *work, const uint32_t *earlier, uint32_t row,
                               uint32_t build) {
    uint64_t bit = UINT64_C(1) << (build % 64);
    /* An earlier row of the spelling said so, or there were no contradiction. */
    while (!(mask_of(work, *earlier)[work->merged->words + build / 64] & bit))
        earlier++;
    const struct source *source = source_of(work, row);
    const struct source *other = source_of(work, *earlier);
    bool present = mask_of(work, row)[build / 64] & bit;
    const char *class_name = spelling_text(work->builder, row_at(work, row)->class_spelling);
    const char *member = spelling_text(work->builder, definition_of(work, row)->spelling);
    struct quote quote;
    return error_set(work->error, ERROR_INPUT,
                     "%s:%u: column %u: found %s %s, expected it %s as %s:%u says", source->path,
                     row_at(work, row)->line, work->merged->builds[build],
                     quote_member(&quote, (struct text){class_name, strlen(class_name)},
                                  (struct text){member, strlen(member)}),
                     present ? "available" : "absent", present ? "absent" : "available",
                     other->path, row_at(work, *earlier)->line);
}

/* Merges the cells of the rows of one member into `mask`; rows of one spelling stand together. */
static int merge_cells(const struct work *work, const uint32_t *rows, uint32_t count,
                       uint64_t *mask) {
    uint32_t words = 2 * work->merged->words;
    uint64_t spelling_mask[2 * ((REPORT_BUILDS_MAX + 63) / 64)];
    memset(mask, 0, words * sizeof *mask);
    uint32_t first = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint64_t *row_mask = mask_of(work, rows[i]);
        if (i == 0 || !same_spelling(work, rows[i], rows[first])) {
            memset(spelling_mask, 0, words * sizeof *spelling_mask);
            first = i;
        }
        uint32_t build = contradiction(work, spelling_mask, row_mask);
        if (build != UINT32_MAX)
            return contradiction_error(work, rows + first, rows[i], build);
        for (uint32_t word = 0; word < words; word++) {
            spelling_mask[word] |= row_mask[word];
            mask[word] |= row_mask[word];
        }
    }
    return ERROR_NONE;
}

static int add_pattern(struct work *work, const uint64_t *mask, uint32_t *pattern) {
    uint64_t words[2 * ((REPORT_BUILDS_MAX + 63) / 64)];
    uint32_t half = work->merged->words;
    memcpy(words, mask, 2 * half * sizeof *words);
    for (uint32_t i = 0; i < half; i++)
        words[half + i] |= work->complete[i];
    return unique_runs_add(&work->merged->patterns, words, 2 * half, pattern);
}

static int add_definition(struct work *work, const struct definition *definition, uint32_t *index) {
    const struct spelling *spellings = work->builder->spellings.items;
    const struct report_definition laid_out = {
        .text = spellings[definition->spelling].text,
        .kind = definition->kind,
        .description = definition->description,
        .description_en = definition->description_en,
        .value_map = definition->value_map,
        .map_stood = definition->map_stood,
    };
    return unique_add(&work->merged->definitions, &laid_out, sizeof laid_out, index);
}

/* A member of one row: its definition and pattern are made once and then known. */
static int merge_one(struct work *work, uint32_t row, struct merged_member *member) {
    uint32_t *definition = &work->definitions[row_at(work, row)->definition];
    uint32_t *pattern = &work->patterns[row_at(work, row)->cells];
    if (*definition == UINT32_MAX)
        TRY(add_definition(work, definition_of(work, row), definition));
    if (*pattern == UINT32_MAX)
        TRY(add_pattern(work, mask_of(work, row), pattern));
    member->definition = *definition;
    member->pattern = *pattern;
    return ERROR_NONE;
}

/* A member of several rows: the newest row's words, and what it lacks from the next that has it. */
static int merge_several(struct work *work, const uint32_t *rows, uint32_t count,
                         struct merged_member *member) {
    uint64_t mask[2 * ((REPORT_BUILDS_MAX + 63) / 64)];
    TRY(merge_cells(work, rows, count, mask));
    uint32_t newest = rows[0], described = UINT32_MAX, described_en = UINT32_MAX,
             mapped = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        const struct definition *definition = definition_of(work, rows[i]);
        if (is_newer(work, rows[i], newest))
            newest = rows[i];
        if (definition->description &&
            (described == UINT32_MAX || is_newer(work, rows[i], described)))
            described = rows[i];
        if (definition->description_en &&
            (described_en == UINT32_MAX || is_newer(work, rows[i], described_en)))
            described_en = rows[i];
        if (definition->value_map && (mapped == UINT32_MAX || is_newer(work, rows[i], mapped)))
            mapped = rows[i];
    }
    struct definition definition = *definition_of(work, newest);
    if (described != UINT32_MAX)
        definition.description = definition_of(work, described)->description;
    if (described_en != UINT32_MAX)
        definition.description_en = definition_of(work, described_en)->description_en;
    if (mapped != UINT32_MAX) {
        definition.value_map = definition_of(work, mapped)->value_map;
        definition.map_stood = definition_of(work, mapped)->map_stood;
    }
    TRY(add_definition(work, &definition, &member->definition));
    return add_pattern(work, mask, &member->pattern);
}

static bool same_member(const struct work *work, uint32_t a, uint32_t b) {
    return name_of(work, row_at(work, a)->class_spelling) ==
               name_of(work, row_at(work, b)->class_spelling) &&
           name_of(work, definition_of(work, a)->spelling) ==
               name_of(work, definition_of(work, b)->spelling);
}

/* The class of a member: a new one, or the last; its spelling is the newest row's. */
static int merge_class(struct work *work, const struct merged_member *member, uint32_t row,
                       uint32_t *newest_row) {
    struct merged *merged = work->merged;
    size_t count = merged->classes.count;
    struct merged_class *last =
        count ? (struct merged_class *)merged->classes.items + (count - 1) : NULL;
    const struct spelling *spellings = work->builder->spellings.items;
    uint32_t text = spellings[row_at(work, row)->class_spelling].text;
    if (last && last->name == member->class_name) {
        if (!work->is_simple && is_newer(work, row, *newest_row)) {
            *newest_row = row;
            last->text = text;
        }
        return ERROR_NONE;
    }
    *newest_row = row;
    const struct merged_class added = {member->class_name, text, (uint32_t)merged->members.count};
    uint32_t index;
    return array_append(&merged->classes, &added, 1, sizeof added, &index);
}

static int merge_members(struct work *work) {
    uint32_t rows = (uint32_t)work->builder->rows.count;
    uint32_t newest_row = 0, index;
    for (uint32_t first = 0, next; first < rows; first = next) {
        const uint32_t *order = work->order + first;
        struct merged_member member = {.class_name = key_of(work, order[0], CLASS_NAME),
                                       .name = key_of(work, order[0], MEMBER_NAME)};
        for (next = first + 1; next < rows && same_member(work, order[0], work->order[next]);)
            next++;
        if (next == first + 1)
            TRY(merge_one(work, order[0], &member));
        else
            TRY(merge_several(work, order, next - first, &member));
        for (uint32_t i = first; i < next; i++)
            TRY(merge_class(work, &member, work->order[i], &newest_row));
        TRY(array_append(&work->merged->members, &member, 1, sizeof member, &index));
    }
    return ERROR_NONE;
}

int merge_rows(const struct builder *builder, struct merged *merged, struct error *error) {
    struct work work = {.builder = builder,
                        .merged = merged,
                        .error = error,
                        .is_simple = builder->spellings.count == builder->names.count};
    int code = merge_builds(&work);
    if (code == ERROR_NONE)
        code = merge_masks(&work);
    if (code == ERROR_NONE)
        code = rank_names(&work);
    if (code == ERROR_NONE)
        code = order_rows(&work);
    if (code == ERROR_NONE) {
        size_t count = builder->definitions.items.count;
        work.definitions = alloc_indexes(count);
        if (work.definitions)
            memset(work.definitions, 0xff, count * sizeof *work.definitions);
        code = work.definitions ? merge_members(&work) : ERROR_MEMORY;
    }
    memory_free(work.ranks);
    memory_free(work.order);
    memory_free(work.masks);
    memory_free(work.patterns);
    memory_free(work.definitions);
    memory_free(work.complete);
    return code;
}

void merge_free(struct merged *merged) {
    memory_free(merged->builds);
    memory_free(merged->name_spellings);
    memory_free(merged->name_hashes);
    unique_free(&merged->definitions);
    unique_runs_free(&merged->patterns);
    array_free(&merged->members);
    array_free(&merged->classes);
}
