#include "session/runs.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* From this SQLite on sqlite3_data_count() is 0 until a run has given its first row, and then stays
** what it is to the end of the run; before, it is 0 whenever the statement is being stepped. The
** change came with some version from 3.41 on; for those between, either is reckoned with. */
#define COUNTS_DATA_TO_THE_NEXT_ROW 3052000

/* A statement as it was when the notes were taken. */
struct run {
    const sqlite3_stmt *statement; /* to be compared only: it may be gone */
    bool is_gone;                  /* it is: another one is prepared at its address */
    uint32_t text;                 /* a hash of its SQL */
    int prepared;                  /* SQLITE_STMTSTATUS_REPREPARE */
    unsigned prepared_era;         /* in which it was prepared last */
    int count;                     /* SQLITE_STMTSTATUS_RUN */
    int steps;                     /* SQLITE_STMTSTATUS_VM_STEP */
    struct holding *began;         /* current when this run began; NULL where it did not run */
    unsigned era;                  /* the same, counted: the later report has the higher one */
    bool goes_on;                  /* of use to runs_give_back() alone */
};

struct runs {
    size_t count;
    size_t held;       /* of them that have a report */
    struct run list[]; /* by the addresses of the statements, ascending */
};

static int counter(sqlite3_stmt *statement, int which) {
    return sqlite3_stmt_status(statement, which, 0);
}

static uint32_t hash_sql(sqlite3_stmt *statement) {
    const char *sql = sqlite3_sql(statement);
    uint32_t hash = 2166136261u;
    for (; sql && *sql; sql++)
        hash = (hash ^ (unsigned char)*sql) * 16777619u;
    return hash;
}

static int by_address(const void *left, const void *right) {
    uintptr_t a = (uintptr_t)((const struct run *)left)->statement;
    uintptr_t b = (uintptr_t)((const struct run *)right)->statement;
    return (a > b) - (a < b);
}

static struct run *find_address(struct runs *runs, const sqlite3_stmt *statement) {
    const struct run wanted = {.statement = statement};
    if (!runs || !runs->count)
        return NULL;
    return bsearch(&wanted, runs->list, runs->count, sizeof wanted, by_address);
}

/* The note of a statement, or NULL where it was prepared later. An address alone says nothing: SQLite
** soon gives it to another statement. One that uses our tables is told by runs_prepared(), one that
** does not has another text. */
static struct run *find_run(struct runs *runs, sqlite3_stmt *statement) {
    struct run *run = find_address(runs, statement);
    bool is_same =
        run && !run->is_gone && run->prepared == counter(statement, SQLITE_STMTSTATUS_REPREPARE) &&
        run->count <= counter(statement, SQLITE_STMTSTATUS_RUN) && run->text == hash_sql(statement);
    return is_same ? run : NULL;
}

/* Is the busy statement still in the run that the note tells of? */
static bool is_same_run(const struct run *run, sqlite3_stmt *statement) {
    return run && run->began && run->count == counter(statement, SQLITE_STMTSTATUS_RUN);
}

struct runs *runs_note(sqlite3 *db, struct runs *former, struct holding *current, unsigned era) {
    size_t count = 0;
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL)
        count++;
    struct runs *runs = memory_alloc(sizeof *runs + count * sizeof *runs->list);
    if (!runs)
        return NULL;
    runs->count = count;
    runs->held = 0;
    for (struct run *run = runs->list; count; count--, run++) {
        statement = sqlite3_next_stmt(db, statement);
        const struct run *before = find_run(former, statement);
        *run = (struct run){.statement = statement,
                            .text = hash_sql(statement),
                            .prepared = counter(statement, SQLITE_STMTSTATUS_REPREPARE),
                            .prepared_era = before ? before->prepared_era : era,
                            .count = counter(statement, SQLITE_STMTSTATUS_RUN),
                            .steps = counter(statement, SQLITE_STMTSTATUS_VM_STEP)};
        if (!sqlite3_stmt_busy(statement))
            continue;
        bool goes_on = is_same_run(before, statement);
        run->began = holding_retain(goes_on ? before->began : current);
        run->era = goes_on ? before->era : era;
        runs->held++;
    }
    qsort(runs->list, runs->count, sizeof *runs->list, by_address);
    return runs;
}

const sqlite3_stmt *runs_prepared(struct runs *runs, sqlite3 *db) {
    sqlite3_stmt *newest = sqlite3_next_stmt(db, NULL);
    if (!newest || sqlite3_sql(newest))
        return NULL;
    struct run *run = find_address(runs, newest);
    if (run)
        run->is_gone = true;
    return newest;
}

void runs_give_back(struct runs *runs, sqlite3 *db, bool ended_only, runs_let_go *let_go,
                    void *context) {
    if (!runs || !runs->held)
        return;
    sqlite3_stmt *statement = NULL;
    while (ended_only && (statement = sqlite3_next_stmt(db, statement)) != NULL) {
        struct run *run = sqlite3_stmt_busy(statement) ? find_run(runs, statement) : NULL;
        if (is_same_run(run, statement))
            run->goes_on = true;
    }
    for (size_t i = 0; i < runs->count; i++) {
        struct run *run = &runs->list[i];
        if (run->began && !run->goes_on) {
            let_go(context, run->began);
            run->began = NULL;
            runs->held--;
        }
        run->goes_on = false;
    }
}

/* The statements that could be the one that opens a table. */
struct candidates {
    int count;
    bool any_before, any_later;
    const struct run *latest; /* of those that began before */
    sqlite3_stmt *only;       /* the last one that was seen: the one, where there is one */
};

/* Could this statement be the one? It connects its tables while it is prepared: it was prepared in the
** era in which the table was connected, and, unless it was prepared again, at its own address. */
static bool is_candidate(const struct run *run, const struct runs_plan *plan) {
    if (!run || run->prepared_era != plan->era)
        return false;
    return run->prepared || !plan->statement || run->statement == plan->statement;
}

static struct candidates find_candidates(struct runs *runs, sqlite3 *db,
                                         const struct runs_plan *plan, bool is_stepped) {
    struct candidates found = {0};
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL) {
        if (!sqlite3_stmt_busy(statement) || (sqlite3_data_count(statement) == 0) != is_stepped)
            continue;
        const struct run *run = find_run(runs, statement);
        if (!is_candidate(run, plan))
            continue;
        found.count++;
        found.only = statement;
        if (!is_same_run(run, statement))
            found.any_later = true;
        else if (!found.latest || run->era > found.latest->era)
            found.latest = run;
        found.any_before |= is_same_run(run, statement);
    }
    return found;
}

/* Has the statement, which is being stepped, given no row in this run, nor written one? */
static bool is_first_step(struct runs *runs, sqlite3_stmt *statement) {
    const struct run *run = find_run(runs, statement);
    if (!run || !sqlite3_stmt_readonly(statement))
        return false;
    if (sqlite3_libversion_number() >= COUNTS_DATA_TO_THE_NEXT_ROW)
        return true; /* sqlite3_data_count() has said it */
    return counter(statement, SQLITE_STMTSTATUS_RUN) == run->count + 1 &&
           counter(statement, SQLITE_STMTSTATUS_VM_STEP) == run->steps;
}

enum runs_opener runs_opener(struct runs *runs, sqlite3 *db, const struct runs_plan *plan,
                             struct holding **began) {
    struct candidates found = find_candidates(runs, db, plan, true);
    bool is_stepped = found.count > 0;
    if (!is_stepped)
        found = find_candidates(runs, db, plan, false);
    if (!found.any_later && found.latest) {
        *began = found.latest->began;
        return RUNS_BEGAN_BEFORE;
    }
    /* Of two statements that are both being stepped one works inside the other, for a function of
    ** it, and it is the later one that does. */
    if (found.any_before)
        return is_stepped ? RUNS_BEGAN_LATER : RUNS_UNCLEAR;
    bool has_just_begun = is_stepped && found.count == 1 && is_first_step(runs, found.only);
    return has_just_begun ? RUNS_JUST_BEGUN : RUNS_BEGAN_LATER;
}

bool runs_no_other(sqlite3 *db, bool is_reader) {
    sqlite3_stmt *statement = NULL, *busy = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL) {
        if (!sqlite3_stmt_busy(statement))
            continue;
        if (busy)
            return false;
        busy = statement;
    }
    return !busy || !is_reader || sqlite3_stmt_readonly(busy);
}

bool runs_any(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL)
        if (sqlite3_stmt_busy(statement))
            return true;
    return false;
}

/* Moves past blanks and comments. */
static const char *skip_blanks(const char *sql) {
    for (;;) {
        const char *end = NULL;
        if (is_blank(*sql))
            end = sql + 1;
        else if (strncmp(sql, "--", 2) == 0)
            end = sql + strcspn(sql, "\n");
        else if (strncmp(sql, "/*", 2) == 0 && strstr(sql + 2, "*/"))
            end = strstr(sql + 2, "*/") + 2;
        if (!end)
            return sql;
        sql = end;
    }
}

bool runs_creates(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL) {
        const char *sql = sqlite3_sql(statement);
        if (sql && sqlite3_stmt_busy(statement) && !sqlite3_stmt_readonly(statement) &&
            sqlite3_strnicmp(skip_blanks(sql), "CREATE", 6) == 0)
            return true;
    }
    return false;
}
