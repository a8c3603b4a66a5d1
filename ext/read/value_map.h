/*
** Descriptions: the placeholder for none, and the value map at the end of one:
** `[枚举值: 0 - Unknown; 2 - OK; 11..32767 - DMTF Reserved]`.
**
** A map is taken out only where it can be read in one way alone; then its entries, joined again,
** give back the very text. Otherwise it stays in the description.
*/
#ifndef WMI_READ_VALUE_MAP_H
#define WMI_READ_VALUE_MAP_H

#include "base/array.h"
#include "builder/builder.h"

#include <stddef.h>

/* The entries of the map that was read last. Starts as {0}. */
struct values {
    struct array entries; /* struct builder_entry */
};

void values_free(struct values *values);

/* Finds the value map, brackets included, at the very end of a description and reads its entries;
** *map is empty, and there are no entries, where there is none that can be read for certain. The
** texts of the entries lie in `description`. Fails only without memory. */
int values_read(struct values *values, struct text description, struct text *map);

/* Is this what reports write for 'no description'? */
bool values_is_placeholder(struct text description);

/* Takes placeholder and value map out of the descriptions of `row` and sets its `entries`,
** `entry_count` and `map_stood`. The map that is served is that of `description_en` if it has one,
** else that of `description`; one that both have alike is taken out of both, and one that says
** something else stays in `description`. A placeholder before a map is taken off as well: NULL with
** a REPORT_BLANK bit stands for it. Fails only without memory. */
int values_take(struct values *values, struct builder_row *row);

#endif
