#include "base/sha256.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define SHA256_X86 1
#include <cpuid.h>
#include <immintrin.h>
#endif

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t rotate(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

static inline uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The message schedule of one block. */
static void expand(uint32_t words[64], const unsigned char *block) {
    for (int i = 0; i < 16; i++)
        words[i] = big_endian(block + 4 * i);
    for (int i = 16; i < 64; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + words[i - 7] +
                   (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

void sha256_mix_portable(uint32_t state[8], const unsigned char *blocks, size_t count) {
    for (; count; count--, blocks += 64) {
        uint32_t words[64];
        expand(words, blocks);
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
        for (int i = 0; i < 64; i++) {
            uint32_t one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                           ((e & f) ^ (~e & g)) + constants[i] + words[i];
            uint32_t two =
                (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g, g = f, f = e, e = d + one;
            d = c, c = b, b = a, a = one + two;
        }
        state[0] += a, state[1] += b, state[2] += c, state[3] += d;
        state[4] += e, state[5] += f, state[6] += g, state[7] += h;
    }
}

#ifdef SHA256_X86

/* Four rounds with four words of the schedule. */
#define ROUNDS(i, words)                                                                           \
    do {                                                                                           \
        __m128i sum =                                                                              \
            _mm_add_epi32(words, _mm_loadu_si128((const __m128i *)(const void *)&constants[i]));   \
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);                                             \
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));                    \
    } while (0)

/* The next four words of the schedule take the place of the oldest ones, `a`. */
#define EXPAND(a, b, c, d)                                                                         \
    (a = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4)), \
                              d))

/* The SHA extensions keep the eight state words in two registers, as ABEF and CDGH. */
__attribute__((target("sha,sse4.1,ssse3"))) static void
mix_x86(uint32_t state[8], const unsigned char *blocks, size_t count) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(void *)state), 0xb1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(void *)(state + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xf0);
    for (; count; count--, blocks += 64) {
        const __m128i *block = (const __m128i *)(const void *)blocks;
        __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i a = _mm_shuffle_epi8(_mm_loadu_si128(block), swap);
        __m128i b = _mm_shuffle_epi8(_mm_loadu_si128(block + 1), swap);
        __m128i c = _mm_shuffle_epi8(_mm_loadu_si128(block + 2), swap);
        __m128i d = _mm_shuffle_epi8(_mm_loadu_si128(block + 3), swap);
        ROUNDS(0, a);
        ROUNDS(4, b);
        ROUNDS(8, c);
        ROUNDS(12, d);
        for (int i = 16; i < 64; i += 16) {
            EXPAND(a, b, c, d);
            ROUNDS(i, a);
            EXPAND(b, c, d, a);
            ROUNDS(i + 4, b);
            EXPAND(c, d, a, b);
            ROUNDS(i + 8, c);
            EXPAND(d, a, b, c);
            ROUNDS(i + 12, d);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1b);
    high = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(low, high, 0xf0));
    _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

sha256_mix *sha256_fast(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3))
        return NULL;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & 1u << 29)) /* SHA */
        return NULL;
    return mix_x86;
}

#else

sha256_mix *sha256_fast(void) {
    return NULL;
}

#endif

void sha256_start(struct sha256 *sha256) {
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(sha256->state, start, sizeof start);
    sha256->size = 0;
    sha256_mix *fast = sha256_fast();
    sha256->mix = fast ? fast : sha256_mix_portable;
}

void sha256_add(struct sha256 *sha256, const void *bytes, size_t size) {
    const unsigned char *next = bytes;
    size_t held = sha256->size % 64;
    if (!size)
        return;
    sha256->size += size;
    if (held) {
        size_t taken = size < 64 - held ? size : 64 - held;
        memcpy(sha256->rest + held, next, taken);
        next += taken;
        size -= taken;
        if (held + taken < 64)
            return;
        sha256->mix(sha256->state, sha256->rest, 1);
    }
    if (size >= 64)
        sha256->mix(sha256->state, next, size / 64);
    memcpy(sha256->rest, next + size / 64 * 64, size % 64);
}

void sha256_end(struct sha256 *sha256, char hex[SHA256_HEX + 1]) {
    static const unsigned char padding[64] = {0x80};
    unsigned char length[8];
    uint64_t bits = sha256->size * 8;
    for (int i = 0; i < 8; i++)
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    size_t held = sha256->size % 64;
    sha256_add(sha256, padding, held < 56 ? 56 - held : 120 - held);
    sha256_add(sha256, length, sizeof length);
    for (int i = 0; i < SHA256_HEX; i++)
        hex[i] = "0123456789abcdef"[sha256->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    hex[SHA256_HEX] = '\0';
}
