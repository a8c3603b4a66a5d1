/* What a scalar SQL function is. */
#ifndef WMI_FUNCTION_FUNCTION_H
#define WMI_FUNCTION_FUNCTION_H

#include "base/sqlite.h"
#include "session/connection.h"

typedef void function_call(sqlite3_context *context, int argc, sqlite3_value **argv);

/* One form of a function. The forms of a function are an array in the file that implements it, ended
** by one without a name. */
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

/* The report that a call answers from. */
static inline const struct report *function_report(sqlite3_context *context) {
    return connection_report(sqlite3_user_data(context));
}

#endif
