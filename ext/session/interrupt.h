/* Long work for a handle: has the user asked it to stop, with sqlite3_interrupt()? */
#ifndef WMI_SESSION_INTERRUPT_H
#define WMI_SESSION_INTERRUPT_H

#include "base/poll.h"
#include "base/sqlite.h"

#include <stdbool.h>

/* What a poll asks of a handle, and why it told the work to stop. */
struct interrupt {
    sqlite3 *db;
    bool any_runs; /* a statement did when the work began */
    int code;      /* SQLITE_INTERRUPT, or the error that the question itself ended with */
};

struct interrupt interrupt_start(sqlite3 *db);

/* For a struct poll, whose context is the struct interrupt. */
bool interrupt_asks(void *context);

#endif
