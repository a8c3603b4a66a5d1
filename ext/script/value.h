/*
** What a value of the script is, as far as it is known: an instance, a collection or a query of a
** class, what a method gave back, or nothing of WMI's.
*/
#ifndef WMI_SCRIPT_VALUE_H
#define WMI_SCRIPT_VALUE_H

#include <stdbool.h>
#include <stdint.h>

/* `of` is the index of a class, VALUE_RESULTS + the index of a method whose result it is, or: */
#define VALUE_UNKNOWN UINT32_MAX       /* perhaps an instance of some class */
#define VALUE_OTHER   (UINT32_MAX - 1) /* nothing of WMI's: a number, a text, a file … */
#define VALUE_PENDING (UINT32_MAX - 2) /* said later, by the row's owner: see found.h */
#define VALUE_CLASSES (UINT32_C(1) << 24)
#define VALUE_RESULTS VALUE_CLASSES

enum script_value_flag {
    VALUE_TEXT = 1,     /* a class's name, a query or a path: what makes instances */
    VALUE_WEAK = 2,     /* a guess: only a rare name is believed to be its member */
    VALUE_TYPED = 4,    /* the variable's type is the class: its properties stand behind dots */
    VALUE_COMPARED = 8, /* the outcome of a comparison */
    VALUE_GIVEN = 16,   /* not known here: what the function was given */
    VALUE_PART = 32,    /* of a method's result, one of the tuple that it is */
    VALUE_NAMES = 64,   /* the owner is that of names of members, or of a condition, in a text */
};

struct script_value {
    uint32_t of;
    uint32_t also; /* another class that it may be of, + 1; 0 for none */
    uint32_t
        owner; /* of a table's keys, of names in a text: they are members of what it is given to */
    uint16_t flags;
    uint8_t place; /* in a list of several: which of them it is */
    uint8_t space; /* the namespace that was said for its class: see found.h; 0 for none */
};

static inline bool value_is_class(struct script_value value) {
    return value.of < VALUE_CLASSES;
}

static inline bool value_is_result(struct script_value value) {
    return value.of >= VALUE_RESULTS && value.of < 2 * VALUE_RESULTS;
}

/* Is it a table, whose keys may be members? */
static inline bool value_is_table(struct script_value value) {
    return value.owner && !(value.flags & VALUE_NAMES);
}

/* Is it a text that names members, or may be one? */
static inline bool value_is_names(struct script_value value) {
    return value.owner && value.flags & VALUE_NAMES;
}

static inline struct script_value value_unknown(void) {
    return (struct script_value){.of = VALUE_UNKNOWN};
}

static inline struct script_value value_other(void) {
    return (struct script_value){.of = VALUE_OTHER};
}

static inline struct script_value value_class(uint32_t class_index, unsigned flags) {
    return (struct script_value){.of = class_index, .flags = (uint16_t)flags};
}

/* Of two: the first class there is; else unknown, if one of them is. */
static inline struct script_value value_merge(struct script_value first,
                                              struct script_value second) {
    if (value_is_class(first) || (value_is_result(first) && !value_is_class(second)))
        return first;
    return value_is_class(second) || value_is_result(second) || second.of == VALUE_UNKNOWN ||
                   second.owner
               ? second
               : first;
}

#endif
