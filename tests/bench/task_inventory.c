/* What inventories hold: raw version strings. */
#include "bench.h"

#define HOSTS(build)                                                                               \
    "SELECT count(*), sum(a.available) FROM hosts AS h JOIN wmi_availability AS a"                 \
    " ON a.class = 'Msvm_ComputerSystem' AND a.member = 'EnabledState' AND a.build = " build
#define CALLS(os)                                                                                  \
    "SELECT count(*), sum(available_on('Msvm_ComputerSystem', 'EnabledState', " os ")) FROM hosts"

static void compete(sqlite3 *db, const char *task, const char *raw, const char *plain,
                    double to_reach) {
    struct query ours = {.db = db, .sql = raw}, peer = {.db = db, .sql = plain};
    const struct side sides[] = {
        {"raw version strings", query_run, &ours, NULL, 0, 0, false},
        {"the same with plain integers", query_run, &peer, NULL, 0, to_reach, false},
    };
    timing_contest(task, sides, COUNT(sides));
    query_end(&ours);
    query_end(&peer);
}

void task_inventory(sqlite3 *db) {
    peers_hosts(db, 1000000);
    compete(db, "join of 1,000,000 hosts through wmi_build()", HOSTS("wmi_build(h.os)"),
            HOSTS("h.build"), 1.50);
    compete(db, "available_on() with the versions of 1,000,000 hosts", CALLS("os"), CALLS("build"),
            0);
}
