#include "read/cells.h"
#include "read_helper.h"

static int mark(const char *text) {
    return cells_mark(text, strlen(text));
}

static void every_mark_of_the_contract_is_known(void **state) {
    (void)state;
    static const char *const present[] = {"✅", "✔", "✓", "☑", "Y", "Yes", "True", "1", "x"};
    static const char *const absent[] = {"❌", "✘", "✗", "✖", "N", "No", "False", "0"};
    static const char *const unknown[] = {"", "-", "?", " ", "\t", "N/A"};
    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        assert_int_equal(mark(present[i]), REPORT_PRESENT);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_int_equal(mark(absent[i]), REPORT_ABSENT);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_int_equal(mark(unknown[i]), REPORT_UNKNOWN);
}

static void case_blanks_and_variation_selectors_make_no_difference(void **state) {
    (void)state;
    assert_int_equal(mark("yES"), REPORT_PRESENT);
    assert_int_equal(mark("FALSE"), REPORT_ABSENT);
    assert_int_equal(mark("n"), REPORT_ABSENT);
    assert_int_equal(mark(" \t✅ "), REPORT_PRESENT);
    assert_int_equal(mark("✔\xef\xb8\x8f"), REPORT_PRESENT); /* U+FE0F */
    assert_int_equal(mark("❌\xef\xb8\x8e"), REPORT_ABSENT);  /* U+FE0E */
}

static void all_else_is_no_mark(void **state) {
    (void)state;
    static const char *const others[] = {"maybe", "✅✅",  "2",  "--", "√",    "Yes.",        "xx",
                                         "‚úÖ",   "âœ…", "10", "ja", "N/A/", "\xe2\x9c\x84"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(mark(others[i]), CELLS_NO_MARK);
    assert_int_equal(cells_mark("\xef\xb8\x8f", 3), CELLS_NO_MARK); /* a selector alone */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_of_the_contract_is_known),
        cmocka_unit_test(case_blanks_and_variation_selectors_make_no_difference),
        cmocka_unit_test(all_else_is_no_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
