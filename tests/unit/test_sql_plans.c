/* A statement that was prepared over one report and opens its table over another carries out the plan
** of the first. Where a number is compared with names, that plan is right only if the second report has no
** names that look like numbers, unless the first has some too; where one class is, only if it is one there,
** too. While another statement stands at a row, SQLite is not told to prepare anything again. */
#include "sql_helper.h"

#include <stdbool.h>

/* Namespaces, classes, members and types that equal the number 100; a class with a dot. */
#define ODD "tests/fixtures/plans/odd_names.csv"

/* Conditions of each kind that a plan looks names up for; on the right a number, which equals the texts
** 100, 1e2 and 100.0. */
static const struct {
    const char *table, *condition;
    int odd; /* rows that it holds for in ODD */
} names[] = {
    {"wmi_members", "class = CAST('100' AS INTEGER)", 2},
    {"wmi_members", "member = CAST('100' AS INTEGER)", 2},
    {"wmi_members", "type = CAST('100' AS INTEGER)", 2},
    {"wmi_members", "namespace = CAST('100' AS INTEGER)", 5},
    {"wmi_classes", "namespace = CAST('100' AS INTEGER)", 5},
    {"wmi_availability", "namespace = CAST('100' AS INTEGER) AND build = 26100", 5},
    {"wmi_members", "namespace IN (SELECT CAST(100 AS INTEGER))", 5},
};

/* It gives a row before it opens the table, so it cannot be prepared again in silence. */
static sqlite3_stmt *prepare_late(sqlite3 *db, const char *table, const char *condition) {
    char *sql =
        sqlite3_mprintf("SELECT -7 UNION ALL SELECT count(*) FROM %s WHERE %s", table, condition);
    sqlite3_stmt *late = prepare(db, sql);
    sqlite3_free(sql);
    return late;
}

static sqlite3_stmt *stand(sqlite3 *db) {
    sqlite3_stmt *standing = prepare(db, "SELECT 1 UNION ALL SELECT 2");
    assert_next(standing, 1);
    return standing;
}

static int load(sqlite3 *db, const char *path) {
    char *sql = sqlite3_mprintf("SELECT wmi_load(%Q)", path);
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
    return code;
}

static int64_t asked_anew(sqlite3 *db, const char *table, const char *condition) {
    char *sql = sqlite3_mprintf("SELECT count(*) FROM %s WHERE %s", table, condition);
    int64_t count = answer(db, sql);
    sqlite3_free(sql);
    return count;
}

static void a_plan_for_a_number_is_refused_where_names_look_like_it(void **state) {
    sqlite3_stmt *standing = stand(*state);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        run(*state, "SELECT wmi_load('" SMALL "')");
        sqlite3_stmt *late = prepare_late(*state, names[i].table, names[i].condition);
        run(*state, "SELECT wmi_load('" ODD "')");
        assert_next(late, -7);
        if (sqlite3_step(late) != SQLITE_ABORT)
            fail_msg("%s: found %d rows", names[i].condition, sqlite3_column_int(late, 0));
        assert_non_null(strstr(sqlite3_errmsg(*state), "prepare it again"));
        sqlite3_finalize(late);
        assert_int_equal(asked_anew(*state, names[i].table, names[i].condition), names[i].odd);
    }
    sqlite3_finalize(standing);
}

/* What was planned with care over odd names is right over any. */
static void a_plan_over_odd_names_holds(void **state) {
    sqlite3_stmt *standing = stand(*state);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        run(*state, "SELECT wmi_load('" ODD "')");
        sqlite3_stmt *late = prepare_late(*state, names[i].table, names[i].condition);
        run(*state, "SELECT wmi_load('" SMALL "')");
        assert_next(late, -7);
        assert_next(late, asked_anew(*state, names[i].table, names[i].condition));
        assert_done(late);
        sqlite3_finalize(late);
    }
    sqlite3_finalize(standing);
}

static void a_plan_for_no_number_holds_over_any(void **state) {
    sqlite3_stmt *standing = stand(*state);
    static const char *const conditions[][2] = {
        {"wmi_members", "true"},           {"wmi_availability", "build = 26100"},
        {"wmi_classes", "class >= 'fan'"}, {"wmi_changes(14393, 26100)", "true"},
        {"wmi_builds", "build = 26100"},   {"wmi_members", "name = 'Fan.Motor.Start'"},
    };
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        run(*state, "SELECT wmi_load('" SMALL "')");
        sqlite3_stmt *late = prepare_late(*state, conditions[i][0], conditions[i][1]);
        run(*state, "SELECT wmi_load('" ODD "')");
        assert_next(late, -7);
        assert_next(late, asked_anew(*state, conditions[i][0], conditions[i][1]));
        assert_done(late);
        sqlite3_finalize(late);
    }
    sqlite3_finalize(standing);
}

/* Before 3.38 a scan is started for each value of a list: its numbers come as texts, and each class
** alone. */
static void a_plan_for_texts_and_lists_holds(void **state) {
    static const char *const conditions[][3] = {
        {"wmi_members", "class = '100' AND build_26100 = 1", ODD},
        {"wmi_members", "class IN ('100', '1e2') AND type = '100'", ODD},
        {"wmi_availability", "namespace = '100' AND build = 26100", ODD},
        {"wmi_members", "class IN ('CIM_BIOSElement', 'Win32_Process')", LARGE},
    };
    if (sqlite3_libversion_number() < 3038000)
        skip();
    sqlite3_stmt *standing = stand(*state);
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        run(*state, "SELECT wmi_load('" SMALL "')");
        sqlite3_stmt *late = prepare_late(*state, conditions[i][0], conditions[i][1]);
        assert_int_equal(load(*state, conditions[i][2]), SQLITE_OK);
        assert_next(late, -7);
        assert_next(late, asked_anew(*state, conditions[i][0], conditions[i][1]));
        sqlite3_finalize(late);
    }
    sqlite3_finalize(standing);
}

/* Of SMALL no classes have namesakes; of the built-in report these two have, and this one has not. */
static void a_plan_for_one_class_holds_where_it_is_one(void **state) {
    static const struct {
        const char *condition;
        bool is_one;
    } conditions[] = {
        {"class = 'Win32_Process'", true},
        {"class = 'Win32_Process' AND member = 'Create'", true},
        {"name = 'Win32_Process.Create'", true},
        {"class = 'nothing'", true},
        {"class = 'CIM_BIOSElement'", false},
        {"member = 'Create'", true},
    };
    sqlite3_stmt *standing = stand(*state);
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        run(*state, "SELECT wmi_load('" SMALL "')");
        sqlite3_stmt *late = prepare_late(*state, "wmi_members", conditions[i].condition);
        run(*state, "SELECT wmi_load(NULL)");
        assert_next(late, -7);
        if (conditions[i].is_one)
            assert_next(late, asked_anew(*state, "wmi_members", conditions[i].condition));
        else
            assert_int_equal(sqlite3_step(late), SQLITE_ABORT);
        sqlite3_finalize(late);
    }
    sqlite3_finalize(standing);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_plan_for_a_number_is_refused_where_names_look_like_it),
        TEST(a_plan_over_odd_names_holds),
        TEST(a_plan_for_texts_and_lists_holds),
        TEST(a_plan_for_one_class_holds_where_it_is_one),
        TEST(a_plan_for_no_number_holds_over_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
