/* Opening the built-in report costs nothing: it is read-only data of the library. */
#include "report/builtin.h"
#include "wmi.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What SQLite's allocator, through which every allocation of the extension goes, has given since the
** last question: the largest piece, and the most at one time beyond what there was at the start. */
struct given {
    int largest, most;
};

static struct given ask_given(int before) {
    struct given given;
    int now;
    sqlite3_status(SQLITE_STATUS_MALLOC_SIZE, &now, &given.largest, 1);
    sqlite3_status(SQLITE_STATUS_MEMORY_USED, &now, &given.most, 1);
    given.most -= before;
    return given;
}

static int used(void) {
    int now, most;
    ask_given(0);
    sqlite3_status(SQLITE_STATUS_MEMORY_USED, &now, &most, 0);
    return now;
}

static void loading_and_asking_allocate_nothing_for_the_report(void **state) {
    (void)state;
    sqlite3 *db;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_true(builtin_report()->size > 500000);
    int before = used();
    assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
    struct given loaded = ask_given(before);
    /* Tables and functions are registered, for which SQLite prepares a statement; that is all. */
    assert_true(loaded.largest < 5000);
    assert_true(loaded.most < 20000);

    assert_int_equal(sqlite3_prepare_v2(db, "SELECT available_on('Win32_Process.Create', 26100)",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    before = used();
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), 1);
    struct given asked = ask_given(before);
    assert_true(asked.largest < 2000);
    assert_true(asked.most < 20000);
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loading_and_asking_allocate_nothing_for_the_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
