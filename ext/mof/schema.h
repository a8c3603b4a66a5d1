/*
** The declarations of MOF files, gathered over any number of files in any order.
**
** The parser hands over what it reads, one class and one member at a time. What is declared twice
** alike merges; of texts the first counts. What contradicts is a fault that names both places.
** mof_amend() and mof_inherit() then say what each class has in all.
*/
#ifndef WMI_MOF_SCHEMA_H
#define WMI_MOF_SCHEMA_H

#include "mof/declared.h"

/* Makes an empty schema. `seed` is that of the hashes. */
int mof_schema_start(struct mof_schema *schema, uint64_t seed);
void mof_schema_free(struct mof_schema *schema);

/* The name of a namespace as it is written first, whatever its case: root\cimv2. */
int mof_schema_namespace(struct mof_schema *schema, struct text text, uint32_t *name);

/* Adds a declaration of a class, of which the key, name, superclass, qualifiers and place count.
** *index is the class's. */
int mof_schema_class(struct mof_schema *schema, const struct mof_class *said, uint32_t *index,
                     struct mof_fault *fault);

/* Adds a declaration of a member, of which all but next counts, with its parameters. */
int mof_schema_member(struct mof_schema *schema, const struct mof_member *said,
                      const struct mof_parameter *parameters, struct mof_fault *fault);

/* Takes back the class and those of its members that this file alone has declared so far. */
void mof_schema_delete(struct mof_schema *schema, const struct mof_class_key *key, struct text name,
                       uint32_t file);

/* --- Reading it --- */

/* The class of that key and name, in any case, or MOF_NONE. */
uint32_t mof_schema_find(const struct mof_schema *schema, const struct mof_class_key *key,
                         struct text name);

/* The member of that class and name, in any case, or MOF_NONE. Inherited ones do not count. */
uint32_t mof_schema_find_member(const struct mof_schema *schema, uint32_t class_index,
                                struct text name);

/* The texts of a list, offsets in the pool; *count is 0 for list 0. */
const uint64_t *mof_list(const struct mof_schema *schema, uint32_t list, size_t *count);

#endif
