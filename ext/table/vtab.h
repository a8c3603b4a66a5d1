/* The virtual table that all tables share. */
#ifndef WMI_TABLE_VTAB_H
#define WMI_TABLE_VTAB_H

#include "session/connection.h"

/* Registers the door's tables with the connection's handle, or has SQLite forget the connected ones
** where they are registered already. An SQLite result code. */
int table_register(struct connection *connection);

#endif
