#include "read/value_map.h"
#include "base/number.h"

#include <string.h>

static const char placeholder[] = "[无描述]";
static const char opening[] = "[枚举值: ";

enum { OPENING = sizeof opening - 1 };

void values_free(struct values *values) {
    array_free(&values->entries);
}

bool values_is_placeholder(struct text text) {
    return text.size == sizeof placeholder - 1 && memcmp(text.text, placeholder, text.size) == 0;
}

/* --- Reading a map --- */

/* Where the last "[枚举值: " starts, or NULL. */
static const char *last_opening(struct text text) {
    for (size_t at = text.size < OPENING ? 0 : text.size - OPENING + 1; at-- > 0;)
        if (text.text[at] == '[' && memcmp(text.text + at, opening, OPENING) == 0)
            return text.text + at;
    return NULL;
}

/* Is a bracket that stands right behind the text the partner of one before it? Then none of the
** brackets inside is left without a partner to its right. */
static bool closes_before(struct text text) {
    size_t open = 0;
    for (size_t i = text.size; i-- > 0;) {
        if (text.text[i] == ']')
            open++;
        else if (text.text[i] == '[' && open-- == 0)
            return false;
    }
    return true;
}

/* Is it a number or a range of numbers: 11..32767, 32768.., .. ? */
static bool is_numeric(const char *text, size_t size) {
    struct number number;
    size_t at = number_read_signed(text, size, &number);
    if (at == size)
        return size > 0;
    if (size - at < 2 || text[at] != '.' || text[at + 1] != '.')
        return false;
    at += 2;
    return at == size || number_read_signed(text + at, size - at, &number) == size - at;
}

/* The size of what could be a value, a word with " - " behind it, at the start of the text; or
** 0. */
static size_t value_size(const char *text, size_t size) {
    size_t at = 0;
    while (at < size && text[at] != ' ' && text[at] != ';' && text[at] != '[' && text[at] != ']')
        at++;
    return at + 3 <= size && memcmp(text + at, " - ", 3) == 0 ? at : 0;
}

/* The end of the entry at the start of the text: where "; " and another value follow, or the
** end. */
static size_t entry_size(const char *text, size_t size) {
    for (size_t at = 0; at + 2 < size; at++)
        if (text[at] == ';' && text[at + 1] == ' ' && value_size(text + at + 2, size - at - 2))
            return at;
    return size;
}

/* Reads the entries between the brackets. *certain is false where they can be read in no way or in
** more than one: an entry without value or label, or values of which some are numbers and some are
** not, so that a word before " - " may as well belong to a label. */
static int read_entries(struct values *values, const char *text, size_t size, bool *certain) {
    struct array *entries = &values->entries;
    *certain = false;
    bool numeric = is_numeric(text, value_size(text, size));
    for (size_t at = 0; at < size;) {
        size_t value = value_size(text + at, size - at);
        size_t end = at + entry_size(text + at, size - at);
        struct builder_entry entry = {.value = {text + at, value},
                                      .label = {text + at + value + 3, end - at - value - 3}};
        if (!value || at + value + 3 >= end || is_numeric(text + at, value) != numeric)
            return ERROR_NONE;
        if (entries->count == entries->capacity)
            TRY(array_reserve(entries, 1, sizeof entry));
        ((struct builder_entry *)entries->items)[entries->count++] = entry;
        at = end == size ? size : end + 2;
    }
    *certain = entries->count > 0;
    return ERROR_NONE;
}

int values_read(struct values *values, struct text description, struct text *map) {
    bool certain = false;
    int status = ERROR_NONE;
    values->entries.count = 0;
    *map = (struct text){NULL, 0};
    if (!description.size || description.text[description.size - 1] != ']')
        return ERROR_NONE;
    const char *start = last_opening(description);
    if (!start)
        return ERROR_NONE;
    struct text inside = {start + OPENING,
                          (size_t)(description.text + description.size - start) - OPENING - 1};
    if (closes_before(inside))
        status = read_entries(values, inside.text, inside.size, &certain);
    if (certain)
        *map = (struct text){start, inside.size + OPENING + 1};
    else
        values->entries.count = 0;
    return status;
}

/* --- The descriptions of a row --- */

static bool ends_with(struct text text, struct text end) {
    return end.size && text.size >= end.size &&
           memcmp(text.text + text.size - end.size, end.text, end.size) == 0;
}

/* Takes the map off the end of the description, and a blank before it. Returns which bits of enum
** report_map_stood tell so. A placeholder is taken off with the blank behind it: where there is no
** description but a blank before the map, a placeholder stood there. */
static uint32_t take(struct text *description, size_t map_size, uint32_t map_bit,
                     uint32_t blank_bit) {
    description->size -= map_size;
    if (description->size < 2 || description->text[description->size - 1] != ' ')
        return map_bit;
    description->size--;
    if (values_is_placeholder(*description))
        *description = (struct text){NULL, 0};
    return map_bit | blank_bit;
}

static void clear_placeholder(struct text *description) {
    if (!description->size || values_is_placeholder(*description))
        *description = (struct text){NULL, 0};
}

int values_take(struct values *values, struct builder_row *row) {
    struct text map = {NULL, 0};
    int status = ERROR_NONE;
    row->map_stood = 0;
    clear_placeholder(&row->description);
    clear_placeholder(&row->description_en);
    values->entries.count = 0;
    if (row->description_en.size)
        status = values_read(values, row->description_en, &map);
    if (status == ERROR_NONE && !map.size && row->description.size)
        status = values_read(values, row->description, &map);
    /* `map` is at the end of one of them; before either is shortened, see which */
    bool in_description = ends_with(row->description, map);
    bool in_description_en = ends_with(row->description_en, map);
    if (in_description)
        row->map_stood |= take(&row->description, map.size, REPORT_MAP_IN_DESCRIPTION,
                               REPORT_BLANK_IN_DESCRIPTION);
    if (in_description_en)
        row->map_stood |= take(&row->description_en, map.size, REPORT_MAP_IN_DESCRIPTION_EN,
                               REPORT_BLANK_IN_DESCRIPTION_EN);
    row->entries = values->entries.items;
    row->entry_count = values->entries.count;
    return status;
}
