/*
** Value maps: what the values of a property, a parameter or a return value mean; and the parameters
** of methods, which have such maps.
*/
#ifndef WMI_REPORT_VALUES_H
#define WMI_REPORT_VALUES_H

#include "report/report.h"

/* A whole number of a value map, an entry's value or what a caller asks for. */
struct report_range {
    bool has_low, has_high; /* false where the range is open or is no number */
    int64_t low, high;      /* equal for a single value; both ends count */
};

/* Reads an entry's value: `2`, `11..32767`, `0x8000..`, `..`. */
struct report_range report_range(const char *value);

/* Some of the report's entries, from the first to before the end. */
struct report_entries {
    uint32_t first, end;
};

/* The entries of a value map (index + 1); none of 0. */
struct report_entries report_entries(const struct report *report, uint32_t value_map);

/* The entries of the map that a member has in its description. */
struct report_entries report_value_map(const struct report *report, uint32_t member);

/* An entry's value as written (`2`, `11..32767`), and its label. */
static inline const char *report_entry_value(const struct report *report, uint32_t entry) {
    return report_text(report, report_at(report, report->entries.value, entry));
}

static inline uint32_t report_entry_label(const struct report *report, uint32_t entry) {
    return report_at(report, report->entries.label, entry);
}

/* The entry that stands for a number, or REPORT_NONE: one that names it alone first, then the
** narrowest range that holds it, then an open one (`32768..`), last `..`, which stands for all the
** rest. */
uint32_t report_find_entry(const struct report *report, struct report_entries entries,
                           int64_t value);

/* Some of the report's parameters, from the first to before the end. */
struct report_parameters {
    uint32_t first, end;
};

struct report_parameter {
    uint32_t name; /* a text */
    uint32_t type; /* a text; 0 where it is not known */
    enum report_direction direction;
    uint32_t position;  /* from 1; 0 for the return value */
    uint32_t value_map; /* index + 1, or 0 for none */
};

/* The parameters of a method, by position, so that the return value comes first. None where they
** are not known. */
struct report_parameters report_parameters(const struct report *report, uint32_t member);
struct report_parameter report_parameter(const struct report *report, uint32_t index);

/* What the return value of a method can say. */
struct report_entries report_return_codes(const struct report *report, uint32_t member);

#endif
