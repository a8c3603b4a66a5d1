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
        const char *text = (const char *)sqlite3_value_text(value);
        size_t size = (size_t)sqlite3_value_bytes(value);
        uint32_t number =
            text ? release_memo_build(connection_memo(connection), &release_list, text, size) : 0;
        return number ? report_find_build(report, number) : REPORT_NONE;
    }
    default:
        return REPORT_NONE;
    }
}

/* The text of a name argument, or NULL where it is none. */
static const char *name_text(sqlite3_value *value, size_t *size) {
    if (sqlite3_value_type(value) != SQLITE_TEXT)
        return NULL;
    const char *text = (const char *)sqlite3_value_text(value);
    *size = (size_t)sqlite3_value_bytes(value);
    return text;
}

uint32_t argument_member(const struct report *report, sqlite3_value *class_name,
                         sqlite3_value *member) {
    size_t class_size = 0, member_size = 0;
    const char *class_text = name_text(class_name, &class_size);
    const char *member_text = name_text(member, &member_size);
    if (!class_text || !member_text)
        return REPORT_NONE;
    return report_find(report, class_text, class_size, member_text, member_size);
}

struct argument_members argument_members(const struct report *report, sqlite3_value *name) {
    const struct argument_members nothing = {NULL, 0, 0};
    size_t size = 0;
    const char *text = name_text(name, &size);
    if (!text)
        return nothing;
    uint32_t found = report_find_name(report, text, size);
    if (found != REPORT_NONE) {
        const struct report_name *named = &report_names(report)[found];
        if (named->bearer_count)
            return (struct argument_members){report_bearers(report) + named->first_bearer, 0,
                                             named->bearer_count};
        const struct report_class *classes = report_classes(report) + named->class_index;
        return (struct argument_members){NULL, classes[0].first_member, classes[1].first_member};
    }
    uint32_t member = report_find_qualified(report, text, size);
    if (member == REPORT_NONE)
        return nothing;
    return (struct argument_members){NULL, member, member + 1};
}
