/* A schema of MOF is made whole, or it is said that there was no memory; none leaks either way. */
#include "memory_failing.h"
#include "mof_helper.h"
#include "read/read.h"

static const char text[] =
    "#pragma include(\"other.mof\")\n#pragma namespace(\"root\\\\x\")\n"
    "[Abstract, Deprecated{\"X\", \"Y\"}] class A { [key, Description(\"a\\n\" \"b\"), "
    "ValueMap{\"1\", 2},\n"
    " Values{\"one\", \"two\"}] uint8 B; string C([in, Values{\"x\"}] string D, [out] A ref E); "
    "};\n"
    "class F : A { [Override] uint8 B; object G = instance of A { B = \"x\"; }; };\n"
    "class A { string H; }; #pragma deleteclass(\"F\", NOFAIL)\nclass F : A { uint8 B; };\n"
    "#pragma namespace(\"root\\\\x\\\\ms_409\")\nclass A { [Description(\"english\")] uint8 B; };";

static const char shown[] =
    "root\\x:A abstract deprecated=X; Y { uint8 B key map={1|2} says=a\nb values={one|two} "
    "english=english; string C(string D in values={x}, A ref E out); string H; }\n"
    "root\\x:F < A { uint8 B key map={1|2} says=a\nb values={one|two} english=english; "
    "string C(string D in values={x}, A ref E out); string H; }\n"
    "root\\x:A amends 409 { uint8 B says=english; }\n";

static int make(struct mof_test *test) {
    int code = mof_test_start(test);
    if (code == ERROR_NONE)
        code = mof_test_add(test, 1, 1, text);
    return code == ERROR_NONE ? mof_test_inherit(test) : code;
}

static void a_schema_is_made_whole_or_not_at_all(void **state) {
    size_t failures = 0;
    bool done = false;
    (void)state;
    for (size_t at = 1; !done; at++) {
        struct mof_test test;
        memory_failing = (struct memory_failing){.fail_at = at, .for_good = at % 2};
        int code = make(&test);
        done = memory_failing.calls < at;
        memory_failing.fail_at = 0;
        assert_int_equal(code, done ? ERROR_NONE : ERROR_MEMORY);
        if (done)
            assert_string_equal(mof_show(&test, true), shown);
        mof_schema_free(&test.schema);
        assert_int_equal(memory_failing.blocks, 0);
        failures += !done;
    }
    assert_true(failures > 15);
}

/* One failure may be got over: a buffer that cannot grow by much may grow by less. */
static void files_are_read_whole_or_not_at_all(void **state) {
    static const char *const paths[] = {"tests/fixtures/mof/fan/26100",
                                        "tests/fixtures/mof/fan/14393",
                                        "tests/fixtures/mof/fan/17763-whole"};
    const struct release_list releases = {NULL, 0};
    size_t failures = 0;
    bool done = false;
    (void)state;
    for (size_t at = 1; !done; at++) {
        struct error error = {NULL};
        struct report *report;
        memory_failing = (struct memory_failing){.fail_at = at, .for_good = at % 2};
        int code = read_report(paths, 3, &releases, NULL, &report, &error);
        done = memory_failing.calls < at;
        memory_failing.fail_at = 0;
        assert_null(error.message);
        assert_int_equal(code, report ? ERROR_NONE : ERROR_MEMORY);
        assert_true(report || !done);
        failures += !report;
        memory_free(report);
        assert_int_equal(memory_failing.blocks, 0);
    }
    assert_true(failures > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_read_whole_or_not_at_all),
        cmocka_unit_test(a_schema_is_made_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
