/*
** Class pages: a heading `# WMI Class: NAME` or `# NAME`, then a pipe table.
*/
#ifndef WMI_READ_MARKDOWN_H
#define WMI_READ_MARKDOWN_H

#include "read/bytes.h"
#include "read/row.h"

/* Reads a whole page. Returns the row reader's status. */
int markdown_read(struct bytes *bytes, struct row_reader *reader);

#endif
