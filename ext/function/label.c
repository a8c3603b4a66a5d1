/* wmi_label(): what a value of a property means. */
#include "function/function.h"
#include "session/argument.h"

#include <string.h>

/* What is looked up: a number, or a value as the report writes it. */
struct wanted {
    bool is_number;
    int64_t number;
    const char *text;
};

static struct wanted wanted_value(sqlite3_value *value) {
    struct wanted wanted = {0};
    int type = sqlite3_value_type(value);
    if (type == SQLITE_INTEGER) {
        wanted.is_number = true;
        wanted.number = sqlite3_value_int64(value);
    } else if (type == SQLITE_FLOAT) {
        double number = sqlite3_value_double(value);
        if (number >= -9e15 && number <= 9e15 && (double)(int64_t)number == number) {
            wanted.is_number = true;
            wanted.number = (int64_t)number;
        }
    } else if (type == SQLITE_TEXT) {
        wanted.text = (const char *)sqlite3_value_text(value);
        struct report_range range = report_range(wanted.text ? wanted.text : "");
        if (range.has_low && range.has_high && range.low == range.high) {
            wanted.is_number = true;
            wanted.number = range.low;
        }
    }
    return wanted;
}

static uint32_t find_label(const struct report *report, uint32_t member, struct wanted wanted) {
    if (wanted.is_number) {
        const struct report_entry *entry = report_find_entry(report, member, wanted.number);
        return entry ? entry->label : 0;
    }
    uint32_t count;
    const struct report_entry *entries = report_value_map(report, member, &count);
    for (uint32_t i = 0; i < count && wanted.text; i++)
        if (strcmp(report_text(report, entries[i].value), wanted.text) == 0)
            return entries[i].label;
    return 0;
}

static void give_label(sqlite3_context *context, const struct report *report, uint32_t label) {
    if (label)
        sqlite3_result_text(context, report_text(report, label), -1, SQLITE_TRANSIENT);
}

/* wmi_label(class, member, value) */
static void of_class_member(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    uint32_t member = argument_member(report, argv[0], argv[1]);
    if (member != REPORT_NONE)
        give_label(context, report, find_label(report, member, wanted_value(argv[2])));
}

/* wmi_label(member, value): NULL where classes have different labels for it. */
static void of_name(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    struct argument_members members = argument_members(report, argv[0]);
    struct wanted wanted = wanted_value(argv[1]);
    uint32_t label = 0;
    for (uint32_t i = members.first; i < members.end; i++) {
        uint32_t found = find_label(report, argument_member_at(&members, i), wanted);
        if (found && label && found != label)
            return;
        label = found ? found : label;
    }
    give_label(context, report, label);
}

const struct function function_label[] = {
    {"wmi_label", 2, SQLITE_INNOCUOUS, of_name, "wmi_label(member, value)",
     "The label of a value in the member's value map, ranges included, or NULL; NULL too where a "
     "bare member name means different things in different classes."},
    {"wmi_label", 3, SQLITE_INNOCUOUS, of_class_member, "wmi_label(class, member, value)",
     "The same for one class and member."},
    {0},
};
