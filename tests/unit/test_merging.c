/* What merging makes of rows and sources, and how the builds of a report answer. */
#include "report_helper.h"

/* --- Merging --- */

static void rows_that_differ_in_case_are_one_member(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){14393, 26100}, 2, false);
    full_row(&making, "C", "OWningEntity", "10", "Old", "old");
    full_row(&making, "C", "OwningEntity", "01", "New", NULL);
    const struct report *report = finish(&making);
    assert_int_equal(report->members.count, 1);
    assert_int_equal(report->rows_read, 2);
    assert_int_equal(report->rows_merged, 1);
    assert_int_equal(report_cell(report, 0, report_find_build(report, 14393)), REPORT_PRESENT);
    assert_int_equal(report_cell(report, 0, report_find_build(report, 26100)), REPORT_PRESENT);
    struct report_definition definition = report_definition(report, 0);
    assert_string_equal(report_text(report, definition.text), "OwningEntity");
    assert_string_equal(report_text(report, report_kinds(report)[definition.kind].type), "New");
    assert_string_equal(report_text(report, report_details(report, 0).description), "old");
    clear(&making);
}

static void rows_of_one_spelling_that_contradict_are_an_error(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a.csv", (uint32_t[]){26100, 14393}, 2, false);
    row(&making, "C", "M", "1?");
    row(&making, "c", "M", "01");
    source(&making, "b.csv", (uint32_t[]){14393, 26100}, 2, false);
    row(&making, "C", "N", "11");
    row(&making, "C", "M", "?0");
    assert_null(finish(&making));
    assert_int_equal(making.code, ERROR_INPUT);
    assert_string_equal(
        making.error.message,
        "b.csv:3: column 26100: found C.M absent, expected it available as a.csv:2 says");
    clear(&making);
}

static void sources_of_different_builds_leave_the_others_unknown(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100}, 1, false);
    row(&making, "C", "M", "1");
    row(&making, "C", "OnlyA", "1");
    source(&making, "b", (uint32_t[]){14393}, 1, false);
    row(&making, "C", "M", "0");
    const struct report *report = finish(&making);
    assert_int_equal(report->builds.count, 2);
    assert_int_equal(report_cell(report, find(report, "C", "M"), 0), REPORT_PRESENT);
    assert_int_equal(report_cell(report, find(report, "C", "M"), 1), REPORT_ABSENT);
    assert_int_equal(report_cell(report, find(report, "C", "OnlyA"), 1), REPORT_UNKNOWN);
    assert_int_equal(report->available, 2);
    assert_int_equal(report->absent, 1);
    assert_int_equal(report->unknown, 1);
    clear(&making);
}

static void what_a_complete_source_lacks_is_absent(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "26100.csv", (uint32_t[]){26100}, 1, true);
    row(&making, "C", "New", "1");
    source(&making, "14393.csv", (uint32_t[]){14393}, 1, true);
    row(&making, "C", "Old", "1");
    const struct report *report = finish(&making);
    assert_int_equal(report_cell(report, find(report, "C", "New"), 1), REPORT_ABSENT);
    assert_int_equal(report_cell(report, find(report, "C", "Old"), 0), REPORT_ABSENT);
    clear(&making);
}

/* --- Builds --- */

static uint32_t resolved(const struct report *report, uint32_t number) {
    uint32_t index = report_find_build(report, number);
    return index == REPORT_NONE ? 0 : report_builds(report)[index].number;
}

static void a_build_is_answered_by_one_of_its_core(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){26100, 19045, 19041, 77777}, 4, false);
    row(&making, "C", "M", "1111");
    const struct report *report = finish(&making);
    assert_int_equal(resolved(report, 26200), 26100); /* the nearest older one */
    assert_int_equal(resolved(report, 19042), 19045); /* the nearest newer one before it */
    assert_int_equal(resolved(report, 19041), 19041); /* itself before all */
    assert_int_equal(resolved(report, 77777), 77777); /* no release, but a column */
    assert_int_equal(resolved(report, 22621), 0);     /* another core */
    assert_int_equal(resolved(report, 12345), 0);     /* no release at all */
    assert_int_equal(resolved(report, 0), 0);
    clear(&making);
}

static void the_edges_of_a_member_are_its_newest_and_its_oldest_build(void **state) {
    (void)state;
    static const struct {
        const char *cells;
        uint32_t newest, oldest;
    } members[] = {{"100", 0, 0}, {"001", 2, 2}, {"111", 0, 2},
                   {"010", 1, 1}, {"?1?", 1, 1}, {"000", REPORT_NONE, REPORT_NONE}};
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){3, 2, 1}, 3, false);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        row(&making, "C", (char[]){(char)('a' + i), 0}, members[i].cells);
    const struct report *report = finish(&making);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        uint32_t member = find(report, "C", (char[]){(char)('a' + i), 0});
        assert_int_equal(report_edge_build(report, member, true), members[i].newest);
        assert_int_equal(report_edge_build(report, member, false), members[i].oldest);
    }
    clear(&making);
}

/* Of any numbers, and so wherever the hash puts them: also around the end of its slots. */
static void every_build_is_found_by_its_number(void **state) {
    (void)state;
    uint32_t random = 1;
    for (uint32_t round = 0; round < 400; round++) {
        uint32_t builds[40], count = 1 + round % 40;
        char cells[41] = "";
        random = random * 1664525 + 1013904223;
        for (uint32_t i = 0; i < count; i++) {
            builds[i] = 100000 + (random >> 8) % 5000 + i * (1 + (random >> 20));
            cells[i] = '1';
        }
        struct making making;
        start(&making);
        source(&making, "a", builds, count, false);
        row(&making, "C", "M", cells);
        const struct report *report = finish(&making);
        for (uint32_t i = 0; i < count; i++)
            assert_int_equal(resolved(report, builds[i]), builds[i]);
        assert_int_equal(resolved(report, 99999), 0);
        clear(&making);
    }
}

static void builds_count_members_classes_and_changes(void **state) {
    (void)state;
    struct making making;
    start(&making);
    source(&making, "a", (uint32_t[]){3, 2, 1}, 3, false);
    row(&making, "A", "1", "101");
    row(&making, "A", "2", "011");
    row(&making, "B", "3", "1?0");
    const struct report *report = finish(&making);
    const struct report_build *builds = report_builds(report);
    assert_int_equal(builds[0].members, 2);
    assert_int_equal(builds[0].classes, 2);
    assert_int_equal(builds[0].added, 1);
    assert_int_equal(builds[0].removed, 1);
    assert_int_equal(builds[1].members, 1);
    assert_int_equal(builds[1].classes, 1);
    assert_int_equal(builds[1].removed, 1);
    clear(&making);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_differ_in_case_are_one_member),
        cmocka_unit_test(rows_of_one_spelling_that_contradict_are_an_error),
        cmocka_unit_test(sources_of_different_builds_leave_the_others_unknown),
        cmocka_unit_test(what_a_complete_source_lacks_is_absent),
        cmocka_unit_test(a_build_is_answered_by_one_of_its_core),
        cmocka_unit_test(the_edges_of_a_member_are_its_newest_and_its_oldest_build),
        cmocka_unit_test(every_build_is_found_by_its_number),
        cmocka_unit_test(builds_count_members_classes_and_changes),
    };
    return cmocka_run_group_tests_name("merging", tests, NULL, NULL);
}
