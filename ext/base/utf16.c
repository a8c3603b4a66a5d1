#include "base/utf16.h"

static uint32_t unit_at(const char *text, bool big_endian) {
    uint32_t first = (unsigned char)text[0], second = (unsigned char)text[1];
    return big_endian ? first << 8 | second : second << 8 | first;
}

uint32_t utf16_read(const char *text, size_t size, bool big_endian, size_t *taken) {
    *taken = size < 2 ? 0 : 2;
    uint32_t unit = size < 2 ? 0 : unit_at(text, big_endian);
    if (unit < 0xd800 || unit >= 0xdc00)
        return unit;
    *taken = size < 4 ? 0 : 2;
    uint32_t second = size < 4 ? 0 : unit_at(text + 2, big_endian);
    if (second < 0xdc00 || second >= 0xe000)
        return unit;
    *taken = 4;
    return 0x10000 + ((unit & 0x3ff) << 10) + (second & 0x3ff);
}
