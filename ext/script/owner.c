#include "script/owner.h"

uint32_t owner_new(struct script_found *found) {
    static const uint32_t nobody[2] = {VALUE_OTHER, VALUE_OTHER};
    uint32_t index = 0;
    size_t count = found->owners.count ? 1 : 2;
    if (!found->failed)
        found->failed =
            array_append(&found->owners, nobody, count, sizeof *nobody, &index) != ERROR_NONE;
    return found->failed ? 0 : index + (uint32_t)count - 1;
}

/* An owner may be the same as another: OWNER_LINK + that one. */
#define OWNER_LINK VALUE_CLASSES

static bool is_link(uint32_t owner) {
    return owner >= OWNER_LINK && owner < VALUE_PENDING;
}

static uint32_t *find(const struct script_found *found, uint32_t owner) {
    uint32_t *owners = found->owners.items;
    if (!owner || owner >= found->owners.count)
        return NULL;
    while (is_link(owners[owner])) {
        uint32_t next = owners[owner] - OWNER_LINK;
        if (is_link(owners[next]))
            owners[owner] = owners[next]; /* so that chains stay short */
        owner = next;
    }
    return &owners[owner];
}

void owner_own(struct script_found *found, uint32_t owner, uint32_t of) {
    uint32_t *owns = find(found, owner);
    if (owns)
        *owns = of < VALUE_CLASSES || of == VALUE_UNKNOWN ? of : VALUE_OTHER;
}

uint32_t owner_owns(const struct script_found *found, uint32_t owner) {
    const uint32_t *owns = find(found, owner);
    return owns ? *owns : VALUE_OTHER;
}

void owner_use(struct script_found *found, uint32_t owner, uint32_t of) {
    uint32_t *owns = find(found, owner);
    if (owns && of < VALUE_CLASSES)
        *owns = *owns == VALUE_OTHER || *owns == of ? of : VALUE_UNKNOWN;
}

void owner_join(struct script_found *found, uint32_t owner, uint32_t joined) {
    uint32_t *first = find(found, owner), *second = find(found, joined);
    if (!first || !second || first == second ||
        second != (uint32_t *)found->owners.items + joined) /* it is joined already */
        return;
    uint32_t of = *second;
    *second = OWNER_LINK + (uint32_t)(first - (uint32_t *)found->owners.items);
    owner_use(found, owner, of);
}
