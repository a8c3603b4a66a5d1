#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define UTF8_X86 1
#include <immintrin.h>
#endif

static inline bool is_tail(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

/* The size of the character, valid and whole, at the start of the text; 0 if there is none. */
static size_t valid_character(const unsigned char *text, size_t size) {
    unsigned char first = text[0];
    if (first < 0x80)
        return first ? 1 : 0;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    if (first < 0xe0)
        return size >= 2 && is_tail(text[1]) ? 2 : 0;
    if (size < 3 || !is_tail(text[1]) || !is_tail(text[2]))
        return 0;
    if (first < 0xf0) {
        /* no longer than needed, and no surrogate */
        if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] >= 0xa0))
            return 0;
        return 3;
    }
    if (size < 4 || !is_tail(text[3]) || (first == 0xf0 && text[1] < 0x90) ||
        (first == 0xf4 && text[1] >= 0x90))
        return 0;
    return 4;
}

/* How many bytes at the start of the eight are ASCII and not NUL. */
static inline size_t ascii_bytes(const char *text) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, text, sizeof word);
    uint64_t others = (word | (word - ones)) & (ones * 0x80); /* a high bit, or a borrow from NUL */
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
#else
    size_t count = 0;
    while (others && count < 8 && (unsigned char)(text[count] - 1) < 0x7f)
        count++;
    return others ? count : 8;
#endif
}

/* Is this a character of three bytes whose first is E1 to EC? Most marks and all Chinese are. */
static inline bool is_usual(const unsigned char *bytes) {
    return (unsigned char)(bytes[0] - 0xe1) < 0x0c && is_tail(bytes[1]) && is_tail(bytes[2]);
}

/* The same as utf8_valid() from byte `at` on, where a character starts. */
static size_t valid_from(const char *text, size_t size, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text;
    while (at + 8 <= size) {
        size_t ascii = ascii_bytes(text + at);
        at += ascii;
        if (ascii == 8)
            continue;
        while (size - at >= 4 && is_usual(bytes + at)) {
            at += 3;
            at += (unsigned char)(bytes[at] - 1) < 0x7f; /* the comma behind a mark */
        }
        if (at < size && bytes[at] >= 0x80) {
            size_t step = valid_character(bytes + at, size - at);
            if (!step)
                return at;
            at += step;
        } else if (at < size && !bytes[at]) {
            return at;
        }
    }
    while (at < size) {
        size_t step = valid_character(bytes + at, size - at);
        if (!step)
            break;
        at += step;
    }
    return at;
}

size_t utf8_valid_portable(const char *text, size_t size) {
    return valid_from(text, size, 0);
}

#ifdef UTF8_X86

/*
** 32 bytes at a time (J. Keiser, D. Lemire: Validating UTF-8 In Less Than One Instruction Per Byte).
** Whatever is wrong shows in a byte and the half of the one behind it, but for the third and fourth
** bytes of characters. Each fault has a bit; three tables say, of the halves of the first byte and of
** the high one of the second, which faults they may be part of: those that all three name are there.
*/
enum fault {
    TOO_SHORT = 1 << 0,   /* 11______ 0_______, 11______ 11______ */
    TOO_LONG = 1 << 1,    /* 0_______ 10______ */
    LONG_3 = 1 << 2,      /* 11100000 100_____: fewer bytes would do */
    TOO_LARGE = 1 << 3,   /* 11110100 1001____, 11110100 101_____, 11110101 … */
    SURROGATE = 1 << 4,   /* 11101101 101_____ */
    LONG_2 = 1 << 5,      /* 1100000_ 10______ */
    TOO_LARGE_8 = 1 << 6, /* 11110101 1000____, … */
    LONG_4 = 1 << 6,      /* 11110000 1000____ */
    TWO_TAILS = 1 << 7,   /* 10______ 10______: unless a character of three or four goes on */
    ANY_LOW = TOO_SHORT | TOO_LONG | TWO_TAILS,
    FROM_F5 = ANY_LOW | TOO_LARGE | TOO_LARGE_8,
    TAIL = TOO_LONG | LONG_2 | TWO_TAILS,
};

#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/* Each byte moved up by `n` places, behind the last ones of the bytes before. */
#define MOVED(bytes, before, n)                                                                    \
    _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(before, bytes, 0x21), 16 - (n))

/* Not 0 where 32 bytes, behind those before them, are wrong. */
__attribute__((target("avx2"))) static inline __m256i faults_of(__m256i bytes, __m256i before) {
    const __m256i first_high = TWICE(
        TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
        (char)TWO_TAILS, (char)TWO_TAILS, (char)TWO_TAILS, (char)TWO_TAILS, TOO_SHORT | LONG_2,
        TOO_SHORT, TOO_SHORT | LONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_8 | LONG_4);
    const __m256i first_low =
        TWICE((char)(ANY_LOW | LONG_3 | LONG_2 | LONG_4), (char)(ANY_LOW | LONG_2), (char)ANY_LOW,
              (char)ANY_LOW, (char)(ANY_LOW | TOO_LARGE), (char)FROM_F5, (char)FROM_F5,
              (char)FROM_F5, (char)FROM_F5, (char)FROM_F5, (char)FROM_F5, (char)FROM_F5,
              (char)FROM_F5, (char)(FROM_F5 | SURROGATE), (char)FROM_F5, (char)FROM_F5);
    const __m256i second_high =
        TWICE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
              TOO_SHORT, (char)(TAIL | LONG_3 | TOO_LARGE_8 | LONG_4),
              (char)(TAIL | LONG_3 | TOO_LARGE), (char)(TAIL | SURROGATE | TOO_LARGE),
              (char)(TAIL | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
    const __m256i half = _mm256_set1_epi8(0x0f);
    __m256i first = MOVED(bytes, before, 1);
    __m256i found = _mm256_and_si256(
        _mm256_and_si256(
            _mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(first, 4), half)),
            _mm256_shuffle_epi8(first_low, _mm256_and_si256(first, half))),
        _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
    /* 0x80 where a third or fourth byte must stand: there, and there alone, two tails are right */
    __m256i third = _mm256_subs_epu8(MOVED(bytes, before, 2), _mm256_set1_epi8(0xe0 - 0x80));
    __m256i fourth = _mm256_subs_epu8(MOVED(bytes, before, 3), _mm256_set1_epi8(0xf0 - 0x80));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    __m256i nul = _mm256_cmpeq_epi8(bytes, _mm256_setzero_si256());
    return _mm256_or_si256(_mm256_xor_si256(must, found), nul);
}

/* Where the last character that starts before byte `at` starts, or `at` itself. */
static size_t character_start(const char *text, size_t at) {
    for (size_t back = 1; back <= 3 && back <= at; back++)
        if ((unsigned char)text[at - back] >= 0xc0)
            return at - back;
    return at;
}

__attribute__((target("avx2"))) static size_t valid_x86(const char *text, size_t size) {
    __m256i before = _mm256_setzero_si256();
    size_t at = 0;
    for (; size - at >= 64; at += 64) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(text + at));
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(text + at + 32));
        __m256i faults = _mm256_or_si256(faults_of(low, before), faults_of(high, low));
        if (!_mm256_testz_si256(faults, faults))
            break;
        before = high;
    }
    return valid_from(text, size, character_start(text, at));
}

utf8_valid_fast *utf8_fast(void) {
    return __builtin_cpu_supports("avx2") ? valid_x86 : NULL;
}

#else

utf8_valid_fast *utf8_fast(void) {
    return NULL;
}

#endif

size_t utf8_valid(const char *text, size_t size) {
    utf8_valid_fast *fast = size < 64 ? NULL : utf8_fast();
    return fast ? fast(text, size) : utf8_valid_portable(text, size);
}

enum utf8_fault utf8_fault(const char *text, size_t size) {
    unsigned char whole[4] = {(unsigned char)text[0], 0x80, 0x80, 0x80};
    if (!text[0])
        return UTF8_NUL;
    /* Could some bytes behind these make a valid character? */
    if (size >= 4)
        return UTF8_INVALID;
    for (unsigned second = 0x80; second < 0xc0; second++) {
        whole[1] = (unsigned char)second;
        memcpy(whole, text, size);
        size_t length = valid_character(whole, 4);
        if (length > size)
            return UTF8_CUT_OFF;
    }
    return UTF8_INVALID;
}

size_t utf8_write(char *text, uint32_t character) {
    if (character < 0x80) {
        text[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        text[0] = (char)(0xc0 | character >> 6);
        text[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        text[0] = (char)(0xe0 | character >> 12);
        text[1] = (char)(0x80 | (character >> 6 & 0x3f));
        text[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    text[0] = (char)(0xf0 | character >> 18);
    text[1] = (char)(0x80 | (character >> 12 & 0x3f));
    text[2] = (char)(0x80 | (character >> 6 & 0x3f));
    text[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

uint32_t utf8_read(const char *text, size_t *size) {
    const unsigned char *bytes = (const unsigned char *)text;
    uint32_t first = bytes[0];
    if (first < 0x80) {
        *size = 1;
        return first;
    }
    if (first < 0xe0) {
        *size = 2;
        return (first & 0x1f) << 6 | (bytes[1] & 0x3fu);
    }
    if (first < 0xf0) {
        *size = 3;
        return (first & 0x0f) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
    }
    *size = 4;
    return (first & 0x07) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
           (bytes[3] & 0x3fu);
}

size_t utf8_count(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += !is_tail((unsigned char)text[i]);
    return count;
}
