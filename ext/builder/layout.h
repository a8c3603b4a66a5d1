/*
** Rows → the report image, by way of merged members. Private to the builder.
*/
#ifndef WMI_BUILDER_LAYOUT_H
#define WMI_BUILDER_LAYOUT_H

#include "builder/rows.h"

/* The texts of struct builder_origin, in the pool. */
struct layout_origin {
    uint32_t source, format, encoding, sha256;
};

/* Merges the rows and writes the image; see builder_finish(). */
int layout_report(const struct builder *builder, const struct layout_origin *origin,
                  const struct release_list *releases, struct report **report, struct error *error);

#endif
