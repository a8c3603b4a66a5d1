/* What the columns of a table are: declared ones, and those that wmi_members adds for its
** builds. */
#include "table/schema.h"

/* Behind its declared columns wmi_members has build_N for each build, then hidden: one that an
** argument of `wmi_members('x')` would stand for, the qualified name, and each build again under its
** bare number. */
struct column_meaning table_meaning(const struct table *table, const struct report *report,
                                    int column) {
    if (column < table->column_count)
        return (struct column_meaning){table->columns[column].key, REPORT_NONE};
    uint32_t added = (uint32_t)(column - table->column_count);
    uint32_t builds = report->builds.count;
    if (added < builds)
        return (struct column_meaning){KEY_CELL, added};
    if (added == builds)
        return (struct column_meaning){KEY_REFUSED, REPORT_NONE};
    if (added == builds + 1)
        return (struct column_meaning){KEY_NAME, REPORT_NONE};
    return (struct column_meaning){KEY_CELL, added - builds - 2};
}

/* A hidden column that compares NOCASE. From 3.37 to at least 3.52 SQLite keeps a column's
** collation behind its type in one string, and when it cuts HIDDEN out of the type it then looks
** for the collation seven bytes too early: there it must find the name again, hence the odd
** type. */
#define HIDDEN_NOCASE "HIDDEN TEXT NOCASE COLLATE NOCASE"

void table_schema(const struct table *table, const struct report *report, sqlite3_str *text) {
    sqlite3_str_appendall(text, "CREATE TABLE t(");
    for (int i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        sqlite3_str_appendf(text, "%s%s %s%s", i ? ", " : "", column->name,
                            column->is_hidden ? "HIDDEN " : "", column->type);
    }
    if (table->adds_builds) {
        const struct report_build *builds = report_builds(report);
        for (uint32_t i = 0; i < report->builds.count; i++)
            sqlite3_str_appendf(text, ", build_%u INTEGER", builds[i].number);
        sqlite3_str_appendall(text, ", argument HIDDEN, name " HIDDEN_NOCASE);
        for (uint32_t i = 0; i < report->builds.count; i++)
            sqlite3_str_appendf(text, ", [%u] HIDDEN INTEGER", builds[i].number);
    }
    sqlite3_str_appendall(text, ")");
}
