/*
** Which statements of a handle run, and which report was current when each of them began.
**
** SQLite does not tell a virtual table which statement it works for. What it does tell, through its
** public interface, is looked at here:
**
**   sqlite3_next_stmt(), sqlite3_stmt_busy()   the statements that have begun and not ended
**   sqlite3_data_count()                       0: it is being stepped right now. Otherwise it stands
**                                              at a row, or (newer SQLite) is stepped past one
**   sqlite3_sql()                              NULL: it is being prepared right now
**   SQLITE_STMTSTATUS_REPREPARE                counts how often it was prepared again
**   SQLITE_STMTSTATUS_RUN                      counts the runs: tells one from the next
**   SQLITE_STMTSTATUS_VM_STEP                  grows whenever a step ends: while it has not, the
**                                              statement has given no row
*/
#ifndef WMI_SESSION_RUNS_H
#define WMI_SESSION_RUNS_H

#include "base/sqlite.h"
#include "session/holding.h"

#include <stdbool.h>

struct runs;

/* Notes all statements of the handle, just before `current` is replaced; `era` counts the reports
** that were. What the former notes say of statements that are still there is kept; `former` may be
** NULL and stays the caller's. NULL without memory. Each note of a running statement holds a
** reference to its report. */
struct runs *runs_note(sqlite3 *db, struct runs *former, struct holding *current, unsigned era);

/* Called while a statement is prepared that uses our tables: the statement, or NULL where it cannot be
** told. What is noted of its address is told of one that is gone. A statement that SQLite prepares
** again has another address meanwhile. */
const sqlite3_stmt *runs_prepared(struct runs *runs, sqlite3 *db);

/* Gives back the references, each by a call of `let_go`. With `ended_only`, only those of statements
** that have come to their end. */
typedef void runs_let_go(void *context, struct holding *holding);
void runs_give_back(struct runs *runs, sqlite3 *db, bool ended_only, runs_let_go *let_go,
                    void *context);

/* What is known of the statement that opens a table now. */
enum runs_opener {
    RUNS_JUST_BEGUN,   /* after the notes were taken, and it has given no row: it can start anew */
    RUNS_BEGAN_LATER,  /* after the notes were taken, and it may have given rows */
    RUNS_BEGAN_BEFORE, /* before: *began is the report that was current then */
    RUNS_UNCLEAR,      /* of two statements that could be the one, each began on another side */
};

/* What the plan that is carried out says of its statement. */
struct runs_plan {
    unsigned era;                  /* in which the table was connected */
    const sqlite3_stmt *statement; /* what runs_prepared() gave when the plan was made */
};

enum runs_opener runs_opener(struct runs *runs, sqlite3 *db, const struct runs_plan *plan,
                             struct holding **began);

/* Does at most one statement run? With `is_reader`, one that writes does not count as such. */
bool runs_no_other(sqlite3 *db, bool is_reader);

/* Does any statement run? */
bool runs_any(sqlite3 *db);

/* Is a CREATE statement being carried out? */
bool runs_creates(sqlite3 *db);

#endif
