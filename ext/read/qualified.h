/*
** Names as WMI writes its paths, in a column or a heading → their parts.
*/
#ifndef WMI_READ_QUALIFIED_H
#define WMI_READ_QUALIFIED_H

#include "read/row.h"

/* Takes the namespace off the front of a class that is written `root\cimv2:Class`, and gives it; an empty
** text where there is none. */
struct text qualified_namespace(struct text *class_name);

/* The class of the row at hand, from its column or the page's heading, and its namespace, from its own column
** or before the class. Sets `status` where the two differ. */
void qualified_class(struct row_reader *reader, struct text *namespace_name,
                     struct text *class_name);

/* The name of a method without the `()` behind it. */
struct text qualified_member(struct text member);

#endif
