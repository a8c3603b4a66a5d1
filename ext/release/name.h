/*
** Names in version strings: products and versions, against the release list. Private to release.c.
*/
#ifndef WMI_RELEASE_NAME_H
#define WMI_RELEASE_NAME_H

#include "release/release.h"

#include <stdbool.h>

struct product {
    char name[24]; /* as the list writes it; "" for none */
    bool server;
};

/* Is it a release of that version, or of its preview? */
bool same_version(const struct release *release, const char *version, bool is_preview);

/* The one build of that product and version ("" for any), or 0 when there is none or more than
** one. */
uint32_t name_build(const struct release_list *list, const struct product *product,
                    const char *version, bool is_preview);

/* The newest build of that version, or 0. */
uint32_t version_build(const struct release_list *list, const char *text, size_t size);

/* Does the list know the product? */
bool list_has_product(const struct release_list *list, const struct product *product);

#endif
