/* wmi_classes: one row for a class. */
#include "base/text.h"
#include "table/cursor.h"

enum { CLASS, MEMBERS, PROPERTIES, METHODS, FIRST_BUILD, LAST_BUILD, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"members", "INTEGER", KEY_NONE, false, "How many members the report lists for it."},
    {"properties", "INTEGER", KEY_NONE, false, "How many of them are properties."},
    {"methods", "INTEGER", KEY_NONE, false, "How many of them are methods."},
    {"first_build", "INTEGER", KEY_NONE, false,
     "The oldest build with any of its members; NULL if there is none."},
    {"last_build", "INTEGER", KEY_NONE, false, "The newest such build."},
};

/* How many members of the class are of a category, "Method" or another. */
static int count_kind(const struct report *report, const struct report_class *here, bool methods) {
    int count = 0;
    for (uint32_t i = here[0].first_member; i < here[1].first_member; i++) {
        uint32_t kind = report_definition(report, i)->kind;
        const char *category = report_text(report, report_kinds(report)[kind].category);
        bool is_method = category && text_is(category, strlen(category), "Method");
        count += is_method == methods;
    }
    return count;
}

/* The newest or the oldest build on which any member of the class is available. */
static uint32_t edge_build(const struct report *report, const struct report_class *here,
                           bool newest) {
    return report_edge_build(report, NULL, here[0].first_member, here[1].first_member, newest);
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    const struct report_class *here = &report_classes(report)[cursor_outer(cursor)];
    switch (column) {
    case CLASS:
        give_text(context, report, here->text);
        break;
    case MEMBERS:
        sqlite3_result_int64(context, here[1].first_member - here[0].first_member);
        break;
    case PROPERTIES:
        sqlite3_result_int(context, count_kind(report, here, false));
        break;
    case METHODS:
        sqlite3_result_int(context, count_kind(report, here, true));
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
    .row_for = "a class",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_CLASS,
    .order = {{CLASS, false}},
    .order_count = 1,
    .order_is_unique = true,
    .column = column,
    .rows_each = 1,
};
