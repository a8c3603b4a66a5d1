/*
** CSV on libcsv: reports and collections.
*/
#ifndef WMI_READ_CSV_H
#define WMI_READ_CSV_H

#include "read/bytes.h"
#include "read/row.h"

/* Reads a whole source. Returns the row reader's status. */
int csv_read(struct bytes *bytes, struct row_reader *reader);

#endif
