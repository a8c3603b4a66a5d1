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

/* A text that ends with NUL. */
static inline struct text text_of(const char *string) {
    return (struct text){string, strlen(string)};
}

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

/* The byte, or the small letter of an ASCII capital. */
static inline unsigned char text_fold(char c) {
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
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

/* The two halves of a product of 128 bits, one laid over the other; from four products of half the
** size, for compilers that know no such numbers. */
static inline uint64_t text_multiply_portable(uint64_t a, uint64_t b) {
    uint64_t low = (a & UINT32_MAX) * (b & UINT32_MAX), high = (a >> 32) * (b >> 32);
    uint64_t left = (a >> 32) * (b & UINT32_MAX), right = (a & UINT32_MAX) * (b >> 32);
    uint64_t middle = (low >> 32) + (left & UINT32_MAX) + (right & UINT32_MAX);
    high += (left >> 32) + (right >> 32) + (middle >> 32);
    return high ^ (middle << 32 | (low & UINT32_MAX));
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 text_product;

static inline uint64_t text_multiply(uint64_t a, uint64_t b) {
    text_product product = (text_product)a * b;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}
#else
static inline uint64_t text_multiply(uint64_t a, uint64_t b) {
    return text_multiply_portable(a, b);
}
#endif

/*
** The hash of a text under a seed: a word at a time is laid over what there is, and that multiplied
** by a key. The start and the key come from the seed, so whoever does not know it cannot choose texts
** that collide: neither half of a product can be told without the other factor, and words cannot be
** exchanged or made up for by later ones.
*/
struct text_hashing {
    uint64_t sum, key;
};

static inline struct text_hashing text_hash_start(uint64_t seed, size_t size) {
    uint64_t key = seed ^ UINT64_C(0x9e3779b97f4a7c15);
    return (struct text_hashing){key + size * UINT64_C(0xd1342543de82ef95), key | 1};
}

static inline void text_hash_word(struct text_hashing *hashing, uint64_t word) {
    hashing->sum = text_multiply(hashing->sum ^ word, hashing->key);
}

static inline uint64_t text_hash_end(const struct text_hashing *hashing) {
    return text_multiply(hashing->sum ^ hashing->key, UINT64_C(0xbf58476d1ce4e5b9));
}

/* A hash of the text that is the same for every case of its letters. The last eight bytes may
** count twice: that is cheaper than a shorter word. */
static inline uint64_t text_hash_nocase(uint64_t seed, const char *text, size_t size) {
    struct text_hashing hashing = text_hash_start(seed, size);
    if (size < 8) {
        text_hash_word(&hashing, text_fold_word(text_short_word(text, size)));
        return text_hash_end(&hashing);
    }
    const char *last = text + (size - 8);
    for (; text < last; text += 8)
        text_hash_word(&hashing, text_fold_word(text_word(text)));
    text_hash_word(&hashing, text_fold_word(text_word(last)));
    return text_hash_end(&hashing);
}

/* A hash of the very bytes. */
static inline uint64_t text_hash(uint64_t seed, const char *text, size_t size) {
    struct text_hashing hashing = text_hash_start(seed, size);
    if (size < 8) {
        text_hash_word(&hashing, text_short_word(text, size));
        return text_hash_end(&hashing);
    }
    const char *last = text + (size - 8);
    for (; text < last; text += 8)
        text_hash_word(&hashing, text_word(text));
    text_hash_word(&hashing, text_word(last));
    return text_hash_end(&hashing);
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
int text_compare_nocase(struct text a, struct text b);

/* Is the text this literal, but for the case of ASCII letters? */
bool text_is(struct text text, const char *literal);

/* Does the text start with this literal, but for the case of ASCII letters? */
bool text_starts(struct text text, const char *literal);

#endif
