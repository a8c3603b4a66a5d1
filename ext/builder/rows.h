/*
** What the builder has gathered of a report before it is laid out: builder.c fills this, layout.c
** turns it into an image. Private to these two.
**
** Every text, name and definition stands once and is known by its index, so that a row is four
** numbers, and equal rows are found equal by comparing numbers.
*/
#ifndef WMI_BUILDER_ROWS_H
#define WMI_BUILDER_ROWS_H

#include "base/array.h"
#include "builder/builder.h"

/* A name as some row writes it, and the name whatever its case. */
struct spelling {
    uint32_t text; /* in the string pool */
    uint32_t name; /* index into names */
};

/* What a row says of a member besides its class and its cells. */
struct definition {
    uint32_t spelling;
    uint32_t kind;
    uint32_t description; /* texts: offsets in the string pool, 0 for NULL */
    uint32_t description_en;
    uint32_t value_map; /* index + 1, or 0 */
    uint32_t map_stood; /* enum report_map_stood */
};

struct source {
    char *path;            /* owned */
    uint32_t first_column; /* in columns */
    uint32_t column_count;
    uint32_t words; /* in one mask of this source */
    bool complete;
};

struct row {
    uint32_t class_spelling;
    uint32_t definition;
    uint32_t cells;
    uint32_t line; /* saturated at UINT32_MAX */
};

struct builder {
    struct array strings;          /* char: NUL-terminated texts; offset 0 holds a NUL */
    struct array texts;            /* uint32_t: the offset of each text */
    struct array spellings;        /* struct spelling */
    struct array names;            /* uint32_t: the first spelling of each name */
    struct unique kinds;           /* struct report_kind */
    struct unique definitions;     /* struct definition */
    struct unique_runs value_maps; /* words: struct report_entry */
    struct unique_runs cells;      /* words: source, present bits, known bits */
    struct array columns;          /* uint32_t: build numbers */
    struct array sources;          /* struct source */
    struct array rows;             /* struct row */
    struct index_set text_set, spelling_set, name_set;
    uint32_t last_class; /* spelling of the last row's class: rows of a class stand together */
    uint32_t last_kind;  /* of the last row */
};

static inline const char *builder_string(const struct builder *builder, uint32_t offset) {
    return (const char *)builder->strings.items + offset;
}

static inline const char *spelling_text(const struct builder *builder, uint32_t spelling) {
    return builder_string(builder,
                          ((const struct spelling *)builder->spellings.items)[spelling].text);
}

/* Stores a text once; *offset is 0 for NULL and for an empty text. */
int builder_text(struct builder *builder, struct text text, uint32_t *offset);

/* Merges the rows and writes the image; see builder_finish(). */
int layout_report(struct builder *builder, const struct builder_origin *origin,
                  const struct release_list *releases, struct report **report, struct error *error);

#endif
