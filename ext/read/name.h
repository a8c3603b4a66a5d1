/*
** Names as people's files have them → the plain name.
*/
#ifndef WMI_READ_NAME_H
#define WMI_READ_NAME_H

#include "base/array.h"
#include "base/text.h"

#include <stdbool.h>

enum name_markup {
    NAME_PLAIN,    /* a field of a CSV file */
    NAME_MARKDOWN, /* a cell or the heading of a page */
};

/* Makes a name plain: without blanks around it, byte order marks and characters without width; of
** Markdown, without its links, backticks, emphasis and escapes. *name is then a part of what it was,
** or lies in `room`, whose former contents are lost. Fails only without memory. */
int name_plain(struct text *name, enum name_markup markup, struct array *room);

#endif
