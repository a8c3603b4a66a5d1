/*
** The hash indexes of the report image: open addressing with linear probing over a power of two of
** 32-bit slots. A slot holds an element's index in its low bits, as many as the capacity needs, and
** bits of the hash above them, so that a probe seldom looks at a wrong element. 0 is an empty slot:
** what is stored is the index plus one.
*/
#ifndef WMI_REPORT_SLOTS_H
#define WMI_REPORT_SLOTS_H

#include "base/text.h"
#include "report/report.h"

struct slots_probe {
    const uint32_t *slots;
    uint32_t mask; /* capacity - 1: also the bits of a slot that hold the index */
    uint32_t position;
    uint32_t tag; /* the bits of the hash that a matching slot bears */
};

/* The hash of a member, from text_hash_nocase() of its class and of its name. */
static inline uint64_t slots_member_hash(uint64_t class_name, uint64_t member) {
    return text_mix(class_name, member);
}

static inline uint32_t slots_build_hash(uint32_t number) {
    return (uint32_t)(number * UINT32_C(0x9e3779b1)) >> 16;
}

static inline struct slots_probe slots_start(const uint32_t *slots, uint32_t capacity,
                                             uint64_t hash) {
    uint32_t mask = capacity - 1;
    return (struct slots_probe){slots, mask, (uint32_t)(hash >> 32) & mask, (uint32_t)hash & ~mask};
}

static inline struct slots_probe slots_probe(const struct report *report, struct report_array array,
                                             uint64_t hash) {
    return slots_start(report_array(report, array), array.count, hash);
}

/* The next element that may be the one that is looked for, or REPORT_NONE. */
static inline uint32_t slots_next(struct slots_probe *probe) {
    for (;;) {
        uint32_t slot = probe->slots[probe->position];
        if (slot == 0)
            return REPORT_NONE;
        probe->position = (probe->position + 1) & probe->mask;
        if ((slot & ~probe->mask) == probe->tag)
            return (slot & probe->mask) - 1;
    }
}

/* The capacity for that many elements: at most three quarters full, and one index more than there
** are elements, because 0 means empty. */
static inline uint32_t slots_capacity(uint32_t count) {
    uint32_t capacity = 4;
    while (capacity / 4 * 3 <= count)
        capacity *= 2;
    return capacity;
}

/* Enters element `index` into cleared slots of that capacity, which hold no equal element. */
static inline void slots_put(uint32_t *slots, uint32_t capacity, uint64_t hash, uint32_t index) {
    struct slots_probe probe = slots_start(slots, capacity, hash);
    while (slots[probe.position])
        probe.position = (probe.position + 1) & probe.mask;
    slots[probe.position] = probe.tag | (index + 1);
}

#endif
