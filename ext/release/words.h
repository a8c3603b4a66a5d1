/*
** The words that version strings are written in, many languages together. The rows stand in
** words.def. Private to ext/release.
*/
#ifndef WMI_RELEASE_WORDS_H
#define WMI_RELEASE_WORDS_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

/* What a word does. `Harmless`: the string may hold it and still be understood. */
enum word_kind {
    WORD_UNKNOWN, /* in no row: names do not count any more */

    /* The system itself. */
    WORD_WINDOWS,       /* a product's number may follow */
    WORD_SERVER,        /* behind Windows: a year may follow */
    WORD_CORE,          /* the same in one word: 'servercore' */
    WORD_SYSTEM_SERVER, /* Windows Server in one word; what updates call it */
    WORD_STACK,         /* Azure Stack HCI: a version may follow */
    WORD_HYPER_V,       /* Hyper-V Server: a year may follow */
    WORD_NT,            /* '6.3' may follow and mean a release */
    WORD_OLD,           /* a Windows that no release of the list is */

    /* What goes with a number. */
    WORD_BUILD,     /* the build follows */
    WORD_VERSION,   /* harmless; a version or a build follows */
    WORD_RELEASE,   /* 'R' of R2 */
    WORD_SERVICING, /* LTSC: its year is a version */
    WORD_PACK,      /* a service pack's number follows */
    WORD_TAKES,     /* harmless, and so is the number behind it: KB5031361 */
    WORD_MINOR,     /* the same for a single digit: Update 1 */
    WORD_UNIT,      /* harmless, and so is the number before it: 8 GB */
    WORD_ARCH,      /* harmless, and so is a 32, 64 or 86 beside it */
    WORD_EVENT,     /* harmless with the date or year that must follow: installed 2019 */
    WORD_MONTH,
    WORD_ALIAS, /* the name of a version: Anniversary Update */

    /* The rest. */
    WORD_EDITION, /* harmless, and part of the product's name */
    WORD_WORD,    /* harmless; may stand between a product and its number */
    WORD_LINK,    /* harmless, and ends the product's name */
    WORD_PRODUCT, /* another product: the version behind it is its own */
    WORD_SYSTEM,  /* another system: nothing counts */
    WORD_RANGE,   /* 'or later', 'not', 'was', …: nothing counts */
    WORD_PREVIEW  /* names count no more: the build was no release yet */
};

/* A row of the table. Its text is found by an offset, so that the table needs no relocation when it is
** loaded. */
struct word {
    uint16_t offset;
    unsigned char size;
    unsigned char kind;
    char language[3]; /* ISO 639-1, of the first language that has it */
};

extern const struct word word_rows[];
extern const size_t word_count;

/* The text of a row, which ends with NUL. */
const char *word_text(const struct word *word);

/* The index of the first row that is not less than this text. */
size_t word_find(struct text text);

#endif
