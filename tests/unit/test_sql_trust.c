/* What a database from elsewhere can make the extension do, and what a second registration does. */
#include "sql_helper.h"
#include "table/list.h"

#include <stdbool.h>
#include <unistd.h>

/* --- A table in a database file that somebody else has made --- */

/* A file of this run alone: others may run beside it. */
static const char *foreign(void) {
    static char path[64];
    snprintf(path, sizeof path, "build/test_sql_trust_%ld.db", (long)getpid());
    return path;
}

/* What an attacker writes: no extension is needed for it. The path would fail where it is opened. */
static const char *const foreign_schema =
    "PRAGMA writable_schema = on;"
    "INSERT INTO sqlite_master VALUES ('table', 'reads', 'reads', 0, 'CREATE VIRTUAL TABLE reads "
    "USING wmi_members(''nowhere/secret.csv'')');"
    "INSERT INTO sqlite_master VALUES ('table', 'lists', 'lists', 0, 'CREATE VIRTUAL TABLE lists "
    "USING wmi_classes(\"nowhere/secret.csv\")');"
    "INSERT INTO sqlite_master VALUES ('table', 'wmi_values', 'wmi_values', 0, 'CREATE VIRTUAL "
    "TABLE wmi_values USING wmi_values');"
    "PRAGMA writable_schema = off;"
    "CREATE VIEW harmless AS SELECT class, member FROM reads;"
    "CREATE TABLE log(x);"
    "CREATE TRIGGER noted AFTER INSERT ON log BEGIN SELECT count(*) FROM lists; END;"
    "CREATE TABLE other(x);";

static int open_foreign(void **state) {
    sqlite3 *db = NULL;
    remove(foreign());
    assert_int_equal(sqlite3_open(foreign(), &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    /* A new schema is read at once by what stands behind it. */
    run(db, foreign_schema);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_int_equal(sqlite3_open(foreign(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
    *state = db;
    return 0;
}

static int close_foreign(void **state) {
    int code = close_db(state);
    remove(foreign());
    return code;
}

/* Whatever is done with such a database, the file is not opened: its name is in no message. */
static void look_around(sqlite3 *db) {
    char *message = NULL;
    static const char *const statements[] = {
        "SELECT * FROM harmless", "SELECT * FROM reads", "SELECT count(*) FROM lists",
        "SELECT * FROM wmi_values", "INSERT INTO log VALUES (1)"};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        int code = sqlite3_exec(db, statements[i], NULL, NULL, &message);
        if (code == SQLITE_OK || strstr(message, "nowhere") || strstr(message, "such file"))
            fail_msg("%s: found %s, expected to be refused", statements[i], message);
        sqlite3_free(message);
    }
    assert_int_equal(answer(db, "SELECT count(*) > 6 FROM pragma_table_info('reads')"), 1);
    run(db,
        "ALTER TABLE other RENAME TO another; ALTER TABLE another RENAME x TO y;"
        "ALTER TABLE another RENAME TO other; ALTER TABLE other RENAME y TO x;"
        "SELECT * FROM other; SELECT count(*) FROM wmi_members; VACUUM; PRAGMA integrity_check");
}

static void a_foreign_database_opens_no_file(void **state) {
    for (int trusted = 0; trusted < 2; trusted++)
        for (int defensive = 0; defensive < 2; defensive++) {
            sqlite3_db_config(*state, SQLITE_DBCONFIG_TRUSTED_SCHEMA, trusted, NULL);
            sqlite3_db_config(*state, SQLITE_DBCONFIG_DEFENSIVE, defensive, NULL);
            look_around(*state);
        }
    run(*state, "DROP VIEW harmless; DROP TRIGGER noted; DROP TABLE reads; DROP TABLE lists");
    run(*state, "DROP TABLE wmi_values");
    assert_int_equal(answer(*state, "SELECT count(*) > 0 FROM wmi_values"), 1);
}

static void reading_such_a_table_says_what_to_write(void **state) {
    run_wrong(*state, "SELECT * FROM reads", "expected CREATE VIRTUAL TABLE temp.NAME USING");
    run_wrong(*state, "SELECT * FROM wmi_values", "expected CREATE VIRTUAL TABLE temp.NAME USING");
}

/* --- Tables that a user makes --- */

static void files_only_in_temp(void **state) {
    run(*state, "ATTACH ':memory:' AS more");
    run_wrong(*state, "CREATE VIRTUAL TABLE t USING wmi_members('nowhere.csv')",
              "expected CREATE VIRTUAL TABLE temp.t USING wmi_members('PATH')");
    run_wrong(*state, "/* a */ -- b\n CREATE VIRTUAL TABLE more.t USING wmi_builds('nowhere.csv')",
              "in the database more, expected CREATE VIRTUAL TABLE temp.t USING wmi_builds");
    run_wrong(*state, "CREATE VIRTUAL TABLE temp.t USING wmi_members('nowhere.csv')",
              "nowhere.csv");
    run(*state, "CREATE VIRTUAL TABLE temp.t USING wmi_members('" SMALL "')");
    assert_int_equal(answer(*state, "SELECT count(*) FROM t"), SMALL_MEMBERS);
    assert_int_equal(answer(*state, "SELECT count(*) FROM sqlite_master"), 0);
}

static void no_second_table_over_the_current_report(void **state) {
    static const char *const databases[] = {"main", "temp", "more"};
    run(*state, "ATTACH ':memory:' AS more; SELECT wmi_load('" SMALL "')");
    for (int i = 0; i < 3; i++) {
        char sql[200];
        for (int same = 0; same < 2; same++) {
            sqlite3_snprintf(sizeof sql, sql, "CREATE VIRTUAL TABLE %s.%s USING wmi_members",
                             databases[i], same ? "wmi_members" : "mine");
            run_wrong(*state, sql, "found no path, expected CREATE VIRTUAL TABLE temp.");
        }
    }
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), SMALL_MEMBERS);
    run(*state, "SELECT wmi_load('" OTHER "')");
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members WHERE class = 'zebra'"), 1);
}

static void untrusted_schema(void **state) {
    run(*state,
        "CREATE TABLE log(x);"
        "CREATE VIEW good AS SELECT count(*) AS n FROM wmi_members;"
        "CREATE VIEW asks AS SELECT available_on('Msvm_ComputerSystem.Name', 26100) AS n;"
        "CREATE VIEW evil AS SELECT wmi_load('" SMALL "') AS n;"
        "CREATE TRIGGER good_trigger AFTER INSERT ON log WHEN new.x = 1 BEGIN "
        "INSERT INTO log SELECT wmi_build('10.0.26100') + (SELECT count(*) FROM wmi_report); END;"
        "CREATE TABLE bait(x);"
        "CREATE TRIGGER evil_trigger AFTER INSERT ON bait BEGIN SELECT wmi_load('" SMALL "'); END");
    for (int trusted = 0; trusted < 2; trusted++) {
        sqlite3_db_config(*state, SQLITE_DBCONFIG_TRUSTED_SCHEMA, trusted, NULL);
        assert_int_equal(answer(*state, "SELECT n FROM good"), DEFAULT_MEMBERS);
        assert_int_equal(answer(*state, "SELECT n FROM asks"), 1);
        run(*state, "INSERT INTO log VALUES (1)");
        assert_int_equal(answer(*state, "SELECT max(x) FROM log"), 26101);
        run_wrong(*state, "SELECT n FROM evil", "unsafe use of wmi_load");
        run_wrong(*state, "INSERT INTO bait VALUES (1)", "unsafe use of wmi_load");
    }
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), DEFAULT_MEMBERS);
}

/* --- Registering twice --- */

static void register_again(sqlite3 *db) {
    char *message = NULL;
    assert_int_equal(sqlite3_wmi_init(db, &message, NULL), SQLITE_OK);
    assert_null(message);
}

static void a_second_time_changes_nothing(void **state) {
    run(*state, "SELECT wmi_load('" SMALL "')");
    sqlite3_stmt *scan = prepare(*state, "SELECT count(*) OVER () FROM wmi_members");
    register_again(*state);
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), SMALL_MEMBERS);
    assert_int_equal(answer(*state, "SELECT available_on('Fan_Motor.Speed', 26100)"), 1);
    for (int i = 0; i < SMALL_MEMBERS; i++) {
        assert_next(scan, SMALL_MEMBERS);
        register_again(*state);
        assert_int_equal(answer(*state, "SELECT members FROM wmi_report"), SMALL_MEMBERS);
    }
    assert_done(scan);
    sqlite3_finalize(scan);
    run(*state, "SELECT wmi_load(NULL)");
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), DEFAULT_MEMBERS);
}

static void register_inside(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_int(context, sqlite3_wmi_init(sqlite3_context_db_handle(context), NULL, NULL));
}

static void a_second_time_inside_a_statement(void **state) {
    sqlite3_create_function(*state, "register_inside", 0, SQLITE_UTF8, NULL, register_inside, NULL,
                            NULL);
    run(*state, "SELECT wmi_load('" SMALL "')");
    assert_int_equal(answer(*state, "SELECT sum(register_inside()) FROM wmi_members"), SQLITE_OK);
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), SMALL_MEMBERS);
}

static void with_every_handle_and_by_hand(void **state) {
    sqlite3 *db = NULL;
    (void)state;
    sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init);
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_reset_auto_extension();
    run(db, "SELECT wmi_load('" SMALL "')");
    register_again(db);
    assert_int_equal(answer(db, "SELECT count(*) FROM wmi_members"), SMALL_MEMBERS);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* --- Arguments --- */

static void a_nul_is_no_part_of_an_argument(void **state) {
    run_wrong(*state, "SELECT wmi_load('" SMALL "' || char(0))", "found a NUL in a text");
    run_wrong(*state, "SELECT wmi_load('" SMALL "', char(0))", "argument 2: found a NUL in a text");
    assert_int_equal(
        answer(*state, "SELECT wmi_label('Msvm_ComputerSystem.EnabledState', '2') IS NOT NULL AND "
                       "wmi_label('Msvm_ComputerSystem.EnabledState', '2' || char(0)) IS NULL AND "
                       "wmi_label('Msvm_ComputerSystem', 'EnabledState', '2' || char(0, 50)) IS "
                       "NULL"),
        1);
}

static void columns_that_do_not_fit(void **state) {
    sqlite3_limit(*state, SQLITE_LIMIT_LENGTH, 400);
    run_wrong(*state, "CREATE VIRTUAL TABLE temp.t USING wmi_members('" LARGE "')",
              "builds, expected columns that fit");
    sqlite3_limit(*state, SQLITE_LIMIT_LENGTH, 1000000);
    assert_int_equal(answer(*state, "SELECT count(*) FROM wmi_members"), DEFAULT_MEMBERS);
}

/* --- Every table over every kind of report, for the sanitizers --- */

/* What a table-valued function is given, in builds that every report has. */
static const char *arguments_of(const struct table *table) {
    if (!table->usage)
        return "";
    return strcmp(table->name, "wmi_changes") == 0 ? "(26100, 26100)"
                                                   : "('SELECT Speed FROM Fan_Motor')";
}

/* Reads each byte of each value, and counts the rows. */
static int read_all(sqlite3 *db, const char *table, const char *arguments) {
    char *sql = sqlite3_mprintf("SELECT *, rowid FROM %s%s ORDER BY 1, 2", table, arguments);
    sqlite3_stmt *statement = prepare(db, sql);
    size_t bytes = 0;
    int rows = 0, code;
    for (; (code = sqlite3_step(statement)) == SQLITE_ROW; rows++)
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const char *text = (const char *)sqlite3_column_text(statement, i);
            bytes += text ? strlen(text) : 0;
        }
    assert_int_equal(code, SQLITE_DONE);
    assert_true(bytes > 0 || rows == 0);
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    return rows;
}

static void every_table_over_every_report(void **state) {
    static const char *const loads[] = {"'" SMALL "'", "'" OTHER "'", "'" LARGE "'", "NULL"};
    for (int load = 0; load < 4; load++) {
        char sql[300];
        sqlite3_snprintf(sizeof sql, sql, "SELECT wmi_load(%s)", loads[load]);
        run(*state, sql);
        for (int i = 0; table_list[i]; i++) {
            const char *name = table_list[i]->name, *arguments = arguments_of(table_list[i]);
            int rows = read_all(*state, name, arguments);
            sqlite3_snprintf(sizeof sql, sql, "CREATE VIRTUAL TABLE main.t USING %s(%s)", name,
                             load == 3 ? "'" SMALL "'" : loads[load]);
            run_wrong(*state, sql, "`temp` only");
            if (load == 3)
                continue;
            sqlite3_snprintf(sizeof sql, sql, "CREATE VIRTUAL TABLE temp.t USING %s(%s)", name,
                             loads[load]);
            run(*state, sql);
            assert_int_equal(read_all(*state, "t", arguments), rows);
            run(*state, "DROP TABLE t");
        }
    }
}

int main(void) {
#define FOREIGN_TEST(function)                                                                     \
    cmocka_unit_test_setup_teardown(function, open_foreign, close_foreign)
    const struct CMUnitTest tests[] = {
        FOREIGN_TEST(a_foreign_database_opens_no_file),
        FOREIGN_TEST(reading_such_a_table_says_what_to_write),
        TEST(files_only_in_temp),
        TEST(no_second_table_over_the_current_report),
        TEST(untrusted_schema),
        TEST(a_second_time_changes_nothing),
        TEST(a_second_time_inside_a_statement),
        TEST(with_every_handle_and_by_hand),
        TEST(a_nul_is_no_part_of_an_argument),
        TEST(columns_that_do_not_fit),
        TEST(every_table_over_every_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
