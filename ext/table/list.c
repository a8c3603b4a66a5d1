/* The tables, in the order of the documentation. A new table is declared in a file of its own
** and added here: that is all. */
#include "table/list.h"

extern const struct table table_members, table_availability, table_classes, table_parameters,
    table_builds, table_changes, table_ranges, table_values, table_references, table_report;

const struct table *const table_list[] = {
    &table_members,    &table_availability, &table_classes, &table_parameters,
    &table_builds,     &table_changes,      &table_ranges,  &table_values,
    &table_references, &table_report,       NULL,
};
