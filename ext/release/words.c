#include "release/words.h"

#include <string.h>

/* A member for each row, called by its line. */
#define WORDS_PASTE(a, b)  a##b
#define WORDS_MEMBER(line) WORDS_PASTE(line_, line)

struct texts {
#define WORD(text, kind, language) char WORDS_MEMBER(__LINE__)[sizeof text];
#include "release/words.def"
#undef WORD
};

static const struct texts texts = {
#define WORD(text, kind, language) text,
#include "release/words.def"
#undef WORD
};

const struct word word_rows[] = {
#define WORD(text, kind, language)                                                                 \
    {offsetof(struct texts, WORDS_MEMBER(__LINE__)), sizeof text - 1, WORD_##kind, language},
#include "release/words.def"
#undef WORD
};

const size_t word_count = sizeof word_rows / sizeof *word_rows;

_Static_assert(sizeof texts <= UINT16_MAX, "an offset has 16 bits");

const char *word_text(const struct word *word) {
    return (const char *)&texts + word->offset;
}

size_t word_find(struct text text) {
    size_t low = 0, high = word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct word *word = &word_rows[middle];
        size_t shared = word->size < text.size ? word->size : text.size;
        int order = memcmp(word_text(word), text.text, shared);
        if (order < 0 || (order == 0 && word->size < text.size))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
