#include "session/runs.h"
#include "base/memory.h"
#include "base/text.h"

#include <string.h>

/* A statement as it was when the notes were taken. */
struct run {
    const sqlite3_stmt *statement; /* to be compared only: it may be gone */
    int count;                     /* SQLITE_STMTSTATUS_RUN */
    int steps;                     /* SQLITE_STMTSTATUS_VM_STEP */
    struct holding *began;         /* current when this run began; NULL where it did not run */
    unsigned era;                  /* the same, counted: the later report has the higher one */
};

struct runs {
    size_t count;
    struct run list[];
};

static int run_count(sqlite3_stmt *statement) {
    return sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0);
}

static int step_count(sqlite3_stmt *statement) {
    return sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
}

static const struct run *find_run(const struct runs *runs, const sqlite3_stmt *statement) {
    for (size_t i = 0; runs && i < runs->count; i++)
        if (runs->list[i].statement == statement)
            return &runs->list[i];
    return NULL;
}

/* The note of the run in which a busy statement still is, or NULL where it began later. */
static const struct run *same_run(const struct runs *runs, sqlite3_stmt *statement) {
    const struct run *run = find_run(runs, statement);
    return run && run->began && run->count == run_count(statement) ? run : NULL;
}

struct runs *runs_note(sqlite3 *db, const struct runs *former, struct holding *current,
                       unsigned era) {
    size_t count = 0;
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL)
        count++;
    struct runs *runs = memory_alloc(sizeof *runs + count * sizeof *runs->list);
    if (!runs)
        return NULL;
    runs->count = count;
    for (struct run *run = runs->list; count; count--, run++) {
        statement = sqlite3_next_stmt(db, statement);
        *run = (struct run){
            .statement = statement, .count = run_count(statement), .steps = step_count(statement)};
        if (!sqlite3_stmt_busy(statement))
            continue;
        const struct run *before = same_run(former, statement);
        run->began = holding_retain(before ? before->began : current);
        run->era = before ? before->era : era;
    }
    return runs;
}

static bool has_ended(sqlite3 *db, const struct run *run) {
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL)
        if (statement == run->statement)
            return !sqlite3_stmt_busy(statement) || run_count(statement) != run->count;
    return true;
}

struct holding *runs_give_back(struct runs *runs, sqlite3 *db, bool ended_only) {
    for (size_t i = 0; runs && i < runs->count; i++) {
        struct holding *began = runs->list[i].began;
        if (began && (!ended_only || has_ended(db, &runs->list[i]))) {
            runs->list[i].began = NULL;
            return began;
        }
    }
    return NULL;
}

/* The statements that could be the one that opens a table. */
struct candidates {
    int count;
    bool any_before, any_later;
    const struct run *latest; /* of those that began before */
    sqlite3_stmt *only;       /* the last one that was seen: the one, where there is one */
};

static struct candidates find_candidates(const struct runs *runs, sqlite3 *db, bool is_stepped) {
    struct candidates found = {0};
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(db, statement)) != NULL) {
        if (!sqlite3_stmt_busy(statement) || (sqlite3_data_count(statement) == 0) != is_stepped)
            continue;
        const struct run *run = same_run(runs, statement);
        /* A table that answers from a former report was prepared before the notes were taken. */
        if (!run && !find_run(runs, statement))
            continue;
        found.count++;
        found.only = statement;
        if (!run)
            found.any_later = true;
        else if (!found.latest || run->era > found.latest->era)
            found.latest = run;
        found.any_before |= run != NULL;
    }
    return found;
}

enum runs_opener runs_opener(const struct runs *runs, sqlite3 *db, struct holding **began) {
    struct candidates found = find_candidates(runs, db, true);
    bool is_stepped = found.count > 0;
    if (!is_stepped)
        found = find_candidates(runs, db, false);
    if (!found.any_later && found.latest) {
        *began = found.latest->began;
        return RUNS_BEGAN_BEFORE;
    }
    /* Of two statements that are both being stepped one works inside the other, for a function of
    ** it, and it is the later one that does. */
    if (found.any_before)
        return is_stepped ? RUNS_BEGAN_LATER : RUNS_UNCLEAR;
    const struct run *run = found.only ? find_run(runs, found.only) : NULL;
    bool is_first_step =
        is_stepped && found.count == 1 && run && sqlite3_stmt_readonly(found.only) &&
        run_count(found.only) == run->count + 1 && step_count(found.only) == run->steps;
    return is_first_step ? RUNS_JUST_BEGUN : RUNS_BEGAN_LATER;
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
