/* The names of columns. */
#include "read/header.h"
#include "read_helper.h"

static const struct release releases[] = {
    {.build = 9600, .core = 9600, .version = "6.3"},
    {.build = 17763,
     .core = 17763,
     .version = "1809",
     .client = "Windows 10",
     .server = "Windows Server 2019"},
    {.build = 26100, .core = 26100, .version = "24H2", .server = "Windows Server 2025"},
};
static const struct release_list list = {releases, 3};

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
    static const char *const like[] = {"Windows 11",
                                       "win 22H2",
                                       "Server 2012",
                                       "x26100",
                                       "9600?",
                                       "build 7x",
                                       "build_x26100",
                                       "Windows XP",
                                       "windows server",
                                       "Vista",
                                       "Windows Vista Business",
                                       "Windows NT",
                                       "WindowsServer",
                                       "Windows Server Core",
                                       "Windows Server Preview",
                                       "WS2019",
                                       "W2K19",
                                       "w2k12r2",
                                       "W10",
                                       "26,100",
                                       "2 6100",
                                       "26'100",
                                       "-5",
                                       "+26",
                                       "26 / 100",
                                       "build_",
                                       "Build X",
                                       "build ?",
                                       "build #"};
    static const char *const unlike[] = {
        "Notes 2024",  "Windows",      "Size 4096",    "Server",
        "build",       "builder",      "2024-05-01",   "",
        "H2",          "01.05.2024",   "5/1/2024",     "Notes",
        "Version",     "Count",        "Windows path", "Windows service",
        "Server name", "Preview",      "Builds",       "Build date",
        "build_notes", "Build number", "W3C",          "W32Time",
        "Week1",       "Hyper-V",      "XPath",        "Mexico",
        "Core",        "x64",          "№ 5",          "100 %a",
        "v2"};
    for (size_t i = 0; i < sizeof like / sizeof *like; i++)
        if (!header_looks_like_build(&list, text(like[i])))
            fail_msg("%s", like[i]);
    for (size_t i = 0; i < sizeof unlike / sizeof *unlike; i++)
        if (header_looks_like_build(&list, text(unlike[i])))
            fail_msg("%s", unlike[i]);
}

static void what_releases_are_called_is_no_build(void **state) {
    (void)state;
    static const char *const called[] = {"1809", "10", "2019", "2025"};
    static const char *const others[] = {"26100", "9600", "17763", "1",        "6",
                                         "2024",  "180",  "18090", "999999999"};
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        if (!header_is_release(&list, text(called[i])))
            fail_msg("%s", called[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (header_is_release(&list, text(others[i])))
            fail_msg("%s", others[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_may_be_written_apart),
        cmocka_unit_test(builds_are_read_by_every_name),
        cmocka_unit_test(what_looks_like_a_build_is_known),
        cmocka_unit_test(what_releases_are_called_is_no_build),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
