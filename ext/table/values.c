/* wmi_values: one row for an entry of a value map: of a member's own, of a parameter's or of a return
** value's. */
#include "report/values.h"
#include "table/cursor.h"

enum { NAMESPACE, CLASS, MEMBER, PARAMETER, VALUE, LOW, HIGH, LABEL, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"parameter", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The parameter of the method, `ReturnValue` for its return codes; NULL for the member's own."},
    {"value", "TEXT", KEY_NONE, false, "The value as the report writes it: `2`, `11..32767`."},
    {"low", "INTEGER", KEY_NONE, false,
     "The lowest number it stands for; NULL where it is open or not a number."},
    {"high", "INTEGER", KEY_NONE, false, "The highest number; equal to `low` for a single value."},
    {"label", "TEXT", KEY_NONE, false, "What the value means: `Enabled`."},
};

/* The member's own entries come first, then those of each parameter. */
static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    const struct report *report = cursor->report;
    struct report_entries own = report_value_map(report, member);
    struct report_parameters parameters = report_parameters(report, member);
    uint32_t count = own.end - own.first;
    for (uint32_t i = parameters.first; i < parameters.end; i++) {
        struct report_entries entries =
            report_entries(report, report_parameter(report, i).value_map);
        count += entries.end - entries.first;
    }
    return count;
}

/* The entry of a row, and the name of the parameter it belongs to, a text or 0. */
static uint32_t entry_at(const struct cursor *cursor, uint32_t *parameter) {
    const struct report *report = cursor->report;
    uint32_t member = cursor_outer(cursor), left = cursor->inner;
    struct report_entries entries = report_value_map(report, member);
    struct report_parameters parameters = report_parameters(report, member);
    *parameter = 0;
    for (uint32_t i = parameters.first; left >= entries.end - entries.first; i++) {
        assert(i < parameters.end);
        struct report_parameter next = report_parameter(report, i);
        left -= entries.end - entries.first;
        entries = report_entries(report, next.value_map);
        *parameter = next.name;
    }
    return entries.first + left;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    uint32_t parameter, entry = entry_at(cursor, &parameter);
    struct report_range range;
    switch (column) {
    case PARAMETER:
        give_text(context, report, parameter);
        break;
    case VALUE:
        give_text(context, report, report_at(report, report->entries.value, entry));
        break;
    case LOW:
        range = report_range(report_entry_value(report, entry));
        if (range.has_low)
            sqlite3_result_int64(context, range.low);
        break;
    case HIGH:
        range = report_range(report_entry_value(report, entry));
        if (range.has_high)
            sqlite3_result_int64(context, range.high);
        break;
    case LABEL:
        give_text(context, report, report_entry_label(report, entry));
        break;
    }
}

const struct table table_values = {
    .name = "wmi_values",
    .row_for =
        "one entry of a value map (enumeration) of a property, a parameter or a return value",
    .example = "SELECT value, low, high, label FROM wmi_values\n"
               "WHERE class = 'Win32_LogicalDisk' AND member = 'DriveType'",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}, {NAMESPACE, false}},
    .order_count = 3,
    .rows = rows,
    .column = column,
    .rows_each = 3,
};
