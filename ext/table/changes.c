/* wmi_changes(from_build, to_build): one row for a member whose availability differs. */
#include "session/argument.h"
#include "table/cursor.h"

enum { NAMESPACE, CLASS, MEMBER, CHANGE, WAS, NOW, FROM_BUILD, TO_BUILD, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"change", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "`added` or `removed`; `unknown` when it is not known on either side."},
    {"was", "INTEGER", KEY_NONE, false, "Availability on `from_build`: 1, 0 or NULL."},
    {"now", "INTEGER", KEY_NONE, false, "Availability on `to_build`: 1, 0 or NULL."},
    {"from_build", "", KEY_ARGUMENT, true, "The first argument, as given."},
    {"to_build", "", KEY_ARGUMENT, true, "The second argument, as given."},
};

static int start(struct cursor *cursor) {
    struct connection *connection = ((struct table_instance *)cursor->base.pVtab)->connection;
    cursor->from = argument_build(connection, cursor->report, cursor->arguments[0]);
    cursor->to = argument_build(connection, cursor->report, cursor->arguments[1]);
    return SQLITE_OK;
}

static enum report_cell cell(const struct cursor *cursor, uint32_t build) {
    return report_cell(cursor->report, cursor_outer(cursor), build);
}

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    (void)member;
    if (cursor->from == REPORT_NONE || cursor->to == REPORT_NONE)
        return 0;
    return cell(cursor, cursor->from) != cell(cursor, cursor->to);
}

static const char *change(enum report_cell was, enum report_cell now) {
    if (was == REPORT_UNKNOWN || now == REPORT_UNKNOWN)
        return "unknown";
    return now == REPORT_PRESENT ? "added" : "removed";
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    switch (column) {
    case CHANGE:
        sqlite3_result_text(context, change(cell(cursor, cursor->from), cell(cursor, cursor->to)),
                            -1, SQLITE_STATIC);
        break;
    case WAS:
        result_cell(context, cell(cursor, cursor->from));
        break;
    case NOW:
        result_cell(context, cell(cursor, cursor->to));
        break;
    case FROM_BUILD:
    case TO_BUILD:
        sqlite3_result_value(context, cursor->arguments[column - FROM_BUILD]);
        break;
    }
}

const struct table table_changes = {
    .name = "wmi_changes",
    .row_for = "a member whose availability differs between the two builds",
    .usage = "wmi_changes(from_build, to_build)",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}, {NAMESPACE, false}},
    .order_count = 3,
    .order_is_unique = true,
    .start = start,
    .rows = rows,
    .column = column,
    .rows_each = 0.05,
};
