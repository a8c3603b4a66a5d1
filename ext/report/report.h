/*
** The report image: one report as one immutable, position-independent block of bytes, and the
** look-ups on it. The same block is written into the library's read-only data by ext/tools/embed.c (the
** default report) and built in memory from a user's files (builder/builder.h); there is no second form.
**
** Everything here is read-only, allocates nothing and cannot fail, so any number of threads may use
** one report at once. Nothing here knows SQLite or files.
*/
#ifndef WMI_REPORT_REPORT_H
#define WMI_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define REPORT_NONE       UINT32_MAX /* no such class, member, name or build */
#define REPORT_BUILDS_MAX 900        /* two columns each; SQLite allows 2,000 in a table */

enum report_cell { REPORT_UNKNOWN = -1, REPORT_ABSENT = 0, REPORT_PRESENT = 1 };

struct report_class {
    uint32_t text;         /* its name */
    uint32_t first_member; /* its members run up to the first of the next class */
};

/* A member of a class. What it inherits unchanged (name, type, texts) stands once, in a definition,
** however many classes inherit it. */
struct report_member {
    uint32_t class_index;
    uint32_t definition;
    uint32_t pattern; /* its row of cells; few rows differ, so each stands once */
};

struct report_definition {
    uint32_t text; /* the member's name */
    uint32_t kind;
    uint32_t description;    /* 0 for none */
    uint32_t description_en; /* 0 for none */
    uint32_t value_map;      /* index + 1, or 0 for none */
    uint32_t map_stood;      /* where the value map stood in the source: enum report_map_stood */
};

/* Which description the value map was taken out of, and whether a blank stood before it there. */
enum report_map_stood {
    REPORT_MAP_IN_DESCRIPTION = 1,
    REPORT_MAP_IN_DESCRIPTION_EN = 2,
    REPORT_BLANK_IN_DESCRIPTION = 4,
    REPORT_BLANK_IN_DESCRIPTION_EN = 8,
};

struct report_kind {
    uint32_t type;     /* 0 for none */
    uint32_t category; /* "Property" or "Method" */
    uint32_t access;   /* 0 for none */
};

/* A name that a class or a member bears, in any case. */
struct report_name {
    uint32_t text;
    uint32_t class_index;  /* the class of that name, or REPORT_NONE */
    uint32_t first_bearer; /* in the array of bearers: the members of that name, ascending */
    uint32_t bearer_count;
};

struct report_build {
    uint32_t number;
    uint32_t members; /* available on it */
    uint32_t classes; /* with at least one such member */
    uint32_t added;   /* available on it and absent on the next older build */
    uint32_t removed; /* absent on it and available on the next older build */
};

/* Consecutive members that share a pattern: a filter on cells looks at runs, not at members. */
struct report_run {
    uint32_t first_member;
    uint32_t pattern;
};

struct report_value_map {
    uint32_t first_entry;
    uint32_t entry_count;
};

struct report_entry {
    uint32_t value; /* as written: "2", "11..32767" */
    uint32_t label;
};

/* Names that WMI itself does not have, but that a file may hold; plans over them are more
** careful. */
enum report_odd_names {
    REPORT_NUMERIC_NAMES = 1, /* a name or a kind's text that could be read as a number */
    REPORT_DOTTED_NAMES = 2,  /* a name with a dot: a qualified name may then mean two members */
};

/* Where an array starts, in bytes from the start of the image, and how many elements it has. */
struct report_array {
    uint32_t offset;
    uint32_t count;
};

/* The head of the image. */
struct report {
    uint32_t magic;               /* REPORT_MAGIC in the byte order of the machine that wrote it */
    uint32_t size;                /* of the whole image, in bytes */
    struct report_array patterns; /* uint64_t[2 * words]: present bits, then known bits */
    struct report_array builds;   /* struct report_build, newest first; bit i is build i */
    struct report_array classes;  /* struct report_class, NOCASE order, and one sentinel behind */
    struct report_array members;  /* struct report_member, (class, member) NOCASE order */
    struct report_array definitions;  /* struct report_definition */
    struct report_array kinds;        /* struct report_kind */
    struct report_array names;        /* struct report_name, NOCASE order */
    struct report_array bearers;      /* uint32_t: members, grouped by name */
    struct report_array runs;         /* struct report_run, and one sentinel behind */
    struct report_array value_maps;   /* struct report_value_map */
    struct report_array entries;      /* struct report_entry */
    struct report_array member_slots; /* uint32_t: the hash index over (class, member) */
    struct report_array name_slots;   /* uint32_t: the hash index over names */
    struct report_array build_slots;  /* struct report_build_slot: the hash index over builds */
    struct report_array strings;      /* char: NUL-terminated texts; offset 0 stands for NULL */
    uint32_t words;                   /* 64-bit words in one mask */
    uint32_t odd_names;               /* enum report_odd_names */
    uint32_t source;                  /* texts for wmi_report */
    uint32_t format;
    uint32_t encoding;
    uint32_t sha256;
    uint64_t available; /* cells */
    uint64_t absent;
    uint64_t unknown;
    uint64_t rows_read;
    uint64_t rows_merged;
};

#define REPORT_MAGIC UINT32_C(0x31494d57) /* "WMI1" */

/* One entry of the hash index over builds: every build of the report and of the release list. */
struct report_build_slot {
    uint32_t number; /* 0 for an empty slot */
    uint32_t index;  /* the report build that stands for it, or REPORT_NONE */
};

/* --- Reading the image --- */

static inline const void *report_array(const struct report *report, struct report_array array) {
    return (const char *)report + array.offset;
}

/* The text at that offset of the string pool, NUL-terminated, or NULL for offset 0. It lives as
** long as the report. */
static inline const char *report_text(const struct report *report, uint32_t text) {
    return text ? (const char *)report + report->strings.offset + text : NULL;
}

static inline const struct report_build *report_builds(const struct report *report) {
    return report_array(report, report->builds);
}

static inline const struct report_class *report_classes(const struct report *report) {
    return report_array(report, report->classes);
}

static inline const struct report_member *report_members(const struct report *report) {
    return report_array(report, report->members);
}

static inline const struct report_run *report_runs(const struct report *report) {
    return report_array(report, report->runs);
}

static inline const uint32_t *report_bearers(const struct report *report) {
    return report_array(report, report->bearers);
}

static inline const struct report_kind *report_kinds(const struct report *report) {
    return report_array(report, report->kinds);
}

static inline const struct report_name *report_names(const struct report *report) {
    return report_array(report, report->names);
}

static inline const struct report_definition *report_definition(const struct report *report,
                                                                uint32_t member) {
    const struct report_definition *definitions = report_array(report, report->definitions);
    return &definitions[report_members(report)[member].definition];
}

/* The present bits of a pattern; its known bits stand `report->words` further on. */
static inline const uint64_t *report_pattern(const struct report *report, uint32_t pattern) {
    const uint64_t *patterns = report_array(report, report->patterns);
    return patterns + (size_t)pattern * 2 * report->words;
}

/* The cell of a pattern in the column of build `build` (an index into the report's builds). */
static inline enum report_cell report_pattern_cell(const struct report *report, uint32_t pattern,
                                                   uint32_t build) {
    const uint64_t *word = report_pattern(report, pattern) + build / 64;
    if (word[0] >> (build % 64) & 1)
        return REPORT_PRESENT;
    return word[report->words] >> (build % 64) & 1 ? REPORT_ABSENT : REPORT_UNKNOWN;
}

static inline enum report_cell report_cell(const struct report *report, uint32_t member,
                                           uint32_t build) {
    return report_pattern_cell(report, report_members(report)[member].pattern, build);
}

/* --- Look-ups; each takes NOCASE names and returns an index or REPORT_NONE --- */

/* The member of that class and name. */
uint32_t report_find(const struct report *report, const char *class_name, size_t class_size,
                     const char *member, size_t member_size);

/* The member of that qualified name, `Class.Member`. */
uint32_t report_find_qualified(const struct report *report, const char *name, size_t size);

/* The name, as class or member bears it: an index into report_names(). */
uint32_t report_find_name(const struct report *report, const char *name, size_t size);

/* The class of that name: an index into report_classes(). */
uint32_t report_find_class(const struct report *report, const char *name, size_t size);

/* The build of the report that stands for a build number: its own column, else the nearest newer
** one of the same core, else the nearest older one. */
uint32_t report_find_build(const struct report *report, uint32_t number);

/* The first class whose name is not below (`above`: is above) the text, NOCASE; the number of
** classes when there is none. */
uint32_t report_class_bound(const struct report *report, const char *text, size_t size, bool above);

/* The newest or else the oldest build (an index; 0 is the newest) on which any of the members is
** available, or REPORT_NONE. `list` holds their indexes from first to before end; where it is NULL,
** they are the members from first to before end themselves. */
uint32_t report_edge_build(const struct report *report, const uint32_t *list, uint32_t first,
                           uint32_t end, bool newest);

/* --- Value maps --- */

/* A whole number of a value map, an entry's value or what a caller asks for. */
struct report_range {
    bool has_low, has_high; /* false where the range is open or is no number */
    int64_t low, high;      /* equal for a single value; both ends count */
};

/* Reads an entry's value: `2`, `11..32767`, `0x8000..`, `..`. */
struct report_range report_range(const char *value);

/* The entries of a member's value map; *count is 0 where it has none. */
const struct report_entry *report_value_map(const struct report *report, uint32_t member,
                                            uint32_t *count);

/* The entry that stands for a number, or NULL: one that names it alone first, then the narrowest
** range that holds it, then an open one (`32768..`), last `..`, which stands for all the rest. */
const struct report_entry *report_find_entry(const struct report *report, uint32_t member,
                                             int64_t value);

#endif
