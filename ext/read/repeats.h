/*
** What a line has in common with the line before it. Most fields of a report stand there again byte
** for byte, or say again what the field to their left says; they need not be read anew.
**
** Where a field starts is told from outside; how one is written is not known here. A field's bytes
** are those up to what ends it, and what bytes say does not depend on where they stand.
*/
#ifndef WMI_READ_REPEATS_H
#define WMI_READ_REPEATS_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts as {0}. */
struct repeats {
    struct array line;   /* char: the line before */
    struct array starts; /* uint32_t: where its fields start, and its end; up to the field at hand,
                            those of the line at hand */
    size_t fields;       /* of a line; 0 before repeats_start() */
    bool known;          /* the line before is */
};

/* From now on lines have that many fields. */
int repeats_start(struct repeats *repeats, size_t fields);
void repeats_free(struct repeats *repeats);

/* How many fields, each with what ends it, stand at byte `at` of this line as they stand in the line
** before, from that field on; *size is that of all of them. */
size_t repeats_before(const struct repeats *repeats, size_t field, const char *line, size_t at,
                      size_t line_size, size_t *size);

/* The size of the field to the left, if this field at byte `at` has the same bytes and ends with
** `separator` or, if it is the last, with the line; what ends it is counted. 0 if not. */
size_t repeats_left(const struct repeats *repeats, size_t field, const char *line, size_t at,
                    size_t line_size, char separator);

/* Notes that `count` fields from that one on, which repeats_before() found there, start at byte
** `at`. */
void repeats_move(struct repeats *repeats, size_t field, size_t count, size_t at);

/* Notes that a field starts there. */
static inline void repeats_note(struct repeats *repeats, size_t field, size_t at) {
    ((uint32_t *)repeats->starts.items)[field] = (uint32_t)at;
}

/* The line, all of whose fields were noted, becomes the line before. */
int repeats_keep(struct repeats *repeats, const char *line, size_t size);

/* The next line has no line before it. */
static inline void repeats_forget(struct repeats *repeats) {
    repeats->known = false;
}

#endif
