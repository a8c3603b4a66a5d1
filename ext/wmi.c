/* The door: registers every table and function with a connection. */
#include "wmi.h"
#include "base/sqlite.h"
#include "function/list.h"
#include "function/register.h"
#include "report/builtin.h"
#include "session/connection.h"
#include "table/list.h"
#include "table/vtab.h"

#include <stdbool.h>

#if defined(_WIN32) && !defined(SQLITE_CORE)
#define ENTRY_POINT __declspec(dllexport)
#elif defined(__GNUC__)
#define ENTRY_POINT __attribute__((visibility("default")))
#else
#define ENTRY_POINT
#endif

/* -DWMI_NOFILES: whatever entry point a server asks for by default, none opens files. */
#if defined(WMI_NOFILES)
#define OPENS_FILES false
#else
#define OPENS_FILES true
#endif

static const struct connection_door door = {table_register, table_list, WMI_VERSION};

static int start(sqlite3 *db, char **message, bool opens_files) {
    if (sqlite3_libversion_number() < 3031000) {
        if (message)
            *message = sqlite3_mprintf("wmi: found SQLite %s, expected 3.31 or later",
                                       sqlite3_libversion());
        return SQLITE_ERROR;
    }
    if (!report_is_valid(builtin_report())) {
        if (message)
            *message = sqlite3_mprintf("wmi: found a built-in report of another version or byte "
                                       "order, expected one that was made for this library");
        return SQLITE_ERROR;
    }
    enum function_mark mark;
    int code = function_find_mark(db, &mark);
    if (code == SQLITE_OK && mark == FUNCTION_MARK_FILES && !opens_files) {
        if (message)
            *message = sqlite3_mprintf("wmi: found a handle whose statements may open files, "
                                       "expected one that the extension is not registered with");
        return SQLITE_ERROR;
    }
    if (code == SQLITE_OK && mark != FUNCTION_NO_MARK)
        return SQLITE_OK;
    struct connection *connection = NULL;
    if (code == SQLITE_OK) {
        connection = connection_new(db, &door, opens_files);
        code = connection ? table_register(connection) : SQLITE_NOMEM;
    }
    if (code == SQLITE_OK)
        code = function_register(connection, function_list);
    if (code != SQLITE_OK && message)
        *message = sqlite3_mprintf("wmi: %s", code == SQLITE_NOMEM ? sqlite3_errstr(code)
                                                                   : sqlite3_errmsg(db));
    if (connection)
        connection_release(connection);
    return code;
}

ENTRY_POINT int sqlite3_wmi_init(sqlite3 *db, char **message,
                                 const struct sqlite3_api_routines *api) {
    (void)api; /* not used with -DSQLITE_CORE */
    SQLITE_EXTENSION_INIT2(api);
    return start(db, message, OPENS_FILES);
}

ENTRY_POINT int sqlite3_wmi_nofiles_init(sqlite3 *db, char **message,
                                         const struct sqlite3_api_routines *api) {
    (void)api;
    SQLITE_EXTENSION_INIT2(api);
    return start(db, message, false);
}

#if !defined(SQLITE_CORE)
/* What SQLite asks for first, whatever the file is called. A program that holds the extension may
** hold others too, and has no use for a name that all of them have. No entry point calls another
** by its name: that could be the one of another copy that the process has loaded. */
ENTRY_POINT int sqlite3_extension_init(sqlite3 *db, char **message,
                                       const struct sqlite3_api_routines *api);
ENTRY_POINT int sqlite3_extension_init(sqlite3 *db, char **message,
                                       const struct sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api);
    return start(db, message, OPENS_FILES);
}
#endif
