/*
** A version string cut into words and numbers. Private to ext/release.
*/
#ifndef WMI_RELEASE_PIECE_H
#define WMI_RELEASE_PIECE_H

#include "release/fold.h"
#include "release/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PIECES_MAX = 256 }; /* what has more is no version string */

/* The signs between two pieces, as a set. */
enum {
    GAP_BLANK = 1 << 0,
    GAP_COMMA = 1 << 1,
    GAP_DASH = 1 << 2,
    GAP_SLASH = 1 << 3,
    GAP_PLUS = 1 << 4,
    GAP_QUESTION = 1 << 5,
    GAP_LESS = 1 << 6,
    GAP_GREATER = 1 << 7,
    GAP_EQUAL = 1 << 8,
    GAP_VAGUE = 1 << 9, /* ~ ^ ! % → ≥ … and two dots */
    GAP_STAR = 1 << 10,
    GAP_OPEN = 1 << 11,
    GAP_CLOSE = 1 << 12,
    GAP_DOT = 1 << 13,
    GAP_BAR = 1 << 14, /* | ; */
    GAP_COLON = 1 << 15,
    GAP_UNDERSCORE = 1 << 16,
    GAP_QUOTE = 1 << 17,
    GAP_AMPERSAND = 1 << 18,
    GAP_BACKSLASH = 1 << 19,
    GAP_ODD = 1 << 20
};

enum piece_kind {
    PIECE_WORD,
    PIECE_NUMBER,  /* '26100', '8.1', '10.0.26100.4652' */
    PIECE_VERSION, /* '22H2' */
    PIECE_LABEL,   /* '26100.1.amd64fre.ge_release.240331-1435', part[0] the build */
    PIECE_BRANCH,  /* 'WinBuild.160101.0800', 'rs1_release.180714-1932': harmless */
    PIECE_END
};

struct piece {
    enum piece_kind kind;
    enum word_kind word; /* of a word */
    bool claimed;        /* a number that belongs to its neighbours */
    bool plus;           /* the sign right behind it is a '+' */
    uint32_t gap;        /* the signs before it */
    uint32_t part[4];    /* of a number; beyond 32 bits UINT32_MAX */
    unsigned count;      /* of its parts; 5 means more than four */
    unsigned digits;     /* of its first part */
    const char *text;    /* folded */
    size_t size;
};

/* Of `count` pieces; one more, of PIECE_END, holds the signs behind the last. */
struct pieces {
    struct piece items[PIECES_MAX + 1];
    size_t count;
};

/* Cuts the text up; false when there are too many pieces. They point into `fold`. */
bool pieces_read(struct pieces *pieces, const struct fold *fold);

/* Are all the signs of the gap among these? */
static inline bool gap_only(const struct piece *piece, uint32_t signs) {
    return !(piece->gap & ~signs);
}

static inline bool piece_is_word(const struct piece *piece, enum word_kind word) {
    return piece->kind == PIECE_WORD && piece->word == word;
}

/* The piece as it was folded. */
static inline struct text piece_text(const struct piece *piece) {
    return (struct text){piece->text, piece->size};
}

/* A number of one part that nothing has claimed? */
static inline bool piece_is_single(const struct piece *piece) {
    return piece->kind == PIECE_NUMBER && piece->count == 1 && !piece->claimed;
}

#endif
