#include "read/csv_plain.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { BLOCK = 16 }; /* bytes that are looked at at once */

/* Where in a block these characters stand: bit i for byte i. */
struct masks {
    unsigned commas, quotes, returns;
};

#if defined(__SSE2__)

static inline unsigned equal(__m128i bytes, char c) {
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
}

static inline struct masks look(const char *block) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)block);
    return (struct masks){equal(bytes, ','), equal(bytes, '"'), equal(bytes, '\r')};
}

static inline unsigned lowest(unsigned mask) {
    return (unsigned)__builtin_ctz(mask);
}

#else

static inline struct masks look(const char *block) {
    struct masks masks = {0, 0, 0};
    for (unsigned i = 0; i < BLOCK; i++) {
        masks.commas |= (unsigned)(block[i] == ',') << i;
        masks.quotes |= (unsigned)(block[i] == '"') << i;
        masks.returns |= (unsigned)(block[i] == '\r') << i;
    }
    return masks;
}

static inline unsigned lowest(unsigned mask) {
    unsigned i = 0;
    while (!(mask >> i & 1))
        i++;
    return i;
}

#endif

/* From each quote up to the byte before the next one, all bits set: what is inside quotes. */
static inline unsigned inside_of(unsigned quotes) {
    quotes ^= quotes << 1;
    quotes ^= quotes << 2;
    quotes ^= quotes << 4;
    quotes ^= quotes << 8;
    return quotes & 0xffff;
}

static inline bool is_space(char c) {
    return c == ' ' || c == '\t';
}

/* Hands over a field as libcsv would: without the blanks around it, then without its quotes. False
** where a quote stands elsewhere than around it. */
static bool strip_field(struct row_reader *reader, const char *start, const char *end) {
    while (end > start && is_space(end[-1]))
        end--;
    while (start < end && is_space(*start))
        start++;
    bool quoted = start < end && *start == '"';
    const char *from = start + quoted;
    const char *next = from < end ? memchr(from, '"', (size_t)(end - from)) : NULL;
    if (next != (quoted ? end - 1 : NULL))
        return false;
    row_field(reader, from, (size_t)(end - from) - quoted);
    return true;
}

static inline bool hand_over(struct row_reader *reader, const char *start, const char *end,
                             bool has_quotes) {
    if (has_quotes || (start < end && (is_space(*start) || is_space(end[-1]))))
        return strip_field(reader, start, end);
    row_field(reader, start, (size_t)(end - start));
    return true;
}

/* The line without what ends it. */
static size_t without_end(const char *line, size_t size) {
    if (size && line[size - 1] == '\n')
        size--;
    if (size && line[size - 1] == '\r')
        size--;
    return size;
}

bool csv_plain_line(struct row_reader *reader, uint64_t number, const char *line, size_t size) {
    size = without_end(line, size);
    const char *start = line;
    bool has_quotes = false;
    unsigned open = 0; /* all bits set while a quote is open at the start of a block */
    row_start(reader, number);
    for (size_t at = 0; at < size; at += BLOCK) {
        char rest[BLOCK] = {0};
        bool whole = size - at >= BLOCK;
        if (!whole)
            memcpy(rest, line + at, size - at);
        struct masks masks = look(whole ? line + at : rest);
        if (masks.returns)
            return false;
        if (masks.quotes || open) {
            unsigned inside = inside_of(masks.quotes) ^ open;
            has_quotes = true;
            masks.commas &= ~inside;
            open = (inside >> (BLOCK - 1)) ? 0xffff : 0;
        }
        for (; masks.commas; masks.commas &= masks.commas - 1) {
            const char *comma = line + at + lowest(masks.commas);
            if (!hand_over(reader, start, comma, has_quotes))
                return false;
            start = comma + 1;
        }
    }
    if (!reader->fields && !cells_trim(line, size).size)
        return true;
    if (open || !hand_over(reader, start, line + size, has_quotes))
        return false;
    row_end(reader);
    return true;
}
