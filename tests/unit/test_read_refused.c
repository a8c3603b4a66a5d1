/* What the reader refuses, and with what message. */
#define _POSIX_C_SOURCE 200809L /* mkfifo() */

#include "read_helper.h"

#include <sys/stat.h>

#define MARKS                                                                                                     \
    "a mark: ✅ ✔ ✓ ☑ Y Yes True 1 x (present), ❌ ✘ ✗ ✖ N No False 0 (absent), or blank, -, ? or " \
    "N/A (unknown); ~ before one says that it is inferred"
#define UTF "expected UTF-8, or UTF-16 that starts with a byte order mark"

/* The message behind the path. */
static const struct {
    const char *name, *message;
} refused[] = {
    {"behind_quote.csv", ":3: column 6 (Desc): found \"is\" behind the closing quote of a field "
                         "that starts on line 2, expected a comma or the end of the row"},
    {"blank.csv", ":1: column 1: found a blank file, expected a header with Class, Member and at "
                  "least one build number"},
    {"build_in_words.csv", ":1: column 3: found \"Windows 11\", which looks like a build and "
                           "names none, expected a build such as 26100, 10.0.26100, build_26100 or "
                           "Windows Server 2025"},
    {"build_too_big.csv",
     ":1: column 3: found \"2610026100\", expected a build number of at most 9 digits and not 0"},
    {"build_zero.csv",
     ":1: column 3: found \"0\", expected a build number of at most 9 digits and not 0"},
    {"category.csv", ":2: column 3 (Category): found \"Event\", expected Property or Method"},
    {"control.csv", ":2: column 4 (26100): found \"\\x1b[31mxxxxxxxxxxxxxxxx…\", expected " MARKS},
    {"cut_off.csv", ":3: character 29: found the end of the file inside a character, " UTF},
    {"double_encoded_bad_mark.csv", ":3: column 4 (26100): found \"maybe\", expected " MARKS},
    {"duplicate_build.csv",
     ":1: column 4: found a second column \"026100\" (the first is column 3), expected one"},
    {"duplicate_column.csv",
     ":1: column 4: found a second column \"member\" (the first is column 2), expected one"},
    {"empty.csv",
     ":1: column 1: found an empty file, expected a report, a class page or a folder of them"},
    {"empty_class.csv", ":2: column 1 (Class): found nothing, expected the name of a class"},
    {"empty_member.csv", ":2: column 2 (Member): found nothing, expected the name of a member"},
    {"half_unit.csv", ":3: character 1: found a single byte at the end of the file, expected "
                      "UTF-16, two bytes for each unit"},
    {"invalid_utf8.csv", ":3: character 4: found the byte 0xe9, which is not UTF-8, " UTF},
    {"lone_cr.csv", ":1: column 1: found a row behind a carriage return (CR) without a line feed, "
                    "expected lines that end in LF or CRLF"},
    {"no_build.csv", ":1: columns 1 to 3: found no build column, and no build number in the file's "
                     "name, expected a column such as 26100 or, for a collection from one system, "
                     "a file's name such as 26100.csv"},
    {"no_class.csv",
     ":1: columns 1 to 2: found no column Class in a header that starts with \"Member\", expected "
     "Class, Member and at least one build number, such as 26100"},
    {"no_member.csv",
     ":3: columns 1 to 2: found no column Member in a header that starts with \"Class\", expected "
     "Class, Member and at least one build number, such as 26100"},
    {"no_rows.csv", ":1: column 1: found the end of the file and no row behind the header, "
                    "expected a row for each member"},
    {"not_double_encoded.csv", ":2: column 4 (26100): found \"‚úÖ\", expected " MARKS},
    {"nul_byte.csv", ":3: character 12: found a NUL byte, " UTF},
    {"only_bom.csv", ":1: column 1: found a blank file, expected a header with Class, Member and "
                     "at least one build number"},
    {"open_quote.csv", ":3: column 6 (Desc): found a quote that is never closed, expected its end "
                       "before the end of the file"},
    {"page_alignment.md",
     ":8: column 8: found 7 cells in the alignment row, expected 8 as in the header"},
    {"page_broken_row.md",
     ":9: column 8 (Desc_EN): found 7 fields in this row, expected 8 as in the header"},
    {"page_heading.md", ":1: column 1: found the heading \"## Members\", expected the heading of a "
                        "class page, \"# WMI Class: NAME\" or \"# NAME\""},
    {"page_no_alignment.md",
     ":3: column 1: found \"| Member | 26100 |\" outside a table, expected an alignment row "
     "(|---|) below the header of a table, and no blank line inside a table"},
    {"page_no_build.md",
     ":7: columns 1 to 2: found no column of a build in a header that starts with \"Member\", "
     "expected Member and at least one build number, such as 26100"},
    {"page_no_rows.md", ":11: column 1: found the end of the file and no row behind the header, "
                        "expected a row for each member"},
    {"page_no_table.md",
     ":4: column 1: found the end of the page and no table with a column Member, expected one"},
    {"page_not_closed.md", ":10: column 8 (Desc_EN): found the end of the line, expected a pipe "
                           "behind the last cell, as in the header"},
    {"page_other_class.md",
     ":9: column 1 (Class): found \"Fan_Blade\", expected the class that the page's heading names"},
    {"page_pipes.md", ":10: column 7 (Desc): found 3 cells in place of the last two, and no one "
                      "way to make two equal texts of them, expected \\| for a pipe in a text"},
    {"page_stray_row.md",
     ":11: column 1: found \"| Stop | Method | Method…\" outside a table, expected an "
     "alignment row (|---|) below the header of a table, and no blank line inside a table"},
    {"page_title.md", ":1: column 1: found the heading \"# About these pages\", expected the "
                      "heading of a class page, \"# WMI Class: NAME\" or \"# NAME\""},
    {"page_too_few.md",
     ":10: column 4 (Access): found 3 fields in this row, expected 8 as in the header"},
    {"page_too_many.md", ":9: column 4: found 4 fields in this row, expected 3 as in the header"},
    {"page_two_tables.md",
     ":11: column 1: found a second table with a column Member, expected one in a page"},
    {"page_unknown_mark.md", ":9: column 6 (14393): found \"ja\", expected " MARKS},
    {"quote_in_field.csv", ":3: column 6 (Desc): found a quote inside a field, expected the whole "
                           "field in quotes and \"\" for a quote in it"},
    {"surrogate.csv", ":2: character 4: found half of a surrogate pair, expected both"},
    {"too_few.csv",
     ":3: column 5 (14393): found 4 fields in this row, expected 6 as in the header"},
    {"too_many.csv", ":3: column 7: found 7 fields in this row, expected 6 as in the header"},
    {"two_descriptions.csv",
     ":1: column 5: found a second column \"Description\" (the first is column 4), expected one"},
    {"unknown_mark.csv", ":3: column 4 (26100): found \"maybe\", expected " MARKS},
    {"utf16_without_bom.csv", ":1: character 2: found a NUL byte, " UTF},
};

static void every_fault_is_told_with_file_line_column_found_and_expected(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[256], message[1024];
        const char *const paths[] = {path};
        snprintf(path, sizeof path, FIXTURES "errors/%s", refused[i].name);
        snprintf(message, sizeof message, "%s%s", path, refused[i].message);
        load_fails(paths, 1, message);
    }
}

static void a_date_in_a_collections_name_is_no_build(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "host7_17763_2024-05-01.csv");
    assert_int_equal(report->builds.count, 1);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 17763), REPORT_PRESENT);
    memory_free(report);
}

static void a_collection_needs_one_build_in_its_name(void **state) {
    (void)state;
    const char *path = FIXTURES "unnamed.csv";
    load_fails(&path, 1,
               FIXTURES "unnamed.csv:1: columns 1 to 3: found no build column, and no build number "
                        "in the file's name, expected a column such as 26100 or, for a collection "
                        "from one system, a file's name such as 26100.csv");
    path = FIXTURES "26100_and_14393.csv";
    load_fails(&path, 1,
               FIXTURES "26100_and_14393.csv:1: columns 1 to 3: found no build column, and the "
                        "numbers 26100 and 14393 in the file's name \"26100_and_14393.csv\", "
                        "expected one, the collection's build");
}

/* The builder makes this message; here it must name both places. */
static void a_contradiction_names_both_places(void **state) {
    (void)state;
    const char *const paths[] = {FIXTURES "contradicting/1.csv", FIXTURES "contradicting/2.md"};
    const struct release_list releases = {NULL, 0};
    struct error error = {NULL};
    struct report *report;
    assert_int_equal(read_report(paths, 2, &releases, NULL, &report, &error), ERROR_INPUT);
    assert_non_null(strstr(error.message, FIXTURES "contradicting/1.csv:2"));
    assert_non_null(strstr(error.message, FIXTURES "contradicting/2.md:9"));
    error_clear(&error);
    assert_int_equal(read_report((const char *const[]){FIXTURES "errors/contradiction.csv"}, 1,
                                 &releases, NULL, &report, &error),
                     ERROR_INPUT);
    assert_non_null(strstr(error.message, "contradiction.csv:2"));
    assert_non_null(strstr(error.message, "contradiction.csv:3"));
    error_clear(&error);
}

/* Names that are long, or that act on a terminal. */
static void a_contradiction_shows_little_of_the_names(void **state) {
    (void)state;
    const char *path = FIXTURES "errors/contradiction_long.csv";
    load_fails(
        &path, 1,
        FIXTURES
        "errors/contradiction_long.csv:3: column 26100: found "
        "Fan\\x1b[31m_Motorxxxxxxxxxxxxxxxxx….Speed absent, expected it available as " FIXTURES
        "errors/contradiction_long.csv:2 says");
}

static void folders_without_a_source_are_refused(void **state) {
    (void)state;
    const char *path = FIXTURES "folder_of_folders";
    load_fails(&path, 1,
               FIXTURES "folder_of_folders: found a folder of folders, expected class pages, "
                        "reports or MOF files (.md, .csv, .txt, .mof, .mfl) right inside it");
    path = FIXTURES "folder_without_pages";
    load_fails(&path, 1,
               FIXTURES "folder_without_pages: found a folder without a page or report, expected "
                        "class pages, reports or MOF files (.md, .csv, .txt, .mof, .mfl) "
                        "right inside it");
}

static void what_is_no_file_is_refused(void **state) {
    (void)state;
    const char *path = FIXTURES "missing.csv";
    load_fails(&path, 1,
               FIXTURES
               "missing.csv: found no file that can be opened (No such file or directory), "
               "expected a report, a class page or a folder of them");
    path = "";
    load_fails(&path, 1,
               ": found no file that can be opened (No such file or directory), expected a report, "
               "a class page or a folder of them");
#if defined(_WIN32)
#define DEVICE "NUL"
#else
#define DEVICE "/dev/null"
#endif
    path = DEVICE;
    load_fails(&path, 1,
               DEVICE ": found a device, expected a report, a class page or a folder of them");
}

#if !defined(_WIN32) /* where no file may bear such a name */
/* A path is others' text, too: of a folder, the names of its files. */
static void a_path_is_shown_so_that_it_does_no_harm(void **state) {
    (void)state;
    const char *path = FIXTURES "\x1b[31mred\n.csv";
    load_fails(
        &path, 1,
        FIXTURES
        "\\x1b[31mred\\x0a.csv: found no file that can be opened (No such file or directory), "
        "expected a report, a class page or a folder of them");
    char place[512];
    temporary_path(place, "26100\x1b]0;x\a.csv");
    write_file(place, "Class,Member,26100\nA,B,maybe\n", 29);
    path = place;
    struct error error = {NULL};
    struct report *report;
    const struct release_list releases = {NULL, 0};
    assert_int_equal(read_report(&path, 1, &releases, NULL, &report, &error), ERROR_INPUT);
    assert_non_null(
        strstr(error.message, "26100\\x1b]0;x\\x07.csv:2: column 3 (26100): found \"maybe\""));
    error_clear(&error);
    remove(place);
}
#endif

#if !defined(_WIN32) /* which has no FIFOs */
/* It must neither block nor be read. */
static void a_fifo_is_refused(void **state) {
    (void)state;
    char path[512], message[1024];
    const char *const paths[] = {path};
    temporary_path(path, "wmi_test_fifo.csv");
    remove(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(message, sizeof message,
             "%s: found a FIFO, expected a report, a class page or a folder of them", path);
    load_fails(paths, 1, message);
    remove(path);
}
#endif

/* One bad file of several: nothing comes of the good ones. */
static void a_source_is_never_half_loaded(void **state) {
    (void)state;
    const char *const paths[] = {FIXTURES "plain.csv", FIXTURES "errors/too_few.csv"};
    load_fails(paths, 2,
               FIXTURES "errors/too_few.csv:3: column 5 (14393): found 4 fields in this row, "
                        "expected 6 as in the header");
}

/* Two lines of one spelling, below the header Class,Member,Type,Category,Key,26100,14393. */
static void lines_that_say_other_things_of_a_member_are_refused(void **state) {
    static const struct {
        const char *first, *second, *says; /* NULL: nothing is wrong */
    } pairs[] = {
        {"UInt8,Property,,1,", "String,Property,,1,", "with the type String, expected UInt8"},
        {"UInt8,Property,,1,", "uint8,property,,1,1", NULL},
        {"UInt8,Property,,1,0", ",Property,,1,0", NULL},
        {"UInt8,Property,,1,0", "String,Property,,,0", NULL}, /* it says nothing of it there */
        {"UInt8,Property,,,1", "String,Property,,1,", NULL},  /* the type has changed */
        {"UInt8,Property,,~1,1", "String,Property,,1,", "with the type String, expected UInt8"},
        {"UInt8,Property,,1,1", "UInt8,Method,,,1", "with the category Method, expected Property"},
        {"UInt8,Property,yes,1,1", "UInt8,Property,no,1,1", "with the key no, expected yes"},
        {"UInt8,Property,no,1,1", "UInt8,Property,yes,1,1", "with the key yes, expected no"},
        {"UInt8,Property,yes,1,1", "UInt8,Property,,1,1", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char path[512], text[256], message[1200];
        int size =
            snprintf(text, sizeof text,
                     "Class,Member,Type,Category,Key,26100,14393\nFan,A,Real32,Property,,1,1\n"
                     "Fan,P,%s\nFan,Q,UInt8,Property,,1,1\nFan,P,%s\n",
                     pairs[i].first, pairs[i].second);
        temporary_path(path, "twice.csv");
        write_file(path, text, (size_t)size);
        const char *one = path;
        snprintf(message, sizeof message, "%s:5: found Fan.P %s as %s:3 says", path,
                 pairs[i].says ? pairs[i].says : "", path);
        if (pairs[i].says)
            load_fails(&one, 1, message);
        else
            memory_free(load(path));
        remove(path);
    }
}

/* Sources call types by other names. */
static void sources_may_differ_in_the_type(void **state) {
    (void)state;
    char first[512], second[512];
    static const char text[] = "Class,Member,Type,26100\nFan,P,UInt8,1\n",
                      other[] = "Class,Member,Type,26100\nFan,P,System.Byte,1\n";
    temporary_path(first, "first.csv");
    temporary_path(second, "second.csv");
    write_file(first, text, sizeof text - 1);
    write_file(second, other, sizeof other - 1);
    const char *const paths[] = {first, second};
    struct report *report = load_paths(paths, 2);
    assert_int_equal(report->members.count, 1);
    memory_free(report);
    remove(first);
    remove(second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#if !defined(_WIN32)
        cmocka_unit_test(lines_that_say_other_things_of_a_member_are_refused),
        cmocka_unit_test(sources_may_differ_in_the_type),
        cmocka_unit_test(a_path_is_shown_so_that_it_does_no_harm),
#endif
        cmocka_unit_test(every_fault_is_told_with_file_line_column_found_and_expected),
        cmocka_unit_test(a_date_in_a_collections_name_is_no_build),
        cmocka_unit_test(a_collection_needs_one_build_in_its_name),
        cmocka_unit_test(a_contradiction_names_both_places),
        cmocka_unit_test(a_contradiction_shows_little_of_the_names),
        cmocka_unit_test(folders_without_a_source_are_refused),
        cmocka_unit_test(what_is_no_file_is_refused),
#if !defined(_WIN32)
        cmocka_unit_test(a_fifo_is_refused),
#endif
        cmocka_unit_test(a_source_is_never_half_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
