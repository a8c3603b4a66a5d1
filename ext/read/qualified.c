#include "read/qualified.h"

static bool is_slash(char c) {
    return c == '\\' || c == '/';
}

struct text qualified_namespace(struct text *class_name) {
    const struct text name = *class_name;
    const char *colon = name.size ? memchr(name.text, ':', name.size) : NULL;
    if (!colon || colon == name.text)
        return (struct text){"", 0};
    size_t size = (size_t)(colon - name.text);
    if (size + 1 == name.size || colon[1] == ':')
        return (struct text){"", 0};
    *class_name = cells_trim(colon + 1, name.size - size - 1);
    return cells_trim(name.text, size);
}

static struct text without_host(struct text text) {
    if (text.size < 2 || !is_slash(text.text[0]) || !is_slash(text.text[1]))
        return text;
    for (size_t i = 2; i < text.size; i++)
        if (is_slash(text.text[i]))
            return (struct text){text.text + i + 1, text.size - i - 1};
    return text;
}

/* Do both mean one namespace, in any case, with `\` or `/`, with the machine before it or without? */
static bool is_same(struct text a, struct text b) {
    a = without_host(a);
    b = without_host(b);
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++) {
        bool both_slashes = is_slash(a.text[i]) && is_slash(b.text[i]);
        if (!both_slashes && !text_equal_nocase(a.text + i, b.text + i, 1))
            return false;
    }
    return true;
}

void qualified_class(struct row_reader *reader, struct text *namespace_name,
                     struct text *class_name) {
    struct text heading = reader->heading, above = qualified_namespace(&heading);
    *namespace_name = row_text(reader, COLUMN_NAMESPACE);
    *class_name = reader->columns.where[COLUMN_CLASS] ? row_text(reader, COLUMN_CLASS) : heading;
    struct text taken = qualified_namespace(class_name);
    if (!taken.size)
        taken = above;
    if (!namespace_name->size)
        *namespace_name = taken;
    else if (taken.size && !is_same(*namespace_name, taken))
        row_fault(reader, COLUMN_NAMESPACE, *namespace_name,
                  "the namespace that the class is written with");
}

struct text qualified_member(struct text member) {
    if (member.size < 3 || member.text[member.size - 1] != ')')
        return member;
    struct text call = cells_trim(member.text, member.size - 1);
    if (!call.size || call.text[call.size - 1] != '(')
        return member;
    return cells_trim(call.text, call.size - 1);
}
