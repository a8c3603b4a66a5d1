/*
** Lines of a CSV file that need no parser: between two rows, a line whose only quotes stand around
** whole fields is a row, its fields stand between its commas. Nearly all lines of a report are
*such,
** and a load is mostly parsing. The lines that are left are libcsv's: a quote within a field, a
*field
** of several lines, and all that is wrong.
*/
#ifndef WMI_READ_CSV_PLAIN_H
#define WMI_READ_CSV_PLAIN_H

#include "read/row.h"

#include <stdbool.h>
#include <stddef.h>

/* Hands a line, its line feed included, to the reader as libcsv would, as one row or, where it is
** blank, as none. Returns false, and has handed over no row, where the line is libcsv's. */
bool csv_plain_line(struct row_reader *reader, uint64_t number, const char *line, size_t size);

#endif
