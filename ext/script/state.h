/*
** What is known while a script is read. Its tokens are read once, from the start to the end, by
** functions that follow its grammar: statements of each language, expressions of all of them. An
** expression's value is what is known of the class of the instances that it gives.
*/
#ifndef WMI_SCRIPT_STATE_H
#define WMI_SCRIPT_STATE_H

#include "base/text.h"
#include "script/character.h"
#include "script/found.h"
#include "script/lexer.h"
#include "script/names.h"
#include "script/owner.h"
#include "script/value.h"
#include "script/word.h"
#include "script/wql.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCRIPT_DEPTH_MAX 64 /* brackets deeper than that are read as if they were not there */

/* A call or an index whose arguments are being read. */
struct script_call {
    enum script_word word;        /* what is called is called for */
    struct text name;             /* what is called */
    bool index;                   /* [ ] */
    bool constructs;              /* the class itself is called: c.Msvm_Disk(Name=…) */
    unsigned position;            /* of the argument that is being read */
    struct text keyword;          /* the argument's, or none */
    struct script_value receiver; /* that it is done to */
    struct text variable;         /* which is this variable, or none */
    uint32_t scope;
    struct script_value texts; /* the class that a text among the arguments says */
    struct script_value given; /* the class of an instance among them */
    struct script_value names; /* a text of names among them: see value.h */
    uint32_t lambda;           /* Python: the tag of the parameter of a lambda among them, or 0 */
    size_t lambda_row;         /* and the first row of what stands in it */
    struct text outs[4];       /* variables whose places are given: Query(q, &rows) */
    unsigned out_count;
    uint32_t association; /* GetRelated: the class that the roles belong to, or none */
    uint32_t member;      /* the member that a text among them names, or REPORT_NONE */
    bool named;           /* there is such a text, known to the report or not */
    bool target;          /* it is TargetInstance */
};

/* A PowerShell command that is being read, or a table that may be splatted to one. */
struct script_command {
    enum script_word kind; /* COMMAND_…, WORD_FUNCTION: the script's own, WORD_NONE: any other */
    struct text name;
    enum script_parameter parameter;
    struct text parameter_name;
    bool compares;          /* behind an operator: its argument is a value */
    unsigned positions;     /* arguments without a parameter */
    struct script_value on; /* the class it works on, as it was given */
    struct script_value result;
    struct script_value related; /* what it gets associated ones of */
    uint32_t association;        /* Get-CimAssociatedInstance's, or VALUE_UNKNOWN */
    struct script_value input;   /* what the pipeline brings */
    uint32_t owner;              /* of its pending rows, or 0 */
    uint32_t table;              /* the owner of a table's keys that are its members, or 0 */
    uint32_t space;              /* the namespace that it says, or 0 */
    bool splatted;               /* its arguments stand in a table, too */
    struct text method;          /* Invoke-CimMethod's */
    bool instance;               /* New-Object makes a management object */
    bool blocks;                 /* there was a block, which said what it yields */
};

/* What is put back where a function ends. */
struct script_function {
    uint32_t scope; /* of the function around it */
    uint32_t around;
    struct text function;
    struct script_value instance, with;
};

#define FUNCTIONS_MAX 16

/* Functions that end without a bracket: Python's by their indentation, VBScript's by a statement. */
struct script_functions {
    unsigned first; /* of those that begin among the statements that are read */
    unsigned count;
    size_t indent; /* how far in the statement's line begins */
    struct {
        size_t indent;
        struct script_function outer;
    } stack[FUNCTIONS_MAX];
};

/* A command for wmic whose words stand in a list: ["wmic", "cpu", "get", "Name"]. */
struct script_wmic {
    bool active;
    unsigned depth; /* of the brackets that it stands in */
    enum { WMIC_CLASS, WMIC_VERB, WMIC_CONDITION, WMIC_NAMES, WMIC_DONE } expects;
    uint32_t of;
};

#define LISTED_MAX 8

struct script_state {
    struct script_found *found;
    struct script_names *names;
    struct script_words words;
    struct script_lexer lexer;
    struct script_token token;
    enum script_word word;         /* what the token means, if it is a word */
    enum script_token_kind before; /* the kind of the token before */
    unsigned depth;
    unsigned opened[3];            /* brackets, ( [ {, that are open here */
    unsigned nesting;              /* scripts in strings of scripts */
    uint32_t scope;                /* of the function that is read */
    uint32_t around;               /* the scope of the function that this one stands in */
    struct text function;          /* its name */
    struct script_functions begun; /* those that end without a bracket */
    struct script_value item;      /* what $_ is */
    struct script_value with;      /* VBScript: what .Name belongs to */
    struct script_value instance;  /* what a method's own object is, or unknown */
    struct script_value type;      /* Rust: the class that the struct is of */
    bool type_comes;               /* and the struct comes */
    struct script_wmic wmic;
    uint32_t event;                 /* the class of events that a query asks for */
    uint32_t queried;               /* C++: the class of the last query */
    uint32_t target;                /* the class of the last event query's instances */
    struct script_wql *wql;         /* the query that the expression puts together */
    struct script_call *call;       /* the call that a text is a direct argument of, or NULL */
    struct script_command *command; /* likewise the command */
    struct script_value joined;     /* what a text in this expression goes on with */
    bool joins;                     /* the text that comes goes on with the one before it */
    struct script_value listed[LISTED_MAX]; /* the values of the list that was read last */
    unsigned listed_count;
    bool ranges;   /* C#: in from … in … select …: a name behind one declares none */
    bool labels;   /* what comes ends with a colon: case 1: */
    bool muted;    /* texts are messages */
    bool begins;   /* a statement's first operand comes: it may be assigned to */
    bool compared; /* the text that comes is a value */
};

static inline bool state_is_sign(const struct script_state *state, int sign) {
    return state->token.kind == TOKEN_SIGN && state->token.sign == sign;
}

static inline struct text state_text(const struct script_state *state) {
    return (struct text){state->token.text, state->token.size};
}

static inline bool state_in(const struct script_state *state, unsigned languages) {
    return script_language_in(state->lexer.language, languages);
}

static inline bool state_has(const struct script_state *state, unsigned traits) {
    return state->lexer.traits & traits;
}

static inline bool state_word_is(const struct script_state *state, const char *word) {
    return state->token.kind == TOKEN_WORD &&
           text_is((struct text){state->token.text, state->token.size}, word);
}

/* The meaning of the token, if it is a word. */
static inline enum script_word state_word(const struct script_state *state) {
    return state->word;
}

void state_start(struct script_state *state, struct script_found *found, struct script_names *names,
                 enum script_language language, const char *text, size_t size);

/* Goes on to the next token. */
void state_next(struct script_state *state);
/* Passes over ends of lines. */
void state_skip_lines(struct script_state *state);
/* If the token is that sign, goes on to the next one. */
bool state_accept(struct script_state *state, int sign);
/* Passes over all up to behind the bracket that closes the one at the token. */
void state_skip_brackets(struct script_state *state);

/* Goes into a bracket, ( [ or {, at the token; false where it is too deep: then it is passed over.
*/
bool state_enter(struct script_state *state, char bracket);
/* Goes out of it, over its end if that stands here. */
void state_leave(struct script_state *state, char bracket);
/* Does the token end the innermost bracket, or one around it? Passes over ends of brackets that
** are not open. */
bool state_at_end(struct script_state *state);

#endif
