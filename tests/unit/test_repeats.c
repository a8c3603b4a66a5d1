#include "read_helper.h"

#include "read/cells.h"
#include "read/repeats.h"
#include "read/value_map.h"

#include <csv.h>

/* --- Lines of fields that end in commas --- */

/* Notes the fields of a line up to `field`; returns where that one starts. */
static size_t note(struct repeats *repeats, const char *line, size_t field) {
    size_t at = 0;
    for (size_t i = 0; i < field; i++) {
        size_t size = strcspn(line + at, ",\n") + 1;
        repeats_note(repeats, i, size);
        at += size;
    }
    return at;
}

/* How many fields from `field` on stand in `rest` as in the line before. */
static size_t before(const struct repeats *repeats, size_t field, const char *rest, size_t *size) {
    return repeats_before(repeats, field, repeats->fields - field, rest, strlen(rest), size);
}

static void fields_stand_again_whole_or_not_at_all(void **state) {
    static const char line[] = "Fan,Speed,,yes\n";
    struct repeats repeats = {0};
    size_t size;
    (void)state;
    assert_int_equal(repeats_start(&repeats, 4), ERROR_NONE);
    assert_int_equal(before(&repeats, 0, line, &size), 0);
    assert_int_equal(note(&repeats, line, 4), strlen(line));
    assert_int_equal(repeats_keep(&repeats, line, strlen(line)), ERROR_NONE);
    assert_int_equal(before(&repeats, 0, line, &size), 4);
    assert_int_equal(size, 15);
    assert_int_equal(repeats_before(&repeats, 0, 3, line, strlen(line), &size), 3);
    assert_int_equal(size, 11);
    assert_int_equal(before(&repeats, 0, "Fan,Speed,,no\n", &size), 3);
    assert_int_equal(size, 11);
    assert_int_equal(before(&repeats, 0, "Fan,Speed", &size), 1);
    assert_int_equal(before(&repeats, 0, "Fan ,Speed,,yes\n", &size), 0);
    repeats_pass(&repeats, 4);
    assert_int_equal(before(&repeats, 1, "Speed,", &size), 1);
    repeats_note(&repeats, 1, 9); /* another field stands there now */
    assert_int_equal(before(&repeats, 2, ",yes\n", &size), 2);
    repeats_pass(&repeats, 1);
    assert_int_equal(before(&repeats, 3, "yes\r\n", &size), 0);
    assert_int_equal(before(&repeats, 3, "yes", &size), 0);
    assert_int_equal(before(&repeats, 3, "yes\n", &size), 1);
    repeats_forget(&repeats);
    assert_int_equal(before(&repeats, 0, line, &size), 0);
    repeats_free(&repeats);
}

/* The size of a field of three, if it says what the one to its left says. */
static size_t left(const char *line, size_t field) {
    struct repeats repeats = {0};
    assert_int_equal(repeats_start(&repeats, 3), ERROR_NONE);
    size_t at = note(&repeats, line, field);
    size_t size = repeats_left(&repeats, field, line, at, strlen(line), ',');
    repeats_free(&repeats);
    return size;
}

static void a_field_repeats_the_one_to_its_left_if_it_ends_there(void **state) {
    (void)state;
    assert_int_equal(left("A,bb,bb\n", 2), 3);
    assert_int_equal(left("A,bb,bb\r\n", 2), 4);
    assert_int_equal(left("A,bb,bb", 2), 0);
    assert_int_equal(left("A,bb,bb,\n", 2), 0);
    assert_int_equal(left("A,bb,bb \n", 2), 0);
    assert_int_equal(left("A,bb,bb\r \n", 2), 0);
    assert_int_equal(left("A,bb,b\n", 2), 0);
    assert_int_equal(left("A,bb,cc\n", 2), 0);
    assert_int_equal(left("bb,bb,c\n", 1), 3);
    assert_int_equal(left("bb,bbb,c\n", 1), 0);
    assert_int_equal(left("bb,bb\n", 1), 0);
}

/* --- Files of fields that repeat each other, against libcsv's own reading of the whole --- */

enum { COLUMNS = 9, FIELDS_MAX = 1 << 14, FILE_MAX = 1 << 20 };

struct fields {
    char *text[FIELDS_MAX]; /* owned */
    size_t count, rows;
};

static void on_field(void *text, size_t size, void *context) {
    struct fields *fields = context;
    char *copy = malloc(size + 1);
    assert_non_null(copy);
    assert_true(fields->count < FIELDS_MAX);
    memcpy(copy, text, size);
    copy[size] = '\0';
    fields->text[fields->count++] = copy;
}

static void on_row(int end, void *context) {
    (void)end;
    ((struct fields *)context)->rows++;
}

static void read_whole(struct fields *fields, const char *file, size_t size, char separator) {
    struct csv_parser parser;
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
    csv_set_delim(&parser, (unsigned char)separator);
    fields->count = fields->rows = 0;
    assert_int_equal(csv_parse(&parser, file, size, on_field, on_row, fields), size);
    assert_int_equal(csv_fini(&parser, on_field, on_row, fields), 0);
    csv_free(&parser);
    assert_int_equal(fields->count, fields->rows * COLUMNS);
}

static void free_fields(struct fields *fields) {
    for (size_t i = 0; i < fields->count; i++)
        free(fields->text[i]);
}

static uint32_t random_below(uint64_t *state, uint32_t limit) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % limit;
}

static const char *const texts[] = {
    "",         "a",        " a",         "a ", "\"a\"",    "ab",         "\"a\" ",       " \"\" ",
    "\"x, y\"", "\"x; y\"", "\"a\"\"b\"", "é",  "\"a\nb\"", "\"a\r\nb\"", "\"a,\n\"\"\"", "a b",
    "\" a \"",  "\"\rb\"",  "abc"};
static const char *const marks[] = {"✅", "❌", "", "~✅", " ✅ ", "\"❌\"", "-", "Yes"};

enum { TEXTS = sizeof texts / sizeof *texts, MARKS = sizeof marks / sizeof *marks };

/* A file of `rows` rows, in which every third field, about, is another than in the row before. */
static size_t make_file(char *file, uint64_t *state, size_t rows, char separator) {
    const char *held[COLUMNS] = {"Fan", "", "a", "a", "a", "✅", "✅", "", ""};
    const char *ends[] = {"\n", "\r\n", "\n\n"};
    const char *end = ends[random_below(state, 3)];
    char *at = append(
        file, "Class%cMember%cType%cAccess%cDeprecated%c26100%c14393%cDesc%cDesc_EN%s", separator,
        separator, separator, separator, separator, separator, separator, separator, end);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < COLUMNS; i++) {
            if (random_below(state, 3) == 0)
                held[i] = i == 5 || i == 6 ? marks[random_below(state, MARKS)]
                                           : texts[random_below(state, TEXTS)];
            if (i > 7 && random_below(state, 2))
                held[i] = held[i - 1];
            if (i == 0)
                held[i] = random_below(state, 8) ? held[i] : row % 2 ? "\"Fan\"" : "Fan ";
            if (i == 0 && !strstr(held[0], "Fan"))
                held[0] = "Fan";
            if (i == 1)
                at = append(at, "%cM%u", separator, (unsigned)row);
            else
                at = append(at, "%s%s", i ? (char[2]){separator, '\0'} : "", held[i]);
        }
        at = append(at, "%s", end);
        if (random_below(state, 16) == 0) /* the header again */
            at =
                append(at, "Class%cMember%cType%cAccess%cDeprecated%c26100%c14393%cDesc%cDesc_EN%s",
                       separator, separator, separator, separator, separator, separator, separator,
                       separator, end);
    }
    if (random_below(state, 2)) /* the last line has no end */
        while (at > file && (at[-1] == '\n' || at[-1] == '\r'))
            at--;
    return (size_t)(at - file);
}

static void same_text(const char *found, const char *expected) {
    if (!*expected)
        assert_null(found);
    else
        assert_string_equal(found, expected);
}

/* A name, which is stored without the blanks around it; changes `said`. */
static void same_name(const char *found, char *said) {
    struct text trimmed = cells_trim(said, strlen(said));
    said[trimmed.text + trimmed.size - said] = '\0';
    same_text(found, trimmed.text);
}

static int cell_said(const char *mark) {
    int cell = cells_mark(mark, strlen(mark));
    return cell >= CELLS_INFERRED ? cell - CELLS_INFERRED : cell;
}

static void compare(const struct report *report, const struct fields *fields) {
    size_t rows = 0;
    for (size_t row = 1; row < fields->rows; row++) {
        char *const *said = fields->text + row * COLUMNS;
        if (strcmp(said[0], "Class") == 0)
            continue;
        rows++;
        uint32_t member = member_of(report, "Fan", said[1]);
        const struct report_kind *kind = kind_of(report, "Fan", said[1]);
        same_name(report_text(report, kind->type), said[2]);
        same_name(report_text(report, kind->access), said[3]);
        same_name(report_text(report, kind->deprecated), said[4]);
        assert_int_equal(report_cell(report, member, 0), cell_said(said[5]));
        assert_int_equal(report_cell(report, member, 1), cell_said(said[6]));
        same_text(description_of(report, "Fan", said[1]), said[7]);
        same_text(description_en_of(report, "Fan", said[1]), said[8]);
    }
    assert_int_equal(report->rows_read, rows);
    assert_int_equal(report->members.count, rows);
}

static void rows_that_repeat_each_other_say_what_libcsv_reads(void **state) {
    static struct fields fields;
    const char separators[] = {',', ';', '\t'};
    char *file = malloc(FILE_MAX), path[512];
    uint64_t seed = 7;
    (void)state;
    assert_non_null(file);
    temporary_path(path, "repeats.csv");
    for (int round = 0; round < 60; round++) {
        char separator = separators[round % 3];
        size_t size = make_file(file, &seed, 300, separator);
        assert_true(size < FILE_MAX);
        write_file(path, file, size);
        read_whole(&fields, file, size, separator);
        struct report *report = load(path);
        compare(report, &fields);
        memory_free(report);
        free_fields(&fields);
    }
    free(file);
    remove(path);
}

/* --- What is wrong behind fields that repeat --- */

#define HEAD "Class,Member,Type,26100,Desc,Desc_EN\n"

static void fails_with(const char *rows, const char *message) {
    char path[512], file[1024], expected[1024];
    const char *const paths[] = {path};
    temporary_path(path, "wrong.csv");
    snprintf(file, sizeof file, HEAD "%s", rows);
    snprintf(expected, sizeof expected, "%s:%s", path, message);
    write_file(path, file, strlen(file));
    load_fails(paths, 1, expected);
    remove(path);
}

static void a_fault_behind_fields_that_repeat_is_told_where_it_is(void **state) {
    (void)state;
    fails_with("Fan,A,String,✅,a,b\nFan,B,String,✅,a\"b,b\n",
               "3: column 5 (Desc): found a quote inside a field, expected the whole field in "
               "quotes and \"\" for a quote in it");
    fails_with("Fan,A,String,✅,a,b\nFan,B,String,✅,\"a\"b,\"a\"b\n",
               "3: column 5 (Desc): found \"b,\"a\"b\" behind the closing quote of a field that "
               "starts on line 3, expected a comma or the end of the row");
    fails_with("Fan,A,String,✅,a,a\nFan,A,String,✅,a,a,a\n",
               "3: column 7: found 7 fields in this row, expected 6 as in the header");
    fails_with("Fan,A,String,✅,a,a\nFan,A,String,✅,a\n",
               "3: column 6 (Desc_EN): found 5 fields in this row, expected 6 as in the header");
    fails_with("Fan,A,String,✅,a,a\nFan,A,String,ab,a,a\n",
               "3: column 4 (26100): found \"ab\", expected " CELLS_MARKS);
    fails_with("Fan,A,String,✅,a,a\nFan,B,String,✅,a,a\rFan,C\n",
               "3: column 1: found a row behind a carriage return (CR) without a line feed, "
               "expected lines that end in LF or CRLF");
    fails_with("Fan,A,String,✅,a,a\nFan,B,String,✅,a,\"a\n",
               "3: column 6 (Desc_EN): found a quote that is never closed, expected its end before "
               "the end of the file");
}

static void the_same_row_twice_is_one_member(void **state) {
    (void)state;
    char path[512];
    temporary_path(path, "twice.csv");
    static const char file[] = HEAD "Fan,A,String,✅,a,b\nFan,A,String,✅,a,b\nFan,A,String,✅,a,b";
    write_file(path, file, sizeof file - 1);
    struct report *report = load(path);
    assert_int_equal(report->rows_read, 3);
    assert_int_equal(report->rows_merged, 2);
    assert_int_equal(report->members.count, 1);
    assert_string_equal(description_of(report, "Fan", "A"), "a");
    assert_string_equal(description_en_of(report, "Fan", "A"), "b");
    memory_free(report);
    remove(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_stand_again_whole_or_not_at_all),
        cmocka_unit_test(a_field_repeats_the_one_to_its_left_if_it_ends_there),
        cmocka_unit_test(rows_that_repeat_each_other_say_what_libcsv_reads),
        cmocka_unit_test(a_fault_behind_fields_that_repeat_is_told_where_it_is),
        cmocka_unit_test(the_same_row_twice_is_one_member),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
