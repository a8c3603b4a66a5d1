/*
** What was found, in the order of the text. A member's class may be known only later: at the end of
** the query or command that it stands in (it is pending till then), or at the end of the script (it
** is unknown till then, and belongs to the one class of the script that has such a member).
*/
#ifndef WMI_SCRIPT_FOUND_H
#define WMI_SCRIPT_FOUND_H

#include "report/report.h"
#include "script/script.h"
#include "script/variables.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a value of the script is: an instance, a collection or a query of a class (its index),
** or: */
#define VALUE_UNKNOWN UINT32_MAX       /* perhaps an instance of some class */
#define VALUE_OTHER   (UINT32_MAX - 1) /* nothing of WMI's: a number, a text, a file … */
#define VALUE_PENDING (UINT32_MAX - 2) /* to be said by script_rows_settle() */
#define VALUE_CLASSES (UINT32_MAX - 8) /* class indexes are below this */

struct script_row {
    const char *name; /* where it stands */
    uint32_t size;
    uint32_t value;  /* its class, VALUE_UNKNOWN or VALUE_PENDING; VALUE_OTHER: no reference */
    uint32_t member; /* REPORT_NONE for a class alone */
    uint32_t tag;    /* of what settles it */
};

struct script_rows {
    const struct report *report;
    struct script_row *items;
    size_t count, capacity;
    uint64_t *used;      /* bit i: class i stands in the script */
    uint64_t shapes[32]; /* bit: some class begins so and is so long */
    bool failed;         /* there was no memory; nothing is added any more */
};

/* Starts an empty list. False without memory; either way the caller's to give to
** script_rows_free(). */
bool script_rows_start(struct script_rows *rows, const struct report *report);
void script_rows_free(struct script_rows *rows);

/* The class of that name, or VALUE_UNKNOWN. */
uint32_t script_rows_find_class(const struct script_rows *rows, const char *name, size_t size);

/* Adds a class that stands in the script. */
void script_rows_add_class(struct script_rows *rows, const char *name, size_t size,
                           uint32_t class_index);

/* Adds a member of a value, if the report knows it. `tag` is for VALUE_PENDING. Returns false if
** the value's class is known and has no such member. */
bool script_rows_add_member(struct script_rows *rows, const char *name, size_t size, uint32_t value,
                            uint32_t tag);

/* The members of a variable (their tag is script_variables_tag()), from row `first` on, belong
** to a class: it was learnt after them. Looks back over at most ROWS_REBOUND_MAX rows. */
void script_rows_rebind(struct script_rows *rows, size_t first, uint32_t tag, uint32_t class_index);

#define ROWS_REBOUND_MAX 64

/* Says what the pending rows of that tag, from row `first` on, are members of. */
void script_rows_settle(struct script_rows *rows, size_t first, uint32_t tag, uint32_t value);

/* Says what the unknown rows are members of, drops what is no reference and finds lines, columns
** and evidence. See script_scan(). */
int script_rows_finish(struct script_rows *rows, const struct script_variables *variables,
                       const char *text, size_t size, struct script_reference **references,
                       size_t *count);

#endif
