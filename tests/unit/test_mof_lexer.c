/* Tokens of MOF and the characters that literals stand for. */
#include "mof_helper.h"

#include "mof/literal.h"

static const char kinds[] = "ENAIRSCM"; /* by enum mof_token_kind: End, Name, ... */

/* Reads all tokens; shows each as its kind, text and place. */
static void shows(const char *text, const char *expected) {
    struct mof_lexer lexer;
    struct mof_token token = {MOF_MARK, {NULL, 0}, 0, NULL};
    struct mof_fault fault = {{0}, NULL, {NULL, 0}, NULL, {NULL, 0}, {0}};
    char shown[2048] = "", *end = shown;
    mof_lexer_start(&lexer, 3, (struct text){text, strlen(text)});
    while (token.kind != MOF_END) {
        int code = mof_lexer_next(&lexer, &token, &fault);
        struct mof_place place = mof_lexer_place(&lexer, &token);
        assert_int_equal(place.file, 3);
        if (code != ERROR_NONE) {
            sprintf(end, "found %.*s at %u:%u, expected %s", (int)fault.found.size,
                    fault.found.text, (unsigned)fault.place.line, (unsigned)fault.place.column,
                    fault.expected);
            break;
        }
        end += sprintf(end, "%c %.*s %u:%u\n", kinds[token.kind], (int)token.text.size,
                       token.text.text, (unsigned)place.line, (unsigned)place.column);
    }
    assert_string_equal(shown, expected);
}

static void each_kind_of_token_is_known(void **state) {
    (void)state;
    shows("", "E  1:1\n");
    shows("class Win32_X2:_Y", "N class 1:1\nN Win32_X2 1:7\nM : 1:15\nN _Y 1:16\nE  1:18\n");
    shows("#[]{}(),;:=", "M # 1:1\nM [ 1:2\nM ] 1:3\nM { 1:4\nM } 1:5\nM ( 1:6\nM ) 1:7\nM , 1:8\n"
                         "M ; 1:9\nM : 1:10\nM = 1:11\nE  1:12\n");
    shows("$A1 \"a\\\"b\"'c''\\''",
          "A $A1 1:1\nS \"a\\\"b\" 1:5\nC 'c' 1:11\nC '\\'' 1:14\nE  1:18\n");
}

static void places_count_lines_and_characters(void **state) {
    (void)state;
    shows("a\r\n\tb\n\n \xc3\xa9x \xe2\x9c\x85 y\n",
          "N a 1:1\nN b 2:2\nN \xc3\xa9x 4:2\nN \xe2\x9c\x85 4:5\nN y 4:7\nE  5:1\n");
    shows("/* \n \xc3\xa9 */ a /**/ b", "N a 2:7\nN b 2:14\nE  2:15\n");
}

static void comments_are_passed_over(void **state) {
    (void)state;
    shows("a // \" ' /* \n/ /", "N a 1:1\nfound / at 2:1, expected a comment, // or /*");
    shows("/* * ** / // \" */a/***/", "N a 1:18\nE  1:24\n");
    shows("\n  /* never closed \n *", "found /* at 2:3, expected */ that closes the comment");
}

static void numbers_are_told_from_what_is_none(void **state) {
    static const char *const integers[] = {
        "0",  "7",    "-12", "+3",   "017",  "-0x1F", "0XaBcD",
        "0b", "101b", "1B",  "-10b", "0x1b", "0000",  "12345678901234567890"};
    static const char *const reals[] = {"1.5", ".5",     "-.5",      "1.",
                                        "1e9", "1.5E+3", "-2.5e-10", "08.5"};
    static const char *const none[] = {"08", "1x", "0x", "0xg", "12b",   "-",
                                       "+",  ".",  "1e", "1e+", "1.5.2", "1_0"};
    char expected[256];
    (void)state;
    for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {
        sprintf(expected, "I %s 1:1\nE  1:%zu\n", integers[i], strlen(integers[i]) + 1);
        shows(integers[i], expected);
    }
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
        sprintf(expected, "R %s 1:1\nE  1:%zu\n", reals[i], strlen(reals[i]) + 1);
        shows(reals[i], expected);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        sprintf(expected,
                "found %s at 1:1, expected a number: decimal, octal (017), hexadecimal "
                "(0x1F), binary (101b) or real",
                none[i]);
        shows(none[i], expected);
    }
    shows("0x1e+5", "I 0x1e 1:1\nI +5 1:5\nE  1:7\n");
}

static void whole_numbers_have_a_value(void **state) {
    static const struct {
        const char *text;
        int64_t value;
    } numbers[] = {{"0", 0},
                   {"-12", -12},
                   {"+3", 3},
                   {"017", 15},
                   {"-0x1F", -31},
                   {"0x409", 1033},
                   {"101b", 5},
                   {"0b", 0},
                   {"9223372036854775807", INT64_MAX},
                   {"-9223372036854775808", INT64_MIN},
                   {"0x7fffffffffffffff", INT64_MAX}};
    static const char *const too_great[] = {"9223372036854775808", "-9223372036854775809",
                                            "0x10000000000000000"};
    struct mof_token token = {MOF_INTEGER, {NULL, 0}, 1, NULL};
    int64_t value;
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        token.text = (struct text){numbers[i].text, strlen(numbers[i].text)};
        assert_true(mof_integer(&token, &value));
        assert_int_equal(value, numbers[i].value);
    }
    for (size_t i = 0; i < sizeof too_great / sizeof *too_great; i++) {
        token.text = (struct text){too_great[i], strlen(too_great[i])};
        assert_false(mof_integer(&token, &value));
    }
}

static void what_is_no_token_is_a_fault(void **state) {
    (void)state;
    shows("a @", "N a 1:1\nfound @ at 1:3, expected a token of MOF");
    shows("\x01", "found \x01 at 1:1, expected a token of MOF");
    shows("$", "found $ at 1:1, expected the name of an alias behind $");
    shows("$1", "found $1 at 1:1, expected the name of an alias behind $");
    shows(" \"abc\n\"", "found \"abc at 1:2, expected a closing \" on the line");
    shows("\"abc\r\n", "found \"abc at 1:1, expected a closing \" on the line");
    shows("\"abc\\", "found \"abc\\ at 1:1, expected a closing \" on the line");
    shows("\"abc\\\n\"", "found \"abc\\ at 1:1, expected a closing \" on the line");
    shows("'a", "found 'a at 1:1, expected a closing ' on the line");
}

/* --- Literals --- */

/* The string token stands for these characters; NULL: it has this fault. */
static void decodes(const char *text, const char *characters, const char *message) {
    struct mof_test test;
    struct mof_lexer lexer;
    struct mof_token token;
    struct array decoded = {0};
    uint32_t index;
    mof_lexer_start(&lexer, 1, (struct text){text, strlen(text)});
    assert_int_equal(mof_lexer_next(&lexer, &token, &test.fault), ERROR_NONE);
    int code = token.kind == MOF_STRING ? mof_literal_string(&lexer, &token, &decoded, &test.fault)
                                        : mof_literal_character(&lexer, &token, &test.fault);
    assert_int_equal(code, message ? ERROR_INPUT : ERROR_NONE);
    assert_int_equal(array_append(&decoded, "", 1, 1, &index), ERROR_NONE);
    if (characters)
        assert_string_equal(decoded.items, characters);
    if (message)
        assert_string_equal(mof_message(&test), message);
    array_free(&decoded);
}

#define ESCAPE                                                                                     \
    ", expected an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x with up to four "       \
    "hexadecimal digits"
#define CHARACTER ", expected the escape of a character, or of both halves of a surrogate pair"

static void escapes_stand_for_characters(void **state) {
    (void)state;
    decodes("\"\"", "", NULL);
    decodes("\"plain \xe2\x9c\x85\"", "plain \xe2\x9c\x85", NULL);
    decodes("\"\\b\\t\\n\\f\\r\\\"\\'\\\\\"", "\b\t\n\f\r\"'\\", NULL);
    decodes("\"\\x41\\X42.\\xe9\\x2705x\"", "AB.\xc3\xa9\xe2\x9c\x85x", NULL);
    decodes("\"\\x00411\\x4g\"", "A1\x04g", NULL);
    decodes("\"\\xD83D\\xDE00\"", "\xf0\x9f\x98\x80", NULL);
    decodes("\"ab\\q\"", NULL, "1:1:4 found `\\q`" ESCAPE);
    decodes("\"\\\xc3\xa9\"", NULL, "1:1:2 found `\\\xc3\xa9`" ESCAPE);
    decodes("\"\\xg\"", NULL, "1:1:2 found `\\x`" ESCAPE);
    decodes("\"\\0\"", NULL, "1:1:2 found `\\0`" ESCAPE);
    decodes("\"a\\x0\"", NULL, "1:1:3 found `\\x0`" CHARACTER);
    decodes("\"\\xD83D\"", NULL, "1:1:2 found `\\xD83D`" CHARACTER);
    decodes("\"\\xDE00\"", NULL, "1:1:2 found `\\xDE00`" CHARACTER);
    decodes("\"\\xD83D\\n\"", NULL, "1:1:2 found `\\xD83D\\n`" CHARACTER);
}

static void a_character_is_one_of_16_bits(void **state) {
    static const char *const good[] = {"'a'",    "'\\''",     "'\"'",
                                       "'\\x0'", "'\\xFFFF'", "'\xe2\x9c\x85'"};
    static const char *const bad[] = {"''", "'ab'", "'\\nb'", "'\xf0\x9f\x98\x80'"};
    char message[256];
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        decodes(good[i], NULL, NULL);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        sprintf(message, "1:1:1 found `%s`, expected one character of 16 bits", bad[i]);
        decodes(bad[i], NULL, message);
    }
    decodes("'\\q'", NULL, "1:1:2 found `\\q`" ESCAPE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_token_is_known),
        cmocka_unit_test(places_count_lines_and_characters),
        cmocka_unit_test(comments_are_passed_over),
        cmocka_unit_test(numbers_are_told_from_what_is_none),
        cmocka_unit_test(whole_numbers_have_a_value),
        cmocka_unit_test(what_is_no_token_is_a_fault),
        cmocka_unit_test(escapes_stand_for_characters),
        cmocka_unit_test(a_character_is_one_of_16_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
