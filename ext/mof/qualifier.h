/* What a qualifier says, once its value has been read. Private to ext/mof. */
#ifndef WMI_MOF_QUALIFIER_H
#define WMI_MOF_QUALIFIER_H

#include "mof/parse.h"

/* A qualifier that says something of the schema. */
struct mof_known;

/* The one of that name, or NULL: the others are passed over. */
const struct mof_known *mof_qualifier_find(const struct mof_token *name);

/* Notes what it says. The value has been kept. */
int mof_qualifier_set(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                      const struct mof_known *known, const struct mof_value *value);

/* Takes a flavor: ToSubclass. */
bool mof_is_flavor(const struct mof_token *token);
int mof_parse_flavor(struct mof_parser *parser);

#endif
