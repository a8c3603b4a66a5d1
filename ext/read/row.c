#include "read/row.h"
#include "base/text.h"
#include "read/collection.h"

#include <string.h>

void row_source(struct row_reader *reader, struct builder *builder, const char *path,
                struct error *error) {
    reader->builder = builder;
    reader->path = path;
    reader->error = error;
    reader->status = ERROR_NONE;
    reader->unreadable = reader->collection = false;
    reader->rows = 0;
    reader->heading = (struct text){NULL, 0};
    columns_clear(&reader->columns);
    memset(reader->texts, 0, sizeof reader->texts);
}

void row_free(struct row_reader *reader) {
    columns_free(&reader->columns);
    values_free(&reader->values);
}

/* --- The header --- */

void row_column(struct row_reader *reader, uint64_t line, const char *name, size_t size) {
    if (reader->status == ERROR_NONE)
        reader->status =
            columns_add(&reader->columns, name, size, reader->path, line, reader->error);
}

/* A header that lacks something. */
static void lacking(struct row_reader *reader, uint64_t line, const char *what) {
    size_t size;
    struct quote quote;
    const char *first = columns_name(&reader->columns, 0, &size);
    reader->unreadable = true;
    reader->status = error_set(
        reader->error, ERROR_INPUT,
        "%s:%llu: columns 1 to %zu: found no column %s in a header that starts with %s, expected "
        "%sMember and at least one build number, such as 26100",
        reader->path, (unsigned long long)line, reader->columns.count, what,
        quote_text(&quote, first, size), reader->heading.size ? "" : "Class, ");
}

/* A column that may be meant for a build: with four digits in a row. Or NULL. */
static const char *build_like(const struct columns *columns, size_t *number, size_t *size) {
    for (*number = 1; *number <= columns->count; ++*number) {
        size_t digits = 0;
        const char *name = columns_name(columns, *number - 1, size);
        for (size_t i = 0; i < *size; i++) {
            digits = name[i] >= '0' && name[i] <= '9' ? digits + 1 : 0;
            if (digits == 4)
                return name;
        }
    }
    return NULL;
}

/* A header with class and member, but without builds: that of a collection, whose build stands in
** the name of its file. */
static void collection_header(struct row_reader *reader, uint64_t line) {
    struct columns *columns = &reader->columns;
    size_t number, size;
    struct quote quote;
    const char *name = build_like(columns, &number, &size);
    if (name) {
        reader->status = error_set(
            reader->error, ERROR_INPUT,
            "%s:%llu: column %zu: found %s and no build number, expected a build number in digits "
            "alone, such as 26100",
            reader->path, (unsigned long long)line, number, quote_text(&quote, name, size));
        return;
    }
    reader->status =
        collection_build(reader->path, line, columns->count, &columns->builds[0], reader->error);
    if (reader->status != ERROR_NONE)
        return;
    columns->build_count = 1;
    reader->collection = true;
    reader->present[0] = reader->known[0] = 1;
}

void row_header(struct row_reader *reader, uint64_t line) {
    const uint16_t *where = reader->columns.where;
    if (reader->status != ERROR_NONE)
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

const char *row_named(const struct row_reader *reader, size_t column, struct quote *quote) {
    size_t size = 0;
    const char *name = NULL;
    if (column < reader->columns.count)
        name = columns_name(&reader->columns, column, &size);
    if (!size)
        return "";
    quote->text[0] = ' ';
    quote->text[1] = '(';
    struct quote shown;
    size_t length = strlen(quote_name(&shown, name, size));
    memcpy(quote->text + 2, shown.text, length);
    memcpy(quote->text + 2 + length, ")", 2);
    return quote->text;
}

/* A fault in a field (column `column` from 0) of the row at hand. */
static void fault(struct row_reader *reader, size_t column, struct text found,
                  const char *expected) {
    struct quote name, text;
    reader->status = error_set(
        reader->error, ERROR_INPUT, "%s:%llu: column %zu%s: found %s, expected %s", reader->path,
        (unsigned long long)reader->line, column + 1, row_named(reader, column, &name),
        found.size ? quote_text(&text, found.text, found.size) : "nothing", expected);
}

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
        return text_is(type.text, type.size, "Method") ? method : property;
    if (category.size == 8 && text_equal_nocase(category.text, "Property", 8))
        return property;
    if (category.size == 6 && text_equal_nocase(category.text, "Method", 6))
        return method;
    return (struct text){NULL, 0};
}

/* Fills in the names, types and texts of a row; false when one of them is at fault. */
static bool fill(struct row_reader *reader, struct builder_row *row) {
    const struct text *texts = reader->texts;
    const uint16_t *where = reader->columns.where;
    row->class_name = cells_trim(texts[COLUMN_CLASS].text, texts[COLUMN_CLASS].size);
    row->member = cells_trim(texts[COLUMN_MEMBER].text, texts[COLUMN_MEMBER].size);
    row->type = cells_trim(texts[COLUMN_TYPE].text, texts[COLUMN_TYPE].size);
    row->access = cells_trim(texts[COLUMN_ACCESS].text, texts[COLUMN_ACCESS].size);
    row->description = texts[COLUMN_DESCRIPTION];
    row->description_en = texts[COLUMN_DESCRIPTION_EN];
    struct text category = cells_trim(texts[COLUMN_CATEGORY].text, texts[COLUMN_CATEGORY].size);
    row->category = category_of(category, row->type);
    if (!where[COLUMN_CLASS])
        row->class_name = reader->heading;
    if (!row->class_name.size)
        fault(reader, where[COLUMN_CLASS] - 1u, row->class_name, "the name of a class");
    else if (!row->member.size)
        fault(reader, where[COLUMN_MEMBER] - 1u, row->member, "the name of a member");
    else if (!row->category.size)
        fault(reader, where[COLUMN_CATEGORY] - 1u, category, "Property or Method");
    else if (reader->heading.size &&
             (reader->heading.size != row->class_name.size ||
              !text_equal_nocase(reader->heading.text, row->class_name.text, row->class_name.size)))
        fault(reader, where[COLUMN_CLASS] - 1u, row->class_name,
              "the class that the page's heading names");
    return reader->status == ERROR_NONE;
}

void row_end(struct row_reader *reader) {
    const struct columns *columns = &reader->columns;
    struct builder_row row = {
        .line = reader->line, .present = reader->present, .known = reader->known};
    if (reader->status != ERROR_NONE)
        return;
    if (reader->fields != columns->count) {
        miscounted(reader);
        return;
    }
    if (reader->bad_mark) {
        reader->unreadable = true;
        fault(reader, reader->bad_mark - 1, reader->texts[ROW_BAD_MARK], CELLS_MARKS);
        return;
    }
    if (!fill(reader, &row))
        return;
    reader->status = values_take(&reader->values, &row);
    if (reader->status == ERROR_NONE && !reader->rows)
        reader->status = builder_source(reader->builder, reader->path, columns->builds,
                                        columns->build_count, reader->collection, reader->error);
    reader->rows++;
    if (reader->status == ERROR_NONE)
        reader->status = builder_row(reader->builder, &row, reader->error);
}

void row_source_end(struct row_reader *reader, uint64_t line) {
    if (reader->status == ERROR_NONE && !reader->rows)
        reader->status = error_set(reader->error, ERROR_INPUT,
                                   "%s:%llu: column 1: found the end of the file and no row behind "
                                   "the header, expected a row for each member",
                                   reader->path, (unsigned long long)line);
}
