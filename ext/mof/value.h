/*
** Values and lists of qualifiers. A value may be an instance, what is assigned in an instance may
** have qualifiers, and a qualifier has a value: they are read together. Private to ext/mof.
*/
#ifndef WMI_MOF_VALUE_H
#define WMI_MOF_VALUE_H

#include "mof/parse.h"

/* Reads a value. Its text, and those of a list in the pool, are there if they are to be kept. */
int mof_parse_value(struct mof_parser *parser, bool keep, struct mof_value *value);

/* Reads `= value` if it comes next, and keeps nothing of it. */
int mof_parse_default(struct mof_parser *parser);

/* Reads `instance of ...` without what stands before and behind it. */
int mof_parse_instance(struct mof_parser *parser);

/* Reads a list of qualifiers if one comes next. */
int mof_parse_qualifiers(struct mof_parser *parser, struct mof_qualifiers *qualifiers);

#endif
