#include "table/candidates.h"
#include "base/array.h"
#include "base/error.h"
#include "base/order.h"
#include "table/plan_text.h"

#include <stdlib.h>
#include <string.h>

/* --- Values --- */

struct candidate_values candidate_values(sqlite3_value *argument, bool is_list) {
    return (struct candidate_values){is_list ? argument : NULL, argument, NULL, SQLITE_OK};
}

bool candidate_next(struct candidate_values *values) {
    if (!values->argument)
        return false;
    if (!values->list) {
        values->value = values->argument;
        values->argument = NULL;
        return true;
    }
#if SQLITE_VERSION_NUMBER >= 3038000
    int code = values->value ? sqlite3_vtab_in_next(values->list, &values->value)
                             : sqlite3_vtab_in_first(values->list, &values->value);
    values->code = code == SQLITE_DONE ? SQLITE_OK : code;
    return code == SQLITE_OK && values->value;
#else
    return false;
#endif
}

int candidate_text(sqlite3_value *value, struct text *text) {
    text->text = (const char *)sqlite3_value_text(value);
    text->size = (size_t)sqlite3_value_bytes(value);
    return text->text ? SQLITE_OK : SQLITE_NOMEM;
}

/* A text equals by its letters. NULL and a blob equal no name. A number may equal a name that looks
** like one, depending on affinities that are not known here: if there are any such names, every row
** is given, and SQLite, which the plan has told to, checks. */
static enum operand operand_of(const struct report *report, sqlite3_value *value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_TEXT:
        return OPERAND_TEXT;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
        return report->odd_names & REPORT_NUMERIC_NAMES ? OPERAND_ANYTHING : OPERAND_NOTHING;
    default:
        return OPERAND_NOTHING;
    }
}

/* --- One value for each condition: no memory is needed --- */

/* The walk for one value each, if this is such a case: *done says so. */
static int walk_one(struct walk *walk, const struct report *report, bool of_classes, int bits,
                    sqlite3_value *class_name, sqlite3_value *member, sqlite3_value *name,
                    bool *done) {
    struct text class_text = {0}, member_text = {0};
    *done = !name && !(bits & (PLAN_CLASS_IN | PLAN_MEMBER_IN)) &&
            (!class_name || operand_of(report, class_name) == OPERAND_TEXT) &&
            (!member || operand_of(report, member) == OPERAND_TEXT);
    if (!*done)
        return SQLITE_OK;
    if ((class_name && candidate_text(class_name, &class_text) != SQLITE_OK) ||
        (member && candidate_text(member, &member_text) != SQLITE_OK))
        return SQLITE_NOMEM;
    if (class_name && member) {
        uint32_t found = report_find(report, class_text, member_text);
        walk_range(walk, report, found,
                   found == REPORT_NONE ? found : report_namesakes_end(report, found));
    } else if (class_name) {
        uint32_t found = report_find_class(report, class_text);
        if (found == REPORT_NONE)
            walk_range(walk, report, 0, 0);
        else if (of_classes)
            walk_range(walk, report, found, report_classes_end(report, found));
        else
            walk_range(walk, report, report_class(report, found).first_member,
                       report_class(report, found).end_member);
    } else {
        uint32_t found = report_find_name(report, member_text);
        if (found == REPORT_NONE) {
            walk_range(walk, report, 0, 0);
        } else {
            struct report_name named = report_name(report, found);
            walk_bearers(walk, report, named.first_bearer, named.first_bearer + named.bearer_count);
        }
    }
    return SQLITE_OK;
}

/* --- Lists --- */

/* A condition as a sorted set of indexes. */
struct index_list {
    struct array indexes; /* uint32_t */
    bool is_anything;     /* the condition lets everything through */
};

static int add_index(struct index_list *list, uint32_t index) {
    uint32_t at;
    if (index == REPORT_NONE)
        return SQLITE_OK;
    return array_append(&list->indexes, &index, 1, sizeof index, &at);
}

/* Adds a member and its namesakes, or a class and its namesakes. */
static int add_namesakes(const struct report *report, struct index_list *list, uint32_t index,
                         bool is_class) {
    if (index == REPORT_NONE)
        return SQLITE_OK;
    uint32_t end =
        is_class ? report_classes_end(report, index) : report_namesakes_end(report, index);
    for (; index < end; index++)
        TRY(add_index(list, index));
    return SQLITE_OK;
}

static void sort(struct index_list *list) {
    uint32_t *indexes = list->indexes.items;
    size_t kept = 0;
    if (!list->indexes.count)
        return;
    qsort(indexes, list->indexes.count, sizeof *indexes, order_ascending);
    for (size_t i = 0; i < list->indexes.count; i++)
        if (!kept || indexes[kept - 1] != indexes[i])
            indexes[kept++] = indexes[i];
    list->indexes.count = kept;
}

static bool contains(const struct index_list *list, uint32_t index) {
    return list->is_anything ||
           (list->indexes.count && bsearch(&index, list->indexes.items, list->indexes.count,
                                           sizeof index, order_ascending));
}

/* All members of a qualified name: with dots in names there may be several. */
static int add_qualified(const struct report *report, struct text text, struct index_list *list) {
    struct report_qualified qualified = report_qualified(report, text);
    for (uint32_t member; (member = report_qualified_next(&qualified)) != REPORT_NONE;)
        TRY(add_namesakes(report, list, member, false));
    return SQLITE_OK;
}

/* What the values of a condition name: classes (`bit` PLAN_CLASS), names (PLAN_MEMBER) or members
** (PLAN_NAME). No condition lets everything through. */
static int resolve(const struct report *report, int bit, sqlite3_value *argument, bool is_in,
                   struct index_list *list) {
    list->is_anything = !argument;
    struct candidate_values values = candidate_values(argument, is_in);
    while (candidate_next(&values)) {
        enum operand operand = operand_of(report, values.value);
        struct text text;
        list->is_anything |= operand == OPERAND_ANYTHING;
        if (operand != OPERAND_TEXT)
            continue;
        TRY(candidate_text(values.value, &text));
        if (bit == PLAN_NAME)
            TRY(add_qualified(report, text, list));
        else if (bit == PLAN_CLASS)
            TRY(add_namesakes(report, list, report_find_class(report, text), true));
        else
            TRY(add_index(list, report_find_name(report, text)));
    }
    sort(list);
    return values.code;
}

static bool member_passes(const struct report *report, uint32_t member,
                          const struct index_list *classes, const struct index_list *names) {
    if (!contains(classes, report_member(report, member).class_index))
        return false;
    return names->is_anything || contains(names, report_definition(report, member).name);
}

/* Adds the member if it passes. */
static int add_member(const struct report *report, uint32_t member,
                      const struct index_list *classes, const struct index_list *names,
                      struct index_list *members) {
    return member_passes(report, member, classes, names) ? add_index(members, member) : SQLITE_OK;
}

/* The members that three conditions leave, from the narrowest of them. */
static int intersect(const struct report *report, const struct index_list *classes,
                     const struct index_list *names, const struct index_list *qualified,
                     struct index_list *members) {
    const uint32_t *class_indexes = classes->indexes.items, *name_indexes = names->indexes.items;
    const struct index_list anything = {.is_anything = true};
    if (!qualified->is_anything) {
        const uint32_t *found = qualified->indexes.items;
        for (size_t i = 0; i < qualified->indexes.count; i++)
            TRY(add_member(report, found[i], classes, names, members));
        return SQLITE_OK;
    }
    for (size_t i = 0; !names->is_anything && i < names->indexes.count; i++) {
        struct report_name name = report_name(report, name_indexes[i]);
        for (uint32_t j = 0; j < name.bearer_count; j++)
            TRY(add_member(report, report_bearer(report, name.first_bearer + j), classes, &anything,
                           members));
    }
    for (size_t i = 0; names->is_anything && !classes->is_anything && i < classes->indexes.count;
         i++) {
        struct report_class found = report_class(report, class_indexes[i]);
        /* Of namesakes, which stand side by side, the first has brought the members of all. */
        if (i && found.name == report_class(report, class_indexes[i - 1]).name)
            continue;
        for (uint32_t j = found.first_member; j < found.end_member; j++)
            TRY(add_member(report, j, &anything, &anything, members));
    }
    return SQLITE_OK;
}

static int walk_lists(struct walk *walk, const struct report *report, bool of_classes, int bits,
                      sqlite3_value *class_name, sqlite3_value *member, sqlite3_value *name) {
    struct index_list classes = {0}, names = {0}, qualified = {0}, members = {0};
    int code = resolve(report, PLAN_CLASS, class_name, bits & PLAN_CLASS_IN, &classes);
    if (code == SQLITE_OK)
        code = resolve(report, PLAN_MEMBER, member, bits & PLAN_MEMBER_IN, &names);
    if (code == SQLITE_OK)
        code = resolve(report, PLAN_NAME, name, bits & PLAN_NAME_IN, &qualified);
    bool is_anything = classes.is_anything && names.is_anything && qualified.is_anything;
    if (code == SQLITE_OK && !is_anything && !of_classes)
        code = intersect(report, &classes, &names, &qualified, &members);
    if (code == SQLITE_OK) {
        struct index_list *result = of_classes ? &classes : &members;
        sort(result);
        if (is_anything) {
            walk_range(walk, report, 0, of_classes ? report->classes.count : report->members.count);
        } else {
            walk_list(walk, report, result->indexes.items, (uint32_t)result->indexes.count,
                      result->indexes.items);
            result->indexes = (struct array){0};
            /* An empty list is no list: NULL stands for all elements of the (empty) range. */
        }
    }
    array_free(&classes.indexes);
    array_free(&names.indexes);
    array_free(&qualified.indexes);
    array_free(&members.indexes);
    return code;
}

int candidate_walk(struct walk *walk, const struct report *report, bool of_classes, int bits,
                   sqlite3_value *class_name, sqlite3_value *member, sqlite3_value *name) {
    bool done;
    int code = walk_one(walk, report, of_classes, bits, class_name, member, name, &done);
    if (code != SQLITE_OK || done)
        return code;
    return walk_lists(walk, report, of_classes, bits, class_name, member, name);
}

/* --- Namespaces --- */

/* Classes by their indexes, from one to before another. */
struct class_range {
    uint32_t first, end;
};

/* The classes of what the walk goes over, and perhaps more: of a range, those from its first element's
** to its last one's, and their namesakes. */
static struct class_range classes_of(const struct walk *walk, const struct report *report,
                                     bool of_classes) {
    if (walk->list || walk->are_bearers || walk_at_end(walk))
        return (struct class_range){0, report->classes.count};
    if (of_classes)
        return (struct class_range){walk->position, walk->end};
    uint32_t first = report_member(report, walk->position).class_index;
    uint32_t name = report_class(report, first).name;
    while (first > 0 && report_class(report, first - 1).name == name)
        first--;
    uint32_t last = report_member(report, walk->end - 1).class_index;
    return (struct class_range){first, report_classes_end(report, last)};
}

/* The namespace of that name, NULL or not, as a text of the report; REPORT_NONE where none of the
** classes is in it. */
static uint32_t find_namespace(const struct report *report, struct class_range classes,
                               struct text name) {
    uint32_t seen = REPORT_NONE;
    for (uint32_t i = classes.first; i < classes.end; i++) {
        uint32_t text = report_at(report, report->classes.namespace_name, i);
        if (text != seen && report_class_is_in(report, i, name))
            return text;
        seen = text;
    }
    return REPORT_NONE;
}

/* What a value asks for: a text as find_namespace() gives it. */
static int resolve_namespace(const struct report *report, struct class_range classes, int bits,
                             sqlite3_value *value, uint32_t *found, bool *is_anything) {
    enum operand operand = operand_of(report, value);
    bool is_null = bits & PLAN_NAMESPACE_IS && sqlite3_value_type(value) == SQLITE_NULL;
    struct text name = {0};
    *is_anything |= operand == OPERAND_ANYTHING;
    *found = REPORT_NONE;
    if (operand == OPERAND_TEXT)
        TRY(candidate_text(value, &name));
    if (operand == OPERAND_TEXT || is_null)
        *found = find_namespace(report, classes, name);
    return SQLITE_OK;
}

int candidate_namespaces(struct walk *walk, const struct report *report, bool of_classes, int bits,
                         sqlite3_value *namespace_name) {
    bool is_list = bits & PLAN_NAMESPACE_IN;
    struct class_range classes = classes_of(walk, report, of_classes);
    struct candidate_values values = candidate_values(namespace_name, is_list);
    struct index_list list = {0};
    uint32_t found = REPORT_NONE;
    int code = SQLITE_OK;
    while (code == SQLITE_OK && candidate_next(&values)) {
        code = resolve_namespace(report, classes, bits, values.value, &found, &list.is_anything);
        if (code == SQLITE_OK && is_list)
            code = add_index(&list, found);
    }
    if (code == SQLITE_OK)
        code = values.code;
    if (code == SQLITE_OK && !list.is_anything) {
        sort(&list);
        if (is_list ? !list.indexes.count : found == REPORT_NONE) {
            walk_range(walk, report, 0, 0);
        } else if (is_list) {
            walk_in_namespaces(walk, of_classes, list.indexes.items, (uint32_t)list.indexes.count);
            list.indexes = (struct array){0};
        } else {
            walk_in_namespace(walk, of_classes, found);
        }
    }
    array_free(&list.indexes);
    return code;
}
