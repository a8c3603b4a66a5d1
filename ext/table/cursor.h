/*
** A table at work: an instance is a connected table, a cursor one scan of it. What the files of the
** single tables need to give the values of a row.
*/
#ifndef WMI_TABLE_CURSOR_H
#define WMI_TABLE_CURSOR_H

#include "session/result.h"
#include "table/table.h"
#include "table/walk.h"

/* A table that is connected: over the current report of its connection, or over a report of its
** own. */
struct table_instance {
    sqlite3_vtab base;
    const struct table *table;
    struct connection *connection;
    const struct report *report;
    struct report *own;   /* owned; NULL over the current report */
    unsigned generation;  /* of the connection when this was connected */
    unsigned cursors;     /* open ones */
    struct cursor *spare; /* a closed cursor that waits to be opened again */
};

struct cursor {
    sqlite3_vtab_cursor base;
    const struct table *table;
    const struct report *report;
    struct walk walk; /* the outer loop */
    uint32_t inner;   /* the inner loop */
    uint32_t inner_end;
    uint32_t only_inner;         /* the one inner row that is wanted, or REPORT_NONE for all */
    uint64_t skip;               /* OFFSET: rows still to pass over */
    uint64_t left;               /* LIMIT: rows still to give */
    uint32_t from, to;           /* the arguments of wmi_changes, as indexes of builds */
    sqlite3_value *arguments[2]; /* as given; owned; NULL where the table has none */
    void *state;                 /* what start() has found, for stop() to free */
};

/* The element where the outer loop stands: a member, a class or a build, as the axis says. */
static inline uint32_t cursor_outer(const struct cursor *cursor) {
    return walk_here(&cursor->walk);
}

/* --- Giving values --- */

/* A text of the report, or NULL for offset 0. The report outlives the statement: no copy is
** made, and the length is left to SQLite, which then knows that a NUL stands behind it. */
static inline void give_text(sqlite3_context *context, const struct report *report, uint32_t text) {
    if (text)
        sqlite3_result_text(context, report_text(report, text), -1, SQLITE_STATIC);
}

/* The qualified name of a member. */
void give_name(sqlite3_context *context, const struct report *report, uint32_t member);

#endif
