#include "script/heir.h"

#include "base/text.h"

enum {
    ANCESTORS_MAX = 16,
    BEARERS_MAX = 128, /* of a name that is looked at */
};

static const char *name_of(const struct report *report, uint32_t class_index) {
    return report_text(report, report_class(report, class_index).text);
}

/* The class of that name in the namespace of another. */
static uint32_t find_beside(const struct report *report, const char *name, uint32_t other) {
    uint32_t namespace_name = report_class(report, other).namespace_name;
    uint32_t first = report_find_class(report, text_of(name));
    if (first == REPORT_NONE)
        return REPORT_NONE;
    uint32_t end = report_classes_end(report, first);
    for (uint32_t i = first; i < end; i++)
        if (report_class(report, i).namespace_name == namespace_name)
            return i;
    return REPORT_NONE;
}

static bool descends(const struct report *report, uint32_t class_index, const char *ancestor) {
    for (unsigned i = 0; i < ANCESTORS_MAX && class_index != REPORT_NONE; i++) {
        const char *name =
            report_text(report, report_at(report, report->classes.superclass, class_index));
        if (!name)
            return false;
        if (text_is(text_of(name), ancestor))
            return true;
        class_index = find_beside(report, name, class_index);
    }
    return false;
}

uint32_t heir_member(const struct report *report, uint32_t class_index, uint32_t name) {
    struct report_name bearing = report_name(report, name);
    const char *ancestor = name_of(report, class_index);
    uint32_t sole = REPORT_NONE;
    if (bearing.bearer_count > BEARERS_MAX || !text_starts(text_of(ancestor), "cim_"))
        return REPORT_NONE;
    for (uint32_t i = 0; i < bearing.bearer_count; i++) {
        uint32_t member = report_bearer(report, bearing.first_bearer + i);
        if (!descends(report, report_member(report, member).class_index, ancestor))
            continue;
        if (sole != REPORT_NONE)
            return REPORT_NONE;
        sole = member;
    }
    return sole;
}
