/* Which report a connection answers from, for how long, and who may change it. */
#define _POSIX_C_SOURCE 200809L

#include "sql_helper.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

static const char *const count_members = "SELECT count(*) FROM wmi_members";

enum { DECLARED_COLUMNS = 10 }; /* of wmi_members */

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

static void add_interrupt_handle(sqlite3 *db) {
    assert_int_equal(sqlite3_create_function(db, "interrupt_handle", 0, SQLITE_UTF8, NULL,
                                             interrupt_handle, NULL, NULL),
                     SQLITE_OK);
}

static void a_load_can_be_interrupted(void **state) {
    sqlite3_stmt *statement;
    add_interrupt_handle(*state);
    statement = prepare(*state, "SELECT interrupt_handle(), wmi_load('data/wmi_members.csv')");
    assert_int_equal(sqlite3_step(statement), SQLITE_INTERRUPT);
    assert_int_equal(sqlite3_finalize(statement), SQLITE_INTERRUPT);
    assert_int_equal(answer(*state, "SELECT rows_merged = 0 FROM wmi_report"), 1);
    assert_int_equal(answer(*state, "SELECT wmi_load('data/wmi_members.csv')"), DEFAULT_MEMBERS);
}

/* Nothing of a script is given, and the handle goes on. */
static void a_scan_can_be_interrupted(void **state) {
#define LONG_SCRIPT "replace(hex(zeroblob(20000)), '0', 'gcim Win32_Process' || char(10))"
    add_interrupt_handle(*state);
    sqlite3_stmt *statement = prepare(*state, "SELECT class FROM (SELECT interrupt_handle() AS x), "
                                              "wmi_references(" LONG_SCRIPT " || coalesce(x, ''))");
    assert_int_equal(sqlite3_step(statement), SQLITE_INTERRUPT);
    assert_int_equal(sqlite3_finalize(statement), SQLITE_INTERRUPT);
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_references(" LONG_SCRIPT ")"), 40000);
}

/* A table in temp is connected anew, and so loads its file, while a statement is prepared. */
static int interrupt_when_selecting(void *db, int action, const char *a, const char *b,
                                    const char *c, const char *d) {
    (void)a, (void)b, (void)c, (void)d;
    if (action == SQLITE_SELECT)
        sqlite3_interrupt(db);
    return SQLITE_OK;
}

static void a_load_can_be_interrupted_while_preparing(void **state) {
    run(*state, "CREATE VIRTUAL TABLE temp.large USING wmi_members('" LARGE "')");
    run(*state, "BEGIN; CREATE TABLE makes_sqlite_forget_its_tables(x); ROLLBACK");
    sqlite3_stmt *standing = prepare(*state, "SELECT 1"), *count = NULL;
    assert_int_equal(sqlite3_step(standing), SQLITE_ROW);
    sqlite3_set_authorizer(*state, interrupt_when_selecting, *state);
    assert_int_equal(sqlite3_prepare_v2(*state, "SELECT count(*) FROM large", -1, &count, NULL),
                     SQLITE_INTERRUPT);
    sqlite3_set_authorizer(*state, NULL, NULL);
    sqlite3_finalize(standing);
    assert_int_equal(answer(*state, "SELECT count(*) FROM large"), DEFAULT_MEMBERS);
}

/* --- What a load does is no statement of the user's --- */

struct watched {
    bool denies;
    int actions, statements;
};

static int watch_actions(void *context, int action, const char *a, const char *b, const char *c,
                         const char *d) {
    struct watched *watched = context;
    (void)action, (void)a, (void)b, (void)c, (void)d;
    watched->actions++;
    return watched->denies ? SQLITE_DENY : SQLITE_OK;
}

static int watch_statements(unsigned event, void *context, void *statement, void *text) {
    (void)event, (void)statement, (void)text;
    ((struct watched *)context)->statements++;
    return 0;
}

static void a_load_is_seen_by_no_trace_or_authorizer(void **state) {
    struct watched watched = {0};
    sqlite3_set_authorizer(*state, watch_actions, &watched);
    sqlite3_stmt *load = prepare(*state, "SELECT wmi_load('" LARGE "')");
    watched = (struct watched){.denies = true};
    sqlite3_trace_v2(*state, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, watch_statements, &watched);
    assert_next(load, DEFAULT_MEMBERS);
    assert_done(load);
    assert_int_equal(watched.actions, 0);
    assert_int_equal(watched.statements, 2); /* it begins, and it has ended */
    sqlite3_finalize(load);
}

int main(void) {
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
        TEST(a_scan_can_be_interrupted),
        TEST(a_load_can_be_interrupted_while_preparing),
        TEST(a_load_is_seen_by_no_trace_or_authorizer),
        TEST(tables_over_paths_stay),
        TEST(threads_have_reports_of_their_own),
        TEST(threads_share_a_handle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
