/*
** Builds a report image from rows, whole or not at all.
**
** A reader opens a source (a file), says which builds its rows speak of, and hands over row after
** row: members, classes and parameters in any order and mixture, from any number of sources;
** builder_finish() sorts, merges and lays out the image.
**
** Merging: rows whose namespace, class and member are equal but for case are one member; no
** namespace is a namespace of its own. It is available where any of them says so. The spelling, type
** and texts are those of the row that is available on the newest build (of equal ones the first); a
** text that this row lacks comes from the next. Two rows of the same spelling that contradict each
** other in a cell are an error that names both places; but what a source has seen stands against
** what is only inferred. So are two of one source that both say that the member is there on some build, with
** other types, categories or keys.
*/
#ifndef WMI_BUILDER_BUILDER_H
#define WMI_BUILDER_BUILDER_H

#include "base/error.h"
#include "base/text.h"
#include "release/release.h"
#include "report/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct builder;

/* An entry of a value map, as read/value_map.c found it in a description. */
struct builder_entry {
    struct text value; /* "11..32767" */
    struct text label; /* "DMTF Reserved" */
};

/* What a row says in the same words as the row before it. */
enum builder_same {
    BUILDER_SAME_CLASS = 1, /* namespace and class */
    BUILDER_SAME_KIND = 2,  /* type, category, access, key, deprecated */
    BUILDER_SAME_TEXTS = 4, /* descriptions, the value map and where it stood */
    BUILDER_SAME_CELLS = 8,
};

/*
** Texts need not be NUL-terminated and must not hold a NUL; NULL is NULL. In a namespace `/` counts
** as `\`, and a machine before it (`\\host\`) is left out.
*/
struct builder_row {
    uint64_t line;                      /* for messages: where the row starts, from 1 */
    struct text namespace_name;         /* NULL where the source does not say it */
    struct text class_name, member;     /* both needed */
    struct text type, category, access; /* of an array: `String[]` */
    enum report_answer key;
    struct text deprecated; /* what replaces it, `No value` where nothing is named; NULL for none */
    struct text description, description_en; /* without the value map */
    const struct builder_entry *entries;     /* the value map */
    size_t entry_count;                      /* 0 for none */
    uint32_t map_stood;                      /* enum report_map_stood */
    const uint64_t *present;                 /* bit i: available on the source's build i */
    const uint64_t *known;                   /* bit i: the source says so or says it is not */
    const uint64_t *inferred;                /* bit i: known, but only inferred; NULL for none */
    uint32_t *again; /* NULL, or a number that is 0 for the first of some rows which differ in line,
                     ** class and cells alone: the builder keeps there what it made of all
                     ** else, which the others need not say */
    unsigned same;   /* bits of enum builder_same: what the row before it, which the builder took
                     ** last and from the same source, has said already; it is not looked at again */
};

/* Which members of a class a source has on its builds. */
enum builder_members {
    BUILDER_MEMBERS_AS_SOURCE, /* all, if the source is complete */
    BUILDER_MEMBERS_ALL,       /* another one is absent there, unless a source says otherwise */
    BUILDER_MEMBERS_SOME,      /* of another one nothing is known, even if the source is complete */
};

/* What a source says of a class, which need not have a member. What two sources say of one class is
** taken from the first that says it, field by field; `members` counts for each source. */
struct builder_class {
    uint64_t line;
    struct text namespace_name, class_name; /* the second needed */
    struct text superclass;                 /* NULL: none, or not known */
    enum report_answer is_abstract, is_association;
    struct text deprecated;
    enum builder_members members;
};

#define BUILDER_POSITION_MAX 255

/* A parameter of a method, or its return value. A method that no row names is a member of which no
** build is known. Of two sources that describe one method the first counts; a position that stands
** in it twice and says two things is an error. */
struct builder_parameter {
    uint64_t line;
    struct text namespace_name, class_name, method; /* the last two needed */
    uint32_t position;     /* from 1 to BUILDER_POSITION_MAX; 0 for the return value */
    struct text parameter; /* `ReturnValue` for that */
    enum report_direction direction;
    struct text type;                    /* NULL where it is not known */
    const struct builder_entry *entries; /* its value map; of the return value its codes */
    size_t entry_count;
    uint32_t *again; /* as in a row: for parameters which differ in line, class and method alone */
};

/* What wmi_report says of where a report came from. */
struct builder_origin {
    const char *source;   /* the paths, as the user gave them */
    const char *format;   /* "csv", "markdown", "collection", or several joined by "+" */
    const char *encoding; /* "utf-8", "utf-16le", "utf-8 read as mac roman", … */
    const char *sha256;   /* of all the sources' bytes, 64 hexadecimal digits */
};

/* Returns a new builder, the caller's to give to builder_free(), or NULL without memory. */
struct builder *builder_new(void);
void builder_free(struct builder *builder);

/* A seed for hashes of what comes from outside, which nobody knows who writes a file. */
uint64_t builder_seed(const struct builder *builder);

/* Starts the next source. `path` is for messages. `builds` are the build numbers of its columns in
** the order of the rows' bits, `count` of them (at most REPORT_BUILDS_MAX, no two the same; 0 for a
** source of classes or parameters alone). If `complete`, the source lists all there is on its builds
** in the namespaces of its rows (a collection from a live system): a member of them that no source
** knows on such a build is absent there. Copies its arguments. */
int builder_source(struct builder *builder, const char *path, const uint32_t *builds, size_t count,
                   bool complete, struct error *error);

/* Adds what the source that was started last says. Copies what it keeps. */
int builder_row(struct builder *builder, const struct builder_row *row, struct error *error);
int builder_class(struct builder *builder, const struct builder_class *named, struct error *error);
int builder_parameter(struct builder *builder, const struct builder_parameter *parameter,
                      struct error *error);

/* Lays out the report. On success *report is the caller's to give to memory_free(), in one piece.
** On an error *report is NULL. The builder is used up either way. `releases` say which builds share
** a core. A builder without rows of members is an error. */
int builder_finish(struct builder *builder, const struct builder_origin *origin,
                   const struct release_list *releases, struct report **report,
                   struct error *error);

#endif
