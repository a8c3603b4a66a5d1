/*
** What a class has in all: its own members and those of the classes above it, wherever these stand.
*/
#ifndef WMI_MOF_INHERIT_H
#define WMI_MOF_INHERIT_H

#include "mof/schema.h"

#define MOF_DEPTH_MAX 256 /* classes above one another */

/* Members, and parameters of methods, of all classes, those that are inherited counted for each class that
** has them. A class of two words may inherit all of a long one, so that their number could grow with
** the square of the text's; this way it does not grow faster than the text. The schema of DMTF has one
** for each 150 bytes. */
#define MOF_LISTED_FREE 1000000 /* and one more for each byte of the text */

/* Puts the texts of amendments where they belong, and makes ready for mof_inherit(). After it,
** nothing is added to the schema. Texts for a class or member that no file declares are dropped. */
int mof_inherit_start(struct mof_schema *schema);

/* Finds what a class has, those above it first: sets its parent, depth, is_known and inherited
** members. An override takes the place of what it overrides, and has its qualifiers where it does
** not say them itself. A class that stands above itself is a fault, and so is the one with which there
** are more members than MOF_LISTED_FREE says. */
int mof_inherit(struct mof_schema *schema, uint32_t class_index, struct mof_fault *fault);

/* The members of a class, inherited ones included and in their order; it must have been through
** mof_inherit(). */
static inline const uint32_t *mof_members(const struct mof_schema *schema,
                                          const struct mof_class *class_at) {
    const uint32_t *members = schema->inherited.items;
    return class_at->inherited_count ? members + class_at->first_inherited : NULL;
}

#endif
