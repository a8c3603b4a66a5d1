/*
** Build-time program: the declarations of tables and functions → the reference, sql/REFERENCE.md.
** `make docs` writes it; a test compares it, so that it is never out of date.
*/
#include "function/function.h"
#include "table/table.h"

#include <stdio.h>

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
    printf("\nAnswered by an index:");
    int answered = 0;
    for (int i = 0; i < table->column_count; i++)
        if (table->columns[i].key != KEY_NONE)
            printf("%s `%s`", answered++ ? "," : "", table->columns[i].name);
    if (table->adds_builds)
        printf(", `name`, every build");
    printf("%s.\n", answered ? "" : " nothing; it is small");
}

int main(void) {
    printf(
        "# Tables and functions\n\nWritten by `make docs` from the declarations in `ext/table` and "
        "`ext/function`.\n\n"
        "Each table answers from the current report of the connection: the built-in one until "
        "`wmi_load()` picks another.\nOver files of its own: `CREATE VIRTUAL TABLE temp.old USING "
        "wmi_members('report.csv')`, likewise the others.\nClass and member names are compared "
        "without regard to the case of letters.\n");
    for (int i = 0; table_list[i]; i++)
        print_table(table_list[i]);
    printf("\n## Functions\n\n| function | returns |\n| --- | --- |\n");
    for (int i = 0; function_list[i]; i++)
        for (const struct function *function = function_list[i]; function->name; function++)
            printf("| `%s` | %s |\n", function->usage, function->returns);
    return fflush(stdout) || ferror(stdout);
}
