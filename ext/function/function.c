#include "function/function.h"

const struct report *function_report(sqlite3_context *context) {
    return connection_report(sqlite3_user_data(context));
}

int function_register(struct connection *connection) {
    for (int i = 0; function_list[i]; i++) {
        for (const struct function *function = function_list[i]; function->name; function++) {
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
