/* Namespaces, inferred cells, classes and parameters: from rows to a report, without files. */
#include "base/memory.h"
#include "builder/builder.h"
#include "report/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const struct builder_origin origin = {"test", "csv", "utf-8", "0"};

struct making {
    struct builder *builder;
    struct error error;
    struct report *report;
    uint64_t line;
};

static struct text text(const char *literal) {
    return (struct text){literal, literal ? strlen(literal) : 0};
}

static void start(struct making *making, const char *path, const uint32_t *builds, size_t count) {
    if (!making->builder)
        *making = (struct making){.builder = builder_new()};
    assert_non_null(making->builder);
    making->line = 1;
    assert_int_equal(builder_source(making->builder, path, builds, count, false, &making->error),
                     ERROR_NONE);
}

/* The marks of a row: 1, 0 and ? for each build, with a ~ before what is inferred. */
static void row(struct making *making, const char *namespace_name, const char *class_name,
                const char *member, const char *marks) {
    uint64_t present = 0, known = 0, inferred = 0;
    for (uint64_t bit = 1; *marks; marks++, bit <<= 1) {
        if (*marks == '~') {
            inferred |= bit;
            marks++;
        }
        present |= *marks == '1' ? bit : 0;
        known |= *marks != '?' ? bit : 0;
    }
    const struct builder_row added = {.line = ++making->line,
                                      .namespace_name = text(namespace_name),
                                      .class_name = text(class_name),
                                      .member = text(member),
                                      .category = text("Property"),
                                      .present = &present,
                                      .known = &known,
                                      .inferred = &inferred};
    assert_int_equal(builder_row(making->builder, &added, &making->error), ERROR_NONE);
}

static void named(struct making *making, struct builder_class added) {
    added.line = ++making->line;
    assert_int_equal(builder_class(making->builder, &added, &making->error), ERROR_NONE);
}

static void parameter(struct making *making, const char *class_name, const char *method,
                      uint32_t position, const char *name) {
    const struct builder_parameter added = {.line = ++making->line,
                                            .class_name = text(class_name),
                                            .method = text(method),
                                            .position = position,
                                            .parameter = text(name),
                                            .direction = position ? REPORT_IN : REPORT_RETURN,
                                            .type = text("UInt32")};
    assert_int_equal(builder_parameter(making->builder, &added, &making->error), ERROR_NONE);
}

static const struct report *finish(struct making *making, int code) {
    assert_int_equal(
        builder_finish(making->builder, &origin, &release_list, &making->report, &making->error),
        code);
    builder_free(making->builder);
    making->builder = NULL;
    return making->report;
}

static void clear(struct making *making) {
    memory_free(making->report);
    error_clear(&making->error);
    *making = (struct making){0};
}

static uint32_t find(const struct report *report, const char *class_name, const char *member) {
    return report_find(report, text_of(class_name), text_of(member));
}

static const char *namespace_of(const struct report *report, uint32_t member) {
    uint32_t class_index = report_member(report, member).class_index;
    return report_text(report, report_class(report, class_index).namespace_name);
}

/* `1`, `0`, `?`, `~1`, `~0` for each build, newest first. */
static const char *cells(const struct report *report, uint32_t member, char *marks) {
    char *end = marks;
    for (uint32_t build = 0; build < report->builds.count; build++) {
        enum report_cell cell = report_cell(report, member, build);
        if (report_is_inferred(report, member, build))
            *end++ = '~';
        *end++ = cell == REPORT_PRESENT ? '1' : cell == REPORT_ABSENT ? '0' : '?';
    }
    *end = 0;
    return marks;
}

/* --- Namespaces --- */

static void rows_of_two_namespaces_are_two_members(void **state) {
    (void)state;
    char marks[16];
    struct making making = {0};
    start(&making, "a", (uint32_t[]){26100, 17763}, 2);
    row(&making, "root\\b", "C", "M", "10");
    row(&making, "root\\a", "c", "m", "01");
    row(&making, NULL, "C", "M", "??");
    row(&making, "root\\b", "C", "Only", "11");
    row(&making, "ROOT/B", "C", "M", "1?");
    row(&making, "\\\\host\\root\\b", "C", "A", "11");
    const struct report *report = finish(&making, ERROR_NONE);
    assert_int_equal(report->members.count, 5);
    assert_int_equal(report->classes.count, 3);
    assert_int_equal(report->namespaces, 2);
    assert_int_equal(report->rows_merged, 1);
    assert_true(report->odd_names & REPORT_NAMESAKES);
    uint32_t first = find(report, "C", "M");
    assert_int_equal(report_namesakes_end(report, first), first + 3);
    assert_null(namespace_of(report, first)); /* no namespace before any */
    assert_string_equal(namespace_of(report, first + 1), "root\\a");
    assert_string_equal(namespace_of(report, first + 2), "root\\b");
    assert_string_equal(cells(report, first, marks), "??");
    assert_string_equal(cells(report, first + 1, marks), "01");
    assert_string_equal(cells(report, first + 2, marks), "10");
    uint32_t only = find(report, "C", "Only");
    assert_int_equal(report_namesakes_end(report, only), only + 1);
    uint32_t class_index = report_find_class(report, text_of("c"));
    assert_int_equal(report_classes_end(report, class_index), class_index + 3);
    for (uint32_t i = class_index; i < class_index + 3; i++) {
        assert_int_equal(report_class(report, i).first_member, 0);
        assert_int_equal(report_class(report, i).end_member, 5);
    }
    clear(&making);
}

static void a_host_stands_behind_two_slashes_of_any_kind(void **state) {
    (void)state;
    static const struct {
        const char *written, *meant;
    } names[] = {{"\\\\host\\root\\b", "root\\b"}, {"//host/root/b", "root\\b"},
                 {"/\\host/root", "root"},         {"\\/host\\root", "root"},
                 {"r/cimv2/x", "r\\cimv2\\x"},     {"\\root\\b", "\\root\\b"},
                 {"/root/b", "\\root\\b"},         {"\\\\host", "\\\\host"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct making making = {0};
        start(&making, "a", (uint32_t[]){26100}, 1);
        row(&making, names[i].written, "C", "M", "1");
        const struct report *report = finish(&making, ERROR_NONE);
        assert_string_equal(namespace_of(report, find(report, "C", "M")), names[i].meant);
        clear(&making);
    }
}

/* --- Inferred cells --- */

static void what_is_seen_stands_against_what_is_inferred(void **state) {
    (void)state;
    char marks[16];
    struct making making = {0};
    start(&making, "a", (uint32_t[]){4, 3, 2, 1}, 4);
    row(&making, NULL, "C", "M", "~1~0~1?");
    row(&making, NULL, "C", "M", "01~1~0");
    row(&making, NULL, "C", "N", "1~10~0");
    row(&making, NULL, "C", "n", "~1~0~1?"); /* another spelling: present where any says so */
    const struct report *report = finish(&making, ERROR_NONE);
    assert_string_equal(cells(report, find(report, "C", "M"), marks), "01~1~0");
    assert_string_equal(cells(report, find(report, "C", "N"), marks), "1~1~1~0");
    assert_int_equal(report->inferred, 5);
    assert_int_equal(report->available, 5);
    assert_int_equal(report->absent, 3);
    clear(&making);
}

static void two_inferences_that_differ_are_an_error(void **state) {
    (void)state;
    struct making making = {0};
    start(&making, "a.csv", (uint32_t[]){26100}, 1);
    row(&making, NULL, "C", "M", "~1");
    row(&making, NULL, "C", "M", "~0");
    finish(&making, ERROR_INPUT);
    assert_string_equal(making.error.message,
                        "a.csv:3: column 26100: found C.M absent, expected it available as a.csv:2 "
                        "says");
    clear(&making);
}

/* --- Classes --- */

static void a_class_is_described_by_the_first_that_says_it(void **state) {
    (void)state;
    struct making making = {0};
    start(&making, "members", (uint32_t[]){26100}, 1);
    row(&making, "root\\a", "C", "M", "1");
    row(&making, "root\\b", "C", "M", "1");
    start(&making, "classes", NULL, 0);
    named(&making, (struct builder_class){.namespace_name = text("ROOT\\A"),
                                          .class_name = text("c"),
                                          .is_abstract = REPORT_YES});
    named(&making, (struct builder_class){.namespace_name = text("root\\a"),
                                          .class_name = text("C"),
                                          .superclass = text("CIM_Base"),
                                          .is_abstract = REPORT_NO,
                                          .is_association = REPORT_NO});
    named(&making,
          (struct builder_class){.class_name = text("Empty"), .deprecated = text("No value")});
    const struct report *report = finish(&making, ERROR_NONE);
    assert_int_equal(report->classes.count, 3);
    assert_int_equal(report->rows_read, 2);
    uint32_t a = report_find_class(report, text_of("C")), b = a + 1;
    assert_true(report_class_is_in(report, a, text_of("root\\a")));
    assert_string_equal(report_text(report, report_at(report, report->classes.superclass, a)),
                        "CIM_Base");
    assert_int_equal(report_is_abstract(report, a), REPORT_YES);
    assert_int_equal(report_is_association(report, a), REPORT_NO);
    assert_int_equal(report_at(report, report->classes.superclass, b), 0);
    assert_int_equal(report_is_abstract(report, b), REPORT_NOT_KNOWN);
    uint32_t empty = report_find_class(report, text_of("empty"));
    assert_int_equal(report_class(report, empty).first_member,
                     report_class(report, empty).end_member);
    assert_string_equal(report_text(report, report_at(report, report->classes.deprecated, empty)),
                        "No value");
    clear(&making);
}

/* --- Parameters --- */

static void parameters_stand_by_position_and_equal_signatures_once(void **state) {
    (void)state;
    char marks[16];
    struct making making = {0};
    start(&making, "a", (uint32_t[]){26100}, 1);
    parameter(&making, "C", "M", 2, "Second");
    parameter(&making, "C", "M", 0, "ReturnValue");
    parameter(&making, "D", "m", 0, "ReturnValue");
    parameter(&making, "D", "m", 2, "Second");
    row(&making, NULL, "C", "M", "1");
    start(&making, "b", NULL, 0);
    parameter(&making, "c", "m", 1, "Other"); /* the first source counts */
    const struct report *report = finish(&making, ERROR_NONE);
    assert_int_equal(report->signatures.count, 1);
    assert_int_equal(report->members.count, 2);
    assert_int_equal(report->rows_read, 1);
    assert_int_equal(report->rows_merged, 0);
    for (uint32_t member = 0; member < 2; member++) {
        struct report_parameters found = report_parameters(report, member);
        assert_int_equal(found.end - found.first, 2);
        assert_int_equal(report_parameter(report, found.first).position, 0);
        struct report_parameter second = report_parameter(report, found.first + 1);
        assert_string_equal(report_text(report, second.name), "Second");
        assert_int_equal(second.position, 2);
        assert_int_equal(second.direction, REPORT_IN);
    }
    /* A method that parameters alone name is a member of which no build is known. */
    uint32_t unlisted = find(report, "D", "M");
    assert_string_equal(cells(report, unlisted, marks), "?");
    const struct report_kind *kind =
        &report_kinds(report)[report_definition(report, unlisted).kind];
    assert_string_equal(report_text(report, kind->category), "Method");
    clear(&making);
}

static void two_parameters_in_one_position_are_an_error(void **state) {
    (void)state;
    struct making making = {0};
    start(&making, "a.csv", (uint32_t[]){26100}, 1);
    row(&making, NULL, "C", "M", "1");
    parameter(&making, "C", "M", 1, "First");
    parameter(&making, "C", "M", 1, "First"); /* says the same again */
    parameter(&making, "C", "M", 1, "Other");
    finish(&making, ERROR_INPUT);
    assert_string_equal(making.error.message,
                        "a.csv:5: found \"Other\" in position 1 of its method, expected another "
                        "position: line 4 has it already");
    clear(&making);
}

/* --- Hostile names --- */

/* Milliseconds for a report of `count` rows of one class name, each spelled differently. */
static double time_spellings(uint32_t count) {
    struct making making = {0};
    clock_t before = clock();
    start(&making, "a", (uint32_t[]){26100}, 1);
    for (uint32_t i = 0; i < count; i++) {
        char name[24] = "classnameclassnameclass", member[16];
        for (int bit = 0; bit < 20; bit++)
            if (i >> bit & 1)
                name[bit] = (char)(name[bit] - 32);
        snprintf(member, sizeof member, "m%u", (unsigned)i);
        row(&making, NULL, name, member, "1");
    }
    const struct report *report = finish(&making, ERROR_NONE);
    assert_int_equal(report->classes.count, 1);
    clear(&making);
    return (double)(clock() - before) * 1000 / CLOCKS_PER_SEC;
}

/* Eight times the rows take about eight times as long; with the square they would take 64 times. */
static void one_name_in_many_spellings_takes_linear_time(void **state) {
    (void)state;
    double few = time_spellings(8000), many = time_spellings(64000);
    assert_true(many < 24 * (few + 5));
}

static void a_name_of_many_dots_takes_linear_time(void **state) {
    (void)state;
    enum { FEW = 20000, MANY = 160000 };
    struct making making = {0};
    start(&making, "a", (uint32_t[]){26100}, 1);
    row(&making, NULL, "a.b", "c.d", "1");
    char *dots = memory_alloc(MANY);
    assert_non_null(dots);
    memset(dots, '.', MANY);
    row(&making, NULL, "....", "e", "1");
    const struct report *report = finish(&making, ERROR_NONE);
    clock_t before = clock();
    for (int i = 0; i < 50; i++)
        assert_int_equal(report_find_qualified(report, (struct text){dots, FEW}), REPORT_NONE);
    clock_t few = clock() - before;
    before = clock();
    for (int i = 0; i < 50; i++)
        assert_int_equal(report_find_qualified(report, (struct text){dots, MANY}), REPORT_NONE);
    clock_t many = clock() - before;
    assert_true(many < 24 * (few + CLOCKS_PER_SEC / 200));
    assert_int_equal(report_find_qualified(report, text_of("A.B.C.D")), find(report, "a.b", "c.d"));
    memory_free(dots);
    clear(&making);
}

/* No two texts collide under many seeds, so that none can be chosen in advance: such that differ in the
** top bit of one word and in what that makes of the next collided under every seed of a simpler hash. */
static void texts_that_collide_under_one_seed_do_not_under_others(void **state) {
    (void)state;
    int equal = 0;
    for (uint64_t seed = 0; seed < 4096; seed++)
        equal += text_hash(seed,
                           "aaaaaaaabbbb\x62"
                           "bbb",
                           16) == text_hash(seed,
                                            "aaaaaaa\xe1"
                                            "bbbb\x66"
                                            "bb\xe2",
                                            16);
    assert_true(equal <= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_two_namespaces_are_two_members),
        cmocka_unit_test(a_host_stands_behind_two_slashes_of_any_kind),
        cmocka_unit_test(what_is_seen_stands_against_what_is_inferred),
        cmocka_unit_test(two_inferences_that_differ_are_an_error),
        cmocka_unit_test(a_class_is_described_by_the_first_that_says_it),
        cmocka_unit_test(parameters_stand_by_position_and_equal_signatures_once),
        cmocka_unit_test(two_parameters_in_one_position_are_an_error),
        cmocka_unit_test(one_name_in_many_spellings_takes_linear_time),
        cmocka_unit_test(a_name_of_many_dots_takes_linear_time),
        cmocka_unit_test(texts_that_collide_under_one_seed_do_not_under_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
