/*
** Texts are UTF-8 with an explicit length in bytes. WMI names are compared as SQLite's collation
** NOCASE compares them: the 26 ASCII letters fold, every other byte stands for itself.
*/
#ifndef WMI_BASE_TEXT_H
#define WMI_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Some bytes of somebody else's memory. Need not be NUL-terminated. */
struct text {
    const char *text; /* NULL for none: then the size says nothing */
    size_t size;
};

static inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A blank, a tab, or an end of a line or page? */
static inline bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The ASCII capitals among the eight bytes of `word` become small letters. */
static inline uint64_t text_fold_word(uint64_t word) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t low = word & (ones * 0x7f);
    uint64_t from_a = low + ones * (0x80 - 'A');
    uint64_t past_z = low + ones * (0x7f - 'Z');
    uint64_t capital = ~word & (from_a ^ past_z) & (ones * 0x80);
    return word | (capital >> 2);
}

/* Words of text have their first byte lowest on every machine, so that hashes, and with them the
** indexes of an image, are the same on all. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define TEXT_SWAP32(word) __builtin_bswap32(word)
#define TEXT_SWAP64(word) __builtin_bswap64(word)
#else
#define TEXT_SWAP32(word) (word)
#define TEXT_SWAP64(word) (word)
#endif

/* The eight bytes of `text`. */
static inline uint64_t text_word(const char *text) {
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return TEXT_SWAP64(word);
}

/* The first `size` bytes (0 to 7) of `text`, followed by zero bytes. Reads none beyond them. */
static inline uint64_t text_short_word(const char *text, size_t size) {
    uint64_t word = 0;
    if (size >= 4) {
        uint32_t first, last;
        memcpy(&first, text, 4);
        memcpy(&last, text + (size - 4), 4);
        word = TEXT_SWAP32(first) | (uint64_t)TEXT_SWAP32(last) << (8 * (size - 4));
    } else if (size) {
        word = (uint64_t)(unsigned char)text[0] |
               (uint64_t)(unsigned char)text[size / 2] << (8 * (size / 2)) |
               (uint64_t)(unsigned char)text[size - 1] << (8 * (size - 1));
    }
    return word;
}

static inline uint64_t text_mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 29);
}

/* A number from another, all of whose bits depend on all of the other's. */
static inline uint64_t text_scramble(uint64_t number) {
    number = (number ^ number >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    number = (number ^ number >> 27) * UINT64_C(0x94d049bb133111eb);
    return number ^ number >> 31;
}

/*
** The hash of a text under a seed: each eight bytes are two halves, each half gets a key of its own
** added, and the products of the halves are summed up. Whoever does not know the seed cannot choose
** texts that collide: two texts of one size do for one seed in four billion, whichever they are.
*/
struct text_hashing {
    uint64_t sum, key;
};

static inline struct text_hashing text_hash_start(uint64_t seed, size_t size) {
    return (struct text_hashing){text_scramble(seed + size), seed};
}

static inline void text_hash_word(struct text_hashing *hashing, uint64_t word) {
    hashing->key += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t key = text_scramble(hashing->key);
    uint32_t low = (uint32_t)word + (uint32_t)key;
    uint32_t high = (uint32_t)(word >> 32) + (uint32_t)(key >> 32);
    hashing->sum += (uint64_t)low * high;
}

/* A hash of the text that is the same for every case of its letters. The last eight bytes may
** count twice: that is cheaper than a shorter word. */
static inline uint64_t text_hash_nocase(uint64_t seed, const char *text, size_t size) {
    struct text_hashing hashing = text_hash_start(seed, size);
    if (size < 8) {
        text_hash_word(&hashing, text_fold_word(text_short_word(text, size)));
        return text_scramble(hashing.sum);
    }
    const char *last = text + (size - 8);
    for (; text < last; text += 8)
        text_hash_word(&hashing, text_fold_word(text_word(text)));
    text_hash_word(&hashing, text_fold_word(text_word(last)));
    return text_scramble(hashing.sum);
}

/* A hash of the very bytes. */
static inline uint64_t text_hash(uint64_t seed, const char *text, size_t size) {
    struct text_hashing hashing = text_hash_start(seed, size);
    if (size < 8) {
        text_hash_word(&hashing, text_short_word(text, size));
        return text_scramble(hashing.sum);
    }
    const char *last = text + (size - 8);
    for (; text < last; text += 8)
        text_hash_word(&hashing, text_word(text));
    text_hash_word(&hashing, text_word(last));
    return text_scramble(hashing.sum);
}

/* Equal words but for the case of letters? Mostly they are equal as they are. */
static inline bool text_equal_word(uint64_t a, uint64_t b) {
    return a == b || text_fold_word(a) == text_fold_word(b);
}

/* Equal but for the case of ASCII letters? */
static inline bool text_equal_nocase(const char *a, const char *b, size_t size) {
    if (size < 8)
        return text_equal_word(text_short_word(a, size), text_short_word(b, size));
    size_t last = size - 8;
    for (size_t i = 0; i < last; i += 8)
        if (!text_equal_word(text_word(a + i), text_word(b + i)))
            return false;
    return text_equal_word(text_word(a + last), text_word(b + last));
}

/* Negative, 0 or positive, in the order of SQLite's NOCASE: folded bytes, then the length. */
int text_compare_nocase(const char *a, size_t a_size, const char *b, size_t b_size);

/* Is the text of that many bytes this literal, but for the case of ASCII letters? */
bool text_is(const char *text, size_t size, const char *literal);

/* Does the text start with this literal, but for the case of ASCII letters? */
bool text_starts(const char *text, size_t size, const char *literal);

#endif
