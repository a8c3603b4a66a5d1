/* A character that no MOF has, before each word of a text with every construct in turn: the fault is found, and named
** where it stands, wherever the parser is; and so is the end of the text, wherever it comes. */
#include "mof_helper.h"

static const char *const words[] = {
    "#pragma",
    "include",
    "(",
    "\"other.mof\"",
    ")",
    "#pragma",
    "namespace",
    "(",
    "\"root\\\\x\"",
    ")",
    "#pragma",
    "classflags",
    "(",
    "\"updateonly\"",
    ",",
    "\"forceupdate\"",
    ")",
    "#pragma",
    "deleteclass",
    "(",
    "\"F\"",
    ",",
    "NOFAIL",
    ")",
    "qualifier",
    "Odd",
    ":",
    "uint8",
    "[",
    "]",
    "=",
    "{",
    "1",
    ",",
    "2",
    "}",
    ",",
    "scope",
    "(",
    "property",
    ",",
    "class",
    ")",
    ",",
    "flavor",
    "(",
    "restricted",
    ")",
    ";",
    "qualifier",
    "Even",
    ":",
    "boolean",
    "=",
    "false",
    ",",
    "scope",
    "(",
    "any",
    ")",
    ";",
    "[",
    "Abstract",
    "(",
    "true",
    ")",
    ":",
    "amended",
    "toinstance",
    ",",
    "Deprecated",
    "{",
    "\"X\"",
    ",",
    "\"Y\"",
    "}",
    ",",
    "Version",
    "(",
    "\"1\"",
    "\"2\"",
    ")",
    "]",
    "class",
    "A",
    "as",
    "$a",
    "{",
    "[",
    "key",
    ",",
    "ValueMap",
    "{",
    "\"1\"",
    ",",
    "\"2\"",
    "}",
    ",",
    "Values",
    "{",
    "\"one\"",
    ",",
    "\"two\"",
    "}",
    "]",
    "uint8",
    "B",
    "=",
    "7",
    ";",
    "string",
    "C",
    "[",
    "3",
    "]",
    "=",
    "{",
    "\"a\"",
    "\"b\"",
    ",",
    "NULL",
    "}",
    ";",
    "A",
    "ref",
    "D",
    ";",
    "[",
    "Description",
    "(",
    "\"says\"",
    ")",
    "]",
    "uint32",
    "E",
    "(",
    "[",
    "in",
    ",",
    "ID",
    "(",
    "0",
    ")",
    "]",
    "string",
    "F",
    "[",
    "]",
    ",",
    "[",
    "out",
    "]",
    "A",
    "ref",
    "G",
    ")",
    ";",
    "void",
    "H",
    "(",
    ")",
    ";",
    "object",
    "I",
    "=",
    "instance",
    "of",
    "A",
    "{",
    "[",
    "Description",
    "(",
    "\"x\"",
    ")",
    "]",
    "B",
    "=",
    "-1",
    ";",
    "}",
    ";",
    "}",
    ";",
    "[",
    "amendment",
    "]",
    "class",
    "K",
    ":",
    "A",
    "{",
    "[",
    "]",
    "real32",
    "L",
    "=",
    "1.5",
    ";",
    "}",
    ";",
    "instance",
    "of",
    "A",
    "as",
    "$i",
    "{",
    "B",
    "=",
    "$a",
    ";",
    "C",
    "=",
    "{",
    "$i",
    "}",
    ";",
    "}",
    ";",
    "class",
    "M",
    "{",
    "}",
    ";",
};
enum { WORDS = sizeof words / sizeof *words, SIZE = 4000 };

/* All words but from `end` on, one blank between them; before one of them, the character. Returns where that stands,
** counted from 1. */
static size_t write_words(char text[SIZE], size_t end, size_t before) {
    size_t at = 0, place = 0;
    for (size_t i = 0; i < end; i++) {
        if (i == before) {
            place = at + 1;
            at += (size_t)snprintf(text + at, SIZE - at, "\x01 ");
        }
        at += (size_t)snprintf(text + at, SIZE - at, "%s ", words[i]);
        assert_true(at < SIZE);
    }
    return place;
}

static void the_whole_is_sound(void **state) {
    (void)state;
    static struct mof_test test;
    char text[SIZE];
    write_words(text, WORDS, WORDS);
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    int code = mof_test_add(&test, 1, 1, text);
    if (code != ERROR_NONE)
        fail_msg("%s", mof_message(&test));
    mof_schema_free(&test.schema);
}

static void a_strange_character_is_named_where_it_stands(void **state) {
    (void)state;
    static struct mof_test test;
    char text[SIZE];
    for (size_t i = 0; i < WORDS; i++) {
        size_t place = write_words(text, WORDS, i);
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 1, text), ERROR_INPUT);
        if (test.fault.place.line != 1 || test.fault.place.column != place)
            fail_msg("before word %u, %s, at %u: %s", (unsigned)i, words[i], (unsigned)place,
                     mof_message(&test));
        mof_schema_free(&test.schema);
    }
}

/* Where a declaration ends the text may end; elsewhere that is a fault, at its end. */
static void a_text_that_ends_early_is_refused(void **state) {
    (void)state;
    static struct mof_test test;
    char text[SIZE];
    size_t refused = 0;
    for (size_t end = 0; end < WORDS; end++) {
        *text = '\0';
        write_words(text, end, WORDS);
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        int code = mof_test_add(&test, 1, 1, text);
        bool may_end = !end || strcmp(words[end - 1], ";") == 0 ||
                       strcmp(words[end - 1], ")") == 0 ||
                       (end > 1 && strcmp(words[end - 2], "#pragma") == 0);
        if (code != ERROR_INPUT && !may_end)
            fail_msg("%s behind word %u, %s", "accepted", (unsigned)end, words[end - 1]);
        refused += code == ERROR_INPUT;
        mof_schema_free(&test.schema);
    }
    assert_true(refused > WORDS * 8 / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_is_sound),
        cmocka_unit_test(a_strange_character_is_named_where_it_stands),
        cmocka_unit_test(a_text_that_ends_early_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
