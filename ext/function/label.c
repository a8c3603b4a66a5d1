/* wmi_label(): what a value of a property or a return code of a method means. */
#include "function/function.h"
#include "report/values.h"
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
        const char *text = (const char *)sqlite3_value_text(value);
        /* No value of a report has a NUL in it. */
        if (!text || strlen(text) != (size_t)sqlite3_value_bytes(value))
            return wanted;
        wanted.text = text;
        struct report_range range = report_range(text);
        if (range.has_low && range.has_high && range.low == range.high) {
            wanted.is_number = true;
            wanted.number = range.low;
        }
    }
    return wanted;
}

static uint32_t find_in(const struct report *report, struct report_entries entries,
                        struct wanted wanted) {
    if (wanted.is_number) {
        uint32_t entry = report_find_entry(report, entries, wanted.number);
        return entry == REPORT_NONE ? 0 : report_entry_label(report, entry);
    }
    for (uint32_t i = entries.first; i < entries.end && wanted.text; i++)
        if (strcmp(report_entry_value(report, i), wanted.text) == 0)
            return report_entry_label(report, i);
    return 0;
}

/* Of a member's own value map or, where it has none, of its return codes. */
static uint32_t find_label(const struct report *report, uint32_t member, struct wanted wanted) {
    struct report_entries own = report_value_map(report, member);
    return find_in(report, own.first < own.end ? own : report_return_codes(report, member), wanted);
}

/* The label of the value, or NULL where two of the named have different ones. */
static void give(sqlite3_context *context, struct argument_names names, struct wanted wanted) {
    uint32_t label = 0;
    while (argument_next_group(&names))
        for (uint32_t member; argument_next_member(&names, &member);) {
            uint32_t found = find_label(names.report, member, wanted);
            if (found && label && found != label)
                return;
            label = found ? found : label;
        }
    if (label)
        sqlite3_result_text(context, report_text(names.report, label), -1, SQLITE_TRANSIENT);
}

/* wmi_label(class, member, value) */
static void of_class_member(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    give(context, argument_class_member(function_report(context), argv[0], argv[1]),
         wanted_value(argv[2]));
}

/* wmi_label(member, value) */
static void of_name(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    give(context, argument_names(function_report(context), argv[0]), wanted_value(argv[1]));
}

const struct function function_label[] = {
    {"wmi_label", 2, SQLITE_INNOCUOUS, of_name, "wmi_label(member, value)",
     "The label of a value in the member's value map, ranges included, for a method that of a "
     "return "
     "code; or NULL; NULL too where the name means different things in different classes.",
     "SELECT wmi_label('Win32_Process.Create', 9)"},
    {"wmi_label", 3, SQLITE_INNOCUOUS, of_class_member, "wmi_label(class, member, value)",
     "The same for one class and member.",
     "SELECT wmi_label('Msvm_ComputerSystem', 'EnabledState', 3)"},
    {0},
};
