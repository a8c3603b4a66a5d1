/*
** wmi: the WMI compatibility matrix in SQL, a loadable extension for SQLite.
**
** Needed: nothing, where the extension is loaded (`.load ./wmi`, sqlite3_load_extension()).
**
** Usual: a program that links the extension statically compiles it with -DSQLITE_CORE and registers
** it with each handle, or with all that it will open:
**
**     sqlite3_wmi_init(db, NULL, NULL);
**     sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init);
**
** Rare: sqlite3_wmi_nofiles_init(), which opens no files; WMI_VERSION_NUMBER, to check at compile time which interface there is.
*/
#ifndef WMI_H
#define WMI_H

#include <sqlite3.h>

#define WMI_VERSION        "2.0.0"
#define WMI_VERSION_NUMBER 2000000 /* major * 1,000,000 + minor * 1,000 + patch */

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3_api_routines;

/*
** Registers the tables and functions of wmi with the handle `db`. They live until it is closed.
**
** `message`: on an error receives a text for sqlite3_free(), or NULL; may be NULL itself. `api`:
** SQLite's table of functions, as SQLite hands it to a loadable extension; not looked at, and so
** may be NULL, where the extension was compiled with -DSQLITE_CORE.
**
** Returns SQLITE_OK; SQLITE_NOMEM; or SQLITE_ERROR where the running SQLite is older than 3.31.
*/
int sqlite3_wmi_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

/*
** The same without what opens files: no wmi_load(), no tables over files. For a server that runs
** other people's SQL. Such a handle stays what it is, whatever is registered later; one that was registered
** by sqlite3_wmi_init() before, and so may open files, is an error.
*/
int sqlite3_wmi_nofiles_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

#ifdef __cplusplus
}
#endif

#endif
