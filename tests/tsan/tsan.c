/*
** Threads that load and query at once, for ThreadSanitizer: each on a handle of its own, all on one
** handle in serialized mode, and each on a handle over one shared cache. Handles are opened and
** closed in between. Every answer must be that of one of the reports that anybody has loaded; a scan
** must go over one report from its first row to its last.
**
**   tsan [SECONDS]    a third of the time for each kind; 20 seconds if not said
*/
#define _POSIX_C_SOURCE 200809L

#include "wmi.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { THREADS = 4 };

/* The reports that are loaded, and how many members each has. */
static const struct {
    const char *path; /* NULL for the built-in one */
    int members;
} reports[] = {
    {"tests/fixtures/fault/report.csv", 3}, {"tests/fixtures/fault/other.csv", 2}, {NULL, 29339}};

enum { REPORTS = sizeof reports / sizeof *reports };

struct kind {
    const char *name;
    const char *file;
    int flags;     /* of sqlite3_open_v2() */
    bool is_one;   /* one handle for all threads */
    bool may_fail; /* with SQLITE_LOCKED: a shared cache has locks on tables */
    const char *setup;
};

static const struct kind kinds[] = {
    {.name = "handles of their own", .file = ":memory:", .flags = SQLITE_OPEN_NOMUTEX},
    {.name = "one handle",
     .file = ":memory:",
     .flags = SQLITE_OPEN_FULLMUTEX,
     .is_one = true,
     .setup = "CREATE TABLE uses(class, member); INSERT INTO uses VALUES ('fan_motor', 'speed')"},
    {.name = "a shared cache",
     .file = "file:tsan?mode=memory&cache=shared",
     .flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
     .may_fail = true,
     .setup = "CREATE TABLE IF NOT EXISTS uses(class, member); CREATE VIEW IF NOT EXISTS counted "
              "AS SELECT count(*) AS n FROM wmi_members"},
};

struct worker {
    const struct kind *kind;
    sqlite3 *db; /* of all, or NULL for one of its own */
    double until;
    unsigned chance;
    long done, wrong;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static unsigned draw(struct worker *worker, unsigned below) {
    worker->chance = worker->chance * 1103515245u + 12345u;
    return (worker->chance >> 16) % below;
}

static void complain(struct worker *worker, sqlite3 *db, const char *sql, int code,
                     sqlite3_int64 value) {
    int primary = code & 0xff;
    if (worker->kind->may_fail && (primary == SQLITE_LOCKED || primary == SQLITE_BUSY))
        return;
    /* The message may be another thread's where they share the handle. */
    fprintf(stderr, "tsan: %s: %s: code %d, %lld; the handle says: %s\n", worker->kind->name, sql,
            code, value, sqlite3_errmsg(db));
    worker->wrong++;
}

static bool is_known(sqlite3_int64 members) {
    for (int i = 0; i < REPORTS; i++)
        if (reports[i].members == members)
            return true;
    return false;
}

/* Runs a statement to its end. Gives the first value of its last row and the number of its rows. */
static int ask(sqlite3 *db, const char *sql, const char *path, sqlite3_int64 *value, int *rows) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    *value = -1;
    *rows = 0;
    if (code == SQLITE_OK && path)
        code = sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            *value = sqlite3_column_int64(statement, 0);
            ++*rows;
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static void load(struct worker *worker, sqlite3 *db) {
    static const char *const sql = "SELECT wmi_load(?)";
    /* The built-in one is large, so seldom. */
    int which = draw(worker, 8) ? (int)draw(worker, REPORTS - 1) : REPORTS - 1, rows;
    sqlite3_int64 value;
    int code = ask(db, sql, reports[which].path, &value, &rows);
    bool is_own = !worker->kind->is_one;
    if (code != SQLITE_OK || (is_own ? value != reports[which].members : !is_known(value)))
        complain(worker, db, sql, code, value);
}

static void query(struct worker *worker, sqlite3 *db) {
    /* Each gives the number of members of a report, in its last row or as its rows. */
    static const struct {
        const char *sql;
        bool by_rows;
    } queries[] = {
        {"SELECT count(*) FROM wmi_members", false},
        {"SELECT members FROM wmi_report", false},
        {"SELECT * FROM wmi_members ORDER BY class, member", true},
        {"SELECT sum(members) FROM wmi_classes", false},
        {"SELECT count(*) FROM wmi_availability WHERE build = 26100", false},
        {"SELECT m.name FROM wmi_members AS m LEFT JOIN uses AS u ON m.class = u.class AND "
         "m.member = u.member",
         true},
        {"SELECT n FROM counted", false},
    };
    int count = worker->kind->setup ? worker->kind->may_fail ? 7 : 6 : 5, rows;
    unsigned i = draw(worker, (unsigned)count);
    sqlite3_int64 value;
    int code = ask(db, queries[i].sql, NULL, &value, &rows);
    if (code != SQLITE_OK || !is_known(queries[i].by_rows ? rows : value))
        complain(worker, db, queries[i].sql, code, queries[i].by_rows ? rows : value);
}

static void call(struct worker *worker, sqlite3 *db) {
    static const char *const sql =
        "SELECT coalesce(available_on('Fan_Motor.Speed', '10.0.26100'), 7) + "
        "coalesce(wmi_build('Windows Server 2025') > 0, 7) + (wmi_label('Msvm_ComputerSystem', "
        "'EnabledState', 2) IS NULL)";
    sqlite3_int64 value;
    int rows, code = ask(db, sql, NULL, &value, &rows);
    if (code != SQLITE_OK || value < 1 || value > 15)
        complain(worker, db, sql, code, value);
}

static void use_file(struct worker *worker, sqlite3 *db) {
    sqlite3_int64 value;
    int rows;
    int code = ask(db, "CREATE VIRTUAL TABLE temp.old USING wmi_classes('tests/fixtures/fault')",
                   NULL, &value, &rows);
    if (code == SQLITE_OK)
        code = ask(db, "DROP TABLE temp.old", NULL, &value, &rows);
    if (code != SQLITE_OK)
        complain(worker, db, "a table over a file", code, value);
}

static sqlite3 *open_handle(const struct kind *kind) {
    sqlite3 *db = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | kind->flags;
    if (sqlite3_open_v2(kind->file, &db, flags, NULL) != SQLITE_OK ||
        sqlite3_wmi_init(db, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "tsan: %s: %s\n", kind->name, sqlite3_errmsg(db));
        exit(2);
    }
    if (kind->setup)
        sqlite3_exec(db, kind->setup, NULL, NULL, NULL); /* may be locked: then it is there */
    return db;
}

static void *work(void *argument) {
    struct worker *worker = argument;
    while (now() < worker->until) {
        sqlite3 *db = worker->db ? worker->db : open_handle(worker->kind);
        for (int i = 0; i < 12 && now() < worker->until; i++, worker->done++) {
            switch (draw(worker, 8)) {
            case 0:
            case 1:
                load(worker, db);
                break;
            case 2:
                call(worker, db);
                break;
            case 3:
                if (!worker->db)
                    use_file(worker, db);
                break;
            default:
                query(worker, db);
                break;
            }
        }
        if (!worker->db && sqlite3_close(db) != SQLITE_OK)
            complain(worker, db, "sqlite3_close()", SQLITE_BUSY, 0);
    }
    return NULL;
}

static void run(const struct kind *kind, double seconds, long *done, long *wrong) {
    struct worker workers[THREADS];
    pthread_t threads[THREADS];
    /* Also keeps the shared cache alive. */
    sqlite3 *db = open_handle(kind);
    double until = now() + seconds;
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.kind = kind,
                                     .db = kind->is_one ? db : NULL,
                                     .until = until,
                                     .chance = (unsigned)i * 7919 + 1};
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0)
            exit(2);
    }
    long here = 0;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        here += workers[i].done;
        *wrong += workers[i].wrong;
    }
    *done += here;
    *wrong += sqlite3_close(db) != SQLITE_OK;
    printf("tsan: %s: %ld operations\n", kind->name, here);
}

int main(int argc, char **argv) {
    double seconds = argc > 1 ? strtod(argv[1], NULL) : 20;
    long done = 0, wrong = 0;
    int count = sizeof kinds / sizeof *kinds;
    for (int i = 0; i < count; i++)
        run(&kinds[i], seconds / count, &done, &wrong);
    if (sqlite3_memory_used() != 0) {
        printf("tsan: %lld bytes are left behind\n", sqlite3_memory_used());
        wrong++;
    }
    printf("tsan: %ld passed, %ld failed\n", done - wrong, wrong);
    return wrong != 0 || done < THREADS * count;
}
