#include "read/csv.h"
#include "base/array.h"
#include "base/memory.h"
#include "base/text.h"
#include "read/repeats.h"
#include "read/separator.h"
#include "read/source.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

enum { BLOCK = 4096 }; /* by which libcsv's buffer grows at least */

/* A CSV file on its way through libcsv, which is fed a line of the file at a time: so it is known
** on which line every field stands.
**
** Most fields of a row stand byte for byte in the row before, or in the field to their left. libcsv
** reads such bytes once: where they stand again it is fed in their place what ends them alone, an empty
** field, and on_field() puts in what libcsv made of them. */
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
    struct repeats repeats;
    size_t again; /* the empty field that is being fed stands for so many of the row before */
    bool as_left; /* it stands for what the field to its left says */
    struct array texts[ROW_TEXTS]; /* by enum row_text; libcsv keeps only the field at hand */
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

/* Keeps the text of the field at hand, which is no mark, until its column has another. */
static int keep_text(struct csv *csv, struct text *text) {
    struct row_reader *reader = csv->reader;
    const uint16_t *holds = reader->columns.holds;
    if (reader->fields >= reader->columns.count || holds[reader->fields] == COLUMN_OTHER)
        return ERROR_NONE;
    bool is_mark = holds[reader->fields] >= COLUMN_BUILD;
    if (is_mark && reader->bad_mark)
        return ERROR_NONE; /* only the first is told of */
    struct array *kept = &csv->texts[is_mark ? ROW_BAD_MARK : holds[reader->fields]];
    if (csv->as_left) {
        const struct array *left = &csv->texts[holds[reader->fields - 1]];
        *text = (struct text){left->items, left->count};
    }
    kept->count = 0;
    TRY(array_reserve(kept, text->size, 1));
    if (text->size)
        memcpy(kept->items, text->text, text->size);
    kept->count = text->size;
    text->text = kept->items;
    return ERROR_NONE;
}

static void on_field(void *bytes, size_t size, void *context) {
    struct csv *csv = context;
    struct row_reader *reader = csv->reader;
    struct text text = {bytes, size};
    csv->fields++;
    csv->field_line = csv->line;
    if (csv->row_ended) {
        carriage_return(csv);
    } else if (!csv->in_rows) {
        source_column(reader, csv->row_line, bytes, size);
    } else if (csv->again) {
        csv->fields += csv->again - 1;
        row_again(reader, csv->again);
        csv->again = 0;
    } else if (csv->as_left || !row_mark(reader, bytes, size)) {
        int status = keep_text(csv, &text);
        csv->as_left = false;
        if (reader->status == ERROR_NONE)
            reader->status = status;
        row_other(reader, text.text, text.size);
    }
}

static void on_row(int end, void *context) {
    struct csv *csv = context;
    struct row_reader *reader = csv->reader;
    (void)end;
    if (csv->in_rows)
        source_row_end(reader);
    else
        source_header(reader, csv->row_line);
    if (!csv->in_rows && reader->status == ERROR_NONE)
        reader->status = repeats_start(&csv->repeats, reader->columns.count);
    csv->in_rows = true;
    csv->row_ended = true;
    csv->fields = 0;
}

/* --- Feeding it --- */

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
        reader->path, number, csv->fields + 1, name,
        quote_text(&quote, (struct text){line + at, size - at}),
        (unsigned long long)csv->field_line, separator_name(csv->separator));
}

/* Feeds libcsv the bytes of a line from `from` to `to`. */
static int feed_bytes(struct csv *csv, struct text line, size_t from, size_t to) {
    size_t fed = csv_parse(&csv->parser, line.text + from, to - from, on_field, on_row, csv);
    return fed < to - from ? stopped(csv, line.text, line.size, from + fed) : csv->reader->status;
}

/* The size of the field at byte `at` if it is a text and says what the one to its left says, else 0. */
static size_t left_size(const struct csv *csv, struct text line, size_t at, size_t field) {
    const uint16_t *holds = csv->reader->columns.holds;
    if (!field || holds[field] >= COLUMN_BUILD || holds[field] == COLUMN_OTHER ||
        holds[field - 1] >= COLUMN_BUILD || holds[field - 1] == COLUMN_OTHER)
        return 0;
    return repeats_left(&csv->repeats, field, line.text, at, line.size, csv->separator);
}

/* Feeds libcsv the field at byte *at, and before it what is still to be fed from byte `from` on. */
static int feed_field(struct csv *csv, struct text line, size_t from, size_t *at, size_t field) {
    size_t start = *at;
    do {
        const char *end = NULL;
        if (field + 1 < csv->repeats.fields)
            end = memchr(line.text + *at, csv->separator, line.size - *at);
        *at = end ? (size_t)(end - line.text) + 1 : line.size;
        TRY(feed_bytes(csv, line, from, *at));
        from = *at;
    } while (*at < line.size && csv->fields <= field && !csv->row_ended);
    repeats_note(&csv->repeats, field, *at - start);
    return ERROR_NONE;
}

/* Feeds libcsv a line that starts a row behind the header. */
static int feed_row(struct csv *csv, struct text line) {
    size_t fields = csv->repeats.fields, at = 0;
    size_t from =
        0; /* less than `at`: what ends a field that stands for others is still to be fed */
    assert(fields > 1); /* class and member at least */
    while (at < line.size && !csv->row_ended) {
        size_t size, field = csv->fields + csv->again + csv->as_left;
        if (field == fields)
            break;
        /* never all of them: to libcsv a row does not start with its end */
        size_t most = field ? fields - field : fields - 1;
        size_t again =
            repeats_before(&csv->repeats, field, most, line.text + at, line.size - at, &size);
        size_t left = again ? 0 : left_size(csv, line, at, field);
        if (!again && !left) {
            TRY(feed_field(csv, line, from, &at, field));
            from = at;
            continue;
        }
        if (from < at)
            TRY(feed_bytes(csv, line, from, at));
        if (again)
            repeats_pass(&csv->repeats, size);
        else
            repeats_note(&csv->repeats, field, left);
        csv->again = again;
        csv->as_left = left;
        at += size + left;
        from = at - 1;
    }
    return from < line.size ? feed_bytes(csv, line, from, line.size) : ERROR_NONE;
}

static int feed(struct csv *csv, struct text line) {
    struct row_reader *reader = csv->reader;
    struct quote named;
    bool is_row = csv->in_rows && !csv->open;
    if (!csv->open) {
        csv->row_line = csv->field_line = csv->line;
        csv->row_size = 0;
        row_start(reader, csv->line);
    }
    if (csv->open) /* a long field: libcsv's buffer shall double, not creep */
        csv_set_blk_size(&csv->parser, csv->row_size + BLOCK);
    csv->row_size += line.size;
    csv->row_ended = false;
    TRY(is_row ? feed_row(csv, line) : feed_bytes(csv, line, 0, line.size));
    csv->open = csv->parser.pstate != 0; /* 0: libcsv's ROW_NOT_BEGUN */
    if (csv->open && csv->row_ended)
        carriage_return(csv);
    if (csv->open && csv->row_size > BYTES_LINE_MAX)
        return error_set(reader->error, ERROR_INPUT,
                         "%s:%llu: column %zu%s: found a quote that is still open after %zu MB, "
                         "expected its end",
                         reader->path, (unsigned long long)csv->field_line, csv->fields + 1,
                         open_name(csv, &named), BYTES_LINE_MAX >> 20);
    TRY(reader->status);
    /* a row whose marks are none is the header again */
    if (is_row && !csv->open && !reader->bad_mark)
        return repeats_keep(&csv->repeats, line.text, line.size);
    repeats_forget(&csv->repeats);
    return ERROR_NONE;
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
            TRY(feed(csv, line));
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
    repeats_free(&csv.repeats);
    for (size_t i = 0; i < ROW_TEXTS; i++)
        array_free(&csv.texts[i]);
    return reader->status;
}
