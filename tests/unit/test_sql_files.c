/* A table over files is what it was when it was created, whatever becomes of the files. */
#include "sql_helper.h"

#define PATH   "build/test_sql_files.csv"
#define CREATE "CREATE VIRTUAL TABLE temp.own USING wmi_members('" PATH "')"

static void write_file(const char *text) {
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* SQLite forgets all tables, and connects this one anew. */
static void reset_schema(sqlite3 *db) {
    run(db, "BEGIN; CREATE TEMP TABLE other(x); ROLLBACK");
}

static void it_outlives_its_file(void **state) {
    write_file("Class,Member,26100\nFan,Speed,Y\n");
    run(*state, CREATE);
    assert_int_equal(remove(PATH), 0);
    reset_schema(*state);
    assert_int_equal(answer(*state, "SELECT sum(build_26100) FROM own"), 1);
    reset_schema(*state);
    run(*state, "DROP TABLE own");
    run_wrong(*state, CREATE, "found no file");
}

static void it_does_not_change_with_its_file(void **state) {
    write_file("Class,Member,26100\nFan,Speed,Y\n");
    run(*state, CREATE);
    write_file("Class,Member,14393\nFan,Speed,Y\nFan,Start,Y\n");
    reset_schema(*state);
    assert_int_equal(answer(*state, "SELECT count(build_26100) FROM own"), 1);
    run(*state, "DROP TABLE own; " CREATE);
    assert_int_equal(answer(*state, "SELECT count(build_14393) FROM own"), 2);
    reset_schema(*state);
    assert_int_equal(answer(*state, "SELECT count(build_14393) FROM own"), 2);
    assert_int_equal(remove(PATH), 0);
}

/* What was created in a transaction that is rolled back is read anew. */
static void created_again_it_is_read_again(void **state) {
    write_file("Class,Member,26100\nFan,Speed,Y\n");
    run(*state, "BEGIN; " CREATE "; ROLLBACK");
    write_file("Class,Member,14393\nFan,Speed,Y\nFan,Start,Y\n");
    run(*state, CREATE);
    assert_int_equal(answer(*state, "SELECT count(build_14393) FROM own"), 2);
    assert_int_equal(remove(PATH), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(it_outlives_its_file),
        TEST(it_does_not_change_with_its_file),
        TEST(created_again_it_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
