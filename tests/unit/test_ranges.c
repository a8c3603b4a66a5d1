/* Value maps of a report: which entry a number means. */
#include "report/values.h"
#include "report_helper.h"

#include <stdio.h>

/* --- Value maps --- */

static void ranges_are_read(void **state) {
    (void)state;
    const struct {
        const char *value;
        struct report_range range;
    } cases[] = {
        {"2", {true, true, 2, 2}},
        {"-7", {true, true, -7, -7}},
        {"11..32767", {true, true, 11, 32767}},
        {"32768..", {true, false, 32768, 0}},
        {"..5", {false, true, 0, 5}},
        {"..", {false, false, 0, 0}},
        {"0x8000..0xFFFF", {true, true, 0x8000, 0xffff}},
        {"9223372036854775807", {true, true, INT64_MAX, INT64_MAX}},
        {"9223372036854775808", {false, false, 0, 0}},
        {"True", {false, false, 0, 0}},
        {"", {false, false, 0, 0}},
        {"1..x", {false, false, 0, 0}},
        {"0x", {false, false, 0, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report_range range = report_range(cases[i].value);
        assert_int_equal(range.has_low, cases[i].range.has_low);
        assert_int_equal(range.has_high, cases[i].range.has_high);
        if (range.has_low)
            assert_int_equal(range.low, cases[i].range.low);
        if (range.has_high)
            assert_int_equal(range.high, cases[i].range.high);
    }
}

static void a_number_means_the_narrowest_entry_that_holds_it(void **state) {
    (void)state;
    const struct builder_entry entries[] = {
        {text(".."), text("rest")}, {text("0..100"), text("wide")}, {text("5..10"), text("narrow")},
        {text("7"), text("seven")}, {text("1000.."), text("open")}, {text("0x10"), text("sixteen")},
    };
    uint64_t bit = 1;
    struct builder_row mapped = {.line = 1,
                                 .class_name = text("C"),
                                 .member = text("M"),
                                 .category = text("Property"),
                                 .entries = entries,
                                 .entry_count = sizeof entries / sizeof *entries,
                                 .map_stood = REPORT_MAP_IN_DESCRIPTION,
                                 .present = &bit,
                                 .known = &bit};
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100}, 1, false);
    assert_int_equal(builder_row(making.builder, &mapped, &making.error), ERROR_NONE);
    row(&making, "C", "Plain", "1");
    const struct report *report = finish(&making);
    const struct {
        int64_t value;
        const char *label;
    } cases[] = {{7, "seven"},    {6, "narrow"},  {50, "wide"},
                 {16, "sixteen"}, {5000, "open"}, {-1, "rest"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report_entries map = report_value_map(report, find(report, "C", "M"));
        uint32_t entry = report_find_entry(report, map, cases[i].value);
        assert_int_not_equal(entry, REPORT_NONE);
        assert_string_equal(report_text(report, report_entry_label(report, entry)), cases[i].label);
    }
    struct report_entries none = report_value_map(report, find(report, "C", "Plain"));
    assert_int_equal(report_find_entry(report, none, 1), REPORT_NONE);
    clear(&making);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_are_read),
        cmocka_unit_test(a_number_means_the_narrowest_entry_that_holds_it),
    };
    return cmocka_run_group_tests_name("ranges", tests, NULL, NULL);
}
