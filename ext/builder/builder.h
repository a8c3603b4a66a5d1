/*
** Builds a report image from rows, whole or not at all.
**
** A reader opens a source (a file), says which builds its rows speak of, and hands over row after
** row; builder_finish() sorts, merges and lays out the image. Rows may come in any order and from
** any number of sources.
**
** Merging: rows whose class and member are equal but for case are one member. It is available where
** any of them says so. The spelling, type and texts are those of the row that is available on the
** newest build (of equal ones the first); a text that this row lacks comes from the next. Two rows
** of the same spelling that contradict each other in a cell are an error that names both places.
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

/* Texts need not be NUL-terminated and must not hold a NUL; NULL is NULL. */
struct builder_row {
    uint64_t line;                  /* for messages: where the row starts, from 1 */
    struct text class_name, member; /* both needed */
    struct text type, category, access;
    struct text description, description_en; /* without the value map */
    const struct builder_entry *entries;     /* the value map */
    size_t entry_count;                      /* 0 for none */
    uint32_t map_stood;                      /* enum report_map_stood */
    const uint64_t *present;                 /* bit i: available on the source's build i */
    const uint64_t *known;                   /* bit i: the source says so or says it is not */
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

/* Starts the next source. `path` is for messages. `builds` are the build numbers of its columns in
** the order of the rows' bits, `count` of them (1 to REPORT_BUILDS_MAX, no two the same). If
** `complete`, the source lists all there is on its builds (a collection from a live system): a
** member that no source knows on one of them is absent there. Copies its arguments. */
int builder_source(struct builder *builder, const char *path, const uint32_t *builds, size_t count,
                   bool complete, struct error *error);

/* Adds a row of the source that was started last. Copies what it keeps. */
int builder_row(struct builder *builder, const struct builder_row *row, struct error *error);

/* Lays out the report. On success *report is the caller's to give to memory_free(), in one piece.
** On an error *report is NULL. The builder is used up either way. `releases` say which builds share
** a core. A builder without rows is an error. */
int builder_finish(struct builder *builder, const struct builder_origin *origin,
                   const struct release_list *releases, struct report **report,
                   struct error *error);

#endif
