#include "script/decode.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

enum { REPLACEMENT = 0xfffd };

static uint32_t unit_at(const char *bytes, size_t unit, bool big_endian) {
    unsigned char first = (unsigned char)bytes[2 * unit],
                  second = (unsigned char)bytes[2 * unit + 1];
    return big_endian ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

int script_decode(const char *bytes, size_t *size, char **decoded) {
    *decoded = NULL;
    if (*size < 2)
        return ERROR_NONE;
    uint32_t mark = unit_at(bytes, 0, true);
    if (mark != 0xfeff && mark != 0xfffe)
        return ERROR_NONE;
    bool big_endian = mark == 0xfeff;
    size_t units = *size / 2, length = 0;
    char *text = memory_alloc(units * 3 + 1); /* a unit takes three bytes at the most */
    if (!text)
        return ERROR_MEMORY;
    for (size_t i = 1; i < units; i++) {
        uint32_t character = unit_at(bytes, i, big_endian);
        bool is_high = character >= 0xd800 && character < 0xdc00;
        uint32_t low = is_high && i + 1 < units ? unit_at(bytes, i + 1, big_endian) : 0;
        if (low >= 0xdc00 && low < 0xe000) {
            character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
            i++;
        } else if (character >= 0xd800 && character < 0xe000) {
            character = REPLACEMENT;
        }
        length += utf8_write(text + length, character);
    }
    *size = length;
    *decoded = text;
    return ERROR_NONE;
}
