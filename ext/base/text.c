#include "base/text.h"

int text_compare_nocase(const char *a, size_t a_size, const char *b, size_t b_size) {
    size_t shared = a_size < b_size ? a_size : b_size;
    for (size_t i = 0; i < shared; i++) {
        int difference = text_fold(a[i]) - text_fold(b[i]);
        if (difference)
            return difference;
    }
    return (a_size > b_size) - (a_size < b_size);
}

bool text_is(const char *text, size_t size, const char *literal) {
    return size == strlen(literal) && text_equal_nocase(text, literal, size);
}

bool text_starts(const char *text, size_t size, const char *literal) {
    size_t length = strlen(literal);
    return size >= length && text_equal_nocase(text, literal, length);
}
