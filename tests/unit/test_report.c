/* The report: builder, merging, image and look-ups, without files and without SQLite. */
#include "base/memory.h"
#include "builder/builder.h"
#include "report/builtin.h"
#include "report/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct text text(const char *literal) {
    return (struct text){literal, literal ? strlen(literal) : 0};
}

/* A report that is being built; the marks of a row are a string of 1, 0 and ? for each build. */
struct making {
    struct builder *builder;
    struct error error;
    struct report *report;
    int code;
    uint64_t line;
};

static void start(struct making *making) {
    *making = (struct making){.builder = builder_new()};
    assert_non_null(making->builder);
}

static void source(struct making *making, const char *path, const uint32_t *builds, size_t count,
                   bool complete) {
    making->line = 1;
    assert_int_equal(builder_source(making->builder, path, builds, count, complete, &making->error),
                     ERROR_NONE);
}

static void marks(const char *cells, uint64_t *present, uint64_t *known) {
    memset(present, 0, 16 * sizeof *present);
    memset(known, 0, 16 * sizeof *known);
    for (size_t i = 0; cells[i]; i++) {
        present[i / 64] |= (uint64_t)(cells[i] == '1') << (i % 64);
        known[i / 64] |= (uint64_t)(cells[i] != '?') << (i % 64);
    }
}

static void full_row(struct making *making, const char *class_name, const char *member,
                     const char *cells, const char *type, const char *description) {
    uint64_t present[16], known[16];
    marks(cells, present, known);
    struct builder_row row = {
        .line = ++making->line,
        .class_name = text(class_name),
        .member = text(member),
        .type = text(type),
        .category = text("Property"),
        .description = text(description),
        .present = present,
        .known = known,
    };
    assert_int_equal(builder_row(making->builder, &row, &making->error), ERROR_NONE);
}

static void row(struct making *making, const char *class_name, const char *member,
                const char *cells) {
    full_row(making, class_name, member, cells, "String", NULL);
}

static const struct builder_origin origin = {"test", "csv", "utf-8", "0"};

static const struct report *finish(struct making *making) {
    making->code =
        builder_finish(making->builder, &origin, &release_list, &making->report, &making->error);
    builder_free(making->builder);
    making->builder = NULL;
    return making->report;
}

static void clear(struct making *making) {
    memory_free(making->report);
    error_clear(&making->error);
}

static uint32_t find(const struct report *report, const char *class_name, const char *member) {
    return report_find(report, text_of(class_name), text_of(member));
}

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
        cmocka_unit_test(rows_that_differ_in_case_are_one_member),
        cmocka_unit_test(rows_of_one_spelling_that_contradict_are_an_error),
        cmocka_unit_test(sources_of_different_builds_leave_the_others_unknown),
        cmocka_unit_test(what_a_complete_source_lacks_is_absent),
        cmocka_unit_test(a_build_is_answered_by_one_of_its_core),
        cmocka_unit_test(the_edges_of_a_member_are_its_newest_and_its_oldest_build),
        cmocka_unit_test(every_build_is_found_by_its_number),
        cmocka_unit_test(builds_count_members_classes_and_changes),
        cmocka_unit_test(ranges_are_read),
        cmocka_unit_test(a_number_means_the_narrowest_entry_that_holds_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
