#include "session/load.h"
#include "base/error.h"
#include "base/memory.h"
#include "read/read.h"
#include "session/runs.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#if SQLITE_VERSION_NUMBER >= 3041000 || !defined(SQLITE_CORE)
#define MAY_ASK_SQLITE
#endif

#ifdef MAY_ASK_SQLITE
/* sqlite3_is_interrupted(), from 3.41. An older header does not name it, but the table of functions
** that the host hands over only ever grows at its end: there it is the 18th behind filename_wal. */
static bool ask_sqlite(sqlite3 *db) {
#ifdef SQLITE_CORE
    return sqlite3_is_interrupted(db);
#else
    enum { BEHIND_FILENAME_WAL = 18 };
    size_t slot = offsetof(struct sqlite3_api_routines, filename_wal) +
                  BEHIND_FILENAME_WAL * sizeof(void (*)(void));
    int (*is_interrupted)(sqlite3 *);
#if SQLITE_VERSION_NUMBER >= 3041000
    _Static_assert(offsetof(struct sqlite3_api_routines, is_interrupted) ==
                       offsetof(struct sqlite3_api_routines, filename_wal) +
                           BEHIND_FILENAME_WAL * sizeof(void (*)(void)),
                   "the table of functions has grown at its end only");
#endif
    memcpy(&is_interrupted, (const char *)sqlite3_api + slot, sizeof is_interrupted);
    return is_interrupted(db);
#endif
}
#endif

/* What the reader's poll asks of a handle, and why it told the reader to stop. */
struct polling {
    sqlite3 *db;
    bool any_runs; /* a statement did when the load began */
    int code;      /* SQLITE_INTERRUPT, or the error that the question itself ended with */
};

/* Has the user asked the handle to stop? Before 3.41 SQLite has no function that says so. There its
** parser, given a blank, looks whether it is to stop, and makes no statement of it that a trace or
** an authorizer could see. But where no statement runs it forgets the wish first: then it is not
** asked, and the wish stays for whoever looks next. If the parser ends otherwise, out of memory
** say, the load must end too: the handle is not fit to go on. */
static bool is_interrupted(void *context) {
    struct polling *polling = context;
#ifdef MAY_ASK_SQLITE
    if (sqlite3_libversion_number() >= 3041000) {
        polling->code = SQLITE_INTERRUPT;
        return ask_sqlite(polling->db);
    }
#endif
    if (!polling->any_runs)
        return false;
    sqlite3_stmt *nothing = NULL;
    polling->code = sqlite3_prepare_v2(polling->db, " ", -1, &nothing, NULL);
    return polling->code != SQLITE_OK;
}

int source_load(struct connection *connection, const char *const *paths, int count,
                struct report **report, char **message) {
    sqlite3 *db = connection_db(connection);
    struct polling polling = {db, runs_any(db), SQLITE_INTERRUPT};
    const struct poll poll = {is_interrupted, &polling};
    struct error error = {0};
    int code = read_report(paths, (size_t)count, &release_list, &poll, report, &error);
    if (code == SQLITE_INTERRUPT)
        code = polling.code;
    *message = error.message ? sqlite3_mprintf("%s", error.message) : NULL;
    if (error.message && !*message)
        code = SQLITE_NOMEM;
    error_clear(&error);
    return code;
}

/* The text of an SQL literal, in new memory; a text that is not quoted stands for itself. */
static char *unquote(const char *literal) {
    size_t size = strlen(literal);
    while (size && strchr(" \t\r\n", literal[size - 1]))
        size--;
    while (size && strchr(" \t\r\n", *literal)) {
        literal++;
        size--;
    }
    char quote = size >= 2 && strchr("'\"`[", *literal) ? *literal : 0;
    char end = quote == '[' ? ']' : quote;
    if (quote && literal[size - 1] != end)
        quote = 0;
    char *text = memory_alloc(size + 1);
    if (!text)
        return NULL;
    size_t length = 0;
    for (size_t i = quote ? 1 : 0; i < size - (quote ? 1 : 0); i++) {
        text[length++] = literal[i];
        if (quote && quote != '[' && literal[i] == quote && literal[i + 1] == quote)
            i++;
    }
    text[length] = 0;
    return text;
}

int source_load_arguments(struct connection *connection, int argc, const char *const *argv,
                          struct report **report, char **message) {
    char **paths = memory_alloc((size_t)argc * sizeof *paths);
    int count = 0;
    int code = paths ? SQLITE_OK : SQLITE_NOMEM;
    while (code == SQLITE_OK && count < argc) {
        paths[count] = unquote(argv[count]);
        if (paths[count])
            count++;
        else
            code = SQLITE_NOMEM;
    }
    if (code == SQLITE_OK)
        code = source_load(connection, (const char *const *)paths, count, report, message);
    while (count)
        memory_free(paths[--count]);
    memory_free(paths);
    return code;
}
