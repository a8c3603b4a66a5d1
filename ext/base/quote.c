#include "base/quote.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Characters that do not show, or that change what stands beside them: controls, marks of
** direction, blanks without width. In the order of the characters. */
static const struct {
    uint32_t first, last;
} hidden[] = {
    {0x0000, 0x001f}, {0x007f, 0x009f}, {0x00ad, 0x00ad},   {0x061c, 0x061c}, {0x180e, 0x180e},
    {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},   {0xfe00, 0xfe0f}, {0xfeff, 0xfeff},
    {0xfff9, 0xfffb}, {0xe000, 0xf8ff}, {0xe0000, 0xe0fff},
};

static bool is_hidden(uint32_t character) {
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (character >= hidden[i].first && character <= hidden[i].last)
            return true;
    return false;
}

/* Writes the first character of the text, at most 10 bytes and a NUL, in the way a message shows
** it. Returns how many characters that shows; *taken is the size that it has in the text. */
static size_t show(char shown[12], const char *text, size_t size, size_t *taken) {
    if (!utf8_valid(text, size < 4 ? size : 4)) {
        *taken = 1;
        return (size_t)snprintf(shown, 12, "\\x%02x", (unsigned char)*text);
    }
    uint32_t character = utf8_read(text, taken);
    if (is_hidden(character))
        return (size_t)snprintf(shown, 12, character < 0x100 ? "\\x%02x" : "\\u%04x",
                                (unsigned)character);
    memcpy(shown, text, *taken);
    shown[*taken] = '\0';
    return 1;
}

/* How many characters the text shows, counted up to `limit` and a little more. */
static size_t count_shown(struct text text, size_t limit) {
    char shown[12];
    size_t count = 0, taken;
    for (size_t i = 0; i < text.size && count <= limit; i += taken)
        count += show(shown, text.text + i, text.size - i, &taken);
    return count;
}

/* Appends the text, shortened to `limit` characters, at `at`; returns its end. */
static char *append(char *at, struct text text, size_t limit) {
    char shown[12];
    size_t count = 0, taken;
    for (size_t i = 0; i < text.size; i += taken) {
        count += show(shown, text.text + i, text.size - i, &taken);
        if (count > limit) {
            memcpy(at, "\xe2\x80\xa6", 3); /* … */
            return at + 3;
        }
        size_t size = strlen(shown);
        memcpy(at, shown, size);
        at += size;
    }
    return at;
}

const char *quote_text(struct quote *quote, struct text text) {
    quote->text[0] = '"';
    char *end = append(quote->text + 1, text, QUOTE_TEXT);
    memcpy(end, "\"", 2);
    return quote->text;
}

const char *quote_name(struct quote *quote, struct text text) {
    *append(quote->text, text, QUOTE_NAME) = '\0';
    return quote->text;
}

const char *quote_member(struct quote *quote, struct text class_name, struct text member) {
    const size_t room = QUOTE_MAX - 1; /* one is the dot */
    size_t for_class = count_shown(class_name, room), for_member = count_shown(member, room);
    if (for_class + for_member > room) {
        if (for_member < room - QUOTE_TEXT)
            for_class = room - for_member;
        else if (for_class > QUOTE_TEXT)
            for_class = QUOTE_TEXT;
        for_member = room - for_class;
    }
    char *end = append(quote->text, class_name, for_class);
    *end++ = '.';
    *append(end, member, for_member) = '\0';
    return quote->text;
}

/* The end of the text that shows at most `limit` characters. */
static struct text end_of(struct text text, size_t limit) {
    char shown[12];
    size_t taken, start = text.size > limit * 4 ? text.size - limit * 4 : 0;
    struct text end = {text.text + start, text.size - start};
    for (size_t i = 0; i < 3 && start && ((unsigned char)*end.text & 0xc0) == 0x80; i++) {
        end.text++;
        end.size--;
    }
    while (count_shown(end, limit) > limit) {
        show(shown, end.text, end.size, &taken);
        end.text += taken;
        end.size -= taken;
    }
    return end;
}

const char *quote_path(struct quote_path *quote, const char *path) {
    const struct text text = {path, strlen(path)};
    char *end;
    if (count_shown(text, QUOTE_PATH) <= QUOTE_PATH) {
        end = append(quote->text, text, QUOTE_PATH);
    } else {
        end = append(quote->text, text, QUOTE_PATH_START);
        end = append(end, end_of(text, QUOTE_PATH - QUOTE_PATH_START - 1), QUOTE_PATH);
    }
    *end = '\0';
    return quote->text;
}
