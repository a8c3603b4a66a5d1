#include "base/text.h"

int text_compare_nocase(struct text a, struct text b) {
    size_t shared = a.size < b.size ? a.size : b.size;
    for (size_t i = 0; i < shared; i++) {
        int difference = text_fold(a.text[i]) - text_fold(b.text[i]);
        if (difference)
            return difference;
    }
    return (a.size > b.size) - (a.size < b.size);
}

bool text_is(const char *text, size_t size, const char *literal) {
    return size == strlen(literal) && text_equal_nocase(text, literal, size);
}

bool text_starts(const char *text, size_t size, const char *literal) {
    size_t length = strlen(literal);
    return size >= length && text_equal_nocase(text, literal, length);
}
