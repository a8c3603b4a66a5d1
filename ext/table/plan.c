/*
** From a question to a plan. idxStr names the arguments of xFilter in their order, idxNum says the
** same in bits. Behind the end of that text stands the statement, see plan_statement(). tests/sql/plans.sql prints these, of wmi_members where no other table is named:
**
**   WHERE …                                        idxStr               argument
**   class = 'Msvm_Memory'                          class=               a name
**   class = 'Msvm_Memory' AND member = 'Name'      class=,member=       names
**   name = 'Msvm_Memory.Name'                      name=                a qualified name
**   namespace = 'root\cimv2'                       namespace=           a name
**   namespace IS NULL                              namespace is null    one that says nothing
**   class IN ('A', 'B') AND member IN ('C', 'D')   class in,member in   whole lists (from 3.38)
**   class LIKE 'Msvm_%'                            class>=,class<=      the ends, NOCASE
**   class GLOB 'Msvm_*'                            class>=,class<=      the ends, BINARY
**   build_26100 = 1 AND [14393] > 0                build_26100=,…       any values
**   build_9600 IS NULL                             build_9600 is null   one that says nothing
**   category = 'Method' AND type IN ('A', 'B')     category=,type in    texts, NOCASE
**   build = 26100, of wmi_availability             build=               a number
**   wmi_changes(14393, 26100)                      from_build=,to_build=   any values
**   build_9200 = 0 … LIMIT 5 OFFSET 3              build_9200=,limit,offset   numbers (from 3.46)
**
** What several of them ask comes in the order that plan.h says. Names are answered by hash indexes,
** ends by binary search over the classes (and never exactly), a namespace by a look at the class of
** what the others leave, cells and kinds by masks, in any number; LIMIT only where nothing is left
** for SQLite to check or to sort. filter_start() in filter.c is the mirror of make_plan().
*/
#include "table/plan.h"
#include "table/cursor.h"
#include "table/plan_text.h"
#include "table/promise.h"
#include "table/schema.h"

#include <assert.h>
#include <string.h>

/* What one constraint can do for a plan. */
struct choice {
    int constraint; /* -1 for none */
    bool is_exact;  /* our answer is SQLite's: it need not check again */
    bool is_in;     /* the argument is a whole list */
};

enum fixed_choice {
    CLASS,
    MEMBER,
    NAME,
    NAMESPACE,
    BUILD,
    FIRST,
    SECOND,
    LOW,
    HIGH,
    LIMIT,
    OFFSET,
    CHOICES
};

struct planning {
    sqlite3_index_info *info;
    struct plan plan;
    struct choice choices[CHOICES];
    sqlite3_str *text; /* idxStr */
    int arguments;     /* of xFilter */
    int lists;         /* arguments that are whole lists */
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

/* Has the constraint a list that SQLite can hand over? */
static bool has_list(const struct planning *planning, int constraint) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return plan_hands_over_lists() && sqlite3_vtab_in(planning->info, constraint, -1);
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
** A number equals a name only where the report has names that look like one. There SQLite, where it
** goes over a list itself, takes what we find for one value as right and asks no more, whatever the list is made
** of: 100.0 of a REAL column misses `100`, and 100 of no affinity finds it. What it goes over looks like `=`, in
** the IN of a row value too: so only a list that is handed over is of use. */
static void choose_name(struct planning *planning, enum fixed_choice which, int constraint) {
    struct choice *choice = &planning->choices[which];
    bool nocase = collates(planning, constraint, "NOCASE");
    bool is_odd = planning->plan.report->odd_names & REPORT_NUMERIC_NAMES;
    if (choice->constraint >= 0 || (!nocase && !collates(planning, constraint, "BINARY")) ||
        (is_odd && !has_list(planning, constraint)))
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
    const struct table *table = planning->plan.table;
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
    enum column_key key = table_meaning(table, planning->plan.report, constraint->iColumn).key;
    if (op == SQLITE_INDEX_CONSTRAINT_EQ || op == SQLITE_INDEX_CONSTRAINT_IS) {
        if (key == KEY_CLASS)
            choose_name(planning, CLASS, index);
        else if (key == KEY_MEMBER)
            choose_name(planning, MEMBER, index);
        else if (key == KEY_NAME)
            choose_name(planning, NAME, index);
        else if (key == KEY_NAMESPACE)
            choose_name(planning, NAMESPACE, index);
        else if (key == KEY_BUILD && planning->choices[BUILD].constraint < 0)
            planning->choices[BUILD] = (struct choice){index, true, false};
        else if (key == KEY_ARGUMENT) {
            bool is_first = table->columns[constraint->iColumn - 1].key != KEY_ARGUMENT;
            planning->choices[is_first ? FIRST : SECOND] = (struct choice){index, true, false};
        }
    } else if (key == KEY_NAMESPACE && op == SQLITE_INDEX_CONSTRAINT_ISNULL) {
        /* No collation has a say in it, and it leaves the fewest rows. */
        planning->choices[NAMESPACE] = (struct choice){index, true, false};
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
    assert(!usage->argvIndex && planning->info->aConstraint[choice->constraint].usable);
    usage->argvIndex = ++planning->arguments;
    usage->omit = choice->is_exact;
    if (choice->is_in) {
        take_list(planning, choice->constraint);
        planning->lists++;
    }
    sqlite3_str_appendf(planning->text, "%s%s%s", planning->arguments > 1 ? "," : "", name,
                        choice->is_in ? plan_operator_text(OPERATOR_IN) : op);
}

static const char *column_name(const struct planning *planning, const struct choice *choice) {
    int column = planning->info->aConstraint[choice->constraint].iColumn;
    const struct table *table = planning->plan.table;
    return column < table->column_count ? table->columns[column].name : "name";
}

/* Takes a fixed argument into the plan, if there is one. */
static bool take(struct planning *planning, enum fixed_choice which, int bit, int bit_in,
                 const char *op) {
    const struct choice *choice = &planning->choices[which];
    if (choice->constraint < 0)
        return false;
    planning->plan.bits |= bit | (choice->is_in ? bit_in : 0);
    add_argument(planning, choice, column_name(planning, choice), op);
    return true;
}

/* Takes the condition on the namespace into the plan. Unlike a class or a member it may be NULL, which
** IS and = tell apart. */
static void take_namespace(struct planning *planning) {
    int constraint = planning->choices[NAMESPACE].constraint;
    enum plan_operator op = OPERATOR_EQ;
    if (constraint >= 0 && !operator_of(planning->info->aConstraint[constraint].op, &op))
        assert(!"choose() takes known operators only");
    int bit_is = op == OPERATOR_EQ ? 0 : PLAN_NAMESPACE_IS;
    take(planning, NAMESPACE, PLAN_NAMESPACE | bit_is, PLAN_NAMESPACE_IN, plan_operator_text(op));
}

/* Takes a condition on a cell or a kind. All operators on cells are answered exactly; on the
** texts of a kind, equality under NOCASE is, which under BINARY is more than enough. */
static void take_term(struct planning *planning, int index) {
    const struct sqlite3_index_constraint *constraint = &planning->info->aConstraint[index];
    const struct table *table = planning->plan.table;
    const struct report *report = planning->plan.report;
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
        choice.is_exact = is_test || collates(planning, index, "NOCASE");
        if (!is_test && ((!choice.is_exact && !collates(planning, index, "BINARY")) ||
                         report->odd_names & REPORT_NUMERIC_NAMES))
            return;
        assert(strlen(table->columns[constraint->iColumn].name) < sizeof name);
        sqlite3_snprintf(sizeof name, name, "%s", table->columns[constraint->iColumn].name);
    } else {
        return;
    }
    choice.is_in = op == OPERATOR_EQ && has_list(planning, index);
    planning->plan.bits |= PLAN_TERMS;
    planning->plan.terms++;
    add_argument(planning, &choice, name, plan_operator_text(op));
}

/* Takes the bounds on class into the plan, unless a point is better. Bounds under BINARY are of
** use as a pair only: what lies between two texts begins with the prefix that they share. */
static void take_bounds(struct planning *planning) {
    const struct choice *low = &planning->choices[LOW], *high = &planning->choices[HIGH];
    bool has_low = low->constraint >= 0, has_high = high->constraint >= 0;
    bool binary_low = has_low && !collates(planning, low->constraint, "NOCASE");
    bool binary_high = has_high && !collates(planning, high->constraint, "NOCASE");
    if (planning->plan.bits & (PLAN_CLASS | PLAN_MEMBER | PLAN_NAME))
        return;
    if (binary_low && binary_high) {
        planning->plan.bits |= PLAN_BINARY_RANGE;
        binary_low = binary_high = false;
    }
    if (!binary_low)
        take(planning, LOW, PLAN_LOW, 0, ">=");
    if (!binary_high)
        take(planning, HIGH, PLAN_HIGH, 0, "<=");
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
    if (planning->choices[LIMIT].constraint < 0 || !all_exact(planning) ||
        !promise_order(&planning->plan, planning->info))
        return;
    planning->plan.bits |= PLAN_LIMIT;
    add_argument(planning, &planning->choices[LIMIT], "limit", "");
    if (planning->choices[OFFSET].constraint >= 0) {
        planning->plan.bits |= PLAN_OFFSET;
        add_argument(planning, &planning->choices[OFFSET], "offset", "");
    }
}

/* Has the table all its arguments? If one is there but not known yet in this order of tables,
** SQLite shall try another order. If one is missing, that is not an error yet: SQLite plans each
** side of an OR alone, without the arguments beside it, and then carries out another plan. */
static int check_arguments(struct planning *planning) {
    const struct table *table = planning->plan.table;
    const sqlite3_index_info *info = planning->info;
    for (int i = 0, argument = FIRST; i < table->column_count; i++) {
        if (table->columns[i].key != KEY_ARGUMENT || planning->choices[argument++].constraint >= 0)
            continue;
        for (int j = 0; j < info->nConstraint; j++)
            if (info->aConstraint[j].iColumn == i && !info->aConstraint[j].usable)
                return SQLITE_CONSTRAINT;
        planning->plan.bits |= PLAN_MISSING;
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
    take_namespace(planning);
    take(planning, BUILD, PLAN_BUILD, 0, "=");
    take(planning, FIRST, PLAN_FIRST, 0, "=");
    take(planning, SECOND, PLAN_SECOND, 0, "=");
    take_bounds(planning);
    for (int i = 0; i < info->nConstraint; i++)
        take_term(planning, i);
    take_limit(planning);
    return sqlite3_str_errcode(planning->text);
}

int plan_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
    const struct table_instance *instance = (const struct table_instance *)vtab;
    struct planning planning = {
        .info = info,
        .plan = {.table = instance->table, .report = instance->report},
        .text = sqlite3_str_new(connection_db(instance->connection)),
    };
    int code = make_plan(&planning);
    if (code == SQLITE_OK) {
        promise_rows(&planning.plan, info);
        info->idxNum = planning.plan.bits;
        info->orderByConsumed = promise_order(&planning.plan, info);
        const sqlite3_stmt *statement = connection_prepared(instance->connection);
        sqlite3_str_append(planning.text, "", 1);
        sqlite3_str_append(planning.text, (const char *)&statement, sizeof statement);
        info->idxStr = sqlite3_str_finish(planning.text);
        info->needToFreeIdxStr = 1;
        return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
    }
    sqlite3_free(sqlite3_str_finish(planning.text));
    return code;
}
