/*
** The SQL tables. All share one virtual table, vtab.c, which knows how to connect, plan (plan.c),
** walk (walk.c) and answer. A table is a declaration: what one row is for, its columns, and three
** small functions at the most. Schema, plans, `make docs` and tests all come from it.
**
** A scan is two nested loops. The outer one goes over members, classes, builds or the one report in
** the order of the report; the inner one over what a table shows of each: one row, or one per
** build, per run of builds or per entry of a value map.
*/
#ifndef WMI_TABLE_TABLE_H
#define WMI_TABLE_TABLE_H

#include "base/sqlite.h"
#include "session/connection.h"

#include <stdbool.h>

struct cursor;

/* What a column holds, as far as the planner can use it. */
enum column_key {
    KEY_NONE,      /* nothing that a plan could use */
    KEY_NAMESPACE, /* a namespace */
    KEY_CLASS,     /* a class name */
    KEY_MEMBER,    /* a member name */
    KEY_NAME,      /* a qualified name */
    KEY_BUILD,     /* a build number: the outer loop's (AXIS_BUILD) or the inner loop's */
    KEY_TYPE,      /* the texts of a member's kind */
    KEY_CATEGORY,
    KEY_ACCESS,
    KEY_ARGUMENT, /* hidden: an argument of a table-valued function, needed */
    KEY_CELL,     /* the availability on one build; only the columns that wmi_members adds */
    KEY_REFUSED,  /* hidden: takes the argument of a table that takes none, to say so */
};

struct table_column {
    const char *name;
    const char *type; /* as declared in SQL */
    enum column_key key;
    bool is_hidden;
    const char *holds; /* a sentence for the documentation */
};

/* What the outer loop goes over. */
enum table_axis {
    AXIS_MEMBER,
    AXIS_CLASS,
    AXIS_BUILD,
    AXIS_REPORT, /* the one report */
    AXIS_FOUND,  /* what start() has found */
};

#define TABLE_ORDER_MAX 4

/* A column of the order in which rows come. */
struct table_order {
    int column;
    bool is_descending;
};

struct table {
    const char *name;
    const char *row_for; /* "a member": one row for … */
    const char
        *usage; /* of a table-valued function: "wmi_changes(from_build, to_build)"; or NULL */
    /* For the documentation, which runs it over the built-in report: one statement of SQL, and a
    ** sentence on what it shows, or NULL. */
    const char *example;
    const char *example_shows;
    const struct table_column *columns;
    int column_count;
    enum table_axis axis;
    bool adds_builds; /* wmi_members: build_N, name and [N] follow the declared columns */
    struct table_order order[TABLE_ORDER_MAX];
    int order_count;
    bool order_is_unique; /* no two rows are equal in all the columns of the order */
    /* Called when the arguments of a table-valued function are known; an SQLite result code.
    ** NULL where there is nothing to do. */
    int (*start)(struct cursor *cursor);
    /* Frees what start() has made. NULL where there is nothing to free. */
    void (*stop)(struct cursor *cursor);
    /* How many rows the inner loop has for an element of the outer one; NULL for always one. */
    uint32_t (*rows)(const struct cursor *cursor, uint32_t outer);
    /* Gives the value of a declared column in the row where the cursor stands. The namespace, the class
    ** and the name of the member of an AXIS_MEMBER are not asked of it: they are the same in all tables. */
    void (*column)(const struct cursor *cursor, sqlite3_context *context, int column);
    double rows_each; /* an estimate of rows(); 0 for the number of builds */
};

#endif
