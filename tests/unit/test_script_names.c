/* The names of a script: a large or hostile one takes no longer for each of them. */
#include "script/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Names that collide in one scan do not in another. */
static void each_scan_hashes_anew(void **state) {
    (void)state;
    struct script_names few[2];
    names_start(&few[0]);
    names_start(&few[1]);
    assert_true(few[0].set.seed && few[1].set.seed);
    assert_true(few[0].set.seed != few[1].set.seed);
    struct text name = {"disk", 4};
    assert_int_equal(names_tag(&few[0], name), names_tag(&few[1], name));
    for (size_t i = 0; i < 2; i++) {
        names_set(&few[i], name, SCOPE_TEXT, value_class(7, 0));
        assert_int_equal(names_get(&few[i], name, SCOPE_TEXT).of, 7);
        names_free(&few[i]);
    }
}

/* Not only are the seeds others: the same names stand in other slots. */
static void the_seed_decides_the_place(void **state) {
    (void)state;
    struct script_names one, other;
    names_start(&one);
    names_start(&other);
    static const char text[] = "abcdefghijklmnopqrstuvwxyz";
    for (size_t i = 0; i < 26; i++) {
        names_declare(&one, (struct text){text, i + 1}, SCOPE_TEXT);
        names_declare(&other, (struct text){text, i + 1}, SCOPE_TEXT);
    }
    assert_int_equal(one.set.capacity, other.set.capacity);
    assert_true(memcmp(one.set.slots, other.set.slots, one.set.capacity * sizeof *one.set.slots));
    names_free(&one);
    names_free(&other);
}

static void longer_names_are_not_known(void **state) {
    (void)state;
    struct script_names names;
    static char text[NAMES_SIZE_MAX + 1];
    memset(text, 'e', sizeof text);
    names_start(&names);
    for (size_t size = NAMES_SIZE_MAX; size <= sizeof text; size++) {
        struct text name = {text, size};
        bool known = size == NAMES_SIZE_MAX;
        names_set(&names, name, SCOPE_TEXT, value_class(7, 0));
        assert_int_equal(names_know(&names, name, SCOPE_TEXT), known);
        assert_int_equal(names_get(&names, name, SCOPE_TEXT).of, known ? 7 : VALUE_UNKNOWN);
        assert_int_equal(names_define(&names, name, 3) != NULL, known);
        assert_int_equal(names_function(&names, name) != NULL, known);
    }
    names_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_scan_hashes_anew),
        cmocka_unit_test(the_seed_decides_the_place),
        cmocka_unit_test(longer_names_are_not_known),
    };
    return cmocka_run_group_tests_name("script names", tests, NULL, NULL);
}
