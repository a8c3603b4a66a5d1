#include "read/repair.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* The characters of bytes 0x80 to 0xff, in the order of the bytes. */
static const uint16_t mac_roman[128] = {
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3,
    0x00e5, 0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3,
    0x00f2, 0x00f4, 0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3,
    0x00a7, 0x2022, 0x00b6, 0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8,
    0x221e, 0x00b1, 0x2264, 0x2265, 0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa,
    0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf, 0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab,
    0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d,
    0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
    0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1, 0x00cb, 0x00c8, 0x00cd, 0x00ce,
    0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9, 0x0131, 0x02c6, 0x02dc,
    0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7,
};

/* Bytes 0x80 to 0x9f; those from 0xa0 on are the characters of the same number. The five bytes that
** Windows-1252 leaves undefined are control characters, as browsers decode them. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

enum {
    CHARACTERS = 129,  /* that an encoding has beyond ASCII, and the one below */
    EURO = 0xdb,       /* in Mac Roman, where it once stood for the currency sign: */
    CURRENCY = 0x00a4, /* either is mapped back */
};

/* A character and the byte that the encoding has for it. */
struct pair {
    uint16_t character;
    uint8_t byte;
};

/* An encoding, from characters to bytes. */
struct inverse {
    struct pair pairs[CHARACTERS]; /* ascending by character */
    size_t count;
};

static int by_character(const void *a, const void *b) {
    return ((const struct pair *)a)->character - ((const struct pair *)b)->character;
}

static void invert(struct inverse *inverse, enum repair repair) {
    bool is_mac = repair == REPAIR_MAC_ROMAN;
    assert(is_mac || repair == REPAIR_WINDOWS_1252);
    inverse->count = 0;
    for (unsigned byte = 0x80; byte <= 0xff; byte++) {
        unsigned character = is_mac        ? mac_roman[byte - 0x80]
                             : byte < 0xa0 ? windows_1252[byte - 0x80]
                                           : byte;
        inverse->pairs[inverse->count++] = (struct pair){(uint16_t)character, (uint8_t)byte};
    }
    if (is_mac)
        inverse->pairs[inverse->count++] = (struct pair){CURRENCY, EURO};
    qsort(inverse->pairs, inverse->count, sizeof *inverse->pairs, by_character);
}

/* The byte of that character, or -1. */
static int byte_of(const struct inverse *inverse, uint32_t character) {
    size_t low = 0, high = inverse->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct pair *pair = &inverse->pairs[middle];
        if (pair->character == character)
            return pair->byte;
        if (pair->character < character)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

size_t repair_text(enum repair repair, const char *text, size_t size, char *bytes,
                   size_t *written) {
    size_t at = 0, end = 0;
    struct inverse inverse;
    invert(&inverse, repair);
    while (at < size) {
        if ((unsigned char)text[at] < 0x80) {
            bytes[end++] = text[at++];
            continue;
        }
        size_t length;
        int byte = byte_of(&inverse, utf8_read(text + at, &length));
        if (byte < 0)
            break;
        bytes[end++] = (char)byte;
        at += length;
    }
    *written = end;
    return at;
}

const char *repair_name(enum repair repair) {
    static const char *const names[REPAIR_COUNT] = {NULL, "mac roman", "windows-1252"};
    return names[repair];
}
