/* Look-ups on the report image. */
#include "report/report.h"
#include "base/text.h"
#include "report/slots.h"

/* --- The hash indexes --- */

struct slots_probe {
    const struct report *report;
    const struct report_slot_columns *slots;
    uint32_t position;
    uint32_t tag; /* the bits of the hash that a matching slot bears */
};

static struct slots_probe slots_probe(const struct report *report,
                                      const struct report_slot_columns *slots, uint64_t hash) {
    return (struct slots_probe){report, slots, slots_position(hash, slots->count),
                                slots_tag(hash, slots->index_mask)};
}

/* The next element that may be the one that is looked for, or REPORT_NONE. */
static uint32_t slots_next(struct slots_probe *probe) {
    const struct report_slot_columns *slots = probe->slots;
    for (;;) {
        uint32_t slot = report_at(probe->report, slots->slot, probe->position);
        if (slot == 0)
            return REPORT_NONE;
        probe->position = probe->position + 1 == slots->count ? 0 : probe->position + 1;
        if ((slot & ~slots->index_mask) == probe->tag)
            return (slot & slots->index_mask) - 1;
    }
}

static bool text_at_is(const struct report *report, uint32_t text, struct text name) {
    const char *stored = report_text(report, text);
    /* Reading so many bytes is safe only up to the stored text's end. */
    return strlen(stored) == name.size && text_equal_nocase(stored, name.text, name.size);
}

/* --- Classes and members --- */

uint32_t report_find(const struct report *report, struct text class_name, struct text member) {
    uint64_t hash =
        slots_member_hash(text_hash_nocase(report->seed, class_name.text, class_name.size),
                          text_hash_nocase(report->seed, member.text, member.size));
    struct slots_probe probe = slots_probe(report, &report->member_slots, hash);
    for (uint32_t i; (i = slots_next(&probe)) != REPORT_NONE;) {
        uint32_t class_index = report_at(report, report->members.class_index, i);
        if (text_at_is(report, report_member_text(report, i), member) &&
            text_at_is(report, report_at(report, report->classes.text, class_index), class_name))
            return i;
    }
    return REPORT_NONE;
}

static uint32_t name_of(const struct report *report, uint32_t member) {
    return report_at(report, report->definitions.name,
                     report_at(report, report->members.definition, member));
}

/* Members of one class bear different names, so only where the class changes may a namesake stand. */
static bool are_namesakes(const struct report *report, uint32_t member, uint32_t next) {
    uint32_t class_index = report_at(report, report->members.class_index, member);
    uint32_t next_class = report_at(report, report->members.class_index, next);
    return class_index != next_class &&
           report_at(report, report->classes.name, class_index) ==
               report_at(report, report->classes.name, next_class) &&
           name_of(report, member) == name_of(report, next);
}

uint32_t report_namesakes_end(const struct report *report, uint32_t member) {
    uint32_t end = member + 1;
    if (report->odd_names & REPORT_NAMESAKES)
        while (end < report->members.count && are_namesakes(report, member, end))
            end++;
    return end;
}

uint32_t report_find_name(const struct report *report, struct text name) {
    uint64_t hash = text_hash_nocase(report->seed, name.text, name.size);
    struct slots_probe probe = slots_probe(report, &report->name_slots, hash);
    for (uint32_t i; (i = slots_next(&probe)) != REPORT_NONE;) {
        if (text_at_is(report, report_at(report, report->names.text, i), name))
            return i;
    }
    return REPORT_NONE;
}

uint32_t report_find_class(const struct report *report, struct text name) {
    uint32_t found = report_find_name(report, name);
    return found == REPORT_NONE ? REPORT_NONE : report_name(report, found).class_index;
}

uint32_t report_classes_end(const struct report *report, uint32_t class_index) {
    uint32_t name = report_at(report, report->classes.name, class_index);
    do
        class_index++;
    while (class_index < report->classes.count &&
           report_at(report, report->classes.name, class_index) == name);
    return class_index;
}

bool report_class_is_in(const struct report *report, uint32_t class_index,
                        struct text namespace_name) {
    uint32_t text = report_at(report, report->classes.namespace_name, class_index);
    if (!text || !namespace_name.text)
        return !text && !namespace_name.text;
    return text_at_is(report, text, namespace_name);
}

uint32_t report_class_bound(const struct report *report, struct text text, bool above) {
    uint32_t low = 0, high = report->classes.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *name = report_text(report, report_at(report, report->classes.text, middle));
        int order = text_compare_nocase(text_of(name), text);
        if (order < 0 || (above && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t report_members_before(const struct report *report, uint32_t class_index) {
    if (class_index == report->classes.count)
        return report->members.count;
    return report_at(report, report->classes.first_member, class_index);
}

/* --- Qualified names --- */

struct report_qualified report_qualified(const struct report *report, struct text name) {
    return (struct report_qualified){report, name, 0, report->names.count, 0};
}

/* The first of the names whose letter at `at` is not below `letter`; they share all before it. */
static uint32_t letter_bound(const struct report_qualified *qualified, unsigned letter) {
    const struct report *report = qualified->report;
    uint32_t low = qualified->first, high = qualified->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *name = report_text(report, report_at(report, report->names.text, middle));
        if (text_fold(name[qualified->at]) < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Reads up to the next dot behind the name of a class, narrowing the names that begin so letter by
** letter. The class, with `at` behind the dot, or REPORT_NONE. */
static uint32_t next_class(struct report_qualified *qualified) {
    const struct report *report = qualified->report;
    struct text name = qualified->name;
    while (qualified->at < name.size && qualified->first < qualified->end) {
        char c = name.text[qualified->at];
        uint32_t shortest = qualified->first; /* the name itself comes before what is longer */
        const char *text = report_text(report, report_at(report, report->names.text, shortest));
        bool is_name = c == '.' && text[qualified->at] == 0;
        /* A NUL is in no name; as a letter it would stand for the end of one. */
        uint32_t first = c ? letter_bound(qualified, text_fold(c)) : qualified->end;
        qualified->end = letter_bound(qualified, text_fold(c) + 1u);
        qualified->first = first;
        qualified->at++;
        if (is_name && report_name(report, shortest).class_index != REPORT_NONE)
            return report_name(report, shortest).class_index;
    }
    return REPORT_NONE;
}

uint32_t report_qualified_next(struct report_qualified *qualified) {
    const struct report *report = qualified->report;
    uint32_t class_index;
    while ((class_index = next_class(qualified)) != REPORT_NONE) {
        struct text name = qualified->name;
        uint32_t member =
            report_find(report, (struct text){name.text, qualified->at - 1},
                        (struct text){name.text + qualified->at, name.size - qualified->at});
        if (member != REPORT_NONE)
            return member;
    }
    return REPORT_NONE;
}

uint32_t report_find_qualified(const struct report *report, struct text name) {
    if (report->odd_names & REPORT_DOTTED_NAMES) {
        struct report_qualified qualified = report_qualified(report, name);
        return report_qualified_next(&qualified);
    }
    const char *dot = memchr(name.text, '.', name.size);
    if (!dot)
        return REPORT_NONE;
    size_t size = (size_t)(dot - name.text);
    struct text member = {dot + 1, name.size - size - 1};
    if (memchr(member.text, '.', member.size))
        return REPORT_NONE;
    return report_find(report, (struct text){name.text, size}, member);
}

/* --- Builds --- */

uint32_t report_find_build(const struct report *report, uint32_t number) {
    const struct report_build_slot *slots = report_array(report, report->build_slots);
    uint32_t capacity = report->build_slots.count;
    for (uint32_t i = slots_build_position(number, capacity); slots[i].number;
         i = i + 1 == capacity ? 0 : i + 1) {
        if (slots[i].number == number)
            return slots[i].index;
    }
    return REPORT_NONE;
}

uint32_t report_edge_build(const struct report *report, uint32_t member, bool newest) {
    uint32_t pattern = report_pattern_of(report, member), builds = report->builds.count;
    for (uint32_t i = 0; i < builds; i++) {
        uint32_t build = newest ? i : builds - 1 - i;
        if (report_pattern_cell(report, pattern, build) == REPORT_PRESENT)
            return build;
    }
    return REPORT_NONE;
}
