#include "read/row.h"
#include "base/text.h"

#include <string.h>

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
    size_t length = strlen(quote_name(&shown, (struct text){name, size}));
    memcpy(quote->text + 2, shown.text, length);
    memcpy(quote->text + 2 + length, ")", 2);
    return quote->text;
}

void row_fault_at(struct row_reader *reader, size_t column, struct text found,
                  const char *expected) {
    struct quote name, text;
    reader->status = error_set(
        reader->error, ERROR_INPUT, "%s:%llu: column %zu%s: found %s, expected %s", reader->path,
        (unsigned long long)reader->line, column + 1, row_named(reader, column, &name),
        found.size ? quote_text(&text, found) : "nothing", expected);
}

void row_fault(struct row_reader *reader, enum column column, struct text found,
               const char *expected) {
    assert(reader->columns.where[column]);
    row_fault_at(reader, reader->columns.where[column] - 1u, found, expected);
}

struct text row_text(struct row_reader *reader, enum column column) {
    struct text *text = &reader->texts[column];
    uint32_t bit = ROW_BIT(column);
    _Static_assert(COLUMN_BUILD < 32, "plain_texts has a bit for each text");
    if (!text->size || reader->plain_texts & bit)
        return *text;
    if (column == COLUMN_DESCRIPTION || column == COLUMN_DESCRIPTION_EN)
        return cells_trim(text->text, text->size); /* they are stored as they stand */
    reader->plain_texts |= bit;
    int status = name_plain(text, row_markup(reader), &reader->plain[column]);
    if (reader->status == ERROR_NONE)
        reader->status = status;
    return *text;
}

enum report_answer row_answer(struct row_reader *reader, enum column column) {
    struct text text = row_text(reader, column);
    int cell = cells_mark(text.text, text.size);
    if (cell != REPORT_UNKNOWN && cell != REPORT_ABSENT && cell != REPORT_PRESENT)
        row_fault(reader, column, text, "1 or Yes, 0 or No, or blank (not known)");
    return cell == REPORT_PRESENT  ? REPORT_YES
           : cell == REPORT_ABSENT ? REPORT_NO
                                   : REPORT_NOT_KNOWN;
}

void row_no_mark(struct row_reader *reader, size_t field, struct text found) {
    size_t size;
    const char *name = columns_name(&reader->columns, field, &size);
    struct text text = cells_trim(found.text, found.size);
    reader->repeated += text.size == size && memcmp(text.text, name, size) == 0;
    if (!reader->bad_mark) {
        reader->bad_mark = field + 1;
        reader->texts[ROW_BAD_MARK] = found;
    }
}
