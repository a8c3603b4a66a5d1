/*
** UTF-8: what is valid, and what is wrong with what is not.
*/
#ifndef WMI_BASE_UTF8_H
#define WMI_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The size of the longest valid beginning of the text. A NUL byte is not valid here. */
size_t utf8_valid(const char *text, size_t size);

/* The portable way and that of this processor, for the tests; utf8_fast() is NULL where there is
** none. */
typedef size_t utf8_valid_fast(const char *text, size_t size);
size_t utf8_valid_portable(const char *text, size_t size);
utf8_valid_fast *utf8_fast(void);

/* What stands behind the valid beginning. */
enum utf8_fault {
    UTF8_CUT_OFF, /* the beginning of a character whose other bytes are yet to come */
    UTF8_NUL,
    UTF8_INVALID,
};

/* Says what is wrong at the start of a text of at least one byte of which utf8_valid() is 0. */
enum utf8_fault utf8_fault(const char *text, size_t size);

/* Writes a character (no surrogate, up to U+10FFFF) and returns its 1 to 4 bytes. */
size_t utf8_write(char *text, uint32_t character);

/* Reads the first character of a valid text and says in *size how many bytes it takes. */
uint32_t utf8_read(const char *text, size_t *size);

/* The number of characters of a valid text. */
size_t utf8_count(const char *text, size_t size);

#endif
