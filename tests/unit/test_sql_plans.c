/* A statement that was prepared over one report and opens its table over another carries out the plan
** of the first. Where names are compared, that plan is right only if the second has no kind of odd names
** that the first has not. */
#include "sql_helper.h"

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
    {"wmi_members", "name = 'Fan.Motor.Start'", 1},
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

static int64_t asked_anew(sqlite3 *db, const char *table, const char *condition) {
    char *sql = sqlite3_mprintf("SELECT count(*) FROM %s WHERE %s", table, condition);
    int64_t count = answer(db, sql);
    sqlite3_free(sql);
    return count;
}

static void a_plan_over_names_is_refused_where_they_are_odd(void **state) {
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
}

/* What was planned with care over odd names is right over any. */
static void a_plan_over_odd_names_holds(void **state) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        run(*state, "SELECT wmi_load('" ODD "')");
        sqlite3_stmt *late = prepare_late(*state, names[i].table, names[i].condition);
        run(*state, "SELECT wmi_load('" SMALL "')");
        assert_next(late, -7);
        assert_next(late, asked_anew(*state, names[i].table, names[i].condition));
        assert_done(late);
        sqlite3_finalize(late);
    }
}

static void a_plan_without_names_holds_over_any(void **state) {
    static const char *const conditions[][2] = {
        {"wmi_members", "true"},           {"wmi_availability", "build = 26100"},
        {"wmi_classes", "class >= 'fan'"}, {"wmi_changes(14393, 26100)", "true"},
        {"wmi_builds", "build = 26100"},
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
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_plan_over_names_is_refused_where_they_are_odd),
        TEST(a_plan_over_odd_names_holds),
        TEST(a_plan_without_names_holds_over_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
