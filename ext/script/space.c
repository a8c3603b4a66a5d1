#include "script/space.h"

/* --- What was said --- */

static bool is_separator(char c) {
    return c == '\\' || c == '/';
}

static bool is_name(char c) {
    return is_letter(c) || is_digit(c) || c == '_';
}

static uint32_t add(struct script_spaces *spaces, const struct script_space *space) {
    for (uint32_t i = 0; i < spaces->count; i++)
        if (spaces->items[i].size == space->size &&
            text_equal_nocase(spaces->items[i].name, space->name, space->size))
            return i + 1;
    if (spaces->count == SPACES_MAX)
        return 0;
    spaces->items[spaces->count++] = *space;
    return spaces->count;
}

/* Reads root\a\b at the start of the text; its separators may be written twice, or as /. */
static bool read_space(const char *at, const char *end, struct script_space *space) {
    space->size = 0;
    while (at < end && space->size < SPACE_SIZE_MAX) {
        if (is_name(*at)) {
            space->name[space->size++] = *at++;
            continue;
        }
        const char *next = at;
        while (next < end && is_separator(*next))
            next++;
        if (next == at || next == end || !is_name(*next))
            break;
        space->name[space->size++] = '\\';
        at = next;
    }
    return space->size > 5 && space->name[4] == '\\';
}

uint32_t space_find(struct script_spaces *spaces, struct text text) {
    const char *end = text.text + text.size;
    for (const char *at = text.text; end - at > 5; at++) {
        bool begins = at == text.text || !is_name(at[-1]);
        if (!begins || (*at | 32) != 'r' ||
            !text_starts((struct text){at, (size_t)(end - at)}, "root") || !is_separator(at[4]))
            continue;
        struct script_space space;
        if (read_space(at, end, &space))
            return add(spaces, &space);
    }
    return 0;
}

uint32_t space_default(struct script_spaces *spaces) {
    static const char name[] = "root\\cimv2";
    return space_find(spaces, (struct text){name, sizeof name - 1});
}

/* --- What is meant --- */

/* Is the namespace of the class one below this? root\virtualization is not root\virtualization\v2.
*/
static bool is_below(const struct report *report, uint32_t class_index,
                     const struct script_space *space) {
    const char *name = report_text(report, report_class(report, class_index).namespace_name);
    return name && strlen(name) > space->size && name[space->size] == '\\' &&
           text_equal_nocase(name, space->name, space->size);
}

/* The namesake of the class in that namespace, or REPORT_NONE. */
static uint32_t find_in(const struct report *report, uint32_t class_index, const char *space,
                        size_t size) {
    uint32_t end = report_classes_end(report, class_index);
    for (uint32_t i = class_index; i < end; i++)
        if (report_class_is_in(report, i, (struct text){space, size}))
            return i;
    return REPORT_NONE;
}

/* The first of its namesakes. */
static uint32_t first_namesake(const struct report *report, uint32_t class_index) {
    struct report_class it = report_class(report, class_index);
    return report_name(report, it.name).class_index;
}

/* The member of that name in the class, or else the one that there is. */
static uint32_t member_in(const struct report *report, uint32_t class_index, uint32_t member) {
    uint32_t end = report_namesakes_end(report, member);
    for (uint32_t i = member; i < end; i++)
        if (report_member(report, i).class_index == class_index)
            return i;
    return member;
}

void space_decide(const struct script_spaces *spaces, const struct report *report, uint32_t space,
                  struct script_reference *reference) {
    static const char usual[] = "root\\cimv2";
    const struct script_space *said = space ? &spaces->items[space - 1] : NULL;
    uint32_t first = first_namesake(report, reference->class_index), meant = REPORT_NONE;
    bool alone = report_classes_end(report, first) == first + 1;
    if (alone)
        meant = first;
    else if (said)
        meant = find_in(report, first, said->name, said->size);
    if (meant == REPORT_NONE)
        meant = find_in(report, first, usual, sizeof usual - 1);
    bool known = meant != REPORT_NONE && !(said && is_below(report, meant, said));
    if (meant == REPORT_NONE)
        meant = first;
    if (reference->member != REPORT_NONE) {
        reference->member = member_in(report, meant, reference->member);
        meant = report_member(report, reference->member).class_index;
    }
    reference->class_index = meant;
    if (known)
        reference->namespace_name = report_text(report, report_class(report, meant).namespace_name);
}
