/* What kind of character a byte is. */
#ifndef WMI_SCRIPT_CHARACTER_H
#define WMI_SCRIPT_CHARACTER_H

#include <stdbool.h>

enum script_character {
    CHARACTER_BLANK = 1,
    CHARACTER_LINE = 2,
    CHARACTER_LETTER = 4,
    CHARACTER_DIGIT = 8,
    CHARACTER_WORD = CHARACTER_LETTER | CHARACTER_DIGIT,
};

/* The kind of each byte. Bytes beyond ASCII are letters: identifiers may hold them. */
extern const unsigned char script_characters[256];

static inline bool script_is(char c, unsigned kinds) {
    return script_characters[(unsigned char)c] & kinds;
}

/* Is it a letter, a digit, an underscore or beyond ASCII? */
static inline bool script_is_word(char c) {
    return script_is(c, CHARACTER_WORD);
}

#endif
