/* wmi_classes: one row for a class of a namespace. */
#include "base/text.h"
#include "table/cursor.h"

enum {
    NAMESPACE,
    CLASS,
    SUPERCLASS,
    IS_ABSTRACT,
    IS_ASSOCIATION,
    DEPRECATED,
    MEMBERS,
    PROPERTIES,
    METHODS,
    FIRST_BUILD,
    LAST_BUILD,
    COLUMNS
};

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"superclass", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The class that it inherits from; NULL for none, or if not known."},
    {"is_abstract", "INTEGER", KEY_NONE, false,
     "1 if it has no instances of its own; NULL if not known."},
    {"is_association", "INTEGER", KEY_NONE, false, "1 if it relates others; NULL if not known."},
    {"deprecated", "TEXT", KEY_NONE, false,
     "What replaces it; NULL if it is not known to be deprecated."},
    {"members", "INTEGER", KEY_NONE, false, "How many members the report lists for it."},
    {"properties", "INTEGER", KEY_NONE, false, "How many of them are properties."},
    {"methods", "INTEGER", KEY_NONE, false, "How many of them are methods."},
    {"first_build", "INTEGER", KEY_NONE, false,
     "The oldest build with any of its members; NULL if there is none."},
    {"last_build", "INTEGER", KEY_NONE, false, "The newest such build."},
};

/* Which of its members to count. */
enum counted { ALL, ONLY_PROPERTIES, ONLY_METHODS };

static bool is_method(const struct report *report, uint32_t member) {
    uint32_t kind = report_definition(report, member).kind;
    const char *category = report_text(report, report_kinds(report)[kind].category);
    return category && text_is(text_of(category), "Method");
}

static int count_members(const struct report *report, uint32_t index, enum counted counted) {
    struct report_class here = report_class(report, index);
    int count = 0;
    for (uint32_t i = here.first_member; i < here.end_member; i++)
        count += report_member(report, i).class_index == index &&
                 (counted == ALL || is_method(report, i) == (counted == ONLY_METHODS));
    return count;
}

/* The newest or the oldest build on which any member of the class is available. */
static uint32_t edge_build(const struct report *report, uint32_t index, bool newest) {
    struct report_class here = report_class(report, index);
    uint32_t edge = REPORT_NONE;
    for (uint32_t i = here.first_member; i < here.end_member; i++) {
        if (report_member(report, i).class_index != index)
            continue;
        uint32_t found = report_edge_build(report, i, newest);
        if (found != REPORT_NONE && (edge == REPORT_NONE || (newest ? found < edge : found > edge)))
            edge = found;
    }
    return edge;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    const struct report_class_columns *classes = &report->classes;
    uint32_t here = cursor_outer(cursor);
    switch (column) {
    case NAMESPACE:
        give_text(context, report, report_at(report, classes->namespace_name, here));
        break;
    case CLASS:
        give_text(context, report, report_at(report, classes->text, here));
        break;
    case SUPERCLASS:
        give_text(context, report, report_at(report, classes->superclass, here));
        break;
    case IS_ABSTRACT:
        result_answer(context, report_is_abstract(report, here));
        break;
    case IS_ASSOCIATION:
        result_answer(context, report_is_association(report, here));
        break;
    case DEPRECATED:
        give_text(context, report, report_at(report, classes->deprecated, here));
        break;
    case MEMBERS:
        sqlite3_result_int(context, count_members(report, here, ALL));
        break;
    case PROPERTIES:
        sqlite3_result_int(context, count_members(report, here, ONLY_PROPERTIES));
        break;
    case METHODS:
        sqlite3_result_int(context, count_members(report, here, ONLY_METHODS));
        break;
    case FIRST_BUILD:
        result_build(context, report, edge_build(report, here, false));
        break;
    case LAST_BUILD:
        result_build(context, report, edge_build(report, here, true));
        break;
    }
}

const struct table table_classes = {
    .name = "wmi_classes",
    .row_for = "a class of a namespace",
    .example =
        "WITH RECURSIVE line AS (\n"
        "  SELECT namespace, class, superclass FROM wmi_classes\n"
        "  WHERE class = 'Win32_Process' AND namespace = 'root\\cimv2'\n"
        "  UNION ALL\n"
        "  SELECT c.namespace, c.class, c.superclass FROM line\n"
        "  JOIN wmi_classes AS c ON c.class = line.superclass AND c.namespace = line.namespace\n"
        ")\n"
        "SELECT class, superclass FROM line",
    .example_shows = "A class and those that it inherits from, in its namespace.",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_CLASS,
    .order = {{CLASS, false}, {NAMESPACE, false}},
    .order_count = 2,
    .order_is_unique = true,
    .column = column,
    .rows_each = 1,
};
