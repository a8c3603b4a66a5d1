/*
** Files that hold no text, by their first bytes: workbooks, archives, and what else people have that
** holds a table.
*/
#ifndef WMI_READ_FOREIGN_H
#define WMI_READ_FOREIGN_H

#include <stddef.h>

#define FOREIGN_SIZE 96 /* bytes that are enough to know one */

struct foreign {
    const char *what;    /* "an Excel workbook" */
    const char *instead; /* what to do: "its sheet saved as CSV UTF-8" */
};

/* What a file that starts with these bytes is; NULL where it may be text. */
const struct foreign *foreign_find(const char *bytes, size_t size);

#endif
