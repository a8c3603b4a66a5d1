/* Names as people's files have them. */
#include "read/name.h"
#include "read_helper.h"

static void check(enum name_markup markup, const char *name, const char *expected) {
    struct array room = {0};
    struct text text = {name, strlen(name)};
    assert_int_equal(name_plain(&text, markup, &room), ERROR_NONE);
    if (text.size != strlen(expected) || memcmp(text.text, expected, text.size) != 0)
        fail_msg("%s: found %.*s, expected %s", name, (int)text.size, text.text, expected);
    array_free(&room);
}

static void what_does_not_show_is_no_part_of_a_name(void **state) {
    (void)state;
    for (int markup = NAME_PLAIN; markup <= NAME_MARKDOWN; markup++) {
        check((enum name_markup)markup, " Speed\t", "Speed");
        check((enum name_markup)markup, "", "");
        check((enum name_markup)markup, "\ufeff", "");
        check((enum name_markup)markup, "\ufeffFan_Motor", "Fan_Motor");
        check((enum name_markup)markup, "Fan\u200b_\u2060Motor\u200b", "Fan_Motor");
        check((enum name_markup)markup, "\u00a0Fan_Motor\u3000 ", "Fan_Motor");
        check((enum name_markup)markup, "Größe", "Größe");
        check((enum name_markup)markup, "Win32_LogicalFileSecuritySetting",
              "Win32_LogicalFileSecuritySetting");
    }
}

static void markdown_around_a_name_is_no_part_of_it(void **state) {
    (void)state;
    check(NAME_MARKDOWN, "`Name`", "Name");
    check(NAME_MARKDOWN, "`` Name ``", "Name");
    check(NAME_MARKDOWN, "**Turbo**", "Turbo");
    check(NAME_MARKDOWN, "***Turbo***", "Turbo");
    check(NAME_MARKDOWN, "_Turbo_", "Turbo");
    check(NAME_MARKDOWN, "__Turbo__", "Turbo");
    check(NAME_MARKDOWN, "~~Old~~", "Old");
    check(NAME_MARKDOWN, "**`Turbo`**", "Turbo");
    check(NAME_MARKDOWN, "[Link](x)", "Link");
    check(NAME_MARKDOWN, "[Link](https://example.org/a_b(c) \"title\")", "Link");
    check(NAME_MARKDOWN, "[`Link`](x)", "Link");
    check(NAME_MARKDOWN, "**[Link][1]**", "Link");
    check(NAME_MARKDOWN, "[UInt16\\[\\]](x)", "UInt16[]");
    check(NAME_MARKDOWN, "\ufeff**Turbo**", "Turbo");
}

static void escapes_stand_for_what_they_escape(void **state) {
    (void)state;
    check(NAME_MARKDOWN, "Acme\\_Host", "Acme_Host");
    check(NAME_MARKDOWN, "\\_\\_PATH", "__PATH");
    check(NAME_MARKDOWN, "\\*Name\\*", "*Name*");
    check(NAME_MARKDOWN, "_Name\\_", "_Name_");
    check(NAME_MARKDOWN, "UInt16\\[\\]", "UInt16[]");
    check(NAME_MARKDOWN, "`Acme\\_Host`", "Acme_Host");
    check(NAME_MARKDOWN, "root\\cimv2", "root\\cimv2");
    check(NAME_MARKDOWN, "Name\\", "Name\\");
    check(NAME_MARKDOWN, "\ufeffGrö\\_ße", "Grö_ße");
}

static void names_that_only_look_like_markdown_stay(void **state) {
    (void)state;
    check(NAME_MARKDOWN, "__CLASS", "__CLASS");
    check(NAME_MARKDOWN, "Fan_Motor_", "Fan_Motor_");
    check(NAME_MARKDOWN, "UInt16[]", "UInt16[]");
    check(NAME_MARKDOWN, "[a]", "[a]");
    check(NAME_MARKDOWN, "[a](", "[a](");
    check(NAME_MARKDOWN, "_", "_");
    check(NAME_MARKDOWN, "**", "**");
    check(NAME_MARKDOWN, "`", "`");
    check(NAME_PLAIN, "`Name`", "`Name`");
    check(NAME_PLAIN, "Acme\\_Host", "Acme\\_Host");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_show_is_no_part_of_a_name),
        cmocka_unit_test(markdown_around_a_name_is_no_part_of_it),
        cmocka_unit_test(escapes_stand_for_what_they_escape),
        cmocka_unit_test(names_that_only_look_like_markdown_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
