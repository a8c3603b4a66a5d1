#include "read/markdown.h"
#include "base/array.h"
#include "base/text.h"
#include "read/name.h"
#include "read/source.h"
#include "read/table_line.h"

#include <assert.h>
#include <string.h>

/* Where we are in a page. */
enum page_part {
    PAGE_TEXT,    /* outside tables */
    PAGE_MEMBERS, /* in the table that has a column Member */
    PAGE_OTHER,   /* in a table that has none: passed over, as text is */
};

/* A page that is being read. */
struct page {
    struct row_reader *reader;
    enum page_part part;
    bool has_members;     /* the table of members has begun */
    bool closed;          /* its header ends with a pipe, so each row does */
    size_t descriptions;  /* how many of its last columns are descriptions: 0, 1 or 2 */
    struct array heading; /* the class */
    struct array header;  /* the line before, if it may be the header of a table */
    uint64_t header_line;
    bool escapes;       /* there is a backslash in the row at hand */
    struct array cells; /* if so: its cells without those before pipes */
};

/* Keeps a copy of the text in place of what was kept. */
static int keep(struct array *copy, struct text text) {
    uint32_t start;
    copy->count = 0;
    return array_append(copy, text.text, text.size, 1, &start);
}

static struct text kept(const struct array *copy) {
    return (struct text){copy->items, copy->count};
}

/* --- The heading --- */

/* The class that a heading names, plain; empty where it names none. It may lie in `room`. */
static int find_class(struct text heading, struct array *room, struct text *name) {
    static const char prefix[] = "WMI Class:";
    *name = (struct text){NULL, 0};
    if (heading.size < 2 || heading.text[0] != '#' || !cells_is_blank(heading.text[1]))
        return ERROR_NONE;
    struct text found = cells_trim(heading.text + 1, heading.size - 1);
    if (text_starts(found, prefix))
        found = (struct text){found.text + sizeof prefix - 1, found.size - (sizeof prefix - 1)};
    TRY(name_plain(&found, NAME_MARKDOWN, room));
    for (size_t i = 0; i < found.size; i++)
        if (cells_is_blank(found.text[i]) || found.text[i] == '|')
            return ERROR_NONE;
    *name = found;
    return ERROR_NONE;
}

static int read_heading(struct page *page, const struct bytes *bytes, struct text line) {
    struct row_reader *reader = page->reader;
    struct text name;
    struct quote quote;
    TRY(find_class(line, &page->cells, &name));
    if (!name.size)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column 1: found the heading %s, expected the heading of a class "
                         "page, \"# WMI Class: NAME\" or \"# NAME\"",
                         reader->path, (unsigned long long)bytes->line, quote_text(&quote, line));
    TRY(keep(&page->heading, name));
    reader->heading = kept(&page->heading);
    return ERROR_NONE;
}

/* --- The header of a table --- */

/* Is it the header of a table of members: with a column Member, or with one of another name that
** means a member, and a build? */
static int is_header(struct page *page, struct table_line header, bool *is) {
    bool named = false, meant = false, build = false;
    while (header.more) {
        struct text name = table_line_cell(&header);
        TRY(name_plain(&name, NAME_MARKDOWN, &page->cells));
        enum column role = columns_role(&page->reader->columns, name);
        named |= text_is(name, "Member");
        meant |= role == COLUMN_MEMBER;
        build |= role == COLUMN_BUILD;
    }
    *is = named || (meant && build);
    return ERROR_NONE;
}

/* How many of the last columns are descriptions. */
static size_t count_descriptions(const struct columns *columns) {
    size_t count = 0;
    while (count < columns->count) {
        unsigned holds = columns->holds[columns->count - 1 - count];
        if (holds != COLUMN_DESCRIPTION && holds != COLUMN_DESCRIPTION_EN)
            break;
        count++;
    }
    return count;
}

/* The line before and this alignment row start a table. */
static int start_table(struct page *page, uint64_t number, struct text alignment) {
    struct row_reader *reader = page->reader;
    struct table_line header = table_line_start(page->header.items, page->header.count);
    page->header.count = 0;
    page->part = PAGE_OTHER;
    bool is = false;
    TRY(is_header(page, header, &is));
    if (!is)
        return ERROR_NONE;
    if (page->has_members)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column 1: found a second table with a column Member, expected "
                         "one in a page",
                         reader->path, (unsigned long long)page->header_line);
    page->part = PAGE_MEMBERS;
    page->has_members = true;
    page->closed = header.closed;
    while (header.more) {
        struct text name = table_line_cell(&header);
        source_column(reader, page->header_line, name.text, name.size);
    }
    source_header(reader, page->header_line);
    size_t count = table_line_count(table_line_start(alignment.text, alignment.size));
    if (reader->status == ERROR_NONE && count != reader->columns.count)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu: found %zu cells in the alignment row, expected %zu "
                         "as in the header",
                         reader->path, (unsigned long long)number,
                         (count < reader->columns.count ? count : reader->columns.count) + 1, count,
                         reader->columns.count);
    page->descriptions = count_descriptions(&reader->columns);
    return reader->status;
}

/* --- The rows --- */

/* Hands a cell in which there may be a `\|` to the reader, with a pipe for each. */
static void give_unescaped(struct page *page, struct text cell) {
    char *copy = (char *)page->cells.items + page->cells.count, *end = copy;
    for (size_t i = 0; i < cell.size; i++)
        if (cell.text[i] != '\\' || i + 1 == cell.size || cell.text[i + 1] != '|')
            *end++ = cell.text[i];
    page->cells.count += (size_t)(end - copy);
    assert(page->cells.count <= page->cells.capacity);
    row_field(page->reader, copy, (size_t)(end - copy));
}

static inline void give_cell(struct page *page, struct text cell) {
    if (page->escapes)
        give_unescaped(page, cell);
    else
        row_field(page->reader, cell.text, cell.size);
}

/* A row with more pipes than its header, and two descriptions that are not the same. */
static int ambiguous(struct page *page, struct table_line line) {
    struct row_reader *reader = page->reader;
    size_t column = reader->columns.count - 2;
    struct quote name;
    return error_set(reader->error, ERROR_INPUT,
                     "%s:%llu: column %zu%s: found %zu cells in place of the last two, and no "
                     "one way to make two equal texts of them, expected \\| for a pipe in a text",
                     reader->path, (unsigned long long)reader->line, column + 1,
                     row_named(reader, column, &name), table_line_count(line));
}

/* The descriptions, the last columns, are all that is left of the line: a pipe may be one of their
** characters. */
static int give_descriptions(struct page *page, struct table_line line) {
    struct text halves[2];
    if (page->descriptions == 1) {
        give_cell(page, table_line_trim(line.rest.text, line.rest.size));
        return ERROR_NONE;
    }
    if (table_line_count(line) == 1) {
        give_cell(page, table_line_cell(&line));
        return ERROR_NONE;
    }
    if (!table_line_halves(line, halves))
        return ambiguous(page, line);
    give_cell(page, halves[0]);
    give_cell(page, halves[1]);
    return ERROR_NONE;
}

static int read_row(struct page *page, uint64_t number, struct text text) {
    struct row_reader *reader = page->reader;
    struct table_line line = table_line_start(text.text, text.size);
    size_t certain = reader->columns.count - page->descriptions;
    struct quote name;
    int status = ERROR_NONE;
    page->escapes = text.size && memchr(text.text, '\\', text.size);
    page->cells.count = 0;
    if (page->escapes) /* the cells stay where they are until the row ends */
        TRY(array_reserve(&page->cells, text.size, 1));
    row_start(reader, number);
    while (line.more && (reader->fields < certain || !page->descriptions))
        give_cell(page, table_line_cell(&line));
    if (line.more && page->descriptions)
        status = give_descriptions(page, line);
    if (status == ERROR_NONE && page->closed && !line.closed &&
        reader->fields == reader->columns.count)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu%s: found the end of the line, expected a pipe "
                         "behind the last cell, as in the header",
                         reader->path, (unsigned long long)number, reader->fields,
                         row_named(reader, reader->fields - 1, &name));
    if (status == ERROR_NONE)
        source_row_end(reader);
    return status == ERROR_NONE ? reader->status : status;
}

/* --- The page --- */

/* A thematic break: three or more of one of - * _ and nothing else but blanks. */
static bool is_break(struct text line) {
    size_t count = 0;
    for (size_t i = 0; i < line.size; i++) {
        if (line.text[i] == line.text[0])
            count++;
        else if (!cells_is_blank(line.text[i]))
            return false;
    }
    return count >= 3 && strchr("-*_", line.text[0]) != NULL;
}

/* The line before looked like the row of a table, but no table has begun. */
static int stray_row(const struct page *page) {
    const struct row_reader *reader = page->reader;
    struct quote quote;
    return error_set(
        reader->error, ERROR_INPUT,
        "%s:%llu: column 1: found %s outside a table, expected an alignment row (|---|) "
        "below the header of a table, and no blank line inside a table",
        reader->path, (unsigned long long)page->header_line,
        quote_text(&quote, (struct text){page->header.items, page->header.count}));
}

static int read_text(struct page *page, uint64_t number, struct text line) {
    if (page->header.count && table_line_is_alignment(line.text, line.size))
        return start_table(page, number, line);
    if (kept(&page->header).size && kept(&page->header).text[0] == '|')
        return stray_row(page);
    page->header.count = 0;
    page->header_line = number;
    return line.size && memchr(line.text, '|', line.size) ? keep(&page->header, line) : ERROR_NONE;
}

static int read_line(struct page *page, uint64_t number, const char *text, size_t size) {
    struct text line = table_line_trim(text, size);
    if (page->part != PAGE_TEXT && (!line.size || line.text[0] == '#' || is_break(line)))
        page->part = PAGE_TEXT;
    if (page->part == PAGE_MEMBERS)
        return table_line_is_blank(line.text, line.size) ? ERROR_NONE
                                                         : read_row(page, number, line);
    return page->part == PAGE_TEXT ? read_text(page, number, line) : ERROR_NONE;
}

static int finish(struct page *page, uint64_t number) {
    struct row_reader *reader = page->reader;
    if (kept(&page->header).size && kept(&page->header).text[0] == '|')
        return stray_row(page);
    if (page->has_members) {
        source_end(reader, number);
        return reader->status;
    }
    return error_set(reader->error, ERROR_INPUT,
                     "%s:%llu: column 1: found the end of the page and no table with a column "
                     "Member, expected one",
                     reader->path, (unsigned long long)number);
}

int markdown_read(struct bytes *bytes, struct row_reader *reader) {
    struct page page = {.reader = reader};
    const char *line;
    size_t size;
    int status = bytes_line(bytes, &line, &size, reader->error);
    if (status == ERROR_NONE)
        status = read_heading(&page, bytes, cells_trim(line, size));
    while (status == ERROR_NONE) {
        status = bytes_line(bytes, &line, &size, reader->error);
        if (status == ERROR_NONE && !size)
            break;
        if (status == ERROR_NONE)
            status = read_line(&page, bytes->line, line, size);
    }
    if (status == ERROR_NONE)
        status = finish(&page, bytes->line);
    array_free(&page.heading);
    array_free(&page.header);
    array_free(&page.cells);
    reader->status = status;
    return status;
}
