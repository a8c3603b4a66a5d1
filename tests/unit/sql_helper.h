/* What the tests of SQL share: a handle with the extension, statements, answers. */
#ifndef WMI_TESTS_UNIT_SQL_HELPER_H
#define WMI_TESTS_UNIT_SQL_HELPER_H

#include "wmi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SMALL "tests/fixtures/fault/report.csv" /* Fan_Blade, Fan_Motor; builds 26100 and 14393 */
#define OTHER "tests/fixtures/fault/other.csv"  /* Fan_Motor, Zebra; build 26100 */
#define WRONG "tests/fixtures/read/errors/unknown_mark.csv"
/* The data of the built-in report, but by another path: a report that differs from it. */
#define LARGE "./data/wmi_members.csv"

enum { DEFAULT_MEMBERS = 29339, SMALL_MEMBERS = 3, OTHER_MEMBERS = 2 };

static inline int open_db(void **state) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
    *state = db;
    return 0;
}

/* With every statement finalized the handle closes, and nothing of ours is left. */
static inline int close_db(void **state) {
    assert_int_equal(sqlite3_close(*state), SQLITE_OK);
    assert_int_equal(sqlite3_memory_used(), 0);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_db, close_db)

static inline void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

/* The statement fails, with this in its message. */
static inline void run_wrong(sqlite3 *db, const char *sql, const char *says) {
    char *message = NULL;
    assert_int_not_equal(sqlite3_exec(db, sql, NULL, NULL, &message), SQLITE_OK);
    if (!message || !strstr(message, says))
        fail_msg("%s: found the message %s, expected %s", sql, message, says);
    sqlite3_free(message);
}

static inline sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

/* The first value of the first row, as an integer. */
static inline int64_t answer(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    if (sqlite3_step(statement) != SQLITE_ROW)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    int64_t value = sqlite3_column_int64(statement, 0);
    assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
    return value;
}

static inline void assert_next(sqlite3_stmt *statement, int64_t value) {
    if (sqlite3_step(statement) != SQLITE_ROW)
        fail_msg("%s: %s", sqlite3_sql(statement), sqlite3_errmsg(sqlite3_db_handle(statement)));
    assert_int_equal(sqlite3_column_int64(statement, 0), value);
}

static inline void assert_done(sqlite3_stmt *statement) {
    assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
}

#endif
