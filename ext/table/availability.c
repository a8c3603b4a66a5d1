/* wmi_availability: one row for a member on a build. */
#include "table/cursor.h"

enum { NAMESPACE, CLASS, MEMBER, BUILD, AVAILABLE, INFERRED, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"build", "INTEGER", KEY_BUILD, false, "A build of the report."},
    {"available", "INTEGER", KEY_NONE, false, "1 present, 0 absent, NULL unknown."},
    {"inferred", "INTEGER", KEY_NONE, false,
     "1 if no source saw it on that build, but its neighbours agree on it, else 0; NULL if "
     "unknown."},
};

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    (void)member;
    return cursor->report->builds.count;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    uint32_t member = cursor_outer(cursor);
    switch (column) {
    case BUILD:
        result_build(context, cursor->report, cursor->inner);
        break;
    case AVAILABLE:
        result_cell(context, report_cell(cursor->report, member, cursor->inner));
        break;
    case INFERRED:
        if (report_cell(cursor->report, member, cursor->inner) != REPORT_UNKNOWN)
            sqlite3_result_int(context, report_is_inferred(cursor->report, member, cursor->inner));
        break;
    }
}

const struct table table_availability = {
    .name = "wmi_availability",
    .row_for = "a member on a build (members × builds rows)",
    .example =
        "SELECT build, available, inferred FROM wmi_availability\n"
        "WHERE class = 'Win32_BIOS' AND member = 'SystemBiosMajorVersion' AND build <= 10586",
    .example_shows = "NULL is not known; what no source saw is inferred from the builds around it.",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}, {NAMESPACE, false}, {BUILD, true}},
    .order_count = 4,
    .order_is_unique = true,
    .rows = rows,
    .column = column,
};
