#include "read/bytes.h"
#include "read_helper.h"

/* Writes the bytes to a file and reads its lines, in chunks of that size (0 for the usual one); all
** of them, joined, must be `expected`. Returns the number of lines. */
static uint64_t read_chunks(size_t chunk, const char *bytes, size_t size, enum repair repair,
                            const char *expected, size_t expected_size, const char *encoding) {
    struct bytes reader = {.file = {.handle = -1}, .chunk = chunk};
    struct error error = {NULL};
    char path[512];
    struct bytes_source source = {.path = path, .repair = repair};
    const char *line;
    size_t length, at = 0;
    temporary_path(path, "wmi_test_bytes");
    write_file(path, bytes, size);
    assert_int_equal(bytes_open(&reader, &source, NULL, NULL, &error), ERROR_NONE);
    for (;;) {
        assert_int_equal(bytes_line(&reader, &line, &length, &error), ERROR_NONE);
        if (!length)
            break;
        assert_true(at + length <= expected_size);
        assert_memory_equal(line, expected + at, length);
        assert_null(memchr(line, '\n', length - 1));
        at += length;
    }
    assert_int_equal(at, expected_size);
    assert_string_equal(bytes_encoding(&reader), encoding);
    uint64_t lines = reader.line;
    bytes_close(&reader);
    bytes_free(&reader);
    remove(path);
    return lines;
}

static uint64_t read_back(const char *bytes, size_t size, enum repair repair, const char *expected,
                          size_t expected_size, const char *encoding) {
    return read_chunks(0, bytes, size, repair, expected, expected_size, encoding);
}

static void lines_keep_their_line_feeds(void **state) {
    (void)state;
    assert_int_equal(read_back("a\n\nb\r\nc", 7, REPAIR_NONE, "a\n\nb\r\nc", 7, "utf-8"), 4);
    assert_int_equal(read_back("a\n", 2, REPAIR_NONE, "a\n", 2, "utf-8"), 1);
}

static void a_byte_order_mark_is_taken_off(void **state) {
    (void)state;
    read_back("\xef\xbb\xbf✅\n", 7, REPAIR_NONE, "✅\n", 4, "utf-8 (bom)");
    read_back("\xef\xbb\xbf", 3, REPAIR_NONE, "", 0, "utf-8 (bom)");
    read_back("\xff\xfe"
              "a\0\x05\x27",
              6, REPAIR_NONE, "a✅", 4, "utf-16le");
    read_back("\xfe\xff"
              "\0a\x27\x05",
              6, REPAIR_NONE, "a✅", 4, "utf-16be");
}

static void surrogate_pairs_become_characters(void **state) {
    (void)state;
    read_back("\xff\xfe\x3d\xd8\xca\xdc", 6, REPAIR_NONE, "\xf0\x9f\x93\x8a", 4, "utf-16le");
    read_back("\xfe\xff\xd8\x3d\xdc\xca", 6, REPAIR_NONE, "\xf0\x9f\x93\x8a", 4, "utf-16be");
}

static void double_encoded_text_is_mapped_back(void **state) {
    (void)state;
    static const char mac[] = "Ôªø‚úÖ\n", windows[] = "âœ…\n";
    read_back(mac, sizeof mac - 1, REPAIR_MAC_ROMAN, "✅\n", 4, "utf-8 via mac roman");
    read_back(windows, sizeof windows - 1, REPAIR_WINDOWS_1252, "✅\n", 4, "utf-8 via windows-1252");
}

/* Text of many chunks, in which characters and lines of every length lie across every border. */
static void chunks_break_neither_lines_nor_characters(void **state) {
    (void)state;
    enum { SIZE = 700000 };
    char *text = malloc(SIZE + 8), *utf16 = malloc(2 * SIZE + 16), *mac = malloc(4 * SIZE);
    assert_true(text && utf16 && mac);
    size_t size = 0, wide = 0, encoded = 0;
    utf16[wide++] = (char)0xff;
    utf16[wide++] = (char)0xfe;
    for (unsigned i = 0; size < SIZE; i++) {
        static const struct {
            const char *text, *mac;
            unsigned short units[2];
        } letters[] = {{"x", "x", {'x', 0}},
                       {"é", "√©", {0xe9, 0}},
                       {"✅", "‚úÖ", {0x2705, 0}},
                       {"\xf0\x9f\x93\x8a", "\xef\xa3\xbfüìä", {0xd83d, 0xdcca}},
                       {"\n", "\n", {'\n', 0}}};
        unsigned n = i % 1777 == 0 ? 4 : i * 7 % 11 % 4;
        for (int unit = 0; unit < 2 && letters[n].units[unit]; unit++) {
            utf16[wide++] = (char)letters[n].units[unit];
            utf16[wide++] = (char)(letters[n].units[unit] >> 8);
        }
        memcpy(text + size, letters[n].text, strlen(letters[n].text));
        size += strlen(letters[n].text);
        memcpy(mac + encoded, letters[n].mac, strlen(letters[n].mac));
        encoded += strlen(letters[n].mac);
    }
    uint64_t lines = read_back(text, size, REPAIR_NONE, text, size, "utf-8");
    assert_true(lines > 100);
    assert_int_equal(read_back(utf16, wide, REPAIR_NONE, text, size, "utf-16le"), lines);
    assert_int_equal(read_back(mac, encoded, REPAIR_MAC_ROMAN, text, size, "utf-8 via mac roman"),
                     lines);
    free(text);
    free(utf16);
    free(mac);
}

/* Whatever the seams between chunks cut: byte order marks, characters, surrogate pairs. */
static void the_size_of_a_chunk_makes_no_difference(void **state) {
    (void)state;
    static const struct {
        const char *bytes, *encoding;
        size_t size;
        enum repair repair;
        const char *text;
    } files[] = {
        {"a\n✅é\n", "utf-8", 8, REPAIR_NONE, "a\n✅é\n"},
        {"\n", "utf-8", 1, REPAIR_NONE, "\n"},
        {"\xef\xbb\xbf✅\n", "utf-8 (bom)", 7, REPAIR_NONE, "✅\n"},
        {"\xff\xfe\x3d\xd8\xca\xdc\n\0", "utf-16le", 8, REPAIR_NONE, "\xf0\x9f\x93\x8a\n"},
        {"\xfe\xff\xd8\x3d\xdc\xca\0\n", "utf-16be", 8, REPAIR_NONE, "\xf0\x9f\x93\x8a\n"},
        {"Ôªø‚úÖ\nÔªø", "utf-8 via mac roman", 20, REPAIR_MAC_ROMAN, "✅\n\xef\xbb\xbf"},
        {"ï»¿âœ…\n", "utf-8 via windows-1252", 14, REPAIR_WINDOWS_1252, "✅\n"},
        {"\xef\xbb\xbfï»¿âœ…\n", "utf-8 via windows-1252", 17, REPAIR_WINDOWS_1252, "✅\n"},
        {"\xff\xfe\xef\0\xbb\0\xbf\0a\0", "utf-16le via windows-1252", 10, REPAIR_WINDOWS_1252,
         "a"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        for (size_t chunk = 1; chunk < 28; chunk++)
            read_chunks(chunk, files[i].bytes, files[i].size, files[i].repair, files[i].text,
                        strlen(files[i].text), files[i].encoding);
}

/* --- What is refused --- */

#define UTF "expected UTF-8, or UTF-16 that starts with a byte order mark"

/* The message behind the path, whatever the chunks. */
static void fails(const char *bytes, size_t size, enum repair repair, const char *message) {
    for (size_t chunk = 1; chunk < 10; chunk++) {
        struct bytes reader = {.file = {.handle = -1}, .chunk = chunk};
        struct error error = {NULL};
        char path[512], expected[1024];
        struct bytes_source source = {.path = path, .repair = repair};
        const char *line;
        size_t length = 1;
        temporary_path(path, "wmi_test_bytes");
        write_file(path, bytes, size);
        int status = bytes_open(&reader, &source, NULL, NULL, &error);
        while (status == ERROR_NONE && length)
            status = bytes_line(&reader, &line, &length, &error);
        snprintf(expected, sizeof expected, "%s%s", path, message);
        assert_int_equal(status, ERROR_INPUT);
        assert_true(reader.unreadable);
        assert_string_equal(error.message, expected);
        error_clear(&error);
        bytes_close(&reader);
        bytes_free(&reader);
        remove(path);
    }
}

static void nul_is_refused_in_every_encoding(void **state) {
    (void)state;
    fails("a\n✅\0b", 7, REPAIR_NONE, ":2: character 2: found a NUL byte, " UTF);
    fails("\xff\xfe"
          "a\0\n\0\0\0b\0",
          10, REPAIR_NONE, ":2: character 1: found a NUL byte, " UTF);
    fails("\xfe\xff\0a\0\n\0\0\0b", 10, REPAIR_NONE, ":2: character 1: found a NUL byte, " UTF);
    fails("‚úÖ\0", 8, REPAIR_MAC_ROMAN, ":1: character 2: found a NUL byte, " UTF);
}

/* Both ends of the range of surrogates, and what stands beside them. */
static void half_a_surrogate_pair_is_refused(void **state) {
    (void)state;
    static const char message[] = ":1: character 2: found half of a surrogate pair, expected both";
    fails("\xfe\xff\0a\xd8\0\0b", 8, REPAIR_NONE, message);        /* a high one before a letter */
    fails("\xfe\xff\0a\xdb\xff\xe0\0", 8, REPAIR_NONE, message);   /* before U+E000 */
    fails("\xfe\xff\0a\xdb\xff\xdb\xff", 8, REPAIR_NONE, message); /* before a high one */
    fails("\xfe\xff\0a\xdc\0\0b", 8, REPAIR_NONE, message);        /* a low one alone */
    fails("\xfe\xff\0a\xdf\xff", 6, REPAIR_NONE, message);
    fails("\xfe\xff\0a\xd8\0", 6, REPAIR_NONE, message); /* at the end */
    fails("\xfe\xff\0a\xd8\0\xdc", 7, REPAIR_NONE, message);
    read_back("\xfe\xff\xd7\xff\xe0\0", 6, REPAIR_NONE, "\xed\x9f\xbf\xee\x80\x80", 6, "utf-16be");
}

static void bytes_that_are_cut_off_are_refused(void **state) {
    (void)state;
    fails("ab\xe2\x9c", 4, REPAIR_NONE,
          ":1: character 3: found the end of the file inside a character, " UTF);
    fails("\xff\xfe"
          "a\0b",
          5, REPAIR_NONE,
          ":1: character 2: found a single byte at the end of the file, expected UTF-16, two bytes "
          "for each unit");
    fails("a中", 4, REPAIR_MAC_ROMAN,
          ":1: character 2: found a character that mac roman does not have");
}

static void a_line_is_given_again(void **state) {
    (void)state;
    struct bytes reader = {.file = {.handle = -1}};
    struct error error = {NULL};
    char path[512];
    struct bytes_source source = {.path = path};
    const char *line;
    size_t size;
    temporary_path(path, "wmi_test_bytes");
    write_file(path, "one\ntwo\n", 8);
    assert_int_equal(bytes_open(&reader, &source, NULL, NULL, &error), ERROR_NONE);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(bytes_line(&reader, &line, &size, &error), ERROR_NONE);
        assert_memory_equal(line, "one\n", size);
        assert_int_equal(reader.line, 1);
        if (i == 0)
            bytes_back(&reader);
    }
    assert_int_equal(bytes_line(&reader, &line, &size, &error), ERROR_NONE);
    assert_memory_equal(line, "two\n", size);
    assert_int_equal(bytes_line(&reader, &line, &size, &error), ERROR_NONE);
    assert_int_equal(size, 0);
    bytes_back(&reader);
    assert_int_equal(reader.line, 2);
    bytes_close(&reader);
    bytes_free(&reader);
    remove(path);
}

/* A fault far into the file is told with its line and character, and the lines before it are
** given. */
static void a_fault_is_told_where_it_is(void **state) {
    (void)state;
    enum { LINES = 9000 };
    char *text = malloc(LINES * 10 + 64), path[512], expected[1024];
    struct bytes reader = {.file = {.handle = -1}};
    struct bytes_source source = {.path = path};
    struct error error = {NULL};
    const char *line;
    size_t size = 0, given;
    assert_non_null(text);
    for (int i = 0; i < LINES; i++) {
        memcpy(text + size, "✅ is it\n", 10);
        size += 10;
    }
    memcpy(text + size, "✅é\0x", 7);
    size += 7;
    temporary_path(path, "wmi_test_bytes");
    write_file(path, text, size);
    assert_int_equal(bytes_open(&reader, &source, NULL, NULL, &error), ERROR_NONE);
    for (int i = 0; i < LINES; i++) {
        assert_int_equal(bytes_line(&reader, &line, &given, &error), ERROR_NONE);
        assert_int_equal(given, 10);
    }
    assert_int_equal(bytes_line(&reader, &line, &given, &error), ERROR_INPUT);
    snprintf(expected, sizeof expected,
             "%s:9001: character 3: found a NUL byte, expected UTF-8, or UTF-16 that starts with a "
             "byte order mark",
             path);
    assert_string_equal(error.message, expected);
    error_clear(&error);
    bytes_close(&reader);
    bytes_free(&reader);
    remove(path);
    free(text);
}

static void a_line_without_end_is_refused(void **state) {
    (void)state;
    size_t size = BYTES_LINE_MAX + 200000, given;
    char *text = malloc(size), path[512], expected[1024];
    struct bytes reader = {.file = {.handle = -1}};
    struct bytes_source source = {.path = path};
    struct error error = {NULL};
    const char *line;
    assert_non_null(text);
    memset(text, 'x', size);
    text[1] = '\n';
    temporary_path(path, "wmi_test_bytes");
    write_file(path, text, size);
    assert_int_equal(bytes_open(&reader, &source, NULL, NULL, &error), ERROR_NONE);
    assert_int_equal(bytes_line(&reader, &line, &given, &error), ERROR_NONE);
    assert_int_equal(bytes_line(&reader, &line, &given, &error), ERROR_INPUT);
    snprintf(expected, sizeof expected,
             "%s:2: character 1: found a line of more than 16 MB, expected a shorter one", path);
    assert_string_equal(error.message, expected);
    error_clear(&error);
    bytes_close(&reader);
    bytes_free(&reader);
    remove(path);
    free(text);
}

/* The hash is that of the bytes as they stand, byte order mark and all. */
static void the_hash_is_that_of_the_file(void **state) {
    (void)state;
    struct bytes reader = {.file = {.handle = -1}};
    struct error error = {NULL};
    struct sha256 of_file, of_bytes;
    char path[512], found[SHA256_HEX + 1], expected[SHA256_HEX + 1];
    struct bytes_source source = {.path = path};
    const char *line;
    size_t size;
    temporary_path(path, "wmi_test_bytes");
    write_file(path, "\xff\xfe\x05\x27", 4);
    sha256_start(&of_file);
    assert_int_equal(bytes_open(&reader, &source, &of_file, NULL, &error), ERROR_NONE);
    do
        assert_int_equal(bytes_line(&reader, &line, &size, &error), ERROR_NONE);
    while (size);
    bytes_close(&reader);
    bytes_free(&reader);
    sha256_start(&of_bytes);
    sha256_add(&of_bytes, "\xff\xfe\x05\x27", 4);
    sha256_end(&of_file, found);
    sha256_end(&of_bytes, expected);
    assert_string_equal(found, expected);
    remove(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_their_line_feeds),
        cmocka_unit_test(a_byte_order_mark_is_taken_off),
        cmocka_unit_test(surrogate_pairs_become_characters),
        cmocka_unit_test(double_encoded_text_is_mapped_back),
        cmocka_unit_test(chunks_break_neither_lines_nor_characters),
        cmocka_unit_test(the_size_of_a_chunk_makes_no_difference),
        cmocka_unit_test(nul_is_refused_in_every_encoding),
        cmocka_unit_test(half_a_surrogate_pair_is_refused),
        cmocka_unit_test(bytes_that_are_cut_off_are_refused),
        cmocka_unit_test(a_line_is_given_again),
        cmocka_unit_test(a_fault_is_told_where_it_is),
        cmocka_unit_test(a_line_without_end_is_refused),
        cmocka_unit_test(the_hash_is_that_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
