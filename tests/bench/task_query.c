/* Questions to a report that is there: filters, joins, scans. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

/* --- Queries, each over tables of several makes --- */

struct alternative {
    const char *name, *sql;
    double to_reach;
    bool differs;
};

/* Ours first. Which one is DuckDB's, its name says. */
static void contest(sqlite3 *db, const char *what, const char *task, bool goals, bool duckdb,
                    const struct alternative *alternatives, size_t count) {
    struct side sides[SIDES_MAX];
    struct query queries[SIDES_MAX] = {{0}};
    char title[96];
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        const struct alternative *alternative = &alternatives[i];
        bool is_duckdb = strcmp(alternative->name, "DuckDB") == 0;
        if (is_duckdb && !duckdb)
            continue;
        queries[used] = (struct query){db, alternative->sql, NULL, 0};
        sides[used] = (struct side){.name = alternative->name,
                                    .run = is_duckdb ? duckdb_run : query_run,
                                    .context = is_duckdb ? (void *)(uintptr_t)alternative->sql
                                                         : (void *)&queries[used],
                                    .to_reach = goals ? alternative->to_reach : 0,
                                    .differs = alternative->differs || is_duckdb};
        used++;
    }
    snprintf(title, sizeof title, "%s%s", what, task);
    timing_contest(title, sides, used);
    for (size_t i = 0; i < used; i++)
        query_end(&queries[i]);
}

#define BOTH(table) "SELECT count(*) FROM " table " WHERE build_26100 = 1 AND build_14393 = 0"
#define JOIN(table)                                                                                \
    "SELECT count(*), sum(a.available) FROM inventory AS i JOIN " table                            \
    " AS a ON a.class = i.class AND a.member = i.member AND a.build = i.build"
#define ABSENT(table) JOIN(table) " WHERE a.available = 0"
#define ONE(table)    "SELECT member FROM " table
#define ALL(table)    "SELECT " PEERS_COLUMNS " FROM " table

#define CSV_BOTH "SELECT count(*) FROM csv_report WHERE [26100] = '✅' AND [14393] = '❌'"

static void filters(sqlite3 *db, const char *what, bool goals, bool duckdb) {
    static const struct alternative alternatives[] = {
        {"wmi_members", BOTH("wmi_members"), 0, false},
        {"ordinary table, integers", BOTH("rows_nocase"), 0.02, false},
        {"WITHOUT ROWID, integers", BOTH("keyed_nocase"), 0, false},
        {"ordinary table, text marks",
         "SELECT count(*) FROM rows_text WHERE build_26100 = '✅' AND build_14393 = '❌'", 0, false},
        {"DuckDB", BOTH("members"), 0, false},
        {"csv virtual table", CSV_BOTH, 0, true},
    };
    size_t count = COUNT(alternatives) - !query_works(db, CSV_BOTH);
    contest(db, what, "count(*) on two builds", goals, duckdb, alternatives, count);
}

static void joins(sqlite3 *db, const char *what, bool goals, bool duckdb) {
    static const struct alternative join[] = {
        {"wmi_availability", JOIN("wmi_availability"), 0, false},
        {"ordinary long table, NOCASE key", JOIN("long_nocase"), 0.33, false},
        {"ordinary long table, BINARY key", JOIN("long_binary"), 0, false},
        {"DuckDB", JOIN("availability"), 0, false},
    };
    static const struct alternative function[] = {
        {"available_on()",
         "SELECT count(*), 0 FROM inventory WHERE available_on(class, member, build) = 0", 0,
         false},
        {"a scan that reads the three columns", "SELECT class, member, build FROM inventory", 1.30,
         true},
        {"a function that does nothing",
         "SELECT count(*), 0 FROM inventory WHERE bench_nothing(class, member, build) = 0", 0,
         true},
        {"ordinary long table, NOCASE key", ABSENT("long_nocase"), 0, false},
    };
    contest(db, what, "join of 1,000,000 inventory rows", goals, duckdb, join, COUNT(join));
    contest(db, what, "available_on() = 0, 1,000,000 inventory rows", goals, duckdb, function,
            COUNT(function));
}

static void scans(sqlite3 *db, const char *what, bool goals, bool duckdb) {
    static const struct alternative one[] = {
        {"wmi_members", ONE("wmi_members"), 0, false},
        {"ordinary table", ONE("rows_nocase"), 0.80, false},
        {"WITHOUT ROWID", ONE("keyed_nocase"), 0, false},
    };
    static const struct alternative all[] = {
        {"wmi_members", ALL("wmi_members"), 0, false},
        {"ordinary table", ALL("rows_nocase"), 1.10, false},
        {"WITHOUT ROWID", ALL("keyed_nocase"), 0, false},
        {"ordinary table, text marks", ALL("rows_text"), 0, true},
    };
    contest(db, what, "full scan, one text column", goals, duckdb, one, COUNT(one));
    contest(db, what, "full scan, 13 columns", goals, duckdb, all, COUNT(all));
}

/* --- All of them --- */

static void nothing(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_int(context, 0);
}

/* The peers hold the same as our tables, to the last byte. */
static void compare(sqlite3 *db) {
    query_compare(db, ALL("wmi_members"), db, ALL("rows_nocase"));
    query_compare(db, ALL("wmi_members"), db, ALL("keyed_binary"));
    query_compare(db, "SELECT class, member, build, available FROM wmi_availability", db,
                  "SELECT * FROM long_nocase");
}

/* The report itself through SQLite's csv virtual table. */
static void open_csv(sqlite3 *db) {
    if (!bench.csv || !bench.report ||
        sqlite3_load_extension(db, bench.csv, NULL, NULL) != SQLITE_OK)
        return;
    query_exec(db, "CREATE VIRTUAL TABLE temp.csv_report USING csv(filename=%Q, header=yes)",
               bench.report);
}

/* DuckDB's answers are compared here, once: they come as one number. */
static void duckdb_compare(sqlite3 *db) {
    uint64_t answer;
    char sql[] =
        "SELECT count(*) + 3 * sum(a.available) FROM inventory AS i JOIN availability AS a "
        "ON a.class = i.class AND a.member = i.member AND a.build = i.build";
    char both[] = BOTH("members");
    duckdb_run(sql, &answer);
    if ((sqlite3_int64)answer !=
        query_number(db, "SELECT n + 3 * s FROM (SELECT count(*) AS n, sum(a.available) AS s FROM "
                         "inventory AS i JOIN wmi_availability AS a ON a.class = i.class AND "
                         "a.member = i.member AND a.build = i.build)"))
        bench_wrong("the join of the inventory: DuckDB answers otherwise");
    duckdb_run(both, &answer);
    if ((sqlite3_int64)answer != query_number(db, BOTH("wmi_members")))
        bench_wrong("count(*) on two builds: DuckDB answers otherwise");
}

void task_queries(sqlite3 *db, const char *what, bool goals) {
    bool duckdb = duckdb_start();
    sqlite3_create_function(db, "bench_nothing", 3, SQLITE_UTF8 | SQLITE_INNOCUOUS, NULL, nothing,
                            NULL, NULL);
    peers_fill(db);
    peers_inventory(db, 1000000);
    compare(db);
    if (duckdb) {
        duckdb_fill(db, "members", ALL("rows_nocase"));
        duckdb_fill(db, "availability", "SELECT * FROM long_nocase");
        duckdb_fill(db, "inventory", "SELECT * FROM inventory");
        duckdb_compare(db);
    }
    if (goals)
        open_csv(db);
    task_look_ups(db, what, goals, duckdb);
    filters(db, what, goals, duckdb);
    joins(db, what, goals, duckdb);
    scans(db, what, goals, duckdb);
    duckdb_stop();
}
