/* Files that end anywhere: each start of a file is read as what it holds, or refused with a message that names it. */
#include "read_helper.h"

static size_t read_whole(const char *path, char *bytes, size_t room) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, room, file);
    fclose(file);
    return size;
}

/* Reads each start of the file, every `step` bytes; returns how many were read. The whole of it can be. */
static size_t read_starts(const char *from, size_t step) {
    static char bytes[1 << 15];
    const struct release_list releases = {NULL, 0};
    const char *ending = strrchr(from, '.');
    char path[512], name[64];
    size_t size = read_whole(from, bytes, sizeof bytes), reads = 0;
    struct report *whole = load(from);
    uint32_t members = whole->members.count;
    memory_free(whole);
    snprintf(name, sizeof name, "start_26100%s", ending);
    temporary_path(path, name);
    for (char *at = strrchr(path, '/') + 1; *at != '_'; at++)
        *at = (char)(*at - '0' + 'a'); /* a number in it would be taken for a build */
    for (size_t end = 0; end < size; end += step) {
        struct error error = {NULL};
        struct report *report;
        const char *paths[] = {path};
        write_file(path, bytes, end);
        int status = read_report(paths, 1, &releases, NULL, &report, &error);
        if (status == ERROR_NONE) {
            if (report->members.count > members)
                fail_msg("%s up to %d: %u members, of %u", from, (int)end,
                         (unsigned)report->members.count, (unsigned)members);
            reads++;
        } else {
            assert_int_equal(status, ERROR_INPUT);
            assert_null(report);
            assert_non_null(error.message);
            assert_non_null(strstr(error.message, name));
        }
        memory_free(report);
        error_clear(&error);
    }
    remove(path);
    return reads;
}

static void tables_that_end_anywhere(void **state) {
    static const char *const files[] = {"plain.csv",
                                        "quoted.csv",
                                        "values.csv",
                                        "marks.csv",
                                        "wide.csv",
                                        "utf16le.csv",
                                        "twice_encoded_texts.csv",
                                        "windows_1252.csv",
                                        "qualified/members.csv",
                                        "qualified/hosts.csv",
                                        "separators/tab.csv",
                                        "separators/declared_padded.csv",
                                        "case.csv"};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[256];
        snprintf(path, sizeof path, FIXTURES "%s", files[i]);
        assert_true(read_starts(path, 1) > 0);
    }
}

static void pages_that_end_anywhere(void **state) {
    (void)state;
    assert_true(read_starts(FIXTURES "qualified/page.md", 1) > 0);
    assert_true(read_starts(FIXTURES "names/markdown.md", 1) > 0);
}

static void mof_that_ends_anywhere(void **state) {
    static const char *const files[] = {"aliases", "comments",   "methods", "numbers",
                                        "objects", "qualifiers", "strings"};
    size_t reads = 0;
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[256];
        snprintf(path, sizeof path, "tests/fixtures/mof/constructs-26100/%s.mof", files[i]);
        reads += read_starts(path, 1);
    }
    assert_true(reads > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_that_end_anywhere),
        cmocka_unit_test(pages_that_end_anywhere),
        cmocka_unit_test(mof_that_ends_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
