#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

static inline bool is_tail(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

/* The size of the character, valid and whole, at the start of the text; 0 if there is none. */
static size_t valid_character(const unsigned char *text, size_t size) {
    unsigned char first = text[0];
    if (first < 0x80)
        return first ? 1 : 0;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    if (first < 0xe0)
        return size >= 2 && is_tail(text[1]) ? 2 : 0;
    if (size < 3 || !is_tail(text[1]) || !is_tail(text[2]))
        return 0;
    if (first < 0xf0) {
        /* no longer than needed, and no surrogate */
        if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] >= 0xa0))
            return 0;
        return 3;
    }
    if (size < 4 || !is_tail(text[3]) || (first == 0xf0 && text[1] < 0x90) ||
        (first == 0xf4 && text[1] >= 0x90))
        return 0;
    return 4;
}

/* How many bytes at the start of the eight are ASCII and not NUL. */
static inline size_t ascii_bytes(const char *text) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, text, sizeof word);
    uint64_t others = (word | (word - ones)) & (ones * 0x80); /* a high bit, or a borrow from NUL */
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
#else
    size_t count = 0;
    while (others && count < 8 && (unsigned char)(text[count] - 1) < 0x7f)
        count++;
    return others ? count : 8;
#endif
}

/* Is this a character of three bytes whose first is E1 to EC? Most marks and all Chinese are. */
static inline bool is_usual(const unsigned char *bytes) {
    return (unsigned char)(bytes[0] - 0xe1) < 0x0c && is_tail(bytes[1]) && is_tail(bytes[2]);
}

size_t utf8_valid(const char *text, size_t size) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at + 8 <= size) {
        size_t ascii = ascii_bytes(text + at);
        at += ascii;
        if (ascii == 8)
            continue;
        while (size - at >= 4 && is_usual(bytes + at)) {
            at += 3;
            at += (unsigned char)(bytes[at] - 1) < 0x7f; /* the comma behind a mark */
        }
        if (at < size && bytes[at] >= 0x80) {
            size_t step = valid_character(bytes + at, size - at);
            if (!step)
                return at;
            at += step;
        } else if (at < size && !bytes[at]) {
            return at;
        }
    }
    while (at < size) {
        size_t step = valid_character(bytes + at, size - at);
        if (!step)
            break;
        at += step;
    }
    return at;
}

enum utf8_fault utf8_fault(const char *text, size_t size) {
    unsigned char whole[4] = {(unsigned char)text[0], 0x80, 0x80, 0x80};
    if (!text[0])
        return UTF8_NUL;
    /* Could some bytes behind these make a valid character? */
    if (size >= 4)
        return UTF8_INVALID;
    for (unsigned second = 0x80; second < 0xc0; second++) {
        whole[1] = (unsigned char)second;
        memcpy(whole, text, size);
        size_t length = valid_character(whole, 4);
        if (length > size)
            return UTF8_CUT_OFF;
    }
    return UTF8_INVALID;
}

size_t utf8_write(char *text, uint32_t character) {
    if (character < 0x80) {
        text[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        text[0] = (char)(0xc0 | character >> 6);
        text[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        text[0] = (char)(0xe0 | character >> 12);
        text[1] = (char)(0x80 | (character >> 6 & 0x3f));
        text[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    text[0] = (char)(0xf0 | character >> 18);
    text[1] = (char)(0x80 | (character >> 12 & 0x3f));
    text[2] = (char)(0x80 | (character >> 6 & 0x3f));
    text[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

uint32_t utf8_read(const char *text, size_t *size) {
    const unsigned char *bytes = (const unsigned char *)text;
    uint32_t first = bytes[0];
    if (first < 0x80) {
        *size = 1;
        return first;
    }
    if (first < 0xe0) {
        *size = 2;
        return (first & 0x1f) << 6 | (bytes[1] & 0x3fu);
    }
    if (first < 0xf0) {
        *size = 3;
        return (first & 0x0f) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
    }
    *size = 4;
    return (first & 0x07) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
           (bytes[3] & 0x3fu);
}

size_t utf8_count(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += !is_tail((unsigned char)text[i]);
    return count;
}
