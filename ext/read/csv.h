/*
** CSV on libcsv: reports and collections.
*/
#ifndef WMI_READ_CSV_H
#define WMI_READ_CSV_H

#include "read/bytes.h"
#include "read/row.h"

enum csv_way {
    CSV_QUICK,     /* plain lines are split at their commas, all others go to libcsv */
    CSV_BY_LIBCSV, /* every line goes to libcsv: the same result, for the tests */
};

/* Reads a whole source. Returns the row reader's status. */
int csv_read(struct bytes *bytes, struct row_reader *reader, enum csv_way way);

#endif
