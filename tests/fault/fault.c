/*
** Fault injection: lets the Nth allocation of a scenario fail, for N = 1, 2, 3 … until none is left
** to fail, once alone and once with all that follow. Every answer must then be the right one or
** SQLITE_NOMEM, the report of before must still answer, and no memory may be left behind when the
** handle is closed.
**
** SQLite's allocator is replaced by ours, and all of the extension's memory, libcsv's too, comes
** from it.
*/
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

/* --- Scenarios --- */

struct scenario {
    const char *name;
    const char *before; /* run without faults; may be NULL */
    const char *sql;    /* statements, parted by ;; */
    bool opens;         /* the extension is registered under faults too */
};

#define READ   "tests/fixtures/read/"
#define ERRORS "tests/fixtures/read/errors/"
#define REPORT "tests/fixtures/fault/report.csv"

static const struct scenario scenarios[] = {
    {"registering", NULL, "SELECT wmi_version()", true},
    {"scan", NULL, "SELECT class, member, build_26100, name FROM wmi_members LIMIT 40", false},
    {"class and member", NULL,
     "SELECT * FROM wmi_members WHERE class = 'msvm_computersystem' AND member = 'name'", false},
    {"member", NULL, "SELECT class FROM wmi_members WHERE member = 'Name'", false},
    {"name", NULL, "SELECT type FROM wmi_members WHERE name = 'Msvm_ComputerSystem.Name'", false},
    {"lists", NULL,
     "SELECT class, member FROM wmi_members WHERE class IN ('Msvm_ComputerSystem', 'CIM_View', "
     "'x') AND "
     "member IN ('Name', 'Caption', 5, NULL) AND build_26100 IN (1, '0') AND type IN ('String', "
     "'x')",
     false},
    {"list of names", NULL,
     "SELECT class FROM wmi_members WHERE name IN ('Msvm_ComputerSystem.Name', 'CIM_View.Caption')",
     false},
    {"list from a query", NULL,
     "SELECT count(*) FROM wmi_availability WHERE class IN (SELECT class FROM wmi_classes WHERE "
     "class LIKE "
     "'Msvm_C%') AND build = 26100",
     false},
    {"prefixes", NULL,
     "SELECT count(*) FROM wmi_classes WHERE class LIKE 'msvm_v%';; "
     "SELECT count(*) FROM wmi_members WHERE class GLOB 'Msvm_V*'",
     false},
    {"cells and kinds", NULL,
     "SELECT class, member FROM wmi_members WHERE build_26100 = 1 AND build_14393 = 0 AND category "
     "= 'Method' "
     "AND build_9600 IS NOT NULL ORDER BY class, member LIMIT 5 OFFSET 2",
     false},
    {"a cell by its bare number", NULL, "SELECT count(*) FROM wmi_members WHERE [26100] = 0",
     false},
    {"ordered otherwise", NULL, "SELECT class FROM wmi_classes ORDER BY members, class LIMIT 9",
     false},
    {"builds", NULL,
     "SELECT * FROM wmi_builds;; SELECT version FROM wmi_builds WHERE build = 22631", false},
    {"changes", NULL,
     "SELECT change, count(*) FROM wmi_changes(14393, '10.0.26100.4652') GROUP BY change;; "
     "SELECT class, from_build, to_build FROM wmi_changes(26100, 14393) WHERE class = 'CIM_View'",
     false},
    {"changes without arguments", NULL, "SELECT * FROM wmi_changes(26100)", false},
    {"ranges and values", NULL,
     "SELECT * FROM wmi_ranges WHERE class = 'Msvm_ComputerSystem';; "
     "SELECT value, label FROM wmi_values WHERE member = 'EnabledState' AND class = "
     "'Msvm_ComputerSystem'",
     false},
    {"report", NULL, "SELECT * FROM wmi_report", false},
    {"join",
     "CREATE TABLE i(c, m, b); INSERT INTO i VALUES ('cim_view', 'caption', 26100), (1, 2, 3), "
     "('Msvm_ComputerSystem', 'Name', 9600)",
     "SELECT * FROM i LEFT JOIN wmi_availability AS a ON a.class = i.c AND a.member = i.m AND "
     "a.build = i.b",
     false},
    {"functions", NULL,
     "SELECT available_on('Msvm_ComputerSystem.Name', 26100), available_on('Msvm_ComputerSystem', "
     "'Name', "
     "'10.0.26100'), available_since('Name'), available_until('CIM_View', 'Caption'), "
     "wmi_label('Msvm_ComputerSystem', 'EnabledState', 2), wmi_build('Windows Server 2019'), "
     "wmi_build(x'00'), available_on('nope', 1);; "
     "SELECT wmi_label('EnabledState', '2'), wmi_label('Msvm_ComputerSystem.EnabledState', 3.0)",
     false},
    {"loading a CSV", NULL,
     "SELECT wmi_load('" REPORT "');; SELECT * FROM wmi_members;; "
     "SELECT * FROM wmi_values;; SELECT classes, members FROM wmi_report",
     false},
    {"loading a page", NULL,
     "SELECT wmi_load('" READ "pages/Fan_Motor.md');; SELECT * FROM wmi_members", false},
    {"loading a folder", NULL, "SELECT wmi_load('" READ "pages');; SELECT * FROM wmi_members",
     false},
    {"loading several", NULL,
     "SELECT wmi_load('" REPORT "', '" READ "pages/Fan_Motor.md');; SELECT * FROM wmi_availability",
     false},
    {"loading UTF-16", NULL,
     "SELECT wmi_load('" READ "utf16le.csv');; SELECT count(*) FROM wmi_members", false},
    {"loading what is repaired", NULL,
     "SELECT wmi_load('" READ "mac_roman.csv');; SELECT encoding FROM wmi_report", false},
    {"loading many names", NULL,
     "SELECT wmi_load('data/wmi_members.csv');; SELECT count(*) FROM wmi_ranges", false},
    {"loading the default again", "SELECT wmi_load('" REPORT "')",
     "SELECT wmi_load(NULL);; SELECT count(*) FROM wmi_members", false},
    {"loading nothing", NULL,
     "SELECT wmi_load();; SELECT wmi_load(5);; SELECT wmi_load('nowhere.csv')", false},
    {"loading what is wrong", NULL,
     "SELECT wmi_load('" ERRORS "cut_off.csv');; SELECT wmi_load('" ERRORS "no_build.csv');; "
     "SELECT wmi_load('" ERRORS "contradiction.csv');; SELECT wmi_load('" ERRORS
     "duplicate_build.csv');; "
     "SELECT wmi_load('" READ "pages/Fan_Motor.md', 'nowhere')",
     false},
    {"loading again and again", NULL,
     "SELECT wmi_load('" REPORT "');; SELECT wmi_load('" READ
     "pages/Fan_Motor.md');; SELECT wmi_load('" REPORT "'), (SELECT count(*) FROM wmi_members)",
     false},
    {"a table over a path", NULL,
     "CREATE VIRTUAL TABLE temp.t USING wmi_members('" REPORT
     "');; SELECT * FROM t WHERE class = 'fan_motor';; "
     "DROP TABLE t",
     false},
    {"a table over nothing", NULL, "CREATE VIRTUAL TABLE temp.t USING wmi_values('nowhere')",
     false},
};

/* --- Outcomes --- */

#define STATEMENTS_MAX 6

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

/* Runs one statement. The rows are read while faults are on: a value may be the one to fail, and
** SQLite then says so at the next step. */
static struct outcome run_statement(sqlite3 *db, const char *sql) {
    struct outcome outcome = {0};
    sqlite3_stmt *statement = NULL;
    append(&outcome.text, "");
    outcome.code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
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

static void run_statements(sqlite3 *db, const char *all, struct outcomes *outcomes) {
    while (all && outcomes->count < STATEMENTS_MAX) {
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

/* One run of a scenario, with the fault that is set. */
static void run(const struct scenario *scenario, long fail_at, bool for_good,
                struct outcomes *outcomes) {
    sqlite3 *db = NULL;
    arm(0, false);
    if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
        SQLITE_OK)
        abort();
    /* Every allocation is to be one of ours. */
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
    outcomes->count = 0;
    if (scenario->opens)
        arm(fail_at, for_good);
    int code = sqlite3_wmi_init(db, NULL, NULL);
    if (scenario->opens) {
        struct outcome opened = {code, NULL};
        append(&opened.text, "");
        outcomes->statements[outcomes->count++] = opened;
    } else {
        run_unharmed(db, scenario->before);
        arm(fail_at, for_good);
        run_statements(db, scenario->sql, outcomes);
    }
    allocator.is_armed = false;
    if (code == SQLITE_OK)
        check_alive(scenario, db);
    if (sqlite3_close(db) != SQLITE_OK)
        complain(scenario, "the handle cannot be closed", "SQLITE_BUSY", "SQLITE_OK");
}

static void compare(const struct scenario *scenario, const struct outcomes *right,
                    const struct outcomes *found) {
    for (int i = 0; i < found->count; i++) {
        const struct outcome *is = &found->statements[i], *shall = &right->statements[i];
        if (is_memory(is->code)) {
            if (strncmp(is->text, shall->text, strlen(is->text)) != 0)
                complain(scenario, "wrong rows before SQLITE_NOMEM", is->text, shall->text);
        } else if (is->code != SQLITE_OK && is->code == shall->code &&
                   strcmp(is->text, sqlite3_errstr(is->code)) == 0) {
            /* There was no memory for SQLite's copy of the message. */
        } else if (is->code != shall->code || strcmp(is->text, shall->text) != 0) {
            complain(scenario, sqlite3_errstr(is->code), is->text, shall->text);
        }
    }
}

/* Runs the scenario with a failure at 1, 2, 3 … Loading the large report takes thousands of
** allocations, which are alike: there the step grows. */
static void check(const struct scenario *scenario, bool for_good) {
    struct outcomes right = {0}, found = {0};
    run(scenario, 0, false, &right);
    sqlite3_int64 used = sqlite3_memory_used();
    long former = total.failed;
    for (long at = 1;; at += 1 + at / 200) {
        long before = total.failed;
        run(scenario, at, for_good, &found);
        long failures = allocator.failures;
        compare(scenario, &right, &found);
        if (sqlite3_memory_used() != used) {
            char text[2][24];
            sqlite3_snprintf(24, text[0], "%lld bytes", sqlite3_memory_used());
            sqlite3_snprintf(24, text[1], "%lld bytes", used);
            complain(scenario, "memory is left behind", text[0], text[1]);
            used = sqlite3_memory_used();
        }
        forget(&found);
        total.passed += total.failed == before;
        if (!failures || total.failed > former + 5)
            break;
    }
    forget(&right);
}

int main(int argc, char **argv) {
    install();
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        if (argc > 1 && strcmp(argv[1], scenarios[i].name) != 0)
            continue;
        check(&scenarios[i], false);
        check(&scenarios[i], true);
    }
    printf("fault: %ld passed, %ld failed\n", total.passed, total.failed);
    return total.failed != 0;
}
