#include "read/csv.h"
#include "base/array.h"
#include "base/memory.h"
#include "base/text.h"
#include "read/separator.h"
#include "read/source.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

enum { BLOCK = 4096 }; /* by which libcsv's buffer grows at least */

/* A CSV file on its way through libcsv, which is fed a line of the file at a time: so it is known
** on which line every field stands. */
struct csv {
    struct row_reader *reader;
    struct csv_parser parser;
    uint64_t line;       /* that is being fed */
    uint64_t row_line;   /* where the row at hand starts */
    uint64_t field_line; /* where the field at hand starts */
    size_t row_size;     /* bytes of the row at hand so far */
    size_t fields;       /* of the row at hand */
    bool open;           /* the row at hand goes on: a quote is open */
    bool row_ended;      /* a row ended in the line that is being fed */
    bool in_rows;        /* the header is behind us */
    char separator;      /* 0 before the header */
    struct array texts;  /* of the row at hand; libcsv keeps only the field at hand */
};

/* --- What libcsv calls --- */

static void carriage_return(struct csv *csv) {
    struct row_reader *reader = csv->reader;
    if (reader->status == ERROR_NONE)
        reader->status = error_set(
            reader->error, ERROR_INPUT,
            "%s:%llu: column 1: found a row behind a carriage return (CR) without a line feed, "
            "expected lines that end in LF or CRLF",
            reader->path, (unsigned long long)csv->line);
}

static void on_field(void *text, size_t size, void *context) {
    struct csv *csv = context;
    struct row_reader *reader = csv->reader;
    csv->fields++;
    csv->field_line = csv->line;
    if (csv->row_ended) {
        carriage_return(csv);
    } else if (!csv->in_rows) {
        source_column(reader, csv->row_line, text, size);
    } else if (!row_mark(reader, text, size)) {
        char *copy = (char *)csv->texts.items + csv->texts.count;
        assert(size <= csv->texts.capacity - csv->texts.count); /* reserve() made room */
        if (size)
            memcpy(copy, text, size);
        csv->texts.count += size;
        row_other(reader, copy, size);
    }
}

static void on_row(int end, void *context) {
    struct csv *csv = context;
    (void)end;
    if (csv->in_rows)
        source_row_end(csv->reader);
    else
        source_header(csv->reader, csv->row_line);
    csv->in_rows = true;
    csv->row_ended = true;
    csv->fields = 0;
}

/* --- Feeding it --- */

/* Makes room for all the texts that the row may have by the end of a line of `size` bytes. The
** texts that it has already move along. */
static int reserve(struct csv *csv, size_t size) {
    struct text *texts = csv->reader->texts;
    uintptr_t before = (uintptr_t)csv->texts.items;
    TRY(array_reserve(&csv->texts, csv->row_size + size + 1 - csv->texts.count, 1));
    const char *moved = csv->texts.items;
    for (size_t i = 0; i < ROW_TEXTS && before != (uintptr_t)moved; i++)
        if (csv->open && (uintptr_t)texts[i].text - before <= csv->texts.count)
            texts[i].text = moved + ((uintptr_t)texts[i].text - before);
    return ERROR_NONE;
}

/* The name of the column whose field is at hand. */
static const char *open_name(const struct csv *csv, struct quote *quote) {
    return csv->in_rows ? row_named(csv->reader, csv->fields, quote) : "";
}

/* libcsv stopped at that byte of the line. */
static int stopped(struct csv *csv, const char *line, size_t size, size_t at) {
    struct row_reader *reader = csv->reader;
    unsigned long long number = csv->line;
    struct quote quote, named;
    const char *name = open_name(csv, &named);
    if (reader->status != ERROR_NONE)
        return reader->status;
    if (csv_error(&csv->parser) != CSV_EPARSE)
        return ERROR_MEMORY;
    if (!csv->parser.quoted)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu%s: found a quote inside a field, expected the "
                         "whole field in quotes and \"\" for a quote in it",
                         reader->path, number, csv->fields + 1, name);
    while (size > at && cells_is_blank(line[size - 1]))
        size--;
    return error_set(
        reader->error, ERROR_INPUT,
        "%s:%llu: column %zu%s: found %s behind the closing quote of a field that starts "
        "on line %llu, expected %s or the end of the row",
        reader->path, number, csv->fields + 1, name, quote_text(&quote, line + at, size - at),
        (unsigned long long)csv->field_line, separator_name(csv->separator));
}

static int feed(struct csv *csv, const char *line, size_t size) {
    struct row_reader *reader = csv->reader;
    struct quote named;
    if (!csv->open) {
        csv->row_line = csv->field_line = csv->line;
        csv->row_size = csv->texts.count = 0;
        row_start(reader, csv->line);
    }
    int status = reserve(csv, size);
    if (status != ERROR_NONE)
        return status;
    if (csv->open) /* a long field: libcsv's buffer shall double, not creep */
        csv_set_blk_size(&csv->parser, csv->row_size + BLOCK);
    csv->row_size += size;
    csv->row_ended = false;
    size_t fed = csv_parse(&csv->parser, line, size, on_field, on_row, csv);
    if (fed < size)
        return stopped(csv, line, size, fed);
    csv->open = csv->parser.pstate != 0; /* 0: libcsv's ROW_NOT_BEGUN */
    if (csv->open && csv->row_ended)
        carriage_return(csv);
    if (csv->open && csv->row_size > BYTES_LINE_MAX)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu%s: found a quote that is still open after %zu MB, "
                         "expected its end",
                         reader->path, (unsigned long long)csv->field_line, csv->fields + 1,
                         open_name(csv, &named), BYTES_LINE_MAX >> 20);
    return reader->status;
}

static int finish(struct csv *csv) {
    struct row_reader *reader = csv->reader;
    struct quote named;
    csv->row_ended = false;
    if (csv_fini(&csv->parser, on_field, on_row, csv) != 0)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu%s: found a quote that is never closed, expected its "
                         "end before the end of the file",
                         reader->path, (unsigned long long)csv->field_line, csv->fields + 1,
                         open_name(csv, &named));
    if (reader->status == ERROR_NONE && !csv->in_rows)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:1: column 1: found a blank file, expected a header with Class, Member "
                         "and at least one build number",
                         reader->path);
    source_end(reader, csv->line);
    return reader->status;
}

/* Passes over what stands before the header, which it gives, and finds the separator. */
static int find_header(struct csv *csv, struct bytes *bytes, struct text *header) {
    struct row_reader *reader = csv->reader;
    bool declared = false;
    do {
        TRY(bytes_line(bytes, &header->text, &header->size, reader->error));
        if (!declared && separator_declared(*header, &csv->separator))
            declared = true;
        else if (!separator_comment(*header) && !separator_blank_line(*header, csv->separator))
            break;
    } while (header->size);
    if (!declared)
        csv->separator = separator_guess(*header);
    csv_set_delim(&csv->parser, (unsigned char)csv->separator);
    return ERROR_NONE;
}

static int read_lines(struct csv *csv, struct bytes *bytes) {
    struct text line;
    TRY(find_header(csv, bytes, &line));
    while (line.size) {
        csv->line = bytes->line;
        if (csv->open || !separator_blank_line(line, csv->separator))
            TRY(feed(csv, line.text, line.size));
        TRY(bytes_line(bytes, &line.text, &line.size, csv->reader->error));
    }
    return finish(csv);
}

int csv_read(struct bytes *bytes, struct row_reader *reader) {
    struct csv csv = {.reader = reader};
    csv_init(&csv.parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_realloc_func(&csv.parser, memory_resize);
    csv_set_free_func(&csv.parser, memory_free);
    csv_set_blk_size(&csv.parser, BLOCK);
    reader->status = read_lines(&csv, bytes);
    csv_free(&csv.parser);
    array_free(&csv.texts);
    return reader->status;
}
