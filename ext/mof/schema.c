#include "mof/schema.h"
#include "base/error.h"
#include "mof/merge.h"

#include <assert.h>

int mof_schema_start(struct mof_schema *schema, uint64_t seed) {
    schema->lists.set.seed = schema->namespace_set.seed = seed;
    schema->class_set.seed = schema->member_set.seed = seed;
    return pool_start(&schema->pool, seed);
}

void mof_schema_free(struct mof_schema *schema) {
    struct array *arrays[] = {&schema->namespaces, &schema->classes,  &schema->members,
                              &schema->parameters, &schema->includes, &schema->inherited,
                              &schema->positions};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        array_free(arrays[i]);
    pool_free(&schema->pool);
    unique_runs_free(&schema->lists);
    index_set_free(&schema->namespace_set);
    index_set_free(&schema->class_set);
    index_set_free(&schema->member_set);
    *schema = (struct mof_schema){0};
}

const uint64_t *mof_list(const struct mof_schema *schema, uint32_t list, size_t *count) {
    *count = 0;
    if (!list)
        return NULL;
    *count = ((const struct unique_run *)schema->lists.runs.items)[list - 1].count;
    return unique_run_words(&schema->lists, list - 1);
}

/* --- Look-ups --- */

/* What is looked for. */
struct key {
    const struct mof_schema *schema;
    const struct mof_class_key *class_key;
    uint32_t class_index; /* of a member */
    struct text name;
};

static bool is_name(const struct key *key, uint32_t offset) {
    const struct pool *pool = &key->schema->pool;
    const char *stored = pool_string(pool, offset);
    size_t size = key->name.size;
    return size < pool->strings.count - offset && !stored[size] &&
           text_equal_nocase(stored, key->name.text, size);
}

static bool namespace_equal(const void *context, uint32_t index) {
    const struct key *key = context;
    return is_name(key, ((const uint32_t *)key->schema->namespaces.items)[index]);
}

static bool class_equal(const void *context, uint32_t index) {
    const struct key *key = context;
    const struct mof_class *found = mof_class_at(key->schema, index);
    return found->key.group == key->class_key->group &&
           found->key.namespace_name == key->class_key->namespace_name &&
           found->key.amends == key->class_key->amends && is_name(key, found->name);
}

static bool member_equal(const void *context, uint32_t index) {
    const struct key *key = context;
    const struct mof_member *found = mof_member_at(key->schema, index);
    return found->class_index == key->class_index && is_name(key, found->name);
}

static uint64_t class_hash(const struct key *key) {
    const struct mof_class_key *class_key = key->class_key;
    uint64_t hash = text_hash_nocase(key->schema->class_set.seed, key->name.text, key->name.size);
    hash = text_scramble(hash + ((uint64_t)class_key->group << 32 | class_key->namespace_name));
    return text_scramble(hash + class_key->amends);
}

static uint64_t member_hash(const struct key *key) {
    uint64_t seed = key->schema->member_set.seed;
    return text_scramble(text_hash_nocase(seed, key->name.text, key->name.size) + key->class_index);
}

/* The class, declared or taken back. */
static uint32_t find_class(const struct key *key) {
    return index_set_find(&key->schema->class_set, class_hash(key), class_equal, key);
}

static uint32_t find_member(const struct key *key) {
    return index_set_find(&key->schema->member_set, member_hash(key), member_equal, key);
}

uint32_t mof_schema_find(const struct mof_schema *schema, const struct mof_class_key *key,
                         struct text name) {
    const struct key wanted = {.schema = schema, .class_key = key, .name = name};
    uint32_t index = find_class(&wanted);
    return index != MOF_NONE && mof_class_at(schema, index)->is_declared ? index : MOF_NONE;
}

uint32_t mof_schema_find_member(const struct mof_schema *schema, uint32_t class_index,
                                struct text name) {
    const struct key wanted = {.schema = schema, .class_index = class_index, .name = name};
    uint32_t index = find_member(&wanted);
    return index != MOF_NONE && mof_member_at(schema, index)->is_declared ? index : MOF_NONE;
}

/* --- Adding --- */

int mof_schema_namespace(struct mof_schema *schema, struct text text, uint32_t *name) {
    const struct key key = {.schema = schema, .name = text};
    uint64_t hash = text_hash_nocase(schema->namespace_set.seed, text.text, text.size);
    uint32_t index = index_set_find(&schema->namespace_set, hash, namespace_equal, &key);
    if (index != UINT32_MAX) {
        *name = ((const uint32_t *)schema->namespaces.items)[index];
        return ERROR_NONE;
    }
    TRY(pool_text(&schema->pool, text, name));
    TRY(array_append(&schema->namespaces, name, 1, sizeof *name, &index));
    return index_set_add(&schema->namespace_set, hash, index);
}

int mof_schema_class(struct mof_schema *schema, const struct mof_class *said, uint32_t *index,
                     struct mof_fault *fault) {
    struct mof_class added = *said;
    const struct key key = {
        .schema = schema, .class_key = &said->key, .name = mof_text(schema, said->name)};
    *index = find_class(&key);
    if (*index != MOF_NONE && mof_class_at(schema, *index)->is_declared)
        return mof_merge_class(schema, mof_class_at(schema, *index), said, fault);
    added.is_declared = true;
    added.first_member = added.last_member = MOF_NONE;
    if (*index != MOF_NONE) {
        *mof_class_at(schema, *index) = added;
        return ERROR_NONE;
    }
    uint64_t hash = class_hash(&key);
    TRY(array_append(&schema->classes, &added, 1, sizeof added, index));
    return index_set_add(&schema->class_set, hash, *index);
}

/* Puts the member behind the others of its class. */
static void link_member(struct mof_schema *schema, uint32_t index) {
    struct mof_class *owner = mof_class_at(schema, mof_member_at(schema, index)->class_index);
    mof_member_at(schema, index)->next = MOF_NONE;
    if (owner->last_member == MOF_NONE)
        owner->first_member = index;
    else
        mof_member_at(schema, owner->last_member)->next = index;
    owner->last_member = index;
}

int mof_schema_member(struct mof_schema *schema, const struct mof_member *said,
                      const struct mof_parameter *parameters, struct mof_fault *fault) {
    struct mof_member added = *said;
    const struct key key = {
        .schema = schema, .class_index = said->class_index, .name = mof_text(schema, said->name)};
    uint32_t index = find_member(&key);
    if (index != MOF_NONE && mof_member_at(schema, index)->is_declared)
        return mof_merge_member(schema, mof_member_at(schema, index), said, parameters, fault);
    added.is_declared = true;
    TRY(array_append(&schema->parameters, parameters, said->parameter_count, sizeof *parameters,
                     &added.first_parameter));
    if (index == MOF_NONE) {
        uint64_t hash = member_hash(&key);
        TRY(array_append(&schema->members, &added, 1, sizeof added, &index));
        TRY(index_set_add(&schema->member_set, hash, index));
    } else {
        *mof_member_at(schema, index) = added;
    }
    link_member(schema, index);
    return ERROR_NONE;
}

void mof_schema_delete(struct mof_schema *schema, const struct mof_class_key *key, struct text name,
                       uint32_t file) {
    uint32_t index = mof_schema_find(schema, key, name);
    if (index == MOF_NONE)
        return;
    struct mof_class *deleted = mof_class_at(schema, index);
    uint32_t next = deleted->first_member;
    deleted->is_declared = deleted->is_shared || deleted->place.file != file;
    deleted->first_member = deleted->last_member = MOF_NONE;
    while (next != MOF_NONE) {
        struct mof_member *member = mof_member_at(schema, next);
        uint32_t at = next;
        next = member->next;
        member->is_declared = member->is_shared || member->place.file != file;
        if (member->is_declared)
            link_member(schema, at);
    }
}
