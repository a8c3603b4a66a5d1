/*
** What the report image is made of: see the picture in report/report.h, which has the look-ups on it.
*/
#ifndef WMI_REPORT_IMAGE_H
#define WMI_REPORT_IMAGE_H

#include "report/column.h"

#include <stddef.h>
#include <stdint.h>

#define REPORT_NONE       UINT32_MAX /* no such class, member, name or build */
#define REPORT_BUILDS_MAX 900        /* two columns each; SQLite allows 2,000 in a table */

enum report_cell { REPORT_UNKNOWN = -1, REPORT_ABSENT = 0, REPORT_PRESENT = 1 };

/* The masks of a pattern, one behind the other. A cell that is present is known, and so is one that
** is inferred. */
enum report_mask { MASK_PRESENT, MASK_KNOWN, MASK_INFERRED, REPORT_MASKS };

/* What a source says to a question of yes or no. */
enum report_answer { REPORT_NOT_KNOWN, REPORT_NO, REPORT_YES, REPORT_ANSWERS };

enum report_direction { REPORT_RETURN, REPORT_IN, REPORT_OUT, REPORT_IN_OUT, REPORT_DIRECTIONS };

/* Which description the value map was taken out of, and whether a blank stood before it there. */
enum report_map_stood {
    REPORT_MAP_IN_DESCRIPTION = 1,
    REPORT_MAP_IN_DESCRIPTION_EN = 2,
    REPORT_BLANK_IN_DESCRIPTION = 4,
    REPORT_BLANK_IN_DESCRIPTION_EN = 8,
};

/* Names that WMI itself does not have, but that a file may hold; plans over them are more
** careful. */
enum report_odd_names {
    REPORT_NUMERIC_NAMES = 1, /* a name or a kind's text that could be read as a number */
    REPORT_DOTTED_NAMES = 2,  /* a name with a dot: a qualified name may then mean two members */
    REPORT_NAMESAKES = 4,     /* a class name that stands in several namespaces */
};

struct report_build {
    uint32_t number;
    uint32_t members; /* available on it */
    uint32_t unknown; /* members of which nothing is known there */
    uint32_t classes; /* with at least one member that is available on it */
    uint32_t added;   /* available on it and absent on the next older build */
    uint32_t removed; /* absent on it and available on the next older build */
};

/* One entry of the hash index over builds: every build of the report and of the release list. */
struct report_build_slot {
    uint32_t number; /* 0 for an empty slot */
    uint32_t index;  /* the report build that stands for it, or REPORT_NONE */
};

struct report_kind {
    uint32_t type;       /* 0 for none */
    uint32_t category;   /* "Property" or "Method" */
    uint32_t access;     /* 0 for none */
    uint32_t is_key;     /* enum report_answer */
    uint32_t deprecated; /* what replaces it; 0 for none */
};

/* The columns of one thing each; `count` says how many there are of it. */

struct report_class_columns {
    uint32_t count;
    struct report_column name, text, namespace_name, first_member, end_member;
    struct report_column superclass, traits, deprecated;
};

struct report_member_columns {
    uint32_t count;
    struct report_column class_index, definition, pattern;
};

struct report_definition_columns {
    uint32_t count;
    struct report_column text, name, kind, details;
};

struct report_details_columns {
    uint32_t count;
    struct report_column description, description_en, value_map, map_stood, signature;
};

struct report_name_columns {
    uint32_t count;
    struct report_column text, class_index, first_bearer; /* and an end behind the last */
};

struct report_run_columns {
    uint32_t count;
    struct report_column first_member, pattern; /* and an end behind the last */
};

struct report_signature_columns {
    uint32_t count;
    struct report_column first_parameter; /* and an end behind the last */
};

struct report_parameter_columns {
    uint32_t count;
    struct report_column name, kind, position, value_map;
};

/* What few parameters differ in: their types and directions. */
struct report_parameter_kind_columns {
    uint32_t count;
    struct report_column type, direction;
};

struct report_value_map_columns {
    uint32_t count;
    struct report_column first_entry; /* and an end behind the last */
};

struct report_entry_columns {
    uint32_t count;
    struct report_column value, label;
};

struct report_bearer_columns {
    uint32_t count;
    struct report_column member;
};

/* A hash index, see report/slots.h. */
struct report_slot_columns {
    uint32_t count;
    uint32_t index_mask; /* the bits of a slot that hold an index */
    struct report_column slot;
};

/* Where an array starts, in bytes from the start of the image, and how many elements it has. */
struct report_array {
    uint32_t offset;
    uint32_t count;
};

/* The head of the image. */
struct report {
    uint32_t magic; /* REPORT_MAGIC in the byte order of the machine */
    uint32_t size;  /* of the whole image, in bytes: a multiple of 8 */
    struct report_array builds;
    struct report_array build_slots;
    struct report_array kinds;
    struct report_array patterns; /* count: of patterns, REPORT_MASKS * words words each */
    struct report_array strings;  /* count: bytes */
    uint32_t words;               /* 64-bit words in one mask */
    uint32_t odd_names;           /* enum report_odd_names */
    uint32_t source;              /* texts for wmi_report */
    uint32_t format;
    uint32_t encoding;
    uint32_t sha256;
    struct report_class_columns classes;
    struct report_member_columns members;
    struct report_definition_columns definitions;
    struct report_details_columns details;
    struct report_name_columns names;
    struct report_bearer_columns bearers;
    struct report_run_columns runs;
    struct report_signature_columns signatures;
    struct report_parameter_columns parameters;
    struct report_parameter_kind_columns parameter_kinds;
    struct report_value_map_columns value_maps;
    struct report_entry_columns entries;
    struct report_slot_columns member_slots; /* over the first of namesakes */
    struct report_slot_columns name_slots;
    uint32_t namespaces; /* how many */
    /* Aligned as on a machine of 64 bits, since the image is laid out once for all of them. */
    _Alignas(8) uint64_t seed; /* of the hashes of names */
    uint64_t available;        /* cells */
    uint64_t absent;
    uint64_t unknown;
    uint64_t inferred; /* of the available and the absent ones */
    uint64_t rows_read;
    uint64_t rows_merged;
};

#define REPORT_MAGIC UINT32_C(0x32494d57) /* "WMI2" */

#endif
