/*
** Names in version strings: products and versions, against the release list. Private to ext/release.
*/
#ifndef WMI_RELEASE_NAME_H
#define WMI_RELEASE_NAME_H

#include "base/text.h"
#include "release/list.h"

#include <stdbool.h>

enum family { FAMILY_CLIENT, FAMILY_SERVER, FAMILY_STACK };

/* A product as a string names it. */
struct product {
    enum family family;
    uint32_t number; /* 7, 8, 81 for 8.1, 10, 11; 2019; NAME_OLD; or 0: the version alone tells */
    bool r2;
};

/* The number of a product that is older than every release of the list. */
enum { NAME_OLD = 1 };

enum { VERSION_MAX = 8 };

/* What a string says about a release by name. */
struct name {
    struct product product;
    char version[VERSION_MAX]; /* '22H2', '1809', '6.3'; or "" */
    uint32_t pack;             /* the service pack, or 0 */
    bool servicing;            /* LTSC */
};

/* The one build of that name, or 0 when there is none or more than one. */
uint32_t name_build(const struct release_list *list, const struct name *name);

/* May that product be that build? Windows 10 may be any build since it came out: tools call newer
** systems so. `version` "" for none. */
bool name_allows(const struct release_list *list, const struct product *product,
                 const char *version, uint32_t build);

/* Is that build of that version, or, for the label of a build, the core of one that is? */
bool name_has_version(const struct release_list *list, const char *version, uint32_t build,
                      bool is_label);

/* Is it the year of a server; and the version of any release? */
bool name_is_server_year(const struct release_list *list, uint32_t year);
bool name_is_version(const struct release_list *list, struct text text);

/* Writes the version that the text means, by whatever name ('19H2', 'anniversary update'). */
void name_set_version(char version[VERSION_MAX], struct text text);

/* The version of a client that is called by a year of long-term servicing, or NULL. */
const char *name_servicing_version(uint32_t client, uint32_t year);

#endif
