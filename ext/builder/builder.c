/* Gathers rows: every text, name, definition and row of cells is stored once. */
#include "builder/builder.h"

#include "base/secret.h"
#include "builder/layout.h"
#include "builder/rows.h"

struct builder *builder_new(void) {
    struct builder *builder = memory_alloc(sizeof *builder);
    if (!builder)
        return NULL;
    memset(builder, 0, sizeof *builder);
    builder->seed = secret_seed(builder);
    builder->last_class = UINT32_MAX;
    spellings_start(&builder->spellings, builder->seed);
    spellings_start(&builder->namespaces, builder->seed);
    builder->kinds.set.seed = builder->definitions.set.seed = builder->seed;
    builder->value_maps.set.seed = builder->cells.set.seed = builder->seed;
    builder->methods.set.seed = builder->seed;
    if (pool_start(&builder->pool, builder->seed) != ERROR_NONE) {
        memory_free(builder);
        return NULL;
    }
    return builder;
}

void builder_free(struct builder *builder) {
    if (!builder)
        return;
    struct source *sources = builder->sources.items;
    for (size_t i = 0; i < builder->sources.count; i++)
        memory_free(sources[i].path);
    struct array *arrays[] = {&builder->columns, &builder->sources,    &builder->rows,
                              &builder->facts,   &builder->parameters, &builder->method_sources,
                              &builder->entries};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        array_free(arrays[i]);
    pool_free(&builder->pool);
    spellings_free(&builder->spellings);
    spellings_free(&builder->namespaces);
    unique_free(&builder->kinds);
    unique_free(&builder->definitions);
    unique_free(&builder->methods);
    unique_runs_free(&builder->value_maps);
    unique_runs_free(&builder->cells);
    memory_free(builder);
}

uint64_t builder_seed(const struct builder *builder) {
    return builder->seed;
}

int rows_explain(const struct builder *builder, int code, struct error *error) {
    const struct source *sources = builder->sources.items;
    if (code != ERROR_TOO_BIG)
        return code;
    return error_set(error, code, "%s: found more than 4 GB of texts or 4 billion rows in all",
                     sources[builder->sources.count - 1].path);
}

int builder_source(struct builder *builder, const char *path, const uint32_t *builds, size_t count,
                   bool complete, struct error *error) {
    if (count > REPORT_BUILDS_MAX)
        return error_set(error, ERROR_INPUT, "%s: found %zu builds, expected at most %d", path,
                         count, REPORT_BUILDS_MAX);
    struct source source = {.column_count = (uint32_t)count,
                            .words = (uint32_t)(count + 63) / 64,
                            .complete = complete};
    TRY(array_append(&builder->columns, builds, count, sizeof *builds, &source.first_column));
    size_t size = strlen(path) + 1;
    source.path = memory_alloc(size);
    if (!source.path)
        return ERROR_MEMORY;
    memcpy(source.path, path, size);
    uint32_t index;
    int code = array_append(&builder->sources, &source, 1, sizeof source, &index);
    if (code != ERROR_NONE)
        memory_free(source.path);
    return code;
}

/* --- Names --- */

/* Behind the machine of `\\host\root\cimv2`, if there is one. */
static struct text without_host(struct text text) {
    if (text.size < 2 || (text.text[0] != '\\' && text.text[0] != '/') ||
        (text.text[1] != '\\' && text.text[1] != '/'))
        return text;
    for (size_t i = 2; i < text.size; i++)
        if (text.text[i] == '\\' || text.text[i] == '/')
            return (struct text){text.text + i + 1, text.size - i - 1};
    return text;
}

int rows_namespace(struct builder *builder, struct text text, uint32_t *index) {
    const struct spellings *namespaces = &builder->namespaces;
    *index = 0;
    if (!text.text || !text.size) {
        builder->last_namespace = 0;
        return ERROR_NONE;
    }
    if (builder->last_namespace &&
        spelling_is(namespaces, &builder->pool, builder->last_namespace - 1, text)) {
        *index = builder->last_namespace;
        return ERROR_NONE;
    }
    char *copy = NULL;
    struct text name = without_host(text);
    if (name.size && memchr(name.text, '/', name.size)) {
        copy = memory_alloc(name.size);
        if (!copy)
            return ERROR_MEMORY;
        for (size_t i = 0; i < name.size; i++)
            copy[i] = (char)(name.text[i] == '/' ? '\\' : name.text[i]);
        name.text = copy;
    }
    int code = ERROR_NONE;
    if (name.size) {
        code = spellings_add(&builder->namespaces, &builder->pool, name, index);
        *index += code == ERROR_NONE;
    }
    memory_free(copy);
    builder->last_namespace = code == ERROR_NONE ? *index : 0;
    return code;
}

int rows_class(struct builder *builder, struct text text, uint32_t *index) {
    *index = builder->last_class;
    if (*index == UINT32_MAX || !spelling_is(&builder->spellings, &builder->pool, *index, text))
        TRY(spellings_add(&builder->spellings, &builder->pool, text, index));
    builder->last_class = *index;
    return ERROR_NONE;
}

/* --- Rows --- */

int rows_value_map(struct builder *builder, const struct builder_entry *entries, size_t count,
                   uint32_t *map) {
    *map = 0;
    if (!count)
        return ERROR_NONE;
    struct array *words = &builder->entries;
    words->count = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t value, label, index;
        TRY(pool_text(&builder->pool, entries[i].value, &value));
        TRY(pool_text(&builder->pool, entries[i].label, &label));
        uint64_t word = value | (uint64_t)label << 32;
        TRY(array_append(words, &word, 1, sizeof word, &index));
    }
    TRY(unique_runs_add(&builder->value_maps, words->items, count, map));
    *map += 1;
    return ERROR_NONE;
}

/* Where a kind of that type stood last among those that come again and again. */
static uint32_t *kind_by_type(struct builder *builder, struct text type) {
    uint64_t word = 0;
    if (type.text)
        word = type.size < 8 ? text_short_word(type.text, type.size) : text_word(type.text);
    return &builder->kinds_by_type[text_scramble(word) % ROWS_KINDS_BY_TYPE];
}

static bool kind_is(const struct builder *builder, uint32_t index, const struct builder_row *row) {
    const struct pool *pool = &builder->pool;
    const struct report_kind *kind = (const struct report_kind *)builder->kinds.items.items + index;
    return kind->is_key == (uint32_t)row->key && pool_is_at(pool, kind->type, row->type) &&
           pool_is_at(pool, kind->category, row->category) &&
           pool_is_at(pool, kind->access, row->access) &&
           pool_is_at(pool, kind->deprecated, row->deprecated);
}

/* The kind of a row: mostly that of the last row of the same type. */
static int add_kind(struct builder *builder, const struct builder_row *row, uint32_t *index) {
    struct pool *pool = &builder->pool;
    struct report_kind kind = {.is_key = (uint32_t)row->key};
    uint32_t *known = kind_by_type(builder, row->type); /* index + 1, or 0 */
    if (*known && kind_is(builder, *known - 1, row)) {
        *index = *known - 1;
        return ERROR_NONE;
    }
    TRY(pool_text(pool, row->type, &kind.type));
    TRY(pool_text(pool, row->category, &kind.category));
    TRY(pool_text(pool, row->access, &kind.access));
    TRY(pool_text(pool, row->deprecated, &kind.deprecated));
    TRY(unique_add(&builder->kinds, &kind, sizeof kind, index));
    *known = *index + 1;
    return ERROR_NONE;
}

static int add_cells(struct builder *builder, const struct builder_row *row, uint32_t *cells) {
    uint64_t words[1 + REPORT_MASKS * ((REPORT_BUILDS_MAX + 63) / 64)];
    uint32_t current = (uint32_t)builder->sources.count - 1;
    uint32_t size = ((const struct source *)builder->sources.items)[current].words;
    words[0] = current;
    for (uint32_t i = 0; i < size; i++) {
        uint64_t known = row->known[i] | row->present[i];
        words[1 + i] = row->present[i];
        words[1 + size + i] = known;
        words[1 + 2 * size + i] = row->inferred ? row->inferred[i] & known : 0;
    }
    size_t count = 1 + REPORT_MASKS * (size_t)size;
    *cells = builder->last_cells; /* mostly those of the row before it */
    if (builder->cells.runs.count) {
        const uint64_t *last = unique_run_words(&builder->cells, *cells);
        if (last[0] == current && memcmp(last, words, count * sizeof *words) == 0)
            return ERROR_NONE;
    }
    TRY(unique_runs_add(&builder->cells, words, count, cells));
    builder->last_cells = *cells;
    return ERROR_NONE;
}

static int add_texts(struct builder *builder, const struct builder_row *row,
                     struct definition *definition) {
    struct pool *pool = &builder->pool;
    definition->map_stood = row->entry_count ? row->map_stood : 0;
    TRY(pool_text(pool, row->description, &definition->description));
    definition->description_en = definition->description; /* mostly the same text again */
    if (!pool_is_at(pool, definition->description, row->description_en))
        TRY(pool_text(pool, row->description_en, &definition->description_en));
    return rows_value_map(builder, row->entries, row->entry_count, &definition->value_map);
}

/* Stores what the row says but for its class and its cells. */
static int add_definition(struct builder *builder, const struct builder_row *row, uint32_t *index) {
    struct definition *definition = &builder->last_definition;
    TRY(spellings_add(&builder->spellings, &builder->pool, row->member, &definition->spelling));
    if (!(row->same & BUILDER_SAME_KIND))
        TRY(add_kind(builder, row, &definition->kind));
    if (!(row->same & BUILDER_SAME_TEXTS))
        TRY(add_texts(builder, row, definition));
    return unique_add(&builder->definitions, definition, sizeof *definition, index);
}

static int add_row(struct builder *builder, const struct builder_row *row) {
    struct row stored = {.line = row_line(row->line),
                         .namespace_spelling = builder->last_namespace,
                         .class_spelling = builder->last_class,
                         .cells = builder->last_cells};
    if (!(row->same & BUILDER_SAME_CLASS)) {
        TRY(rows_namespace(builder, row->namespace_name, &stored.namespace_spelling));
        TRY(rows_class(builder, row->class_name, &stored.class_spelling));
    }
    if (row->again && *row->again)
        stored.definition = *row->again - 1;
    else
        TRY(add_definition(builder, row, &stored.definition));
    if (row->again)
        *row->again = stored.definition + 1;
    if (!(row->same & BUILDER_SAME_CELLS))
        TRY(add_cells(builder, row, &stored.cells));
    uint32_t index;
    TRY(array_append(&builder->rows, &stored, 1, sizeof stored, &index));
    builder->rows_read++;
    return ERROR_NONE;
}

int builder_row(struct builder *builder, const struct builder_row *row, struct error *error) {
    assert(builder->sources.count);
    return rows_explain(builder, add_row(builder, row), error);
}

int builder_finish(struct builder *builder, const struct builder_origin *origin,
                   const struct release_list *releases, struct report **report,
                   struct error *error) {
    *report = NULL;
    if (!builder->rows_read)
        return error_set(error, ERROR_INPUT, "%s: found no member, expected at least one row",
                         origin->source);
    struct layout_origin texts = {0};
    struct pool *pool = &builder->pool;
    const char *const given[] = {origin->source, origin->format, origin->encoding, origin->sha256};
    uint32_t *const stored[] = {&texts.source, &texts.format, &texts.encoding, &texts.sha256};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        struct text text = {given[i], strlen(given[i])};
        TRY(rows_explain(builder, pool_text(pool, text, stored[i]), error));
    }
    return rows_explain(builder, layout_report(builder, &texts, releases, report, error), error);
}
