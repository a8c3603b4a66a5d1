/*
** What strings hold: WQL queries, the conditions of a -Filter, and object paths.
**
**   SELECT Name FROM Msvm_ComputerSystem WHERE EnabledState = 2
**   SELECT * FROM __InstanceModificationEvent … WHERE TargetInstance ISA 'Msvm_ComputerSystem' AND …
**   ASSOCIATORS OF {Msvm_ComputerSystem.Name='…'} WHERE ResultClass = Msvm_VirtualSystemSettingData
**   \\.\root\virtualization\v2:Msvm_ComputerSystem.CreationClassName="…",Name="…"
**
** A query may come in pieces, with code between them. Values in quotes are not read, except behind
** ISA. Names in the condition count where an operator follows them.
*/
#ifndef WMI_SCRIPT_WQL_H
#define WMI_SCRIPT_WQL_H

#include "script/found.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script_wql_form {
    WQL_NONE,
    WQL_QUERY,
    WQL_CONDITION, /* "WHERE Name = …", the rest of a query */
    WQL_EVENT,     /* "TargetInstance ISA …", the condition of an event's query */
};

struct script_wql {
    struct script_found *found;
    enum {
        WQL_NOTHING,
        READ_VERB,
        READ_LIST,      /* SELECT … */
        READ_FROM,      /* FROM … */
        READ_TAIL,      /* … WHERE */
        READ_CONDITION, /* WHERE … */
        READ_SOURCE,    /* ASSOCIATORS OF … */
        READ_PATH,      /* { … */
        READ_RELATION,  /* } … */
    } state;
    uint32_t value;       /* the class that names belong to, see found.h */
    uint32_t result;      /* the class that the query yields, VALUE_UNKNOWN or VALUE_OTHER */
    uint32_t association; /* the class that roles belong to */
    uint32_t owner;       /* of its pending rows */
    bool owns;            /* the pending rows are its own, not a command's */
    char quote;           /* inside a value: its quote, else 0 */
    bool wants_class;     /* a class in quotes comes: ISA */
    bool wants_value;     /* an operator stood before: a name counts there too */
    bool event;           /* the class is that of an event's instance */
    const char *name;     /* read last, its use not known yet; or NULL */
    size_t name_size;
    const char *key; /* READ_RELATION: what stands before the = */
    size_t key_size;
};

/* Does a string begin a query, or go on with one? */
enum script_wql_form script_wql_form(const char *text, size_t size);

/* Do a name and an operator stand there? */
bool script_wql_compares(const char *text, size_t size, size_t at);

/* Starts reading a query. */
void script_wql_start(struct script_wql *wql, struct script_found *found);

/* Starts reading a condition on a value. If that is VALUE_PENDING, the owner
** says it. */
void script_wql_start_condition(struct script_wql *wql, struct script_found *found, uint32_t value,
                                uint32_t owner);

/* Starts reading the condition of a query for events. */
void script_wql_start_event(struct script_wql *wql, struct script_found *found);

/* Reads the next piece. */
void script_wql_read(struct script_wql *wql, const char *text, size_t size);

/* Something computed stands between the pieces. */
void script_wql_gap(struct script_wql *wql);

/* Done: returns the class that the query yields, VALUE_UNKNOWN or VALUE_OTHER. */
uint32_t script_wql_end(struct script_wql *wql);

/* Reads a string that may be an object path or a class's name. Returns its class, VALUE_UNKNOWN if
** it has none. */
uint32_t script_wql_path(struct script_found *found, const char *text, size_t size);

/* Reads a whole text of queries. Lines that begin with --, // or # are comments. */
void script_wql_script(struct script_found *found, const char *text, size_t size);

#endif
