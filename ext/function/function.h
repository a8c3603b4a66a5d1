/* The scalar SQL functions. */
#ifndef WMI_FUNCTION_FUNCTION_H
#define WMI_FUNCTION_FUNCTION_H

#include "base/sqlite.h"
#include "session/connection.h"

#include <stdbool.h>

typedef void function_call(sqlite3_context *context, int argc, sqlite3_value **argv);

/* One form of a function. Declared in the file that implements it. */
struct function {
    const char *name;
    int arguments; /* -1 for any number */
    int flags;     /* of sqlite3_create_function_v2(); SQLITE_DIRECTONLY for what opens files */
    function_call *call;
    const char *usage;   /* for the documentation */
    const char *returns; /* a sentence */
    const char
        *example; /* a statement of SQL, which the documentation runs over the built-in report */
};

/* All forms of all functions, ended by one without a name. The last one takes no argument. */
extern const struct function *const function_list[];

/* Registers all functions with the connection's handle. An SQLite result code. */
int function_register(struct connection *connection);

/* Is the extension registered with the handle already, up to the last function? An SQLite result
** code; the handle then says what was wrong. */
int function_is_registered(sqlite3 *db, bool *answer);

/* --- Shared by the functions --- */

/* The report that a call answers from. */
const struct report *function_report(sqlite3_context *context);

#endif
