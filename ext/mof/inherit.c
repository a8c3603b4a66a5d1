#include "mof/inherit.h"
#include "base/error.h"
#include "mof/amend.h"

#include <assert.h>

#define DEPTH_SOUGHT UINT32_MAX /* of the classes whose depth is being found */

int mof_inherit_start(struct mof_schema *schema) {
    uint32_t index;
    mof_amend(schema);
    schema->inherited.count = schema->positions.count = 0;
    schema->listed = 0;
    for (size_t i = 0; i < schema->members.count; i++) {
        const uint32_t nowhere = MOF_NONE;
        TRY(array_append(&schema->positions, &nowhere, 1, sizeof nowhere, &index));
    }
    return ERROR_NONE;
}

/* --- The classes above --- */

static int circle(const struct mof_schema *schema, const struct mof_class *class_at,
                  const struct mof_class *parent, struct mof_fault *fault) {
    *fault = (struct mof_fault){.place = class_at->place,
                                .subject = "the superclass ",
                                .found = mof_text(schema, class_at->superclass),
                                .expected = "one that does not derive from ",
                                .same = mof_text(schema, class_at->name),
                                .other = parent->place};
    return ERROR_INPUT;
}

static int too_deep(const struct mof_schema *schema, const struct mof_class *class_at,
                    struct mof_fault *fault) {
    *fault = (struct mof_fault){.place = class_at->place,
                                .subject = "the class ",
                                .found = mof_text(schema, class_at->name),
                                .expected = "at most 256 classes above one another"};
    return ERROR_INPUT;
}

/* The class above this one, or MOF_NONE where there is none and where no file declares it. */
static uint32_t find_parent(const struct mof_schema *schema, const struct mof_class *class_at) {
    if (!class_at->superclass)
        return MOF_NONE;
    return mof_schema_find(schema, &class_at->key, mof_text(schema, class_at->superclass));
}

/* Writes the class and those above it that were not found yet to `path`, the highest last. */
static int climb(struct mof_schema *schema, uint32_t index, uint32_t *path, size_t *count,
                 struct mof_fault *fault) {
    *count = 0;
    while (index != MOF_NONE && !mof_class_at(schema, index)->depth) {
        struct mof_class *class_at = mof_class_at(schema, index);
        if (*count == MOF_DEPTH_MAX)
            return too_deep(schema, class_at, fault);
        path[(*count)++] = index;
        class_at->depth = DEPTH_SOUGHT;
        class_at->parent = find_parent(schema, class_at);
        index = class_at->parent;
        if (index != MOF_NONE && mof_class_at(schema, index)->depth == DEPTH_SOUGHT)
            return circle(schema, class_at, mof_class_at(schema, index), fault);
    }
    if (index != MOF_NONE && mof_class_at(schema, index)->depth + *count > MOF_DEPTH_MAX)
        return too_deep(schema, mof_class_at(schema, path[0]), fault);
    return ERROR_NONE;
}

/* --- How many members --- */

static uint64_t weight(const struct mof_member *member) {
    return 1 + (uint64_t)member->parameter_count;
}

/* Counts what the class has. */
static int note_listed(struct mof_schema *schema, const struct mof_class *class_at,
                       struct mof_fault *fault) {
    schema->listed += class_at->listed;
    if (schema->listed <= MOF_LISTED_FREE + schema->text_size)
        return ERROR_NONE;
    *fault = (struct mof_fault){
        .place = class_at->place,
        .subject = "too many inherited members and parameters at the class ",
        .found = mof_text(schema, class_at->name),
        .expected = "at most 1,000,000 in all and one more for each byte of MOF text"};
    return ERROR_INPUT;
}

/* --- Members --- */

static void take_flags(struct mof_qualifiers *own, const struct mof_qualifiers *above,
                       uint32_t flags) {
    uint32_t unsaid = flags & above->said & ~own->said;
    own->said |= unsaid;
    own->yes |= unsaid & above->yes;
}

/* What the overriding member does not say is as in the one above. That this is deprecated says
** nothing of the other. */
static void take_qualifiers(struct mof_qualifiers *own, const struct mof_qualifiers *above) {
    bool has_description = false, has_values = own->value_map != 0;
    take_flags(own, above,
               UINT32_C(1) << MOF_KEY | UINT32_C(1) << MOF_READ | UINT32_C(1) << MOF_WRITE);
    for (int i = 0; i < MOF_LANGUAGES; i++) {
        has_description |= own->texts[i].description != 0;
        has_values |= own->texts[i].values != 0;
    }
    if (!has_description)
        own->locale = above->locale;
    for (int i = 0; i < MOF_LANGUAGES; i++) {
        if (!has_description)
            own->texts[i].description = above->texts[i].description;
        if (!has_values)
            own->texts[i].values = above->texts[i].values;
    }
    if (!own->value_map)
        own->value_map = above->value_map;
}

/* The member of that name that a class of this parent inherits, or MOF_NONE. */
static uint32_t find_above(const struct mof_schema *schema, uint32_t parent, uint32_t name) {
    struct text text = mof_text(schema, name);
    uint32_t found = MOF_NONE;
    for (; parent != MOF_NONE && found == MOF_NONE; parent = mof_class_at(schema, parent)->parent)
        found = mof_schema_find_member(schema, parent, text);
    return found;
}

/* Adds all that the parent has; `positions` says of each member where it stands in the list. */
static int add_inherited(struct mof_schema *schema, struct mof_class *class_at) {
    if (class_at->parent == MOF_NONE)
        return ERROR_NONE;
    const struct mof_class *parent = mof_class_at(schema, class_at->parent);
    uint32_t *positions = schema->positions.items;
    for (uint32_t i = 0; i < parent->inherited_count; i++) {
        uint32_t member = mof_members(schema, parent)[i];
        TRY(array_append(&schema->inherited, &member, 1, sizeof member, &positions[member]));
    }
    return ERROR_NONE;
}

static int add_own(struct mof_schema *schema, struct mof_class *class_at) {
    const uint32_t *positions = schema->positions.items;
    uint32_t index;
    for (uint32_t i = class_at->first_member; i != MOF_NONE; i = mof_member_at(schema, i)->next) {
        struct mof_member *own = mof_member_at(schema, i);
        uint32_t above = find_above(schema, class_at->parent, own->name);
        class_at->listed += weight(own);
        if (above == MOF_NONE) {
            TRY(array_append(&schema->inherited, &i, 1, sizeof i, &index));
            continue;
        }
        assert(((uint32_t *)schema->inherited.items)[positions[above]] == above);
        ((uint32_t *)schema->inherited.items)[positions[above]] = i;
        class_at->listed -= weight(mof_member_at(schema, above));
        if (mof_member_at(schema, above)->is_method == own->is_method)
            take_qualifiers(&own->qualifiers, &mof_member_at(schema, above)->qualifiers);
    }
    return ERROR_NONE;
}

static int find_members(struct mof_schema *schema, struct mof_class *class_at,
                        struct mof_fault *fault) {
    class_at->depth = 1;
    class_at->listed = 0;
    class_at->is_known = !class_at->superclass;
    class_at->first_inherited = (uint32_t)schema->inherited.count;
    if (class_at->parent != MOF_NONE) {
        const struct mof_class *parent = mof_class_at(schema, class_at->parent);
        class_at->depth = parent->depth + 1;
        class_at->is_known = parent->is_known;
        class_at->listed = parent->listed;
        take_flags(&class_at->qualifiers, &parent->qualifiers, UINT32_C(1) << MOF_ASSOCIATION);
    }
    TRY(add_inherited(schema, class_at));
    TRY(add_own(schema, class_at));
    class_at->inherited_count = (uint32_t)schema->inherited.count - class_at->first_inherited;
    return note_listed(schema, class_at, fault);
}

int mof_inherit(struct mof_schema *schema, uint32_t class_index, struct mof_fault *fault) {
    uint32_t path[MOF_DEPTH_MAX];
    size_t count;
    TRY(climb(schema, class_index, path, &count, fault));
    while (count)
        TRY(find_members(schema, mof_class_at(schema, path[--count]), fault));
    return ERROR_NONE;
}
