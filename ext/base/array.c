#include "base/array.h"
#include "base/text.h"

#include <assert.h>

/* --- Arrays --- */

int array_reserve(struct array *array, size_t count, size_t size) {
    assert(array->count <= array->capacity);
    if (count > ARRAY_LIMIT - array->count)
        return ERROR_TOO_BIG;
    if (count <= array->capacity - array->count)
        return ERROR_NONE;
    size_t capacity = array->capacity + array->capacity / 2 + count + 16;
    if (capacity > SIZE_MAX / size)
        return ERROR_MEMORY;
    void *grown = memory_resize(array->items, capacity * size);
    if (!grown)
        return ERROR_MEMORY;
    array->items = grown;
    array->capacity = capacity;
    return ERROR_NONE;
}

int array_append(struct array *array, const void *items, size_t count, size_t size,
                 uint32_t *index) {
    TRY(array_reserve(array, count, size));
    if (count)
        memcpy((char *)array->items + array->count * size, items, count * size);
    *index = (uint32_t)array->count;
    array->count += count;
    return ERROR_NONE;
}

void array_free(struct array *array) {
    memory_free(array->items);
    *array = (struct array){0};
}

/* --- Index sets --- */

enum { SMALL_SET = 1 << 14 };

/* The half of the hash that a slot keeps. The position comes from it, so that the set can grow
** without hashing its elements again. */
static uint32_t kept(uint64_t hash) {
    return (uint32_t)(hash >> 32);
}

static void put(uint64_t *slots, uint32_t capacity, uint64_t slot) {
    assert(capacity && (capacity & (capacity - 1)) == 0);
    uint32_t position = (uint32_t)(slot >> 32) & (capacity - 1);
    while (slots[position])
        position = (position + 1) & (capacity - 1);
    slots[position] = slot;
}

uint32_t index_set_find(const struct index_set *set, uint64_t hash, index_equal *equal,
                        const void *context) {
    if (!set->capacity)
        return UINT32_MAX;
    uint32_t wanted = kept(hash);
    uint32_t mask = set->capacity - 1;
    for (uint32_t i = wanted & mask; set->slots[i]; i = (i + 1) & mask) {
        uint32_t index = (uint32_t)set->slots[i] - 1;
        if ((uint32_t)(set->slots[i] >> 32) == wanted && equal(context, index))
            return index;
    }
    return UINT32_MAX;
}

int index_set_add(struct index_set *set, uint64_t hash, uint32_t index) {
    if (set->count >= set->capacity / 2) {
        if (set->capacity > UINT32_MAX / 2)
            return ERROR_TOO_BIG;
        /* a small set grows fast: elements find their places seldom anew, and mostly at once */
        uint32_t factor = set->capacity < SMALL_SET ? 4 : 2;
        uint32_t capacity = set->capacity ? set->capacity * factor : 256;
        uint64_t *slots = memory_alloc(capacity * sizeof *slots);
        if (!slots)
            return ERROR_MEMORY;
        memset(slots, 0, capacity * sizeof *slots);
        for (uint32_t i = 0; i < set->capacity; i++)
            if (set->slots[i])
                put(slots, capacity, set->slots[i]);
        memory_free(set->slots);
        set->slots = slots;
        set->capacity = capacity;
    }
    put(set->slots, set->capacity, (uint64_t)kept(hash) << 32 | (index + 1));
    set->count++;
    return ERROR_NONE;
}

void index_set_free(struct index_set *set) {
    memory_free(set->slots);
    *set = (struct index_set){0};
}

/* --- Unique elements --- */

struct item_key {
    const char *items;
    const void *item;
    size_t size;
};

static bool item_equal(const void *context, uint32_t index) {
    const struct item_key *key = context;
    return memcmp(key->items + index * key->size, key->item, key->size) == 0;
}

int unique_add(struct unique *unique, const void *item, size_t size, uint32_t *index) {
    uint64_t hash = text_hash(unique->set.seed, item, size);
    const struct item_key key = {unique->items.items, item, size};
    *index = index_set_find(&unique->set, hash, item_equal, &key);
    if (*index != UINT32_MAX)
        return ERROR_NONE;
    TRY(array_append(&unique->items, item, 1, size, index));
    return index_set_add(&unique->set, hash, *index);
}

void unique_free(struct unique *unique) {
    array_free(&unique->items);
    index_set_free(&unique->set);
}

/* --- Unique runs of words --- */

struct run_key {
    const struct unique_runs *unique;
    const uint64_t *words;
    size_t count;
};

static bool run_equal(const void *context, uint32_t index) {
    const struct run_key *key = context;
    const struct unique_run *runs = key->unique->runs.items;
    return runs[index].count == key->count &&
           memcmp(unique_run_words(key->unique, index), key->words, key->count * 8) == 0;
}

int unique_runs_add(struct unique_runs *unique, const uint64_t *words, size_t count,
                    uint32_t *index) {
    uint64_t hash = text_hash(unique->set.seed, (const char *)words, count * sizeof *words);
    const struct run_key key = {unique, words, count};
    *index = index_set_find(&unique->set, hash, run_equal, &key);
    if (*index != UINT32_MAX)
        return ERROR_NONE;
    struct unique_run run = {.count = (uint32_t)count};
    TRY(array_append(&unique->words, words, count, sizeof *words, &run.first));
    TRY(array_append(&unique->runs, &run, 1, sizeof run, index));
    return index_set_add(&unique->set, hash, *index);
}

const uint64_t *unique_run_words(const struct unique_runs *unique, uint32_t index) {
    const struct unique_run *runs = unique->runs.items;
    return (const uint64_t *)unique->words.items + runs[index].first;
}

void unique_runs_free(struct unique_runs *unique) {
    array_free(&unique->words);
    array_free(&unique->runs);
    index_set_free(&unique->set);
}
