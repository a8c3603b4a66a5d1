/* What pragmas and qualifiers may say, in every form, and what they may not. */
#include "mof_helper.h"

static const struct {
    const char *text, *makes;
} cases[] = {
    {"#pragma namespace(\"\\\\\\\\.\\\\root\\\\x\") class A { };", "root\\x:A { }\n"},
    {"#pragma namespace(\"//host/root/x/\") class A { };", "root\\x:A { }\n"},
    {"#pragma namespace(\"\\\\root\\\\x\\\\\") class A { };", "root\\x:A { }\n"},
    {"#pragma namespace(\"\\\\\\\\host\") class A { };",
     "1:1:19 found `\"\\\\\\\\host\"`, expected a namespace such as "
     "\"\\\\\\\\.\\\\root\\\\cimv2\""},
    {"#pragma namespace(\"\") class A { };",
     "1:1:19 found `\"\"`, expected a namespace such as \"\\\\\\\\.\\\\root\\\\cimv2\""},
    {"#pragma namespace(\"x\") class A { };", "x:A { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\ms_409\") class A { };", "root\\x:A amends 409 { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\MS_C0a\") class A { };", "root\\x:A amends c0a { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\ms_\") class A { };", "root\\x\\ms_:A { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\ms_40g\") class A { };", "root\\x\\ms_40g:A { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\ms_123456789\") class A { };",
     "root\\x\\ms_123456789:A { }\n"},
    {"#pragma namespace(\"root\\\\x\\\\mx_409\") class A { };", "root\\x\\mx_409:A { }\n"},
    {"#pragma namespace(\"ms_409\") class A { };",
     "1:1:19 found `\"ms_409\"`, expected a namespace such as \"\\\\\\\\.\\\\root\\\\cimv2\""},
    {"#pragma amendment(\"MS_409\") class A { [Description(\"a\")] uint8 B; };",
     "A { uint8 B says=a; }\n"},
    {"#pragma amendment(\"x\") class A { };",
     "1:1:19 found `\"x\"`, expected a locale such as \"MS_409\""},
    {"#pragma locale(\"en_US\") class A { [Description(\"a\")] uint8 B; };",
     "A { uint8 B says=a; }\n"},
    {"#pragma locale(\"en\") class A { [Description(\"a\")] uint8 B; };",
     "A { uint8 B says=a; }\n"},
    {"#pragma locale(\"enx\") class A { [Description(\"a\")] uint8 B; };",
     "A { uint8 B says=a; }\n"},
    {"#pragma locale(\"de-DE\") class A { [Description(\"a\")] uint8 B; };",
     "A { uint8 B says=a; }\n"},
    {"#pragma include(\"\") class A { };", "1:1:17 found `\"\"`, expected the name of a file"},
    {"#pragma include(\"a/b\\\\\") class A { };",
     "1:1:17 found `\"a/b\\\\\"`, expected the name of a file"},
    {"[Abstract(NULL), Abstract] class A { };", "A abstract { }\n"},
    {"[Abstract, Abstract(false)] class A { };", "A abstract { }\n"},
    {"[Abstract(\"x\")] class A { };",
     "1:1:11 found `\"x\"`, expected true or false for this qualifier"},
    {"[Abstract(1)] class A { };", "1:1:11 found `1`, expected true or false for this qualifier"},
    {"class A { [Description(NULL)] uint8 B; [Description] uint8 C; };",
     "A { uint8 B; uint8 C; }\n"},
    {"class A { [Description(5)] uint8 B; };",
     "1:1:24 found `5`, expected a string for this qualifier"},
    {"[Deprecated] class A { [Deprecated(false)] uint8 B; [Deprecated(NULL)] uint8 C; };",
     "A deprecated=No value { uint8 B; uint8 C deprecated=No value; }\n"},
    {"class A { [Deprecated{\"\", \"x\", NULL, \"y\"}] uint8 B; [Deprecated(\"\")] uint8 C; "
     "[Deprecated(\"D\")] uint8 E; };",
     "A { uint8 B deprecated=x; y; uint8 C deprecated=No value; uint8 E deprecated=D; }\n"},
    {"class A { [Deprecated(5)] uint8 B; };",
     "1:1:23 found `5`, expected strings that say what replaces it"},
    {"class A { [Deprecated('x')] uint8 B; };",
     "1:1:23 found `'x'`, expected strings that say what replaces it"},
    {"class A { [Values(NULL), ValueMap] uint8 B; };", "A { uint8 B; }\n"},
    {"class A { [Values(\"x\")] uint8 B; };",
     "1:1:19 found `\"x\"`, expected a list in braces for this qualifier"},
    {"[Locale(0x409)] class A { };", "A { }\n"},
    {"[Locale(\"en\")] class A { };", "A { }\n"},
    {"[Locale(-1)] class A { };",
     "1:1:9 found `-1`, expected the number of a locale, such as 0x409"},
    {"[Locale(4294967296)] class A { };",
     "1:1:9 found `4294967296`, expected the number of a locale, such as 0x409"},
    {"[Locale(99999999999999999999)] class A { };",
     "1:1:9 found `99999999999999999999`, expected the number of a locale, such as 0x409"},
    {"class A { uint8 B = +5; sint8 C = -0x1F; uint8 D = 0101b; real32 E = 1.5e+3; real32 F = 1e5; "
     "real32 G = .5; };",
     "A { uint8 B; sint8 C; uint8 D; real32 E; real32 F; real32 G; }\n"},
    {"class A { uint8 B = 0x; };", "1:1:21 found `0x`, expected a number: decimal, octal (017), "
                                   "hexadecimal (0x1F), binary (101b) or real"},
    {"class A { uint8 B = 1e; };", "1:1:21 found `1e`, expected a number: decimal, octal (017), "
                                   "hexadecimal (0x1F), binary (101b) or real"},
    {"class A { uint8 B = 1.; };", "A { uint8 B; }\n"},
    {"class A { uint8 B = 12b; };", "1:1:21 found `12b`, expected a number: decimal, octal (017), "
                                    "hexadecimal (0x1F), binary (101b) or real"},
    {"class A { uint8 B = +; };", "1:1:21 found `+`, expected a number: decimal, octal (017), "
                                  "hexadecimal (0x1F), binary (101b) or real"},
    {"class A { char16 B = ''; };", "1:1:22 found `''`, expected one character of 16 bits"},
    {"class A { char16 B = 'xy'; };", "1:1:22 found `'xy'`, expected one character of 16 bits"},
    {"class A { char16 B = '\\q'; };",
     "1:1:23 found `\\q`, expected an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x with "
     "up to four hexadecimal digits"},
    {"class A { char16 B = '\\x'; };",
     "1:1:23 found `\\x`, expected an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x with "
     "up to four hexadecimal digits"},
    {"class A { string B = \"\\q\"; };",
     "1:1:23 found `\\q`, expected an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x with "
     "up to four hexadecimal digits"},
};

static const char *become(struct mof_test *test, const char *text) {
    assert_int_equal(mof_test_start(test), ERROR_NONE);
    if (mof_test_add(test, 1, 1, text) == ERROR_NONE)
        return mof_show(test, false);
    return mof_message(test);
}

static void each_makes_what_it_shall(void **state) {
    (void)state;
    static struct mof_test test;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *shown = become(&test, cases[i].text);
        if (strcmp(shown, cases[i].makes) != 0)
            fail_msg("%s\n  found:    %s\n  expected: %s", cases[i].text, shown, cases[i].makes);
        mof_schema_free(&test.schema);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_makes_what_it_shall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
