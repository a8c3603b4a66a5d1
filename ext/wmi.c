/* The door: registers every table and function with a connection. */
#define WMI_OWNS_SQLITE_API
#include "base/sqlite.h"
SQLITE_EXTENSION_INIT1

#include "function/function.h"
#include "report/builtin.h"
#include "session/connection.h"
#include "table/table.h"
#include "wmi.h"

#include <stdbool.h>

#if defined(_WIN32) && !defined(SQLITE_CORE)
__declspec(dllexport)
#elif defined(__GNUC__)
__attribute__((visibility("default")))
#endif
    int sqlite3_wmi_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api) {
    (void)api; /* not used with -DSQLITE_CORE */
    SQLITE_EXTENSION_INIT2(api);
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
    bool is_there;
    int code = function_is_registered(db, &is_there);
    if (code == SQLITE_OK && is_there)
        return SQLITE_OK;
    struct connection *connection = NULL;
    if (code == SQLITE_OK) {
        connection = connection_new(db, table_register);
        code = connection ? table_register(connection) : SQLITE_NOMEM;
    }
    if (code == SQLITE_OK)
        code = function_register(connection);
    if (code != SQLITE_OK && message)
        *message = sqlite3_mprintf("wmi: %s", code == SQLITE_NOMEM ? sqlite3_errstr(code)
                                                                   : sqlite3_errmsg(db));
    if (connection)
        connection_release(connection);
    return code;
}
