/* Statements that live side by side while the report changes, in an order that chance gives: each
** gives the rows of the report that was current when its run began, all of them and no other. Seldom it
** is refused. */
#include "sql_helper.h"

#include <stdbool.h>

/* Reports of different sizes, with and without odd names, and builds that the others have not. */
static const char *const reports[] = {SMALL, OTHER, "tests/fixtures/plans/odd_names.csv",
                                      "tests/fixtures/read/whole/members.csv"};

/* Tables are opened before the first row, behind it, anew for each row, and in joins. */
static const char *const queries[] = {
    "SELECT class, member FROM wmi_members",
    "SELECT source FROM wmi_report UNION ALL SELECT count(*) FROM wmi_members",
    "SELECT 7 UNION ALL SELECT count(*) FROM wmi_classes UNION ALL SELECT members FROM wmi_report",
    "SELECT class, (SELECT count(*) FROM wmi_classes AS k WHERE k.class = m.class) "
    "FROM wmi_members AS m",
    "SELECT a.class, b.build FROM wmi_classes AS a JOIN wmi_availability AS b ON b.class = a.class",
    "SELECT class FROM wmi_classes WHERE class IN (SELECT class FROM wmi_members)",
    "SELECT name, build_26100 FROM wmi_members WHERE build_26100 = 1 ORDER BY member DESC",
    "SELECT count(*) FROM wmi_members UNION ALL SELECT count(*) FROM wmi_availability UNION ALL "
    "SELECT count(*) FROM wmi_ranges",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 6) "
    "SELECT n, (SELECT count(*) FROM wmi_members WHERE length(class) > n) FROM r",
    "SELECT x.column1, (SELECT max(member) FROM wmi_members WHERE class = x.column1) "
    "FROM (VALUES ('Fan_Motor'), ('Zebra'), ('nothing')) AS x",
    "SELECT * FROM (SELECT 1 UNION ALL SELECT 2), wmi_report",
};

enum {
    REPORTS = sizeof reports / sizeof *reports,
    QUERIES = sizeof queries / sizeof *queries,
    ROUNDS = 40,
    STEPS = 250,
    LIVE = 6
};

/* A hash of the rows so far, and how many they are. */
struct rows {
    uint64_t hash;
    int count;
};

struct live {
    sqlite3_stmt *statement;
    int query, report; /* that was current when the run began */
    struct rows rows;
};

struct world {
    sqlite3 *db;
    uint32_t chance;
    int report; /* current */
    struct rows expected[REPORTS][QUERIES];
    struct live live[LIVE];
    int ended, refused;
};

static unsigned chance(struct world *world, unsigned below) {
    world->chance = world->chance * 1664525u + 1013904223u;
    return (world->chance >> 8) % below;
}

static void load(struct world *world, int report) {
    char *sql = sqlite3_mprintf("SELECT wmi_load(%Q)", reports[report]);
    run(world->db, sql);
    sqlite3_free(sql);
    world->report = report;
}

static void add_row(struct rows *rows, sqlite3_stmt *statement) {
    rows->count++;
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const char *text = (const char *)sqlite3_column_text(statement, i);
        for (text = text ? text : "\1"; *text; text++)
            rows->hash = (rows->hash ^ (unsigned char)*text) * 1099511628211u;
        rows->hash = (rows->hash ^ 2) * 1099511628211u;
    }
}

/* The rows of each query over each report, while nothing else runs. */
static void fill_expected(struct world *world) {
    sqlite3 *db = world->db;
    for (int i = 0; i < REPORTS; i++) {
        load(world, i);
        for (int j = 0; j < QUERIES; j++) {
            sqlite3_stmt *statement = prepare(db, queries[j]);
            while (sqlite3_step(statement) == SQLITE_ROW)
                add_row(&world->expected[i][j], statement);
            assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
        }
    }
}

static void step(struct world *world, struct live *live) {
    if (!live->rows.count)
        live->report = world->report;
    int code = sqlite3_step(live->statement);
    if (code == SQLITE_ROW) {
        add_row(&live->rows, live->statement);
        return;
    }
    if (code == SQLITE_ABORT && strstr(sqlite3_errmsg(world->db), "prepare it again")) {
        sqlite3_finalize(live->statement);
        *live = (struct live){0};
        world->refused++;
        return;
    }
    if (code != SQLITE_DONE)
        fail_msg("%s: %s", queries[live->query], sqlite3_errmsg(world->db));
    const struct rows *expected = &world->expected[live->report][live->query];
    if (live->rows.count != expected->count || live->rows.hash != expected->hash)
        fail_msg("%s over %s: found %d rows, or others, expected %d", queries[live->query],
                 reports[live->report], live->rows.count, expected->count);
    live->rows = (struct rows){0};
    sqlite3_reset(live->statement);
    world->ended++;
}

/* Prepares one anew, ends one early or steps one, which may begin it again. */
static void act(struct world *world) {
    struct live *live = &world->live[chance(world, LIVE)];
    unsigned act = chance(world, 100);
    if (act < 12) {
        load(world, (int)chance(world, REPORTS));
    } else if (!live->statement) {
        live->query = (int)chance(world, QUERIES);
        live->statement = prepare(world->db, queries[live->query]);
    } else if (act < 20) {
        sqlite3_finalize(live->statement);
        live->statement = NULL;
        live->rows = (struct rows){0};
    } else if (act < 25) {
        sqlite3_reset(live->statement);
        live->rows = (struct rows){0};
    } else {
        step(world, live);
    }
}

static void each_gives_the_rows_of_its_report(void **state) {
    struct world world = {.db = *state, .chance = 20251125};
    fill_expected(&world);
    for (int i = 0; i < ROUNDS; i++) {
        for (int j = 0; j < STEPS; j++)
            act(&world);
        for (int j = 0; j < LIVE; j++) {
            sqlite3_finalize(world.live[j].statement);
            world.live[j] = (struct live){0};
        }
    }
    assert_true(world.ended > 10 * ROUNDS);
    assert_in_range(world.refused, 0, world.ended / 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(each_gives_the_rows_of_its_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
