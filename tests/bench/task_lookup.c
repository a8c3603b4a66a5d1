/* Look-ups of a class and member, with random keys. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

enum { KEYS = 20000, DUCKDB_KEYS = 1000 };

struct key {
    char *class_name, *member;
};

static struct key keys[KEYS];

static void free_keys(void) {
    for (int i = 0; i < KEYS; i++) {
        sqlite3_free(keys[i].class_name);
        sqlite3_free(keys[i].member);
    }
    memset(keys, 0, sizeof keys);
}

/* Random keys, drawn from the rows of the table. */
static void draw_keys(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    uint64_t state = 88172645463325252u;
    uint32_t members = (uint32_t)query_number(db, "SELECT count(*) FROM rows_nocase");
    if (sqlite3_prepare_v2(db, "SELECT class, member FROM rows_nocase WHERE rowid = ?", -1,
                           &statement, NULL) != SQLITE_OK)
        bench_die("%s", sqlite3_errmsg(db));
    for (int i = 0; i < KEYS; i++) {
        sqlite3_bind_int64(statement, 1, peers_random(&state) % members + 1);
        sqlite3_step(statement);
        keys[i].class_name = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
        keys[i].member = sqlite3_mprintf("%s", sqlite3_column_text(statement, 1));
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
}

/* A side: looks every key up with one prepared statement. */
static bool run_keys(void *context, uint64_t *answer) {
    struct query *query = context;
    if (!query->statement &&
        sqlite3_prepare_v2(query->db, query->sql, -1, &query->statement, NULL) != SQLITE_OK)
        bench_die("%s: %s", query->sql, sqlite3_errmsg(query->db));
    *answer = 0;
    for (int i = 0; i < KEYS; i++) {
        sqlite3_bind_text(query->statement, 1, keys[i].class_name, -1, SQLITE_STATIC);
        sqlite3_bind_text(query->statement, 2, keys[i].member, -1, SQLITE_STATIC);
        int code = sqlite3_step(query->statement);
        if (code == SQLITE_ROW)
            *answer += (uint64_t)sqlite3_column_int64(query->statement, 0) + 1;
        else if (code != SQLITE_DONE)
            return false;
        sqlite3_reset(query->statement);
    }
    return true;
}

#define LOOK_UP(table) "SELECT build_14393 FROM " table " WHERE class = ? AND member = ?"

/* DuckDB's keys are fewer: each of its look-ups takes a thousand times as long. */
static void beside_duckdb(sqlite3 *db, const char *task) {
    static char sql[] = LOOK_UP("members");
    struct query ours = {.db = db, .sql = LOOK_UP("wmi_members")};
    const struct side sides[] = {
        {"wmi_members", run_keys, &ours, NULL, KEYS, 0, false},
        {"DuckDB", duckdb_lookup, sql, NULL, DUCKDB_KEYS, 0, true},
    };
    duckdb_keys(db, "SELECT class, member FROM rows_nocase WHERE rowid % 7 = 3 LIMIT 1000");
    timing_contest(task, sides, COUNT(sides));
    query_end(&ours);
}

void task_look_ups(sqlite3 *db, const char *what, bool goals, bool duckdb) {
    static const struct {
        const char *name, *sql;
        double to_reach;
        bool differs;
    } ways[] = {
        {"wmi_members", LOOK_UP("wmi_members"), 0, false},
        {"WITHOUT ROWID, NOCASE", LOOK_UP("keyed_nocase"), 0.50, false},
        {"WITHOUT ROWID, BINARY", LOOK_UP("keyed_binary"), 0, false},
        {"rowid and index, NOCASE", LOOK_UP("rows_nocase"), 0, false},
        {"rowid and index, BINARY", LOOK_UP("rows_binary"), 0, false},
        {"our available_on() instead", "SELECT available_on(?, ?, 14393)", 0, false},
        {"a statement without a table", "SELECT 1 FROM (SELECT ? AS a, ? AS b) WHERE a = b", 0,
         true},
    };
    struct query queries[COUNT(ways)] = {{0}};
    struct side sides[COUNT(ways)];
    char task[96];
    snprintf(task, sizeof task, "%sprepared look-up of (class, member)", what);
    for (size_t i = 0; i < COUNT(ways); i++) {
        queries[i] = (struct query){.db = db, .sql = ways[i].sql};
        sides[i] = (struct side){.name = ways[i].name,
                                 .run = run_keys,
                                 .context = &queries[i],
                                 .units = KEYS,
                                 .to_reach = goals ? ways[i].to_reach : 0,
                                 .differs = ways[i].differs};
    }
    draw_keys(db);
    timing_contest(task, sides, COUNT(sides));
    for (size_t i = 0; i < COUNT(ways); i++)
        query_end(&queries[i]);
    if (duckdb)
        beside_duckdb(db, task);
    free_keys();
}
