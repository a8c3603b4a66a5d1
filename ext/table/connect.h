/* Connecting a table: which one is meant, and which report it stands over. */
#ifndef WMI_TABLE_CONNECT_H
#define WMI_TABLE_CONNECT_H

#include "base/sqlite.h"

/* xCreate and xConnect. argv: the module, the database, the table, and then the paths. */
int connect_table(sqlite3 *db, void *connection, int argc, const char *const *argv,
                  sqlite3_vtab **vtab, char **message);

/* xDisconnect, and xDestroy. */
int connect_end(sqlite3_vtab *vtab);
int connect_drop(sqlite3_vtab *vtab);

#endif
