#include "read/table_line.h"
#include "read_helper.h"

#include <time.h>

/* Writes the cells of a line as `a/b/c`. */
static void check(const char *text, const char *expected, bool closed) {
    char cells[256] = "";
    struct table_line line = table_line_start(text, strlen(text));
    assert_int_equal(line.closed, closed);
    size_t count = table_line_count(line), taken = 0;
    while (line.more) {
        struct text cell = table_line_cell(&line);
        append(cells + strlen(cells), "%s%.*s", taken++ ? "/" : "", (int)cell.size, cell.text);
    }
    assert_string_equal(cells, expected);
    assert_int_equal(taken, count);
}

static void cells_stand_between_pipes(void **state) {
    (void)state;
    check("| a | b |", "a/b", true);
    check("  |a|b|\t", "a/b", true);
    check("a | b", "a/b", false);
    check("| a | b", "a/b", false);
    check("a | b |", "a/b", true);
    check("| | |", "/", true);
    check("|", "", false);
    check("||", "", true);
    check("| a                                    | b |", "a/b", true);
}

static void an_escaped_pipe_separates_nothing(void **state) {
    (void)state;
    check("| a \\| b | c |", "a \\| b/c", true);
    check("| a | b \\|", "a/b \\|", false);
    check("| \\|", "\\|", false);
    check("\\| a | b |", "\\| a/b", true);
}

static void an_alignment_row_is_known(void **state) {
    (void)state;
    assert_true(table_line_is_alignment("|:---|---:|", 11));
    assert_true(table_line_is_alignment("--- | :-:", 9));
    assert_false(table_line_is_alignment("---", 3));
    assert_false(table_line_is_alignment("| |", 3));
    assert_false(table_line_is_alignment("| a | - |", 9));
    assert_false(table_line_is_alignment("", 0));
}

static void halve(const char *text, const char *left, const char *right) {
    struct text halves[2];
    struct table_line line = table_line_start(text, strlen(text));
    assert_int_equal(table_line_halves(line, halves), left != NULL);
    if (!left)
        return;
    assert_int_equal(halves[0].size, strlen(left));
    assert_memory_equal(halves[0].text, left, halves[0].size);
    assert_int_equal(halves[1].size, strlen(right));
    assert_memory_equal(halves[1].text, right, halves[1].size);
}

static void two_cells_need_no_thought(void **state) {
    (void)state;
    halve("| a | b |", "a", "b");
    halve("| | |", "", "");
    halve("| a \\| b | c |", "a \\| b", "c");
}

static void equal_texts_with_pipes_are_split_in_the_middle(void **state) {
    (void)state;
    halve("| a | b | a | b |", "a | b", "a | b");
    halve("| a | b     | a | b |", "a | b", "a | b");
    halve("| x \"a\" | \"b\". | x \"a\" | \"b\". |", "x \"a\" | \"b\".", "x \"a\" | \"b\".");
    halve("| a | a | a | a |", "a | a", "a | a");
    halve("| a || b | a || b |", "a || b", "a || b");
}

static void texts_that_differ_are_never_guessed(void **state) {
    (void)state;
    halve("| a | b | c |", NULL, NULL);
    halve("| a | b | a | c |", NULL, NULL);
    halve("| [无描述] | a | b |", NULL, NULL);
    halve("| a |", NULL, NULL);
}

/* Pipes and blanks without end: were the blanks passed over anew for each pipe, this would take a
** minute. */
static void many_pipes_take_linear_time(void **state) {
    (void)state;
    enum { PIPES = 200000, BLANKS = 400000 };
    char *text = malloc(2 * PIPES + BLANKS + 8), *at = text;
    struct text halves[2];
    assert_non_null(text);
    *at++ = '|';
    for (int i = 0; i < PIPES; i++) {
        *at++ = 'a';
        *at++ = i + 1 < PIPES ? '|' : 'b';
    }
    memset(at, ' ', BLANKS);
    at += BLANKS;
    *at++ = '|';
    clock_t before = clock();
    assert_false(table_line_halves(table_line_start(text, (size_t)(at - text)), halves));
    assert_true(clock() - before < 2 * CLOCKS_PER_SEC);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_stand_between_pipes),
        cmocka_unit_test(an_escaped_pipe_separates_nothing),
        cmocka_unit_test(an_alignment_row_is_known),
        cmocka_unit_test(two_cells_need_no_thought),
        cmocka_unit_test(equal_texts_with_pipes_are_split_in_the_middle),
        cmocka_unit_test(texts_that_differ_are_never_guessed),
        cmocka_unit_test(many_pipes_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
