#include "release/memo.h"
#include "base/memory.h"
#include "base/text.h"

enum { TEXT_MAX = 59, ENTRIES = 256 };

/* A text, and the build that it names. A place is found by hash; a new text takes it over. */
struct entry {
    uint32_t build;
    unsigned char size; /* 0 while the place is empty */
    char text[TEXT_MAX];
};

struct release_memo {
    struct entry entries[ENTRIES];
};

struct release_memo *release_memo_new(void) {
    struct release_memo *memo = memory_alloc(sizeof *memo);
    if (memo)
        memset(memo, 0, sizeof *memo);
    return memo;
}

uint32_t release_memo_build(struct release_memo *memo, const struct release_list *list,
                            struct text text) {
    if (!memo || !text.size || text.size > TEXT_MAX)
        return release_build(list, text);
    struct entry *entry = &memo->entries[text_hash(0, text.text, text.size) >> 40 & (ENTRIES - 1)];
    if (entry->size != text.size || memcmp(entry->text, text.text, text.size)) {
        entry->build = release_build(list, text);
        entry->size = (unsigned char)text.size;
        memcpy(entry->text, text.text, text.size);
    }
    return entry->build;
}
