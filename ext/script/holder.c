#include "script/holder.h"

#include "base/text.h"
#include "script/character.h"

enum { LINES_MAX = 2000 };

/* The next line, without the blanks at its end; *indent is that of its text, which is empty for an
** empty line. */
static struct text read_line(const char **at, const char *end, size_t *indent) {
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    const char *text = *at;
    *at = stop ? stop + 1 : end;
    if (!stop)
        stop = end;
    while (stop > text && is_blank(stop[-1]))
        stop--;
    *indent = 0;
    while (text < stop && is_blank(*text)) {
        text++;
        ++*indent;
    }
    return (struct text){text, (size_t)(stop - text)};
}

/* --- YAML --- */

/* The size of a key: a word with dots and hyphens, or a quoted text; 0 if none begins there. */
static size_t key_size(struct text line) {
    size_t at = 0;
    char quote = line.size ? *line.text : 0;
    if (quote == '"' || quote == '\'') {
        const char *closing = memchr(line.text + 1, quote, line.size - 1);
        return closing ? (size_t)(closing - line.text) + 1 : 0;
    }
    while (at < line.size &&
           (script_is_word(line.text[at]) || (at && strchr("-./", line.text[at]))))
        at++;
    return at;
}

/* Is the line one of a mapping or a list? *valued says whether a value stands on it. */
static bool is_entry(struct text line, bool *valued) {
    if (line.text[0] == '-' && (line.size == 1 || line.text[1] == ' ')) {
        *valued = line.size > 1;
        return true;
    }
    size_t key = key_size(line);
    if (!key || key == line.size || line.text[key] != ':')
        return false;
    *valued = line.size > key + 1;
    return !*valued || line.text[key + 1] == ' ';
}

/* All lines that stand furthest out are of one mapping or list, or close what was opened. */
static bool is_yaml(const char *text, size_t size) {
    const char *end = text + size;
    size_t outermost = SIZE_MAX;
    bool any = false;
    for (unsigned lines = 0; text < end && lines < LINES_MAX; lines++) {
        size_t indent;
        struct text line = read_line(&text, end, &indent);
        if (!line.size || *line.text == '#' || text_starts(line, "---") || text_is(line, "..."))
            continue;
        if (outermost == SIZE_MAX)
            outermost = indent;
        if (indent > outermost)
            continue;
        bool valued = false;
        bool closes = line.size == 1 && (*line.text == '}' || *line.text == ']');
        if (indent < outermost || !(closes || is_entry(line, &valued)))
            return false;
        any |= valued;
    }
    return any;
}

/* --- JSON, Terraform --- */

/* Does the text begin as JSON does? */
static bool is_json(const char *text, size_t size) {
    const char *end = text + size;
    while (text < end && is_blank(*text))
        text++;
    if (text == end || (*text != '{' && *text != '['))
        return false;
    bool object = *text == '{';
    do
        text++;
    while (text < end && is_blank(*text));
    if (text == end || !object || *text != '"')
        return text < end && !object && strchr("\"{[", *text);
    do
        text++;
    while (text < end && *text != '"' && *text != '\n');
    if (text < end)
        text++;
    while (text < end && is_blank(*text))
        text++;
    return text < end && *text == ':';
}

/* The first line of code opens a block: resource "kind" "name" { */
static bool is_terraform(const char *text, size_t size) {
    static const char *const words[] = {"resource \"", "provisioner \"", "provider \"",
                                        "variable \"", "module \"",      "data \"",
                                        "output \"",   "terraform {",    "locals {"};
    const char *end = text + size;
    while (text < end) {
        size_t indent;
        struct text line = read_line(&text, end, &indent);
        if (!line.size || *line.text == '#' || text_starts(line, "//"))
            continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (line.text[line.size - 1] == '{' && text_starts(line, words[i]))
                return true;
        return false;
    }
    return false;
}

/* --- Markup --- */

/* Does the text begin with an element, and hold a script's? */
static bool is_markup(const char *text, size_t size) {
    const char *end = text + size;
    while (text < end && is_blank(*text))
        text++;
    if (end - text < 2 || *text != '<' || !(is_letter(text[1]) || strchr("!?%", text[1])))
        return false;
    while ((text = memchr(text, '<', (size_t)(end - text))) != NULL) {
        if (text_starts((struct text){text, (size_t)(end - text)}, "<script"))
            return true;
        text++;
    }
    return false;
}

enum script_language script_holder(const char *text, size_t size) {
    if (is_markup(text, size))
        return SCRIPT_MARKUP;
    if (is_json(text, size) || is_terraform(text, size))
        return SCRIPT_CONFIG;
    return is_yaml(text, size) ? SCRIPT_YAML : SCRIPT_LANGUAGES;
}
