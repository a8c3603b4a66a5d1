/*
** Rows → members: orders the builder's rows by (class, member) and merges those of one member.
** Private to builder.c and layout.c.
*/
#ifndef WMI_BUILDER_MERGE_H
#define WMI_BUILDER_MERGE_H

#include "builder/rows.h"

/* A member of the report to be. */
struct merged_member {
    uint32_t class_name; /* ranks: NOCASE order of all names */
    uint32_t name;
    uint32_t definition; /* index into merged.definitions */
    uint32_t pattern;    /* index into merged.patterns */
};

struct merged_class {
    uint32_t name; /* rank */
    uint32_t text;
    uint32_t first_member;
};

struct merged {
    uint32_t *builds; /* newest first */
    uint32_t build_count;
    uint32_t words;           /* in one mask */
    uint32_t *name_spellings; /* by rank: a spelling of the name */
    uint64_t *name_hashes;    /* by rank: text_hash_nocase() */
    uint32_t name_count;
    struct unique definitions;   /* struct report_definition */
    struct unique_runs patterns; /* 2 * words each: present, known */
    struct array members;        /* struct merged_member, in order */
    struct array classes;        /* struct merged_class, in order */
};

/* Fills *merged, which starts as {0} and is freed with merge_free() whatever this returns. */
int merge_rows(const struct builder *builder, struct merged *merged, struct error *error);
void merge_free(struct merged *merged);

#endif
