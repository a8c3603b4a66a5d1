/*
** What a version string says, as far as it has been read: sentence.c fills it, answer.c decides by it.
** Private to ext/release.
*/
#ifndef WMI_RELEASE_CLUES_H
#define WMI_RELEASE_CLUES_H

#include "release/name.h"

enum { PRODUCTS_MAX = 8 };

/* A build that is said in numbers. */
struct clue {
    uint32_t build; /* 0 for none */
    bool is_label;
};

struct sentence {
    const struct release_list *list;

    /* Where reading stands. */
    enum {
        HEAD_NONE,
        HEAD_WINDOWS,
        HEAD_SERVER,
        HEAD_BARE_SERVER, /* 'Server' without Windows */
        HEAD_STACK,
        HEAD_HYPER_V,
        HEAD_OTHER
    } head;        /* the last product that was begun */
    bool awaits;   /* its number may follow */
    bool is_open;  /* R2 may follow */
    size_t number; /* the piece of its number, or of what else was read last for it */

    /* What was read. */
    struct product products[PRODUCTS_MAX];
    size_t product_count;
    char version[VERSION_MAX];
    uint32_t year, pack, packs;
    bool servicing;
    uint32_t nt[2]; /* a version of NT without its build: 10.0; or 0.0 */
    bool has_nt;    /* 'NT' was read */
    bool nt_names;  /* 'NT 6.3' means a release */

    const struct nt_version *strong_nt; /* the version of NT that the strong clue came with */
    struct clue strong;                 /* '10.0.N', 'Build N', a label */
    struct clue weak;                   /* '(N)', 'N.R', a lone N: only if all else is understood */
    bool in_fields;                     /* the lone N stands in a list: it may mean anything else */

    /* What the words do to it. */
    bool is_windows;  /* said to be Windows */
    bool has_words;   /* any at all … */
    bool has_version; /* … and one that a version or a build may follow */
    bool has_other;   /* another product */
    bool bare;        /* a server without Windows */
    bool preview;     /* names mean no release */
    bool vague;       /* names are not whole */
    bool nothing;     /* a range, a negation, another system, two clues that disagree */
    unsigned unknown; /* words */
    unsigned stray;   /* numbers of which nothing is known */
    unsigned major;   /* … that may be a product's: 10 */
};

#endif
