/* Loading the reports that a statement names: the arguments of CREATE VIRTUAL TABLE and of
** wmi_load(). */
#ifndef WMI_SESSION_LOAD_H
#define WMI_SESSION_LOAD_H

#include "base/sqlite.h"
#include "session/connection.h"

/* Reads the files and folders at `paths` as one report. *report is then the caller's to give to
** memory_free(). On an error *message is for sqlite3_free(), or NULL when there is none. The
** load can be interrupted with sqlite3_interrupt(). An SQLite result code. */
int source_load(struct connection *connection, const char *const *paths, int count,
                struct report **report, char **message);

/* The same for arguments as CREATE VIRTUAL TABLE hands them over: SQL literals, quoted or not. */
int source_load_arguments(struct connection *connection, int argc, const char *const *argv,
                          struct report **report, char **message);

#endif
