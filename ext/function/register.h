/* Registering the functions. */
#ifndef WMI_FUNCTION_REGISTER_H
#define WMI_FUNCTION_REGISTER_H

#include "function/function.h"

/* Registers all functions of the list (see list.h) with the connection's handle, and last a mark that they
** are. An SQLite result code. */
int function_register(struct connection *connection, const struct function *const *list);

/* What a handle has been registered as. */
enum function_mark {
    FUNCTION_NO_MARK, /* not, or not up to the end */
    FUNCTION_MARK_NO_FILES,
    FUNCTION_MARK_FILES, /* its statements may open files */
};

/* Reads the mark, whichever copy of the extension has left it. An SQLite result code; the handle then
** says what was wrong. */
int function_find_mark(sqlite3 *db, enum function_mark *mark);

#endif
