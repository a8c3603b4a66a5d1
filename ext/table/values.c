/* wmi_values: one row for an entry of a member's value map. */
#include "table/cursor.h"

enum { CLASS, MEMBER, VALUE, LOW, HIGH, LABEL, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"value", "TEXT", KEY_NONE, false, "The value as the report writes it: `2`, `11..32767`."},
    {"low", "INTEGER", KEY_NONE, false,
     "The lowest number it stands for; NULL where it is open or not a number."},
    {"high", "INTEGER", KEY_NONE, false, "The highest number; equal to `low` for a single value."},
    {"label", "TEXT", KEY_NONE, false, "What the value means: `Enabled`."},
};

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    uint32_t count;
    report_value_map(cursor->report, member, &count);
    return count;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    uint32_t count;
    const struct report_entry *entry =
        report_value_map(report, cursor_outer(cursor), &count) + cursor->inner;
    struct report_range range;
    switch (column) {
    case VALUE:
        give_text(context, report, entry->value);
        break;
    case LOW:
        range = report_range(report_text(report, entry->value));
        if (range.has_low)
            sqlite3_result_int64(context, range.low);
        break;
    case HIGH:
        range = report_range(report_text(report, entry->value));
        if (range.has_high)
            sqlite3_result_int64(context, range.high);
        break;
    case LABEL:
        give_text(context, report, entry->label);
        break;
    }
}

const struct table table_values = {
    .name = "wmi_values",
    .row_for = "one entry of a member's value map (enumeration)",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}},
    .order_count = 2,
    .rows = rows,
    .column = column,
    .rows_each = 3,
};
