#include "base/utf8.h"
#include "read_helper.h"

/* The size of the valid character at the start, as table 3-7 of the Unicode standard has it. */
static size_t by_the_table(const unsigned char *b, size_t size) {
    static const struct {
        unsigned char first[2], second[2];
        size_t size;
    } rows[] = {{{0x01, 0x7f}, {0, 0}, 1},       {{0xc2, 0xdf}, {0x80, 0xbf}, 2},
                {{0xe0, 0xe0}, {0xa0, 0xbf}, 3}, {{0xe1, 0xec}, {0x80, 0xbf}, 3},
                {{0xed, 0xed}, {0x80, 0x9f}, 3}, {{0xee, 0xef}, {0x80, 0xbf}, 3},
                {{0xf0, 0xf0}, {0x90, 0xbf}, 4}, {{0xf1, 0xf3}, {0x80, 0xbf}, 4},
                {{0xf4, 0xf4}, {0x80, 0x8f}, 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (b[0] < rows[i].first[0] || b[0] > rows[i].first[1] || rows[i].size > size)
            continue;
        if (rows[i].size > 1 && (b[1] < rows[i].second[0] || b[1] > rows[i].second[1]))
            continue;
        size_t good = 2;
        while (good < rows[i].size && (b[good] & 0xc0) == 0x80)
            good++;
        if (good >= rows[i].size)
            return rows[i].size;
    }
    return 0;
}

static size_t valid_by_the_table(const char *text, size_t size) {
    size_t at = 0, step;
    while (at < size && (step = by_the_table((const unsigned char *)text + at, size - at)) != 0)
        at += step;
    return at;
}

static void what_is_valid_agrees_with_the_standards_table(void **state) {
    (void)state;
    /* every two bytes, followed by bytes at the borders of all ranges, at every place in a word */
    static const unsigned char edges[] = {0x00, 0x01, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0,
                                          0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xff};
    enum { EDGES = sizeof edges };
    char text[40];
    for (unsigned pair = 0; pair < 0x10000; pair++)
        for (unsigned i = 0; i < EDGES * EDGES; i++) {
            size_t before = (pair + i) % 17;
            memset(text, 'a', sizeof text);
            text[before] = (char)(pair >> 8);
            text[before + 1] = (char)pair;
            text[before + 2] = (char)edges[i % EDGES];
            text[before + 3] = (char)edges[i / EDGES];
            size_t size = before + 4 + i % 3;
            if (utf8_valid(text, size) != valid_by_the_table(text, size))
                fail_msg("bytes %04x %02x %02x", pair, edges[i % EDGES], edges[i / EDGES]);
        }
}

/* Characters of one to four bytes up to `size`, then the letter a. */
static void fill(char *text, size_t size, size_t capacity, size_t turn) {
    static const char *const characters[] = {"a", "é", "✅", "😀", "z", "[", "描"};
    size_t at = 0;
    memset(text, 'a', capacity);
    for (;; turn++) {
        const char *character = characters[turn % 7];
        size_t length = strlen(character);
        if (at + length > size)
            break;
        memcpy(text + at, character, length);
        at += length;
    }
}

static void the_processors_own_way_agrees_with_the_standards_table(void **state) {
    (void)state;
    static const unsigned char edges[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf,
                                          0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5};
    enum { EDGES = sizeof edges };
    char text[160];
    if (!utf8_fast()) {
        print_message("skipped: this processor has no way of its own\n");
        skip();
    }
    for (unsigned pair = 0; pair < 0x10000; pair++)
        for (unsigned i = 0; i < EDGES; i++) {
            size_t place = (pair + 11 * i) % 140;
            size_t size = (pair + i) % 3 ? sizeof text : place + 4 + (pair + i) % 16;
            fill(text, place, sizeof text, pair + i);
            text[place] = (char)(pair >> 8);
            text[place + 1] = (char)pair;
            text[place + 2] = (char)edges[i];
            text[place + 3] = (char)edges[(pair + 7 * i) % EDGES];
            size_t valid = valid_by_the_table(text, size);
            if (utf8_fast()(text, size) != valid || utf8_valid_portable(text, size) != valid ||
                utf8_valid(text, size) != valid)
                fail_msg("bytes %04x %02x at %zu of %zu", pair, edges[i], place, size);
        }
    /* valid texts that end anywhere */
    for (size_t size = 0; size <= sizeof text; size++)
        for (size_t turn = 0; turn < 7; turn++) {
            fill(text, sizeof text, sizeof text, turn);
            assert_int_equal(utf8_fast()(text, size), valid_by_the_table(text, size));
        }
}

static void a_beginning_of_a_character_is_told_from_a_wrong_byte(void **state) {
    (void)state;
    assert_int_equal(utf8_fault("\0", 1), UTF8_NUL);
    assert_int_equal(utf8_fault("\xe2\x9c", 2), UTF8_CUT_OFF);
    assert_int_equal(utf8_fault("\xe2", 1), UTF8_CUT_OFF);
    assert_int_equal(utf8_fault("\xf0\x9f\x93", 3), UTF8_CUT_OFF);
    assert_int_equal(utf8_fault("\xe0", 1), UTF8_CUT_OFF);
    assert_int_equal(utf8_fault("\xe9t", 2), UTF8_INVALID);
    assert_int_equal(utf8_fault("\xc0\x80", 2), UTF8_INVALID);
    assert_int_equal(utf8_fault("\xed\xa0", 2), UTF8_INVALID); /* a surrogate */
    assert_int_equal(utf8_fault("\xf4\x90", 2), UTF8_INVALID); /* beyond U+10FFFF */
    assert_int_equal(utf8_fault("\x80", 1), UTF8_INVALID);
    assert_int_equal(utf8_fault("\xff", 1), UTF8_INVALID);
}

static void what_is_written_is_valid_and_reads_the_same(void **state) {
    (void)state;
    for (uint32_t character = 1; character < 0x110000; character++) {
        char text[4];
        size_t size;
        if (character >= 0xd800 && character < 0xe000)
            continue;
        size_t written = utf8_write(text, character);
        if (utf8_valid(text, written) != written || utf8_read(text, &size) != character ||
            size != written || utf8_count(text, written) != 1)
            fail_msg("U+%04X", (unsigned)character);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_valid_agrees_with_the_standards_table),
        cmocka_unit_test(the_processors_own_way_agrees_with_the_standards_table),
        cmocka_unit_test(a_beginning_of_a_character_is_told_from_a_wrong_byte),
        cmocka_unit_test(what_is_written_is_valid_and_reads_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
