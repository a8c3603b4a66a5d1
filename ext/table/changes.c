/* wmi_changes(from_build, to_build): one row for a member whose availability differs. */
#include "base/quote.h"
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

/* The build that an argument stands for. NULL is answered with no rows; of a version that nothing
** stands for the same answer would read as 'no change'. */
static int find_build(const struct cursor *cursor, int argument, uint32_t *build) {
    struct connection *connection = ((struct table_instance *)cursor->base.pVtab)->connection;
    sqlite3_value *value = cursor->arguments[argument];
    int type = sqlite3_value_type(value);
    if (type == SQLITE_TEXT && !sqlite3_value_text(value))
        return SQLITE_NOMEM;
    *build = argument_build(connection, cursor->report, value);
    if (*build != REPORT_NONE || type == SQLITE_NULL)
        return SQLITE_OK;
    struct quote quote = {"a blob"};
    if (type != SQLITE_BLOB) {
        const char *text = (const char *)sqlite3_value_text(value);
        if (!text)
            return SQLITE_NOMEM;
        quote_text(&quote, (struct text){text, (size_t)sqlite3_value_bytes(value)});
    }
    return table_fail(cursor->base.pVtab, SQLITE_ERROR,
                      sqlite3_mprintf("%s: %s: found %s, expected a version that a build of the "
                                      "report stands for",
                                      cursor->table->name, columns[FROM_BUILD + argument].name,
                                      quote.text));
}

static int start(struct cursor *cursor) {
    int code = find_build(cursor, 0, &cursor->from);
    return code == SQLITE_OK ? find_build(cursor, 1, &cursor->to) : code;
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
    .example = "SELECT class, member, change, was, now FROM wmi_changes('Windows Server 2019', "
               "'Windows Server 2022')\n"
               "WHERE class LIKE 'Msvm_Memory%'",
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
