/* Look-ups on the report image. */
#include "report/report.h"
#include "base/text.h"
#include "report/slots.h"

/* --- Classes and members --- */

static bool text_at_is(const struct report *report, uint32_t text, const char *name, size_t size) {
    const char *stored = report_text(report, text);
    /* Reading `size` bytes is safe only up to the stored text's end. */
    return strlen(stored) == size && text_equal_nocase(stored, name, size);
}

uint32_t report_find(const struct report *report, const char *class_name, size_t class_size,
                     const char *member, size_t member_size) {
    const struct report_member *members = report_members(report);
    const struct report_class *classes = report_classes(report);
    uint64_t hash = slots_member_hash(text_hash_nocase(class_name, class_size),
                                      text_hash_nocase(member, member_size));
    struct slots_probe probe = slots_probe(report, report->member_slots, hash);
    for (uint32_t i; (i = slots_next(&probe)) != REPORT_NONE;) {
        if (text_at_is(report, report_definition(report, i)->text, member, member_size) &&
            text_at_is(report, classes[members[i].class_index].text, class_name, class_size))
            return i;
    }
    return REPORT_NONE;
}

uint32_t report_find_qualified(const struct report *report, const char *name, size_t size) {
    const char *end = name + size;
    for (const char *dot = name; dot < end; dot++) {
        dot = memchr(dot, '.', (size_t)(end - dot));
        if (!dot)
            break;
        uint32_t member =
            report_find(report, name, (size_t)(dot - name), dot + 1, (size_t)(end - dot - 1));
        if (member != REPORT_NONE)
            return member;
    }
    return REPORT_NONE;
}

uint32_t report_find_name(const struct report *report, const char *name, size_t size) {
    const struct report_name *names = report_names(report);
    struct slots_probe probe =
        slots_probe(report, report->name_slots, text_hash_nocase(name, size));
    for (uint32_t i; (i = slots_next(&probe)) != REPORT_NONE;) {
        if (text_at_is(report, names[i].text, name, size))
            return i;
    }
    return REPORT_NONE;
}

uint32_t report_find_class(const struct report *report, const char *name, size_t size) {
    uint32_t found = report_find_name(report, name, size);
    return found == REPORT_NONE ? REPORT_NONE : report_names(report)[found].class_index;
}

uint32_t report_class_bound(const struct report *report, const char *text, size_t size,
                            bool above) {
    const struct report_class *classes = report_classes(report);
    uint32_t low = 0, high = report->classes.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *name = report_text(report, classes[middle].text);
        int order = text_compare_nocase(name, strlen(name), text, size);
        if (order < 0 || (above && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* --- Builds --- */

uint32_t report_find_build(const struct report *report, uint32_t number) {
    const struct report_build_slot *slots = report_array(report, report->build_slots);
    uint32_t mask = report->build_slots.count - 1;
    for (uint32_t i = slots_build_hash(number) & mask; slots[i].number; i = (i + 1) & mask) {
        if (slots[i].number == number)
            return slots[i].index;
    }
    return REPORT_NONE;
}

uint32_t report_edge_build(const struct report *report, const uint32_t *list, uint32_t first,
                           uint32_t end, bool newest) {
    uint32_t builds = report->builds.count;
    for (uint32_t i = 0; i < builds; i++) {
        uint32_t build = newest ? i : builds - 1 - i;
        for (uint32_t j = first; j < end; j++)
            if (report_cell(report, list ? list[j] : j, build) == REPORT_PRESENT)
                return build;
    }
    return REPORT_NONE;
}

/* --- Value maps --- */

/* Reads a whole number, decimal or 0x, moving *text past it. False where there is none or where it
** does not fit. */
static bool read_number(const char **text, int64_t *number) {
    const char *c = *text;
    bool negative = *c == '-';
    c += negative;
    unsigned base = 10;
    if (c[0] == '0' && (c[1] == 'x' || c[1] == 'X')) {
        base = 16;
        c += 2;
    }
    uint64_t value = 0;
    const char *first = c;
    for (;; c++) {
        unsigned digit;
        if (*c >= '0' && *c <= '9')
            digit = (unsigned)(*c - '0');
        else if ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'f')
            digit = (unsigned)((*c | 0x20) - 'a') + 10;
        else
            break;
        if (digit >= base)
            break;
        if (value > ((uint64_t)INT64_MAX - digit) / base)
            return false;
        value = value * base + digit;
    }
    if (c == first)
        return false;
    *number = negative ? -(int64_t)value : (int64_t)value;
    *text = c;
    return true;
}

struct report_range report_range(const char *value) {
    struct report_range range = {0};
    const char *c = value;
    range.has_low = read_number(&c, &range.low);
    if (*c == 0) {
        range.has_high = range.has_low;
        range.high = range.low;
        return range;
    }
    if (c[0] == '.' && c[1] == '.') {
        c += 2;
        if (*c == 0)
            return range;
        range.has_high = read_number(&c, &range.high);
        if (range.has_high && *c == 0)
            return range;
    }
    return (struct report_range){0};
}

const struct report_entry *report_value_map(const struct report *report, uint32_t member,
                                            uint32_t *count) {
    const struct report_value_map *maps = report_array(report, report->value_maps);
    const struct report_entry *entries = report_array(report, report->entries);
    uint32_t map = report_definition(report, member)->value_map;
    *count = map ? maps[map - 1].entry_count : 0;
    return map ? &entries[maps[map - 1].first_entry] : NULL;
}

/* How closely a range that holds `value` fits it: smaller is closer, 0 is that value alone;
** UINT64_MAX where the range does not hold it. */
static uint64_t range_fit(const char *text, int64_t value) {
    const uint64_t half_open = UINT64_MAX - 2, rest = UINT64_MAX - 1;
    struct report_range range = report_range(text);
    if (!range.has_low && !range.has_high)
        return strcmp(text, "..") == 0 ? rest : UINT64_MAX;
    if ((range.has_low && value < range.low) || (range.has_high && value > range.high))
        return UINT64_MAX;
    if (!range.has_low || !range.has_high)
        return half_open;
    uint64_t width = (uint64_t)range.high - (uint64_t)range.low;
    return width < half_open ? width : half_open - 1;
}

const struct report_entry *report_find_entry(const struct report *report, uint32_t member,
                                             int64_t value) {
    uint32_t count;
    const struct report_entry *entries = report_value_map(report, member, &count);
    const struct report_entry *best = NULL;
    uint64_t best_fit = UINT64_MAX;
    for (uint32_t i = 0; i < count && best_fit > 0; i++) {
        uint64_t fit = range_fit(report_text(report, entries[i].value), value);
        if (fit < best_fit) {
            best_fit = fit;
            best = &entries[i];
        }
    }
    return best;
}
