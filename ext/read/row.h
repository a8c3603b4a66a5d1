/*
** The fields of a row, whether of CSV or Markdown: what each says, and what is wrong with it.
*/
#ifndef WMI_READ_ROW_H
#define WMI_READ_ROW_H

#include "base/quote.h"
#include "builder/builder.h"
#include "read/cells.h"
#include "read/columns.h"
#include "read/value_map.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ROW_WORDS ((REPORT_BUILDS_MAX + 63) / 64)

/* A bit for each of enum column; all builds have one. */
#define ROW_BIT(column) (UINT32_C(1) << (column))

enum row_text {
    ROW_BAD_MARK = COLUMN_BUILD, /* behind the texts by enum column */
    ROW_TEXTS,
};

/* What the rows of a source are, by its header. */
enum row_of { ROW_OF_MEMBERS, ROW_OF_CLASSES, ROW_OF_PARAMETERS };

/* The source at hand and its row at hand. Starts as {0}. */
struct row_reader {
    struct builder *builder;
    const char *path;
    struct error *error;
    int status;      /* of the first fault: then nothing more is read */
    bool unreadable; /* it is a header or a mark: the text may be double-encoded */
    enum row_of rows_of;
    bool collection;     /* without build columns: every row is present on builds[0] */
    uint64_t rows;       /* handed over */
    bool speaks;         /* a cell says something, or a row does by being there */
    bool asks;           /* a cell is `?` */
    uint64_t first_line; /* of its rows */
    struct text heading; /* the class that a page is about; empty for CSV */
    struct columns columns;
    struct values values;

    uint64_t line;                /* where the row at hand starts */
    size_t fields;                /* of it so far */
    size_t bad_mark;              /* the number, from 1, of the first field that is no mark, or 0 */
    size_t repeated;              /* fields so far that are no mark, but the name of their column */
    struct text texts[ROW_TEXTS]; /* by enum column, and the bad mark */
    uint32_t changed; /* bit i: a field of enum column i was taken since a row was handed over */
    uint32_t plain_texts; /* bit i: texts[i] is plain, and may lie in plain[i] */
    struct array plain[COLUMN_BUILD];
    uint64_t present[ROW_WORDS], known[ROW_WORDS], inferred[ROW_WORDS];
    struct builder_row row; /* the last that was handed over */
};

/* For messages: the name of a column (from 0) in brackets with a blank before it, or nothing where
** it has none. The result lives in `quote` or is a literal. */
const char *row_named(const struct row_reader *reader, size_t column, struct quote *quote);

/* What names are written in. */
static inline enum name_markup row_markup(const struct row_reader *reader) {
    return reader->heading.size ? NAME_MARKDOWN : NAME_PLAIN;
}

/* Starts a row. */
static inline void row_start(struct row_reader *reader, uint64_t line) {
    reader->line = line;
    reader->fields = 0;
    reader->bad_mark = reader->repeated = 0;
}

/* The next `count` fields of the row say what they said in the row before. */
static inline void row_again(struct row_reader *reader, size_t count) {
    reader->fields += count;
}

/* For row_other(): a field that is no mark. */
void row_no_mark(struct row_reader *reader, size_t field, struct text found);

/* Takes the next field of the row if it is the mark of a build: its text need not live on. False if it
** is anything else; then it is yet to be taken. */
static inline bool row_mark(struct row_reader *reader, const char *text, size_t size) {
    size_t field = reader->fields;
    if (field >= reader->columns.count || reader->columns.holds[field] < COLUMN_BUILD)
        return false;
    int cell = cells_mark(text, size);
    if (cell == CELLS_NO_MARK)
        return false;
    bool inferred = cell >= CELLS_INFERRED;
    cell -= inferred ? CELLS_INFERRED : 0;
    unsigned build = reader->columns.holds[field] - COLUMN_BUILD;
    reader->changed |= ROW_BIT(COLUMN_BUILD);
    uint64_t *present = &reader->present[build / 64], *known = &reader->known[build / 64];
    uint64_t bit = UINT64_C(1) << (build % 64);
    reader->inferred[build / 64] = (reader->inferred[build / 64] & ~bit) | (inferred ? bit : 0);
    *present = (*present & ~bit) | (cell == REPORT_PRESENT ? bit : 0);
    *known = (*known & ~bit) | (cell >= 0 ? bit : 0);
    reader->speaks |= cell >= 0;
    reader->asks |= size == 1 && *text == '?';
    reader->fields++;
    return true;
}

/* Takes the next field of the row, which row_mark() did not. The text must live until source_row_end(), and
** as long as row_again() passes over its column. */
static inline void row_other(struct row_reader *reader, const char *text, size_t size) {
    size_t field = reader->fields++;
    if (field >= reader->columns.count)
        return;
    unsigned holds = reader->columns.holds[field];
    if (holds < COLUMN_BUILD) {
        reader->texts[holds] = (struct text){text, size};
        reader->plain_texts &= ~ROW_BIT(holds);
        reader->changed |= ROW_BIT(holds);
    } else {
        row_no_mark(reader, field, (struct text){text, size});
    }
}

/* Takes the next field of the row, whatever it is. The text must live until source_row_end(). */
static inline void row_field(struct row_reader *reader, const char *text, size_t size) {
    if (!row_mark(reader, text, size))
        row_other(reader, text, size);
}

/* Say that a field of the row at hand is at fault: the one at `column`, from 0, or that of a column. Set
** `status`. */
void row_fault_at(struct row_reader *reader, size_t column, struct text found,
                  const char *expected);
void row_fault(struct row_reader *reader, enum column column, struct text found,
               const char *expected);

/* The text of a column in the row at hand, trimmed, and plain unless it is a description; empty where
** the source has no such column. Sets `status` where there is no memory. */
struct text row_text(struct row_reader *reader, enum column column);

/* What a column of yes and no says in the row at hand. */
enum report_answer row_answer(struct row_reader *reader, enum column column);

#endif
