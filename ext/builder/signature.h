/*
** The parameters of methods → signatures, equal ones once. Private to the builder.
*/
#ifndef WMI_BUILDER_SIGNATURE_H
#define WMI_BUILDER_SIGNATURE_H

#include "builder/rows.h"

struct parameter_kind {
    uint32_t type; /* a text */
    uint32_t direction;
};

/* What stands in a signature for one parameter, as SIGNATURE_WORDS words. */
struct signature_parameter {
    uint32_t name; /* a text */
    uint32_t kind; /* index */
    uint32_t position;
    uint32_t value_map; /* index + 1, or 0 */
};

enum { SIGNATURE_WORDS = sizeof(struct signature_parameter) / sizeof(uint64_t) };

struct signatures {
    struct unique kinds;     /* struct parameter_kind */
    struct unique_runs runs; /* struct signature_parameter, by position */
    uint32_t *by_method;     /* index + 1; owned */
};

/* Fills *signatures, which starts as {0} and is freed with signatures_free() whatever this
** returns. */
int signatures_make(struct signatures *signatures, const struct builder *builder,
                    struct error *error);
void signatures_free(struct signatures *signatures);

#endif
