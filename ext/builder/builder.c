/* Gathers rows: every text, name, definition and row of cells is stored once. */
#include "builder/builder.h"
#include "base/text.h"
#include "builder/rows.h"

struct builder *builder_new(void) {
    struct builder *builder = memory_alloc(sizeof *builder);
    if (!builder)
        return NULL;
    memset(builder, 0, sizeof *builder);
    builder->last_class = UINT32_MAX;
    uint32_t offset;
    if (array_append(&builder->strings, "", 1, 1, &offset) != ERROR_NONE) {
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
    struct array *arrays[] = {&builder->strings, &builder->texts,   &builder->spellings,
                              &builder->names,   &builder->columns, &builder->sources,
                              &builder->rows};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        array_free(arrays[i]);
    unique_free(&builder->kinds);
    unique_free(&builder->definitions);
    unique_runs_free(&builder->value_maps);
    unique_runs_free(&builder->cells);
    index_set_free(&builder->text_set);
    index_set_free(&builder->spelling_set);
    index_set_free(&builder->name_set);
    memory_free(builder);
}

/* A limit that was passed gets its message here, where the source is known. */
static int explain(const struct builder *builder, int code, struct error *error) {
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

/* --- Texts and names: look for one that is equal, else append it --- */

struct text_key {
    const struct builder *builder;
    struct text text;
};

static bool text_equal(const void *context, uint32_t index) {
    const struct text_key *key = context;
    const struct array *strings = &key->builder->strings;
    uint32_t offset = ((const uint32_t *)key->builder->texts.items)[index];
    const char *stored = builder_string(key->builder, offset);
    return key->text.size < strings->count - offset &&
           memcmp(stored, key->text.text, key->text.size) == 0 && stored[key->text.size] == 0;
}

int builder_text(struct builder *builder, struct text text, uint32_t *offset) {
    *offset = 0;
    if (!text.text || !text.size)
        return ERROR_NONE;
    uint64_t hash = text_hash(text.text, text.size);
    const struct text_key key = {builder, text};
    uint32_t index = index_set_find(&builder->text_set, hash, text_equal, &key);
    if (index != UINT32_MAX) {
        *offset = ((const uint32_t *)builder->texts.items)[index];
        return ERROR_NONE;
    }
    uint32_t end;
    TRY(array_append(&builder->strings, text.text, text.size, 1, offset));
    TRY(array_append(&builder->strings, "", 1, 1, &end));
    TRY(array_append(&builder->texts, offset, 1, sizeof *offset, &index));
    return index_set_add(&builder->text_set, hash, index);
}

static bool spelling_equal(const void *context, uint32_t index) {
    const struct text_key *key = context;
    const char *stored = spelling_text(key->builder, index);
    return strlen(stored) == key->text.size && memcmp(stored, key->text.text, key->text.size) == 0;
}

static bool name_equal(const void *context, uint32_t index) {
    const struct text_key *key = context;
    const uint32_t *names = key->builder->names.items;
    const char *stored = spelling_text(key->builder, names[index]);
    return strlen(stored) == key->text.size &&
           text_equal_nocase(stored, key->text.text, key->text.size);
}

static int add_spelling(struct builder *builder, struct text text, uint32_t *index) {
    const struct text_key key = {builder, text};
    uint64_t hash = text_hash_nocase(text.text, text.size);
    *index = index_set_find(&builder->spelling_set, hash, spelling_equal, &key);
    if (*index != UINT32_MAX)
        return ERROR_NONE;
    struct spelling spelling;
    spelling.name = index_set_find(&builder->name_set, hash, name_equal, &key);
    TRY(builder_text(builder, text, &spelling.text));
    bool is_new_name = spelling.name == UINT32_MAX;
    if (is_new_name)
        spelling.name = (uint32_t)builder->names.count;
    TRY(array_append(&builder->spellings, &spelling, 1, sizeof spelling, index));
    if (is_new_name) {
        TRY(array_append(&builder->names, index, 1, sizeof *index, &spelling.name));
        TRY(index_set_add(&builder->name_set, hash, spelling.name));
    }
    return index_set_add(&builder->spelling_set, hash, *index);
}

/* --- Rows --- */

static int add_value_map(struct builder *builder, const struct builder_row *row, uint32_t *map) {
    *map = 0;
    if (!row->entry_count)
        return ERROR_NONE;
    uint64_t few[32], *words = few;
    if (row->entry_count > sizeof few / sizeof *few)
        words = memory_alloc(row->entry_count * sizeof *words);
    if (!words)
        return ERROR_MEMORY;
    int code = ERROR_NONE;
    for (size_t i = 0; i < row->entry_count && code == ERROR_NONE; i++) {
        struct report_entry entry = {0, 0};
        code = builder_text(builder, row->entries[i].value, &entry.value);
        if (code == ERROR_NONE)
            code = builder_text(builder, row->entries[i].label, &entry.label);
        memcpy(&words[i], &entry, sizeof entry);
    }
    if (code == ERROR_NONE)
        code = unique_runs_add(&builder->value_maps, words, row->entry_count, map);
    if (words != few)
        memory_free(words);
    if (code == ERROR_NONE)
        *map += 1;
    return code;
}

/* Is the stored text at that offset this one? NULL and an empty text are offset 0. */
static bool is_text_at(const struct builder *builder, uint32_t offset, struct text text) {
    const char *stored = builder_string(builder, offset);
    size_t size = text.text ? text.size : 0;
    return size < builder->strings.count - offset &&
           (!size || memcmp(stored, text.text, size) == 0) && stored[size] == 0;
}

/* The kind of a row: mostly that of the row before it. */
static int add_kind(struct builder *builder, const struct builder_row *row, uint32_t *index) {
    struct report_kind kind;
    if (builder->kinds.items.count) {
        kind = ((const struct report_kind *)builder->kinds.items.items)[builder->last_kind];
        *index = builder->last_kind;
        if (is_text_at(builder, kind.type, row->type) &&
            is_text_at(builder, kind.category, row->category) &&
            is_text_at(builder, kind.access, row->access))
            return ERROR_NONE;
    }
    TRY(builder_text(builder, row->type, &kind.type));
    TRY(builder_text(builder, row->category, &kind.category));
    TRY(builder_text(builder, row->access, &kind.access));
    TRY(unique_add(&builder->kinds, &kind, sizeof kind, index));
    builder->last_kind = *index;
    return ERROR_NONE;
}

static int add_cells(struct builder *builder, const struct builder_row *row, uint32_t *cells) {
    uint64_t words[1 + 2 * ((REPORT_BUILDS_MAX + 63) / 64)];
    uint32_t current = (uint32_t)builder->sources.count - 1;
    uint32_t size = ((const struct source *)builder->sources.items)[current].words;
    words[0] = current;
    memcpy(words + 1, row->present, size * sizeof *words);
    memcpy(words + 1 + size, row->known, size * sizeof *words);
    return unique_runs_add(&builder->cells, words, 1 + 2 * (size_t)size, cells);
}

static int add_row(struct builder *builder, const struct builder_row *row) {
    struct row stored = {.class_spelling = builder->last_class,
                         .line = row->line < UINT32_MAX ? (uint32_t)row->line : UINT32_MAX};
    const struct text_key class_key = {builder, row->class_name};
    if (stored.class_spelling == UINT32_MAX || !spelling_equal(&class_key, stored.class_spelling))
        TRY(add_spelling(builder, row->class_name, &stored.class_spelling));
    builder->last_class = stored.class_spelling;

    struct definition definition = {.map_stood = row->entry_count ? row->map_stood : 0};
    TRY(add_spelling(builder, row->member, &definition.spelling));
    TRY(add_kind(builder, row, &definition.kind));
    TRY(builder_text(builder, row->description, &definition.description));
    definition.description_en = definition.description; /* mostly the same text again */
    if (!is_text_at(builder, definition.description, row->description_en))
        TRY(builder_text(builder, row->description_en, &definition.description_en));
    TRY(add_value_map(builder, row, &definition.value_map));
    TRY(unique_add(&builder->definitions, &definition, sizeof definition, &stored.definition));
    TRY(add_cells(builder, row, &stored.cells));
    uint32_t index;
    return array_append(&builder->rows, &stored, 1, sizeof stored, &index);
}

int builder_row(struct builder *builder, const struct builder_row *row, struct error *error) {
    return explain(builder, add_row(builder, row), error);
}

int builder_finish(struct builder *builder, const struct builder_origin *origin,
                   const struct release_list *releases, struct report **report,
                   struct error *error) {
    *report = NULL;
    if (!builder->rows.count)
        return error_set(error, ERROR_INPUT, "%s: found no member, expected at least one row",
                         origin->source);
    return explain(builder, layout_report(builder, origin, releases, report, error), error);
}
