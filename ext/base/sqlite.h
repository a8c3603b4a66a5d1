/*
** SQLite as an extension sees it: through the table of functions that the host hands to
** sqlite3_wmi_init(), or directly when linked statically with -DSQLITE_CORE. The pointer to
** that table is memory_sqlite.c's (SQLITE_EXTENSION_INIT1); wmi.c sets it, every other file shares it.
*/
#ifndef WMI_BASE_SQLITE_H
#define WMI_BASE_SQLITE_H

#include <sqlite3ext.h>

#ifndef WMI_OWNS_SQLITE_API
SQLITE_EXTENSION_INIT3
#endif

#endif
