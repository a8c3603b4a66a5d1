#include "read/name.h"
#include "base/utf8.h"
#include "read/cells.h"

#include <string.h>

/* --- Characters that show nothing --- */

static bool is_ascii(struct text text) {
    const uint64_t high = UINT64_C(0x8080808080808080);
    size_t at = 0;
    for (; at + 8 <= text.size; at += 8)
        if (text_word(text.text + at) & high)
            return false;
    return !(text_short_word(text.text + at, text.size - at) & high);
}

/* Without width: the byte order mark, which is also a blank of none, and those that say where a word
** may or may not be broken. */
static bool has_no_width(uint32_t character) {
    return character == 0xfeff || (character >= 0x200b && character <= 0x200d) ||
           character == 0x2060;
}

/* Blanks beyond ASCII, as spreadsheets and web pages leave them. */
static bool is_wide_blank(uint32_t character) {
    return character == 0xa0 || character == 0x202f || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200a);
}

/* Copies the name into `room`, without what has no width; a blank beyond ASCII becomes one. */
static int drop_invisible(struct text *name, struct array *room) {
    room->count = 0;
    TRY(array_reserve(room, name->size, 1));
    char *out = room->items;
    size_t taken;
    for (size_t at = 0; at < name->size; at += taken) {
        uint32_t character = utf8_read(name->text + at, &taken);
        if (is_wide_blank(character))
            *out++ = ' ';
        else if (!has_no_width(character))
            for (size_t i = 0; i < taken; i++)
                *out++ = name->text[at + i];
    }
    room->count = (size_t)(out - (char *)room->items);
    *name = cells_trim(room->items, room->count);
    return ERROR_NONE;
}

/* --- Markdown --- */

static size_t leading(struct text name, char c) {
    size_t count = 0;
    while (count < name.size && name.text[count] == c)
        count++;
    return count;
}

/* How often the character stands at the end, without a backslash before it. */
static size_t trailing(struct text name, char c) {
    size_t count = 0;
    while (count < name.size && name.text[name.size - count - 1] == c)
        count++;
    return count && count < name.size && name.text[name.size - count - 1] == '\\' ? count - 1
                                                                                  : count;
}

static void take_off(struct text *name, size_t count) {
    *name = cells_trim(name->text + count, name->size - 2 * count);
}

/* Takes off marks around the whole name, of which at least `least` must stand on either side. */
static bool take_marks(struct text *name, char mark, size_t least) {
    size_t before = leading(*name, mark), behind = trailing(*name, mark);
    size_t count = before < behind ? before : behind;
    if (count < least || 2 * count >= name->size)
        return false;
    take_off(name, count);
    return true;
}

/* `[Name](address)` or `[Name][reference]`, the whole of it, becomes `Name`. */
static bool take_link(struct text *name) {
    size_t depth = 0, end = 0;
    if (!name->size || name->text[0] != '[')
        return false;
    for (; end < name->size; end++) {
        if (name->text[end] == '\\')
            end++;
        else if (name->text[end] == '[')
            depth++;
        else if (name->text[end] == ']' && --depth == 0)
            break;
    }
    if (end + 2 >= name->size)
        return false;
    char open = name->text[end + 1], close = name->text[name->size - 1];
    if (!(open == '(' && close == ')') && !(open == '[' && close == ']'))
        return false;
    *name = cells_trim(name->text + 1, end - 1);
    return true;
}

static bool is_punctuation(char c) {
    return c > ' ' && c < 0x7f && !is_letter(c) && !is_digit(c);
}

static int drop_escapes(struct text *name, struct array *room) {
    struct array plain = {0};
    TRY(array_reserve(&plain, name->size, 1));
    char *out = plain.items;
    for (size_t i = 0; i < name->size; i++) {
        if (name->text[i] == '\\' && i + 1 < name->size && is_punctuation(name->text[i + 1]))
            i++;
        *out++ = name->text[i];
    }
    plain.count = (size_t)(out - (char *)plain.items);
    array_free(room); /* the name may lie in it */
    *room = plain;
    *name = (struct text){room->items, room->count};
    return ERROR_NONE;
}

static int drop_markdown(struct text *name, struct array *room) {
    /* a backslash in backticks stands for itself, but names have none: there, too, it escapes */
    while (take_link(name) || take_marks(name, '`', 1) || take_marks(name, '*', 1) ||
           take_marks(name, '_', 1) || take_marks(name, '~', 2))
        ;
    return name->size && memchr(name->text, '\\', name->size) ? drop_escapes(name, room)
                                                              : ERROR_NONE;
}

int name_plain(struct text *name, enum name_markup markup, struct array *room) {
    *name = cells_trim(name->text, name->size);
    if (!is_ascii(*name))
        TRY(drop_invisible(name, room));
    return markup == NAME_MARKDOWN ? drop_markdown(name, room) : ERROR_NONE;
}
