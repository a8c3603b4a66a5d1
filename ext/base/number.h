/*
** Whole numbers in decimal digits.
*/
#ifndef WMI_BASE_NUMBER_H
#define WMI_BASE_NUMBER_H

#include "base/text.h"

/* The number whose digits stand at the start of the text, UINT64_MAX where it is larger. *digits says
** how many they are; 0, and the number is 0, where there are none. */
static inline uint64_t number_read(const char *text, size_t size, size_t *digits) {
    uint64_t number = 0;
    size_t at = 0;
    for (; at < size && is_digit(text[at]); at++) {
        uint64_t digit = (uint64_t)(text[at] - '0');
        number = number > (UINT64_MAX - digit) / 10 ? UINT64_MAX : number * 10 + digit;
    }
    *digits = at;
    return number;
}

#endif
