#include "read/repeats.h"
#include "base/text.h"

#include <assert.h>

int repeats_start(struct repeats *repeats, size_t fields) {
    repeats_forget(repeats);
    repeats->fields = fields;
    repeats->sizes.count = 0;
    TRY(array_reserve(&repeats->sizes, fields, sizeof(uint32_t)));
    memset(repeats->sizes.items, 0, fields * sizeof(uint32_t));
    return ERROR_NONE;
}

void repeats_free(struct repeats *repeats) {
    array_free(&repeats->line);
    array_free(&repeats->sizes);
    *repeats = (struct repeats){0};
}

/* How many bytes of both texts are the same, up to `size`. */
static size_t common(const char *a, const char *b, size_t size) {
    size_t at = 0;
    while (at + 8 <= size) {
        uint64_t differs = text_word(a + at) ^ text_word(b + at);
#ifdef __GNUC__
        if (differs)
            return at + (size_t)__builtin_ctzll(differs) / 8;
#else
        if (differs)
            break;
#endif
        at += 8;
    }
    while (at < size && a[at] == b[at])
        at++;
    return at;
}

size_t repeats_before(const struct repeats *repeats, size_t field, size_t most, const char *rest,
                      size_t rest_size, size_t *size) {
    const uint32_t *sizes = (const uint32_t *)repeats->sizes.items + field;
    size_t count = 0;
    *size = 0;
    if (!repeats->known)
        return 0;
    assert(field + most <= repeats->fields && repeats->before <= repeats->line.count);
    const char *before = (const char *)repeats->line.items + repeats->before;
    size_t held = repeats->line.count - repeats->before;
    size_t same = common(before, rest, held < rest_size ? held : rest_size);
    for (; count < most && *size + sizes[count] <= same; count++)
        *size += sizes[count];
    return count;
}

size_t repeats_left(const struct repeats *repeats, size_t field, const char *line, size_t at,
                    size_t line_size, char separator) {
    const uint32_t *sizes = repeats->sizes.items;
    assert(field && sizes[field - 1] && sizes[field - 1] <= at);
    const char *text = line + at, *left = text - sizes[field - 1];
    size_t size = sizes[field - 1] - 1u, held = line_size - at;
    if (size >= held || *left != *text || memcmp(left, text, size) != 0)
        return 0;
    if (field + 1 < repeats->fields)
        return text[size] == separator ? size + 1 : 0;
    bool is_end =
        text[size] == '\n' || (text[size] == '\r' && held == size + 2 && text[size + 1] == '\n');
    return is_end ? held : 0;
}

int repeats_keep(struct repeats *repeats, const char *line, size_t size) {
    repeats->line.count = 0;
    repeats_forget(repeats);
    TRY(array_reserve(&repeats->line, size, 1));
    memcpy(repeats->line.items, line, size);
    repeats->line.count = size;
    repeats->known = true;
    return ERROR_NONE;
}
