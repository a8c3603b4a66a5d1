/*
** Which report a connection answers from: the built-in one until wmi_load() picks another.
**
** One struct connection belongs to one sqlite3 handle and is used under its mutex, so it needs no
** lock. It lives as long as anything that was registered with the handle.
**
** How long a report lives. Whoever answers from a report refers to it (holding.h): the connection
** to the current one, a connected table to that which it was declared over, a cursor to that which
** it stands in. Texts go to SQLite as SQLITE_STATIC, without a copy. They may sit in the registers
** of a statement for as long as it runs: past the cursor that they came from, and, where a function
** hands on what a statement of its own has given, past the table too. So a report that nobody
** refers to waits until no statement runs.
**
** Which report a statement answers from: the one that was current when it began. A table is
** connected while a statement is prepared. Statements that rest are prepared again by SQLite before
** their next run: it is told to where a statement ends, by which the report has changed or beside
** which it has, and no other one runs. What is left are statements that begin or go on while others
** run. Where the report has not changed when the statement
** opens the table, all is said. Otherwise connection_choose() decides:
**
**   - The statement has just begun and has given or written no row: SQLite prepares it again (xOpen
**     returns SQLITE_SCHEMA), with the columns and plans of the current report. SQLite would do so
**     at any time, and start a statement anew that has given rows already; hence the care.
**   - It began after the change, and may have given or written rows: it answers from the current
**     report, through the table as it was declared.
**   - It began before the change, because it called wmi_load() itself or stood at a row: it goes on
**     over the report that it began with.
**
** runs.h says how the statement is known.
*/
#ifndef WMI_SESSION_CONNECTION_H
#define WMI_SESSION_CONNECTION_H

#include "base/sqlite.h"
#include "session/holding.h"

#include <stdbool.h>

struct connection;
struct runs_plan;
struct release_memo;
struct table;

/* Called when the current report is about to change, to have SQLite forget the tables that are
** connected over it. Returns an SQLite result code; on an error the report does not change. */
typedef int connection_changed(struct connection *connection);

/* What the door (wmi.c) hands down. */
struct connection_door {
    connection_changed *changed;
    const struct table *const *tables; /* ended by NULL */
    const char *version;               /* of the extension */
};

/* Makes the state of a handle, with one reference; `door` must outlive it. NULL without memory. */
struct connection *connection_new(sqlite3 *db, const struct connection_door *door,
                                  bool opens_files);

const struct connection_door *connection_door(const struct connection *connection);

/* May statements of this handle open files? */
bool connection_opens_files(const struct connection *connection);

/* Counts one more, or one less, that uses the state; the last one frees it and its reports. The
** second takes void * because SQLite calls it as a destructor. */
struct connection *connection_retain(struct connection *connection);
void connection_release(void *connection);

sqlite3 *connection_db(const struct connection *connection);

/* The current report. A caller that keeps it past its own return retains it. */
struct holding *connection_current(struct connection *connection);
const struct report *connection_report(const struct connection *connection);

/* Changes with every change of the current report. */
unsigned connection_era(const struct connection *connection);

/* Gives back a reference to a report; NULL is allowed. */
void connection_let_go(struct connection *connection, struct holding *holding);

/* Frees what only waited for statements to end, if they have. Called where that is likely. */
void connection_sweep(struct connection *connection);

/* Called by a function that has changed the report: when its statement ends, SQLite shall prepare
** again what was prepared before. */
void connection_renew_behind(struct connection *connection, sqlite3_context *context);

/* Called when a cursor was opened, and when it was closed. */
void connection_opened(struct connection *connection);
void connection_closed(struct connection *connection);

/* Called while a statement is prepared that uses our tables: see runs_prepared(). */
const sqlite3_stmt *connection_prepared(struct connection *connection);

/* The report for a statement that opens a table whose report is not the current one any more. *chosen is not retained. SQLITE_SCHEMA: the statement is to be prepared again. SQLITE_ABORT: it
** cannot be known which statement it is. */
int connection_choose(struct connection *connection, const struct runs_plan *plan,
                      struct holding **chosen);

/* The report of a table over files, by what the table was created with: SQLite may connect it anew, when
** a transaction is rolled back, say, and it shall neither change then nor need its files. Not retained;
** NULL where none is kept. */
struct holding *connection_kept(struct connection *connection, const char *key);

/* Keeps one, in the place of the one before, until connection_keep_no_more() or the end. An SQLite result
** code. */
int connection_keep(struct connection *connection, const char *key, struct holding *holding);
void connection_keep_no_more(struct connection *connection, const char *key);

/* What the connection remembers of version strings, or NULL without memory. */
struct release_memo *connection_memo(struct connection *connection);

/* Makes `report` current; NULL goes back to the built-in one. Takes ownership of it. A report
** that is the same as the current one to the byte changes nothing. On an error the former report
** stays. */
int connection_use(struct connection *connection, struct report *report);

#endif
