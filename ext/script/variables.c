#include "script/variables.h"

#include "base/memory.h"
#include "base/text.h"
#include "script/found.h"

uint32_t script_variables_tag(const struct script_variables *variables, const char *name,
                              size_t size) {
    uint64_t hash = variables->cased ? text_hash(0, name, size) : text_hash_nocase(0, name, size);
    return (uint32_t)(hash ^ hash >> 32) | UINT32_C(0x80000000);
}

static bool same_name(const struct script_variables *variables, const char *a, const char *b,
                      size_t size) {
    return variables->cased ? memcmp(a, b, size) == 0 : text_equal_nocase(a, b, size);
}

static struct script_variable *find_slot(const struct script_variables *variables, const char *name,
                                         size_t size, bool function) {
    size_t mask = variables->capacity - 1;
    for (size_t i = script_variables_tag(variables, name, size) & mask;; i = (i + 1) & mask) {
        struct script_variable *slot = &variables->slots[i];
        if (!slot->name || (slot->size == size && slot->function == function &&
                            same_name(variables, slot->name, name, size)))
            return slot;
    }
}

uint32_t script_variables_get(const struct script_variables *variables, const char *name,
                              size_t size, bool function, bool *known) {
    const struct script_variable *slot = NULL;
    if (variables->capacity)
        slot = find_slot(variables, name, size, function);
    bool set = slot && slot->name;
    if (known)
        *known = set;
    return set ? slot->value : VALUE_UNKNOWN;
}

static bool grow(struct script_variables *variables) {
    struct script_variables grown = *variables;
    grown.capacity = variables->capacity ? variables->capacity * 4 : 64;
    grown.slots = memory_alloc(grown.capacity * sizeof *grown.slots);
    if (!grown.slots)
        return false;
    memset(grown.slots, 0, grown.capacity * sizeof *grown.slots);
    for (size_t i = 0; i < variables->capacity; i++) {
        const struct script_variable *old = &variables->slots[i];
        if (old->name)
            *find_slot(&grown, old->name, old->size, old->function) = *old;
    }
    memory_free(variables->slots);
    variables->slots = grown.slots;
    variables->capacity = grown.capacity;
    return true;
}

void script_variables_set(struct script_variables *variables, const char *name, size_t size,
                          bool function, uint32_t value) {
    if (!size || size > UINT16_MAX || variables->failed)
        return;
    bool known;
    if (script_variables_get(variables, name, size, function, &known) == value && known)
        return;
    if (!known &&
        (variables->count >= SCRIPT_VARIABLES_MAX || (value == VALUE_UNKNOWN && !function)))
        return;
    if (!known && variables->count >= variables->capacity / 2 && !grow(variables)) {
        variables->failed = true;
        return;
    }
    struct script_variable *slot = find_slot(variables, name, size, function);
    variables->count += !known;
    uint32_t sole = known ? slot->sole : VALUE_UNKNOWN;
    if (value < VALUE_CLASSES)
        sole = sole == VALUE_UNKNOWN || sole == value ? value : VALUE_OTHER;
    *slot = (struct script_variable){name, (uint32_t)size, value, sole, function};
}

uint32_t script_variables_sole(const struct script_variables *variables, uint32_t tag) {
    size_t mask = variables->capacity - 1;
    for (size_t i = tag & mask; variables->capacity && variables->slots[i].name;
         i = (i + 1) & mask) {
        const struct script_variable *slot = &variables->slots[i];
        if (!slot->function && script_variables_tag(variables, slot->name, slot->size) == tag)
            return slot->sole;
    }
    return VALUE_UNKNOWN;
}

void script_variables_free(struct script_variables *variables) {
    memory_free(variables->slots);
}
