#include "table/plan_text.h"
#include "base/text.h"
#include "table/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const operator_texts[OPERATORS] = {
    [OPERATOR_EQ] = "=",
    [OPERATOR_NE] = "<>",
    [OPERATOR_LT] = "<",
    [OPERATOR_LE] = "<=",
    [OPERATOR_GT] = ">",
    [OPERATOR_GE] = ">=",
    [OPERATOR_IS] = " is",
    [OPERATOR_IS_NOT] = " is not",
    [OPERATOR_IN] = " in",
    [OPERATOR_IS_NULL] = " is null",
    [OPERATOR_NOT_NULL] = " is not null",
};

const char *plan_operator_text(enum plan_operator op) {
    assert(op < OPERATORS);
    return operator_texts[op];
}

bool plan_hands_over_lists(void) {
    return SQLITE_VERSION_NUMBER >= 3038000 && sqlite3_libversion_number() >= 3038000;
}

const sqlite3_stmt *plan_statement(const char *text) {
    const sqlite3_stmt *statement;
    memcpy(&statement, text + strlen(text) + 1, sizeof statement);
    return statement;
}

const char *plan_skip(const char *text, int count) {
    for (; count > 0; count--) {
        const char *comma = strchr(text, ',');
        text = comma ? comma + 1 : text + strlen(text);
    }
    return text;
}

static int find_column(const struct table *table, const struct report *report, const char *name,
                       size_t size) {
    for (int i = 0; i < table->column_count; i++)
        if (text_is((struct text){name, size}, table->columns[i].name))
            return i;
    unsigned long number = strtoul(name + strlen("build_"), NULL, 10);
    for (uint32_t i = 0; i < report->builds.count; i++)
        if (report_builds(report)[i].number == number)
            return table->column_count + (int)i;
    assert(!"a plan is made for the very report that it is carried out on");
    return -1;
}

bool plan_next_term(const struct table *table, const struct report *report, const char **text,
                    struct plan_term *term) {
    size_t size = strcspn(*text, ",");
    size_t name = strcspn(*text, ",=<> ");
    const char *op = *text + name;
    for (int i = 0; i < OPERATORS; i++) {
        if (size - name == strlen(operator_texts[i]) &&
            memcmp(op, operator_texts[i], size - name) == 0) {
            *term =
                (struct plan_term){(enum plan_operator)i, find_column(table, report, *text, name)};
            *text = plan_skip(*text, 1);
            return true;
        }
    }
    return false; /* the end, or limit, which has no operator */
}
