/*
** What the builder has gathered of a report before it is laid out: builder.c and facts.c fill this,
** merge.c and layout.c turn it into an image. Private to these.
**
** Every text, name and definition stands once and is known by its index, so that a row is a few
** numbers, and equal rows are found equal by comparing numbers.
*/
#ifndef WMI_BUILDER_ROWS_H
#define WMI_BUILDER_ROWS_H

#include "base/pool.h"
#include "builder/builder.h"

#define ROWS_KINDS_BY_TYPE 64 /* kinds that are found without a search */

#define ROWS_NO_CELLS UINT32_MAX /* of a row that no source has: a method that parameters name */

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
    uint32_t namespace_spelling; /* index + 1, or 0 for none */
    uint32_t class_spelling;
    uint32_t definition;
    uint32_t cells;
    uint32_t method; /* index + 1 into methods, or 0 */
    uint32_t line;   /* saturated at UINT32_MAX */
};

/* What a source says of a class. */
struct class_fact {
    uint32_t namespace_spelling; /* index + 1, or 0 for none */
    uint32_t class_spelling;
    uint32_t superclass; /* texts */
    uint32_t deprecated;
    uint32_t is_abstract, is_association; /* enum report_answer */
    uint32_t members;                     /* enum builder_members */
    uint32_t source;
};

/* A method whose parameters a source gives: by names, not by spellings. */
struct method_key {
    uint32_t namespace_name; /* index + 1, or 0 */
    uint32_t class_name;
    uint32_t name;
};

struct parameter {
    uint32_t method;
    uint32_t position;
    uint32_t name; /* texts */
    uint32_t type;
    uint32_t direction;
    uint32_t value_map; /* index + 1, or 0 */
    uint32_t source;
    uint32_t line;
};

struct builder {
    uint64_t seed; /* of the hashes of what comes from outside */
    struct pool pool;
    struct spellings spellings;  /* of classes and members */
    struct spellings namespaces; /* of namespaces */
    struct unique kinds;         /* struct report_kind */
    struct unique definitions;   /* struct definition */
    struct unique_runs
        value_maps;              /* words: a value's text in the low half, a label's in the high */
    struct unique_runs cells;    /* words: source, present bits, known bits, inferred bits */
    struct array columns;        /* uint32_t: build numbers */
    struct array sources;        /* struct source */
    struct array rows;           /* struct row */
    struct array facts;          /* struct class_fact */
    struct unique methods;       /* struct method_key */
    struct array method_sources; /* uint32_t: by method, the source that counts */
    struct array parameters;     /* struct parameter */
    struct array entries;        /* uint64_t: the value map at hand */
    bool has_all_members;        /* a source has all members of some class */
    uint32_t rows_read;          /* rows that a source has */
    uint32_t last_namespace;     /* of the last row: rows of a class stand together */
    uint32_t last_class;         /* its spelling, or UINT32_MAX before the first */
    uint32_t last_cells;
    struct definition last_definition;          /* of the last row that was given one */
    uint32_t kinds_by_type[ROWS_KINDS_BY_TYPE]; /* index + 1, or 0 */
};

static inline struct spelling class_spelling(const struct builder *builder, uint32_t spelling) {
    return spelling_at(&builder->spellings, spelling);
}

static inline const char *spelling_text(const struct builder *builder, uint32_t spelling) {
    return pool_string(&builder->pool, class_spelling(builder, spelling).text);
}

static inline uint32_t row_line(uint64_t line) {
    return line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
}

/* What facts.c needs of builder.c. */

/* The namespace of a row, as WMI writes it; *index is that of its spelling + 1, or 0 for none. */
int rows_namespace(struct builder *builder, struct text text, uint32_t *index);
int rows_class(struct builder *builder, struct text text, uint32_t *index);
int rows_value_map(struct builder *builder, const struct builder_entry *entries, size_t count,
                   uint32_t *map);
/* A limit that was passed gets its message here, where the source is known. */
int rows_explain(const struct builder *builder, int code, struct error *error);

#endif
