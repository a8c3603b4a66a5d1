/*
** What the tests of the reader share: loading files, looking at the report, temporary files.
** Tests run in the project's root; WMI_SHARED names the folder of real reports (../shared).
*/
#ifndef WMI_TESTS_READ_HELPER_H
#define WMI_TESTS_READ_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "read/read.h"
#include "report/report.h"
#include "report/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FIXTURES "tests/fixtures/read/"

/* Reads paths as one report, the caller's to memory_free(); prints the message and fails the test
** if that does not work. */
static inline struct report *load_paths(const char *const *paths, size_t count) {
    const struct release_list releases = {NULL, 0};
    struct error error = {NULL};
    struct report *report;
    int status = read_report(paths, count, &releases, NULL, &report, &error);
    if (status != ERROR_NONE)
        print_message("%d: %s\n", status, error.message ? error.message : "no message");
    assert_int_equal(status, ERROR_NONE);
    assert_non_null(report);
    assert_null(error.message);
    return report;
}

static inline struct report *load(const char *path) {
    return load_paths(&path, 1);
}

/* Reads paths that cannot be read; fails the test unless that is the message. */
static inline void load_fails(const char *const *paths, size_t count, const char *message) {
    const struct release_list releases = {NULL, 0};
    struct error error = {NULL};
    struct report *report;
    int status = read_report(paths, count, &releases, NULL, &report, &error);
    assert_int_equal(status, ERROR_INPUT);
    assert_null(report);
    assert_non_null(error.message);
    assert_string_equal(error.message, message);
    error_clear(&error);
}

static inline uint32_t member_of(const struct report *report, const char *class_name,
                                 const char *member) {
    uint32_t index = report_find(report, text_of(class_name), text_of(member));
    if (index == REPORT_NONE)
        print_message("there is no %s.%s\n", class_name, member);
    assert_true(index != REPORT_NONE);
    return index;
}

/* The cell of a member on a build: 1, 0 or -1. */
static inline int cell_of(const struct report *report, const char *class_name, const char *member,
                          uint32_t build) {
    uint32_t index = member_of(report, class_name, member);
    for (uint32_t i = 0; i < report->builds.count; i++)
        if (report_builds(report)[i].number == build)
            return report_cell(report, index, i);
    fail_msg("there is no build %u", (unsigned)build);
    return -2;
}

static inline const char *description_of(const struct report *report, const char *class_name,
                                         const char *member) {
    uint32_t index = member_of(report, class_name, member);
    return report_text(report, report_details(report, index).description);
}

static inline const char *description_en_of(const struct report *report, const char *class_name,
                                            const char *member) {
    uint32_t index = member_of(report, class_name, member);
    return report_text(report, report_details(report, index).description_en);
}

static inline const struct report_kind *kind_of(const struct report *report, const char *class_name,
                                                const char *member) {
    uint32_t index = member_of(report, class_name, member);
    return &report_kinds(report)[report_definition(report, index).kind];
}

/* Writes "<WMI_SHARED or ../shared>/name" into `path` and says whether that file can be read; says
** so to the user where it cannot. */
static inline int shared_path(char path[512], const char *name) {
    const char *root = getenv("WMI_SHARED");
    snprintf(path, 512, "%s/%s", root ? root : "../shared", name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        print_message("skipped: there is no %s (set WMI_SHARED)\n", path);
        return 0;
    }
    fclose(file);
    return 1;
}

static inline char *append(char *at, const char *format, ...) ERROR_PRINTF(2, 3);

/* Appends text at `at`, where there must be room for it, and returns its end. */
static inline char *append(char *at, const char *format, ...) {
    enum { ROOM = 1 << 16 };
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(at, ROOM, format, arguments);
    va_end(arguments);
    assert_in_range(size, 0, ROOM - 1);
    return at + size;
}

/* A file of its own for the test, in a folder that it can name; another run has another. */
static inline void temporary_path(char path[512], const char *name) {
    const char *root = getenv("TMPDIR");
    snprintf(path, 512, "%s/%ld_%s", root ? root : "/tmp", (long)getpid(), name);
}

static inline void write_file(const char *path, const char *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

#endif
