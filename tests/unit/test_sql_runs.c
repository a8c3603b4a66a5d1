/* Which report a statement answers from that runs while the report changes: the one that was current
** when it began. No row comes twice. */
#include "sql_helper.h"

#include <stdbool.h>

static const char *const count_members = "SELECT count(*) FROM wmi_members";

/* A statement that stands at a row, and opens no table of ours: while it does, SQLite is not told to
** prepare anything again. */
static sqlite3_stmt *stand(sqlite3 *db) {
    sqlite3_stmt *standing = prepare(db, "SELECT 1 UNION ALL SELECT 2");
    assert_next(standing, 1);
    return standing;
}

/* --- Statements that were prepared before wmi_load() and begin while another one runs --- */

/* Another statement stands in a scan of the same table, over the report of before. */
static void begins_beside_a_scan(void **state) {
    sqlite3_stmt *scan = prepare(*state, "SELECT name FROM wmi_members");
    sqlite3_stmt *count = prepare(*state, count_members);
    sqlite3_stmt *all = prepare(*state, "SELECT * FROM wmi_members");
    assert_int_equal(sqlite3_step(scan), SQLITE_ROW);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(count, SMALL_MEMBERS);
    assert_int_equal(sqlite3_step(all), SQLITE_ROW);
    assert_string_equal(sqlite3_column_name(all, sqlite3_column_count(all) - 1), "build_14393");
    int rows = 1;
    while (sqlite3_step(scan) == SQLITE_ROW)
        rows++;
    assert_int_equal(rows, DEFAULT_MEMBERS);
    sqlite3_reset(scan);
    assert_int_equal(sqlite3_step(scan), SQLITE_ROW);
    assert_string_equal(sqlite3_column_text(scan, 0), "Fan_Blade.Bend");
    sqlite3_finalize(scan);
    sqlite3_finalize(count);
    sqlite3_finalize(all);
}

/* It gives rows before it opens the table: it must not start anew, and answers from the current
** report through the columns that it was prepared with. */
static void opens_late_after_a_load(void **state) {
    sqlite3_stmt *standing = stand(*state);
    sqlite3_stmt *late = prepare(
        *state, "SELECT 7 UNION ALL SELECT count(*) FROM wmi_members UNION ALL "
                "SELECT sum([14393]) + 10 * sum(build_26100) FROM wmi_members UNION ALL "
                "SELECT count(*) FROM wmi_members WHERE build_14393 = 0 AND build_26100 IS 1");
    run(*state, "SELECT wmi_load('" SMALL "')");
    int64_t cells = answer(*state, "SELECT sum([14393]) + 10 * sum(build_26100) FROM wmi_members");
    int64_t gone = answer(*state, "SELECT count(*) FROM wmi_members WHERE build_14393 = 0 AND "
                                  "build_26100 IS 1");
    for (int i = 0; i < 3; i++) {
        assert_next(late, 7);
        assert_next(late, SMALL_MEMBERS);
        assert_next(late, cells);
        assert_next(late, gone);
        assert_done(late);
        sqlite3_reset(late);
    }
    sqlite3_finalize(late);
    sqlite3_finalize(standing);
}

static void opens_late_and_misses_its_column(void **state) {
    sqlite3_stmt *standing = stand(*state);
    sqlite3_stmt *value =
        prepare(*state, "SELECT 7 UNION ALL SELECT count(build_9200) FROM wmi_members");
    sqlite3_stmt *condition =
        prepare(*state, "SELECT 7 UNION ALL SELECT count(*) FROM wmi_members WHERE build_9200 = 1");
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(value, 7);
    assert_int_equal(sqlite3_step(value), SQLITE_ERROR);
    assert_non_null(strstr(sqlite3_errmsg(*state), "no such column: build_9200"));
    assert_next(condition, 7);
    assert_int_equal(sqlite3_step(condition), SQLITE_ERROR);
    assert_non_null(strstr(sqlite3_errmsg(*state), "no such column: build_9200"));
    sqlite3_finalize(value);
    sqlite3_finalize(condition);
    sqlite3_finalize(standing);
}

/* --- A statement that has begun goes on over the report that it began with --- */

static void standing_statement_opens_the_table(void **state) {
    sqlite3_stmt *standing =
        prepare(*state, "SELECT 7 UNION ALL SELECT count(*) FROM wmi_members UNION ALL "
                        "SELECT members FROM wmi_report");
    assert_next(standing, 7);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(standing, DEFAULT_MEMBERS);
    run(*state, "SELECT wmi_load('" OTHER "')");
    assert_next(standing, DEFAULT_MEMBERS);
    assert_done(standing);
    sqlite3_reset(standing);
    assert_next(standing, 7);
    assert_next(standing, OTHER_MEMBERS);
    sqlite3_finalize(standing);
}

/* Two loads: the report that it began with is neither that of its table nor the current one. */
static void begins_between_two_loads(void **state) {
    sqlite3_stmt *between = prepare(*state, "SELECT 7 UNION ALL SELECT count(*) FROM wmi_classes");
    run(*state, "SELECT wmi_load('" SMALL "')");
    int64_t classes = answer(*state, "SELECT classes FROM wmi_report");
    assert_next(between, 7);
    run(*state, "SELECT wmi_load('" LARGE "')");
    run(*state, "SELECT wmi_load(NULL)");
    assert_next(between, classes);
    assert_done(between);
    sqlite3_finalize(between);
}

static void loads_and_then_opens(void **state) {
    sqlite3_stmt *both =
        prepare(*state, "SELECT wmi_load(?1) UNION ALL SELECT count(*) FROM wmi_members");
    const char *const paths[] = {SMALL, OTHER, SMALL, SMALL};
    const int64_t members[] = {SMALL_MEMBERS, OTHER_MEMBERS, SMALL_MEMBERS, SMALL_MEMBERS};
    for (int i = 0; i < 4; i++) {
        sqlite3_bind_text(both, 1, paths[i], -1, SQLITE_STATIC);
        assert_next(both, members[i]);
        assert_next(both, i ? members[i - 1] : DEFAULT_MEMBERS);
        assert_done(both);
        sqlite3_reset(both);
    }
    sqlite3_finalize(both);
}

static void loads_two_and_comes_to_rest(void **state) {
    sqlite3_stmt *two =
        prepare(*state, "SELECT count(*) + 0 * wmi_load('" SMALL "') + 0 * wmi_load('" OTHER
                        "') FROM (SELECT wmi_load('" SMALL "') + wmi_load('" OTHER
                        "') AS n LIMIT 1), wmi_members WHERE n > 0");
    for (int i = 0; i < 2; i++) {
        assert_next(two, i ? OTHER_MEMBERS : DEFAULT_MEMBERS);
        assert_done(two);
        sqlite3_reset(two);
    }
    sqlite3_finalize(two);
}

static void an_insert_does_nothing_twice(void **state) {
    run(*state, "CREATE TABLE seen(n); BEGIN;"
                "INSERT INTO seen SELECT wmi_load('" SMALL
                "') UNION ALL SELECT count(*) FROM wmi_members; COMMIT");
    assert_int_equal(answer(*state, "SELECT count(*) FROM seen"), 2);
    sqlite3_stmt *standing = stand(*state);
    sqlite3_stmt *again =
        prepare(*state, "INSERT INTO seen SELECT 1 UNION ALL SELECT count(*) FROM wmi_members");
    run(*state, "SELECT wmi_load('" OTHER "'); BEGIN");
    assert_done(again);
    run(*state, "COMMIT");
    assert_int_equal(answer(*state, "SELECT count(*) FROM seen"), 4);
    assert_int_equal(answer(*state, "SELECT n FROM seen ORDER BY rowid DESC"), OTHER_MEMBERS);
    sqlite3_finalize(again);
    sqlite3_finalize(standing);
}

/* Both were prepared before the load, and both give a row before they open the table. */
static void two_that_could_be_the_one(void **state) {
    static const char *const sql = "SELECT 7 UNION ALL SELECT count(*) FROM wmi_members";
    sqlite3_stmt *before = prepare(*state, sql), *after = prepare(*state, sql);
    assert_next(before, 7);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(after, 7);
    assert_next(before, DEFAULT_MEMBERS);
    assert_next(after, SMALL_MEMBERS);
    sqlite3_finalize(before);
    sqlite3_finalize(after);
}

/* --- A statement that ran beside the load, or rested, answers from the new report when it runs again --- */

static void a_scan_is_run_again(void **state) {
    run(*state, "SELECT wmi_load('" SMALL "')");
    sqlite3_stmt *scan = prepare(*state, "SELECT * FROM wmi_members");
    assert_int_equal(sqlite3_step(scan), SQLITE_ROW);
    run(*state, "SELECT wmi_load('" OTHER "')");
    for (int i = 0; i < 3; i++) {
        int rows = i ? 0 : 1, code;
        while ((code = sqlite3_step(scan)) == SQLITE_ROW)
            rows++;
        assert_int_equal(code, SQLITE_DONE);
        assert_int_equal(rows, i ? OTHER_MEMBERS : SMALL_MEMBERS);
        sqlite3_reset(scan);
    }
    sqlite3_finalize(scan);
}

/* Of the built-in report some classes stand in two namespaces, of the others none do. */
static void what_writes_is_run_again(void **state) {
    static const char *const sql[] = {
        "UPDATE seen SET n = (SELECT count(*) FROM wmi_availability AS a WHERE a.class = "
        "seen.class "
        "AND a.member = 'Create') WHERE class = 'Win32_Process'",
        "INSERT INTO seen SELECT class, 7 FROM wmi_members WHERE type = 'Boolean' AND build_26100 "
        "= 1 "
        "LIMIT 3",
        "INSERT INTO noted VALUES (1)",
    };
    enum { COUNT = sizeof sql / sizeof *sql };
    sqlite3_stmt *statements[COUNT];
    run(*state, "CREATE TABLE seen(class, n); INSERT INTO seen VALUES ('Win32_Process', 0);"
                "CREATE TABLE noted(n); CREATE TRIGGER note AFTER INSERT ON noted BEGIN "
                "INSERT INTO seen SELECT class, 8 FROM wmi_classes WHERE class = "
                "'Msvm_ComputerSystem'; END;"
                "SELECT wmi_load('" SMALL "')");
    for (int i = 0; i < COUNT; i++) {
        statements[i] = prepare(*state, sql[i]);
        assert_done(statements[i]);
        sqlite3_reset(statements[i]);
    }
    run(*state, "DELETE FROM seen WHERE n; SELECT wmi_load(NULL)");
    for (int i = 0; i < 2 * COUNT; i++) {
        if (sqlite3_step(statements[i % COUNT]) != SQLITE_DONE)
            fail_msg("%s: %s", sql[i % COUNT], sqlite3_errmsg(*state));
        sqlite3_reset(statements[i % COUNT]);
    }
    for (int i = 0; i < COUNT; i++)
        sqlite3_finalize(statements[i]);
    assert_int_equal(answer(*state, "SELECT sum(n) FROM seen WHERE class = 'Win32_Process'"),
                     answer(*state, "SELECT count(*) FROM wmi_availability WHERE class = "
                                    "'Win32_Process' AND member = 'Create'"));
    assert_int_equal(answer(*state, "SELECT count(*) FROM seen WHERE n = 7"), 6);
    assert_int_equal(answer(*state, "SELECT count(*) FROM seen WHERE n = 8"),
                     2 * answer(*state, "SELECT count(*) FROM wmi_classes WHERE class = "
                                        "'Msvm_ComputerSystem'"));
}

/* --- Which statement it is --- */

static const char *const report_and_members =
    "SELECT members FROM wmi_report UNION ALL SELECT 10 * count(*) FROM wmi_members";

/* SQLite gives the memory of a statement that is gone to a later one. */
static void an_address_is_used_again(void **state) {
    enum { TRIED = 30 };
    sqlite3_stmt *later[TRIED];
    run(*state, "SELECT wmi_load('" OTHER "')");
    sqlite3_stmt *gone = prepare(*state, report_and_members);
    assert_next(gone, OTHER_MEMBERS);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_int_equal(answer(*state, report_and_members), SMALL_MEMBERS);
    sqlite3_finalize(gone);
    for (int i = 0; i < TRIED; i++) {
        later[i] = prepare(*state, report_and_members);
        assert_next(later[i], SMALL_MEMBERS);
    }
    run(*state, "SELECT wmi_load(NULL)");
    for (int i = 0; i < TRIED; i++) {
        assert_next(later[i], 10 * SMALL_MEMBERS);
        sqlite3_finalize(later[i]);
    }
}

static void two_stand_at_rows(void **state) {
    run(*state, "SELECT wmi_load('" OTHER "')");
    sqlite3_stmt *first = prepare(*state, report_and_members);
    sqlite3_stmt *second = prepare(*state, report_and_members);
    assert_next(first, OTHER_MEMBERS);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(second, SMALL_MEMBERS);
    assert_next(first, 10 * OTHER_MEMBERS);
    assert_next(second, 10 * SMALL_MEMBERS);
    sqlite3_reset(first);
    sqlite3_reset(second);
    run(*state, "SELECT wmi_load('" OTHER "')");
    assert_next(first, OTHER_MEMBERS);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_next(second, SMALL_MEMBERS);
    run(*state, "SELECT wmi_load(NULL)");
    assert_next(first, 10 * OTHER_MEMBERS);
    assert_next(second, 10 * SMALL_MEMBERS);
    sqlite3_finalize(first);
    sqlite3_finalize(second);
}

/* --- A statement inside another, for a function of it --- */

struct nested {
    sqlite3_stmt *statement;
    bool hands_on; /* gives the value itself, as SQLite allows: its text is not copied */
};

static void ask_nested(sqlite3_context *context, int argc, sqlite3_value **argv) {
    struct nested *nested = sqlite3_user_data(context);
    (void)argc;
    (void)argv;
    if (sqlite3_step(nested->statement) == SQLITE_ROW && nested->hands_on)
        sqlite3_result_value(context, sqlite3_column_value(nested->statement, 0));
    else if (sqlite3_errcode(sqlite3_context_db_handle(context)) == SQLITE_ROW)
        sqlite3_result_int64(context, sqlite3_column_int64(nested->statement, 0));
    sqlite3_reset(nested->statement);
}

static void fill_paths(sqlite3 *db) {
    run(db, "CREATE TABLE paths(path);"
            "INSERT INTO paths VALUES ('" SMALL "'), ('" OTHER "'), (NULL), ('" OTHER "')");
}

static void a_function_looks_into_the_new_report(void **state) {
    struct nested nested = {prepare(*state, count_members), false};
    fill_paths(*state);
    sqlite3_create_function(*state, "members_now", 0, SQLITE_UTF8, &nested, ask_nested, NULL, NULL);
    sqlite3_stmt *loop = prepare(*state, "SELECT wmi_load(path) = members_now() FROM paths");
    for (int i = 0; i < 4; i++)
        assert_next(loop, 1);
    assert_done(loop);
    sqlite3_finalize(loop);
    sqlite3_finalize(nested.statement);
}

/* max() keeps a text of a report that no table stands over any more. ASan sees it. */
static void a_text_is_handed_on(void **state) {
    run(*state, "SELECT wmi_load('" SMALL "')");
    struct nested nested = {prepare(*state, "SELECT max(class) FROM wmi_classes"), true};
    fill_paths(*state);
    sqlite3_create_function(*state, "last_class", 0, SQLITE_UTF8, &nested, ask_nested, NULL, NULL);
    sqlite3_stmt *most =
        prepare(*state, "SELECT max(last_class()), sum(wmi_load(path)) FROM paths");
    assert_int_equal(sqlite3_step(most), SQLITE_ROW);
    assert_true(sqlite3_column_bytes(most, 0) > 0);
    assert_string_equal(sqlite3_column_text(most, 0), "Zebra");
    sqlite3_finalize(most);
    sqlite3_finalize(nested.statement);
}

/* A report goes when the statements that stood in it have ended. */
static void a_replaced_report_goes(void **state) {
    run(*state, "SELECT wmi_load('" LARGE "')");
    sqlite3_stmt *scan = prepare(*state, "SELECT class FROM wmi_members");
    assert_int_equal(sqlite3_step(scan), SQLITE_ROW);
    run(*state, "SELECT wmi_load('" SMALL "')");
    sqlite3_int64 with = sqlite3_memory_used();
    assert_int_equal(sqlite3_step(scan), SQLITE_ROW);
    sqlite3_finalize(scan);
    assert_int_equal(answer(*state, count_members), SMALL_MEMBERS);
    assert_true(with - sqlite3_memory_used() > 300000);
    for (int i = 0; i < 20; i++) {
        run(*state, "SELECT wmi_load('" LARGE "') FROM wmi_report");
        run(*state, "SELECT wmi_load('" SMALL "') FROM wmi_classes");
    }
    assert_int_equal(answer(*state, count_members), SMALL_MEMBERS);
    assert_true(with - sqlite3_memory_used() > 300000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(begins_beside_a_scan),
        TEST(opens_late_after_a_load),
        TEST(opens_late_and_misses_its_column),
        TEST(standing_statement_opens_the_table),
        TEST(begins_between_two_loads),
        TEST(loads_and_then_opens),
        TEST(loads_two_and_comes_to_rest),
        TEST(an_insert_does_nothing_twice),
        TEST(two_that_could_be_the_one),
        TEST(a_scan_is_run_again),
        TEST(what_writes_is_run_again),
        TEST(an_address_is_used_again),
        TEST(two_stand_at_rows),
        TEST(a_function_looks_into_the_new_report),
        TEST(a_text_is_handed_on),
        TEST(a_replaced_report_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
