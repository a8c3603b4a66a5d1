#include "memory_failing.h"
#include "same_report.h"

/* Loads the paths once for each allocation that doing so makes, and lets that one fail: alone, as a
** spike does, or with all behind it. There is then no report, no message and no block that leaks. A
** single failure may also be got over: libcsv asks again for less. Then it is the right report. */
static void fail_each(const char *const *paths, size_t count, int expected, bool for_good) {
    const struct release_list releases = {NULL, 0};
    struct report *right = expected == ERROR_NONE ? load_paths(paths, count) : NULL;
    size_t failures = 0;
    long blocks = memory_failing.blocks;
    for (size_t at = 1;; at++) {
        struct error error = {NULL};
        struct report *report;
        memory_failing =
            (struct memory_failing){.fail_at = at, .for_good = for_good, .blocks = blocks};
        int status = read_report(paths, count, &releases, NULL, &report, &error);
        bool done = memory_failing.calls < at;
        memory_failing.fail_at = 0;
        if (status == ERROR_MEMORY) {
            failures++;
            assert_null(report);
            assert_null(error.message);
        } else {
            assert_int_equal(status, expected);
            assert_int_equal(report == NULL, expected != ERROR_NONE);
            assert_true(done || !for_good);
            if (report)
                same_report(right, report);
        }
        memory_free(report);
        error_clear(&error);
        assert_int_equal(memory_failing.blocks, blocks);
        if (done)
            break;
    }
    memory_free(right);
    assert_true(failures > 10);
}

static void fail_each_way(const char *path, int expected) {
    fail_each(&path, 1, expected, true);
    fail_each(&path, 1, expected, false);
}

static void a_csv_report_is_read_whole_or_not_at_all(void **state) {
    (void)state;
    fail_each_way(FIXTURES "plain.csv", ERROR_NONE);
    fail_each_way(FIXTURES "quoted.csv", ERROR_NONE);
    fail_each_way(FIXTURES "wide.csv", ERROR_NONE);
    fail_each_way(FIXTURES "values.csv", ERROR_NONE);
}

static void other_encodings_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    fail_each_way(FIXTURES "utf16le.csv", ERROR_NONE);
    fail_each_way(FIXTURES "mac_roman.csv", ERROR_NONE);
    fail_each_way(FIXTURES "mac_roman_late.csv", ERROR_NONE);
    fail_each_way(FIXTURES "windows_1252_utf16le.csv", ERROR_NONE);
}

static void folders_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    fail_each_way(FIXTURES "pages", ERROR_NONE);
    fail_each_way(FIXTURES "collections", ERROR_NONE);
    fail_each_way(FIXTURES "whole", ERROR_NONE);
}

static void without_memory_a_fault_is_no_fault_but_a_lack_of_memory(void **state) {
    (void)state;
    fail_each_way(FIXTURES "errors/unknown_mark.csv", ERROR_INPUT);
    fail_each_way(FIXTURES "errors/not_double_encoded.csv", ERROR_INPUT);
    fail_each_way(FIXTURES "errors/open_quote.csv", ERROR_INPUT);
    fail_each_way(FIXTURES "errors/page_pipes.md", ERROR_INPUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_csv_report_is_read_whole_or_not_at_all),
        cmocka_unit_test(other_encodings_are_read_whole_or_not_at_all),
        cmocka_unit_test(folders_are_read_whole_or_not_at_all),
        cmocka_unit_test(without_memory_a_fault_is_no_fault_but_a_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
