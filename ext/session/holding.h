/*
** A report that is counted by references. A connection holds its current report, a connected table
** and an open cursor hold the one that they answer from; the last to let go of it frees it.
**
** A holding belongs to one sqlite3 handle and is used under its mutex: it needs no lock.
*/
#ifndef WMI_SESSION_HOLDING_H
#define WMI_SESSION_HOLDING_H

#include "report/report.h"

#include <stdbool.h>

struct holding {
    const struct report *report;
    struct report *owned; /* the same, for memory_free(); NULL for the built-in one */
    unsigned references;
    bool is_shown;        /* a cursor has stood in it: SQLite may hold texts of it */
    struct holding *next; /* among those that nobody refers to, see connection_let_go() */
};

/* Holds `report`, of which it becomes the owner, with one reference. NULL without memory; the
** report is freed then. */
struct holding *holding_new(struct report *report);

/* Counts one more user. connection_let_go() counts one less. */
static inline struct holding *holding_retain(struct holding *holding) {
    holding->references++;
    return holding;
}

/* Frees the holding and its report. */
void holding_free(struct holding *holding);

#endif
