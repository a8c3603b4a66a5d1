#include "script/found.h"

#include "base/memory.h"
#include "base/text.h"
#include "script/about.h"
#include "script/heir.h"
#include "script/owner.h"
#include "script/place.h"

#include <assert.h>

/* --- Classes --- */

/* A class name's first letter and length, as a bit of `shapes`: most words of a script are told
** from class names by it alone. */
static unsigned shape_of(const char *name, size_t size) {
    return ((unsigned char)*name & 31u) << 6 | (unsigned)(size < 63 ? size : 63);
}

bool found_start(struct script_found *found, const struct report *report, const char *text,
                 size_t size) {
    *found = (struct script_found){.report = report, .text = text, .size = size};
    size_t words = report->classes.count / 64 + 1;
    found->used = memory_alloc(words * sizeof *found->used);
    found->failed = !found->used;
    if (found->failed)
        return false;
    memset(found->used, 0, words * sizeof *found->used);
    for (uint32_t i = 0; i < report->classes.count; i++) {
        const char *name = report_text(report, report_class(report, i).text);
        if (name && *name) {
            unsigned shape = shape_of(name, strlen(name));
            found->shapes[shape / 64] |= UINT64_C(1) << (shape % 64);
        }
    }
    return true;
}

void found_again(struct script_found *found) {
    found->rows.count = found->owners.count = 0;
    found->prefixes = 0;
    found->spaces = (struct script_spaces){0};
    memset(found->used, 0, (found->report->classes.count / 64 + 1) * sizeof *found->used);
}

void found_free(struct script_found *found) {
    memory_free(found->used);
    array_free(&found->rows);
    array_free(&found->owners);
}

uint32_t found_find_class(const struct script_found *found, const char *name, size_t size) {
    if (!size)
        return VALUE_UNKNOWN;
    unsigned shape = shape_of(name, size);
    if (!(found->shapes[shape / 64] >> (shape % 64) & 1))
        return VALUE_UNKNOWN;
    uint32_t class_index = report_find_class(found->report, (struct text){name, size});
    return class_index == REPORT_NONE ? VALUE_UNKNOWN : class_index;
}

const char *found_class_name(const struct script_found *found, uint32_t class_index) {
    return report_text(found->report, report_class(found->report, class_index).text);
}

uint32_t found_find_member(const struct script_found *found, uint32_t class_index, const char *name,
                           size_t size) {
    const char *text = found_class_name(found, class_index);
    return report_find(found->report, text_of(text), (struct text){name, size});
}

/* --- Adding --- */

static struct script_row *rows_of(const struct script_found *found) {
    return found->rows.items;
}

static void append(struct script_found *found, struct script_row row) {
    uint32_t index;
    if (!found->failed)
        found->failed = array_append(&found->rows, &row, 1, sizeof row, &index) != ERROR_NONE;
}

/* Rows come in the order of the text. A name that is only understood after what stands behind it is
** given up. */
static bool add_row(struct script_found *found, struct script_row row) {
    size_t count = found->rows.count;
    if (count && row.name <= rows_of(found)[count - 1].name)
        return false;
    append(found, row);
    return true;
}

void found_add_class(struct script_found *found, const char *name, size_t size,
                     uint32_t class_index) {
    if (found->failed)
        return;
    found->used[class_index / 64] |= UINT64_C(1) << (class_index % 64);
    found->prefixes |= 1u << (*name & 31);
    add_row(found,
            (struct script_row){
                .name = name, .size = (uint32_t)size, .of = class_index, .member = REPORT_NONE});
}

/* --- Names that few bear --- */

/* How many capitals begin a part of it: EnabledState has two, VRAMSizeBytes three. */
static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

static unsigned count_parts_of(const char *name, size_t size) {
    unsigned parts = 0;
    for (size_t i = 0; i < size; i++) {
        bool begins = !i || !is_capital(name[i - 1]) ||
                      (i + 1 < size && is_letter(name[i + 1]) && !is_capital(name[i + 1]));
        parts += is_capital(name[i]) && begins;
    }
    return parts;
}

static unsigned count_parts(const char *name) {
    return count_parts_of(name, strlen(name));
}

/* May a value that is not known be an instance of the few classes that bear the name? */
static bool is_rare(const struct report *report, uint32_t name, unsigned bearers) {
    struct report_name bearing = report_name(report, name);
    return bearing.bearer_count <= bearers && count_parts(report_text(report, bearing.text)) >= 2;
}

enum {
    USED_PARTS_MIN = 2, /* of a name that one class alone bears, which stands in the script */
    SOLE_SIZE_MIN = 8,  /* shorter ones have no three parts */
    SOLE_PARTS_MIN = 3, /* of a name that is believed of a class that does not */
    BEARERS_MAX = 64,   /* of a name that is looked at */
};

/* The class that alone bears the name, but for the general ones (CIM_…) that it may have it from;
** as an index into the members, or REPORT_NONE. */
static uint32_t sole_bearer(const struct script_found *found, struct report_name name) {
    uint32_t sole = REPORT_NONE, first = name.first_bearer;
    for (uint32_t i = 0; i < name.bearer_count && name.bearer_count <= BEARERS_MAX; i++) {
        uint32_t bearer = report_bearer(found->report, first + i);
        uint32_t class_index = report_member(found->report, bearer).class_index;
        if (name.bearer_count > 1 &&
            text_starts((struct text){found_class_name(found, class_index), 4}, "cim_"))
            continue;
        if (sole != REPORT_NONE)
            return REPORT_NONE;
        sole = bearer;
    }
    return sole;
}

/* Does a class of that one's kind, by its prefix, stand in the script? Virtual machines' have names
** that are no other's, in a script that is about WMI. */
static bool is_at_home(struct script_found *found, uint32_t class_index) {
    const char *name = found_class_name(found, class_index);
    if (found->prefixes >> (*name & 31) & 1)
        return true;
    if (found->about == ABOUT_UNASKED)
        found->about = about_wmi(found->text, found->size) ? ABOUT_WMI : ABOUT_OTHERS;
    return found->about == ABOUT_WMI && text_starts(text_of(name), "msvm_");
}

/* The member of that name that an unknown value's is believed to be, or REPORT_NONE. */
static uint32_t likely_member(struct script_found *found, uint32_t name, struct text text) {
    const struct report *report = found->report;
    struct report_name bearing = report_name(report, name);
    const char *spelt = report_text(report, bearing.text);
    unsigned parts = count_parts(spelt);
    if (parts < USED_PARTS_MIN || memcmp(spelt, text.text, text.size) != 0)
        return REPORT_NONE; /* in other letters it is another's */
    uint32_t sole = sole_bearer(found, bearing);
    if (sole == REPORT_NONE)
        return REPORT_NONE;
    uint32_t class_index = report_member(report, sole).class_index;
    if (parts >= SOLE_PARTS_MIN && is_at_home(found, class_index))
        return sole;
    return found->used[class_index / 64] >> (class_index % 64) & 1 ? sole : REPORT_NONE;
}

uint32_t found_teller(struct script_found *found, const char *name, size_t size) {
    uint32_t index = report_find_name(found->report, (struct text){name, size});
    uint32_t member =
        index == REPORT_NONE ? REPORT_NONE : likely_member(found, index, (struct text){name, size});
    return member == REPORT_NONE ? VALUE_UNKNOWN : report_member(found->report, member).class_index;
}

enum { WEAK_BEARERS_MAX = 40 }; /* a variable of that name is of one class elsewhere */

/* The member of that name in the class of the value, *of, or else in the other class that it may be
** of; REPORT_NONE where neither has one. Where both have, *other is that of the other. */
static uint32_t find_in_either(const struct script_found *found, struct script_value value,
                               const char *name, size_t size, uint32_t *of, uint32_t *other) {
    uint32_t member = found_find_member(found, value.of, name, size);
    *other = REPORT_NONE;
    if (!value.also)
        return member;
    uint32_t also = found_find_member(found, value.also - 1, name, size);
    if (member == REPORT_NONE) {
        *of = value.also - 1;
        return also;
    }
    *other = also;
    return member;
}

/* The member of that name which an instance of the class, *of, has as one of a class below it. */
static uint32_t find_in_heir(struct script_found *found, uint32_t class_index, const char *name,
                             size_t size, uint32_t *of) {
    uint32_t index = report_find_name(found->report, (struct text){name, size});
    if (index == REPORT_NONE)
        return REPORT_NONE;
    struct script_heir *last = &found->heirs[(class_index ^ index) % HEIRS_KEPT];
    if (!last->asked || last->class_index != class_index || last->name != index)
        *last = (struct script_heir){class_index, index,
                                     heir_member(found->report, class_index, index), true};
    if (last->member != REPORT_NONE)
        *of = report_member(found->report, last->member).class_index;
    return last->member;
}

uint32_t found_add_member(struct script_found *found, const char *name, size_t size,
                          struct script_value value, uint32_t owner, uint32_t variable) {
    if (value.of == VALUE_OTHER || value_is_result(value) || !size || size > UINT16_MAX)
        return REPORT_NONE;
    struct script_row row = {.name = name,
                             .size = (uint32_t)size,
                             .of = value.of,
                             .member = REPORT_NONE,
                             .owner = owner,
                             .space = value.space ? value.space : found->spaces.here,
                             .variable = variable};
    uint32_t member = REPORT_NONE, other = REPORT_NONE;
    if (value_is_class(value) && !(value.flags & VALUE_WEAK)) {
        row.member = member = find_in_either(found, value, name, size, &row.of, &other);
        if (member == REPORT_NONE && !value.also)
            row.member = find_in_heir(found, value.of, name, size, &row.of);
        if (row.member == REPORT_NONE && !value.also && size >= SOLE_SIZE_MIN) {
            uint32_t of = found_teller(found, name, size); /* it is another class's alone */
            if (of != VALUE_UNKNOWN && count_parts_of(name, size) >= SOLE_PARTS_MIN) {
                row.of = of;
                row.member = found_find_member(found, of, name, size);
            }
        }
        if (row.member == REPORT_NONE) { /* unless the variable is another one's: found_rebind() */
            row.member =
                variable ? report_find_name(found->report, (struct text){name, size}) : REPORT_NONE;
            row.of = VALUE_PENDING;
            row.owner = 0;
            if (row.member == REPORT_NONE)
                return REPORT_NONE;
        }
    } else {
        row.member = report_find_name(found->report, (struct text){name, size});
        if (row.member == REPORT_NONE || !report_name(found->report, row.member).bearer_count)
            return REPORT_NONE;
        if (value_is_class(value)) {
            if (is_rare(found->report, row.member, WEAK_BEARERS_MAX))
                member = found_find_member(found, value.of, name, size);
            if (member == REPORT_NONE)
                row.of = VALUE_UNKNOWN;
            else
                row.member = member;
        }
    }
    if (add_row(found, row) && other != REPORT_NONE) {
        row.member = other;
        row.of = value.also - 1;
        append(found, row);
    }
    return member;
}

void found_add_known(struct script_found *found, const char *name, size_t size,
                     uint32_t class_index, uint32_t member) {
    add_row(found, (struct script_row){.name = name,
                                       .size = (uint32_t)size,
                                       .of = class_index,
                                       .member = member,
                                       .space = found->spaces.here});
}

void found_say(struct script_found *found, size_t first, uint32_t inherited, uint32_t space) {
    for (size_t i = first; i < found->rows.count; i++)
        if (rows_of(found)[i].space == inherited)
            rows_of(found)[i].space = space;
}

void found_rebind(struct script_found *found, size_t first, uint32_t variable,
                  uint32_t class_index) {
    size_t count = found->rows.count;
    if (count > FOUND_REBOUND_MAX && first < count - FOUND_REBOUND_MAX)
        first = count - FOUND_REBOUND_MAX;
    for (size_t i = first; i < count; i++) {
        struct script_row *row = &rows_of(found)[i];
        if (row->variable != variable)
            continue;
        row->member = found_find_member(found, class_index, row->name, row->size);
        row->of = row->member == REPORT_NONE ? VALUE_OTHER : class_index;
    }
}

/* --- Finishing --- */

/* The owner of a row is known by now. */
static void give_to_owner(const struct script_found *found, struct script_row *row) {
    row->of = owner_owns(found, row->owner);
    if (row->of >= VALUE_CLASSES)
        return;
    row->member = found_find_member(found, row->of, row->name, row->size);
    if (row->member == REPORT_NONE)
        row->of = VALUE_OTHER;
}

/* Says what the rows are that are not known yet; the others are left as they are. */
static void decide_rows(struct script_found *found) {
    for (size_t i = 0; i < found->rows.count; i++) {
        struct script_row *row = &rows_of(found)[i];
        if (row->of == VALUE_PENDING)
            give_to_owner(found, row);
        if (row->of != VALUE_UNKNOWN)
            continue;
        row->of = VALUE_OTHER;
        uint32_t name = report_find_name(found->report, (struct text){row->name, row->size});
        assert(name != REPORT_NONE); /* else the row was not added */
        uint32_t member = likely_member(found, name, (struct text){row->name, row->size});
        if (member == REPORT_NONE)
            continue;
        row->member = member;
        row->of = report_member(found->report, member).class_index;
    }
}

int found_finish(struct script_found *found, const char *text, size_t size,
                 struct script_reference **references, size_t *count) {
    *references = NULL;
    *count = 0;
    if (found->failed)
        return found->stopped ? ERROR_INTERRUPT : ERROR_MEMORY;
    decide_rows(found);
    size_t kept = 0;
    for (size_t i = 0; i < found->rows.count; i++)
        kept += rows_of(found)[i].of < VALUE_CLASSES;
    if (!kept)
        return ERROR_NONE;
    struct script_reference *items = NULL;
    if (kept < SIZE_MAX / sizeof *items)
        items = memory_alloc(kept * sizeof *items);
    if (!items)
        return ERROR_MEMORY;
    struct script_place place = place_start(text, size);
    for (size_t i = 0; i < found->rows.count; i++) {
        const struct script_row *row = &rows_of(found)[i];
        if (row->of >= VALUE_CLASSES)
            continue;
        struct script_reference *reference = &items[(*count)++];
        *reference = (struct script_reference){.class_index = row->of, .member = row->member};
        space_decide(&found->spaces, found->report, row->space, reference);
        reference->class_name = found_class_name(found, reference->class_index);
        if (row->member != REPORT_NONE)
            reference->member_name = report_text(
                found->report, report_definition(found->report, reference->member).text);
        place_find(&place, row->name, reference);
    }
    *references = items;
    return ERROR_NONE;
}
