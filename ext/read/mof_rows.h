/*
** One class of a schema → rows of the builder. Private to the readers of MOF files.
*/
#ifndef WMI_READ_MOF_ROWS_H
#define WMI_READ_MOF_ROWS_H

#include "builder/builder.h"
#include "mof/schema.h"

/* The class that is handed over. Starts as {0} but for the first three. */
struct read_mof_rows {
    const struct mof_schema *schema;
    struct builder *builder;
    struct error *error;
    const struct mof_class *owner;
    struct text namespace_name, class_name;
    struct array entries; /* struct builder_entry: of the value map at hand */
    uint32_t *members;    /* owned; by member: see `again` in builder.h */
    uint32_t *returned;   /* owned; by method: of what it returns */
    uint32_t *parameters; /* owned; by parameter */
    struct array numbers; /* char[READ_MOF_DIGITS]: its values, where it does not say them */
};

#define READ_MOF_DIGITS 12

/* Makes ready for the classes of the schema. */
int read_mof_rows_start(struct read_mof_rows *rows);

/* Hands the class over, with all that it inherits, to the source that was started last. */
int read_mof_class(struct read_mof_rows *rows, uint32_t class_index);
void read_mof_rows_free(struct read_mof_rows *rows);

#endif
