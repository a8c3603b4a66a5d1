#include "builder/classes.h"

#include <stdlib.h>

/* A class as one number, in the order of the report. */
static uint64_t key_of(uint32_t name, uint32_t namespace_name) {
    return (uint64_t)name << 32 | namespace_name;
}

/* One mention of a class: its key, and a spelling of it. */
struct mention {
    uint64_t key;
    uint32_t spelling;
    uint32_t order;
};

static int by_key(const void *a, const void *b) {
    const struct mention *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* Appends a mention, unless the one before it is of the same class. */
static int mention(struct array *mentions, uint64_t key, uint32_t spelling) {
    const struct mention *all = mentions->items;
    struct mention added = {key, spelling, (uint32_t)mentions->count};
    uint32_t index;
    if (mentions->count && all[mentions->count - 1].key == key)
        return ERROR_NONE;
    return array_append(mentions, &added, 1, sizeof added, &index);
}

static int gather(const struct builder *builder, const struct merged *merged,
                  struct array *mentions) {
    const struct row *rows = builder->rows.items;
    const struct class_fact *facts = builder->facts.items;
    for (size_t i = 0; i < builder->rows.count; i++)
        TRY(mention(mentions,
                    key_of(merged_rank(builder, merged, rows[i].class_spelling),
                           merged_namespace(builder, merged, rows[i].namespace_spelling)),
                    rows[i].class_spelling));
    for (size_t i = 0; i < builder->facts.count; i++)
        TRY(mention(mentions,
                    key_of(merged_rank(builder, merged, facts[i].class_spelling),
                           merged_namespace(builder, merged, facts[i].namespace_spelling)),
                    facts[i].class_spelling));
    return ERROR_NONE;
}

uint32_t classes_index(const struct merged *merged, uint32_t name, uint32_t namespace_name) {
    const struct merged_class *classes = merged->classes.items;
    uint32_t low = 0, high = (uint32_t)merged->classes.count;
    uint64_t key = key_of(name, namespace_name);
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (key_of(classes[middle].name, classes[middle].namespace_name) <= key)
            low = middle;
        else
            high = middle;
    }
    assert(key_of(classes[low].name, classes[low].namespace_name) == key);
    return low;
}

/* Takes from a fact what the class lacks. */
static void add_fact(struct merged_class *named, const struct class_fact *fact) {
    const uint32_t said[] = {fact->superclass, fact->deprecated, fact->is_abstract,
                             fact->is_association};
    uint32_t *const held[] = {&named->superclass, &named->deprecated, &named->is_abstract,
                              &named->is_association};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (!*held[i])
            *held[i] = said[i];
}

int classes_make(const struct builder *builder, struct merged *merged) {
    struct array mentions = {0};
    int code = gather(builder, merged, &mentions);
    struct mention *sorted = mentions.items;
    if (code == ERROR_NONE)
        qsort(sorted, mentions.count, sizeof *sorted, by_key);
    for (size_t i = 0; code == ERROR_NONE && i < mentions.count; i++) {
        struct merged_class named = {.name = (uint32_t)(sorted[i].key >> 32),
                                     .namespace_name = (uint32_t)sorted[i].key,
                                     .spelling = sorted[i].spelling};
        uint32_t index;
        if (i == 0 || sorted[i].key != sorted[i - 1].key)
            code = array_append(&merged->classes, &named, 1, sizeof named, &index);
    }
    array_free(&mentions);
    if (code == ERROR_NONE)
        code = masks_make_members(&merged->masks, merged->classes.count);
    const struct class_fact *facts = builder->facts.items;
    struct merged_class *classes = merged->classes.items;
    for (size_t i = 0; code == ERROR_NONE && i < builder->facts.count; i++) {
        uint32_t index =
            classes_index(merged, merged_rank(builder, merged, facts[i].class_spelling),
                          merged_namespace(builder, merged, facts[i].namespace_spelling));
        add_fact(&classes[index], &facts[i]);
        masks_note_members(&merged->masks, builder, &facts[i], index);
    }
    return code;
}

void classes_note_members(struct merged *merged) {
    struct merged_class *classes = merged->classes.items;
    const struct merged_member *members = merged->members.items;
    uint32_t member = 0;
    for (size_t first = 0, next; first < merged->classes.count; first = next) {
        uint32_t first_member = member;
        while (member < merged->members.count && members[member].class_name == classes[first].name)
            member++;
        for (next = first;
             next < merged->classes.count && classes[next].name == classes[first].name; next++) {
            classes[next].first_member = first_member;
            classes[next].end_member = member;
        }
    }
    assert(member == merged->members.count);
}
