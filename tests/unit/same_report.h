/* Are two reports the same? Their images are not: each is built with a seed of its own. */
#ifndef WMI_TESTS_SAME_REPORT_H
#define WMI_TESTS_SAME_REPORT_H

#include "read_helper.h"

static inline void same_report_text(const struct report *a, uint32_t text_a, const struct report *b,
                                    uint32_t text_b) {
    const char *one = report_text(a, text_a), *other = report_text(b, text_b);
    assert_int_equal(one == NULL, other == NULL);
    if (one)
        assert_string_equal(one, other);
}

static inline void same_report_entries(const struct report *a, struct report_entries of_a,
                                       const struct report *b, struct report_entries of_b) {
    assert_int_equal(of_a.end - of_a.first, of_b.end - of_b.first);
    for (uint32_t i = 0; i < of_a.end - of_a.first; i++) {
        assert_string_equal(report_entry_value(a, of_a.first + i),
                            report_entry_value(b, of_b.first + i));
        same_report_text(a, report_entry_label(a, of_a.first + i), b,
                         report_entry_label(b, of_b.first + i));
    }
}

static inline void same_report_parameters(const struct report *a, const struct report *b,
                                          uint32_t member) {
    struct report_parameters of_a = report_parameters(a, member),
                             of_b = report_parameters(b, member);
    assert_int_equal(of_a.end - of_a.first, of_b.end - of_b.first);
    for (uint32_t i = 0; i < of_a.end - of_a.first; i++) {
        struct report_parameter one = report_parameter(a, of_a.first + i),
                                other = report_parameter(b, of_b.first + i);
        same_report_text(a, one.name, b, other.name);
        same_report_text(a, one.type, b, other.type);
        assert_int_equal(one.direction, other.direction);
        assert_int_equal(one.position, other.position);
        same_report_entries(a, report_entries(a, one.value_map), b,
                            report_entries(b, other.value_map));
    }
}

/* Do two reports say the same of every class and member, and are all found by their names? */
static inline void same_report(const struct report *a, const struct report *b) {
    assert_int_equal(a->classes.count, b->classes.count);
    assert_int_equal(a->members.count, b->members.count);
    assert_int_equal(a->builds.count, b->builds.count);
    for (uint32_t i = 0; i < a->classes.count; i++)
        same_report_text(a, report_class(a, i).text, b, report_class(b, i).text);
    for (uint32_t i = 0; i < a->members.count; i++) {
        const char *class_name =
            report_text(a, report_class(a, report_member(a, i).class_index).text);
        const struct report_kind *one = &report_kinds(a)[report_definition(a, i).kind],
                                 *other = &report_kinds(b)[report_definition(b, i).kind];
        same_report_text(a, report_member_text(a, i), b, report_member_text(b, i));
        assert_int_equal(member_of(a, class_name, report_text(a, report_member_text(a, i))),
                         member_of(b, class_name, report_text(a, report_member_text(a, i))));
        same_report_text(a, one->type, b, other->type);
        same_report_text(a, one->category, b, other->category);
        same_report_text(a, one->access, b, other->access);
        same_report_text(a, one->deprecated, b, other->deprecated);
        assert_int_equal(one->is_key, other->is_key);
        same_report_text(a, report_details(a, i).description, b, report_details(b, i).description);
        same_report_text(a, report_details(a, i).description_en, b,
                         report_details(b, i).description_en);
        same_report_entries(a, report_value_map(a, i), b, report_value_map(b, i));
        same_report_parameters(a, b, i);
        for (uint32_t build = 0; build < a->builds.count; build++) {
            assert_int_equal(report_cell(a, i, build), report_cell(b, i, build));
            assert_int_equal(report_is_inferred(a, i, build), report_is_inferred(b, i, build));
        }
    }
}

#endif
