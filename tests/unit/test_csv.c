#include "read/csv.h"
#include "read_helper.h"

/* What a file became when it was read one way: the report, or the message. */
struct outcome {
    int status;
    struct report *report;
    struct error error;
};

static struct outcome read_way(const char *path, enum csv_way way) {
    static const struct builder_origin origin = {"source", "csv", "utf-8", "0"};
    const struct release_list releases = {NULL, 0};
    struct outcome outcome = {0};
    struct bytes bytes = {.file = {-1}};
    struct row_reader *reader = calloc(1, sizeof *reader);
    struct builder *builder = builder_new();
    assert_true(reader && builder);
    row_source(reader, builder, path, &outcome.error);
    assert_int_equal(bytes_open(&bytes, path, REPAIR_NONE, NULL, NULL, &outcome.error), ERROR_NONE);
    outcome.status = csv_read(&bytes, reader, way);
    if (outcome.status == ERROR_NONE)
        outcome.status =
            builder_finish(builder, &origin, &releases, &outcome.report, &outcome.error);
    bytes_close(&bytes);
    bytes_free(&bytes);
    row_free(reader);
    free(reader);
    builder_free(builder);
    return outcome;
}

/* Reads the file both ways; says whether it could be read. */
static bool same_both_ways(const char *path) {
    struct outcome quick = read_way(path, CSV_QUICK), slow = read_way(path, CSV_BY_LIBCSV);
    assert_int_equal(quick.status, slow.status);
    assert_int_equal(quick.report == NULL, slow.report == NULL);
    if (quick.report) {
        assert_int_equal(quick.report->size, slow.report->size);
        assert_memory_equal(quick.report, slow.report, quick.report->size);
    } else {
        assert_string_equal(quick.error.message, slow.error.message);
    }
    bool read = quick.report != NULL;
    memory_free(quick.report);
    memory_free(slow.report);
    error_clear(&quick.error);
    error_clear(&slow.error);
    return read;
}

static uint32_t random_state = 20240607;

static uint32_t random_below(uint32_t limit) {
    random_state = random_state * 1664525 + 1013904223;
    return (random_state >> 8) % limit;
}

/* Appends a field that is right more often than not. */
static char *random_field(char *end, int column, unsigned row) {
    static const char *const marks[] = {"✅", "❌", "Y", "n", "", " ✅ ", "-", "\"✅\"", "maybe"};
    static const char *const texts[] = {
        "",     "plain",  " blanks\t", "\"a, b\"", "\"two\nlines\"", "\"\"\"\"", "[无描述]",
        "a\tb", "\"x\" ", "\"\r\n\"",  "a\"b",     "\"a\"b",         "a\rb"};
    if (column == 0)
        return end + sprintf(end, "Class%u", random_below(3));
    if (column == 1)
        return end + sprintf(end, random_below(8) ? "Member%u" : "\"Member%u\"", row);
    if (column < 5)
        return end + sprintf(end, "%s", marks[random_below(random_below(200) ? 8 : 9)]);
    return end + sprintf(end, "%s", texts[random_below(random_below(100) ? 10 : 13)]);
}

static void lines_are_split_as_libcsv_splits_them(void **state) {
    (void)state;
    static char text[20000];
    char path[512];
    int read = 0, refused = 0;
    temporary_path(path, "wmi_test_csv");
    for (int file = 0; file < 3000; file++) {
        const char *ending = random_below(3) ? "\n" : "\r\n";
        char *end = text + sprintf(text, "Class,Member,3,2,1,Desc%s", ending);
        for (unsigned row = 0, rows = random_below(30); row < rows; row++) {
            int columns = random_below(150) ? 6 : 5 + (int)random_below(3);
            for (int column = 0; column < columns; column++) {
                end = random_field(end, column, row);
                *end++ = ',';
            }
            end += sprintf(end - 1, "%s", ending) - 1;
            if (!random_below(10))
                end += sprintf(end, "%s%s", random_below(2) ? "" : " \t ", ending);
        }
        if (!random_below(4))
            end--;
        write_file(path, text, (size_t)(end - text));
        if (same_both_ways(path))
            read++;
        else
            refused++;
    }
    remove(path);
    assert_true(read > 1000 && refused > 300);
}

static void the_fixtures_read_the_same_both_ways(void **state) {
    (void)state;
    static const char *const names[] = {
        "plain.csv",
        "bom_crlf.csv",
        "no_final_newline.csv",
        "quoted.csv",
        "marks.csv",
        "any_order.csv",
        "wide.csv",
        "utf16le.csv",
        "errors/lone_cr.csv",
        "errors/too_few.csv",
        "errors/open_quote.csv",
        "errors/nul.csv",
        "errors/no_rows.csv",
        "errors/too_many.csv",
        "errors/cut_off.csv",
        "errors/blank.csv",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[256];
        snprintf(path, sizeof path, FIXTURES "%s", names[i]);
        same_both_ways(path);
    }
}

static void the_full_report_reads_the_same_both_ways(void **state) {
    (void)state;
    char path[512];
    if (!shared_path(path, "report/WMI_Version_Comparison_Report.csv"))
        skip();
    assert_true(same_both_ways(path));
}

/* A field that is longer than any buffer starts out, over many lines, comes through whole. */
static void a_long_field_comes_through_whole(void **state) {
    (void)state;
    enum { SIZE = 3 << 20 };
    char *text = malloc(SIZE + 256), path[512];
    assert_non_null(text);
    size_t size = (size_t)sprintf(text, "Class,Member,26100,Desc\nA,B,Y,\"");
    size_t start = size;
    for (; size < SIZE; size++)
        text[size] = size % 91 ? 'x' : '\n';
    size += (size_t)sprintf(text + size, "\"\nA,C,N,short\n");
    temporary_path(path, "wmi_test_csv");
    write_file(path, text, size);
    struct report *report = load(path);
    const char *found = description_of(report, "A", "B");
    assert_int_equal(strlen(found), SIZE - start);
    assert_memory_equal(found, text + start, SIZE - start);
    assert_int_equal(cell_of(report, "A", "C", 26100), REPORT_ABSENT);
    memory_free(report);
    remove(path);
    free(text);
}

static void a_quote_that_stays_open_for_too_long_is_told_where_it_opens(void **state) {
    (void)state;
    size_t size = BYTES_LINE_MAX + 1000;
    char *text = malloc(size), path[512], expected[1024];
    const char *const paths[] = {path};
    assert_non_null(text);
    size_t start = (size_t)sprintf(text, "Class,Member,26100,Desc\nA,B,Y,\nA,\n");
    start += (size_t)sprintf(text + start - 3, "A,C,Y,\"") - 3;
    for (size_t i = start; i < size; i++)
        text[i] = i % 100 ? 'x' : '\n';
    temporary_path(path, "wmi_test_csv");
    write_file(path, text, size);
    snprintf(
        expected, sizeof expected,
        "%s:3: column 4 (Desc): found a quote that is still open after 16 MB, expected its end",
        path);
    load_fails(paths, 1, expected);
    remove(path);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_split_as_libcsv_splits_them),
        cmocka_unit_test(the_fixtures_read_the_same_both_ways),
        cmocka_unit_test(the_full_report_reads_the_same_both_ways),
        cmocka_unit_test(a_long_field_comes_through_whole),
        cmocka_unit_test(a_quote_that_stays_open_for_too_long_is_told_where_it_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
