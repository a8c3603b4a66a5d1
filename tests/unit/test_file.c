/* Paths: what a system takes for what, how names are joined to folders, and names and paths that only
** Windows has ideas about. */
#include "base/memory.h"
#include "read/file.h"
#include "read_helper.h"

static void what_is_there_is_told(void **state) {
    (void)state;
    assert_int_equal(file_look("tests/fixtures/read").kind, FILE_FOLDER);
    assert_int_equal(file_look("tests/fixtures/read/").kind, FILE_FOLDER);
    assert_int_equal(file_look("./tests/../tests/fixtures").kind, FILE_FOLDER);
    assert_int_equal(file_look("tests/fixtures/read/plain.csv").kind, FILE_REGULAR);
    assert_int_equal(file_look("tests/fixtures/read/none.csv").kind, FILE_MISSING);
    assert_int_equal(file_look("").kind, FILE_MISSING);
    assert_string_equal(file_look("none").what, "No such file or directory");
}

static void names_are_joined_with_one_separator(void **state) {
    (void)state;
    assert_string_equal(file_separator("dir"), "/");
    assert_string_equal(file_separator("dir/"), "");
    assert_string_equal(file_separator(""), "");
}

static int stop(void *context, const char *name) {
    (void)name;
    ++*(int *)context;
    return ERROR_INTERRUPT;
}

static int count(void *context, const char *name) {
    assert_string_not_equal(name, ".");
    assert_string_not_equal(name, "..");
    ++*(int *)context;
    return ERROR_NONE;
}

static void a_listing_ends_when_it_is_told_to(void **state) {
    (void)state;
    struct error error = {0};
    int counted = 0, stopped = 0;
    assert_int_equal(file_list("tests/fixtures/read", count, &counted, &error), ERROR_NONE);
    assert_in_range(counted, 10, 1000);
    assert_int_equal(file_list("tests/fixtures/read/", stop, &stopped, &error), ERROR_INTERRUPT);
    assert_int_equal(stopped, 1);
    assert_int_equal(file_list("tests/fixtures/none", count, &counted, &error), ERROR_INPUT);
    assert_string_equal(error.message,
                        "tests/fixtures/none: found a folder that cannot be read (No such file or "
                        "directory), expected a report, a class page or a folder of them");
    error_clear(&error);
}

#if defined(_WIN32)

#include <direct.h>
#include <errno.h>
#include <wchar.h>

static void names_that_windows_keeps_are_devices(void **state) {
    (void)state;
    static const char *const devices[] = {
        "NUL",         "nul.csv",         "tests/fixtures\\aux .md",
        "C:con",       "com1.report.csv", "LPT\xc2\xb2",
        "\\\\.\\COM1", "//./pipe/wmi",    "CONOUT$"};
    static const char *const others[] = {"null.csv",  "com10.csv",     "com0",         "lpt",
                                         "COM",       "xnul",          "nul/none.csv", "*.csv",
                                         "plain.cs?", "\\\\?\\C:\\nul"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        struct file_info info = file_look(devices[i]);
        if (info.kind != FILE_OTHER)
            fail_msg("%s: found %s, expected a device", devices[i], info.what);
        assert_string_equal(info.what, "a device");
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (file_look(others[i]).kind != FILE_MISSING)
            fail_msg("%s: found %s, expected nothing", others[i], file_look(others[i]).what);
}

static void both_separators_and_drives_are_understood(void **state) {
    (void)state;
    char here[512], path[1024];
    assert_non_null(_getcwd(here, sizeof here));
    assert_int_equal(file_look("tests\\fixtures\\read\\").kind, FILE_FOLDER);
    assert_int_equal(file_look(".\\tests/fixtures\\read").kind, FILE_FOLDER);
    snprintf(path, sizeof path, "%s\\tests\\fixtures\\read\\plain.csv", here);
    assert_int_equal(file_look(path).kind, FILE_REGULAR);
    snprintf(path, sizeof path, "\\\\?\\%s\\tests\\fixtures\\read\\plain.csv", here);
    assert_int_equal(file_look(path).kind, FILE_REGULAR);
    /* Relative to the current folder of the drive. */
    snprintf(path, sizeof path, "%.2stests\\fixtures", here);
    assert_int_equal(file_look(path).kind, FILE_FOLDER);
    assert_string_equal(file_separator("tests\\fixtures"), "\\");
    assert_string_equal(file_separator("C:"), "");
    assert_string_equal(file_separator("C:\\"), "");
    assert_string_equal(file_separator("\\\\?\\C:/x"), "\\");
    assert_string_equal(file_separator("C:/x"), "/");
}

/* A path in UTF-16; it has no other characters than ASCII. Valid until the next call. */
static const wchar_t *widened(const char *path) {
    static wchar_t wide[4096];
    size_t size = strlen(path);
    assert_in_range(size, 1, 4095);
    for (size_t i = 0; i <= size; i++)
        wide[i] = (wchar_t)path[i];
    return wide;
}

/* Makes a folder inside the one that `path` names, and has `path` name it. */
static void enter(char *path, const char *name) {
    strcat(path, name);
    if (_wmkdir(widened(path)) != 0)
        assert_int_equal(errno, EEXIST);
}

static const char small_report[] = "Class,Member,26100\nA,b,Y\n";

/* Longer than 260 characters, with and without \\?\ before it, as a file and as a folder. */
static void long_paths_are_read(void **state) {
    (void)state;
    char path[2048] = "\\\\?\\", file[2100];
    size_t start = strlen(path);
    assert_non_null(_getcwd(path + start, 512));
    enter(path, "\\build\\wmi_long");
    for (int i = 0; i < 8; i++)
        enter(path, "\\a_folder_whose_name_is_of_forty_characters");
    assert_in_range(strlen(path), 300, 1000);
    snprintf(file, sizeof file, "%s\\report.csv", path);
    write_file(file, small_report, sizeof small_report - 1);
    const char *const paths[] = {path, path + start, file, file + start};
    for (size_t i = 0; i < 4; i++) {
        struct report *report = load(paths[i]);
        assert_int_equal(report->members.count, 1);
        memory_free(report);
    }
    assert_int_equal(_wremove(widened(file)), 0);
    for (int i = 0; i < 9; i++) {
        assert_int_equal(_wrmdir(widened(path)), 0);
        *strrchr(path, '\\') = 0;
    }
}

static void names_are_unicode(void **state) {
    (void)state;
    static const wchar_t folder[] = L"build\\wmi_\x4e2d\x6587";
    static const wchar_t file[] = L"build\\wmi_\x4e2d\x6587\\bericht_\xfc_\xd83d\xde00.csv";
    static const char *const paths[] = {
        "build/wmi_\xe4\xb8\xad\xe6\x96\x87",
        "build/wmi_\xe4\xb8\xad\xe6\x96\x87/bericht_\xc3\xbc_\xf0\x9f\x98\x80.csv"};
    _wmkdir(folder);
    FILE *written = _wfopen(file, L"wb");
    assert_non_null(written);
    assert_int_equal(fwrite(small_report, 1, sizeof small_report - 1, written),
                     sizeof small_report - 1);
    fclose(written);
    for (size_t i = 0; i < 2; i++) {
        struct report *report = load(paths[i]);
        assert_int_equal(report->members.count, 1);
        memory_free(report);
    }
    assert_int_equal(file_look("build/wmi_\xe4\xb8").kind, FILE_MISSING); /* no UTF-8 */
    assert_int_equal(_wremove(file), 0);
    assert_int_equal(_wrmdir(folder), 0);
}

#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_told),
        cmocka_unit_test(names_are_joined_with_one_separator),
        cmocka_unit_test(a_listing_ends_when_it_is_told_to),
#if defined(_WIN32)
        cmocka_unit_test(names_that_windows_keeps_are_devices),
        cmocka_unit_test(both_separators_and_drives_are_understood),
        cmocka_unit_test(long_paths_are_read),
        cmocka_unit_test(names_are_unicode),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
