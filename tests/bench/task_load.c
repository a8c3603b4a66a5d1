/* Loading: time by the byte, beside libcsv and beside our other formats; and memory. */
#include "bench.h"
#include "file.h"
#include "loading.h"

#include <stdio.h>
#include <string.h>

bool loading_before(void *context, uint64_t *answer) {
    struct loading *loading = context;
    *answer = 0;
    query_exec(loading->db, "SELECT wmi_load(NULL)");
    return true;
}

bool loading_run(void *context, uint64_t *answer) {
    struct loading *loading = context;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(loading->db, "SELECT wmi_load(?)", -1, &statement, NULL) != SQLITE_OK)
        bench_die("%s", sqlite3_errmsg(loading->db));
    sqlite3_bind_text(statement, 1, loading->path, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_ROW)
        bench_die("%s", sqlite3_errmsg(loading->db));
    *answer = (uint64_t)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return true;
}

/* libcsv must have seen the rows that we have, and the header. */
static void compare_rows(sqlite3 *db, struct file *file) {
    uint64_t rows;
    query_exec(db, "SELECT wmi_load(%Q)", file->path);
    libcsv_run(file, &rows);
    if ((sqlite3_int64)rows - 1 != query_number(db, "SELECT rows_read FROM wmi_report"))
        bench_wrong("%s: libcsv counts %llu rows, we otherwise", file->path,
                    (unsigned long long)rows);
}

static void beside_libcsv(sqlite3 *db) {
    struct file file = file_read(bench.report);
    struct loading loading = {db, bench.report};
    const struct side sides[] = {
        {"wmi_load", loading_run, &loading, loading_before, 0, 0, false},
        {"libcsv alone, callbacks that count", libcsv_run, &file, NULL, 0, 1.60, true},
        {"memcpy of the file", file_copy, &file, NULL, 0, 0, true},
    };
    compare_rows(db, &file);
    timing_contest("wmi_load of the full report", sides, COUNT(sides));
    file_free(&file);
}

static void beside_duckdb(sqlite3 *db) {
    char sql[1024];
    struct loading loading = {db, bench.report};
    if (!duckdb_start())
        return;
    snprintf(sql, sizeof sql,
             "CREATE OR REPLACE TABLE r AS SELECT * FROM read_csv('%s', header = true)",
             bench.report);
    duckdb_exec(sql);
    const struct side sides[] = {
        {"wmi_load", loading_run, &loading, loading_before, 0, 0, false},
        {"DuckDB, read_csv into a table", duckdb_run, sql, NULL, 0, 0, true},
    };
    timing_contest("wmi_load of the full report", sides, COUNT(sides));
    duckdb_stop();
}

/* Bytes that SQLite's allocator gives to a loaded report. */
static void memory(sqlite3 *db) {
    double file = file_size(bench.report);
    query_exec(db, "SELECT wmi_load(NULL)");
    sqlite3_int64 before = sqlite3_memory_used();
    sqlite3_memory_highwater(1);
    query_exec(db, "SELECT wmi_load(%Q)", bench.report);
    double loaded = (double)(sqlite3_memory_used() - before);
    double most = (double)(sqlite3_memory_highwater(0) - before);
    print_row("memory of the loaded full report", loaded, "the file", file, 0.50, UNIT_BYTES);
    print_row("most memory while it loads", most, "the file", file, 0, UNIT_BYTES);
}

/* The same report in other forms, by the byte. */
static void formats(sqlite3 *db) {
    static const struct {
        const char *task, *path, *peer, *peer_path;
        double to_reach;
    } forms[] = {
        {"class page, by the byte", "page.md", "the same rows as CSV", "page.csv", 1.00},
        {"collection, by the byte", "Collected_26100.csv", "CSV report", "report.csv", 1.00},
        {"folder of a page for each class, by the byte", "pages", "as one page", "page.md", 1.50},
        {"folder of a page for each class, by the byte", "pages", "as one CSV", "report.csv", 0},
        {"folder of padded pages, by the byte", "pages_padded", "as one CSV", "report.csv", 0},
    };
    for (size_t i = 0; i < COUNT(forms); i++) {
        char path[512], peer[512];
        snprintf(path, sizeof path, "%s/%s", bench.data, forms[i].path);
        snprintf(peer, sizeof peer, "%s/%s", bench.data, forms[i].peer_path);
        struct loading ours = {db, path}, other = {db, peer};
        const struct side sides[] = {
            {forms[i].path, loading_run, &ours, loading_before, file_size(path), 0, false},
            {forms[i].peer, loading_run, &other, loading_before, file_size(peer), forms[i].to_reach,
             true},
        };
        timing_contest(forms[i].task, sides, COUNT(sides));
    }
}

/* Folder and CSV hold the same members with the same cells. */
static void compare_forms(sqlite3 *db) {
    sqlite3 *other = query_open(true);
    query_exec(db, "SELECT wmi_load('%q/pages')", bench.data);
    query_exec(other, "SELECT wmi_load('%q/report.csv')", bench.data);
    query_compare(db, "SELECT * FROM wmi_availability", other, "SELECT * FROM wmi_availability");
    sqlite3_close(other);
}

void task_load(void) {
    sqlite3 *db = query_open(true);
    if (bench.report) {
        beside_libcsv(db);
        beside_duckdb(db);
        memory(db);
    } else {
        print_skipped("wmi_load of the full report, memory", "no full report");
    }
    compare_forms(db);
    formats(db);
    sqlite3_close(db);
    task_sizes();
}
