/*
** What the builder stores things in while their number is not known: arrays that grow, and sets in
** which equal things are stored once and known by their index. Indexes are 32 bits wide: one array
** holds at most ARRAY_LIMIT elements, beyond that ERROR_TOO_BIG.
*/
#ifndef WMI_BASE_ARRAY_H
#define WMI_BASE_ARRAY_H

#include "base/error.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARRAY_LIMIT UINT32_C(0xfffffff0)

/* An array of equal elements. {0} is an empty one; array_free() frees it. */
struct array {
    void *items;
    size_t count;
    size_t capacity;
};

/* Makes room for `count` more elements of `size` bytes behind those that are there. */
int array_reserve(struct array *array, size_t count, size_t size);

/* Appends `count` elements of `size` bytes; *index is that of the first. */
int array_append(struct array *array, const void *items, size_t count, size_t size,
                 uint32_t *index);
void array_free(struct array *array);

/* A hash set of indexes. {0} is an empty one. */
struct index_set {
    uint64_t seed; /* of the hashes that are made for it: 0, or secret where texts may be hostile */
    uint64_t *slots; /* high half: of the hash; low half: index + 1; 0 for an empty slot */
    uint32_t count;
    uint32_t capacity; /* a power of two */
};

/* Is element `index` what is looked for? */
typedef bool index_equal(const void *context, uint32_t index);

/* The index in the set that is equal to what is looked for, or UINT32_MAX. */
uint32_t index_set_find(const struct index_set *set, uint64_t hash, index_equal *equal,
                        const void *context);
/* Adds an index that is not in the set. */
int index_set_add(struct index_set *set, uint64_t hash, uint32_t index);
void index_set_free(struct index_set *set);

/* Elements of one size without padding, equal ones once. */
struct unique {
    struct array items;
    struct index_set set;
};

/* Stores an element of `size` bytes; *index is the element's. */
int unique_add(struct unique *unique, const void *item, size_t size, uint32_t *index);
void unique_free(struct unique *unique);

/* Runs of 64-bit words, equal ones once. */
struct unique_run {
    uint32_t first; /* in the array of words */
    uint32_t count;
};

struct unique_runs {
    struct array words; /* uint64_t */
    struct array runs;  /* struct unique_run */
    struct index_set set;
};

/* Stores a run of words; *index is the run's. */
int unique_runs_add(struct unique_runs *unique, const uint64_t *words, size_t count,
                    uint32_t *index);
/* The words of a run. */
const uint64_t *unique_run_words(const struct unique_runs *unique, uint32_t index);
void unique_runs_free(struct unique_runs *unique);

#endif
