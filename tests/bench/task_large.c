/* A hundred times the data: does the time for a member stay what it is? */
#include "bench.h"
#include "file.h"
#include "loading.h"

#include <stdio.h>

static double members_of(sqlite3 *db) {
    return (double)query_number(db, "SELECT members FROM wmi_report");
}

static void loading(const char *small, const char *large) {
    sqlite3 *db = query_open(true);
    struct loading ours = {db, large}, peer = {db, small};
    query_exec(db, "SELECT wmi_load(%Q)", small);
    double few = members_of(db);
    query_exec(db, "SELECT wmi_load(%Q)", large);
    double many = members_of(db);
    const struct side sides[] = {
        {"100 times", loading_run, &ours, loading_before, many, 0, false},
        {"the report itself", loading_run, &peer, loading_before, few, 1.25, true},
    };
    timing_contest("100x: loading, by the member", sides, COUNT(sides));

    struct file file = file_read(large);
    const struct side beside[] = {
        {"wmi_load", loading_run, &ours, loading_before, 0, 0, false},
        {"libcsv alone, callbacks that count", libcsv_run, &file, NULL, 0, 0, true},
        {"memcpy of the file", file_copy, &file, NULL, 0, 0, true},
    };
    timing_contest("100x: wmi_load", beside, COUNT(beside));
    file_free(&file);

    query_exec(db, "SELECT wmi_load(NULL)");
    sqlite3_int64 before = sqlite3_memory_used();
    sqlite3_memory_highwater(1);
    query_exec(db, "SELECT wmi_load(%Q)", large);
    double loaded = (double)(sqlite3_memory_used() - before);
    double most = (double)(sqlite3_memory_highwater(0) - before);
    print_row("100x: memory of the loaded report", loaded, "the file", file_size(large), 0,
              UNIT_BYTES);
    print_row("100x: most memory while it loads", most, "the file", file_size(large), 0,
              UNIT_BYTES);
    sqlite3_close(db);
}

static void scanning(sqlite3 *few, sqlite3 *many) {
    static const char *const scans[][2] = {
        {"100x: scan of one text column, by the member", "SELECT member FROM wmi_members"},
        {"100x: scan of 13 columns, by the member", "SELECT " PEERS_COLUMNS " FROM wmi_members"},
        {"100x: count(*) on two builds, by the member",
         "SELECT count(*) FROM wmi_members WHERE build_26100 = 1 AND build_14393 = 0"},
    };
    for (size_t i = 0; i < COUNT(scans); i++) {
        struct query ours = {.db = many, .sql = scans[i][1]};
        struct query peer = {.db = few, .sql = scans[i][1]};
        const struct side sides[] = {
            {"100 times", query_run, &ours, NULL, members_of(many), 0, false},
            {"the report itself", query_run, &peer, NULL, members_of(few), 1.25, true},
        };
        timing_contest(scans[i][0], sides, COUNT(sides));
        query_end(&ours);
        query_end(&peer);
    }
}

void task_large(void) {
    char small[512], large[512];
    snprintf(small, sizeof small, "%s/report.csv", bench.data);
    snprintf(large, sizeof large, "%s/report_100.csv", bench.data);
    loading(small, large);
    sqlite3 *few = query_open(true), *many = query_open(true);
    query_exec(few, "SELECT wmi_load(%Q)", small);
    query_exec(many, "SELECT wmi_load(%Q)", large);
    scanning(few, many);
    sqlite3_close(few);
    task_queries(many, "100x: ", false);
    sqlite3_close(many);
}
