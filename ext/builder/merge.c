#include "builder/merge.h"
#include "base/quote.h"
#include "builder/classes.h"
#include "builder/order.h"
#include "builder/twice.h"

/* What merging needs besides its result. All arrays are owned. */
struct work {
    const struct builder *builder;
    struct merged *merged;
    struct error *error;
    struct row_order order;
    uint32_t *patterns;     /* by cells: the pattern, or UINT32_MAX while unknown */
    uint32_t *definitions;  /* by definition: the merged one, or UINT32_MAX while unknown */
    uint32_t *class_newest; /* by class: the row whose spelling it has, or UINT32_MAX */
    uint32_t last_class;    /* of the member before: mostly that of the next one, too */
    uint32_t *spellings;    /* by rank of a name: how many it has; NULL if all have one */
};

static const struct row *row_at(const struct work *work, uint32_t row) {
    return (const struct row *)work->builder->rows.items + row;
}

static const struct definition *definition_of(const struct work *work, uint32_t row) {
    const struct definition *definitions = work->builder->definitions.items.items;
    return &definitions[row_at(work, row)->definition];
}

static const struct report_kind *kind_of(const struct work *work, uint32_t row) {
    const struct report_kind *kinds = work->builder->kinds.items.items;
    return &kinds[definition_of(work, row)->kind];
}

static const uint64_t *cells_of(const struct work *work, uint32_t row) {
    return masks_of(&work->merged->masks, work->builder, row_at(work, row));
}

static uint32_t *alloc_indexes(size_t count, bool set) {
    uint32_t *indexes = memory_alloc((count + 1) * sizeof *indexes);
    if (indexes && set)
        memset(indexes, 0xff, (count + 1) * sizeof *indexes);
    return indexes;
}

/* --- Cells --- */

/* Is row `a` to be kept rather than `b`: available on a newer build, or read before it? A row that
** no source has is kept last. */
static bool is_newer(const struct work *work, uint32_t a, uint32_t b) {
    bool a_is_read = row_at(work, a)->cells != ROWS_NO_CELLS;
    if (a_is_read != (row_at(work, b)->cells != ROWS_NO_CELLS))
        return a_is_read;
    uint32_t newest_a = masks_newest(&work->merged->masks, cells_of(work, a));
    uint32_t newest_b = masks_newest(&work->merged->masks, cells_of(work, b));
    return newest_a < newest_b || (newest_a == newest_b && a < b);
}

static bool same_spelling(const struct work *work, uint32_t a, uint32_t b) {
    return row_at(work, a)->class_spelling == row_at(work, b)->class_spelling &&
           definition_of(work, a)->spelling == definition_of(work, b)->spelling;
}

static int contradiction_error(const struct work *work, const uint32_t *earlier, uint32_t row,
                               uint32_t build) {
    const struct builder *builder = work->builder;
    const uint64_t *cells = cells_of(work, row);
    uint64_t bit = UINT64_C(1) << (build % 64);
    /* An earlier row of the spelling says so: else there would be no contradiction. */
    while (masks_contradiction(&work->merged->masks, cells_of(work, *earlier), cells) != build)
        earlier++;
    const struct source *source = masks_source(builder, row_at(work, row));
    const struct source *other = masks_source(builder, row_at(work, *earlier));
    const char *class_name = spelling_text(builder, row_at(work, row)->class_spelling);
    const char *member = spelling_text(builder, definition_of(work, row)->spelling);
    bool present = cells[build / 64] & bit;
    struct quote quote;
    struct quote_path other_path;
    return error_set(work->error, ERROR_INPUT,
                     "%s:%u: column %u: found %s %s, expected it %s as %s:%u says", source->path,
                     row_at(work, row)->line, work->merged->masks.builds[build],
                     quote_member(&quote, (struct text){class_name, strlen(class_name)},
                                  (struct text){member, strlen(member)}),
                     present ? "available" : "absent", present ? "absent" : "available",
                     quote_path(&other_path, other->path), row_at(work, *earlier)->line);
}

/* Merges the cells of the rows of one member; rows of one spelling stand together. */
static int merge_cells(const struct work *work, const uint32_t *rows, uint32_t count,
                       uint64_t *cells) {
    const struct masks *masks = &work->merged->masks;
    uint64_t spelling[MASKS_WORDS_MAX];
    size_t size = REPORT_MASKS * masks->words * sizeof *cells;
    memset(cells, 0, size);
    for (uint32_t first = 0, next; first < count; first = next) {
        memset(spelling, 0, size);
        for (next = first; next < count && same_spelling(work, rows[first], rows[next]); next++) {
            const uint64_t *row = cells_of(work, rows[next]);
            uint32_t build = masks_contradiction(masks, spelling, row);
            if (build != REPORT_NONE)
                return contradiction_error(work, rows + first, rows[next], build);
            masks_add(masks, spelling, row);
        }
        masks_add_spelling(masks, cells, spelling);
    }
    return ERROR_NONE;
}

/* Stores the cells of a member, with what sources that list all there is say by not listing it.
** *cached is the pattern of the cells as they are, or UINT32_MAX. */
static int add_pattern(struct work *work, const uint64_t *cells, uint32_t row, uint32_t *cached,
                       struct merged_member *member) {
    uint64_t words[MASKS_WORDS_MAX];
    const struct masks *masks = &work->merged->masks;
    uint32_t namespace_name = row_namespace(work->builder, row_at(work, row)->namespace_spelling);
    member->pattern = *cached;
    if (*cached != UINT32_MAX && !masks->has_complete)
        return ERROR_NONE;
    memcpy(words, cells, REPORT_MASKS * masks->words * sizeof *words);
    bool changed = masks_add_complete(masks, words, namespace_name, member->class_index);
    if (!changed && *cached != UINT32_MAX)
        return ERROR_NONE;
    TRY(unique_runs_add(&work->merged->patterns, words, REPORT_MASKS * (size_t)masks->words,
                        &member->pattern));
    if (!changed)
        *cached = member->pattern;
    return ERROR_NONE;
}

/* --- Words --- */

/* What is said of a member, gathered from its rows. */
struct words {
    uint32_t spelling;
    struct report_kind kind;
    struct report_details details;
};

static struct words words_of(const struct work *work, uint32_t row) {
    const struct definition *definition = definition_of(work, row);
    return (struct words){definition->spelling,
                          *kind_of(work, row),
                          {.description = definition->description,
                           .description_en = definition->description_en,
                           .value_map = definition->value_map,
                           .map_stood = definition->map_stood}};
}

static int add_definition(struct work *work, const struct words *words, uint32_t *index) {
    struct merged *merged = work->merged;
    struct merged_definition definition = {
        .text = class_spelling(work->builder, words->spelling).text,
        .name = merged_rank(work->builder, merged, words->spelling)};
    TRY(unique_add(&merged->kinds, &words->kind, sizeof words->kind, &definition.kind));
    TRY(unique_add(&merged->details, &words->details, sizeof words->details, &definition.details));
    return unique_add(&merged->definitions, &definition, sizeof definition, index);
}

static uint32_t signature_of(const struct work *work, uint32_t row) {
    uint32_t method = row_at(work, row)->method;
    return method ? work->merged->signatures.by_method[method - 1] : 0;
}

/* A member of one row: its definition and pattern are made once and then known. */
static int merge_one(struct work *work, uint32_t row, struct merged_member *member) {
    uint32_t *definition = &work->definitions[row_at(work, row)->definition];
    uint32_t *pattern = &work->patterns[masks_index(work->builder, row_at(work, row))];
    struct words words = words_of(work, row);
    words.details.signature = signature_of(work, row);
    if (words.details.signature) {
        TRY(add_definition(work, &words, &member->definition));
    } else {
        if (*definition == UINT32_MAX)
            TRY(add_definition(work, &words, definition));
        member->definition = *definition;
    }
    return add_pattern(work, cells_of(work, row), row, pattern, member);
}

/* Is the row's word to be taken for one that is held from row `holder`, UINT32_MAX for none? */
static bool replaces(const struct work *work, uint32_t word, uint32_t row, uint32_t holder) {
    return word && (holder == UINT32_MAX || is_newer(work, row, holder));
}

/* The words of several rows: each the newest row's that has it. */
static struct words newest_words(const struct work *work, const uint32_t *rows, uint32_t count) {
    enum { TYPE, CATEGORY, ACCESS, KEY, DEPRECATED, DESCRIBED, DESCRIBED_EN, MAPPED, WORDS };
    struct words words = words_of(work, rows[0]);
    uint32_t holders[WORDS], newest = rows[0];
    memset(holders, 0xff, sizeof holders);
    for (uint32_t i = 0; i < count; i++) {
        const struct words here = words_of(work, rows[i]);
        const uint32_t said[WORDS] = {here.kind.type,
                                      here.kind.category,
                                      here.kind.access,
                                      here.kind.is_key,
                                      here.kind.deprecated,
                                      here.details.description,
                                      here.details.description_en,
                                      here.details.value_map};
        uint32_t *const held[WORDS] = {&words.kind.type,
                                       &words.kind.category,
                                       &words.kind.access,
                                       &words.kind.is_key,
                                       &words.kind.deprecated,
                                       &words.details.description,
                                       &words.details.description_en,
                                       &words.details.value_map};
        if (is_newer(work, rows[i], newest))
            newest = rows[i];
        for (int word = 0; word < WORDS; word++) {
            if (!replaces(work, said[word], rows[i], holders[word]))
                continue;
            holders[word] = rows[i];
            *held[word] = said[word];
            if (word == MAPPED)
                words.details.map_stood = here.details.map_stood;
        }
        if (signature_of(work, rows[i]))
            words.details.signature = signature_of(work, rows[i]);
    }
    words.spelling = definition_of(work, newest)->spelling;
    return words;
}

static int merge_several(struct work *work, const uint32_t *rows, uint32_t count,
                         struct merged_member *member) {
    uint64_t cells[MASKS_WORDS_MAX];
    TRY(merge_cells(work, rows, count, cells));
    TRY(twice_check(work->builder, &work->merged->masks, rows, count, work->error));
    struct words words = newest_words(work, rows, count);
    TRY(add_definition(work, &words, &member->definition));
    uint32_t pattern = UINT32_MAX;
    return add_pattern(work, cells, rows[0], &pattern, member);
}

/* --- Members --- */

/* A class is spelled as its newest row spells it. */
static void spell_class(struct work *work, uint32_t class_index, uint32_t row) {
    struct merged_class *classes = work->merged->classes.items;
    uint32_t *newest = &work->class_newest[class_index];
    if (*newest == UINT32_MAX || is_newer(work, row, *newest)) {
        *newest = row;
        classes[class_index].spelling = row_at(work, row)->class_spelling;
    }
}

static uint32_t class_of(struct work *work, const struct row_names *names) {
    const struct merged_class *last =
        (const struct merged_class *)work->merged->classes.items + work->last_class;
    if (last->name != names->class_name || last->namespace_name != names->namespace_name)
        work->last_class = classes_index(work->merged, names->class_name, names->namespace_name);
    return work->last_class;
}

/* Makes the member that `count` rows are of. */
static int merge_member(struct work *work, uint32_t *rows, uint32_t count) {
    const struct row_names *names = &work->order.names[rows[0]];
    struct merged_member member = {.class_name = names->class_name,
                                   .name = names->member,
                                   .class_index = class_of(work, names)};
    uint32_t read = 0, index;
    if (count == 1) {
        TRY(merge_one(work, rows[0], &member));
    } else {
        if (work->spellings)
            TRY(order_by_spelling(rows, count, work->builder));
        TRY(merge_several(work, rows, count, &member));
    }
    for (uint32_t i = 0; i < count; i++) {
        read += row_at(work, rows[i])->cells != ROWS_NO_CELLS;
        if (work->spellings && work->spellings[member.class_name] > 1)
            spell_class(work, member.class_index, rows[i]);
    }
    work->merged->rows_merged += read ? read - 1 : 0;
    return array_append(&work->merged->members, &member, 1, sizeof member, &index);
}

static int merge_members(struct work *work) {
    uint32_t rows = (uint32_t)work->builder->rows.count, *ordered = work->order.rows;
    for (uint32_t first = 0, next; first < rows; first = next) {
        for (next = first + 1;
             next < rows && order_same(&work->order, ordered[first], ordered[next]);)
            next++;
        TRY(merge_member(work, ordered + first, next - first));
    }
    return ERROR_NONE;
}

/* Counts the spellings of each name, where there are more spellings than names. */
static int count_spellings(struct work *work) {
    const struct spellings *spellings = &work->builder->spellings;
    size_t names = spellings->names.count;
    if (spellings->items.count == names)
        return ERROR_NONE;
    work->spellings = alloc_indexes(names, false);
    if (!work->spellings)
        return ERROR_MEMORY;
    memset(work->spellings, 0, names * sizeof *work->spellings);
    for (uint32_t i = 0; i < spellings->items.count; i++)
        work->spellings[merged_rank(work->builder, work->merged, i)]++;
    return ERROR_NONE;
}

static int start(struct work *work) {
    const struct builder *builder = work->builder;
    struct merged *merged = work->merged;
    merged->kinds.set.seed = merged->details.set.seed = builder->seed;
    merged->definitions.set.seed = merged->patterns.set.seed = builder->seed;
    TRY(masks_make(&merged->masks, builder, work->error));
    TRY(signatures_make(&merged->signatures, builder, work->error));
    TRY(spellings_rank(&builder->spellings, &builder->pool, &merged->names));
    TRY(spellings_rank(&builder->namespaces, &builder->pool, &merged->namespaces));
    TRY(classes_make(builder, merged));
    TRY(order_rows(&work->order, builder, merged));
    TRY(count_spellings(work));
    const struct report_details nothing = {0};
    uint32_t index;
    TRY(unique_add(&merged->details, &nothing, sizeof nothing, &index));
    work->patterns = alloc_indexes(builder->cells.runs.count, true);
    work->definitions = alloc_indexes(builder->definitions.items.count, true);
    work->class_newest = alloc_indexes(merged->classes.count, true);
    return work->patterns && work->definitions && work->class_newest ? ERROR_NONE : ERROR_MEMORY;
}

int merge_rows(const struct builder *builder, struct merged *merged, struct error *error) {
    struct work work = {.builder = builder, .merged = merged, .error = error};
    int code = start(&work);
    if (code == ERROR_NONE)
        code = merge_members(&work);
    if (code == ERROR_NONE)
        classes_note_members(merged);
    order_free(&work.order);
    memory_free(work.spellings);
    memory_free(work.patterns);
    memory_free(work.definitions);
    memory_free(work.class_newest);
    return code;
}

void merge_free(struct merged *merged) {
    masks_free(&merged->masks);
    signatures_free(&merged->signatures);
    ranking_free(&merged->names);
    ranking_free(&merged->namespaces);
    unique_free(&merged->kinds);
    unique_free(&merged->details);
    unique_free(&merged->definitions);
    unique_runs_free(&merged->patterns);
    array_free(&merged->members);
    array_free(&merged->classes);
}
