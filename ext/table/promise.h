/* What SQLite is told of a plan besides its arguments: how many rows it gives, and in which order. It
** leaves out joins, sorts and checks on the strength of it, so a promise may only be too small. */
#ifndef WMI_TABLE_PROMISE_H
#define WMI_TABLE_PROMISE_H

#include "base/sqlite.h"
#include "report/report.h"

#include <stdbool.h>

struct table;

/* A plan as far as it has been made. */
struct plan {
    const struct table *table;
    const struct report *report;
    int bits;  /* of enum plan_bits */
    int terms; /* conditions on cells and kinds */
};

/* Do the rows of the plan come in the order that is asked for? Columns that are constant may stand anywhere in
** it; behind a complete unique order anything may follow. SQLite passes a term on only if its
** collation is the column's. */
bool promise_order(const struct plan *plan, const sqlite3_index_info *info);

/* Sets the estimates of rows and cost, and whether there is one row at the most. Costs are in
** SQLite's unit, about that of a step in a scan of an ordinary table. */
void promise_rows(const struct plan *plan, sqlite3_index_info *info);

#endif
