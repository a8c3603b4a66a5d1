/* Which members or classes a plan's conditions on names leave: class, member, name and namespace,
** each equal to a value or to one of a list. */
#ifndef WMI_TABLE_CANDIDATES_H
#define WMI_TABLE_CANDIDATES_H

#include "base/sqlite.h"
#include "base/text.h"
#include "table/walk.h"

/* What a value that a name is compared with lets through. */
enum operand { OPERAND_NOTHING, OPERAND_TEXT, OPERAND_ANYTHING };

/* Goes over the values of an argument: of a list, or the one that it is. */
struct candidate_values {
    sqlite3_value *list; /* NULL once it has been started, and for a single value */
    sqlite3_value *argument;
    sqlite3_value *value; /* the current one */
    int code;             /* SQLITE_OK, or why the values ended early */
};

struct candidate_values candidate_values(sqlite3_value *argument, bool is_list);
bool candidate_next(struct candidate_values *values);

/* The text of a value, which SQLite keeps until the value changes. SQLITE_OK or SQLITE_NOMEM. */
int candidate_text(sqlite3_value *value, struct text *text);

/* Starts a walk over the members (`of_classes`: the classes) that the conditions leave. Each of the
** three values is NULL where the plan has no such condition; `bits` say which are lists. */
int candidate_walk(struct walk *walk, const struct report *report, bool of_classes, int bits,
                   sqlite3_value *class_name, sqlite3_value *member, sqlite3_value *name);

/* Leaves of a walk that has been started what is in the namespace, or in one of the list. */
int candidate_namespaces(struct walk *walk, const struct report *report, bool of_classes, int bits,
                         sqlite3_value *namespace_name);

#endif
