/*
** Whole numbers in digits.
*/
#ifndef WMI_BASE_NUMBER_H
#define WMI_BASE_NUMBER_H

#include "base/text.h"

/* What the character stands for as a digit, in hexadecimal at most; 16 where it is none. */
static inline unsigned number_digit(char c) {
    char letter = (char)(c | 0x20);
    if (is_digit(c))
        return (unsigned)(c - '0');
    return letter >= 'a' && letter <= 'f' ? (unsigned)(letter - 'a') + 10 : 16;
}

enum { NUMBER_SAFE = 15 }; /* so many digits of any base fit into 64 bits */

/* The number with one more digit behind the `count` that it has, UINT64_MAX where that is larger. */
static inline uint64_t number_append(uint64_t number, size_t count, unsigned base, unsigned digit) {
    bool fits = count < NUMBER_SAFE || number <= (UINT64_MAX - digit) / base;
    return fits ? number * base + digit : UINT64_MAX;
}

/* The number whose digits stand at the start of the text, UINT64_MAX where it is larger. *digits says
** how many they are; 0, and the number is 0, where there are none. */
static inline uint64_t number_read(const char *text, size_t size, size_t *digits) {
    uint64_t number = 0;
    size_t at = 0;
    for (; at < size && is_digit(text[at]); at++)
        number = number_append(number, at, 10, (unsigned)(text[at] - '0'));
    *digits = at;
    return number;
}

/* The same in another base, 2 to 16. */
static inline uint64_t number_read_base(const char *text, size_t size, unsigned base,
                                        size_t *digits) {
    uint64_t number = 0;
    size_t at = 0;
    for (; at < size && number_digit(text[at]) < base; at++)
        number = number_append(number, at, base, number_digit(text[at]));
    *digits = at;
    return number;
}

/* A number with its sign. */
struct number {
    bool is_negative;
    uint64_t magnitude; /* UINT64_MAX where it is larger */
};

/* Reads a number, decimal or 0x1f, with a - before it or none, at the start of the text. Returns the
** size of all that, 0 where there is no number. */
static inline size_t number_read_signed(const char *text, size_t size, struct number *number) {
    size_t sign = size && text[0] == '-', prefix = sign, digits;
    number->is_negative = sign;
    if (sign < size && text[sign] == '0' && sign + 1 < size && (text[sign + 1] | 0x20) == 'x') {
        prefix += 2;
        number->magnitude = number_read_base(text + prefix, size - prefix, 16, &digits);
    } else {
        number->magnitude = number_read(text + prefix, size - prefix, &digits);
    }
    return digits ? prefix + digits : 0;
}

#endif
