#include "table/plan.h"
#include "base/text.h"
#include "table/cursor.h"

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

/* --- Planning --- */

/* What one constraint can do for a plan. */
struct choice {
    int constraint; /* -1 for none */
    bool is_exact;  /* our answer is SQLite's: it need not check again */
    bool is_in;     /* the argument is a whole list */
};

enum fixed_choice { CLASS, MEMBER, NAME, BUILD, FIRST, SECOND, LOW, HIGH, LIMIT, OFFSET, CHOICES };

struct planning {
    struct table_instance *instance;
    sqlite3_index_info *info;
    struct choice choices[CHOICES];
    sqlite3_str *text; /* idxStr */
    int bits;
    int arguments; /* of xFilter */
    int terms;     /* conditions on cells and kinds */
    int lists;     /* arguments that are whole lists */
};

/* SQLite's operator as ours; false for one that no plan knows. */
static bool operator_of(unsigned char constraint_op, enum plan_operator *op) {
    static const unsigned char known[OPERATORS] = {
        [OPERATOR_EQ] = SQLITE_INDEX_CONSTRAINT_EQ,
        [OPERATOR_NE] = SQLITE_INDEX_CONSTRAINT_NE,
        [OPERATOR_LT] = SQLITE_INDEX_CONSTRAINT_LT,
        [OPERATOR_LE] = SQLITE_INDEX_CONSTRAINT_LE,
        [OPERATOR_GT] = SQLITE_INDEX_CONSTRAINT_GT,
        [OPERATOR_GE] = SQLITE_INDEX_CONSTRAINT_GE,
        [OPERATOR_IS] = SQLITE_INDEX_CONSTRAINT_IS,
        [OPERATOR_IS_NOT] = SQLITE_INDEX_CONSTRAINT_ISNOT,
        [OPERATOR_IS_NULL] = SQLITE_INDEX_CONSTRAINT_ISNULL,
        [OPERATOR_NOT_NULL] = SQLITE_INDEX_CONSTRAINT_ISNOTNULL,
    };
    for (int i = 0; i < OPERATORS; i++) {
        if (known[i] && known[i] == constraint_op) {
            *op = (enum plan_operator)i;
            return true;
        }
    }
    return false;
}

/* Does the constraint compare with this collation? */
static bool collates(const struct planning *planning, int constraint, const char *collation) {
    return sqlite3_stricmp(sqlite3_vtab_collation(planning->info, constraint), collation) == 0;
}

/* Can SQLite hand over a list whole? Otherwise it starts a scan for each of its values. */
static bool hands_over_lists(void) {
    return SQLITE_VERSION_NUMBER >= 3038000 && sqlite3_libversion_number() >= 3038000;
}

/* Has the constraint a list that SQLite can hand over? */
static bool has_list(const struct planning *planning, int constraint) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return hands_over_lists() && sqlite3_vtab_in(planning->info, constraint, -1);
#else
    (void)planning;
    (void)constraint;
    return false;
#endif
}

/* Asks SQLite to hand over the whole list of a constraint that has_list(). */
static void take_list(const struct planning *planning, int constraint) {
#if SQLITE_VERSION_NUMBER >= 3038000
    sqlite3_vtab_in(planning->info, constraint, 1);
#else
    (void)planning;
    (void)constraint;
#endif
}

/* `column = text`, on a name: the index finds names NOCASE, which under BINARY is more than enough.
** A number equals a name only where the report has names that look like one. There a SQLite that
** goes over a list itself compares each value as a text, whatever the list is made of, so that
** 100.0 of a REAL column misses `100`: it is to see no list at all. */
static void choose_name(struct planning *planning, enum fixed_choice which, int constraint) {
    struct choice *choice = &planning->choices[which];
    bool nocase = collates(planning, constraint, "NOCASE");
    bool is_odd = planning->instance->report->odd_names & REPORT_NUMERIC_NAMES;
    if (choice->constraint >= 0 || (!nocase && !collates(planning, constraint, "BINARY")) ||
        (is_odd && !hands_over_lists()))
        return;
    *choice = (struct choice){constraint, nocase && !is_odd, has_list(planning, constraint)};
}

static void choose_bound(struct planning *planning, enum fixed_choice which, int constraint) {
    /* NOCASE is the order of the report; BINARY is better than nothing, see take_bounds(). */
    bool nocase = collates(planning, constraint, "NOCASE");
    struct choice *choice = &planning->choices[which];
    bool replaces =
        choice->constraint < 0 || (nocase && !collates(planning, choice->constraint, "NOCASE"));
    if (replaces && (nocase || collates(planning, constraint, "BINARY")))
        *choice = (struct choice){constraint, false, false};
}

/* Sorts a constraint into the fixed arguments of the plan. */
static void choose(struct planning *planning, int index) {
    const struct sqlite3_index_constraint *constraint = &planning->info->aConstraint[index];
    const struct table *table = planning->instance->table;
    unsigned char op = constraint->op;
#if SQLITE_VERSION_NUMBER >= 3038000
    if (op == SQLITE_INDEX_CONSTRAINT_LIMIT || op == SQLITE_INDEX_CONSTRAINT_OFFSET) {
        enum fixed_choice which = op == SQLITE_INDEX_CONSTRAINT_LIMIT ? LIMIT : OFFSET;
        planning->choices[which] = (struct choice){index, true, false};
        return;
    }
#endif
    if (constraint->iColumn < 0)
        return;
    enum column_key key = table_meaning(table, planning->instance->report, constraint->iColumn).key;
    if (op == SQLITE_INDEX_CONSTRAINT_EQ || op == SQLITE_INDEX_CONSTRAINT_IS) {
        if (key == KEY_CLASS)
            choose_name(planning, CLASS, index);
        else if (key == KEY_MEMBER)
            choose_name(planning, MEMBER, index);
        else if (key == KEY_NAME)
            choose_name(planning, NAME, index);
        else if (key == KEY_BUILD && planning->choices[BUILD].constraint < 0)
            planning->choices[BUILD] = (struct choice){index, true, false};
        else if (key == KEY_ARGUMENT) {
            bool is_first = table->columns[constraint->iColumn - 1].key != KEY_ARGUMENT;
            planning->choices[is_first ? FIRST : SECOND] = (struct choice){index, true, false};
        }
    } else if (key == KEY_CLASS &&
               (op == SQLITE_INDEX_CONSTRAINT_GT || op == SQLITE_INDEX_CONSTRAINT_GE)) {
        choose_bound(planning, LOW, index);
    } else if (key == KEY_CLASS &&
               (op == SQLITE_INDEX_CONSTRAINT_LT || op == SQLITE_INDEX_CONSTRAINT_LE)) {
        choose_bound(planning, HIGH, index);
    }
}

/* Makes a constraint the next argument of xFilter, written into idxStr as `name` and `op`. */
static void add_argument(struct planning *planning, const struct choice *choice, const char *name,
                         const char *op) {
    struct sqlite3_index_constraint_usage *usage =
        &planning->info->aConstraintUsage[choice->constraint];
    usage->argvIndex = ++planning->arguments;
    usage->omit = choice->is_exact;
    if (choice->is_in) {
        take_list(planning, choice->constraint);
        planning->lists++;
    }
    sqlite3_str_appendf(planning->text, "%s%s%s", planning->arguments > 1 ? "," : "", name,
                        choice->is_in ? operator_texts[OPERATOR_IN] : op);
}

static const char *column_name(const struct planning *planning, const struct choice *choice) {
    int column = planning->info->aConstraint[choice->constraint].iColumn;
    const struct table *table = planning->instance->table;
    return column < table->column_count ? table->columns[column].name : "name";
}

/* Takes a fixed argument into the plan, if there is one. */
static bool take(struct planning *planning, enum fixed_choice which, int bit, int bit_in,
                 const char *op) {
    const struct choice *choice = &planning->choices[which];
    if (choice->constraint < 0)
        return false;
    planning->bits |= bit | (choice->is_in ? bit_in : 0);
    add_argument(planning, choice, column_name(planning, choice), op);
    return true;
}

/* Takes a condition on a cell or a kind. All operators on cells are answered exactly; on the
** texts of a kind, equality under BINARY is. */
static void take_term(struct planning *planning, int index) {
    const struct sqlite3_index_constraint *constraint = &planning->info->aConstraint[index];
    const struct table *table = planning->instance->table;
    const struct report *report = planning->instance->report;
    enum plan_operator op;
    if (!constraint->usable || constraint->iColumn < 0 || !operator_of(constraint->op, &op))
        return;
    /* Before 3.51 SQLite takes such a condition in the ON of a LEFT JOIN for one on the left
    ** table, whose rows it must not filter. */
    bool is_misplaced = op == OPERATOR_NE || op == OPERATOR_IS_NOT || op == OPERATOR_NOT_NULL;
    if (is_misplaced && sqlite3_libversion_number() < 3051001)
        return;
    struct column_meaning meaning = table_meaning(table, report, constraint->iColumn);
    struct choice choice = {index, true, false};
    char name[32];
    if (meaning.key == KEY_CELL) {
        sqlite3_snprintf(sizeof name, name, "build_%u",
                         report_builds(report)[meaning.build].number);
    } else if (meaning.key == KEY_TYPE || meaning.key == KEY_CATEGORY ||
               meaning.key == KEY_ACCESS) {
        bool is_test = op == OPERATOR_IS_NULL || op == OPERATOR_NOT_NULL;
        if (!is_test && op != OPERATOR_EQ && op != OPERATOR_IS)
            return;
        if (!is_test &&
            (!collates(planning, index, "BINARY") || report->odd_names & REPORT_NUMERIC_NAMES))
            return;
        sqlite3_snprintf(sizeof name, name, "%s", table->columns[constraint->iColumn].name);
    } else {
        return;
    }
    choice.is_in = op == OPERATOR_EQ && has_list(planning, index);
    planning->bits |= PLAN_TERMS;
    planning->terms++;
    add_argument(planning, &choice, name, operator_texts[op]);
}

/* Takes the bounds on class into the plan, unless a point is better. Bounds under BINARY are of
** use as a pair only: what lies between two texts begins with the prefix that they share. */
static void take_bounds(struct planning *planning) {
    const struct choice *low = &planning->choices[LOW], *high = &planning->choices[HIGH];
    bool has_low = low->constraint >= 0, has_high = high->constraint >= 0;
    bool binary_low = has_low && !collates(planning, low->constraint, "NOCASE");
    bool binary_high = has_high && !collates(planning, high->constraint, "NOCASE");
    if (planning->bits & (PLAN_CLASS | PLAN_MEMBER | PLAN_NAME))
        return;
    if (binary_low && binary_high) {
        planning->bits |= PLAN_BINARY_RANGE;
        binary_low = binary_high = false;
    }
    if (!binary_low)
        take(planning, LOW, PLAN_LOW, 0, ">=");
    if (!binary_high)
        take(planning, HIGH, PLAN_HIGH, 0, "<=");
}

/* How many elements the outer loop will go over, before conditions on cells and kinds. */
static double estimate_outer(const struct planning *planning) {
    const struct report *report = planning->instance->report;
    const struct table *table = planning->instance->table;
    double members = report->members.count, classes = report->classes.count;
    double all = table->axis == AXIS_MEMBER  ? members
                 : table->axis == AXIS_CLASS ? classes
                 : table->axis == AXIS_BUILD ? report->builds.count + 8.0
                                             : 1;
    int bits = planning->bits;
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
static bool is_constant(const struct planning *planning, enum column_key key) {
    int bits = planning->bits;
    uint32_t odd_names = planning->instance->report->odd_names;
    if (key == KEY_BUILD)
        return bits & PLAN_BUILD;
    if (odd_names & REPORT_NUMERIC_NAMES)
        return false;
    bool one_name =
        bits & PLAN_NAME && !(bits & PLAN_NAME_IN) && !(odd_names & REPORT_DOTTED_NAMES);
    if (key == KEY_CLASS)
        return one_name || (bits & PLAN_CLASS && !(bits & PLAN_CLASS_IN));
    return key == KEY_MEMBER && (one_name || (bits & PLAN_MEMBER && !(bits & PLAN_MEMBER_IN)));
}

/* Gives the plan one row at the most? */
static bool is_unique(const struct planning *planning) {
    const struct table *table = planning->instance->table;
    if (!table->order_is_unique)
        return table->axis == AXIS_REPORT;
    for (int i = 0; i < table->order_count; i++)
        if (!is_constant(planning, table->columns[table->order[i].column].key))
            return false;
    return true;
}

/* Do the rows come in the order that is asked for? Columns that are constant may stand anywhere in
** it; behind a complete unique order anything may follow. SQLite passes a term on only if its
** collation is the column's. */
static bool is_ordered(const struct planning *planning) {
    const struct table *table = planning->instance->table;
    const sqlite3_index_info *info = planning->info;
    int next = 0;
    for (int i = 0; i < info->nOrderBy; i++) {
        int column = info->aOrderBy[i].iColumn;
        if (column >= 0 && column < table->column_count &&
            is_constant(planning, table->columns[column].key))
            continue;
        while (next < table->order_count && table->order[next].column != column &&
               is_constant(planning, table->columns[table->order[next].column].key))
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

/* Is every constraint consumed for good, so that each row that we give is in the result? A list
** that is not taken whole makes SQLite start a scan for each of its values. And of a row value,
** `(a, b) > (1, 2)`, SQLite shows `a >= 1` alone and leaves LIMIT beside it: so what looks like >=
** or <= may be less than the whole condition. */
static bool all_exact(const struct planning *planning) {
    const sqlite3_index_info *info = planning->info;
    int lists = 0;
    for (int i = 0; i < info->nConstraint; i++) {
        unsigned char op = info->aConstraint[i].op;
        if (i == planning->choices[LIMIT].constraint || i == planning->choices[OFFSET].constraint)
            continue;
        if (op == SQLITE_INDEX_CONSTRAINT_GE || op == SQLITE_INDEX_CONSTRAINT_LE)
            return false;
        if (!info->aConstraintUsage[i].argvIndex || !info->aConstraintUsage[i].omit)
            return false;
        lists += has_list(planning, i);
    }
    return lists == planning->lists;
}

/* Ends the scan early: only if each row that we give is in the result, and in its order. */
static void take_limit(struct planning *planning) {
    /* Before 3.46 SQLite hands LIMIT over even where it has conditions that it does not show,
    ** such as two columns of this table that are compared with each other. */
    if (sqlite3_libversion_number() < 3046000)
        return;
    if (planning->choices[LIMIT].constraint < 0 || !all_exact(planning) || !is_ordered(planning))
        return;
    planning->bits |= PLAN_LIMIT;
    add_argument(planning, &planning->choices[LIMIT], "limit", "");
    if (planning->choices[OFFSET].constraint >= 0) {
        planning->bits |= PLAN_OFFSET;
        add_argument(planning, &planning->choices[OFFSET], "offset", "");
    }
}

/* Has the table all its arguments? If one is there but not known yet in this order of tables,
** SQLite shall try another order. If one is missing, that is not an error yet: SQLite plans each
** side of an OR alone, without the arguments beside it, and then carries out another plan. */
static int check_arguments(struct planning *planning) {
    const struct table *table = planning->instance->table;
    const sqlite3_index_info *info = planning->info;
    for (int i = 0, argument = FIRST; i < table->column_count; i++) {
        if (table->columns[i].key != KEY_ARGUMENT || planning->choices[argument++].constraint >= 0)
            continue;
        for (int j = 0; j < info->nConstraint; j++)
            if (info->aConstraint[j].iColumn == i && !info->aConstraint[j].usable)
                return SQLITE_CONSTRAINT;
        planning->bits |= PLAN_MISSING;
    }
    return SQLITE_OK;
}

static int make_plan(struct planning *planning) {
    sqlite3_index_info *info = planning->info;
    for (int i = 0; i < CHOICES; i++)
        planning->choices[i].constraint = -1;
    for (int i = 0; i < info->nConstraint; i++)
        if (info->aConstraint[i].usable)
            choose(planning, i);
    int code = check_arguments(planning);
    if (code != SQLITE_OK)
        return code;
    take(planning, CLASS, PLAN_CLASS, PLAN_CLASS_IN, "=");
    take(planning, MEMBER, PLAN_MEMBER, PLAN_MEMBER_IN, "=");
    take(planning, NAME, PLAN_NAME, PLAN_NAME_IN, "=");
    take(planning, BUILD, PLAN_BUILD, 0, "=");
    take(planning, FIRST, PLAN_FIRST, 0, "=");
    take(planning, SECOND, PLAN_SECOND, 0, "=");
    take_bounds(planning);
    for (int i = 0; i < info->nConstraint; i++)
        take_term(planning, i);
    take_limit(planning);
    return sqlite3_str_errcode(planning->text);
}

/* Costs are in SQLite's unit, about that of a step in a scan of an ordinary table. */
static void estimate(const struct planning *planning) {
    const struct table_instance *instance = planning->instance;
    sqlite3_index_info *info = planning->info;
    double each =
        instance->table->rows_each ? instance->table->rows_each : instance->report->builds.count;
    if (planning->bits & PLAN_BUILD && instance->table->axis != AXIS_BUILD)
        each = 1;
    double rows = estimate_outer(planning) * each;
    /* How many rows a condition lets pass depends on values that are not known here. */
    for (int i = 0; i < planning->terms; i++)
        rows /= 2;
    if (is_unique(planning)) {
        info->idxFlags |= SQLITE_INDEX_SCAN_UNIQUE;
        rows = 1;
    }
    info->estimatedRows = rows < 1 ? 1 : (sqlite3_int64)rows;
    info->estimatedCost = planning->bits & PLAN_MISSING ? 1e99 : 10 + rows;
}

/*
** Every plan is made of these parts, in this order; take() and take_term() say which bit stands for
** each, and filter_start() in filter.c is the mirror of this function.
**
**   class = ?, member = ?, name = ?   by the hash indexes; all three on the outer loop
**   build = ?                         by the hash index over builds
**   arguments                         of a table-valued function
**   class >= ?, class <= ?            by binary search over the classes; never exact
**   cells, kinds                      by bit masks, in any number
**   limit, offset                     only if nothing is left for SQLite to check
*/
int plan_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
    struct planning planning = {.instance = (struct table_instance *)vtab, .info = info};
    planning.text = sqlite3_str_new(connection_db(planning.instance->connection));
    int code = make_plan(&planning);
    if (code == SQLITE_OK) {
        estimate(&planning);
        info->idxNum = planning.bits;
        info->orderByConsumed = is_ordered(&planning);
        if (planning.arguments) {
            info->idxStr = sqlite3_str_finish(planning.text);
            info->needToFreeIdxStr = 1;
            return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
        }
    }
    sqlite3_free(sqlite3_str_finish(planning.text));
    return code;
}

/* --- Reading a plan back --- */

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
        if (text_is(name, size, table->columns[i].name))
            return i;
    unsigned long number = strtoul(name + strlen("build_"), NULL, 10);
    for (uint32_t i = 0; i < report->builds.count; i++)
        if (report_builds(report)[i].number == number)
            return table->column_count + (int)i;
    return -1; /* not reached: the plan was made for this very report */
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
