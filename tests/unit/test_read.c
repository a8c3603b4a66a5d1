#include "read_helper.h"

/* --- What is read --- */

/* The report that most fixtures hold, in one form or another. */
static void check_plain(const char *name, const char *format, const char *encoding) {
    char path[256];
    snprintf(path, sizeof path, FIXTURES "%s", name);
    struct report *report = load(path);
    assert_string_equal(report_text(report, report->source), path);
    assert_string_equal(report_text(report, report->format), format);
    assert_string_equal(report_text(report, report->encoding), encoding);
    assert_int_equal(report->members.count, 3);
    assert_int_equal(report->builds.count, 2);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 14393), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Status", 14393), REPORT_PRESENT);
    assert_string_equal(description_of(report, "Fan_Motor", "Speed"), "Turns a minute.");
    assert_null(description_of(report, "Fan_Motor", "Status"));
    assert_string_equal(description_en_of(report, "Fan_Motor", "Status"), "How it is, now.");
    assert_null(description_of(report, "Fan_Motor", "Stop"));
    const struct report_kind *kind = kind_of(report, "Fan_Motor", "Stop");
    assert_string_equal(report_text(report, kind->type), "Method");
    assert_string_equal(report_text(report, kind->category), "Method");
    assert_string_equal(report_text(report, kind->access), "Method");
    struct report_entries map = report_value_map(report, member_of(report, "Fan_Motor", "Status"));
    assert_int_equal(map.end - map.first, 3);
    assert_string_equal(report_entry_value(report, map.first + 2), "11..32767");
    assert_string_equal(report_text(report, report_entry_label(report, map.first + 2)), "Reserved");
    memory_free(report);
}

static void every_encoding_gives_the_same_report(void **state) {
    (void)state;
    check_plain("plain.csv", "csv", "utf-8");
    check_plain("no_final_newline.csv", "csv", "utf-8");
    check_plain("bom_crlf.csv", "csv", "utf-8 (bom)");
    check_plain("utf16le.csv", "csv", "utf-16le");
    check_plain("utf16be.csv", "csv", "utf-16be");
}

static void double_encoded_reports_are_repaired(void **state) {
    (void)state;
    check_plain("mac_roman.csv", "csv", "utf-8 via mac roman");
    check_plain("mac_roman_bom.csv", "csv", "utf-8 via mac roman");
    check_plain("windows_1252.csv", "csv", "utf-8 via windows-1252");
    check_plain("windows_1252_utf16le.csv", "csv", "utf-16le via windows-1252");
}

/* Rows had been handed to the builder before a mark could not be read. */
static void a_repair_that_comes_late_leaves_nothing_behind(void **state) {
    (void)state;
    const char *const paths[] = {FIXTURES "several/old.csv", FIXTURES "mac_roman_late.csv"};
    struct report *report = load_paths(paths, 2);
    assert_string_equal(report_text(report, report->encoding), "utf-8+utf-8 via mac roman");
    assert_int_equal(report->rows_read, 5);
    assert_int_equal(cell_of(report, "Fan_Motor", "A", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "C", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "C", 14393), REPORT_ABSENT);
    memory_free(report);
}

static void every_mark_is_read(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "marks.csv");
    static const int expected[] = {1, 1,  1,  1,  1, 1, 1, 0, 0, 0, 0, 0, 0,
                                   0, -1, -1, -1, 1, 0, 1, 1, 0, 0, 1, 1};
    for (int i = 0; i < 25; i++) {
        char member[16];
        snprintf(member, sizeof member, "M%02d", i);
        assert_int_equal(cell_of(report, "Fan_Motor", member, 26100), expected[i]);
    }
    memory_free(report);
}

static void columns_are_found_by_name_in_any_order(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "any_order.csv");
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 14393), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Stop", 14393), REPORT_UNKNOWN);
    assert_string_equal(description_of(report, "Fan_Motor", "Speed"), "Umdrehungen.");
    assert_string_equal(description_en_of(report, "Fan_Motor", "Speed"), "Turns a minute.");
    assert_null(description_en_of(report, "Fan_Motor", "Stop"));
    const struct report_kind *kind = kind_of(report, "Fan_Motor", "Speed");
    assert_null(report_text(report, kind->type));
    assert_null(report_text(report, kind->access));
    assert_string_equal(report_text(report, kind->category), "Property");
    memory_free(report);
}

static void quotes_blanks_and_blank_lines_are_understood(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "quoted.csv");
    assert_int_equal(report->rows_read, 3);
    assert_string_equal(description_of(report, "Fan_Motor", "Speed"),
                        "two\nlines, and a \"quote\"");
    assert_int_equal(cell_of(report, "Fan_Motor", "Stop", 26100), REPORT_PRESENT);
    assert_string_equal(description_of(report, "Fan_Motor", "Stop"), "plain");
    assert_string_equal(description_of(report, "Fan_Motor", "Text"), " blanks ");
    memory_free(report);
}

static void more_builds_than_one_word_of_bits_are_read(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "wide.csv");
    for (uint32_t i = 0; i < 70; i++)
        assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 30000 - i),
                         i == 0 || i == 63 || i == 64 || i == 69);
    memory_free(report);
}

/* --- Pages, folders, several paths, collections --- */

static void a_folder_is_one_report(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "pages");
    assert_string_equal(report_text(report, report->source), FIXTURES "pages");
    assert_string_equal(report_text(report, report->format), "markdown");
    assert_int_equal(report->members.count, 7);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 14393), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Case", "Colour", 26100), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Case", "Colour", 14393), REPORT_UNKNOWN);
    memory_free(report);
}

static void pipes_in_descriptions_are_read_where_they_are_certain(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "pages");
    assert_string_equal(description_of(report, "Fan_Blade", "Length"), "a | b");
    assert_string_equal(description_en_of(report, "Fan_Blade", "Length"), "a | b");
    assert_string_equal(description_of(report, "Fan_Blade", "Width"), "a | b");
    assert_string_equal(description_en_of(report, "Fan_Blade", "Width"), "c | d");
    assert_string_equal(description_of(report, "Fan_Case", "Size"), "one | two");
    assert_null(description_of(report, "Fan_Case", "Colour"));
    assert_null(description_of(report, "Fan_Blade", "Weight"));
    memory_free(report);
}

static void a_double_encoded_page_of_another_name_is_a_page(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "mac_roman_page.txt");
    assert_string_equal(report_text(report, report->format), "markdown");
    assert_string_equal(report_text(report, report->encoding), "utf-8 via mac roman");
    assert_null(description_of(report, "Fan_Motor", "Stop"));
    assert_string_equal(description_en_of(report, "Fan_Motor", "Stop"), "Stops it.");
    memory_free(report);
}

static void pages_and_csv_mix(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "mix");
    assert_string_equal(report_text(report, report->format), "markdown+csv");
    assert_int_equal(report->members.count, 3);
    assert_int_equal(report->rows_merged, 1);
    memory_free(report);
}

static void a_source_that_lacks_a_build_leaves_it_unknown(void **state) {
    (void)state;
    const char *const paths[] = {FIXTURES "several/old.csv", FIXTURES "several/new.csv"};
    struct report *report = load_paths(paths, 2);
    assert_string_equal(report_text(report, report->source),
                        FIXTURES "several/old.csv; " FIXTURES "several/new.csv");
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 14393), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Stop", 14393), REPORT_UNKNOWN);
    assert_int_equal(cell_of(report, "Fan_Blade", "Length", 26100), REPORT_UNKNOWN);
    memory_free(report);
}

static void collections_become_one_comparison(void **state) {
    (void)state;
    struct report *report = load(FIXTURES "collections");
    assert_string_equal(report_text(report, report->format), "collection");
    assert_string_equal(report_text(report, report->encoding), "utf-8 (bom)");
    assert_int_equal(report->builds.count, 2);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 26100), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 14393), REPORT_PRESENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Stop", 26100), REPORT_ABSENT);
    assert_int_equal(cell_of(report, "Fan_Motor", "Start", 14393), REPORT_ABSENT);
    assert_string_equal(report_text(report, kind_of(report, "Fan_Motor", "Start")->category),
                        "Method");
    memory_free(report);
}

/* --- Interrupting --- */

struct patience {
    int left;
};

static bool ask(void *context) {
    struct patience *patience = context;
    return patience->left-- == 0;
}

/* Whatever the file before it inferred: here the newest build of its last row. */
static void a_collection_is_seen_and_not_inferred(void **state) {
    (void)state;
    const char *const paths[] = {FIXTURES "inferred.csv", FIXTURES "host7_17763_2024-05-01.csv"};
    struct report *report = load_paths(paths, 2);
    assert_int_equal(cell_of(report, "Fan_Motor", "Speed", 17763), 1);
    assert_true(report_is_inferred(report, member_of(report, "Fan_Blade", "Count"), 0));
    assert_false(report_is_inferred(report, member_of(report, "Fan_Motor", "Speed"), 1));
    memory_free(report);
}

static void a_long_load_can_be_interrupted_between_any_two_chunks(void **state) {
    (void)state;
    const struct release_list releases = {NULL, 0};
    const char *path = FIXTURES "pages";
    for (int left = 0;; left++) {
        struct patience patience = {left};
        struct poll asked = {ask, &patience};
        struct error error = {NULL};
        struct report *report;
        int status = read_report(&path, 1, &releases, &asked, &report, &error);
        assert_null(error.message);
        if (status == ERROR_NONE) {
            memory_free(report);
            assert_true(left >= 3); /* asked for each of the three pages at least */
            break;
        }
        assert_int_equal(status, ERROR_INTERRUPT);
        assert_null(report);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding_gives_the_same_report),
        cmocka_unit_test(double_encoded_reports_are_repaired),
        cmocka_unit_test(a_repair_that_comes_late_leaves_nothing_behind),
        cmocka_unit_test(every_mark_is_read),
        cmocka_unit_test(columns_are_found_by_name_in_any_order),
        cmocka_unit_test(quotes_blanks_and_blank_lines_are_understood),
        cmocka_unit_test(more_builds_than_one_word_of_bits_are_read),
        cmocka_unit_test(a_folder_is_one_report),
        cmocka_unit_test(pipes_in_descriptions_are_read_where_they_are_certain),
        cmocka_unit_test(a_double_encoded_page_of_another_name_is_a_page),
        cmocka_unit_test(pages_and_csv_mix),
        cmocka_unit_test(a_source_that_lacks_a_build_leaves_it_unknown),
        cmocka_unit_test(collections_become_one_comparison),
        cmocka_unit_test(a_collection_is_seen_and_not_inferred),
        cmocka_unit_test(a_long_load_can_be_interrupted_between_any_two_chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
