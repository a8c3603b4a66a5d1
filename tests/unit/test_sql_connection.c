/* Which report a connection answers from, for how long, and who may change it. */
#define _POSIX_C_SOURCE 200809L

#include "wmi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SMALL "tests/fixtures/fault/report.csv" /* Fan_Blade, Fan_Motor; builds 26100 and 14393 */
#define OTHER "tests/fixtures/fault/other.csv"  /* Fan_Motor, Zebra; build 26100 */
#define WRONG "tests/fixtures/read/errors/unknown_mark.csv"

static int open_db(void **state) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
    *state = db;
    return 0;
}

/* With every statement finalized the handle closes, and nothing of ours is left. */
static int close_db(void **state) {
    assert_int_equal(sqlite3_close(*state), SQLITE_OK);
    assert_int_equal(sqlite3_memory_used(), 0);
    return 0;
}

static void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

/* The statement fails, with this in its message. */
static void run_wrong(sqlite3 *db, const char *sql, const char *says) {
    char *message = NULL;
    assert_int_not_equal(sqlite3_exec(db, sql, NULL, NULL, &message), SQLITE_OK);
    if (!message || !strstr(message, says))
        fail_msg("%s: found the message %s, expected %s", sql, message, says);
    sqlite3_free(message);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

/* The first value of the first row, as an integer. */
static int64_t answer(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    if (sqlite3_step(statement) != SQLITE_ROW)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    int64_t value = sqlite3_column_int64(statement, 0);
    assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
    return value;
}

static void assert_next(sqlite3_stmt *statement, int64_t value) {
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int64(statement, 0), value);
}

static const char *const count_members = "SELECT count(*) FROM wmi_members";

enum { DEFAULT_MEMBERS = 29339, SMALL_MEMBERS = 3, DECLARED_COLUMNS = 10 }; /* of wmi_members */

/* --- Statements that were prepared before wmi_load() --- */

static void prepared_statement_follows(void **state) {
    sqlite3_stmt *count = prepare(*state, count_members);
    sqlite3_stmt *found = prepare(
        *state, "SELECT count(*) FROM wmi_availability WHERE class = 'fan_motor' AND member = ?");
    sqlite3_bind_text(found, 1, "SPEED", -1, SQLITE_STATIC);
    for (int i = 0; i < 3; i++) {
        assert_next(count, DEFAULT_MEMBERS);
        assert_next(found, 0);
        sqlite3_reset(count);
        sqlite3_reset(found);
        run(*state, "SELECT wmi_load('" SMALL "')");
        assert_next(count, SMALL_MEMBERS);
        assert_next(found, 2);
        sqlite3_reset(count);
        sqlite3_reset(found);
        run(*state, "SELECT wmi_load(NULL)");
    }
    sqlite3_finalize(count);
    sqlite3_finalize(found);
}

static void prepared_statement_sees_new_columns(void **state) {
    sqlite3_stmt *all = prepare(*state, "SELECT * FROM wmi_members");
    assert_int_equal(sqlite3_column_count(all), DECLARED_COLUMNS + 22);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_int_equal(sqlite3_step(all), SQLITE_ROW);
    assert_int_equal(sqlite3_column_count(all), DECLARED_COLUMNS + 2);
    assert_string_equal(sqlite3_column_name(all, DECLARED_COLUMNS), "build_26100");
    sqlite3_reset(all);
    run(*state, "SELECT wmi_load(NULL)");
    assert_int_equal(sqlite3_step(all), SQLITE_ROW);
    assert_int_equal(sqlite3_column_count(all), DECLARED_COLUMNS + 22);
    sqlite3_finalize(all);
}

static void prepared_statement_loses_its_column(void **state) {
    sqlite3_stmt *gone = prepare(*state, "SELECT count(build_9200) FROM wmi_members");
    assert_int_equal(sqlite3_step(gone), SQLITE_ROW);
    sqlite3_reset(gone);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_int_equal(sqlite3_step(gone), SQLITE_ERROR);
    assert_string_equal(sqlite3_errmsg(*state), "no such column: build_9200");
    sqlite3_reset(gone);
    run(*state, "SELECT wmi_load(NULL)");
    assert_int_equal(sqlite3_step(gone), SQLITE_ROW);
    sqlite3_finalize(gone);
}

/* --- Statements that are running --- */

static void running_statement_goes_on(void **state) {
    sqlite3_stmt *running = prepare(*state, "SELECT class, member, name FROM wmi_members");
    sqlite3_stmt *small;
    int rows = 0;
    assert_int_equal(sqlite3_step(running), SQLITE_ROW);
    run(*state, "SELECT wmi_load('" SMALL "')");
    small = prepare(*state, "SELECT class FROM wmi_members");
    assert_int_equal(sqlite3_step(small), SQLITE_ROW);
    run(*state, "SELECT wmi_load('" OTHER "')");
    for (rows = 1; sqlite3_step(running) == SQLITE_ROW; rows++)
        assert_true(sqlite3_column_bytes(running, 0) > 0);
    assert_int_equal(rows, DEFAULT_MEMBERS);
    assert_string_equal(sqlite3_column_text(small, 0), "Fan_Blade");
    assert_int_equal(sqlite3_step(small), SQLITE_ROW);
    assert_string_equal(sqlite3_column_text(small, 0), "Fan_Motor");
    assert_int_equal(sqlite3_step(small), SQLITE_ROW);
    assert_int_equal(sqlite3_step(small), SQLITE_DONE);
    sqlite3_finalize(running);
    sqlite3_finalize(small);
}

/* max() keeps a text that we gave as static; the sub-query's cursor is opened anew for each row,
** and the report changes in between. ASan sees it if a report goes too early. */
static void texts_outlive_their_cursor(void **state) {
    run(*state, "CREATE TABLE paths(path)");
    run(*state, "INSERT INTO paths VALUES ('" SMALL "'), ('" OTHER "'), (NULL), ('" SMALL "')");
    run(*state, "SELECT wmi_load('" OTHER "')");
    sqlite3_stmt *statement = prepare(
        *state, "SELECT max((SELECT member FROM wmi_members AS m WHERE m.class >= paths.path || '' "
                "OR 1 LIMIT 1)), max(wmi_load(path)) FROM paths");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_true(sqlite3_column_bytes(statement, 0) > 0);
    sqlite3_finalize(statement);
    statement = prepare(
        *state, "SELECT (SELECT max(member) FROM wmi_members WHERE path IS path), wmi_load(path), "
                "(SELECT min(class) FROM wmi_classes WHERE path IS path) FROM paths");
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        assert_true(sqlite3_column_bytes(statement, 0) > 0);
    assert_int_equal(code, SQLITE_DONE);
    sqlite3_finalize(statement);
}

static void load_and_look_in_one_statement(void **state) {
    sqlite3_stmt *both =
        prepare(*state, "SELECT wmi_load('" SMALL "'), (SELECT count(*) FROM wmi_members)");
    assert_int_equal(sqlite3_step(both), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(both, 0), SMALL_MEMBERS);
    int seen = sqlite3_column_int(both, 1);
    assert_true(seen == SMALL_MEMBERS || seen == DEFAULT_MEMBERS);
    assert_int_equal(sqlite3_step(both), SQLITE_DONE);
    sqlite3_finalize(both);
    assert_int_equal(answer(*state, count_members), SMALL_MEMBERS);
}

static void load_in_a_loop(void **state) {
    run(*state, "CREATE TABLE paths(path)");
    run(*state, "INSERT INTO paths VALUES ('" SMALL "'), ('" OTHER "'), (NULL), ('" SMALL "')");
    sqlite3_stmt *loop = prepare(*state, "SELECT wmi_load(path) FROM paths ORDER BY rowid");
    assert_next(loop, SMALL_MEMBERS);
    assert_int_equal(answer(*state, count_members), SMALL_MEMBERS);
    assert_int_equal(sqlite3_step(loop), SQLITE_ROW);
    assert_next(loop, DEFAULT_MEMBERS);
    assert_int_equal(answer(*state, count_members), DEFAULT_MEMBERS);
    assert_next(loop, SMALL_MEMBERS);
    assert_int_equal(sqlite3_step(loop), SQLITE_DONE);
    sqlite3_finalize(loop);
    assert_int_equal(answer(*state, "SELECT available_on('Fan_Motor.Speed', 14393)"), 0);
}

/* --- Loads that fail, and the end --- */

static void failing_load_changes_nothing(void **state) {
    run(*state, "SELECT wmi_load('" SMALL "')");
    sqlite3_stmt *count = prepare(*state, count_members);
    run_wrong(*state, "SELECT wmi_load('" WRONG "')", "unknown_mark.csv");
    run_wrong(*state, "SELECT wmi_load('nowhere.csv')", "nowhere.csv");
    run_wrong(*state, "SELECT wmi_load('" OTHER "', 'nowhere.csv')", "nowhere.csv");
    run_wrong(*state, "SELECT wmi_load()", "expected a path");
    run_wrong(*state, "SELECT wmi_load('" SMALL "', 5)", "expected a path");
    run_wrong(*state, "SELECT wmi_load(x'00')", "expected a path");
    assert_next(count, SMALL_MEMBERS);
    sqlite3_finalize(count);
}

static void tables_over_paths_stay(void **state) {
    run(*state, "CREATE VIRTUAL TABLE temp.small USING wmi_members('" SMALL "')");
    run(*state, "CREATE VIRTUAL TABLE temp.cells USING wmi_availability(\"" SMALL "\")");
    run(*state, "SELECT wmi_load('" OTHER "')");
    assert_int_equal(answer(*state, "SELECT count(*) FROM small"), SMALL_MEMBERS);
    assert_int_equal(answer(*state, "SELECT count(*) FROM cells"), 2 * SMALL_MEMBERS);
    run_wrong(*state, "CREATE VIRTUAL TABLE temp.wrong USING wmi_members('nowhere.csv')",
              "nowhere.csv");
    run(*state, "DROP TABLE cells");
}

/* --- Trust --- */

static void untrusted_schema(void **state) {
    run(*state,
        "CREATE TABLE log(x);"
        "CREATE VIEW good AS SELECT count(*) AS n FROM wmi_members;"
        "CREATE VIEW asks AS SELECT available_on('Msvm_ComputerSystem.Name', 26100) AS n;"
        "CREATE VIEW evil AS SELECT wmi_load('" SMALL "') AS n;"
        "CREATE TRIGGER good_trigger AFTER INSERT ON log WHEN new.x = 1 BEGIN "
        "INSERT INTO log SELECT wmi_build('10.0.26100') + (SELECT count(*) FROM wmi_report); END;"
        "CREATE TABLE bait(x);"
        "CREATE TRIGGER evil_trigger AFTER INSERT ON bait BEGIN SELECT wmi_load('" SMALL "'); END;"
        "CREATE VIRTUAL TABLE reads USING wmi_members('" SMALL "');"
        "CREATE VIEW reads_too AS SELECT count(*) AS n FROM reads;");
    run(*state, "PRAGMA trusted_schema = off");
    assert_int_equal(answer(*state, "SELECT n FROM good"), DEFAULT_MEMBERS);
    assert_int_equal(answer(*state, "SELECT n FROM asks"), 1);
    run(*state, "INSERT INTO log VALUES (1)");
    assert_int_equal(answer(*state, "SELECT max(x) FROM log"), 26101);
    run_wrong(*state, "SELECT n FROM evil", "unsafe use of wmi_load");
    run_wrong(*state, "INSERT INTO bait VALUES (1)", "unsafe use of wmi_load");
    run_wrong(*state, "SELECT n FROM reads_too", "unsafe use of virtual table \"reads\"");
    run(*state, "PRAGMA trusted_schema = on");
    run_wrong(*state, "SELECT n FROM evil", "unsafe use of wmi_load");
    run_wrong(*state, "SELECT n FROM reads_too", "unsafe use of virtual table \"reads\"");
    assert_int_equal(answer(*state, "SELECT count(*) FROM reads"), SMALL_MEMBERS);
    assert_int_equal(answer(*state, count_members), DEFAULT_MEMBERS);
}

/* --- Several connections --- */

struct worker {
    const char *path; /* NULL for the default */
    int64_t members;
    int wrong; /* answers */
};

/* cmocka's assertions are for the main thread: here wrong answers are counted. */
static int64_t asked(sqlite3 *db, const char *sql, const char *path) {
    sqlite3_stmt *statement = NULL;
    int64_t value = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
        if (path)
            sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return value;
}

static void *work(void *argument) {
    struct worker *worker = argument;
    for (int i = 0; i < 30; i++) {
        sqlite3 *db = NULL;
        if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
            sqlite3_wmi_init(db, NULL, NULL) != SQLITE_OK)
            worker->wrong++;
        for (int j = 0; j < 3; j++) {
            worker->wrong += asked(db, "SELECT wmi_load(?)", worker->path) != worker->members;
            worker->wrong += asked(db, count_members, NULL) != worker->members;
            worker->wrong += asked(db, "SELECT members FROM wmi_report", NULL) != worker->members;
            worker->wrong += asked(db, "SELECT wmi_load(NULL)", NULL) != DEFAULT_MEMBERS;
        }
        worker->wrong += sqlite3_close(db) != SQLITE_OK;
    }
    return NULL;
}

static void threads_have_reports_of_their_own(void **state) {
    struct worker workers[] = {
        {SMALL, SMALL_MEMBERS, 0}, {NULL, DEFAULT_MEMBERS, 0}, {SMALL, SMALL_MEMBERS, 0}};
    pthread_t threads[3];
    (void)state;
    for (int i = 0; i < 3; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(workers[i].wrong, 0);
    }
}

/* One handle that threads take turns with, as SQLite allows. */
static void *load_now_and_then(void *db) {
    intptr_t wrong = 0;
    for (int i = 0; i < 60; i++)
        wrong += asked(db, "SELECT wmi_load(?)", i % 2 ? SMALL : NULL) < 0;
    return (void *)wrong;
}

static void threads_share_a_handle(void **state) {
    pthread_t thread;
    void *wrong;
    assert_int_equal(pthread_create(&thread, NULL, load_now_and_then, *state), 0);
    for (int i = 0; i < 200; i++) {
        int64_t count = asked(*state, count_members, NULL);
        assert_true(count == SMALL_MEMBERS || count == DEFAULT_MEMBERS);
    }
    assert_int_equal(pthread_join(thread, &wrong), 0);
    assert_int_equal((intptr_t)wrong, 0);
}

/* A function that interrupts its handle, as Ctrl-C in the shell does. */
static void interrupt_handle(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_interrupt(sqlite3_context_db_handle(context));
}

static void a_load_can_be_interrupted(void **state) {
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_create_function(*state, "interrupt_handle", 0, SQLITE_UTF8, NULL,
                                             interrupt_handle, NULL, NULL),
                     SQLITE_OK);
    statement = prepare(*state, "SELECT interrupt_handle(), wmi_load('data/wmi_members.csv')");
    assert_int_equal(sqlite3_step(statement), SQLITE_INTERRUPT);
    assert_int_equal(sqlite3_finalize(statement), SQLITE_INTERRUPT);
    assert_int_equal(answer(*state, "SELECT rows_merged = 0 FROM wmi_report"), 1);
    assert_int_equal(answer(*state, "SELECT wmi_load('data/wmi_members.csv')"), DEFAULT_MEMBERS);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_db, close_db)
    const struct CMUnitTest tests[] = {
        TEST(prepared_statement_follows),
        TEST(prepared_statement_sees_new_columns),
        TEST(prepared_statement_loses_its_column),
        TEST(running_statement_goes_on),
        TEST(texts_outlive_their_cursor),
        TEST(load_and_look_in_one_statement),
        TEST(load_in_a_loop),
        TEST(failing_load_changes_nothing),
        TEST(a_load_can_be_interrupted),
        TEST(tables_over_paths_stay),
        TEST(untrusted_schema),
        TEST(threads_have_reports_of_their_own),
        TEST(threads_share_a_handle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
