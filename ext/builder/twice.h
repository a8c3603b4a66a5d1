/*
** Lines of one source that say different things of one member. Private to the builder.
*/
#ifndef WMI_BUILDER_TWICE_H
#define WMI_BUILDER_TWICE_H

#include "builder/masks.h"

/* Checks the rows of one member, of which those of one spelling stand together as they were read: two of one
** spelling and one source that both say that it is there on some build contradict each other where their
** types, categories or keys differ. (That a member is another one on another build, or that sources call
** a type by other names, is no contradiction.) ERROR_INPUT with a message that names both. */
int twice_check(const struct builder *builder, const struct masks *masks, const uint32_t *rows,
                uint32_t count, struct error *error);

#endif
