/* Registering the functions. */
#ifndef WMI_FUNCTION_REGISTER_H
#define WMI_FUNCTION_REGISTER_H

#include "function/function.h"

#include <stdbool.h>

/* Registers all functions of the list (see list.h) with the connection's handle. An SQLite result
** code. */
int function_register(struct connection *connection, const struct function *const *list);

/* Are they registered with the handle already, up to the last one? An SQLite result code; the
** handle then says what was wrong. */
int function_is_registered(sqlite3 *db, const struct function *const *list, bool *answer);

#endif
