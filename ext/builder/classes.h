/*
** The classes that rows and facts name, each once for a namespace. Private to the builder.
*/
#ifndef WMI_BUILDER_CLASSES_H
#define WMI_BUILDER_CLASSES_H

#include "builder/merged.h"

/* Fills the classes of *merged, whose names are ranked: every class that a row or a fact names. */
int classes_make(const struct builder *builder, struct merged *merged);

/* The class of that name and namespace, which must be there. */
uint32_t classes_index(const struct merged *merged, uint32_t name, uint32_t namespace_name);

/* When the members are there: notes for each class where they stand. */
void classes_note_members(struct merged *merged);

#endif
