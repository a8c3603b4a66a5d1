/* Peers inside SQLite: ordinary tables with the same rows, and the inventories to join. */
#include "bench.h"

#include <stdio.h>

uint32_t peers_random(uint64_t *state) {
    uint64_t next = *state;
    next ^= next << 13;
    next ^= next >> 7;
    next ^= next << 17;
    *state = next;
    return (uint32_t)(next >> 32);
}

/* A table with the columns that the tasks read. `tail` follows the columns. */
static void create(sqlite3 *db, const char *name, const char *collation, const char *type,
                   const char *key, const char *tail) {
    query_exec(db,
               "CREATE TABLE %s(class TEXT COLLATE %s, member TEXT COLLATE %s, type TEXT,"
               " category TEXT, access TEXT, description TEXT, description_en TEXT,"
               " build_26100 %s, build_22621 %s, build_20348 %s, build_19045 %s, build_17763 %s,"
               " build_14393 %s%s)%s",
               name, collation, collation, type, type, type, type, type, type, key, tail);
}

#define MARK(build) " CASE build_" #build " WHEN 1 THEN '✅' WHEN 0 THEN '❌' ELSE '' END"
#define TEXT_MARKS                                                                                 \
    MARK(26100) "," MARK(22621) "," MARK(20348) "," MARK(19045) "," MARK(17763) "," MARK(14393)

void peers_fill(sqlite3 *db) {
    static const char *const collations[] = {"nocase", "binary"};
    query_exec(db, "BEGIN");
    for (size_t i = 0; i < COUNT(collations); i++) {
        const char *collation = collations[i];
        char name[32];
        snprintf(name, sizeof name, "keyed_%s", collation);
        create(db, name, collation, "INTEGER", ", PRIMARY KEY(class, member)", " WITHOUT ROWID");
        query_exec(db, "INSERT INTO %s SELECT " PEERS_COLUMNS " FROM wmi_members", name);
        snprintf(name, sizeof name, "rows_%s", collation);
        create(db, name, collation, "INTEGER", "", "");
        query_exec(db, "INSERT INTO %s SELECT " PEERS_COLUMNS " FROM wmi_members", name);
        query_exec(db, "CREATE UNIQUE INDEX %s_key ON %s(class, member)", name, name);
        query_exec(db,
                   "CREATE TABLE long_%s(class TEXT COLLATE %s, member TEXT COLLATE %s,"
                   " build INTEGER, available INTEGER, PRIMARY KEY(class, member, build))"
                   " WITHOUT ROWID",
                   collation, collation, collation);
        query_exec(
            db, "INSERT INTO long_%s SELECT class, member, build, available FROM wmi_availability",
            collation);
    }
    create(db, "rows_text", "nocase", "TEXT", "", "");
    query_exec(db, "INSERT INTO rows_text SELECT class, member, type, category, access,"
                   " description, description_en," TEXT_MARKS " FROM wmi_members");
    query_exec(db, "COMMIT");
}

/* Inserts `rows` rows of texts and a number, which `next` binds. */
static void insert(sqlite3 *db, const char *sql, int rows,
                   void (*next)(sqlite3_stmt *statement, void *context), void *context) {
    sqlite3_stmt *statement = NULL;
    query_exec(db, "BEGIN");
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_die("%s: %s", sql, sqlite3_errmsg(db));
    for (int i = 0; i < rows; i++) {
        next(statement, context);
        if (sqlite3_step(statement) != SQLITE_DONE)
            bench_die("%s: %s", sql, sqlite3_errmsg(db));
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    query_exec(db, "COMMIT");
}

struct inventory {
    uint64_t state;
    uint32_t members;
    sqlite3_stmt *member; /* class and member of a rowid */
};

/* A member that the report has, on a build; one in fifty is misspelt or on an unknown build. */
static void next_use(sqlite3_stmt *statement, void *context) {
    static const int builds[] = {26100, 22621, 20348, 19045, 17763, 14393};
    struct inventory *inventory = context;
    uint32_t odd = peers_random(&inventory->state) % 100;
    sqlite3_bind_int64(inventory->member, 1,
                       peers_random(&inventory->state) % inventory->members + 1);
    sqlite3_step(inventory->member);
    sqlite3_bind_value(statement, 1, sqlite3_column_value(inventory->member, 0));
    if (odd == 0)
        sqlite3_bind_text(statement, 2, "Enabeld", -1, SQLITE_STATIC);
    else
        sqlite3_bind_value(statement, 2, sqlite3_column_value(inventory->member, 1));
    int build = odd == 1 ? 99999 : builds[peers_random(&inventory->state) % COUNT(builds)];
    sqlite3_bind_int(statement, 3, build);
    sqlite3_reset(inventory->member);
}

void peers_inventory(sqlite3 *db, int rows) {
    struct inventory inventory = {UINT64_C(0x9e3779b97f4a7c15), 0, NULL};
    inventory.members = (uint32_t)query_number(db, "SELECT count(*) FROM rows_nocase");
    if (sqlite3_prepare_v2(db, "SELECT class, member FROM rows_nocase WHERE rowid = ?", -1,
                           &inventory.member, NULL) != SQLITE_OK)
        bench_die("%s", sqlite3_errmsg(db));
    query_exec(db, "CREATE TABLE inventory(class TEXT, member TEXT, build INTEGER)");
    insert(db, "INSERT INTO inventory VALUES(?, ?, ?)", rows, next_use, &inventory);
    sqlite3_finalize(inventory.member);
}

/* A version as Active Directory, SCCM, osquery, `ver` or Intune write it. */
static void next_host(sqlite3_stmt *statement, void *context) {
    static const struct {
        const char *os;
        int build;
    } hosts[] = {
        {"10.0.26100", 26100},
        {"10.0.22621.4317", 22621},
        {"10.0 (20348)", 20348},
        {"10.0 (17763)", 17763},
        {"19045", 19045},
        {"Microsoft Windows [Version 10.0.26100.4652]", 26100},
        {"Windows Server 2019", 17763},
        {"Microsoft Windows Server 2016 Datacenter", 14393},
        {"10.0.19045.5011", 19045},
        {"10.0.14393", 14393},
    };
    uint64_t *state = context;
    size_t host = peers_random(state) % COUNT(hosts);
    sqlite3_bind_text(statement, 1, hosts[host].os, -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 2, hosts[host].build);
}

void peers_hosts(sqlite3 *db, int rows) {
    uint64_t state = UINT64_C(0x2545f4914f6cdd1d);
    query_exec(db, "CREATE TABLE hosts(os TEXT, build INTEGER)");
    insert(db, "INSERT INTO hosts VALUES(?, ?)", rows, next_host, &state);
}
