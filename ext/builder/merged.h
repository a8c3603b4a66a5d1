/*
** What merging makes of the rows: the members and classes of the report to be. Private to the builder.
*/
#ifndef WMI_BUILDER_MERGED_H
#define WMI_BUILDER_MERGED_H

#include "builder/masks.h"
#include "builder/signature.h"

/* A member of the report to be. Names are ranks: their number in NOCASE order. */
struct merged_member {
    uint32_t class_name;
    uint32_t name;
    uint32_t class_index;
    uint32_t definition; /* index into merged.definitions */
    uint32_t pattern;    /* index into merged.patterns */
};

struct merged_class {
    uint32_t name;
    uint32_t namespace_name; /* its rank + 1, or 0 for none */
    uint32_t spelling;
    uint32_t first_member, end_member; /* with those of its namesakes */
    uint32_t superclass, deprecated;   /* texts */
    uint32_t is_abstract, is_association;
};

struct merged_definition {
    uint32_t text;
    uint32_t name;
    uint32_t kind;
    uint32_t details;
};

struct merged {
    struct masks masks;
    struct signatures signatures;
    struct ranking names;        /* of classes and members */
    struct ranking namespaces;   /* of namespaces */
    struct unique kinds;         /* struct report_kind */
    struct unique details;       /* struct report_details; the first says nothing */
    struct unique definitions;   /* struct merged_definition */
    struct unique_runs patterns; /* REPORT_MASKS masks each */
    struct array members;        /* struct merged_member, in order */
    struct array classes;        /* struct merged_class, in order */
    uint32_t rows_merged;        /* rows that went into another's member */
};

/* The rank of the name of a spelling, and that of a row's namespace + 1, or 0 for none. */
static inline uint32_t merged_rank(const struct builder *builder, const struct merged *merged,
                                   uint32_t spelling) {
    return merged->names.ranks[class_spelling(builder, spelling).name];
}

static inline uint32_t merged_namespace(const struct builder *builder, const struct merged *merged,
                                        uint32_t namespace_spelling) {
    uint32_t name = row_namespace(builder, namespace_spelling);
    return name ? merged->namespaces.ranks[name - 1] + 1 : 0;
}

#endif
