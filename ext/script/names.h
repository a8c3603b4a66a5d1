/*
** What the script's variables and functions hold. A name belongs to a scope: the text itself, or a
** function. A script is read until nothing more is learnt about its names: where a use stood above
** what defines it, once more, with what is known by then.
*/
#ifndef WMI_SCRIPT_NAMES_H
#define WMI_SCRIPT_NAMES_H

#include "base/array.h"
#include "base/text.h"
#include "script/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No script has more; of a text that does, the rest is not known. This bounds the memory. */
#define SCRIPT_NAMES_MAX 131072

#define SCRIPT_ARGUMENTS_MAX 16

/* The scope of the text itself; a function's is a number of its place. */
#define SCOPE_TEXT UINT32_C(0)
/* The scopes of functions where the text is read once: one for each depth of functions in functions,
** which forgets what it held when another function begins. */
#define SCOPE_ONCE  UINT32_C(0xf0000000)
#define SCOPES_ONCE 16
/* Not a scope: what all variables of a name hold. */
#define SCOPE_ANY UINT32_MAX

#define NAMES_SIZE_MAX 1024 /* bytes: nothing is known of longer names, for one may be asked for */
                            /* again and again: by each argument of a call */
#define NAMES_LEVELS 64     /* those that are deeper are one */

enum script_name_kind { NAME_VARIABLE, NAME_FUNCTION };

struct script_name {
    struct text text;
    struct text type; /* Go, Rust: that of the variable, or none */
    uint32_t scope;
    uint32_t kind;
    struct script_value value; /* assigned last in this reading */
    uint32_t reading;          /* that it was assigned in */
    uint32_t epoch;            /* of its scope, where that is one of SCOPE_ONCE */
    uint32_t level;            /* how deep in blocks it was assigned */
    uint32_t assigned_at;      /* the statement that it was assigned in */
    uint32_t branch;           /* the class of the assignment before, in another block, + 1 */
    uint32_t sole_also;        /* another class that it was, + 1; 0 for none */
    uint32_t evidence;         /* the class that alone has a member which it was used for */
    uint32_t sole;             /* the only class that it ever was, VALUE_UNKNOWN or VALUE_OTHER */
    uint16_t sole_flags;
    uint8_t sole_place;
    uint8_t sole_space;
    bool asked;        /* while nothing was known of it */
    bool foreign;      /* it holds what is no instance, too */
    bool parameter;    /* it is one of its function's parameters */
    bool passes;       /* NAME_FUNCTION: it returns what it is given */
    uint32_t owner;    /* of the names of members that it is given, where it is a parameter; or 0 */
    uint32_t owned_in; /* the reading that this is of */
    uint32_t learnt;   /* the reading in which it was a class last */
    uint32_t inner;    /* NAME_FUNCTION: the scope of its variables */
    uint32_t parameters; /* NAME_FUNCTION: the first in the array, + 1; 0 for none yet */
    uint32_t parameter_count;
};

struct script_names {
    struct array items;      /* struct script_name */
    struct array parameters; /* struct text */
    struct index_set set;
    uint32_t reading;               /* from 1 */
    uint32_t level;                 /* how deep in blocks the statement stands */
    uint32_t count;                 /* of the statements and blocks so far */
    uint32_t last_at[NAMES_LEVELS]; /* the last one of each level */
    bool once;                      /* the text is read once, since it is long */
    uint32_t begun;                 /* functions that have begun */
    uint32_t epochs[SCOPES_ONCE];   /* which of them each scope of SCOPE_ONCE is of */
    bool cased;                     /* Name and name are two variables */
    bool again;                     /* something was asked for that is known only now */
    bool failed;                    /* there was no memory */
};

/* None so far. They are hashed as nobody knows who writes a script: see secret.h. */
void names_start(struct script_names *names);

/* A statement, or the end of a block, stands at that level. */
void names_level(struct script_names *names, uint32_t level);

/* The scope of a function that begins at that place, in a function of scope `outer`. */
uint32_t names_scope(struct script_names *names, uint32_t outer, uint32_t place);

/* The name in that very scope, or NULL. It lives until the next names_set(). */
struct script_name *names_find(const struct script_names *names, struct text text, uint32_t scope,
                               enum script_name_kind kind);

/* Is it known in that scope, or in the text's? */
bool names_know(const struct script_names *names, struct text text, uint32_t scope);

/* What a variable holds at this place: in its scope, else in the text's, else a guess by what all
** variables of that name hold. VALUE_UNKNOWN where nothing is known. */
struct script_value names_get(struct script_names *names, struct text text, uint32_t scope);

/* A variable of that scope gets a value. The text must live as long as the names. */
void names_set(struct script_names *names, struct text text, uint32_t scope,
               struct script_value value);

/* The variable was used for a member that this class alone has. */
void names_hint(struct script_names *names, struct text text, uint32_t scope, uint32_t of);

/* There is a variable of that scope, though nothing is known of what it holds. */
void names_declare(struct script_names *names, struct text text, uint32_t scope);
void names_declare_parameter(struct script_names *names, struct text text, uint32_t scope);

/* A function is called that is not defined, so far. */
void names_miss(struct script_names *names, struct text text);
/* A function of the script's own, or NULL. It lives until the next names_set(). */
struct script_name *names_function(struct script_names *names, struct text text);
/* Defines one. Returns it, or NULL without memory. */
struct script_name *names_define(struct script_names *names, struct text text, uint32_t inner);
/* It has a parameter, in their order. */
void names_add_parameter(struct script_names *names, struct text function, struct text parameter);
/* Its parameter at that position, or of that name; or NULL. It lives until the next names_set(). */
struct script_name *names_parameter(struct script_names *names, const struct script_name *function,
                                    unsigned position, struct text parameter);
/* It is called with an argument: the parameter has the value. */
void names_pass(struct script_names *names, struct script_name *parameter,
                struct script_value value);
/* It returns a value. */
void names_return(struct script_names *names, struct text function, struct script_value value);
/* What it returns. */
struct script_value names_result(struct script_names *names, struct script_name *function);

/* A number that stands for a variable's name, the same in every run. */
uint32_t names_tag(const struct script_names *names, struct text text);

void names_free(struct script_names *names);

#endif
