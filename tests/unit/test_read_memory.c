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
    fail_each_way(FIXTURES "names/joined.csv", ERROR_NONE);
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

/* --- Many rows: whichever step it is that asks for memory, it fails in one of the runs --- */

enum { FILES = 4 };

static const char *const file_names[FILES] = {"classes.csv", "parameters.csv", "_26100.mof",
                                              "page.md"};

/* A file of this run; its name has no number but the build. */
static void lettered_path(char path[512], const char *name) {
    temporary_path(path, "");
    for (char *at = strrchr(path, '/'); *at; at++)
        *at = *at >= '0' && *at <= '9' ? (char)(*at - '0' + 'a') : *at;
    snprintf(path + strlen(path), 512 - strlen(path), "%s", name);
}

/* The rows of a file; names and texts differ in their size from row to row. */
static char *write_rows(char *at, int file, int rows) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    static const char page[] = "# WMI Class: `Fan\\_Page`\n\n"
                               "| Member | Type | 26100 | Desc |\n| --- | --- | --- | --- |\n";
    static const char *const heads[FILES] = {
        "Namespace,Class,Superclass,Deprecated\n",
        "Namespace,Class,Method,Parameter,Direction,Position,Type,Desc\n",
        "#pragma namespace(\"root\\\\x\")\n", page};
    at = append(at, "%s", heads[file]);
    for (int i = 0; i < rows; i++) {
        const char *name = letters + i * 7 % 26;
        if (file == 0)
            at = append(at, "root\\%d,Fan_%s%d,Base_%s,Fan_New%s%d\n", i % 5, name, i, name,
                        letters + i % 26, i);
        else if (file == 1)
            at = append(
                at,
                "root\\%d,Fan_%s%d,Do%s%d,In%s,In,%d,Odd%s%d,\"[枚举值: %d - %s; %d..%d - b]\"\n",
                i % 5, name, i, name, i, name, i % 9 + 1, name, i, i, name, i + 1, i + 9);
        else if (file == 2)
            at = append(
                at,
                "class Mof_%s%d : Mof_Base { [ValueMap{\"%d\", \"..\"}, Values{\"%s\", \"b\"}, "
                "BitValues{\"%s\"}] uint8 P%s%d; [Values{\"x\", \"%s\"}] string Q; "
                "uint32 Run%s([In, ValueMap{\"%d\"}, Values{\"%s\"}] string A%s, [Out] sint64 "
                "B%d); };\n",
                name, i, i, name, letters + i % 26, name, i, name, name, i, name, name, i);
        else
            at = append(at, "| [`%s\\_%d`](x) | Odd%s%d | ✅ | Says\xc2\xa0%s \\| %d |\n", name, i,
                        name, i, name, i);
    }
    return at;
}

static void many_rows_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    static char text[1 << 17];
    char paths[FILES][512];
    const char *all[FILES];
    for (int rows = 1; rows <= 60; rows = rows * 2 + 5) {
        for (int i = 0; i < FILES; i++) {
            lettered_path(paths[i], file_names[i]);
            all[i] = paths[i];
            write_file(paths[i], text, (size_t)(write_rows(text, i, rows) - text));
        }
        fail_each(all, FILES, ERROR_NONE, true);
        fail_each(all, FILES, ERROR_NONE, false);
    }
    for (int i = 0; i < FILES; i++)
        remove(paths[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_csv_report_is_read_whole_or_not_at_all),
        cmocka_unit_test(other_encodings_are_read_whole_or_not_at_all),
        cmocka_unit_test(folders_are_read_whole_or_not_at_all),
        cmocka_unit_test(many_rows_are_read_whole_or_not_at_all),
        cmocka_unit_test(without_memory_a_fault_is_no_fault_but_a_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
