/*
** Build-time program: the declarations of tables and functions → the reference, sql/REFERENCE.md.
** `make docs` writes it; a test compares it, so that it is never out of date. The examples are run,
** and stand there with what they print.
*/
#include "function/list.h"
#include "table/list.h"
#include "wmi.h"

#include <stdio.h>
#include <stdlib.h>

static sqlite3 *db;

/* An example that does not run is a fault of its declaration. */
static void check(int code, const char *sql) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
    exit(EXIT_FAILURE);
}

/* An example that shows nothing is none. */
static void expect_row(bool is_there, const char *sql) {
    if (is_there)
        return;
    fprintf(stderr, "%s: no row\n", sql);
    exit(EXIT_FAILURE);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), sql);
    return statement;
}

/* Does the statement have another row? */
static bool next(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    check(code, sqlite3_sql(statement));
    return code == SQLITE_ROW;
}

/* Where a cell of a Markdown table is to hold it. */
static void print_cell(const char *text) {
    for (; *text; text++)
        printf("%s%c", *text == '|' ? "\\" : "", *text);
}

static void print_value(sqlite3_stmt *statement, int column) {
    const unsigned char *text = sqlite3_column_text(statement, column);
    print_cell(text ? (const char *)text : "NULL");
}

static void print_example(const char *sql, const char *shows) {
    printf("\n%s%s```sql\n%s;\n```\n\n|", shows ? shows : "", shows ? "\n\n" : "", sql);
    sqlite3_stmt *statement = prepare(sql);
    int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; i++)
        printf(" %s |", sqlite3_column_name(statement, i));
    printf("\n|");
    for (int i = 0; i < columns; i++)
        printf(" --- |");
    printf("\n");
    int rows = 0;
    for (; next(statement); rows++) {
        printf("|");
        for (int i = 0; i < columns; i++) {
            printf(" ");
            print_value(statement, i);
            printf(" |");
        }
        printf("\n");
    }
    expect_row(rows > 0, sql);
    sqlite3_finalize(statement);
}

static void print_function(const struct function *function) {
    printf("| `%s` | %s | `", function->usage, function->returns);
    print_cell(function->example);
    printf("` → `");
    sqlite3_stmt *statement = prepare(function->example);
    expect_row(next(statement), function->example);
    print_value(statement, 0);
    printf("` |\n");
    sqlite3_finalize(statement);
}

/* What a table-valued function cannot do without. */
static void print_needs(const struct table *table) {
    int needed = 0;
    for (int i = 0; i < table->column_count; i++)
        if (table->columns[i].key == KEY_ARGUMENT)
            printf("%s `%s`", needed++ ? "," : "\nNeeds:", table->columns[i].name);
    if (needed)
        printf(".\n");
}

static void print_indexed(const struct table *table) {
    printf("\nAnswered by an index:");
    int answered = 0;
    for (int i = 0; i < table->column_count; i++)
        if (table->columns[i].key != KEY_NONE && table->columns[i].key != KEY_ARGUMENT)
            printf("%s `%s`", answered++ ? "," : "", table->columns[i].name);
    if (table->adds_builds)
        printf(", `name`, every build");
    printf("%s%s.\n", answered ? "" : " nothing",
           table->axis == AXIS_REPORT ? "; it is small" : "");
}

static void print_table(const struct table *table) {
    printf("\n## %s\n\nOne row for %s.\n\n| column | type | holds |\n| --- | --- | --- |\n",
           table->usage ? table->usage : table->name, table->row_for);
    for (int i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        printf("| `%s`%s | %s | %s |\n", column->name, column->is_hidden ? " (hidden)" : "",
               *column->type ? column->type : "as given", column->holds);
    }
    if (table->adds_builds)
        printf("| `build_N` | INTEGER | One column for each build of the report, newest first: 1 "
               "present, 0 absent, NULL unknown. |\n"
               "| `argument` (hidden) | as given | What `wmi_members('x')` would set: an error, "
               "which says what to write. |\n"
               "| `name` (hidden) | TEXT COLLATE NOCASE | The qualified name, `Class.Member`. |\n"
               "| `[N]` (hidden) | INTEGER | Each build again under its bare number. |\n");
    if (table->order_count) {
        printf("\nRows come in the order ");
        for (int i = 0; i < table->order_count; i++)
            printf("%s`%s`%s", i ? ", " : "", table->columns[table->order[i].column].name,
                   table->order[i].is_descending ? " descending" : "");
        printf("; `ORDER BY` that order costs no sort.\n");
    }
    print_needs(table);
    print_indexed(table);
    print_example(table->example, table->example_shows);
}

int main(void) {
    if (sqlite3_open(":memory:", &db) || sqlite3_wmi_init(db, NULL, NULL)) {
        fprintf(stderr, "the extension does not load\n");
        return EXIT_FAILURE;
    }
    printf(
        "# Tables and functions\n\nWritten by `make docs` from the declarations in `ext/table` and "
        "`ext/function`.\n\n"
        "Each table answers from the current report of the connection: the built-in one until "
        "`wmi_load()` picks another.\nOver files of its own: `CREATE VIRTUAL TABLE temp.old USING "
        "wmi_members('report.csv')`, likewise the others.\nClass and member names are compared "
        "without regard to the case of letters.\nThe examples are run over the built-in report.\n");
    for (int i = 0; table_list[i]; i++)
        print_table(table_list[i]);
    printf("\n## Functions\n\n| function | returns | example |\n| --- | --- | --- |\n");
    for (int i = 0; function_list[i]; i++)
        for (const struct function *function = function_list[i]; function->name; function++)
            print_function(function);
    sqlite3_close(db);
    return fflush(stdout) || ferror(stdout);
}
