#include "read/table_line.h"
#include "base/text.h"
#include "read/cells.h"

#include <string.h>

static struct text trim_end(const char *text, size_t size) {
    const uint64_t blanks = UINT64_C(0x2020202020202020);
    while (size >= sizeof blanks && text_word(text + size - sizeof blanks) == blanks)
        size -= sizeof blanks;
    while (size && cells_is_blank(text[size - 1]))
        size--;
    return (struct text){text, size};
}

static struct text trim_start(struct text text) {
    while (text.size && cells_is_blank(*text.text)) {
        text.text++;
        text.size--;
    }
    return text;
}

struct text table_line_trim(const char *text, size_t size) {
    return trim_start(trim_end(text, size));
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

bool table_line_is_blank(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] != '|' && !cells_is_blank(text[i]))
            return false;
    return true;
}

/* With each pipe the text before it grows and the one behind it shrinks, so that they have equal
** sizes at one pipe at the most: only there are they compared. */
bool table_line_halves(struct table_line line, struct text halves[2]) {
    struct text all = table_line_trim(line.rest.text, line.rest.size);
    const char *end = all.text + all.size;
    size_t pipes = 0, ways = 0;
    line.rest = all;
    for (const char *pipe; (pipe = find_pipe(line.rest)) != NULL; pipes++) {
        line.rest = (struct text){pipe + 1, (size_t)(end - pipe) - 1};
        struct text left = trim_end(all.text, (size_t)(pipe - all.text));
        struct text right = trim_start(line.rest);
        bool same = left.size == right.size && memcmp(left.text, right.text, left.size) == 0;
        /* the first pipe is the one that counts where there is no other */
        if (pipes == 0 || same) {
            ways += same;
            halves[0] = left;
            halves[1] = right;
        }
    }
    return pipes == 1 || ways == 1;
}
