/* Found texts in messages: never more than 40 characters of a file, and none that acts on a terminal. */
#include "base/quote.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void is_shown(const char *text, size_t size, const char *expected) {
    struct quote quote;
    assert_string_equal(quote_text(&quote, (struct text){text, size}), expected);
}

static void short_texts_are_shown_whole(void **state) {
    (void)state;
    is_shown("", 0, "\"\"");
    is_shown("maybe", 5, "\"maybe\"");
    is_shown("✅ 中文", 10, "\"✅ 中文\"");
    is_shown("123456789012345678901234", 24, "\"123456789012345678901234\"");
    is_shown("1234567890123456789012345", 25, "\"123456789012345678901234…\"");
}

static void what_does_not_print_is_made_visible(void **state) {
    (void)state;
    is_shown("\x1b[31m\a", 6, "\"\\x1b[31m\\x07\"");
    is_shown("a\0b", 3, "\"a\\x00b\"");
    is_shown("\x7f\xc2\x9b", 3, "\"\\x7f\\x9b\""); /* U+009B starts an escape sequence too */
    is_shown("\xe2\x80\xae"
             "cba",
             6, "\"\\u202ecba\""); /* right to left */
    is_shown("\xef\xbb\xbf"
             "a\xe2\x80\x8b",
             7, "\"\\ufeffa\\u200b\"");
    is_shown("\xff\xe2\x9c", 3, "\"\\xff\\xe2\\x9c\""); /* no UTF-8 */
    is_shown("\xf3\xa0\x80\x81", 4, "\"\\ue0001\"");
}

/* Whatever the bytes, what is shown is short, valid and free of controls. */
static void any_bytes_are_safe(void **state) {
    (void)state;
    unsigned seed = 1;
    for (int i = 0; i < 20000; i++) {
        char text[80];
        struct quote quote;
        for (size_t at = 0; at < sizeof text; at++) {
            seed = seed * 1103515245 + 12345;
            text[at] = (char)(i % 2 ? seed >> 16 : seed >> 16 & 0x1f);
        }
        const struct text class_name = {text, (size_t)i % 70}, member = {text + i % 30, 50};
        for (int way = 0; way < 3; way++) {
            const char *shown = way == 0   ? quote_text(&quote, (struct text){text, (size_t)i % 80})
                                : way == 1 ? quote_name(&quote, (struct text){text, (size_t)i % 80})
                                           : quote_member(&quote, class_name, member);
            size_t size = strlen(shown);
            assert_int_equal(utf8_valid(shown, size), size);
            assert_true(utf8_count(shown, size) <= QUOTE_MAX + 2); /* and two … */
            for (size_t at = 0; at < size; at++)
                assert_true((unsigned char)shown[at] >= ' ' && shown[at] != 0x7f);
        }
    }
}

static void check_member(const char *class_name, const char *member, const char *expected) {
    struct quote quote;
    assert_string_equal(quote_member(&quote, (struct text){class_name, strlen(class_name)},
                                     (struct text){member, strlen(member)}),
                        expected);
}

static void a_members_names_share_the_room(void **state) {
    (void)state;
    check_member("Fan_Motor", "Speed", "Fan_Motor.Speed");
    check_member("Msvm_ReplicationAuthorizationSettingData", "Port",
                 "Msvm_ReplicationAuthorizationSettin….Port");
    check_member("Fan", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq",
                 "Fan.abcdefghijklmnopqrstuvwxyzabcdefghij…");
    check_member("abcdefghijklmnopqrstuvwxyzabcd", "abcdefghijklmnopqrstuvwxyzabcd",
                 "abcdefghijklmnopqrstuvwx….abcdefghijklmno…");
}

static void a_path_is_shown_whole_but_for_what_does_not_print(void **state) {
    (void)state;
    struct quote_path quote;
    char path[401], expected[300], long_name[201];
    assert_string_equal(quote_path(&quote, "/srv/Berichte für März/26100 (neu).csv"),
                        "/srv/Berichte für März/26100 (neu).csv");
    assert_string_equal(quote_path(&quote, "a\x1b[31m\n\xff\xe2\x80\xae.csv"),
                        "a\\x1b[31m\\x0a\\xff\\u202e.csv");
    memset(long_name, 'x', 200);
    long_name[200] = '\0';
    assert_string_equal(quote_path(&quote, long_name), long_name);
    /* of more than 200 characters: the first 60, …, the last 139 */
    for (size_t i = 0; i < 400; i++)
        path[i] = (char)('a' + i % 26);
    path[400] = '\0';
    snprintf(expected, sizeof expected, "%.60s…%s", path, path + 400 - 139);
    assert_string_equal(quote_path(&quote, path), expected);
}

/* Whatever the path, what is shown of it is short, valid and free of controls; it ends as the path does. */
static void any_path_is_safe(void **state) {
    (void)state;
    static const char *const pieces[] = {"\x80", "\xe2\x80\xae",     "✅",   "a",
                                         "\x1b", "\xf0\x9f\x98\x80", "\xff"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    for (unsigned seed = 1; seed < 3000; seed++) {
        struct quote_path quote;
        char path[2000], *at = path;
        unsigned random = seed;
        for (size_t i = 0; i < 20 + seed % 400; i++) {
            random = random * 1103515245 + 12345;
            at += sprintf(at, "%s",
                          pieces[seed < PIECES * 2 ? seed % PIECES : (random >> 16) % PIECES]);
        }
        strcpy(at, ".csv");
        const char *shown = quote_path(&quote, path);
        size_t size = strlen(shown);
        assert_int_equal(utf8_valid(shown, size), size);
        assert_true(utf8_count(shown, size) <= QUOTE_PATH);
        assert_string_equal(shown + size - 4, ".csv");
        for (size_t i = 0; i < size; i++)
            assert_true((unsigned char)shown[i] >= ' ' && shown[i] != 0x7f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_shown_whole_but_for_what_does_not_print),
        cmocka_unit_test(any_path_is_safe),
        cmocka_unit_test(short_texts_are_shown_whole),
        cmocka_unit_test(what_does_not_print_is_made_visible),
        cmocka_unit_test(any_bytes_are_safe),
        cmocka_unit_test(a_members_names_share_the_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
