/*
** Rows of a CSV that speak of classes (`Class`, `Superclass`) or of the parameters of methods (`Class`,
** `Method`, `Parameter`). Private to source.c.
*/
#ifndef WMI_READ_FACTS_H
#define WMI_READ_FACTS_H

#include "read/row.h"

/* Hand the row at hand to the builder. Both set `status`. */
void facts_class(struct row_reader *reader);
void facts_parameter(struct row_reader *reader);

#endif
