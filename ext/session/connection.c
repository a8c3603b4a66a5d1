#include "session/connection.h"
#include "base/error.h"
#include "base/memory.h"
#include "release/memo.h"
#include "report/builtin.h"
#include "session/runs.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

_Static_assert((int)ERROR_NONE == SQLITE_OK && (int)ERROR_INPUT == SQLITE_ERROR &&
                   (int)ERROR_MEMORY == SQLITE_NOMEM && (int)ERROR_INTERRUPT == SQLITE_INTERRUPT &&
                   (int)ERROR_TOO_BIG == SQLITE_TOOBIG,
               "the codes of base/error.h are SQLite's");

/* Data of a function that are kept to the end of the statement's run, not as long as an argument
** stays the same. */
enum { KEPT_FOR_THE_RUN = -1 };

/* The report of a table over files. */
struct kept {
    struct kept *next;
    struct holding *holding; /* retained */
    char key[];
};

struct connection {
    sqlite3 *db;
    const struct connection_door *door;
    bool opens_files;
    unsigned references;
    struct holding builtin; /* its first reference is the connection's, so it is never freed */
    struct holding *current;
    struct holding *waiting; /* reports that nobody refers to, for no statement to run */
    struct runs *runs;       /* owned; as of the last change of the report; NULL before */
    unsigned era;            /* how often the report has changed */
    unsigned cursors;        /* that are open */
    bool is_stale;           /* statements that rest may have been prepared over a former report */
    struct kept *kept;       /* owned */
    struct release_memo *memo; /* owned; NULL until it is first asked for */
};

struct connection *connection_new(sqlite3 *db, const struct connection_door *door,
                                  bool opens_files) {
    struct connection *connection = memory_alloc(sizeof *connection);
    if (!connection)
        return NULL;
    assert(report_is_valid(builtin_report())); /* the build chose the target's byte order */
    *connection = (struct connection){.db = db,
                                      .door = door,
                                      .opens_files = opens_files,
                                      .references = 1,
                                      .builtin = {.report = builtin_report(), .references = 1}};
    connection->current = holding_retain(&connection->builtin);
    return connection;
}

const struct connection_door *connection_door(const struct connection *connection) {
    return connection->door;
}

bool connection_opens_files(const struct connection *connection) {
    return connection->opens_files;
}

struct connection *connection_retain(struct connection *connection) {
    connection->references++;
    return connection;
}

static void free_waiting(struct connection *connection) {
    while (connection->waiting) {
        struct holding *holding = connection->waiting;
        connection->waiting = holding->next;
        holding_free(holding);
    }
}

/* Counts one less, for nobody that could still be shown what the report holds. */
static void drop(void *connection, struct holding *holding) {
    (void)connection;
    if (--holding->references == 0)
        holding_free(holding);
}

/* The last reference is that of something that was registered with the handle, or of a table: no
** statement is left, and the handle may be half closed. */
void connection_release(void *pointer) {
    struct connection *connection = pointer;
    if (--connection->references)
        return;
    drop(connection, connection->current);
    runs_give_back(connection->runs, connection->db, false, drop, connection);
    while (connection->kept) {
        struct kept *kept = connection->kept;
        connection->kept = kept->next;
        drop(connection, kept->holding);
        memory_free(kept);
    }
    free_waiting(connection);
    memory_free(connection->runs);
    memory_free(connection->memo);
    memory_free(connection);
}

sqlite3 *connection_db(const struct connection *connection) {
    return connection->db;
}

struct holding *connection_current(struct connection *connection) {
    return connection->current;
}

const struct report *connection_report(const struct connection *connection) {
    return connection->current->report;
}

unsigned connection_era(const struct connection *connection) {
    return connection->era;
}

struct release_memo *connection_memo(struct connection *connection) {
    if (!connection->memo)
        connection->memo = release_memo_new();
    return connection->memo;
}

void connection_let_go(struct connection *connection, struct holding *holding) {
    if (!holding || --holding->references)
        return;
    assert(holding->owned); /* the connection itself refers to the built-in one */
    if (holding->is_shown && runs_any(connection->db)) {
        holding->next = connection->waiting;
        connection->waiting = holding;
    } else {
        holding_free(holding);
    }
}

static void let_go(void *connection, struct holding *holding) {
    connection_let_go(connection, holding);
}

void connection_sweep(struct connection *connection) {
    runs_give_back(connection->runs, connection->db, true, let_go, connection);
    if (connection->waiting && !runs_any(connection->db))
        free_waiting(connection);
}

/* Called when the one statement that still runs comes to its end: SQLite shall prepare every
** statement again before its next run. It does so when a setting has changed, to whatever it was
** before. A statement that runs on would fail then, with SQLITE_ABORT, should it open a table that
** is not virtual. */
static void renew(struct connection *connection, bool is_reader) {
    sqlite3 *db = connection->db;
    int is_on;
    if (!connection->is_stale || !runs_no_other(db, is_reader) ||
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_QPSG, -1, &is_on) != SQLITE_OK ||
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_QPSG, !is_on, NULL) != SQLITE_OK ||
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_QPSG, is_on, NULL) != SQLITE_OK)
        return;
    connection->is_stale = false;
}

static void loader_ends(void *connection) {
    renew(connection, false);
    connection_release(connection);
}

void connection_renew_behind(struct connection *connection, sqlite3_context *context) {
    /* SQLite may call it here: without memory, or in the place of one from an earlier call. */
    connection->is_stale = false;
    sqlite3_set_auxdata(context, KEPT_FOR_THE_RUN, connection_retain(connection), loader_ends);
    connection->is_stale = true;
}

void connection_opened(struct connection *connection) {
    connection->cursors++;
}

/* A statement that only reads closes its cursors when it ends; until then it opens one again before
** it closes it. One that writes closes those of a trigger when that has been carried out. */
void connection_closed(struct connection *connection) {
    if (--connection->cursors == 0)
        renew(connection, true);
}

const sqlite3_stmt *connection_prepared(struct connection *connection) {
    return runs_prepared(connection->runs, connection->db);
}

int connection_choose(struct connection *connection, const struct runs_plan *plan,
                      struct holding **chosen) {
    *chosen = connection->current;
    switch (runs_opener(connection->runs, connection->db, plan, chosen)) {
    case RUNS_JUST_BEGUN:
        return SQLITE_SCHEMA;
    case RUNS_BEGAN_LATER:
    case RUNS_BEGAN_BEFORE:
        return SQLITE_OK;
    case RUNS_UNCLEAR:
        break;
    }
    return SQLITE_ABORT;
}

/* --- Reports of tables over files --- */

static struct kept **find_kept(struct connection *connection, const char *key) {
    struct kept **link = &connection->kept;
    while (*link && strcmp((*link)->key, key) != 0)
        link = &(*link)->next;
    return link;
}

struct holding *connection_kept(struct connection *connection, const char *key) {
    struct kept *kept = *find_kept(connection, key);
    return kept ? kept->holding : NULL;
}

int connection_keep(struct connection *connection, const char *key, struct holding *holding) {
    size_t size = strlen(key) + 1;
    struct kept *kept = memory_alloc(sizeof *kept + size);
    if (!kept)
        return SQLITE_NOMEM;
    connection_keep_no_more(connection, key);
    kept->next = connection->kept;
    kept->holding = holding_retain(holding);
    memcpy(kept->key, key, size);
    connection->kept = kept;
    return SQLITE_OK;
}

void connection_keep_no_more(struct connection *connection, const char *key) {
    struct kept **link = find_kept(connection, key), *kept = *link;
    if (!kept)
        return;
    *link = kept->next;
    connection_let_go(connection, kept->holding);
    memory_free(kept);
}

/* --- The current report --- */

static bool is_current(const struct connection *connection, const struct report *report) {
    if (!report)
        return connection->current == &connection->builtin;
    const struct report *current = connection_report(connection);
    return current->size == report->size && memcmp(current, report, report->size) == 0;
}

/* Takes over what is to be current from now on and the notes of what runs. */
static void change(struct connection *connection, struct holding *next, struct runs *runs) {
    struct holding *former = connection->current;
    connection->current = next;
    connection->era++;
    runs_give_back(connection->runs, connection->db, false, let_go, connection);
    memory_free(connection->runs);
    connection->runs = runs;
    connection_let_go(connection, former);
}

int connection_use(struct connection *connection, struct report *report) {
    /* Loading what is loaded must change nothing: a statement that calls wmi_load() and is then
    ** prepared again by SQLite, for a reason of its own, has to come to rest. */
    if (is_current(connection, report)) {
        memory_free(report);
        return SQLITE_OK;
    }
    struct holding *next = report ? holding_new(report) : holding_retain(&connection->builtin);
    if (!next)
        return SQLITE_NOMEM;
    /* What can fail comes before what changes. */
    int code = SQLITE_NOMEM;
    struct runs *runs =
        runs_note(connection->db, connection->runs, connection->current, connection->era);
    if (runs)
        code = connection->door->changed(connection);
    if (code == SQLITE_OK) {
        change(connection, next, runs);
        return SQLITE_OK;
    }
    runs_give_back(runs, connection->db, false, let_go, connection);
    memory_free(runs);
    connection_let_go(connection, next);
    return code;
}
