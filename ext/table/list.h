/* All tables. Whoever goes over them is handed this list by the door. */
#ifndef WMI_TABLE_LIST_H
#define WMI_TABLE_LIST_H

#include "table/table.h"

/* Ended by NULL. */
extern const struct table *const table_list[];

#endif
