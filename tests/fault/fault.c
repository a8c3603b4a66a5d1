/*
** Fault injection: lets the Nth allocation of a scenario fail, for N = 1, 2, 3 … until none is left
** to fail, once alone and once with all that follow. Every answer must then be the right one or
** SQLITE_NOMEM, the report of before must still answer, and no memory may be left behind when the
** handle is closed.
**
** SQLite's allocator is replaced by ours, and all of the extension's memory, libcsv's too, comes
** from it.
*/
#include "scenario.h"
#include "wmi.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- The allocator --- */

static struct {
    sqlite3_mem_methods real;
    bool is_armed, for_good;
    long calls, fail_at;
    long failures;
} allocator;

static bool fails(void) {
    if (!allocator.is_armed)
        return false;
    allocator.calls++;
    bool is_it = allocator.for_good ? allocator.calls >= allocator.fail_at
                                    : allocator.calls == allocator.fail_at;
    allocator.failures += is_it;
    return is_it;
}

static void *fault_malloc(int size) {
    return fails() ? NULL : allocator.real.xMalloc(size);
}

static void *fault_realloc(void *block, int size) {
    return fails() ? NULL : allocator.real.xRealloc(block, size);
}

static void install(void) {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &allocator.real);
    sqlite3_mem_methods ours = allocator.real;
    ours.xMalloc = fault_malloc;
    ours.xRealloc = fault_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}

/* --- Outcomes --- */

#define STATEMENTS_MAX 8
#define HANDLES        2

struct outcome {
    int code;
    char *text; /* rows, or the message; from malloc() */
};

struct outcomes {
    struct outcome statements[STATEMENTS_MAX];
    int count;
};

static struct { long passed, failed; } total;

static void complain(const struct scenario *scenario, const char *what, const char *found,
                     const char *expected) {
    printf("fault: %s, allocation %ld%s: %s\n  found:    %.300s\n  expected: %.300s\n",
           scenario->name, allocator.fail_at, allocator.for_good ? " and all behind it" : "", what,
           found, expected);
    total.failed++;
}

static void append(char **text, const char *more) {
    size_t size = *text ? strlen(*text) : 0;
    *text = realloc(*text, size + strlen(more) + 1);
    if (!*text)
        abort();
    strcpy(*text + size, more);
}

static bool is_memory(int code) {
    return (code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM;
}

/* Runs a prepared statement to its end. The rows are read while faults are on: a value may be the
** one to fail, and SQLite then says so at the next step. */
static struct outcome finish_statement(sqlite3 *db, sqlite3_stmt *statement, int code) {
    struct outcome outcome = {code, NULL};
    append(&outcome.text, "");
    while (outcome.code == SQLITE_OK || outcome.code == SQLITE_ROW) {
        outcome.code = sqlite3_step(statement);
        if (outcome.code != SQLITE_ROW)
            break;
        char *row = NULL;
        bool is_whole = true;
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const char *value = (const char *)sqlite3_column_text(statement, i);
            is_whole &= value || sqlite3_column_type(statement, i) == SQLITE_NULL;
            append(&row, value ? value : "NULL");
            append(&row, "|");
        }
        if (is_whole && sqlite3_errcode(db) != SQLITE_NOMEM) {
            append(&outcome.text, row);
            append(&outcome.text, "\n");
        } else {
            outcome.code = SQLITE_NOMEM;
        }
        free(row);
    }
    if (outcome.code == SQLITE_DONE)
        outcome.code = SQLITE_OK;
    else if (!is_memory(outcome.code))
        append(&outcome.text, sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return outcome;
}

static struct outcome run_statement(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    return finish_statement(db, statement, code);
}

static void run_statements(sqlite3 *db, const char *all, struct outcomes *outcomes) {
    while (all) {
        if (outcomes->count == STATEMENTS_MAX)
            abort();
        const char *end = strstr(all, ";;");
        char sql[1000];
        sqlite3_snprintf(sizeof sql, sql, "%.*s", end ? (int)(end - all) : (int)strlen(all), all);
        outcomes->statements[outcomes->count] = run_statement(db, sql);
        /* What follows a failure would be asked of another report. */
        if (is_memory(outcomes->statements[outcomes->count++].code))
            return;
        all = end ? end + 2 : NULL;
    }
}

static void forget(struct outcomes *outcomes) {
    for (int i = 0; i < outcomes->count; i++)
        free(outcomes->statements[i].text);
    outcomes->count = 0;
}

/* --- Runs --- */

static void arm(long fail_at, bool for_good) {
    allocator.calls = allocator.failures = 0;
    allocator.fail_at = fail_at;
    allocator.for_good = for_good;
    allocator.is_armed = fail_at > 0;
}

static void run_unharmed(sqlite3 *db, const char *sql) {
    if (sql && sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "fault: %s: %s\n", sql, sqlite3_errmsg(db));
        exit(2);
    }
}

/* Does every table still answer, whichever report it is that is current now? */
static void check_alive(const struct scenario *scenario, sqlite3 *db) {
    struct outcomes after = {0};
    run_statements(
        db,
        "SELECT (SELECT count(*) FROM wmi_members) = (SELECT members FROM wmi_report) AND "
        "(SELECT count(*) FROM wmi_classes) = (SELECT classes FROM wmi_report) AND "
        "(SELECT members FROM wmi_report) > 0",
        &after);
    if (after.statements[0].code != SQLITE_OK || strcmp(after.statements[0].text, "1|\n") != 0)
        complain(scenario, "afterwards the tables do not answer", after.statements[0].text, "1|");
    forget(&after);
}

static sqlite3 *open_handle(void) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
        SQLITE_OK)
        abort();
    /* Every allocation is to be one of ours. */
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    return db;
}

static sqlite3_stmt *prepare_unharmed(sqlite3 *db, const char *sql, bool stands) {
    sqlite3_stmt *statement = NULL;
    if (sql && (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
                (stands && sqlite3_step(statement) != SQLITE_ROW)))
        abort();
    return statement;
}

/* A handle with the statements of a scenario that were prepared before the faults. */
struct handle {
    sqlite3 *db;
    sqlite3_stmt *prepared, *standing;
};

static struct handle prepare_handle(const struct scenario *scenario) {
    struct handle handle = {open_handle(), NULL, NULL};
    if (scenario->opens)
        return handle;
    if (sqlite3_wmi_init(handle.db, NULL, NULL) != SQLITE_OK)
        abort();
    run_unharmed(handle.db, scenario->before);
    handle.prepared = prepare_unharmed(handle.db, scenario->prepared, false);
    handle.standing = prepare_unharmed(handle.db, scenario->standing, true);
    return handle;
}

static void run_handle(const struct scenario *scenario, struct handle *handle,
                       struct outcomes *outcomes) {
    if (scenario->opens) {
        char *message = NULL;
        struct outcome opened = {sqlite3_wmi_init(handle->db, &message, NULL), NULL};
        append(&opened.text, "");
        if (message && (opened.code == SQLITE_OK || !strstr(message, sqlite3_errstr(opened.code))))
            complain(scenario, "a message of something else", message, sqlite3_errstr(opened.code));
        sqlite3_free(message);
        outcomes->statements[outcomes->count++] = opened;
        return;
    }
    run_statements(handle->db, scenario->sql, outcomes);
    bool is_lost = is_memory(outcomes->statements[outcomes->count - 1].code);
    sqlite3_stmt *const both[] = {handle->prepared, handle->standing};
    for (int i = 0; i < 2; i++) {
        if (both[i] && !is_lost)
            outcomes->statements[outcomes->count++] =
                finish_statement(handle->db, both[i], SQLITE_OK);
        else
            sqlite3_finalize(both[i]);
    }
}

/* One run of a scenario, with the fault that is set: the outcomes on each of its handles. */
static void run(const struct scenario *scenario, long fail_at, bool for_good,
                struct outcomes *outcomes) {
    arm(0, false);
    int count = scenario->has_second ? HANDLES : 1;
    struct handle handles[HANDLES];
    for (int i = 0; i < count; i++)
        handles[i] = prepare_handle(scenario);
    arm(fail_at, for_good);
    for (int i = 0; i < count; i++)
        run_handle(scenario, &handles[i], &outcomes[i]);
    allocator.is_armed = false;
    for (int i = 0; i < count; i++) {
        if (!scenario->opens || outcomes[i].statements[0].code == SQLITE_OK)
            check_alive(scenario, handles[i].db);
        if (sqlite3_close(handles[i].db) != SQLITE_OK)
            complain(scenario, "the handle cannot be closed", "SQLITE_BUSY", "SQLITE_OK");
    }
}

/* Are these the rows and the error that they shall be, but for its message? For SQLite's copy of that
** there may have been no memory. */
static bool lost_message(const struct outcome *is, const struct outcome *shall) {
    const char *code = sqlite3_errstr(is->code);
    if (is->code == SQLITE_OK || is->code != shall->code || strlen(is->text) < strlen(code))
        return false;
    size_t rows = strlen(is->text) - strlen(code);
    return strcmp(is->text + rows, code) == 0 && strncmp(is->text, shall->text, rows) == 0;
}

static void compare(const struct scenario *scenario, const struct outcomes *right,
                    const struct outcomes *found) {
    for (int i = 0; i < found->count; i++) {
        const struct outcome *is = &found->statements[i], *shall = &right->statements[i];
        if (is_memory(is->code)) {
            if (strncmp(is->text, shall->text, strlen(is->text)) != 0)
                complain(scenario, "wrong rows before SQLITE_NOMEM", is->text, shall->text);
        } else if ((is->code != shall->code || strcmp(is->text, shall->text) != 0) &&
                   !lost_message(is, shall)) {
            complain(scenario, sqlite3_errstr(is->code), is->text, shall->text);
        }
    }
}

/* Runs the scenario with a failure at 1, 2, 3 … Loading the large report takes thousands of
** allocations, which are alike: there the step grows, behind so many. */
#ifndef FAULT_GROWS
#define FAULT_GROWS 200
#endif

static void check(const struct scenario *scenario, bool for_good) {
    struct outcomes right[HANDLES] = {{.count = 0}}, found[HANDLES] = {{.count = 0}};
    run(scenario, 0, false, right);
    sqlite3_int64 used = sqlite3_memory_used();
    long former = total.failed;
    for (long at = 1;; at += 1 + at / FAULT_GROWS) {
        long before = total.failed;
        run(scenario, at, for_good, found);
        long failures = allocator.failures;
        for (int i = 0; i < HANDLES; i++)
            compare(scenario, &right[i], &found[i]);
        if (sqlite3_memory_used() != used) {
            char text[2][24];
            sqlite3_snprintf(24, text[0], "%lld bytes", sqlite3_memory_used());
            sqlite3_snprintf(24, text[1], "%lld bytes", used);
            complain(scenario, "memory is left behind", text[0], text[1]);
            used = sqlite3_memory_used();
        }
        for (int i = 0; i < HANDLES; i++)
            forget(&found[i]);
        total.passed += total.failed == before;
        if (!failures || total.failed > former + 5)
            break;
    }
    for (int i = 0; i < HANDLES; i++)
        forget(&right[i]);
}

int main(int argc, char **argv) {
    install();
    for (int i = 0; scenarios[i].name; i++) {
        if (argc > 1 && strcmp(argv[1], scenarios[i].name) != 0)
            continue;
        check(&scenarios[i], false);
        check(&scenarios[i], true);
    }
    printf("fault: %ld passed, %ld failed\n", total.passed, total.failed);
    return total.failed != 0;
}
