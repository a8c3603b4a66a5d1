/* wmi_availability: one row for a member on a build. */
#include "table/cursor.h"

enum { CLASS, MEMBER, BUILD, AVAILABLE, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"build", "INTEGER", KEY_BUILD, false, "A build of the report."},
    {"available", "INTEGER", KEY_NONE, false, "1 present, 0 absent, NULL unknown."},
};

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    (void)member;
    return cursor->report->builds.count;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    switch (column) {
    case BUILD:
        result_build(context, cursor->report, cursor->inner);
        break;
    case AVAILABLE:
        result_cell(context, report_cell(cursor->report, cursor_outer(cursor), cursor->inner));
        break;
    }
}

const struct table table_availability = {
    .name = "wmi_availability",
    .row_for = "a member on a build (members × builds rows)",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}, {BUILD, true}},
    .order_count = 3,
    .order_is_unique = true,
    .rows = rows,
    .column = column,
};
