/*
** Found text in a message: shortened, with control characters made visible.
*/
#ifndef WMI_BASE_QUOTE_H
#define WMI_BASE_QUOTE_H

#include <stddef.h>

struct quote {
    char text[160];
};

/* Returns the text (valid UTF-8) in double quotes, at most 32 characters of it. The result lives in
** `quote`. */
const char *quote_text(struct quote *quote, const char *text, size_t size);

/* The same without the quotes. */
const char *quote_name(struct quote *quote, const char *text, size_t size);

#endif
