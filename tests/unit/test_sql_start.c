/* Opening the built-in report costs nothing: it is read-only data of the library. What a handle is registered as. */
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

/* --- What is registered already --- */

static int denies_all(void *context, int action, const char *a, const char *b, const char *c,
                      const char *d) {
    (void)context;
    (void)action;
    (void)a;
    (void)b;
    (void)c;
    (void)d;
    return SQLITE_DENY;
}

static void says_theirs(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_text(context, "theirs", -1, SQLITE_STATIC);
}

static int ask_int(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int answer = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

enum { CREATE = 1 << 0, DENY = 1 << 1, TWICE = 1 << 2, HOWS = 1 << 3 };

/* Neither a function of the application's own of that name nor its authorizer is taken for a word on it. */
static void what_is_registered_is_known_whatever_the_application_has(void **state) {
    (void)state;
    for (int how = 0; how < HOWS; how++) {
        sqlite3 *db;
        assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
        if (how & CREATE)
            sqlite3_create_function(db, "wmi_version", 0, SQLITE_UTF8, NULL, says_theirs, NULL,
                                    NULL);
        if (how & DENY)
            sqlite3_set_authorizer(db, denies_all, NULL);
        assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_errcode(db), SQLITE_OK);
        sqlite3_set_authorizer(db, NULL, NULL);
        assert_int_equal(ask_int(db, "SELECT wmi_version() <> 'theirs'"), 1);
        assert_int_equal(ask_int(db, "SELECT wmi_load('tests/fixtures/read/plain.csv')"), 3);
        if (how & DENY)
            sqlite3_set_authorizer(db, denies_all, NULL);
        if (how & TWICE)
            assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
        sqlite3_set_authorizer(db, NULL, NULL);
        assert_int_equal(ask_int(db, "SELECT members FROM wmi_report"), 3);
        sqlite3_close(db);
    }
}

static void a_handle_that_opens_files_is_not_said_to_open_none(void **state) {
    (void)state;
    for (int deny = 0; deny < 2; deny++) {
        sqlite3 *db;
        char *message = NULL;
        assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
        sqlite3_set_authorizer(db, deny ? denies_all : NULL, NULL);
        assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_wmi_nofiles_init(db, &message, NULL), SQLITE_ERROR);
        assert_string_equal(message, "wmi: found a handle whose statements may open files, "
                                     "expected one that the extension is not registered with");
        sqlite3_free(message);
        assert_int_equal(sqlite3_wmi_nofiles_init(db, NULL, NULL), SQLITE_ERROR);
        sqlite3_close(db);
        /* The other way round it opens none, as it was told first. */
        assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
        sqlite3_set_authorizer(db, deny ? denies_all : NULL, NULL);
        assert_int_equal(sqlite3_wmi_nofiles_init(db, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_wmi_nofiles_init(db, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_wmi_init(db, NULL, NULL), SQLITE_OK);
        sqlite3_set_authorizer(db, NULL, NULL);
        sqlite3_stmt *statement;
        assert_int_equal(sqlite3_prepare_v2(db, "SELECT wmi_load(NULL)", -1, &statement, NULL),
                         SQLITE_ERROR);
        sqlite3_close(db);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loading_and_asking_allocate_nothing_for_the_report),
        cmocka_unit_test(what_is_registered_is_known_whatever_the_application_has),
        cmocka_unit_test(a_handle_that_opens_files_is_not_said_to_open_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
