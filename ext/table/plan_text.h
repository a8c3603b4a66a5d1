/*
** A plan: what xBestIndex has decided and xFilter carries out.
**
** idxNum is a set of the bits below. idxStr says the same for people, in the order of xFilter's
** arguments (`class=,member=,build_26100=`); the terms on cells and kinds, of which there can be
** any number, are read back from it.
**
** The arguments come in this order: class, member, name, namespace, build, the table's own
** arguments, low, high, the terms, limit, offset.
*/
#ifndef WMI_TABLE_PLAN_TEXT_H
#define WMI_TABLE_PLAN_TEXT_H

#include "base/sqlite.h"
#include "report/report.h"

#include <stdbool.h>

struct table;

enum plan_bits {
    PLAN_CLASS = 1,   /* class = ? */
    PLAN_MEMBER = 2,  /* member = ? */
    PLAN_NAME = 4,    /* name = ? */
    PLAN_BUILD = 8,   /* build = ? */
    PLAN_FIRST = 16,  /* the first argument of the table-valued function */
    PLAN_SECOND = 32, /* the second */
    PLAN_LOW = 64,    /* class >= ? */
    PLAN_HIGH = 128,  /* class <= ? */
    PLAN_TERMS = 256, /* conditions on cells and kinds */
    PLAN_LIMIT = 512,
    PLAN_OFFSET = 1024,
    PLAN_CLASS_IN = 2048, /* the argument is a list (sqlite3_vtab_in) */
    PLAN_MEMBER_IN = 4096,
    PLAN_NAME_IN = 8192,
    PLAN_MISSING = 32768,      /* an argument of the table-valued function is missing: an error */
    PLAN_BINARY_RANGE = 16384, /* low and high compare as BINARY: only their common prefix counts */
    PLAN_NAMESPACE = 65536,    /* namespace = ? */
    PLAN_NAMESPACE_IN = 131072,
    PLAN_NAMESPACE_IS = 262144, /* a NULL asks for the classes of which no namespace is known */
};

enum plan_operator {
    OPERATOR_EQ,
    OPERATOR_NE,
    OPERATOR_LT,
    OPERATOR_LE,
    OPERATOR_GT,
    OPERATOR_GE,
    OPERATOR_IS,
    OPERATOR_IS_NOT,
    OPERATOR_IS_NULL,
    OPERATOR_NOT_NULL,
    OPERATOR_IN,
    OPERATORS
};

/* A condition on a cell or on a text of a member's kind, read back from idxStr. */
struct plan_term {
    enum plan_operator op;
    int column; /* of the table */
};

/* An operator as idxStr has it. */
const char *plan_operator_text(enum plan_operator op);

/* Reads the term at *text (which starts behind the fixed arguments), and moves *text to the next
** one. False where no term is left. */
bool plan_next_term(const struct table *table, const struct report *report, const char **text,
                    struct plan_term *term);

/* The statement that the plan was made for, which stands in idxStr behind the end of the text. To be
** compared only. */
const sqlite3_stmt *plan_statement(const char *text);

/* Can SQLite hand over a list whole? Otherwise it starts a scan for each of its values. */
bool plan_hands_over_lists(void);

/* Moves past `count` arguments of idxStr. */
const char *plan_skip(const char *text, int count);

#endif
