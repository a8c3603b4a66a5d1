/* Making a plan: which conditions of a query are left to us. */
#ifndef WMI_TABLE_PLAN_H
#define WMI_TABLE_PLAN_H

#include "base/sqlite.h"

/* xBestIndex. */
int plan_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info);

#endif
