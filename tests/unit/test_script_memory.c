/* Scanning a script when memory runs out: all references or ERROR_MEMORY, and nothing leaks. */
#include "base/error.h"
#include "base/memory.h"
#include "memory_failing.h"
#include "report/builtin.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A script that makes every array grow more than once. */
static size_t long_script(char *text, size_t capacity) {
    size_t size = (size_t)snprintf(text, capacity, "$v = gcim Msvm_ComputerSystem\n");
    for (int i = 0; i < 500; i++)
        size += (size_t)snprintf(text + size, capacity - size, "$v%d = $v; $v%d.Name; $u.Status\n",
                                 i, i);
    return size;
}

static void fail_each(const char *text, size_t size, size_t expected, bool for_good) {
    size_t failures = 0;
    for (size_t at = 1;; at++) {
        struct script_reference *references;
        size_t count;
        memory_failing = (struct memory_failing){.fail_at = at, .for_good = for_good};
        int code = script_scan(builtin_report(), text, size, NULL, &references, &count);
        bool done = memory_failing.calls < at;
        memory_failing.fail_at = 0;
        assert_int_equal(code, done ? ERROR_NONE : ERROR_MEMORY);
        assert_int_equal(count, done ? expected : 0);
        assert_int_equal(references != NULL, done);
        failures += !done;
        memory_free(references);
        assert_int_equal(memory_failing.blocks, 0);
        if (done)
            break;
    }
    assert_true(failures >= 5);
}

static void a_script_is_scanned_whole_or_not_at_all(void **state) {
    (void)state;
    static char text[50000];
    size_t size = long_script(text, sizeof text);
    fail_each(text, size, 501, true);
    fail_each(text, size, 501, false);
}

static void a_query_is_scanned_whole_or_not_at_all(void **state) {
    (void)state;
    static char text[50000];
    size_t size = 0;
    for (int i = 0; i < 200; i++)
        size += (size_t)snprintf(text + size, sizeof text - size,
                                 "SELECT Name FROM Msvm_ComputerSystem WHERE Caption = %d\n", i);
    fail_each(text, size, 600, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_is_scanned_whole_or_not_at_all),
        cmocka_unit_test(a_query_is_scanned_whole_or_not_at_all),
    };
    return cmocka_run_group_tests_name("script memory", tests, NULL, NULL);
}
