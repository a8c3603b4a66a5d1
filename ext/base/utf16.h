/*
** UTF-16 of either byte order.
*/
#ifndef WMI_BASE_UTF16_H
#define WMI_BASE_UTF16_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool utf16_is_surrogate(uint32_t character) {
    return character >= 0xd800 && character < 0xe000;
}

/* Reads the character at the start of the text and says in *taken how many bytes it takes, 2 or 4;
** 0, and the character says nothing, where its other bytes are yet to come. A surrogate without its
** partner is given as it is. */
uint32_t utf16_read(const char *text, size_t size, bool big_endian, size_t *taken);

#endif
