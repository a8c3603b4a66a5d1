#include "release/words.h"

#include <string.h>

const struct word words[] = {
#define WORD(text, kind, language) {text, sizeof text - 1, WORD_##kind, language},
#include "release/words.def"
#undef WORD
};

const size_t word_count = sizeof words / sizeof *words;

size_t word_find(const char *text, size_t size) {
    size_t low = 0, high = word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct word *word = &words[middle];
        size_t shared = word->size < size ? word->size : size;
        int order = memcmp(word->text, text, shared);
        if (order < 0 || (order == 0 && word->size < size))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
