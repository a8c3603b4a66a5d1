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
    struct connection *connection; /* retained */
    const struct report *report;   /* that declares its columns and makes its plans */
    struct holding *holding;       /* of the report, retained; NULL where it is not for reading */
    bool is_over_file;             /* a report of its own; else the current one when connected */
    char *key;            /* that it is kept by, see connection.h; owned, SQLite's; or NULL */
    unsigned era;         /* of the connection when this was connected */
    struct cursor *spare; /* a closed cursor that waits to be opened again */
};

struct cursor {
    sqlite3_vtab_cursor base;
    const struct table *table;
    const struct report *report;
    const struct report *declared; /* the instance's: the same but after a change of the report */
    struct holding *holding;       /* of the report, retained while the cursor is open */
    bool is_chosen;                /* the report is: the first scan has begun */
    struct walk walk;              /* the outer loop */
    uint32_t inner;                /* the inner loop */
    uint32_t inner_end;
    uint32_t only_inner;         /* the one inner row that is wanted, or REPORT_NONE for all */
    uint64_t skip;               /* OFFSET: rows still to pass over */
    uint64_t left;               /* LIMIT: rows still to give */
    uint32_t from, to;           /* the arguments of wmi_changes, as indexes of builds */
    sqlite3_value *arguments[2]; /* as given; owned; NULL where the table has none */
    uint64_t arguments_key;      /* of the arguments, once has_arguments_key */
    bool has_arguments_key;
    void *state; /* what start() has found, for stop() to free */
};

/* Sets the message of the table, from sqlite3_mprintf(), and takes it over. Returns `code`, or
** SQLITE_NOMEM where there was no memory for the message. */
int table_fail(sqlite3_vtab *vtab, int code, char *message);

/* The element where the outer loop stands: a member, a class or a build, as the axis says. */
static inline uint32_t cursor_outer(const struct cursor *cursor) {
    return walk_here(&cursor->walk);
}

/* Gives what tells a row of the table from every other, whatever the scan: to an OR of two conditions SQLite
** gives each row once, and knows it by this. Rows of other arguments are others, and 26100 is another argument than
** '26100', since a row shows it. SQLITE_OK or SQLITE_NOMEM. */
int cursor_rowid(struct cursor *cursor, sqlite3_int64 *rowid);

/* --- Giving values --- */

/* A text of the report, or NULL for offset 0. The report outlives the statement's run (see
** connection.h): no copy is made, and the length is left to SQLite, which then knows that a NUL stands behind it. */
static inline void give_text(sqlite3_context *context, const struct report *report, uint32_t text) {
    if (text)
        sqlite3_result_text(context, report_text(report, text), -1, SQLITE_STATIC);
}

/* The qualified name of a member. */
void give_name(sqlite3_context *context, const struct report *report, uint32_t member);

#endif
