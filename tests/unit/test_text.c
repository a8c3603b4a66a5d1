/* Texts: words, comparisons and hashes, for every size and every place of a difference. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { LONGEST = 40 };

/* The letters a, b, c … of that number. */
static void letters(char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        text[i] = (char)('a' + i % 26);
}

static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static void a_words_first_byte_is_its_lowest_on_every_machine(void **state) {
    (void)state;
    assert_true(text_word("\x01\x02\x03\x04\x05\x06\x07\x08") == UINT64_C(0x0807060504030201));
    for (size_t size = 0; size < 8; size++) {
        uint64_t expected = UINT64_C(0x0807060504030201) & ((UINT64_C(1) << (8 * size)) - 1);
        assert_true(text_short_word("\x01\x02\x03\x04\x05\x06\x07\x08", size) == expected);
    }
}

#define SEED UINT64_C(0x5eed) /* of hashes */

static void case_makes_no_difference(void **state) {
    (void)state;
    char small[LONGEST], capital[LONGEST];
    for (size_t size = 0; size <= LONGEST; size++) {
        letters(small, size);
        for (size_t i = 0; i < size; i++)
            capital[i] = upper(small[i]);
        assert_true(text_equal_nocase(small, capital, size));
        assert_int_equal(
            text_compare_nocase((struct text){small, size}, (struct text){capital, size}), 0);
        assert_true(text_hash_nocase(SEED, small, size) == text_hash_nocase(SEED, capital, size));
    }
}

/* Only letters have a case: what lies 32 apart but is none differs. */
static void a_difference_is_seen_wherever_it_is(void **state) {
    (void)state;
    static const char pairs[][2] = {{'a', 'c'},  {'a', '!'}, {'@', '`'},      {'[', '{'},
                                    {'\0', ' '}, {'z', ':'}, {'\xc1', '\xe1'}};
    char left[LONGEST], right[LONGEST];
    for (size_t size = 1; size <= LONGEST; size++)
        for (size_t at = 0; at < size; at++)
            for (size_t pair = 0; pair < sizeof pairs / sizeof *pairs; pair++) {
                letters(left, size);
                letters(right, size);
                left[at] = pairs[pair][0];
                right[at] = pairs[pair][1];
                assert_false(text_equal_nocase(left, right, size));
                assert_true(text_compare_nocase((struct text){left, size},
                                                (struct text){right, size}) != 0);
                assert_true(text_hash_nocase(SEED, left, size) !=
                            text_hash_nocase(SEED, right, size));
                assert_true(text_hash(SEED, left, size) != text_hash(SEED, right, size));
            }
}

static void products_are_the_same_on_every_machine(void **state) {
    (void)state;
    uint64_t a = 1, b = SEED;
    assert_true(text_multiply_portable(UINT64_MAX, UINT64_MAX) ==
                UINT64_MAX); /* 2^128 - 2^65 + 1 */
    assert_true(text_multiply_portable(UINT64_C(1) << 63, 6) == 3);
    for (int i = 0; i < 1000; i++) {
        assert_true(text_multiply(a, b) == text_multiply_portable(a, b));
        a = text_scramble(a + b);
        b = text_scramble(b);
    }
}

/* Names that differ in one place alone find places of their own, by the high half of the hash and by
** the low one, under whatever seed. */
static void names_that_are_alike_are_spread(void **state) {
    (void)state;
    enum { NAMES = 4096, MOST = 16 };
    static unsigned char high[NAMES], low[NAMES];
    for (uint64_t seed = 0; seed < 8; seed++)
        for (size_t at = 0; at + 3 <= LONGEST; at++) {
            memset(high, 0, sizeof high);
            memset(low, 0, sizeof low);
            for (unsigned i = 0; i < NAMES; i++) {
                char name[LONGEST];
                letters(name, LONGEST);
                for (unsigned digit = 0; digit < 3; digit++)
                    name[at + digit] = (char)('0' + (i >> 4 * digit & 15));
                uint64_t hash = text_hash_nocase(seed, name, LONGEST);
                assert_true(++high[hash >> 52] <= MOST);
                assert_true(++low[hash % NAMES] <= MOST);
            }
        }
}

static void the_order_is_that_of_folded_bytes_then_of_sizes(void **state) {
    (void)state;
    assert_true(text_compare_nocase(text_of("A"), text_of("b")) < 0);
    assert_true(text_compare_nocase(text_of("_"), text_of("A")) < 0); /* 'a' is what A counts as */
    assert_true(text_compare_nocase(text_of("ab"), text_of("A")) > 0);
    assert_true(text_compare_nocase(text_of(""), text_of("\x01")) < 0);
    assert_true(text_compare_nocase(text_of("\xc3\xa9"), text_of("z")) > 0);
}

static void literals_are_compared_whole_and_as_beginnings(void **state) {
    (void)state;
    assert_true(text_is(text_of("method"), "Method"));
    assert_false(text_is(text_of("methods"), "Method"));
    assert_true(text_starts(text_of("methods"), "Method"));
    assert_false(text_starts(text_of("metho"), "Method"));
    assert_true(text_starts(text_of(""), ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_words_first_byte_is_its_lowest_on_every_machine),
        cmocka_unit_test(case_makes_no_difference),
        cmocka_unit_test(a_difference_is_seen_wherever_it_is),
        cmocka_unit_test(products_are_the_same_on_every_machine),
        cmocka_unit_test(names_that_are_alike_are_spread),
        cmocka_unit_test(the_order_is_that_of_folded_bytes_then_of_sizes),
        cmocka_unit_test(literals_are_compared_whole_and_as_beginnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
