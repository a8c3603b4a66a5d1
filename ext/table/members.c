/* wmi_members: one row for a member, one column for each build. */
#include "table/cursor.h"

enum {
    NAMESPACE,
    CLASS,
    MEMBER,
    TYPE,
    CATEGORY,
    ACCESS,
    IS_KEY,
    DEPRECATED,
    DESCRIPTION,
    DESCRIPTION_EN,
    COLUMNS
};

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false,
     "The property or method, inherited ones included."},
    {"type", "TEXT COLLATE NOCASE", KEY_TYPE, false,
     "CIM type of a property (`UInt16`, `String[]` for an array), or `Method`; NULL if not known."},
    {"category", "TEXT COLLATE NOCASE", KEY_CATEGORY, false, "`Property` or `Method`."},
    {"access", "TEXT COLLATE NOCASE", KEY_ACCESS, false,
     "As the report says: `Read`, `Write`, `Read/Write`; NULL where it does not."},
    {"is_key", "INTEGER", KEY_NONE, false,
     "1 if it is a key of its class, else 0; NULL if not known."},
    {"deprecated", "TEXT", KEY_NONE, false,
     "What replaces it, `No value` where nothing is named; NULL if it is not known to be "
     "deprecated."},
    {"description", "TEXT", KEY_NONE, false, "The report's description, without its value map."},
    {"description_en", "TEXT", KEY_NONE, false, "The English description, if the report has one."},
};

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    uint32_t member = cursor_outer(cursor);
    const struct report_kind *kind = &report_kinds(report)[report_definition(report, member).kind];
    switch (column) {
    case TYPE:
        give_text(context, report, kind->type);
        break;
    case CATEGORY:
        give_text(context, report, kind->category);
        break;
    case ACCESS:
        give_text(context, report, kind->access);
        break;
    case IS_KEY:
        result_answer(context, (enum report_answer)kind->is_key);
        break;
    case DEPRECATED:
        give_text(context, report, kind->deprecated);
        break;
    case DESCRIPTION:
        give_text(context, report, report_details(report, member).description);
        break;
    case DESCRIPTION_EN:
        give_text(context, report, report_details(report, member).description_en);
        break;
    }
}

const struct table table_members = {
    .name = "wmi_members",
    .row_for = "a member",
    .example =
        "SELECT member, type, access, build_26100, build_14393, build_7601 FROM wmi_members\n"
        "WHERE class = 'Win32_Service' AND member LIKE 'D%'",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .adds_builds = true,
    .order = {{CLASS, false}, {MEMBER, false}, {NAMESPACE, false}},
    .order_count = 3,
    .order_is_unique = true,
    .column = column,
    .rows_each = 1,
};
