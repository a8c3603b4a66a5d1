/* The members of a class. Private to ext/mof. */
#ifndef WMI_MOF_MEMBER_H
#define WMI_MOF_MEMBER_H

#include "mof/state.h"

/* Reads a member of a class whose texts are in that locale. */
int mof_parse_member(struct mof_parser *parser, uint32_t class_index, uint32_t locale);

#endif
