#include "read/source.h"
#include "read/collection.h"
#include "read/facts.h"
#include "read/qualified.h"

#include <string.h>

void source_start(struct row_reader *reader, struct builder *builder, const char *path,
                  struct error *error) {
    reader->builder = builder;
    reader->path = path;
    reader->error = error;
    reader->status = ERROR_NONE;
    reader->unreadable = reader->collection = false;
    reader->rows_of = ROW_OF_MEMBERS;
    reader->rows = 0;
    reader->speaks = reader->asks = false;
    reader->heading = (struct text){NULL, 0};
    columns_clear(&reader->columns);
    memset(reader->texts, 0, sizeof reader->texts);
    reader->plain_texts = 0;
    reader->changed = UINT32_MAX;
    reader->row = (struct builder_row){
        .present = reader->present, .known = reader->known, .inferred = reader->inferred};
}

void source_free(struct row_reader *reader) {
    columns_free(&reader->columns);
    values_free(&reader->values);
    for (size_t i = 0; i < COLUMN_BUILD; i++)
        array_free(&reader->plain[i]);
}

/* --- The header --- */

void source_column(struct row_reader *reader, uint64_t line, const char *name, size_t size) {
    if (reader->status == ERROR_NONE)
        reader->status = columns_add(&reader->columns, (struct text){name, size},
                                     row_markup(reader), reader->path, line, reader->error);
}

/* A header that lacks something. */
static void lacking(struct row_reader *reader, uint64_t line, const char *what) {
    size_t size;
    struct quote quote;
    const char *first = columns_name(&reader->columns, 0, &size);
    const char *expected =
        reader->rows_of == ROW_OF_PARAMETERS ? "Class, Method, Position, Parameter and Direction"
        : reader->heading.size               ? "Member and at least one build number, such as 26100"
                               : "Class, Member and at least one build number, such as 26100";
    reader->unreadable = true;
    reader->status = error_set(
        reader->error, ERROR_INPUT,
        "%s:%llu: columns 1 to %zu: found no column %s in a header that starts with %s, expected "
        "%s",
        reader->path, (unsigned long long)line, reader->columns.count, what,
        quote_text(&quote, (struct text){first, size}), expected);
}

/* A header without a column Member: does it say that the rows are of classes or of parameters? */
static enum row_of rows_of(const struct columns *columns) {
    if (!columns->where[COLUMN_CLASS] || columns->where[COLUMN_MEMBER])
        return ROW_OF_MEMBERS;
    if (columns->where[COLUMN_METHOD] && columns->where[COLUMN_PARAMETER])
        return ROW_OF_PARAMETERS;
    return columns->where[COLUMN_SUPERCLASS] ? ROW_OF_CLASSES : ROW_OF_MEMBERS;
}

/* A header with class and member, but without builds: that of a collection, whose build stands in
** the name of its file. */
static void collection_header(struct row_reader *reader, uint64_t line) {
    struct columns *columns = &reader->columns;
    reader->status =
        collection_build(reader->path, line, columns->count, &columns->builds[0], reader->error);
    if (reader->status != ERROR_NONE)
        return;
    columns->build_count = 1;
    reader->collection = reader->speaks = true;
    reader->present[0] = reader->known[0] = 1;
    reader->inferred[0] = 0;
}

void source_header(struct row_reader *reader, uint64_t line) {
    const uint16_t *where = reader->columns.where;
    if (reader->status != ERROR_NONE)
        return;
    if (!reader->heading.size)
        reader->rows_of = rows_of(&reader->columns);
    if (reader->rows_of == ROW_OF_PARAMETERS && !where[COLUMN_POSITION])
        lacking(reader, line, "Position");
    else if (reader->rows_of == ROW_OF_PARAMETERS && !where[COLUMN_DIRECTION])
        lacking(reader, line, "Direction");
    if (reader->rows_of != ROW_OF_MEMBERS)
        return;
    if (!where[COLUMN_CLASS] && !reader->heading.size)
        lacking(reader, line, "Class");
    else if (!where[COLUMN_MEMBER])
        lacking(reader, line, "Member");
    else if (!reader->columns.build_count && reader->heading.size)
        lacking(reader, line, "of a build");
    else if (!reader->columns.build_count)
        collection_header(reader, line);
}

/* --- A row --- */

static void miscounted(struct row_reader *reader) {
    size_t expected = reader->columns.count;
    size_t column = reader->fields < expected ? reader->fields : expected;
    struct quote name;
    reader->status = error_set(
        reader->error, ERROR_INPUT,
        "%s:%llu: column %zu%s: found %zu fields in this row, expected %zu as in the header",
        reader->path, (unsigned long long)reader->line, column + 1,
        row_named(reader, column, &name), reader->fields, expected);
}

/* Property or Method: what the column says or, where it says nothing, what follows from the type.
** A NULL text is neither. */
static struct text category_of(struct text category, struct text type) {
    const struct text property = {"Property", 8}, method = {"Method", 6};
    if (!category.size)
        return text_is(type, "Method") ? method : property;
    if (category.size == 8 && text_equal_nocase(category.text, "Property", 8))
        return property;
    if (category.size == 6 && text_equal_nocase(category.text, "Method", 6))
        return method;
    return (struct text){NULL, 0};
}

/* Which columns say what rows of the builder are told to have in common. */
static const struct {
    enum builder_same same;
    uint32_t columns;
} groups[] = {
    {BUILDER_SAME_CLASS, ROW_BIT(COLUMN_NAMESPACE) | ROW_BIT(COLUMN_CLASS)},
    {BUILDER_SAME_KIND, ROW_BIT(COLUMN_TYPE) | ROW_BIT(COLUMN_CATEGORY) | ROW_BIT(COLUMN_ACCESS) |
                            ROW_BIT(COLUMN_KEY) | ROW_BIT(COLUMN_DEPRECATED)},
    {BUILDER_SAME_TEXTS, ROW_BIT(COLUMN_DESCRIPTION) | ROW_BIT(COLUMN_DESCRIPTION_EN)},
    {BUILDER_SAME_CELLS, ROW_BIT(COLUMN_BUILD)},
};

static unsigned same_as_before(const struct row_reader *reader) {
    unsigned same = 0;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        same |= reader->changed & groups[i].columns ? 0 : groups[i].same;
    return same;
}

/* Fills in the names and the type of a row, those that are not the same as in the row before. */
static void fill(struct row_reader *reader, struct builder_row *row) {
    row->line = reader->line;
    row->member = qualified_member(row_text(reader, COLUMN_MEMBER));
    if (!(row->same & BUILDER_SAME_CLASS))
        qualified_class(reader, &row->namespace_name, &row->class_name);
    if (!(row->same & BUILDER_SAME_KIND)) {
        row->type = row_text(reader, COLUMN_TYPE);
        row->access = row_text(reader, COLUMN_ACCESS);
        row->deprecated = row_text(reader, COLUMN_DEPRECATED);
        row->key = row_answer(reader, COLUMN_KEY);
        row->category = category_of(row_text(reader, COLUMN_CATEGORY), row->type);
    }
}

/* Sets `status` if what the row has been filled with is at fault. */
static void check(struct row_reader *reader, const struct builder_row *row) {
    struct text class_name = row->class_name, heading = reader->heading;
    qualified_namespace(&heading);
    if (!class_name.size)
        row_fault(reader, COLUMN_CLASS, class_name, "the name of a class");
    else if (!row->member.size)
        row_fault(reader, COLUMN_MEMBER, row->member, "the name of a member");
    else if (!row->category.size)
        row_fault(reader, COLUMN_CATEGORY, row_text(reader, COLUMN_CATEGORY), "Property or Method");
    else if (heading.size && (heading.size != class_name.size ||
                              !text_equal_nocase(heading.text, class_name.text, heading.size)))
        row_fault(reader, COLUMN_CLASS, class_name, "the class that the page's heading names");
}

/* Ends the row of a member. */
static void end_member(struct row_reader *reader) {
    struct builder_row *row = &reader->row;
    row->same = same_as_before(reader);
    fill(reader, row);
    if (reader->status == ERROR_NONE)
        check(reader, row);
    if (reader->status == ERROR_NONE && !(row->same & BUILDER_SAME_TEXTS)) {
        row->description = reader->texts[COLUMN_DESCRIPTION];
        row->description_en = reader->texts[COLUMN_DESCRIPTION_EN];
        reader->status = values_take(&reader->values, row);
    }
    if (reader->status == ERROR_NONE)
        reader->status = builder_row(reader->builder, row, reader->error);
    reader->changed = 0;
}

/* Is the row the header again, as it is where files were joined? */
static bool is_header_again(struct row_reader *reader) {
    const struct columns *columns = &reader->columns;
    size_t count = 0, size;
    if (!reader->collection && reader->repeated != columns->build_count)
        return false;
    for (size_t i = COLUMN_OTHER + 1; i < COLUMN_BUILD; i++) {
        if (!columns->where[i])
            continue;
        const char *name = columns_name(columns, columns->where[i] - 1u, &size);
        struct text text = row_text(reader, (enum column)i);
        if (text.size != size || memcmp(text.text, name, size) != 0)
            return false;
        count++;
    }
    return count > 1;
}

void source_row_end(struct row_reader *reader) {
    const struct columns *columns = &reader->columns;
    if (reader->status != ERROR_NONE)
        return;
    if (reader->fields != columns->count) {
        miscounted(reader);
        return;
    }
    bool is_again = is_header_again(reader);
    if (is_again || reader->status != ERROR_NONE)
        return;
    if (reader->bad_mark) {
        reader->unreadable = true;
        row_fault_at(reader, reader->bad_mark - 1, reader->texts[ROW_BAD_MARK], CELLS_MARKS);
        return;
    }
    if (!reader->rows)
        reader->first_line = reader->line;
    if (!reader->rows)
        reader->status =
            builder_source(reader->builder, reader->path, columns->builds,
                           reader->rows_of == ROW_OF_MEMBERS ? columns->build_count : 0,
                           reader->collection, reader->error);
    if (reader->status != ERROR_NONE)
        return;
    reader->rows++;
    if (reader->rows_of == ROW_OF_CLASSES)
        facts_class(reader);
    else if (reader->rows_of == ROW_OF_PARAMETERS)
        facts_parameter(reader);
    else
        end_member(reader);
}

bool source_is_silent(const struct row_reader *reader) {
    return reader->rows_of == ROW_OF_MEMBERS && !reader->speaks;
}

int source_says_nothing(const struct row_reader *reader, struct error *error) {
    size_t column = 0;
    struct quote name;
    while (column + 1 < reader->columns.count && reader->columns.holds[column] < COLUMN_BUILD)
        column++;
    return error_set(
        error, ERROR_INPUT,
        "%s:%llu: column %zu%s: found %s in the cells of all rows (%llu), expected ✅ or "
        "❌ in some%s",
        reader->path, (unsigned long long)reader->first_line, column + 1,
        row_named(reader, column, &name), reader->asks ? "\"?\"" : "nothing that is known",
        (unsigned long long)reader->rows,
        reader->asks ? ", which a program that has no characters for them saves as "
                       "\"?\": save as CSV UTF-8"
                     : "");
}

void source_end(struct row_reader *reader, uint64_t line) {
    if (reader->status != ERROR_NONE)
        return;
    if (!reader->rows)
        reader->status = error_set(reader->error, ERROR_INPUT,
                                   "%s:%llu: column 1: found the end of the file and no row behind "
                                   "the header, expected a row for each member",
                                   reader->path, (unsigned long long)line);
    else if (source_is_silent(reader) && reader->asks && !reader->heading.size)
        reader->status = source_says_nothing(reader, reader->error);
}
