#include "session/interrupt.h"

#include "session/runs.h"

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

struct interrupt interrupt_start(sqlite3 *db) {
    return (struct interrupt){db, runs_any(db), SQLITE_INTERRUPT};
}

/* Has the user asked the handle to stop? Before 3.41 SQLite has no function that says so. There its
** parser, given a blank, looks whether it is to stop, and makes no statement of it that a trace or
** an authorizer could see. But where no statement runs it forgets the wish first: then it is not
** asked, and the wish stays for whoever looks next. If the parser ends otherwise, out of memory
** say, the work must end too: the handle is not fit to go on. */
bool interrupt_asks(void *context) {
    struct interrupt *interrupt = context;
#ifdef MAY_ASK_SQLITE
    if (sqlite3_libversion_number() >= 3041000) {
        interrupt->code = SQLITE_INTERRUPT;
        return ask_sqlite(interrupt->db);
    }
#endif
    if (!interrupt->any_runs)
        return false;
    sqlite3_stmt *nothing = NULL;
    interrupt->code = sqlite3_prepare_v2(interrupt->db, " ", -1, &nothing, NULL);
    return interrupt->code != SQLITE_OK;
}
