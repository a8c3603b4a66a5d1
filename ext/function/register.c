#include "function/register.h"

#include <assert.h>

int function_register(struct connection *connection, const struct function *const *list) {
    for (int i = 0; list[i]; i++) {
        for (const struct function *function = list[i]; function->name; function++) {
            if (function->flags & SQLITE_DIRECTONLY && !connection_opens_files(connection))
                continue;
            /* SQLite calls the destructor even when this fails. */
            int code = sqlite3_create_function_v2(
                connection_db(connection), function->name, function->arguments,
                SQLITE_UTF8 | function->flags, connection_retain(connection), function->call, NULL,
                NULL, connection_release);
            if (code != SQLITE_OK)
                return code;
        }
    }
    return SQLITE_OK;
}

int function_is_registered(sqlite3 *db, const struct function *const *list, bool *answer) {
    const struct function *last = NULL;
    for (int i = 0; list[i]; i++)
        for (const struct function *function = list[i]; function->name; function++)
            last = function;
    char sql[100];
    sqlite3_stmt *call = NULL;
    assert(last && last->arguments == 0);
    sqlite3_snprintf(sizeof sql, sql, "SELECT %s()", last->name);
    /* Is only prepared, which reads no schema, and never run. */
    int code = sqlite3_prepare_v2(db, sql, -1, &call, NULL);
    sqlite3_finalize(call);
    *answer = code == SQLITE_OK;
    if (code != SQLITE_ERROR) /* no such function */
        return code;
    /* The handle shall not go on saying so: sqlite3_open() asks it after an automatic extension. */
    return sqlite3_prepare_v2(db, "", -1, &call, NULL);
}
