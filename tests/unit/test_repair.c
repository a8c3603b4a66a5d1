#include "base/utf8.h"
#include "read/repair.h"
#include "read_helper.h"

static void check(enum repair repair, const char *encoded, const char *expected) {
    char bytes[256];
    size_t written, size = strlen(encoded);
    assert_int_equal(repair_text(repair, encoded, size, bytes, &written), size);
    assert_int_equal(written, strlen(expected));
    assert_memory_equal(bytes, expected, written);
}

static void marks_and_placeholder_map_back(void **state) {
    (void)state;
    check(REPAIR_MAC_ROMAN, "‚úÖ ‚ùå", "✅ ❌");
    check(REPAIR_WINDOWS_1252, "âœ… â\xc2\x9dŒ", "✅ ❌");
    check(REPAIR_MAC_ROMAN, "[Êó†ÊèèËø∞]", "[无描述]");
    check(REPAIR_WINDOWS_1252, "plain", "plain");
}

static void either_sign_that_byte_db_has_had_maps_back(void **state) {
    (void)state;
    check(REPAIR_MAC_ROMAN, "€", "\xdb");
    check(REPAIR_MAC_ROMAN, "¤", "\xdb");
}

/* Every byte from 0x80 on stands for one character, and no two for the same. */
static void every_byte_has_its_character(void **state) {
    (void)state;
    for (int repair = REPAIR_MAC_ROMAN; repair < REPAIR_COUNT; repair++) {
        int seen[256] = {0};
        for (uint32_t character = 0x80; character < 0x10000; character++) {
            char text[4], byte;
            size_t written;
            if (character >= 0xd800 && character < 0xe000)
                continue;
            size_t size = utf8_write(text, character);
            if (repair_text((enum repair)repair, text, size, &byte, &written) == size)
                seen[(unsigned char)byte]++;
        }
        for (int byte = 0x80; byte < 0x100; byte++)
            assert_int_equal(seen[byte], 1 + (repair == REPAIR_MAC_ROMAN && byte == 0xdb));
    }
}

static void a_character_that_the_encoding_lacks_ends_the_mapping(void **state) {
    (void)state;
    char bytes[16];
    size_t written;
    assert_int_equal(repair_text(REPAIR_MAC_ROMAN, "ab✅c", 6, bytes, &written), 2);
    assert_int_equal(written, 2);
    assert_int_equal(repair_text(REPAIR_WINDOWS_1252, "√", 3, bytes, &written), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_and_placeholder_map_back),
        cmocka_unit_test(either_sign_that_byte_db_has_had_maps_back),
        cmocka_unit_test(every_byte_has_its_character),
        cmocka_unit_test(a_character_that_the_encoding_lacks_ends_the_mapping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
