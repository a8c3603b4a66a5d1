/* Can a plan that was made over one report be carried out over another? What the planner takes for
** exact, and what it promises of the rows, depends on which odd names a report has. */
#ifndef WMI_TABLE_STALE_H
#define WMI_TABLE_STALE_H

#include "table/cursor.h"

/* Before the scan: do the conditions find in the cursor's report what SQLite would? An SQLite result
** code for want of memory alone. */
int stale_values_hold(const struct cursor *cursor, int bits, const char *text,
                      sqlite3_value **values, bool *answer);

/* When the scan has begun: are its rows what the plan may have promised? */
bool stale_rows_hold(const struct cursor *cursor, int bits);

#endif
