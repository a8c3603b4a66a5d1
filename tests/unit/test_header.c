/* The names of columns. */
#include "read/header.h"
#include "read_helper.h"

static const struct release releases[] = {
    {.build = 9600, .core = 9600, .version = "6.3"},
    {.build = 26100, .core = 26100, .version = "24H2", .server = "Windows Server 2025"},
};
static const struct release_list list = {releases, 2};

static struct text text(const char *literal) {
    return (struct text){literal, strlen(literal)};
}

static void words_may_be_written_apart(void **state) {
    (void)state;
    assert_true(header_is(text("ClassName"), "ClassName"));
    assert_true(header_is(text("class name"), "ClassName"));
    assert_true(header_is(text("CLASS_NAME"), "ClassName"));
    assert_true(header_is(text("class-name"), "ClassName"));
    assert_true(header_is(text("DescEN"), "Desc_EN"));
    assert_false(header_is(text("Class"), "ClassName"));
    assert_false(header_is(text("ClassNames"), "ClassName"));
    assert_false(header_is(text("_ClassName"), "ClassName"));
    assert_false(header_is(text("ClassName_"), "ClassName"));
    assert_false(header_is(text(""), "ClassName"));
}

static void builds_are_read_by_every_name(void **state) {
    (void)state;
    static const char *const names[] = {"26100",       "build_26100",        "Build 26100",
                                        "build26100",  "10.0.26100",         "26100.1742",
                                        "BUILD-26100", "Windows Server 2025"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (header_build(&list, text(names[i])) != 26100)
            fail_msg("%s is %u", names[i], (unsigned)header_build(&list, text(names[i])));
    assert_int_equal(header_build(&list, text("Notes")), 0);
    assert_int_equal(header_build(&list, text("build")), 0);
    assert_int_equal(header_build(&list, text("build_")), 0);
}

static void what_looks_like_a_build_is_known(void **state) {
    (void)state;
    static const char *const like[] = {"Windows 11", "win 22H2", "Server 2012", "x26100",
                                       "9600?",      "build 7x", "build_x26100"};
    static const char *const unlike[] = {"Notes 2024", "Windows", "Size 4096",  "Server",
                                         "build",      "builder", "2024-05-01", "",
                                         "1234567",    "H2"};
    for (size_t i = 0; i < sizeof like / sizeof *like; i++)
        if (!header_looks_like_build(&list, text(like[i])))
            fail_msg("%s", like[i]);
    for (size_t i = 0; i < sizeof unlike / sizeof *unlike; i++)
        if (header_looks_like_build(&list, text(unlike[i])))
            fail_msg("%s", unlike[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_may_be_written_apart),
        cmocka_unit_test(builds_are_read_by_every_name),
        cmocka_unit_test(what_looks_like_a_build_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
