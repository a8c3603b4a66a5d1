/* UTF-16: every character in both byte orders, every surrogate without its partner, every cut. */
#include "base/utf16.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void put(char *text, uint32_t unit, bool big_endian) {
    text[!big_endian] = (char)(unit >> 8);
    text[big_endian] = (char)unit;
}

/* Writes a character, as RFC 2781 says, and returns its bytes. */
static size_t write_character(char *text, uint32_t character, bool big_endian) {
    put(text, character, big_endian);
    if (character < 0x10000)
        return 2;
    put(text, 0xd800 + ((character - 0x10000) >> 10), big_endian);
    put(text + 2, 0xdc00 + ((character - 0x10000) & 0x3ff), big_endian);
    return 4;
}

static void every_character_is_read_in_both_byte_orders(void **state) {
    (void)state;
    for (uint32_t character = 0; character < 0x110000; character++)
        for (int big_endian = 0; big_endian < 2; big_endian++) {
            char text[6] = "xxxxx";
            size_t taken, size = write_character(text, character, big_endian);
            if (utf16_is_surrogate(character))
                continue;
            if (utf16_read(text, sizeof text, big_endian, &taken) != character || taken != size)
                fail_msg("U+%04X", (unsigned)character);
            if (utf16_read(text, size, big_endian, &taken) != character || taken != size)
                fail_msg("U+%04X at the end", (unsigned)character);
        }
}

static void what_lacks_its_other_bytes_takes_none(void **state) {
    (void)state;
    char text[4];
    size_t taken;
    write_character(text, 0x1f4ca, true);
    for (size_t size = 0; size < 4; size++) {
        utf16_read(text, size, true, &taken);
        assert_int_equal(taken, 0);
    }
}

static void a_surrogate_without_its_partner_stands_for_itself(void **state) {
    (void)state;
    /* the neighbours of both ranges, as what follows a high half */
    static const uint32_t followers[] = {0x0000, 0x0041, 0xd7ff, 0xd800, 0xdbff, 0xe000, 0xffff};
    for (uint32_t unit = 0xd800; unit < 0xe000; unit++)
        for (size_t i = 0; i < sizeof followers / sizeof *followers; i++) {
            char text[4];
            size_t taken;
            put(text, unit, false);
            put(text + 2, followers[i], false);
            uint32_t character = utf16_read(text, sizeof text, false, &taken);
            if (character != unit || taken != 2 || !utf16_is_surrogate(character))
                fail_msg("%04x before %04x", (unsigned)unit, (unsigned)followers[i]);
        }
    assert_false(utf16_is_surrogate(0xd7ff));
    assert_false(utf16_is_surrogate(0xe000));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_read_in_both_byte_orders),
        cmocka_unit_test(what_lacks_its_other_bytes_takes_none),
        cmocka_unit_test(a_surrogate_without_its_partner_stands_for_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
