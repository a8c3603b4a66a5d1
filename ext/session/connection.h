/*
** Which report a connection answers from: the built-in one until wmi_load() picks another.
**
** One struct connection belongs to one sqlite3 handle and is used under its mutex, so it needs no
** lock. It lives as long as anything that was registered with the handle.
**
** When a report is replaced while statements run, it cannot go at once: their cursors stand in it,
** and texts that they handed to SQLite as SQLITE_STATIC may sit in registers for as long as the
** statement runs, even past the cursor they came from (a correlated sub-query opens its cursor anew
** for each row). So a replaced report is retired, and freed when no cursor is open on the
** connection: SQLite opens a cursor's successor before it closes the cursor itself, hence none is
** open only when no statement that has read from us is still running.
*/
#ifndef WMI_SESSION_CONNECTION_H
#define WMI_SESSION_CONNECTION_H

#include "base/sqlite.h"
#include "report/report.h"

struct connection;
struct release_memo;

/* Called when the current report is about to change, to have SQLite forget the tables that are
** connected over it. Returns an SQLite result code; on an error the report does not change. */
typedef int connection_changed(struct connection *connection);

/* Makes the state of a handle, with one reference. NULL without memory. */
struct connection *connection_new(sqlite3 *db, connection_changed *changed);

/* Counts one more, or one less, that uses the state; the last one frees it and its reports. The
** second takes void * because SQLite calls it as a destructor. */
struct connection *connection_retain(struct connection *connection);
void connection_release(void *connection);

sqlite3 *connection_db(const struct connection *connection);

/* The current report. A caller that keeps the pointer past its own return opens a reader first. */
const struct report *connection_report(const struct connection *connection);

/* Changes with every change of the current report. */
unsigned connection_generation(const struct connection *connection);

/* What the connection remembers of version strings, or NULL without memory. */
struct release_memo *connection_memo(struct connection *connection);

/* Brackets the life of a cursor on the current report: no report is freed in between. */
void connection_open_reader(struct connection *connection);
void connection_close_reader(struct connection *connection);

/* Makes `report` current; NULL goes back to the built-in one. Takes ownership of it. A report
** that is the same as the current one to the byte changes nothing. On an error the former report
** stays. */
int connection_use(struct connection *connection, struct report *report);

#endif
