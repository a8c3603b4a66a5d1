#include "session/connection.h"
#include "base/error.h"
#include "base/memory.h"
#include "release/memo.h"
#include "report/builtin.h"

#include <stdbool.h>
#include <string.h>

_Static_assert((int)ERROR_NONE == SQLITE_OK && (int)ERROR_INPUT == SQLITE_ERROR &&
                   (int)ERROR_MEMORY == SQLITE_NOMEM && (int)ERROR_INTERRUPT == SQLITE_INTERRUPT &&
                   (int)ERROR_TOO_BIG == SQLITE_TOOBIG,
               "the codes of base/error.h are SQLite's");

/* A report that was loaded, current or retired. */
struct loaded {
    struct report *report; /* owned */
    struct loaded *older;
};

struct connection {
    sqlite3 *db;
    connection_changed *changed;
    unsigned references;
    unsigned generation;
    unsigned readers;
    struct loaded *loaded; /* the newest first; the first is current unless the built-in one is */
    bool uses_builtin;
    struct release_memo *memo; /* owned; NULL until it is first asked for */
};

struct connection *connection_new(sqlite3 *db, connection_changed *changed) {
    struct connection *connection = memory_alloc(sizeof *connection);
    if (connection)
        *connection = (struct connection){
            .db = db, .changed = changed, .references = 1, .uses_builtin = true};
    return connection;
}

struct connection *connection_retain(struct connection *connection) {
    connection->references++;
    return connection;
}

/* Frees `loaded` and all that are older. */
static void free_loaded(struct loaded *loaded) {
    while (loaded) {
        struct loaded *older = loaded->older;
        memory_free(loaded->report);
        memory_free(loaded);
        loaded = older;
    }
}

void connection_release(void *pointer) {
    struct connection *connection = pointer;
    if (--connection->references)
        return;
    free_loaded(connection->loaded);
    memory_free(connection->memo);
    memory_free(connection);
}

sqlite3 *connection_db(const struct connection *connection) {
    return connection->db;
}

const struct report *connection_report(const struct connection *connection) {
    return connection->uses_builtin ? builtin_report() : connection->loaded->report;
}

unsigned connection_generation(const struct connection *connection) {
    return connection->generation;
}

struct release_memo *connection_memo(struct connection *connection) {
    if (!connection->memo)
        connection->memo = release_memo_new();
    return connection->memo;
}

static void free_retired(struct connection *connection) {
    struct loaded **retired =
        connection->uses_builtin ? &connection->loaded : &connection->loaded->older;
    free_loaded(*retired);
    *retired = NULL;
}

void connection_open_reader(struct connection *connection) {
    connection->readers++;
}

void connection_close_reader(struct connection *connection) {
    if (--connection->readers == 0)
        free_retired(connection);
}

static bool is_current(const struct connection *connection, const struct report *report) {
    if (!report)
        return connection->uses_builtin;
    const struct report *current = connection_report(connection);
    return current->size == report->size && memcmp(current, report, report->size) == 0;
}

int connection_use(struct connection *connection, struct report *report) {
    /* Loading what is loaded must change nothing: a statement that calls wmi_load() and reads a
    ** table is started again by SQLite after the first call, and has to come to rest. */
    if (is_current(connection, report)) {
        memory_free(report);
        return SQLITE_OK;
    }
    struct loaded *loaded = NULL;
    if (report) {
        loaded = memory_alloc(sizeof *loaded);
        if (!loaded) {
            memory_free(report);
            return SQLITE_NOMEM;
        }
        *loaded = (struct loaded){report, connection->loaded};
    }
    /* What can fail comes before what changes. */
    int code = connection->changed(connection);
    if (code != SQLITE_OK) {
        memory_free(report);
        memory_free(loaded);
        return code;
    }
    if (loaded)
        connection->loaded = loaded;
    connection->uses_builtin = !loaded;
    connection->generation++;
    if (connection->readers == 0)
        free_retired(connection);
    return SQLITE_OK;
}
