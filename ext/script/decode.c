#include "script/decode.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf16.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    REPLACEMENT = 0xfffd,
    LOOKED_AT = 512, /* bytes by which a text without a mark is judged */
};

/* --- UTF-16 --- */

/* Is it UTF-16 without a mark: nearly every other byte of its beginning a NUL, as a script's are, and
** none of the others? */
static bool is_unmarked(const char *bytes, size_t size, bool *big_endian) {
    size_t zeros[2] = {0, 0}, looked = (size < LOOKED_AT ? size : LOOKED_AT) & ~(size_t)1;
    for (size_t i = 0; i < looked; i++)
        zeros[i & 1] += !bytes[i];
    *big_endian = zeros[0] > 0;
    size_t most = zeros[*big_endian ? 0 : 1], least = zeros[*big_endian ? 1 : 0];
    return looked >= 8 && !least && most * 10 >= looked / 2 * 9;
}

static char *from_utf16(const char *bytes, size_t *size, bool big_endian) {
    size_t taken, length = 0;
    char *text = memory_alloc(*size / 2 * 3 + 1); /* a unit takes three bytes at the most */
    if (!text)
        return NULL;
    for (size_t at = 0; *size - at >= 2; at += taken) {
        uint32_t character = utf16_read(bytes + at, *size - at, big_endian, &taken);
        if (!taken || utf16_is_surrogate(character)) {
            character = REPLACEMENT;
            taken = 2;
        }
        length += utf8_write(text + length, character);
    }
    *size = length;
    return text;
}

/* --- Lines --- */

/* Do its lines end with CR alone, as they did on the Macintosh? */
static bool has_old_lines(const char *text, size_t size) {
    return size && !memchr(text, '\n', size) && memchr(text, '\r', size);
}

static void renew_lines(char *text, size_t size) {
    for (char *at = text; (at = memchr(at, '\r', size - (size_t)(at - text))) != NULL; at++)
        *at = '\n';
}

int script_decode(const char *bytes, size_t *size, char **decoded) {
    bool big_endian = *size && bytes[0] == '\xfe', utf16 = false;
    size_t taken, mark = 0;
    *decoded = NULL;
    if (*size >= 2 && utf16_read(bytes, *size, big_endian, &taken) == 0xfeff) {
        utf16 = true;
        mark = 2;
    } else {
        utf16 = is_unmarked(bytes, *size, &big_endian);
    }
    if (utf16) {
        *size -= mark;
        *decoded = from_utf16(bytes + mark, size, big_endian);
    } else if (has_old_lines(bytes, *size)) {
        *decoded = memory_alloc(*size);
        if (*decoded)
            memcpy(*decoded, bytes, *size);
    } else {
        return ERROR_NONE;
    }
    if (!*decoded)
        return ERROR_MEMORY;
    if (has_old_lines(*decoded, *size))
        renew_lines(*decoded, *size);
    return ERROR_NONE;
}
