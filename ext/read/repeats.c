#include "read/repeats.h"
#include "base/text.h"

#include <assert.h>

int repeats_start(struct repeats *repeats, size_t fields) {
    repeats->known = false;
    repeats->fields = fields;
    repeats->starts.count = 0;
    return array_reserve(&repeats->starts, fields + 1, sizeof(uint32_t));
}

void repeats_free(struct repeats *repeats) {
    array_free(&repeats->line);
    array_free(&repeats->starts);
    *repeats = (struct repeats){0};
}

/* How many bytes of both texts are the same, up to `size`. */
static size_t common(const char *a, const char *b, size_t size) {
    size_t at = 0;
    while (at + 8 <= size && text_word(a + at) == text_word(b + at))
        at += 8;
    while (at < size && a[at] == b[at])
        at++;
    return at;
}

size_t repeats_before(const struct repeats *repeats, size_t field, const char *line, size_t at,
                      size_t line_size, size_t *size) {
    const uint32_t *starts = repeats->starts.items;
    size_t count = 0;
    *size = 0;
    if (!repeats->known)
        return 0;
    const char *before = (const char *)repeats->line.items + starts[field];
    size_t held = repeats->line.count - starts[field], left = line_size - at;
    size_t same = common(before, line + at, held < left ? held : left);
    while (field + count < repeats->fields && starts[field + count + 1] - starts[field] <= same)
        count++;
    *size = starts[field + count] - starts[field];
    return count;
}

size_t repeats_left(const struct repeats *repeats, size_t field, const char *line, size_t at,
                    size_t line_size, char separator) {
    const uint32_t *starts = repeats->starts.items;
    assert(field && at > starts[field - 1]);
    size_t start = starts[field - 1], size = at - 1 - start;
    const char *end = line + at + size;
    if (size >= line_size - at || memcmp(line + start, line + at, size) != 0)
        return 0;
    if (field + 1 < repeats->fields)
        return *end == separator ? size + 1 : 0;
    size_t behind = line_size - at - size;
    bool is_end = *end == '\n' || (*end == '\r' && behind == 2 && end[1] == '\n');
    return is_end ? size + behind : 0;
}

void repeats_move(struct repeats *repeats, size_t field, size_t count, size_t at) {
    uint32_t *starts = repeats->starts.items;
    uint32_t by = (uint32_t)at - starts[field];
    for (size_t i = field; by && i < field + count; i++)
        starts[i] += by;
}

int repeats_keep(struct repeats *repeats, const char *line, size_t size) {
    repeats->line.count = 0;
    repeats->known = false;
    TRY(array_reserve(&repeats->line, size, 1));
    memcpy(repeats->line.items, line, size);
    repeats->line.count = size;
    repeats_note(repeats, repeats->fields, size);
    repeats->known = true;
    return ERROR_NONE;
}
