#include "release/name.h"
#include "base/text.h"

#include <string.h>

bool same_version(const struct release *release, const char *version, bool preview) {
    size_t size = strlen(version);
    const char *rest = release->version + size;
    return text_starts(release->version, strlen(release->version), version) &&
           (preview ? text_is(rest, strlen(rest), " Insider") : *rest == '\0');
}

/* Is it a release of the product? With a version, 'Windows Server' means any server. */
static bool same_product(const struct release *release, const struct product *product,
                         bool has_version) {
    const char *name = product->server ? release->server : release->client;
    if (has_version && product->server && strcmp(product->name, "Windows Server") == 0)
        return *name != '\0';
    return strcmp(name, product->name) == 0;
}

uint32_t name_build(const struct release_list *list, const struct product *product,
                    const char *version, bool is_preview) {
    uint32_t build = 0;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct release *release = &list->releases[i];
        if (same_product(release, product, *version != '\0') &&
            (!*version || same_version(release, version, is_preview))) {
            build = release->build;
            count++;
        }
    }
    return count == 1 ? build : 0;
}

uint32_t version_build(const struct release_list *list, const char *text, size_t size) {
    uint32_t build = 0;
    for (size_t i = 0; i < list->count; i++) {
        const char *version = list->releases[i].version;
        if (strcspn(version, " ") == size && text_equal_nocase(version, text, size))
            build = list->releases[i].build;
    }
    return build;
}

bool list_has_product(const struct release_list *list, const struct product *product) {
    for (size_t i = 0; i < list->count; i++)
        if (same_product(&list->releases[i], product, false))
            return true;
    return false;
}
