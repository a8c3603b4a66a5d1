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

bool text_is(struct text text, const char *literal) {
    return text.size == strlen(literal) && text_equal_nocase(text.text, literal, text.size);
}

bool text_starts(struct text text, const char *literal) {
    size_t length = strlen(literal);
    return text.size >= length && text_equal_nocase(text.text, literal, length);
}
