#include "release/name.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Long-term servicing releases of clients are called by a year; each is one version, folded. */
static const struct {
    uint32_t client, year;
    char version[8];
} servicing_years[] = {
    {10, 2015, "1507"}, {10, 2016, "1607"}, {10, 2019, "1809"},
    {10, 2021, "21h2"}, {11, 2024, "24h2"},
};

/* Microsoft's own second names of versions, folded. */
static const struct {
    char alias[24], version[8];
} aliases[] = {
    {"19h1", "1903"},
    {"19h2", "1909"},
    {"20h1", "2004"},
    {"anniversary update", "1607"},
    {"creators update", "1703"},
    {"fall creators update", "1709"},
};

/* From 20H2 on the registry's ReleaseId stands still. */
static const char standing[] = "2009";
enum { STANDING_FIRST = 19041, BUILD_10 = 9841, BUILD_11 = 22000 };

void name_set_version(char version[VERSION_MAX], struct text text) {
    for (size_t i = 0; i < COUNT(aliases); i++)
        if (text_is(text, aliases[i].alias)) {
            memcpy(version, aliases[i].version, VERSION_MAX);
            return;
        }
    size_t length = text.size < VERSION_MAX ? text.size : VERSION_MAX - 1;
    memcpy(version, text.text, length);
    version[length] = '\0';
}

const char *name_servicing_version(uint32_t client, uint32_t year) {
    for (size_t i = 0; i < COUNT(servicing_years); i++)
        if (servicing_years[i].client == client && servicing_years[i].year == year)
            return servicing_years[i].version;
    return NULL;
}

static bool is_servicing_version(const struct name *name) {
    for (size_t i = 0; i < COUNT(servicing_years); i++)
        if (servicing_years[i].client == name->product.number &&
            text_is(text_of(name->version), servicing_years[i].version))
            return true;
    return false;
}

static bool is_text(const char *text, const char *literal) {
    return text_is(text_of(text), literal);
}

enum { PRODUCT_MAX = 32 };

/* The product as the list calls it; "" where its version alone tells. */
static void write_product(char text[PRODUCT_MAX], const struct product *product) {
    *text = '\0';
    if (!product->number)
        return;
    if (product->family == FAMILY_SERVER)
        snprintf(text, PRODUCT_MAX, "Windows Server %u%s", (unsigned)product->number,
                 product->r2 ? " R2" : "");
    else if (product->family == FAMILY_CLIENT)
        snprintf(text, PRODUCT_MAX, product->number == 81 ? "Windows 8.1" : "Windows %u",
                 (unsigned)product->number);
}

/* Is the release of that product, versions and service packs aside? `text`: as written. */
static bool has_product(const struct release *release, const struct product *product,
                        const char *text) {
    if (product->family == FAMILY_STACK)
        return strcmp(release->server, "Azure Stack HCI") == 0;
    if (*text)
        return strcmp(product->family == FAMILY_SERVER ? release->server : release->client, text) ==
               0;
    return product->family == FAMILY_CLIENT ||
           strncmp(release->server, "Windows Server", strlen("Windows Server")) == 0;
}

/* Is the release of that version; and of that service pack, where it is one of a service pack? */
static bool has_version(const struct release *release, const char *version, uint32_t pack) {
    size_t size = strcspn(release->version, " ");
    const char *rest = release->version + size;
    if (strncmp(rest, " SP", 3) == 0 && (pack != (uint32_t)(rest[3] - '0') || rest[4]))
        return false;
    return !*version || text_is((struct text){release->version, size}, version);
}

uint32_t name_build(const struct release_list *list, const struct name *name) {
    uint32_t build = 0;
    size_t count = 0;
    const char *version = name->version;
    if (is_text(version, standing))
        version = name->product.family == FAMILY_CLIENT && name->product.number == 10 ? "20H2"
                  : name->product.family == FAMILY_SERVER                             ? ""
                                                                                      : version;
    if (version != name->version && !*version && name->product.number < 2022)
        return 0;
    if (name->pack && name->product.family == FAMILY_CLIENT && name->product.number >= 8)
        return 0; /* volatility's Win8SP1 is Windows 8.1 */
    if (name->servicing && name->product.family == FAMILY_CLIENT && !is_servicing_version(name))
        return 0;
    char text[PRODUCT_MAX];
    write_product(text, &name->product);
    for (size_t i = 0; i < list->count; i++)
        if (has_product(&list->releases[i], &name->product, text) &&
            has_version(&list->releases[i], version, name->pack)) {
            build = list->releases[i].build;
            count++;
        }
    return count == 1 ? build : 0;
}

bool name_has_version(const struct release_list *list, const char *version, uint32_t build,
                      bool is_label) {
    if (is_text(version, standing))
        return build >= STANDING_FIRST;
    for (size_t i = 0; i < list->count; i++) {
        const struct release *release = &list->releases[i];
        if (text_is((struct text){release->version, strcspn(release->version, " ")}, version) &&
            (release->build == build || (is_label && release->core == build)))
            return true;
    }
    return false;
}

/* Older than every release of the list but that of Windows 7's service pack. */
static bool old_allows(const struct product *product, uint32_t build) {
    if (product->family == FAMILY_CLIENT)
        return product->number == 7 && build >= 7600 && build <= 7601;
    return product->number == 2008 &&
           (product->r2 ? build >= 7600 && build <= 7601 : build >= 6001 && build <= 6003);
}

bool name_allows(const struct release_list *list, const struct product *product,
                 const char *version, uint32_t build) {
    if (product->family == FAMILY_CLIENT && product->number >= 10 && product->number < 81)
        return build >= (product->number == 10 ? (uint32_t)BUILD_10 : (uint32_t)BUILD_11);
    if (!product->number || old_allows(product, build))
        return true;
    const struct release *release = release_of(list, build);
    if (!release)
        return false;
    if (product->family == FAMILY_SERVER && *version && *release->server &&
        has_version(release, version, 0)) /* 'Windows Server 2022 23H2' and 25398 */
        return true;
    char text[PRODUCT_MAX];
    write_product(text, product);
    return has_product(release, product, text);
}

bool name_is_server_year(const struct release_list *list, uint32_t year) {
    struct product product = {FAMILY_SERVER, year, false};
    char text[PRODUCT_MAX];
    write_product(text, &product);
    for (size_t i = 0; i < list->count; i++)
        if (has_product(&list->releases[i], &product, text))
            return true;
    return year == 2000 || year == 2003 || year == 2008;
}

bool name_is_version(const struct release_list *list, struct text text) {
    if (text_is(text, standing))
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (text_is(text, list->releases[i].version))
            return true;
    return false;
}
