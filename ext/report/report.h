/*
** The report image: one report as one immutable, position-independent block of bytes, and the
** look-ups on it (report/values.h has those on value maps). The same block is written into the
** library's read-only data by ext/tools/embed.c (the default report) and built in memory from a
** user's files (builder/builder.h); there is no second form.
**
**   struct report     the head: how many there are of each, and where their columns stand
**   builds            struct report_build, newest first; bit i of a mask is build i
**   build slots       struct report_build_slot: a hash index over build numbers
**   kinds             struct report_kind: type, category, access, key and deprecated together
**   patterns          masks of present, known and inferred bits, one row of cells each
**   columns           class      → name, spelling, namespace, first and end of its members, traits
**                     member     → class, definition, pattern     (class, member, namespace) order
**                     definition → spelling, name, kind, details
**                     details    → descriptions, value map, signature
**                     name       → text, first class, first bearer            NOCASE order
**                     bearer     → member                                     grouped by name
**                     run        → first member, pattern
**                     signature  → first parameter;  parameter → name, kind, position, value map
**                     parameter kind → type, direction
**                     value map  → first entry;      entry → value, label
**                     slots      hash indexes over (class, member) and over names
**   strings           NUL-terminated texts, each once
**
** A column is an array of unsigned numbers, each as many bytes wide as the largest of them needs, in
** little-endian order: the image takes half the room that it would with 32 bits for each. All texts
** are offsets in the strings; 0 stands for NULL.
**
** Two classes of one name, in two namespaces, are neighbours, and so are their members of one name:
** what is looked up by name finds the first of such *namesakes*.
**
** Everything here is read-only, allocates nothing and cannot fail, so any number of threads may use
** one report at once. Nothing here knows SQLite or files.
*/
#ifndef WMI_REPORT_REPORT_H
#define WMI_REPORT_REPORT_H

#include "base/text.h"
#include "report/image.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Was the image written for this machine and by this version? Asked once, where it is opened. */
static inline bool report_is_valid(const struct report *report) {
    return report->magic == REPORT_MAGIC;
}

/* --- Reading the image --- */

static inline const void *report_array(const struct report *report, struct report_array array) {
    return (const char *)report + array.offset;
}

/* Element `index` of a column. */
static inline uint32_t report_at(const struct report *report, struct report_column column,
                                 uint32_t index) {
    return column_at((const char *)report, column, index);
}

/* The text at that offset of the string pool, NUL-terminated, or NULL for offset 0. It lives as
** long as the report. */
static inline const char *report_text(const struct report *report, uint32_t text) {
    return text ? (const char *)report + report->strings.offset + text : NULL;
}

static inline const struct report_build *report_builds(const struct report *report) {
    return report_array(report, report->builds);
}

static inline const struct report_kind *report_kinds(const struct report *report) {
    return report_array(report, report->kinds);
}

struct report_class {
    uint32_t text;           /* its name, as the newest row spells it */
    uint32_t name;           /* index into names */
    uint32_t namespace_name; /* a text; 0 where the report does not say it */
    uint32_t first_member;   /* its members stand among these, with those of its namesakes */
    uint32_t end_member;
};

static inline struct report_class report_class(const struct report *report, uint32_t index) {
    const struct report_class_columns *columns = &report->classes;
    assert(index < columns->count);
    return (struct report_class){report_at(report, columns->text, index),
                                 report_at(report, columns->name, index),
                                 report_at(report, columns->namespace_name, index),
                                 report_at(report, columns->first_member, index),
                                 report_at(report, columns->end_member, index)};
}

static inline enum report_answer report_is_abstract(const struct report *report, uint32_t index) {
    return (enum report_answer)(report_at(report, report->classes.traits, index) / REPORT_ANSWERS);
}

static inline enum report_answer report_is_association(const struct report *report,
                                                       uint32_t index) {
    return (enum report_answer)(report_at(report, report->classes.traits, index) % REPORT_ANSWERS);
}

/* A member of a class. What it inherits unchanged (name, type, texts) stands once, in a definition,
** however many classes inherit it. */
struct report_member {
    uint32_t class_index;
    uint32_t definition;
    uint32_t pattern; /* its row of cells; few rows differ, so each stands once */
};

static inline struct report_member report_member(const struct report *report, uint32_t index) {
    const struct report_member_columns *columns = &report->members;
    assert(index < columns->count);
    return (struct report_member){report_at(report, columns->class_index, index),
                                  report_at(report, columns->definition, index),
                                  report_at(report, columns->pattern, index)};
}

struct report_definition {
    uint32_t text; /* the member's name */
    uint32_t name; /* index into names */
    uint32_t kind; /* index into kinds */
    uint32_t details;
};

static inline struct report_definition report_definition(const struct report *report,
                                                         uint32_t member) {
    const struct report_definition_columns *columns = &report->definitions;
    uint32_t index = report_member(report, member).definition;
    return (struct report_definition){
        report_at(report, columns->text, index), report_at(report, columns->name, index),
        report_at(report, columns->kind, index), report_at(report, columns->details, index)};
}

/* The member's name, a text. */
static inline uint32_t report_member_text(const struct report *report, uint32_t member) {
    return report_at(report, report->definitions.text,
                     report_at(report, report->members.definition, member));
}

/* What few members have. */
struct report_details {
    uint32_t description;    /* 0 for none */
    uint32_t description_en; /* 0 for none */
    uint32_t value_map;      /* index + 1, or 0 for none */
    uint32_t map_stood;      /* where the value map stood in the source: enum report_map_stood */
    uint32_t signature;      /* index + 1, or 0 where the parameters of a method are not known */
};

static inline struct report_details report_details(const struct report *report, uint32_t member) {
    const struct report_details_columns *columns = &report->details;
    uint32_t index = report_definition(report, member).details;
    return (struct report_details){report_at(report, columns->description, index),
                                   report_at(report, columns->description_en, index),
                                   report_at(report, columns->value_map, index),
                                   report_at(report, columns->map_stood, index),
                                   report_at(report, columns->signature, index)};
}

/* A name that a class or a member bears, in any case. */
struct report_name {
    uint32_t text;
    uint32_t class_index;  /* the first class of that name, or REPORT_NONE */
    uint32_t first_bearer; /* in the column of bearers: the members of that name, ascending */
    uint32_t bearer_count;
};

static inline struct report_name report_name(const struct report *report, uint32_t index) {
    const struct report_name_columns *columns = &report->names;
    assert(index < columns->count);
    uint32_t first = report_at(report, columns->first_bearer, index);
    return (struct report_name){report_at(report, columns->text, index),
                                report_at(report, columns->class_index, index) - 1, first,
                                report_at(report, columns->first_bearer, index + 1) - first};
}

/* The member at that place of the bearers. */
static inline uint32_t report_bearer(const struct report *report, uint32_t index) {
    return report_at(report, report->bearers.member, index);
}

/* Consecutive members that share a pattern: a filter on cells looks at runs, not at members. The
** first member of run `count` is the number of members. */
static inline uint32_t report_run_first(const struct report *report, uint32_t run) {
    return report_at(report, report->runs.first_member, run);
}

static inline uint32_t report_run_pattern(const struct report *report, uint32_t run) {
    return report_at(report, report->runs.pattern, run);
}

/* The words of a pattern's masks: those of mask m start at `m * report->words`. */
static inline const uint64_t *report_pattern(const struct report *report, uint32_t pattern) {
    const uint64_t *patterns = report_array(report, report->patterns);
    return patterns + (size_t)pattern * REPORT_MASKS * report->words;
}

/* The cell of a pattern in the column of build `build` (an index into the report's builds). */
static inline enum report_cell report_pattern_cell(const struct report *report, uint32_t pattern,
                                                   uint32_t build) {
    const uint64_t *word = report_pattern(report, pattern) + build / 64;
    if (word[0] >> (build % 64) & 1)
        return REPORT_PRESENT;
    return word[report->words] >> (build % 64) & 1 ? REPORT_ABSENT : REPORT_UNKNOWN;
}

static inline uint32_t report_pattern_of(const struct report *report, uint32_t member) {
    return report_at(report, report->members.pattern, member);
}

static inline enum report_cell report_cell(const struct report *report, uint32_t member,
                                           uint32_t build) {
    return report_pattern_cell(report, report_pattern_of(report, member), build);
}

/* Is the cell inferred? False for one that is not known. */
static inline bool report_is_inferred(const struct report *report, uint32_t member,
                                      uint32_t build) {
    const uint64_t *masks = report_pattern(report, report_pattern_of(report, member));
    return masks[MASK_INFERRED * report->words + build / 64] >> (build % 64) & 1;
}

/* --- Look-ups; each takes NOCASE names and returns an index or REPORT_NONE --- */

/* The first member of that class and name; report_namesakes_end() says how many namespaces have
** such a member. */
uint32_t report_find(const struct report *report, struct text class_name, struct text member);

/* Behind the last member whose class and name are those of this one. */
uint32_t report_namesakes_end(const struct report *report, uint32_t member);

/* The first member of that qualified name, `Class.Member`: of several that it may mean, the one with
** the shortest class name. */
uint32_t report_find_qualified(const struct report *report, struct text name);

/* The ways to read a qualified name: more than one dot may stand behind the name of a class. In all,
** the time is linear in the size of the name, however many dots it has, and of the report. */
struct report_qualified {
    const struct report *report;
    struct text name;
    uint32_t first, end; /* the names that begin with what has been read */
    size_t at;           /* how much that is */
};

struct report_qualified report_qualified(const struct report *report, struct text name);

/* The next member that the name may mean, the first of its namesakes, or REPORT_NONE. */
uint32_t report_qualified_next(struct report_qualified *qualified);

/* The name, as class or member bears it. */
uint32_t report_find_name(const struct report *report, struct text name);

/* The first class of that name. */
uint32_t report_find_class(const struct report *report, struct text name);

/* Behind the last class that has the name of this one. */
uint32_t report_classes_end(const struct report *report, uint32_t class_index);

/* Is this the namespace of the class? A text that is NULL is that of a class without one. */
bool report_class_is_in(const struct report *report, uint32_t class_index,
                        struct text namespace_name);

/* The build of the report that stands for a build number: its own column, else the nearest newer
** one of the same core, else the nearest older one. */
uint32_t report_find_build(const struct report *report, uint32_t number);

/* The newest or else the oldest build (an index; 0 is the newest) on which the member is available, or
** REPORT_NONE. */
uint32_t report_edge_build(const struct report *report, uint32_t member, bool newest);

/* The first class whose name is not below (`above`: is above) the text, NOCASE; the number of
** classes when there is none. */
uint32_t report_class_bound(const struct report *report, struct text text, bool above);

/* The members in front of that class and its namesakes; for the number of classes, all. */
uint32_t report_members_before(const struct report *report, uint32_t class_index);

#endif
