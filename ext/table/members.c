/* wmi_members: one row for a member, one column for each build. */
#include "table/cursor.h"

enum { CLASS, MEMBER, TYPE, CATEGORY, ACCESS, DESCRIPTION, DESCRIPTION_EN, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false,
     "The property or method, inherited ones included."},
    {"type", "TEXT", KEY_TYPE, false, "CIM type of a property (`UInt16`), or `Method`."},
    {"category", "TEXT", KEY_CATEGORY, false, "`Property` or `Method`."},
    {"access", "TEXT", KEY_ACCESS, false,
     "As the report says: `Read`, `Write`, `Read/Write`; NULL where it does not."},
    {"description", "TEXT", KEY_NONE, false, "The report's description, without its value map."},
    {"description_en", "TEXT", KEY_NONE, false, "The English description, if the report has one."},
};

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    const struct report_definition *definition = report_definition(report, cursor_outer(cursor));
    switch (column) {
    case TYPE:
        give_text(context, report, report_kinds(report)[definition->kind].type);
        break;
    case CATEGORY:
        give_text(context, report, report_kinds(report)[definition->kind].category);
        break;
    case ACCESS:
        give_text(context, report, report_kinds(report)[definition->kind].access);
        break;
    case DESCRIPTION:
        give_text(context, report, definition->description);
        break;
    case DESCRIPTION_EN:
        give_text(context, report, definition->description_en);
        break;
    }
}

const struct table table_members = {
    .name = "wmi_members",
    .row_for = "a member",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .adds_builds = true,
    .order = {{CLASS, false}, {MEMBER, false}},
    .order_count = 2,
    .order_is_unique = true,
    .column = column,
    .rows_each = 1,
};
