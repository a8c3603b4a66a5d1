/* What the columns of a table are, and the statement that declares them. */
#ifndef WMI_TABLE_SCHEMA_H
#define WMI_TABLE_SCHEMA_H

#include "report/report.h"
#include "table/table.h"

struct column_meaning {
    enum column_key key;
    uint32_t build; /* KEY_CELL: the index of the build */
};

/* `column` as SQLite counts the columns of the declared table. */
struct column_meaning table_meaning(const struct table *table, const struct report *report,
                                    int column);

/* Writes the CREATE TABLE statement for sqlite3_declare_vtab() into `text`. */
void table_schema(const struct table *table, const struct report *report, sqlite3_str *text);

#endif
