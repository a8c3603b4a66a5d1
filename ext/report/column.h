/*
** A column of the report image: unsigned numbers of 1 to 4 bytes each, little-endian on every
** machine. Behind the last column of an image stand at least COLUMN_SLACK bytes that may be read.
*/
#ifndef WMI_REPORT_COLUMN_H
#define WMI_REPORT_COLUMN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define COLUMN_SLACK 3

struct report_column {
    uint32_t offset; /* in bytes from the start of the image */
    uint32_t width;  /* 1 to 4 */
};

static inline uint32_t column_little_endian(uint32_t word) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return word >> 24 | (word >> 8 & 0xff00) | (word << 8 & 0xff0000) | word << 24;
#else
    return word;
#endif
}

static inline uint32_t column_at(const char *image, struct report_column column, uint32_t index) {
    uint32_t word, shift = 32 - 8 * column.width;
    memcpy(&word, image + column.offset + (size_t)index * column.width, sizeof word);
    return column_little_endian(word) << shift >> shift;
}

/* The width that numbers up to this one need. */
static inline uint32_t column_width(uint32_t largest) {
    return largest < 1u << 8 ? 1 : largest < 1u << 16 ? 2 : largest < 1u << 24 ? 3 : 4;
}

/* Stores a number into an image that is being written. Up to COLUMN_SLACK bytes behind it become 0, so
** columns are written in their order, and what stands behind them later. */
static inline void column_put(char *image, struct report_column column, uint32_t index,
                              uint32_t number) {
    uint32_t word = column_little_endian(number);
    memcpy(image + column.offset + (size_t)index * column.width, &word, sizeof word);
}

#endif
