#include "script/character.h"

#define LETTERS_8 4, 4, 4, 4, 4, 4, 4, 4
#define LETTERS_64                                                                                 \
    LETTERS_8, LETTERS_8, LETTERS_8, LETTERS_8, LETTERS_8, LETTERS_8, LETTERS_8, LETTERS_8

const unsigned char script_characters[256] = {
    ['\t'] = 1,
    ['\v'] = 1,
    ['\f'] = 1,
    ['\r'] = 1,
    [' '] = 1,
    ['\n'] = 2,
    ['0'] = 8,
    8,
    8,
    8,
    8,
    8,
    8,
    8,
    8,
    8,
    ['A'] = LETTERS_8,
    LETTERS_8,
    LETTERS_8,
    4,
    4,
    ['_'] = 4,
    ['a'] = LETTERS_8,
    LETTERS_8,
    LETTERS_8,
    4,
    4,
    [128] = LETTERS_64,
    LETTERS_64,
};
