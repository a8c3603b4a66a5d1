/*
** Texts and names, each once and known by its number.
*/
#ifndef WMI_BASE_POOL_H
#define WMI_BASE_POOL_H

#include "base/array.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* Texts. {0} is none; pool_start() comes first. */
struct pool {
    struct array strings; /* char: NUL-terminated texts; offset 0 holds a NUL */
    struct index_set set; /* of their offsets */
};

int pool_start(struct pool *pool, uint64_t seed);
void pool_free(struct pool *pool);

static inline const char *pool_string(const struct pool *pool, uint32_t offset) {
    return (const char *)pool->strings.items + offset;
}

/* Stores a text once; *offset is 0 for NULL and for an empty text. */
int pool_text(struct pool *pool, struct text text, uint32_t *offset);

/* Is the stored text at that offset this one? NULL and an empty text are offset 0. */
bool pool_is_at(const struct pool *pool, uint32_t offset, struct text text);

/* A name as somebody writes it, and the name whatever its case. */
struct spelling {
    uint32_t text; /* in the pool */
    uint32_t name; /* index into names */
};

struct spellings {
    struct array items; /* struct spelling */
    struct array names; /* uint32_t: the first spelling of each name */
    struct index_set item_set, name_set;
};

void spellings_start(struct spellings *spellings, uint64_t seed);
void spellings_free(struct spellings *spellings);

/* Stores a spelling once, and its name once; *index is the spelling's. */
int spellings_add(struct spellings *spellings, struct pool *pool, struct text text,
                  uint32_t *index);

static inline struct spelling spelling_at(const struct spellings *spellings, uint32_t index) {
    return ((const struct spelling *)spellings->items.items)[index];
}

/* Is it written so, to the letter? */
bool spelling_is(const struct spellings *spellings, const struct pool *pool, uint32_t index,
                 struct text text);

/* The names in NOCASE order. Both arrays are the caller's to free. */
struct ranking {
    uint32_t *ranks;  /* of each name */
    uint32_t *sorted; /* by rank: the name's first spelling */
    uint32_t count;
};

int spellings_rank(const struct spellings *spellings, const struct pool *pool,
                   struct ranking *ranking);
void ranking_free(struct ranking *ranking);

#endif
