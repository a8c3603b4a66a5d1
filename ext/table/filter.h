/* Carries out a plan: the arguments of xFilter → where a cursor walks. The mirror of plan.c. */
#ifndef WMI_TABLE_FILTER_H
#define WMI_TABLE_FILTER_H

#include "table/cursor.h"

/* Sets the cursor's loops, conditions and limits, and goes to the first row. `bits` and `text` are
** idxNum and idxStr. An SQLite result code. */
int filter_start(struct cursor *cursor, int bits, const char *text, sqlite3_value **values);

/* From the element where the outer loop stands, goes to the first that has a row, and there to its
** first row. */
void filter_settle(struct cursor *cursor);

#endif
