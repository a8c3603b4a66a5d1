#include "table/stale.h"
#include "base/error.h"
#include "table/candidates.h"
#include "table/plan_text.h"
#include "table/schema.h"

#include <string.h>

/* Kinds of odd names that the cursor's report has, and the plan's has not. */
static uint32_t new_oddities(const struct cursor *cursor) {
    return cursor->report->odd_names & ~cursor->declared->odd_names;
}

/* Could SQLite have compared the value as a number? A SQLite that goes over a list itself hands its
** numbers over as texts. */
static bool may_be_number(sqlite3_value *value, bool *answer) {
    int type = sqlite3_value_type(value);
    struct text text;
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        *answer = true;
    if (type != SQLITE_TEXT || plan_hands_over_lists())
        return true;
    if (candidate_text(value, &text) != SQLITE_OK)
        return false;
    if (text.size && strchr("0123456789+-. \t\r\n\f\v", *text.text))
        *answer = true;
    return true;
}

static int look_for_numbers(sqlite3_value *argument, bool is_list, bool *found) {
    struct candidate_values values = candidate_values(argument, is_list);
    while (candidate_next(&values))
        if (!may_be_number(values.value, found))
            return SQLITE_NOMEM;
    return values.code;
}

/* A text equals the same names in every report. Which names a number equals depends on affinities that
** are not known here: where there are any such names, SQLite has to check, and this plan may not have
** told it to. */
int stale_values_hold(const struct cursor *cursor, int bits, const char *text,
                      sqlite3_value **values, bool *answer) {
    static const struct {
        int bit, bit_in;
    } names[] = {{PLAN_CLASS, PLAN_CLASS_IN},
                 {PLAN_MEMBER, PLAN_MEMBER_IN},
                 {PLAN_NAME, PLAN_NAME_IN},
                 {PLAN_NAMESPACE, PLAN_NAMESPACE_IN}};
    static const int others[] = {PLAN_BUILD, PLAN_FIRST, PLAN_SECOND, PLAN_LOW, PLAN_HIGH};
    sqlite3_value **first = values;
    struct plan_term term;
    bool any_number = false;
    *answer = true;
    if (!(new_oddities(cursor) & REPORT_NUMERIC_NAMES))
        return SQLITE_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (bits & names[i].bit)
            TRY(look_for_numbers(*values++, bits & names[i].bit_in, &any_number));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        values += (bits & others[i]) != 0;
    text = plan_skip(text, (int)(values - first));
    while (bits & PLAN_TERMS && plan_next_term(cursor->table, cursor->declared, &text, &term)) {
        sqlite3_value *value = *values++;
        if (table_meaning(cursor->table, cursor->declared, term.column).key != KEY_CELL)
            TRY(look_for_numbers(value, term.op == OPERATOR_IN, &any_number));
    }
    *answer = !any_number;
    return SQLITE_OK;
}

/* The planner takes one class, or one qualified name, for one class of one namespace; it may have
** promised an order, or a single row, on the strength of it. Namesakes and dots in names can make them
** several: these rows tell. */
bool stale_rows_hold(const struct cursor *cursor, int bits) {
    bool is_one = (bits & PLAN_CLASS && !(bits & PLAN_CLASS_IN)) ||
                  (bits & PLAN_NAME && !(bits & PLAN_NAME_IN));
    if (!is_one || !new_oddities(cursor))
        return true;
    struct walk walk = cursor->walk; /* looks ahead, and owns nothing */
    uint32_t seen = REPORT_NONE;
    for (; !walk_at_end(&walk); walk_next(&walk)) {
        uint32_t class_index = walk_here(&walk);
        if (cursor->table->axis == AXIS_MEMBER)
            class_index = report_member(cursor->report, class_index).class_index;
        if (seen != REPORT_NONE && class_index != seen)
            return false;
        seen = class_index;
    }
    return true;
}
