#include "read/value_map.h"
#include "read_helper.h"

/* Reads the map at the end of a description and writes its entries as `value=label|value=label`. */
static void read_map(const char *description, char entries[512]) {
    struct values values = {0};
    struct text text = {description, strlen(description)}, map;
    char again[512] = "[枚举值: ";
    assert_int_equal(values_read(&values, text, &map), ERROR_NONE);
    entries[0] = '\0';
    for (size_t i = 0; i < values.entries.count; i++) {
        struct builder_entry entry = ((const struct builder_entry *)values.entries.items)[i];
        append(entries + strlen(entries), "%s%.*s=%.*s", i ? "|" : "", (int)entry.value.size,
               entry.value.text, (int)entry.label.size, entry.label.text);
        append(again + strlen(again), "%s%.*s - %.*s", i ? "; " : "", (int)entry.value.size,
               entry.value.text, (int)entry.label.size, entry.label.text);
    }
    append(again + strlen(again), "]");
    assert_int_equal(values.entries.count > 0, map.size > 0);
    if (map.size) {
        assert_int_equal(map.size, strlen(again));
        assert_memory_equal(map.text, again, map.size);
        assert_ptr_equal(map.text + map.size, description + text.size);
    }
    values_free(&values);
}

static void check(const char *description, const char *expected) {
    char entries[512];
    read_map(description, entries);
    assert_string_equal(entries, expected);
}

static void a_map_at_the_end_is_read(void **state) {
    (void)state;
    check("How it is. [枚举值: 0 - Unknown; 2 - OK]", "0=Unknown|2=OK");
    check("[枚举值: 1 - One]", "1=One");
    check("没有空格。[枚举值: 1 - 一]", "1=一");
}

static void every_form_of_value_is_read(void **state) {
    (void)state;
    check("[枚举值: -1 - A; 11..32767 - B; 32768.. - C; .. - D; 0x8000..0xFFFF - E; 0x8000.. - F; "
          "..5 - G; -3..-1 - H]",
          "-1=A|11..32767=B|32768..=C|..=D|0x8000..0xFFFF=E|0x8000..=F|..5=G|-3..-1=H");
    check("[枚举值: OK - Fine; Error - Broken]", "OK=Fine|Error=Broken");
}

static void labels_may_hold_what_separates_them(void **state) {
    (void)state;
    check("[枚举值: 8 - SCSI - FCP; 9 - A; B; 10 - C]", "8=SCSI - FCP|9=A; B|10=C");
    check("[枚举值: 1 - A [x]; 2 - B]", "1=A [x]|2=B");
    check("[枚举值: 1 - A]B; 2 - C]", "1=A]B|2=C");
    check("[枚举值: 0 -  Off ; 1 - On]", "0= Off |1=On");
    check("[枚举值: 1 - A;2 - B]", "1=A;2 - B");
}

static void what_is_not_certain_stays_in_the_description(void **state) {
    (void)state;
    check("[枚举值: 1 - A]. And more", "");
    check("[枚举值: 1 - A] and [more]", "");
    check("[枚举值: 1 - A; 2 - B]\"", "");
    check("[枚举值: 0 - Unknown; OEM - Vendor]", ""); /* a value, or a label with a semicolon? */
    check("[枚举值: OEM - Vendor; 0 - Unknown]", "");
    check("[枚举值: ]", "");
    check("[枚举值: 1 - ]", "");
    check("[枚举值: 1 - ; 2 - B]", "");
    check("[枚举值: see the manual]", "");
    check("[枚举值: 1 - A [x; 2 - B]", "");
    check("[枚举值:1 - A]", "");
    check("]", "");
    check("", "");
}

static void of_two_maps_the_last_is_read(void **state) {
    (void)state;
    check("[枚举值: 1 - A] then [枚举值: 2 - B]", "2=B");
}

static struct builder_row take(const char *description, const char *description_en) {
    static struct values values;
    struct builder_row row = {.description = {description, strlen(description)},
                              .description_en = {description_en, strlen(description_en)}};
    assert_int_equal(values_take(&values, &row), ERROR_NONE);
    if (row.entry_count) /* only to see that they are there */
        assert_true(row.entries[0].label.size > 0);
    values_free(&values);
    return row;
}

static void assert_text(struct text text, const char *expected) {
    assert_int_equal(text.size, expected ? strlen(expected) : 0);
    if (expected)
        assert_memory_equal(text.text, expected, text.size);
    else
        assert_null(text.text);
}

static void placeholder_and_empty_text_are_null(void **state) {
    (void)state;
    struct builder_row row = take("[无描述]", "");
    assert_text(row.description, NULL);
    assert_text(row.description_en, NULL);
    assert_int_equal(row.map_stood, 0);
    row = take("[无描述].", "无描述");
    assert_text(row.description, "[无描述].");
    assert_text(row.description_en, "无描述");
}

static void a_map_that_both_have_is_taken_out_of_both(void **state) {
    (void)state;
    struct builder_row row = take("状态。[枚举值: 1 - A]", "State. [枚举值: 1 - A]");
    assert_text(row.description, "状态。");
    assert_text(row.description_en, "State.");
    assert_int_equal(row.entry_count, 1);
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION | REPORT_MAP_IN_DESCRIPTION_EN |
                                        REPORT_BLANK_IN_DESCRIPTION_EN);
}

static void a_translated_map_stays_beside_the_english_one(void **state) {
    (void)state;
    struct builder_row row = take("状态。[枚举值: 1 - 一]", "State. [枚举值: 1 - One]");
    assert_text(row.description, "状态。[枚举值: 1 - 一]");
    assert_text(row.description_en, "State.");
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION_EN | REPORT_BLANK_IN_DESCRIPTION_EN);
}

static void a_map_of_one_description_alone_is_taken(void **state) {
    (void)state;
    struct builder_row row = take("State. [枚举值: 1 - A]", "[无描述]");
    assert_text(row.description, "State.");
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION | REPORT_BLANK_IN_DESCRIPTION);
    row = take("", "[枚举值: 1 - A]");
    assert_int_equal(row.description_en.size, 0);
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION_EN);
    row = take("[枚举值: 1 - A]", " [枚举值: 2 - B] "); /* no map: it does not end there */
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION);
    assert_text(row.description_en, " [枚举值: 2 - B] ");
}

static void a_placeholder_before_a_map_is_null_too(void **state) {
    (void)state;
    struct builder_row row = take("[无描述] [枚举值: 1 - A]", "");
    assert_text(row.description, NULL);
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION | REPORT_BLANK_IN_DESCRIPTION);
    row = take("", " [枚举值: 1 - A]"); /* so a blank alone is not taken */
    assert_text(row.description_en, " ");
    assert_int_equal(row.map_stood, REPORT_MAP_IN_DESCRIPTION_EN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_at_the_end_is_read),
        cmocka_unit_test(every_form_of_value_is_read),
        cmocka_unit_test(labels_may_hold_what_separates_them),
        cmocka_unit_test(what_is_not_certain_stays_in_the_description),
        cmocka_unit_test(of_two_maps_the_last_is_read),
        cmocka_unit_test(placeholder_and_empty_text_are_null),
        cmocka_unit_test(a_map_that_both_have_is_taken_out_of_both),
        cmocka_unit_test(a_translated_map_stays_beside_the_english_one),
        cmocka_unit_test(a_map_of_one_description_alone_is_taken),
        cmocka_unit_test(a_placeholder_before_a_map_is_null_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
