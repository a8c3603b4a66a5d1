/*
** What single cells say: the marks of availability, and blanks around names.
*/
#ifndef WMI_READ_CELLS_H
#define WMI_READ_CELLS_H

#include "builder/builder.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CELLS_NO_MARK  2 /* beside enum report_cell */
#define CELLS_INFERRED 4 /* added to REPORT_PRESENT or REPORT_ABSENT: `~` stood before the mark */

#define CELLS_MARKS                                                                                               \
    "a mark: ✅ ✔ ✓ ☑ Y Yes True 1 x (present), ❌ ✘ ✗ ✖ N No False 0 (absent), or blank, -, ? or " \
    "N/A (unknown); ~ before one says that it is inferred"

/* What a mark says: enum report_cell, with CELLS_INFERRED or without, or CELLS_NO_MARK when it is
** none. Takes any mark, with blanks around it. */
int cells_any_mark(const char *text, size_t size);

/* The same, fast for the marks that reports are full of. */
static inline int cells_mark(const char *text, size_t size) {
    if (!size) /* and the text may be NULL */
        return REPORT_UNKNOWN;
    bool inferred = size == 4 && text[0] == '~';
    const char *mark = text + inferred;
    if (size == 3u + inferred && mark[0] == '\xe2') {
        if (mark[1] == '\x9c' && mark[2] == '\x85')
            return REPORT_PRESENT + CELLS_INFERRED * inferred;
        if (mark[1] == '\x9d' && mark[2] == '\x8c')
            return REPORT_ABSENT + CELLS_INFERRED * inferred;
    }
    return cells_any_mark(text, size);
}

static inline bool cells_is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Without the blanks around it. */
static inline struct text cells_trim(const char *text, size_t size) {
    while (size && cells_is_blank(text[size - 1]))
        size--;
    while (size && cells_is_blank(*text)) {
        text++;
        size--;
    }
    return (struct text){text, size};
}

#endif
