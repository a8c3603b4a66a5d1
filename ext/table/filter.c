#include "table/filter.h"
#include "base/memory.h"
#include "base/order.h"
#include "base/text.h"
#include "release/list.h"
#include "table/candidates.h"
#include "table/plan_text.h"
#include "table/schema.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* --- Bounds on class --- */

/* What a bound lets through: nothing where it is NULL, what lies beyond it where it is a text, and
** all where it is anything else: SQLite checks after every bound. */
static enum operand bound_operand(sqlite3_value *value) {
    int type = value ? sqlite3_value_type(value) : SQLITE_INTEGER;
    return type == SQLITE_NULL   ? OPERAND_NOTHING
           : type == SQLITE_TEXT ? OPERAND_TEXT
                                 : OPERAND_ANYTHING;
}

/* The prefix that every text between two has, in the order of their bytes; but for the upper one
** itself, which may be one letter beyond it. */
static size_t shared_prefix(struct text low, struct text high) {
    size_t size = 0;
    while (size < low.size && size < high.size && low.text[size] == high.text[size])
        size++;
    /* 'Msvm_' to 'Msvm`', as GLOB 'Msvm_*' asks: nothing lies between the last two letters. */
    bool is_next = size + 1 == high.size && size < low.size &&
                   (unsigned char)low.text[size] + 1 == (unsigned char)high.text[size];
    return is_next ? size + 1 : size;
}

/* The classes between two texts in the order of their bytes, and more: those that begin with the
** prefix that all of them share, whatever its case, and the upper text's. */
static int binary_bounds(const struct report *report, struct text low, struct text high,
                         uint32_t bounds[2]) {
    size_t size = shared_prefix(low, high);
    /* No text holds the byte 0xff, so this is above all that begin with the prefix. */
    char *above = memory_alloc(size + 1);
    if (!above)
        return SQLITE_NOMEM;
    memcpy(above, low.text, size);
    above[size] = '\xff';
    bounds[0] = report_class_bound(report, (struct text){low.text, size}, false);
    bounds[1] = report_class_bound(report, (struct text){above, size + 1}, false);
    memory_free(above);
    uint32_t upper = report_find_class(report, high);
    if (upper != REPORT_NONE && upper < bounds[0])
        bounds[0] = upper;
    if (upper != REPORT_NONE && upper >= bounds[1])
        bounds[1] = report_classes_end(report, upper);
    return SQLITE_OK;
}

static int class_bounds(const struct report *report, int bits, sqlite3_value *low,
                        sqlite3_value *high, uint32_t bounds[2]) {
    enum operand low_operand = bound_operand(low), high_operand = bound_operand(high);
    bounds[0] = 0;
    bounds[1] = report->classes.count;
    if (low_operand == OPERAND_NOTHING || high_operand == OPERAND_NOTHING) {
        bounds[1] = 0;
        return SQLITE_OK;
    }
    struct text low_text = {0}, high_text = {0};
    if (low_operand == OPERAND_TEXT && candidate_text(low, &low_text) != SQLITE_OK)
        return SQLITE_NOMEM;
    if (high_operand == OPERAND_TEXT && candidate_text(high, &high_text) != SQLITE_OK)
        return SQLITE_NOMEM;
    /* Next to a column of numbers, a name that looks like a number is one, and below every text. */
    bool is_odd = report->odd_names & REPORT_NUMERIC_NAMES;
    if (bits & PLAN_BINARY_RANGE) {
        if (low_operand != OPERAND_TEXT || high_operand != OPERAND_TEXT || is_odd)
            return SQLITE_OK;
        return binary_bounds(report, low_text, high_text, bounds);
    }
    if (low_operand == OPERAND_TEXT)
        bounds[0] = report_class_bound(report, low_text, false);
    if (high_operand == OPERAND_TEXT && !is_odd)
        bounds[1] = report_class_bound(report, high_text, true);
    return SQLITE_OK;
}

/* --- Builds --- */

/* The build number that a value of an INTEGER column equals, or 0. */
static uint32_t build_number(sqlite3_value *value) {
    int type = sqlite3_value_numeric_type(value);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT)
        return 0;
    double number = sqlite3_value_double(value);
    return number >= 1 && number <= UINT32_MAX && (uint32_t)number == number ? (uint32_t)number : 0;
}

/* Every build that the report or the release list knows, newest first; or the one that is
** wanted. */
static int walk_builds(struct cursor *cursor, bool is_one, uint32_t number) {
    const struct report *report = cursor->report;
    size_t room = report->builds.count + release_list.count;
    uint32_t *builds = memory_alloc(room * sizeof *builds);
    if (!builds)
        return SQLITE_NOMEM;
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->builds.count; i++)
        builds[count++] = report_builds(report)[i].number;
    for (size_t i = 0; i < release_list.count; i++)
        builds[count++] = release_list.releases[i].build;
    qsort(builds, count, sizeof *builds, order_descending);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if ((!kept || builds[kept - 1] != builds[i]) && (!is_one || builds[i] == number))
            builds[kept++] = builds[i];
    walk_list(&cursor->walk, report, builds, kept, builds);
    return SQLITE_OK;
}

/* --- Conditions on cells --- */

static bool holds(enum plan_operator op, int order) {
    switch (op) {
    case OPERATOR_EQ:
    case OPERATOR_IS:
    case OPERATOR_IN:
        return order == 0;
    case OPERATOR_NE:
    case OPERATOR_IS_NOT:
        return order != 0;
    case OPERATOR_LT:
        return order < 0;
    case OPERATOR_LE:
        return order <= 0;
    case OPERATOR_GT:
        return order > 0;
    case OPERATOR_GE:
        return order >= 0;
    default:
        assert(!"tests for NULL compare nothing");
        return false;
    }
}

/* What `cell <operator> value` accepts, as SQLite compares an INTEGER column: numeric affinity
** on the value, then numbers before texts before blobs. */
static unsigned accepted_by(enum plan_operator op, sqlite3_value *value) {
    if (op == OPERATOR_IS_NULL)
        return ACCEPT_UNKNOWN;
    if (op == OPERATOR_NOT_NULL)
        return ACCEPT_ABSENT | ACCEPT_PRESENT;
    int type = sqlite3_value_numeric_type(value);
    if (type == SQLITE_NULL)
        return op == OPERATOR_IS       ? ACCEPT_UNKNOWN
               : op == OPERATOR_IS_NOT ? ACCEPT_ABSENT | ACCEPT_PRESENT
                                       : 0;
    unsigned accepted = op == OPERATOR_IS_NOT ? ACCEPT_UNKNOWN : 0;
    bool is_number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
    double number = is_number ? sqlite3_value_double(value) : 2;
    if (holds(op, (0 > number) - (0 < number)))
        accepted |= ACCEPT_ABSENT;
    if (holds(op, (1 > number) - (1 < number)))
        accepted |= ACCEPT_PRESENT;
    return accepted;
}

static int add_cell_term(struct cursor *cursor, enum plan_operator op, uint32_t build,
                         sqlite3_value *value) {
    unsigned accepted = 0;
    if (op == OPERATOR_IN) {
        struct candidate_values values = candidate_values(value, true);
        while (candidate_next(&values))
            accepted |= accepted_by(OPERATOR_EQ, values.value);
        if (values.code != SQLITE_OK)
            return values.code;
    } else {
        accepted = accepted_by(op, value);
    }
    walk_accept(&cursor->walk, build, accepted);
    return SQLITE_OK;
}

/* --- Conditions on kinds --- */

static const char *kind_text(const struct report *report, uint32_t kind, enum column_key key) {
    const struct report_kind *texts = &report_kinds(report)[kind];
    return report_text(report, key == KEY_TYPE       ? texts->type
                               : key == KEY_CATEGORY ? texts->category
                                                     : texts->access);
}

/* Marks in `passes` the kinds that equal a value. */
static int match_kinds(const struct report *report, enum column_key key, enum plan_operator op,
                       sqlite3_value *value, bool *passes) {
    bool is_null = sqlite3_value_type(value) == SQLITE_NULL;
    struct text text = {0};
    assert(op == OPERATOR_EQ || op == OPERATOR_IS || op == OPERATOR_IN || op == OPERATOR_IS_NULL ||
           op == OPERATOR_NOT_NULL);
    if (sqlite3_value_type(value) == SQLITE_TEXT && candidate_text(value, &text) != SQLITE_OK)
        return SQLITE_NOMEM;
    for (uint32_t i = 0; i < report->kinds.count; i++) {
        const char *held = kind_text(report, i, key);
        if (op == OPERATOR_IS_NULL || (op == OPERATOR_IS && is_null))
            passes[i] |= !held;
        else if (op == OPERATOR_NOT_NULL)
            passes[i] |= held != NULL;
        else if (held && text.text)
            passes[i] |= strlen(held) == text.size && text_equal_nocase(held, text.text, text.size);
    }
    return SQLITE_OK;
}

static int add_kind_term(struct cursor *cursor, enum column_key key, enum plan_operator op,
                         sqlite3_value *value) {
    const struct report *report = cursor->report;
    uint32_t count = report->kinds.count;
    bool *all = walk_kinds(&cursor->walk);
    bool *passes = memory_alloc(count);
    if (!all || !passes) {
        memory_free(passes);
        return SQLITE_NOMEM;
    }
    memset(passes, 0, count);
    int code = SQLITE_OK;
    if (op == OPERATOR_IN) {
        struct candidate_values values = candidate_values(value, true);
        while (code == SQLITE_OK && candidate_next(&values))
            code = match_kinds(report, key, op, values.value, passes);
        if (code == SQLITE_OK)
            code = values.code;
    } else {
        code = match_kinds(report, key, op, value, passes);
    }
    for (uint32_t i = 0; i < count; i++)
        all[i] = all[i] && passes[i];
    memory_free(passes);
    return code;
}

/* --- The parts together --- */

static int add_terms(struct cursor *cursor, const char *text, sqlite3_value ***values) {
    struct plan_term term;
    int code = SQLITE_OK;
    while (code == SQLITE_OK && plan_next_term(cursor->table, cursor->report, &text, &term)) {
        struct column_meaning meaning = table_meaning(cursor->table, cursor->report, term.column);
        sqlite3_value *value = *(*values)++;
        if (meaning.key == KEY_CELL)
            code = add_cell_term(cursor, term.op, meaning.build, value);
        else
            code = add_kind_term(cursor, meaning.key, term.op, value);
    }
    return code;
}

/* Sets the outer loop. */
static int start_walk(struct cursor *cursor, int bits, sqlite3_value ***values) {
    const struct report *report = cursor->report;
    enum table_axis axis = cursor->table->axis;
    sqlite3_value *class_name = bits & PLAN_CLASS ? *(*values)++ : NULL;
    sqlite3_value *member = bits & PLAN_MEMBER ? *(*values)++ : NULL;
    sqlite3_value *name = bits & PLAN_NAME ? *(*values)++ : NULL;
    sqlite3_value *namespace_name = bits & PLAN_NAMESPACE ? *(*values)++ : NULL;
    sqlite3_value *build = bits & PLAN_BUILD ? *(*values)++ : NULL;
    for (int i = 0; i < 2; i++) {
        if (!(bits & (i ? PLAN_SECOND : PLAN_FIRST)))
            continue;
        cursor->arguments[i] = sqlite3_value_dup(*(*values)++);
        if (!cursor->arguments[i])
            return SQLITE_NOMEM;
    }
    sqlite3_value *low = bits & PLAN_LOW ? *(*values)++ : NULL;
    sqlite3_value *high = bits & PLAN_HIGH ? *(*values)++ : NULL;

    cursor->only_inner = REPORT_NONE;
    if (axis == AXIS_BUILD)
        return walk_builds(cursor, build != NULL, build ? build_number(build) : 0);
    if (axis == AXIS_REPORT || axis == AXIS_FOUND) {
        walk_range(&cursor->walk, report, 0, axis == AXIS_REPORT);
        return SQLITE_OK;
    }
    int code;
    if (class_name || member || name) {
        code = candidate_walk(&cursor->walk, report, axis == AXIS_CLASS, bits, class_name, member,
                              name);
    } else {
        uint32_t bounds[2] = {0, report->classes.count};
        code = low || high ? class_bounds(report, bits, low, high, bounds) : SQLITE_OK;
        if (bounds[0] > bounds[1])
            bounds[0] = bounds[1];
        if (axis == AXIS_MEMBER)
            for (int i = 0; i < 2; i++)
                bounds[i] = report_members_before(report, bounds[i]);
        walk_range(&cursor->walk, report, bounds[0], bounds[1]);
    }
    if (code == SQLITE_OK && namespace_name)
        code =
            candidate_namespaces(&cursor->walk, report, axis == AXIS_CLASS, bits, namespace_name);
    if (code == SQLITE_OK && build) {
        uint32_t number = build_number(build);
        uint32_t index = number ? report_find_build(report, number) : REPORT_NONE;
        if (index == REPORT_NONE || report_builds(report)[index].number != number)
            walk_range(&cursor->walk, report, 0, 0);
        else
            cursor->only_inner = index;
    }
    return code;
}

void filter_settle(struct cursor *cursor) {
    for (; !walk_at_end(&cursor->walk); walk_next(&cursor->walk)) {
        uint32_t rows = cursor->table->rows ? cursor->table->rows(cursor, cursor_outer(cursor)) : 1;
        cursor->inner = 0;
        cursor->inner_end = rows;
        if (cursor->only_inner != REPORT_NONE) {
            cursor->inner = cursor->only_inner;
            cursor->inner_end = cursor->inner < rows ? cursor->inner + 1 : 0;
        }
        assert(cursor->inner_end <= rows);
        if (cursor->inner < cursor->inner_end)
            return;
    }
}

int filter_start(struct cursor *cursor, int bits, const char *text, sqlite3_value **values) {
    sqlite3_value **first = values;
    int code = start_walk(cursor, bits, &values);
    if (code == SQLITE_OK && bits & PLAN_TERMS)
        code = add_terms(cursor, plan_skip(text, (int)(values - first)), &values);
    cursor->skip = 0;
    cursor->left = UINT64_MAX;
    if (code == SQLITE_OK && bits & PLAN_LIMIT) {
        sqlite3_int64 limit = sqlite3_value_int64(*values++);
        cursor->left = limit < 0 ? UINT64_MAX : (uint64_t)limit;
        if (bits & PLAN_OFFSET) {
            sqlite3_int64 offset = sqlite3_value_int64(*values++);
            cursor->skip = offset < 0 ? 0 : (uint64_t)offset;
        }
    }
    if (code == SQLITE_OK && cursor->table->start)
        code = cursor->table->start(cursor);
    if (code != SQLITE_OK)
        return code;
    walk_settle(&cursor->walk);
    filter_settle(cursor);
    return SQLITE_OK;
}
