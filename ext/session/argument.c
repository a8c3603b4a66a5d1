#include "session/argument.h"
#include "release/memo.h"

uint32_t argument_build(struct connection *connection, const struct report *report,
                        sqlite3_value *value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: {
        sqlite3_int64 number = sqlite3_value_int64(value);
        if (number <= 0 || number > UINT32_MAX)
            return REPORT_NONE;
        return report_find_build(report, (uint32_t)number);
    }
    case SQLITE_FLOAT: {
        double number = sqlite3_value_double(value);
        if (!(number >= 1 && number <= UINT32_MAX) || number != (uint32_t)number)
            return REPORT_NONE;
        return report_find_build(report, (uint32_t)number);
    }
    case SQLITE_TEXT: {
        struct text text = {(const char *)sqlite3_value_text(value), 0};
        text.size = (size_t)sqlite3_value_bytes(value);
        uint32_t number =
            text.text ? release_memo_build(connection_memo(connection), &release_list, text) : 0;
        return number ? report_find_build(report, number) : REPORT_NONE;
    }
    default:
        return REPORT_NONE;
    }
}

/* --- Names --- */

/* The text of a name argument; a NULL text where it is none. */
static struct text name_text(sqlite3_value *value) {
    if (sqlite3_value_type(value) != SQLITE_TEXT)
        return (struct text){NULL, 0};
    const char *text = (const char *)sqlite3_value_text(value);
    return (struct text){text, (size_t)sqlite3_value_bytes(value)};
}

static struct text trim(struct text text) {
    while (text.size && is_blank(text.text[text.size - 1]))
        text.size--;
    while (text.size && is_blank(*text.text)) {
        text.text++;
        text.size--;
    }
    return text;
}

/* Without blanks around it and `()` behind it. */
static struct text bare_name(struct text text) {
    text = trim(text);
    if (!text.size || text.text[text.size - 1] != ')')
        return text;
    struct text call = trim((struct text){text.text, text.size - 1});
    if (!call.size || call.text[call.size - 1] != '(')
        return text;
    return trim((struct text){call.text, call.size - 1});
}

static bool is_slash(char c) {
    return c == '\\' || c == '/';
}

/* Behind `\\host\`, if that stands there. */
static struct text without_host(struct text text) {
    if (text.size < 2 || !is_slash(text.text[0]) || !is_slash(text.text[1]))
        return text;
    for (size_t i = 2; i < text.size; i++)
        if (is_slash(text.text[i]))
            return (struct text){text.text + i + 1, text.size - i - 1};
    return text;
}

/* Takes `root\cimv2:` off the front of a name. A NULL text where there is none: a colon that stands
** alone ends a namespace, two are a dot. */
static struct text take_namespace(struct text *name) {
    for (size_t i = 0; i < name->size; i++) {
        if (name->text[i] != ':')
            continue;
        if (i + 1 < name->size && name->text[i + 1] == ':')
            break;
        struct text taken = without_host(trim((struct text){name->text, i}));
        *name = trim((struct text){name->text + i + 1, name->size - i - 1});
        return taken;
    }
    return (struct text){NULL, 0};
}

/* Is the class in the namespace that is asked for? */
static bool is_in(const struct argument_names *names, uint32_t class_index) {
    struct text wanted = names->namespace_name;
    if (!wanted.text)
        return true;
    const char *held =
        report_text(names->report, report_class(names->report, class_index).namespace_name);
    if (!held || strlen(held) != wanted.size)
        return false;
    for (size_t i = 0; i < wanted.size; i++) {
        bool both_slashes = is_slash(held[i]) && is_slash(wanted.text[i]);
        if (!both_slashes && !text_equal_nocase(held + i, wanted.text + i, 1))
            return false;
    }
    return true;
}

/* A member and its namesakes, each a group. */
static bool name_members(struct argument_names *names, uint32_t member) {
    if (member == REPORT_NONE)
        return false;
    names->are = NAMES_MEMBERS;
    names->next = member;
    names->end = report_namesakes_end(names->report, member);
    return true;
}

/* Does a member bear the name, in a class of the namespace that is asked for? */
static bool is_borne(const struct argument_names *names, const struct report_name *name) {
    for (uint32_t i = 0; i < name->bearer_count; i++) {
        uint32_t member = report_bearer(names->report, name->first_bearer + i);
        if (is_in(names, report_member(names->report, member).class_index))
            return true;
    }
    return false;
}

static bool name_one(struct argument_names *names, struct text text) {
    const struct report *report = names->report;
    uint32_t found = report_find_name(report, text);
    if (found == REPORT_NONE)
        return name_members(names, report_find_qualified(report, text));
    struct report_name name = report_name(report, found);
    if (is_borne(names, &name)) {
        names->are = NAMES_BEARERS;
        names->next = name.first_bearer;
        names->end = name.first_bearer + name.bearer_count;
    } else if (name.class_index != REPORT_NONE) {
        names->are = NAMES_CLASSES;
        names->next = name.class_index;
        names->end = report_classes_end(report, name.class_index);
    }
    return true;
}

/* A member of the class before `at`, of the name `size` behind it; blanks around either are passed over. */
static bool name_parts(struct argument_names *names, struct text text, size_t at, size_t size) {
    struct text class_name = trim((struct text){text.text, at});
    struct text member = trim((struct text){text.text + at + size, text.size - at - size});
    return name_members(names, report_find(names->report, class_name, member));
}

/* `Class::Member`, as C++ and PowerShell write it. */
static bool name_scoped(struct argument_names *names, struct text text) {
    for (size_t i = 0; i + 1 < text.size; i++)
        if (text.text[i] == ':' && text.text[i + 1] == ':')
            return name_parts(names, text, i, 2);
    return false;
}

/* `Class . Member`, at the one dot that has a blank beside it: those without may belong to a name. */
static bool name_apart(struct argument_names *names, struct text text) {
    size_t count = 0, at = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool blank_before = i && is_blank(text.text[i - 1]);
        bool blank_behind = i + 1 < text.size && is_blank(text.text[i + 1]);
        if (text.text[i] != '.' || !(blank_before || blank_behind))
            continue;
        at = i;
        count++;
    }
    return count == 1 && name_parts(names, text, at, 1);
}

struct argument_names argument_names(const struct report *report, sqlite3_value *name) {
    struct argument_names names = {.report = report};
    struct text text = name_text(name);
    if (!text.text || name_one(&names, text)) /* mostly it is written as it stands in the report */
        return names;
    text = bare_name(text);
    names.namespace_name = take_namespace(&text);
    if (!name_one(&names, text) && !name_scoped(&names, text))
        name_apart(&names, text);
    return names;
}

struct argument_names argument_class_member(const struct report *report, sqlite3_value *class_name,
                                            sqlite3_value *member) {
    struct argument_names names = {.report = report};
    struct text class_text = name_text(class_name), member_text = name_text(member);
    if (!class_text.text || !member_text.text)
        return names;
    uint32_t found = report_find(report, class_text, member_text);
    if (found == REPORT_NONE) {
        class_text = trim(class_text);
        member_text = bare_name(member_text);
        names.namespace_name = take_namespace(&class_text);
        found = report_find(report, class_text, member_text);
    }
    name_members(&names, found);
    return names;
}

/* --- Groups --- */

bool argument_next_group(struct argument_names *names) {
    const struct report *report = names->report;
    if (names->are == NAMES_NOTHING || names->next == names->end)
        return false;
    names->class_index = REPORT_NONE;
    names->next_member = names->next;
    names->end_member = names->end;
    if (names->are == NAMES_BEARERS) {
        names->next = names->end;
        return true;
    }
    for (; names->next < names->end; names->next++) {
        uint32_t class_index = names->are == NAMES_CLASSES
                                   ? names->next
                                   : report_member(report, names->next).class_index;
        if (!is_in(names, class_index))
            continue;
        names->class_index = class_index;
        names->next_member = names->next++;
        names->end_member = names->next;
        if (names->are == NAMES_CLASSES) {
            struct report_class named = report_class(report, class_index);
            names->next_member = named.first_member;
            names->end_member = named.end_member;
        }
        return true;
    }
    return false;
}

bool argument_next_member(struct argument_names *names, uint32_t *member) {
    const struct report *report = names->report;
    while (names->next_member < names->end_member) {
        uint32_t here = names->next_member++;
        *member = names->are == NAMES_BEARERS ? report_bearer(report, here) : here;
        uint32_t class_index = report_member(report, *member).class_index;
        if (names->class_index == REPORT_NONE ? is_in(names, class_index)
                                              : class_index == names->class_index)
            return true;
    }
    return false;
}
