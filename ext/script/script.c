#include "script/script.h"

#include "base/text.h"
#include "script/found.h"
#include "script/names.h"
#include "script/parse.h"
#include "script/wql.h"

enum {
    READINGS_MAX = 3,
    AGAIN_MAX = 1 << 20, /* bytes of a text that is read more than once */
};

/* Reads the script until nothing more is learnt of its names. */
static bool read_script(struct script_found *found, struct script_names *names,
                        enum script_language language, const char *text, size_t size) {
    names->cased = script_language_row(language)->traits & CASED;
    names->once = size > AGAIN_MAX;
    for (names->reading = 1;; names->reading++) {
        names->again = false;
        if (!parse_script(found, names, language, text, size))
            return false;
        if (!names->again || names->reading == READINGS_MAX || names->once)
            return true;
        found_again(found);
    }
}

/* --- Markdown --- */

/* A line of the text. */
static struct text next_line(const char *at, const char *end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct text){at, (size_t)((stop ? stop + 1 : end) - at)};
}

/* The size of the fence that a line begins with: ``` or ~~~, or 0. */
static size_t fence_size(struct text line, size_t *indent) {
    size_t at = 0, size = 0;
    while (at < line.size &&
           (line.text[at] == ' ' || line.text[at] == '\t' || line.text[at] == '>'))
        at++;
    *indent = at;
    char c = at < line.size ? line.text[at] : 0;
    while ((c == '`' || c == '~') && at + size < line.size && line.text[at + size] == c)
        size++;
    return size >= 3 ? size : 0;
}

/* The language that stands behind a fence: ```powershell */
static enum script_language fenced_language(struct text line, size_t at, struct text body) {
    size_t start = at;
    while (start < line.size &&
           (line.text[start] == ' ' || line.text[start] == '{' || line.text[start] == '.'))
        start++;
    size_t end = start;
    while (end < line.size && !is_blank(line.text[end]) && line.text[end] != '}')
        end++;
    enum script_language language = script_language_named(line.text + start, end - start);
    return language == SCRIPT_LANGUAGES ? script_language(body.text, body.size) : language;
}

static bool read_part(struct script_found *found, struct script_names *names,
                      enum script_language language, struct text part) {
    if (language == SCRIPT_WQL) {
        script_wql_script(found, part.text, part.size);
        return !found->failed;
    }
    return language == SCRIPT_MARKDOWN ||
           parse_script(found, names, language, part.text, part.size);
}

/* Each fence is a script of its own; prose is not read. */
static bool read_markdown(struct script_found *found, struct script_names *names, const char *text,
                          size_t size) {
    const char *end = text + size;
    for (const char *at = text; at < end;) {
        struct text line = next_line(at, end);
        size_t indent, fence = fence_size(line, &indent);
        at += line.size;
        if (!fence)
            continue;
        struct text body = {at, 0};
        size_t closing_indent;
        while (at < end && fence_size(next_line(at, end), &closing_indent) < fence) {
            struct text inner = next_line(at, end);
            body.size += inner.size;
            at += inner.size;
        }
        enum script_language language = fenced_language(line, indent + fence, body);
        names_free(names);
        *names = (struct script_names){.reading = 1};
        names->cased = script_language_row(language)->traits & CASED;
        if (!read_part(found, names, language, body))
            return false;
        at += at < end ? next_line(at, end).size : 0;
    }
    return true;
}

int script_scan(const struct report *report, const char *text, size_t size,
                struct script_reference **references, size_t *count) {
    *references = NULL;
    *count = 0;
    if (!size)
        return ERROR_NONE;
    if (text_starts(text, size, "\xef\xbb\xbf")) {
        text += 3;
        size -= 3;
    }
    struct script_found found;
    struct script_names names = {0};
    int code = ERROR_MEMORY;
    if (found_start(&found, report)) {
        enum script_language language = script_language(text, size);
        bool done = true;
        if (language == SCRIPT_WQL)
            script_wql_script(&found, text, size);
        else if (language == SCRIPT_MARKDOWN)
            done = read_markdown(&found, &names, text, size);
        else
            done = read_script(&found, &names, language, text, size);
        if (done)
            code = found_finish(&found, text, size, references, count);
    }
    names_free(&names);
    found_free(&found);
    return code;
}
