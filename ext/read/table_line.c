#include "read/table_line.h"
#include "base/text.h"
#include "read/cells.h"

#include <string.h>

struct text table_line_trim(const char *text, size_t size) {
    const uint64_t blanks = UINT64_C(0x2020202020202020);
    while (size >= sizeof blanks && text_word(text + size - sizeof blanks) == blanks)
        size -= sizeof blanks;
    return cells_trim(text, size);
}

/* The first pipe without a backslash before it, or NULL. */
static const char *find_pipe(struct text text) {
    const char *at = text.text, *end = text.text + text.size;
    while (at < end && (at = memchr(at, '|', (size_t)(end - at))) != NULL) {
        if (at == text.text || at[-1] != '\\')
            return at;
        at++;
    }
    return NULL;
}

struct table_line table_line_start(const char *text, size_t size) {
    struct table_line line = {.rest = table_line_trim(text, size), .more = true};
    if (line.rest.size && line.rest.text[0] == '|') {
        line.rest.text++;
        line.rest.size--;
    }
    size_t rest = line.rest.size;
    line.closed =
        rest && line.rest.text[rest - 1] == '|' && (rest == 1 || line.rest.text[rest - 2] != '\\');
    line.rest.size -= line.closed;
    return line;
}

struct text table_line_cell(struct table_line *line) {
    const char *pipe = find_pipe(line->rest);
    struct text rest = line->rest;
    if (!pipe) {
        line->more = false;
        return table_line_trim(rest.text, rest.size);
    }
    size_t size = (size_t)(pipe - rest.text);
    line->rest = (struct text){pipe + 1, rest.size - size - 1};
    return table_line_trim(rest.text, size);
}

size_t table_line_count(struct table_line line) {
    size_t count = 0;
    while (line.more) {
        table_line_cell(&line);
        count++;
    }
    return count;
}

bool table_line_is_alignment(const char *text, size_t size) {
    bool dash = false, pipe = false;
    for (size_t i = 0; i < size; i++) {
        dash |= text[i] == '-';
        pipe |= text[i] == '|';
        if (text[i] != '-' && text[i] != '|' && text[i] != ':' && !cells_is_blank(text[i]))
            return false;
    }
    return dash && pipe;
}

static bool same(struct text a, struct text b) {
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

bool table_line_halves(struct table_line line, struct text halves[2]) {
    struct text all = line.rest;
    size_t pipes = 0, ways = 0;
    while (line.more) {
        table_line_cell(&line);
        if (!line.more)
            break;
        pipes++;
        struct text left = table_line_trim(all.text, (size_t)(line.rest.text - 1 - all.text));
        struct text right = table_line_trim(line.rest.text, line.rest.size);
        /* the first pipe is the one that counts where there is no other */
        if (pipes == 1 || same(left, right)) {
            ways += same(left, right);
            halves[0] = left;
            halves[1] = right;
        }
    }
    return pipes == 1 || ways == 1;
}
