#include "base/quote.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN = 32 }; /* characters of up to four bytes: each takes up to four in the message */

/* Appends the text, shortened, at `at`; returns its end. */
static char *append(char *at, const char *text, size_t size) {
    size_t shown = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool first = (byte & 0xc0) != 0x80;
        if (first && shown++ == SHOWN) {
            memcpy(at, "\xe2\x80\xa6", 3); /* … */
            return at + 3;
        }
        if (byte < 0x20 || byte == 0x7f)
            at += snprintf(at, 5, "\\x%02x", byte);
        else
            *at++ = (char)byte;
    }
    return at;
}

const char *quote_text(struct quote *quote, const char *text, size_t size) {
    quote->text[0] = '"';
    char *end = append(quote->text + 1, text, size);
    memcpy(end, "\"", 2);
    return quote->text;
}

const char *quote_name(struct quote *quote, const char *text, size_t size) {
    *append(quote->text, text, size) = '\0';
    return quote->text;
}
