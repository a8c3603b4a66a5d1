/*
** Build-time program: the declarations of tables and functions → the manual page, wmi(7), in the
** macros that every man knows. `make install` installs it.
*/
#include "function/list.h"
#include "table/list.h"
#include "wmi.h"

#include <stdio.h>

/* Prints a text as roff takes it; what stands in backticks is bold. */
static void print_text(const char *text) {
    bool is_bold = false;
    for (const char *at = text; *at; at++) {
        if (*at == '`') {
            is_bold = !is_bold;
            printf(is_bold ? "\\fB" : "\\fR");
        } else if (*at == '\\') {
            printf("\\e");
        } else if (*at == '-' || *at == '~' || *at == '^') {
            printf("\\%s", *at == '-' ? "-" : *at == '~' ? "(ti" : "(ha");
        } else {
            if (at == text && (*at == '.' || *at == '\''))
                printf("\\&");
            putchar(*at);
        }
    }
}

/* A term in bold, and behind it a sentence of its own paragraph. */
static void print_item(const char *term, const char *more, const char *text) {
    printf(".TP\n.B ");
    print_text(term);
    if (*more) {
        printf(" \\fR");
        print_text(more);
    }
    putchar('\n');
    print_text(text);
    putchar('\n');
}

static void print_table(const struct table *table) {
    printf(".SS ");
    print_text(table->usage ? table->usage : table->name);
    printf("\nOne row for ");
    print_text(table->row_for);
    printf(".\n");
    for (int i = 0; i < table->column_count; i++)
        print_item(table->columns[i].name, table->columns[i].type, table->columns[i].holds);
    if (table->adds_builds)
        print_item("build_N", "INTEGER",
                   "One column for each build of the report, newest first: 1 present, 0 absent, "
                   "NULL unknown; also as `[N]`.");
}

int main(void) {
    printf(".TH WMI 7 \"\" \"wmi " WMI_VERSION "\" \"SQLite extensions\"\n"
           ".SH NAME\nwmi \\- the WMI compatibility matrix in SQL, an extension of SQLite\n"
           ".SH SYNOPSIS\n.nf\n.B .load wmi\n"
           ".B SELECT available_on('Msvm_ComputerSystem.Name', 26100);\n.fi\n"
           ".SH DESCRIPTION\n"
           "Each table answers from the current report of the connection: the built\\-in one until "
           "\\fBwmi_load()\\fR picks another.\nOver files of its own: \\fBCREATE VIRTUAL TABLE "
           "temp.old USING wmi_members('report.csv')\\fR, likewise the others.\nClass and member "
           "names are compared without regard to the case of letters.\n"
           ".SH FUNCTIONS\n");
    for (int i = 0; function_list[i]; i++)
        for (const struct function *function = function_list[i]; function->name; function++)
            print_item(function->usage, "", function->returns);
    printf(".SH TABLES\n");
    for (int i = 0; table_list[i]; i++)
        print_table(table_list[i]);
    printf(".SH SEE ALSO\n.BR sqlite3 (1)\n");
    return fflush(stdout) || ferror(stdout);
}
