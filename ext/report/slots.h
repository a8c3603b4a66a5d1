/*
** The hash indexes of the report image: open addressing with linear probing, three quarters full. A
** slot holds an element's index in its low bits, as many as the capacity needs, and bits of the hash
** above them, so that a probe seldom looks at a wrong element. 0 is an empty slot: what is stored is
** the index plus one. The bits are 24 in all while that leaves 8 of the hash, else 32.
*/
#ifndef WMI_REPORT_SLOTS_H
#define WMI_REPORT_SLOTS_H

#include "base/text.h"

#include <stdint.h>

/* Of a hash and a capacity: where the probe starts, and what a matching slot bears. */
static inline uint32_t slots_position(uint64_t hash, uint32_t capacity) {
    return (uint32_t)((hash >> 32) * capacity >> 32);
}

static inline uint32_t slots_tag(uint64_t hash, uint32_t index_mask) {
    return (uint32_t)hash & ~index_mask & (index_mask <= 0xffff ? 0xffffff : UINT32_MAX);
}

/* The hash of a member, from text_hash_nocase() of its class and of its name. */
static inline uint64_t slots_member_hash(uint64_t class_name, uint64_t member) {
    return text_multiply(class_name + 3 * member, UINT64_C(0x9e3779b97f4a7c15));
}

/* Where the probe for a build starts. */
static inline uint32_t slots_build_position(uint32_t number, uint32_t capacity) {
    return (uint32_t)((uint64_t)(number * UINT32_C(0x9e3779b1)) * capacity >> 32);
}

/* The capacity for that many elements: there is always an empty slot. */
static inline uint32_t slots_capacity(uint32_t count) {
    return count + count / 3 + 2;
}

/* The bits that hold an index, plus one, of that many elements. */
static inline uint32_t slots_index_mask(uint32_t count) {
    uint32_t mask = 0xff;
    while (mask < count)
        mask = mask << 1 | 1;
    return mask;
}

/* Enters element `index` into cleared slots of that capacity, which hold no equal element. */
static inline void slots_put(uint32_t *slots, uint32_t capacity, uint32_t index_mask, uint64_t hash,
                             uint32_t index) {
    uint32_t position = slots_position(hash, capacity);
    while (slots[position])
        position = position + 1 == capacity ? 0 : position + 1;
    slots[position] = slots_tag(hash, index_mask) | (index + 1);
}

#endif
