#include "script/decode.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf16.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

enum { REPLACEMENT = 0xfffd };

int script_decode(const char *bytes, size_t *size, char **decoded) {
    *decoded = NULL;
    if (*size < 2)
        return ERROR_NONE;
    size_t taken, length = 0;
    bool big_endian = bytes[0] == '\xfe';
    if (utf16_read(bytes, *size, big_endian, &taken) != 0xfeff)
        return ERROR_NONE;
    char *text = memory_alloc(*size / 2 * 3 + 1); /* a unit takes three bytes at the most */
    if (!text)
        return ERROR_MEMORY;
    for (size_t at = 2; *size - at >= 2; at += taken) {
        uint32_t character = utf16_read(bytes + at, *size - at, big_endian, &taken);
        if (!taken || utf16_is_surrogate(character)) {
            character = REPLACEMENT;
            taken = 2;
        }
        length += utf8_write(text + length, character);
    }
    *size = length;
    *decoded = text;
    return ERROR_NONE;
}
