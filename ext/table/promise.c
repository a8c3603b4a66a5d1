#include "table/promise.h"
#include "table/plan_text.h"
#include "table/table.h"

/* How many elements the outer loop will go over, before conditions on cells and kinds. */
static double estimate_outer(const struct plan *plan) {
    const struct report *report = plan->report;
    const struct table *table = plan->table;
    double members = report->members.count, classes = report->classes.count;
    double all = table->axis == AXIS_MEMBER  ? members
                 : table->axis == AXIS_CLASS ? classes
                 : table->axis == AXIS_BUILD ? report->builds.count + 8.0
                                             : 1;
    int bits = plan->bits;
    double list = bits & (PLAN_CLASS_IN | PLAN_MEMBER_IN | PLAN_NAME_IN) ? 8 : 1;
    if (bits & PLAN_NAME || (bits & PLAN_CLASS && bits & PLAN_MEMBER) ||
        (bits & PLAN_CLASS && table->axis == AXIS_CLASS) ||
        (bits & PLAN_BUILD && table->axis == AXIS_BUILD))
        return list;
    if (bits & PLAN_MEMBER)
        return list * members / (report->names.count - classes + 1);
    if (bits & PLAN_CLASS)
        return list * members / classes;
    if (bits & PLAN_LOW && bits & PLAN_HIGH)
        return all / 16;
    return bits & (PLAN_LOW | PLAN_HIGH) ? all / 3 : all;
}

/* Is the column the same in all rows that the plan gives? A name is not where the report has some
** that look like numbers: 100 equals `100`, `100.0` and `1e2`. */
static bool is_constant(const struct plan *plan, enum column_key key) {
    int bits = plan->bits;
    uint32_t odd_names = plan->report->odd_names;
    if (key == KEY_BUILD)
        return bits & PLAN_BUILD;
    if (odd_names & REPORT_NUMERIC_NAMES)
        return false;
    bool one_name =
        bits & PLAN_NAME && !(bits & PLAN_NAME_IN) && !(odd_names & REPORT_DOTTED_NAMES);
    bool one_class = one_name || (bits & PLAN_CLASS && !(bits & PLAN_CLASS_IN));
    if (key == KEY_CLASS)
        return one_class;
    /* A class that has no namesake in another namespace stands in one. */
    if (key == KEY_NAMESPACE)
        return (bits & PLAN_NAMESPACE && !(bits & PLAN_NAMESPACE_IN)) ||
               (one_class && !(odd_names & REPORT_NAMESAKES));
    return key == KEY_MEMBER && (one_name || (bits & PLAN_MEMBER && !(bits & PLAN_MEMBER_IN)));
}

/* Does the plan give one row at the most? */
static bool is_unique(const struct plan *plan) {
    const struct table *table = plan->table;
    if (!table->order_is_unique)
        return table->axis == AXIS_REPORT;
    for (int i = 0; i < table->order_count; i++)
        if (!is_constant(plan, table->columns[table->order[i].column].key))
            return false;
    return true;
}

bool promise_order(const struct plan *plan, const sqlite3_index_info *info) {
    const struct table *table = plan->table;
    int next = 0;
    for (int i = 0; i < info->nOrderBy; i++) {
        int column = info->aOrderBy[i].iColumn;
        if (column >= 0 && column < table->column_count &&
            is_constant(plan, table->columns[column].key))
            continue;
        while (next < table->order_count && table->order[next].column != column &&
               is_constant(plan, table->columns[table->order[next].column].key))
            next++;
        if (next == table->order_count)
            return table->order_is_unique;
        if (table->order[next].column != column ||
            table->order[next].is_descending != (bool)info->aOrderBy[i].desc)
            return false;
        next++;
    }
    return true;
}

void promise_rows(const struct plan *plan, sqlite3_index_info *info) {
    double each = plan->table->rows_each ? plan->table->rows_each : plan->report->builds.count;
    if (plan->bits & PLAN_BUILD && plan->table->axis != AXIS_BUILD)
        each = 1;
    double rows = estimate_outer(plan) * each, passed = 0;
    if (plan->bits & PLAN_NAMESPACE && plan->report->namespaces > 1) {
        double kept = rows / (plan->bits & PLAN_NAMESPACE_IN ? 2 : plan->report->namespaces);
        passed = rows - kept;
        rows = kept;
    }
    /* How many rows a condition lets pass depends on values that are not known here. */
    for (int i = 0; i < plan->terms; i++)
        rows /= 2;
    if (is_unique(plan)) {
        info->idxFlags |= SQLITE_INDEX_SCAN_UNIQUE;
        rows = 1;
    }
    info->estimatedRows = rows < 1 ? 1 : (sqlite3_int64)rows;
    /* What is in another namespace is passed over for a small part of what a row costs. */
    info->estimatedCost = plan->bits & PLAN_MISSING ? 1e99 : 10 + rows + passed / 8;
}
