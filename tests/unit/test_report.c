/* The report: names, order, the image and look-ups. */
#include "report_helper.h"

/* --- Names --- */

static void names_are_found_whatever_their_case(void **state) {
    (void)state;
    const struct report *report = builtin_report();
    uint32_t member = find(report, "Msvm_ComputerSystem", "EnabledState");
    assert_int_not_equal(member, REPORT_NONE);
    assert_int_equal(find(report, "MSVM_COMPUTERSYSTEM", "enabledstate"), member);
    assert_int_equal(report_find_qualified(report, text_of("msvm_computersystem.ENABLEDSTATE")),
                     member);
    assert_int_equal(find(report, "Msvm_ComputerSystem", "EnabledStat"), REPORT_NONE);
    assert_int_equal(find(report, "Msvm_ComputerSystem", "EnabledStates"), REPORT_NONE);
    assert_int_equal(find(report, "", ""), REPORT_NONE);
}

static void every_member_is_found_by_its_names(void **state) {
    (void)state;
    const struct report *report = builtin_report();
    for (uint32_t i = 0; i < report->members.count; i++) {
        uint32_t class_index = report_member(report, i).class_index;
        const char *class_name = report_text(report, report_class(report, class_index).text);
        const char *member = report_text(report, report_definition(report, i).text);
        char qualified[256] = "";
        strncat(qualified, class_name, 120);
        strncat(qualified, ".", 2);
        strncat(qualified, member, 120);
        uint32_t first = find(report, class_name, member);
        assert_true(first <= i && i < report_namesakes_end(report, first));
        assert_int_equal(report_find_qualified(report, text_of(qualified)), first);
        uint32_t name = report_find_name(report, text_of(member));
        assert_int_equal(report_definition(report, i).name, name);
        struct report_name found = report_name(report, name);
        bool bears = false;
        for (uint32_t j = 0; j < found.bearer_count; j++)
            bears |= report_bearer(report, found.first_bearer + j) == i;
        assert_true(bears);
    }
}

static void a_name_with_a_nul_in_it_is_no_other_name(void **state) {
    (void)state;
    const struct report *report = builtin_report();
    assert_int_equal(report_find(report, text_of("Msvm_Memory"), (struct text){"Name\0", 5}),
                     REPORT_NONE);
    assert_int_equal(report_find_name(report, (struct text){"Name\0x", 6}), REPORT_NONE);
}

static void dots_in_names_do_not_confuse_qualified_names(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100}, 1, false);
    row(&making, "a.b", "c", "1");
    row(&making, "x", "y.z", "0");
    const struct report *report = finish(&making);
    assert_int_equal(report_find_qualified(report, text_of("A.B.C")), find(report, "a.b", "c"));
    assert_int_equal(report_find_qualified(report, text_of("X.Y.Z")), find(report, "x", "y.z"));
    assert_true(report->odd_names & REPORT_DOTTED_NAMES);
    assert_false(report->odd_names & REPORT_NUMERIC_NAMES);
    clear(&making);
}

static void names_that_look_like_numbers_are_noted(void **state) {
    (void)state;
    const char *const names[] = {"0123", " 5", "-1", "+1e3", ".5"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct making making;
        start(&making);
        source(&making, "a", (uint32_t[]){26100}, 1, false);
        row(&making, "Class", names[i], "1");
        assert_true(finish(&making)->odd_names & REPORT_NUMERIC_NAMES);
        clear(&making);
    }
    assert_int_equal(builtin_report()->odd_names, REPORT_NAMESAKES);
}

/* --- Order and image --- */

static void members_stand_in_nocase_order(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100}, 1, false);
    row(&making, "b", "Y", "1");
    row(&making, "B_", "a", "1");
    row(&making, "a", "z", "1");
    row(&making, "B", "x", "1");
    const struct report *report = finish(&making);
    const char *const order[] = {"z", "x", "Y", "a"};
    assert_int_equal(report->members.count, 4);
    assert_int_equal(report->classes.count, 3);
    for (uint32_t i = 0; i < 4; i++)
        assert_string_equal(report_text(report, report_definition(report, i).text), order[i]);
    clear(&making);
}

static void an_image_may_stand_anywhere(void **state) {
    (void)state;
    const struct report *report = builtin_report();
    struct report *copy = memory_alloc(report->size);
    assert_non_null(copy);
    memcpy(copy, report, report->size);
    assert_int_equal(find(copy, "msvm_memory", "caption"), find(report, "Msvm_Memory", "Caption"));
    assert_int_equal(report_find_build(copy, 22631), report_find_build(report, 22631));
    memory_free(copy);
}

static void more_builds_than_a_word_has_bits(void **state) {
    (void)state;
    uint32_t builds[150];
    char cells[151] = {0};
    struct making making;
    start(&making);
    for (uint32_t i = 0; i < 150; i++) {
        builds[i] = 1000 + i;
        cells[i] = "10?"[i % 3];
    }
    source(&making, "wide", builds, 150, false);
    row(&making, "c", "m", cells);
    const struct report *report = finish(&making);
    assert_int_equal(report->builds.count, 150);
    for (uint32_t i = 0; i < 150; i++) {
        uint32_t build = report_find_build(report, 1000 + i);
        assert_int_equal(build, 149 - i);
        assert_int_equal(report_cell(report, 0, build), i % 3 == 0   ? REPORT_PRESENT
                                                        : i % 3 == 1 ? REPORT_ABSENT
                                                                     : REPORT_UNKNOWN);
    }
    clear(&making);
}

static void too_many_builds_are_an_error(void **state) {
    (void)state;
    static uint32_t builds[REPORT_BUILDS_MAX + 1];
    struct making making;
    start(&making);
    assert_int_equal(builder_source(making.builder, "a.csv", builds, REPORT_BUILDS_MAX + 1, false,
                                    &making.error),
                     ERROR_INPUT);
    assert_string_equal(making.error.message, "a.csv: found 901 builds, expected at most 900");
    builder_free(making.builder);
    clear(&making);
}

static void a_report_without_rows_is_an_error(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100}, 1, false);
    assert_null(finish(&making));
    assert_int_equal(making.code, ERROR_INPUT);
    clear(&making);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_whatever_their_case),
        cmocka_unit_test(every_member_is_found_by_its_names),
        cmocka_unit_test(a_name_with_a_nul_in_it_is_no_other_name),
        cmocka_unit_test(dots_in_names_do_not_confuse_qualified_names),
        cmocka_unit_test(names_that_look_like_numbers_are_noted),
        cmocka_unit_test(members_stand_in_nocase_order),
        cmocka_unit_test(an_image_may_stand_anywhere),
        cmocka_unit_test(more_builds_than_a_word_has_bits),
        cmocka_unit_test(too_many_builds_are_an_error),
        cmocka_unit_test(a_report_without_rows_is_an_error),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
