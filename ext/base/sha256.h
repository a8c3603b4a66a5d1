/*
** SHA-256 (FIPS 180-4). A processor that has instructions for it is found out when a hash starts.
*/
#ifndef WMI_BASE_SHA256_H
#define WMI_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_HEX 64 /* hexadecimal digits of a hash, without the NUL */

/* Mixes `count` blocks of 64 bytes into the state. */
typedef void sha256_mix(uint32_t state[8], const unsigned char *blocks, size_t count);

/* A hash in the making. May be copied: the copy goes its own way. */
struct sha256 {
    uint32_t state[8];
    uint64_t size; /* bytes so far */
    sha256_mix *mix;
    unsigned char rest[64]; /* the bytes since the last whole block */
};

void sha256_start(struct sha256 *sha256);
void sha256_add(struct sha256 *sha256, const void *bytes, size_t size);

/* Ends the hash and writes it in hexadecimal digits, NUL-terminated. */
void sha256_end(struct sha256 *sha256, char hex[SHA256_HEX + 1]);

/* The portable way and the fast one, for the tests; sha256_fast() is NULL where there is none. */
void sha256_mix_portable(uint32_t state[8], const unsigned char *blocks, size_t count);
sha256_mix *sha256_fast(void);

#endif
