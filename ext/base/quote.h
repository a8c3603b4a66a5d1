/*
** Found text in a message: shortened, with what does not print made visible. A message shows at
** most 40 characters of what a file holds: a text and a column's name, or the names of a member; and of
** a path, which others may have named too, at most 200.
*/
#ifndef WMI_BASE_QUOTE_H
#define WMI_BASE_QUOTE_H

#include "base/text.h"

enum {
    QUOTE_MAX = 40,
    QUOTE_TEXT = 24, /* characters of a text */
    QUOTE_NAME = QUOTE_MAX - QUOTE_TEXT,
    QUOTE_PATH = 200, /* characters of a path: that of a file whole, nearly always */
    QUOTE_PATH_START = 60,
};

struct quote {
    char text[QUOTE_MAX * 4 + 16];
};

struct quote_path {
    char text[QUOTE_PATH * 4 + 16];
};

/* Each returns a text that lives in `quote`. Any bytes are safe; those that are no UTF-8, and
** characters that do not print or that change how others do, are written as \x1b or \u202e. */

/* In double quotes, at most QUOTE_TEXT characters. */
const char *quote_text(struct quote *quote, struct text text);

/* Without the quotes, at most QUOTE_NAME characters. */
const char *quote_name(struct quote *quote, struct text text);

/* `Class.Member`, at most QUOTE_MAX characters; of long names, both are shortened. */
const char *quote_member(struct quote *quote, struct text class_name, struct text member);

/* Without quotes, at most QUOTE_PATH characters; of a longer path the middle is left out, so that the
** file's name stays. */
const char *quote_path(struct quote_path *quote, const char *path);

#endif
