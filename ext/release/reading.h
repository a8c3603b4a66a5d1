/*
** One piece of a version string after another is read, each with what stands around it: what it
** leaves in the sentence. Private to ext/release.
*/
#ifndef WMI_RELEASE_READING_H
#define WMI_RELEASE_READING_H

#include "release/clues.h"
#include "release/piece.h"

struct reading {
    struct sentence *sentence;
    const struct pieces *pieces;
    size_t at; /* the piece being read */
};

/* The piece before it; one of PIECE_END where it is the first. */
static inline const struct piece *piece_before(const struct reading *reading) {
    static const struct piece none = {.kind = PIECE_END};
    return reading->at ? &reading->pieces->items[reading->at - 1] : &none;
}

/* The piece itself (0), the next one (1), …; behind the last, the one of PIECE_END. */
static inline const struct piece *piece_ahead(const struct reading *reading, size_t by) {
    size_t at = reading->at + by;
    return &reading->pieces->items[at < reading->pieces->count ? at : reading->pieces->count];
}

/* Notes a build that is said in numbers. */
void reading_clue(struct sentence *sentence, struct clue *slot, uint32_t build, bool is_label);

void reading_add_product(struct sentence *sentence, enum family family, uint32_t number);

/* The product that was read last, or NULL. */
struct product *reading_last_product(struct sentence *sentence);

/* Reads the piece that is a version or the name of one. */
void reading_version(struct reading *reading);

/* Reads a number that nothing has claimed (reading_number.c), a word (reading_word.c). */
void reading_number(struct reading *reading);
void reading_word(struct reading *reading);

#endif
