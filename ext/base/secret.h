/*
** What nobody outside the process can know when he writes a file: a seed for hashes, so that texts cannot
** be made to collide.
*/
#ifndef WMI_BASE_SECRET_H
#define WMI_BASE_SECRET_H

#include "base/text.h"

#include <stdint.h>
#include <time.h>

/* `owner` is what the seed is for: its address is part of the secret. */
static inline uint64_t secret_seed(const void *owner) {
    uint64_t where = (uint64_t)(uintptr_t)owner, stack = (uint64_t)(uintptr_t)&where;
    return text_scramble(text_scramble(where + (uint64_t)time(NULL)) +
                         text_scramble(stack + (uint64_t)clock()));
}

#endif
