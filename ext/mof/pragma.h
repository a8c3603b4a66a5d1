/* Pragmas. Private to ext/mof. */
#ifndef WMI_MOF_PRAGMA_H
#define WMI_MOF_PRAGMA_H

#include "mof/state.h"

/* Reads what stands behind #. */
int mof_parse_pragma(struct mof_parser *parser);

#endif
