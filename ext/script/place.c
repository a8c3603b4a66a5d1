#include "script/place.h"

#include "base/text.h"

static const char *line_end(const char *at, const char *end) {
    const char *line = memchr(at, '\n', (size_t)(end - at));
    return line ? line : end;
}

struct script_place place_start(const char *text, size_t size) {
    const char *end = text + size;
    return (struct script_place){text, end, text, line_end(text, end), 1, 1};
}

static bool starts_character(char c) {
    return ((unsigned char)c & 0xc0) != 0x80;
}

static void move(struct script_place *place, const char *to) {
    while (place->line_end < to) {
        place->line_start = place->at = place->line_end + 1;
        place->line_end = line_end(place->line_start, place->end);
        place->line++;
        place->column = 1;
    }
    for (; place->at < to; place->at++)
        place->column += starts_character(*place->at);
}

/* The line around the name, cut at characters to SCRIPT_EVIDENCE_MAX bytes. */
static void find_evidence(const struct script_place *place, const char *name,
                          struct script_reference *reference) {
    enum { BEFORE = SCRIPT_EVIDENCE_MAX / 2 };
    const char *start = place->line_start, *end = place->line_end;
    if (end - start > SCRIPT_EVIDENCE_MAX) {
        if (name - start > BEFORE)
            start = name - BEFORE;
        while (!starts_character(*start) && start < name)
            start++;
        if (end - start > SCRIPT_EVIDENCE_MAX) {
            end = start + SCRIPT_EVIDENCE_MAX;
            while (end > start && !starts_character(*end))
                end--;
        }
    }
    while (start < end && is_blank(*start))
        start++;
    while (start < end && is_blank(end[-1]))
        end--;
    reference->evidence = start;
    reference->evidence_size = (size_t)(end - start);
}

void place_find(struct script_place *place, const char *name, struct script_reference *reference) {
    move(place, name);
    reference->line = place->line;
    reference->column = place->column;
    find_evidence(place, name, reference);
}
