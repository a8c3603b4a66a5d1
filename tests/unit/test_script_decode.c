/* The bytes of a script's file → the text that is scanned. */
#include "base/error.h"
#include "base/memory.h"
#include "script/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Decodes bytes and compares; a NULL expected: they stay as they are. */
static void check(const char *bytes, size_t size, const char *expected) {
    char *decoded;
    size_t length = size;
    assert_int_equal(script_decode(bytes, &length, &decoded), ERROR_NONE);
    if (!expected) {
        assert_null(decoded);
        assert_int_equal(length, size);
        return;
    }
    assert_non_null(decoded);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(decoded, expected, length);
    memory_free(decoded);
}

#define BYTES(text) text, sizeof(text) - 1

static void utf16_with_a_mark(void **state) {
    (void)state;
    check(BYTES("\xff\xfe$\0v\0\xe9\0"), "$v\xc3\xa9");
    check(BYTES("\xfe\xff\0$\0v"), "$v");
    check(BYTES("\xff\xfe\0\xd8$\0"), "\xef\xbf\xbd$"); /* half a pair */
    check(BYTES("\xff\xfe$\0v"), "$");                  /* half a unit is no character */
}

static void utf16_without_a_mark(void **state) {
    (void)state;
    check(BYTES("$\0v\0m\0.\0N\0a\0m\0e\0"), "$vm.Name");
    check(BYTES("\0$\0v\0m\0.\0N\0a\0m\0e"), "$vm.Name");
    check(BYTES("$\0v\0m\0 \0=\0 \0'\0\x16\x4e'\0 \0+\0 \0'\0a\0'\0"),
          "$vm = '\xe4\xb8\x96' + 'a'");
    check(BYTES("$vm.Name\0\0\0\0"), NULL); /* NULs are not every other byte */
    check(BYTES("a\0b\0c\0"), NULL);        /* too short to tell */
}

static void lines_of_old(void **state) {
    (void)state;
    check(BYTES("$a = 1\r$b = 2\r"), "$a = 1\n$b = 2\n");
    check(BYTES("$\0a\0\r\0$\0b\0\r\0"), "$a\n$b\n");
    check(BYTES("$a = 1\r\n$b = 2\r"), NULL);
    check(BYTES("$a = 1\n$b = 2\r$c"), NULL);
    check(BYTES("$a = 1"), NULL);
    check("", 0, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf16_with_a_mark),
        cmocka_unit_test(utf16_without_a_mark),
        cmocka_unit_test(lines_of_old),
    };
    return cmocka_run_group_tests_name("script decode", tests, NULL, NULL);
}
