/*
** What a line has in common with the line before it. Most fields of a report stand there again byte
** for byte, or say again what the field to their left says; they need not be read anew.
**
** How long a field is, with what ends it, is told from outside; how one is written is not known here.
** What the bytes of a field say does not depend on where they stand.
*/
#ifndef WMI_READ_REPEATS_H
#define WMI_READ_REPEATS_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts as {0}. */
struct repeats {
    struct array line;  /* char: the line before */
    struct array sizes; /* uint32_t: of its fields; up to the field at hand, of the line at hand */
    size_t fields;      /* of a line; 0 before repeats_start() */
    size_t before;      /* where the field at hand starts in the line before */
    bool known;         /* the line before is */
};

/* From now on lines have that many fields. */
int repeats_start(struct repeats *repeats, size_t fields);
void repeats_free(struct repeats *repeats);

/* How many fields, `most` at the most, each with what ends it, stand at the start of `rest` as they do
** in the line before, from that field on; *size is that of all of them. */
size_t repeats_before(const struct repeats *repeats, size_t field, size_t most, const char *rest,
                      size_t rest_size, size_t *size);

/* The size of that field, which starts at byte `at` of the line, if it says what the field to its left
** says: if it has the same bytes and ends with `separator` or, if it is the last, with the line. Counts
** what ends it. 0 if not. */
size_t repeats_left(const struct repeats *repeats, size_t field, const char *line, size_t at,
                    size_t line_size, char separator);

/* Passes over fields of that size, which repeats_before() found. */
static inline void repeats_pass(struct repeats *repeats, size_t size) {
    repeats->before += size;
}

/* Passes over another field, which is that long. */
static inline void repeats_note(struct repeats *repeats, size_t field, size_t size) {
    uint32_t *sizes = repeats->sizes.items;
    repeats->before += sizes[field];
    sizes[field] = (uint32_t)size;
}

/* The line, all of whose fields were passed over, becomes the line before. */
int repeats_keep(struct repeats *repeats, const char *line, size_t size);

/* The next line has no line before it. */
static inline void repeats_forget(struct repeats *repeats) {
    repeats->known = false;
    repeats->before = 0;
}

#endif
