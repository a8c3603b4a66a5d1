#include "base/pool.h"

#include <stdlib.h>

/* --- Texts: look for one that is equal, else append it --- */

int pool_start(struct pool *pool, uint64_t seed) {
    uint32_t offset;
    pool->set.seed = seed;
    return array_append(&pool->strings, "", 1, 1, &offset);
}

void pool_free(struct pool *pool) {
    array_free(&pool->strings);
    index_set_free(&pool->set);
}

bool pool_is_at(const struct pool *pool, uint32_t offset, struct text text) {
    const char *stored = pool_string(pool, offset);
    size_t size = text.text ? text.size : 0;
    return size < pool->strings.count - offset && (!size || memcmp(stored, text.text, size) == 0) &&
           stored[size] == 0;
}

struct text_key {
    const struct pool *pool;
    const struct spellings *spellings;
    struct text text;
};

static bool text_equal(const void *context, uint32_t offset) {
    const struct text_key *key = context;
    return pool_is_at(key->pool, offset, key->text);
}

int pool_text(struct pool *pool, struct text text, uint32_t *offset) {
    *offset = 0;
    if (!text.text || !text.size)
        return ERROR_NONE;
    uint64_t hash = text_hash(pool->set.seed, text.text, text.size);
    const struct text_key key = {pool, NULL, text};
    struct array *strings = &pool->strings;
    *offset = index_set_find(&pool->set, hash, text_equal, &key);
    if (*offset != UINT32_MAX)
        return ERROR_NONE;
    TRY(array_reserve(strings, text.size + 1, 1));
    char *end = (char *)strings->items + strings->count;
    memcpy(end, text.text, text.size);
    end[text.size] = '\0';
    *offset = (uint32_t)strings->count;
    strings->count += text.size + 1;
    return index_set_add(&pool->set, hash, *offset);
}

/* --- Names --- */

void spellings_start(struct spellings *spellings, uint64_t seed) {
    spellings->item_set.seed = spellings->name_set.seed = seed;
}

void spellings_free(struct spellings *spellings) {
    array_free(&spellings->items);
    array_free(&spellings->names);
    index_set_free(&spellings->item_set);
    index_set_free(&spellings->name_set);
}

bool spelling_is(const struct spellings *spellings, const struct pool *pool, uint32_t index,
                 struct text text) {
    return pool_is_at(pool, spelling_at(spellings, index).text, text);
}

static bool spelling_equal(const void *context, uint32_t index) {
    const struct text_key *key = context;
    return spelling_is(key->spellings, key->pool, index, key->text);
}

static bool name_equal(const void *context, uint32_t index) {
    const struct text_key *key = context;
    const uint32_t *names = key->spellings->names.items;
    const char *stored = pool_string(key->pool, spelling_at(key->spellings, names[index]).text);
    return strlen(stored) == key->text.size &&
           text_equal_nocase(stored, key->text.text, key->text.size);
}

/* Spellings are looked for by their letters: those of one name have nothing in common there, so that
** a name in many spellings costs no more than many names. */
int spellings_add(struct spellings *spellings, struct pool *pool, struct text text,
                  uint32_t *index) {
    const struct text_key key = {pool, spellings, text};
    uint64_t hash = text_hash(spellings->item_set.seed, text.text, text.size);
    *index = index_set_find(&spellings->item_set, hash, spelling_equal, &key);
    if (*index != UINT32_MAX)
        return ERROR_NONE;
    struct spelling spelling;
    uint64_t name_hash = text_hash_nocase(spellings->name_set.seed, text.text, text.size);
    spelling.name = index_set_find(&spellings->name_set, name_hash, name_equal, &key);
    TRY(pool_text(pool, text, &spelling.text));
    bool is_new_name = spelling.name == UINT32_MAX;
    if (is_new_name)
        spelling.name = (uint32_t)spellings->names.count;
    TRY(array_append(&spellings->items, &spelling, 1, sizeof spelling, index));
    if (is_new_name) {
        TRY(array_append(&spellings->names, index, 1, sizeof *index, &spelling.name));
        TRY(index_set_add(&spellings->name_set, name_hash, spelling.name));
    }
    return index_set_add(&spellings->item_set, hash, *index);
}

/* --- The order of names --- */

struct ranked_name {
    uint64_t start; /* of the text, in its order: most names differ there */
    struct text text;
    uint32_t name;
};

/* The first eight bytes of the text, folded, the first of them highest. */
static uint64_t start_of(struct text text) {
    char bytes[8] = {0};
    uint64_t start = 0;
    memcpy(bytes, text.text, text.size < sizeof bytes ? text.size : sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        start = start << 8 | text_fold(bytes[i]);
    return start;
}

static struct ranked_name ranked(struct text text, uint32_t name) {
    return (struct ranked_name){start_of(text), text, name};
}

static int by_name(const void *a, const void *b) {
    const struct ranked_name *left = a, *right = b;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return text_compare_nocase(left->text, right->text);
}

int spellings_rank(const struct spellings *spellings, const struct pool *pool,
                   struct ranking *ranking) {
    const uint32_t *first_spellings = spellings->names.items;
    uint32_t count = (uint32_t)spellings->names.count;
    struct ranked_name *names = memory_alloc((count + (size_t)1) * sizeof *names);
    ranking->ranks = memory_alloc((count + (size_t)1) * sizeof *ranking->ranks);
    ranking->sorted = memory_alloc((count + (size_t)1) * sizeof *ranking->sorted);
    ranking->count = count;
    if (!names || !ranking->ranks || !ranking->sorted) {
        memory_free(names);
        return ERROR_MEMORY;
    }
    for (uint32_t i = 0; i < count; i++)
        names[i] =
            ranked(text_of(pool_string(pool, spelling_at(spellings, first_spellings[i]).text)), i);
    qsort(names, count, sizeof *names, by_name);
    for (uint32_t i = 0; i < count; i++) {
        ranking->ranks[names[i].name] = i;
        ranking->sorted[i] = first_spellings[names[i].name];
    }
    memory_free(names);
    return ERROR_NONE;
}

void ranking_free(struct ranking *ranking) {
    memory_free(ranking->ranks);
    memory_free(ranking->sorted);
    *ranking = (struct ranking){0};
}
