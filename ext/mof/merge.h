/*
** A second declaration of what is declared already: alike it merges, of texts the first counts.
*/
#ifndef WMI_MOF_MERGE_H
#define WMI_MOF_MERGE_H

#include "mof/declared.h"

int mof_merge_class(const struct mof_schema *schema, struct mof_class *known,
                    const struct mof_class *said, struct mof_fault *fault);

int mof_merge_member(const struct mof_schema *schema, struct mof_member *known,
                     const struct mof_member *said, const struct mof_parameter *parameters,
                     struct mof_fault *fault);

/* The name of a type: "uint32", "string"; of a class for references and objects of one. */
struct text mof_type_name(const struct mof_schema *schema, struct mof_type type);

#endif
