/* Value maps and the ranges in them. */
#include "report/values.h"
#include "base/number.h"

/* --- Ranges --- */

/* Reads a whole number, moving *text past it. False where there is none or where it does not fit. */
static bool read_number(const char **text, int64_t *value) {
    struct number number;
    size_t size = number_read_signed(*text, SIZE_MAX, &number); /* the NUL ends it */
    if (!size || number.magnitude > INT64_MAX)
        return false;
    *value = number.is_negative ? -(int64_t)number.magnitude : (int64_t)number.magnitude;
    *text += size;
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

/* --- Maps --- */

struct report_entries report_entries(const struct report *report, uint32_t value_map) {
    if (!value_map)
        return (struct report_entries){0, 0};
    const struct report_value_map_columns *columns = &report->value_maps;
    return (struct report_entries){report_at(report, columns->first_entry, value_map - 1),
                                   report_at(report, columns->first_entry, value_map)};
}

struct report_entries report_value_map(const struct report *report, uint32_t member) {
    return report_entries(report, report_details(report, member).value_map);
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

uint32_t report_find_entry(const struct report *report, struct report_entries entries,
                           int64_t value) {
    uint32_t best = REPORT_NONE;
    uint64_t best_fit = UINT64_MAX;
    for (uint32_t i = entries.first; i < entries.end && best_fit > 0; i++) {
        uint64_t fit = range_fit(report_entry_value(report, i), value);
        if (fit < best_fit) {
            best_fit = fit;
            best = i;
        }
    }
    return best;
}

/* --- Parameters --- */

struct report_parameters report_parameters(const struct report *report, uint32_t member) {
    uint32_t signature = report_details(report, member).signature;
    if (!signature)
        return (struct report_parameters){0, 0};
    const struct report_signature_columns *columns = &report->signatures;
    return (struct report_parameters){report_at(report, columns->first_parameter, signature - 1),
                                      report_at(report, columns->first_parameter, signature)};
}

struct report_parameter report_parameter(const struct report *report, uint32_t index) {
    const struct report_parameter_columns *columns = &report->parameters;
    assert(index < columns->count);
    const struct report_parameter_kind_columns *kinds = &report->parameter_kinds;
    uint32_t kind = report_at(report, columns->kind, index);
    return (struct report_parameter){
        report_at(report, columns->name, index), report_at(report, kinds->type, kind),
        (enum report_direction)report_at(report, kinds->direction, kind),
        report_at(report, columns->position, index), report_at(report, columns->value_map, index)};
}

struct report_entries report_return_codes(const struct report *report, uint32_t member) {
    struct report_parameters parameters = report_parameters(report, member);
    for (uint32_t i = parameters.first; i < parameters.end; i++) {
        struct report_parameter parameter = report_parameter(report, i);
        if (parameter.position == 0)
            return report_entries(report, parameter.value_map);
    }
    return (struct report_entries){0, 0};
}
