/* wmi_parameters: one row for a parameter of a method, and one for its return value. */
#include "report/values.h"
#include "table/cursor.h"

enum { NAMESPACE, CLASS, METHOD, POSITION, PARAMETER, DIRECTION, TYPE, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"method", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The method, inherited ones included."},
    {"position", "INTEGER", KEY_NONE, false, "From 1; 0 is the return value."},
    {"parameter", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "Its name; `ReturnValue` for the return value."},
    {"direction", "TEXT COLLATE NOCASE", KEY_NONE, false, "`In`, `Out`, `InOut` or `Return`."},
    {"type", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "CIM type: `UInt16`, `String[]`; NULL if not known."},
};

static const char *const directions[REPORT_DIRECTIONS] = {[REPORT_RETURN] = "Return",
                                                          [REPORT_IN] = "In",
                                                          [REPORT_OUT] = "Out",
                                                          [REPORT_IN_OUT] = "InOut"};

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    struct report_parameters parameters = report_parameters(cursor->report, member);
    return parameters.end - parameters.first;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    struct report_parameters parameters = report_parameters(report, cursor_outer(cursor));
    struct report_parameter here = report_parameter(report, parameters.first + cursor->inner);
    switch (column) {
    case POSITION:
        sqlite3_result_int64(context, here.position);
        break;
    case PARAMETER:
        give_text(context, report, here.name);
        break;
    case DIRECTION:
        sqlite3_result_text(context, directions[here.direction], -1, SQLITE_STATIC);
        break;
    case TYPE:
        give_text(context, report, here.type);
        break;
    }
}

const struct table table_parameters = {
    .name = "wmi_parameters",
    .row_for = "a parameter of a method, and its return value",
    .example = "SELECT position, parameter, direction, type FROM wmi_parameters\n"
               "WHERE class = 'Win32_Process' AND method = 'Create'",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {METHOD, false}, {NAMESPACE, false}, {POSITION, false}},
    .order_count = 4,
    .order_is_unique = true,
    .rows = rows,
    .column = column,
    .rows_each = 0.3,
};
