#include "script/part.h"

#include "script/within.h"

/* A line of the text. */
static struct text next_line(const char *at, const char *end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct text){at, (size_t)((stop ? stop + 1 : end) - at)};
}

/* --- Markdown --- */

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

static bool next_fence(const char **at, const char *end, struct script_part *part) {
    while (*at < end) {
        struct text line = next_line(*at, end);
        size_t indent, fence = fence_size(line, &indent);
        *at += line.size;
        if (!fence)
            continue;
        struct text body = {*at, 0};
        size_t closing_indent;
        while (*at < end && fence_size(next_line(*at, end), &closing_indent) < fence) {
            struct text inner = next_line(*at, end);
            body.size += inner.size;
            *at += inner.size;
        }
        *at += *at < end ? next_line(*at, end).size : 0;
        *part = (struct script_part){body, fenced_language(line, indent + fence, body), false};
        return true;
    }
    return false;
}

/* --- Markup --- */

/* Where that text begins, in any case, from `at` on; `end` if nowhere. */
static const char *find(const char *at, const char *end, const char *text) {
    size_t size = strlen(text);
    while ((at = memchr(at, *text, (size_t)(end - at))) != NULL) {
        if ((size_t)(end - at) >= size && text_equal_nocase(at, text, size))
            return at;
        at++;
    }
    return end;
}

/* The language that an element's start says: <script language="VBScript"> */
static enum script_language said_language(struct text tag, struct text body) {
    static const char *const keys[] = {"language=", "type=\"text/", "type='text/"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *end = tag.text + tag.size, *at = find(tag.text, end, keys[i]);
        if (at == end)
            continue;
        at += strlen(keys[i]);
        while (at < end && (*at == '"' || *at == '\''))
            at++;
        const char *name = at;
        while (at < end && (is_letter(*at) || is_digit(*at)))
            at++;
        enum script_language language = script_language_named(name, (size_t)(at - name));
        if (language != SCRIPT_LANGUAGES)
            return language;
    }
    return script_language(body.text, body.size);
}

static bool next_element(const char **at, const char *end, struct script_part *part) {
    const char *tag = find(*at, end, "<script");
    const char *tag_end = tag < end ? memchr(tag, '>', (size_t)(end - tag)) : NULL;
    if (!tag_end)
        return false;
    struct text body = {tag_end + 1, 0};
    *at = find(body.text, end, "</script");
    body.size = (size_t)(*at - body.text);
    while (body.size && is_blank(*body.text)) {
        body.text++;
        body.size--;
    }
    static const char *const covers[] = {"<![CDATA[", "<!--"};
    for (size_t i = 0; i < sizeof covers / sizeof *covers; i++)
        if (text_starts(body, covers[i])) {
            body.text += strlen(covers[i]);
            body.size -= strlen(covers[i]);
        }
    *part = (struct script_part){
        body, said_language((struct text){tag, (size_t)(tag_end - tag)}, body), false};
    return true;
}

/* --- YAML --- */

static size_t indent_of(struct text line) {
    size_t at = 0;
    while (at < line.size && (line.text[at] == ' ' || line.text[at] == '\t'))
        at++;
    return at;
}

static bool is_empty(struct text line) {
    size_t indent = indent_of(line);
    return indent == line.size || is_blank(line.text[indent]);
}

/* What stands behind the key of a line, or behind its hyphen. */
static struct text value_of(struct text line) {
    size_t at = indent_of(line);
    while (line.size - at > 2 && line.text[at] == '-' && line.text[at + 1] == ' ')
        at += 2;
    size_t key = at;
    while (at < line.size && line.text[at] != ':' && line.text[at] != ' ')
        at++;
    if (line.size - at < 2 || line.text[at] != ':' || !is_blank(line.text[at + 1]))
        at = key;
    else
        at++;
    while (at < line.size && is_blank(line.text[at]))
        at++;
    while (line.size > at && is_blank(line.text[line.size - 1]))
        line.size--;
    return (struct text){line.text + at, line.size - at};
}

/* A value in a block of its own: key: | and the lines that stand further in; or one on its line. */
static bool next_value(const char **at, const char *end, struct script_part *part) {
    while (*at < end) {
        struct text line = next_line(*at, end), value = value_of(line);
        *at += line.size;
        bool block = value.size && value.size <= 3 && strchr("|>", *value.text);
        if (block) {
            size_t indent = indent_of(line);
            value = (struct text){*at, 0};
            for (; *at < end; *at += line.size, value.size += line.size) {
                line = next_line(*at, end);
                if (!is_empty(line) && indent_of(line) <= indent)
                    break;
            }
        } else if (value.size > 1 && strchr("'\"", *value.text) &&
                   value.text[value.size - 1] == *value.text) {
            value.text++;
            value.size -= 2;
        }
        const char *begins;
        enum script_language language = script_language_within(value.text, value.size, &begins);
        if (language == SCRIPT_LANGUAGES && block)
            language = script_language(value.text, value.size);
        if (language == SCRIPT_LANGUAGES || language >= SCRIPT_MARKDOWN)
            continue;
        *part = (struct script_part){value, language, false};
        return true;
    }
    return false;
}

/* --- JSON, Terraform --- */

/* The end of the string that begins at the quote: the quote that closes it, or the line's end. */
static const char *string_end(const char *quote, const char *end) {
    const char *at = quote + 1;
    while (at < end && *at != '"' && *at != '\n')
        at += *at == '\\' && end - at > 1 ? 2 : 1;
    return at;
}

/* <<-EOT, and the lines up to one that holds only that word. */
static struct text here_document(const char **at, const char *end) {
    struct text line = next_line(*at, end);
    const char *word = *at + 2, *word_end;
    word += word < end && (*word == '-' || *word == '~');
    for (word_end = word; word_end < end && is_letter(*word_end); word_end++)
        ;
    size_t size = (size_t)(word_end - word);
    struct text body = {*at + line.size, 0};
    for (*at = body.text; size && *at < end; body.size += line.size) {
        line = next_line(*at, end);
        *at += line.size;
        size_t indent = indent_of(line);
        if (line.size - indent >= size && memcmp(line.text + indent, word, size) == 0 &&
            is_empty((struct text){line.text + indent + size, line.size - indent - size}))
            break;
    }
    return body;
}

static bool next_string(const char **at, const char *end, struct script_part *part) {
    while (*at < end) {
        const char *begins, *quote = *at;
        struct text text = {quote + 1, 0};
        bool here = *quote == '<' && end - quote > 3 && quote[1] == '<';
        if (here) {
            text = here_document(at, end);
        } else if (*quote == '"') {
            const char *closing = string_end(quote, end);
            text.size = closing < end ? (size_t)(closing - text.text) : (size_t)(end - text.text);
            *at = closing < end ? closing + 1 : end;
        } else {
            ++*at;
            continue;
        }
        enum script_language language = script_language_within(text.text, text.size, &begins);
        if (language == SCRIPT_LANGUAGES)
            continue;
        text.size -= (size_t)(begins - text.text);
        text.text = begins;
        *part = (struct script_part){text, here ? script_language(text.text, text.size) : language,
                                     !here};
        return true;
    }
    return false;
}

bool part_next(enum script_language language, const char **at, const char *end,
               struct script_part *part) {
    switch (language) {
    case SCRIPT_MARKDOWN:
        return next_fence(at, end, part);
    case SCRIPT_YAML:
        return next_value(at, end, part);
    case SCRIPT_CONFIG:
        return next_string(at, end, part);
    default:
        return next_element(at, end, part);
    }
}
