/*
** A version string as its words are compared: letters small and without accents, the many kinds of
** blank, dash and quote as one each, invisible characters gone. Private to ext/release.
*/
#ifndef WMI_RELEASE_FOLD_H
#define WMI_RELEASE_FOLD_H

#include "base/text.h"

enum { FOLD_MAX = 2048 }; /* what is longer is no version string */

/* Stand for what a version string has no use for: an emoji, a broken byte; and for what makes it
** vague in any alphabet: an arrow, a sign of comparison. */
enum { FOLD_ODD = 1, FOLD_VAGUE = '~' };

struct fold {
    size_t size;
    char text[FOLD_MAX];
    bool cut[FOLD_MAX]; /* a word of its own begins here in CamelCase: 'WindowsServer' */
};

/* Folds the text; false when it is too long. */
bool fold_text(struct fold *fold, struct text text);

#endif
