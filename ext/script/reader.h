/*
** Reads a script's tokens and knows, at each of them, what class the value at hand has.
**
** A script is read once, from its start to its end, as a stack of frames (brackets, blocks, holes
** in strings), each of which holds the statement that is being read in it. A statement has a
** subject: the value read last, with all that was done to it (`$vms[0].Name` is one subject). Its
** class comes from a class's name in it, or from a variable that such a subject was assigned to.
** What is no instance (texts, numbers, properties, results of methods, objects of other libraries)
** is told from what is not known, since only the latter may have members that are found by their
** name alone.
*/
#ifndef WMI_SCRIPT_READER_H
#define WMI_SCRIPT_READER_H

#include "base/text.h"
#include "script/found.h"
#include "script/lexer.h"
#include "script/variables.h"
#include "script/words.h"
#include "script/wql.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCRIPT_FRAMES_MAX 64 /* brackets deeper than that are read as if they were not there */

struct script_value {
    uint32_t of; /* see found.h */
    bool fresh;  /* the class stands in this very statement; it is from no variable */
};

enum script_frame_kind {
    FRAME_BLOCK, /* the text itself, { } */
    FRAME_GROUP, /* ( ) around an expression, a hole */
    FRAME_CALL,  /* ( ) behind what is called */
    FRAME_INDEX, /* [ ] behind what is indexed */
    FRAME_TYPE,  /* PowerShell's [type] */
    FRAME_LIST,  /* Python's and C#'s [ ] and { } in expressions */
    FRAME_TABLE, /* PowerShell's @{ } */
};

/* A PowerShell command that is being read, or a table that may be splatted to one. */
struct script_command {
    bool active;
    enum script_word kind; /* COMMAND_…, WORD_FUNCTION: the script's own, WORD_FOREIGN: any other */
    enum script_parameter parameter;
    bool taken;         /* the parameter has its argument */
    bool listing;       /* a comma came: so the next argument is the same parameter's */
    unsigned positions; /* arguments without a parameter */
    uint32_t value;     /* the class it works on, or VALUE_UNKNOWN */
    uint32_t result;    /* the class it yields, or VALUE_UNKNOWN */
    uint32_t input;     /* what the pipeline brings */
    uint32_t tag;       /* of its pending rows */
    size_t first_row;
    bool pending;  /* there are such */
    bool instance; /* New-Object makes a management object */
};

struct script_frame {
    enum script_frame_kind kind;
    char opener;             /* ( [ {, H for a hole, 0 for the text itself */
    enum script_word called; /* FRAME_CALL, FRAME_INDEX: what stands before the bracket */
    uint32_t receiver;       /* likewise: the value that it is done to */
    bool named;              /* a member was named in it */
    bool skips;              /* CALL_ASSOCIATORS: this argument is not what it yields */
    size_t first_row;        /* of its rows */
    bool prints;             /* strings in it are messages */
    bool keys;               /* FRAME_TABLE: its keys are members, of the command around it */
    unsigned commas;
    uint32_t item;               /* what $_ is */
    struct script_value result;  /* of its arguments, or of its last statement */
    struct script_command splat; /* FRAME_TABLE */

    /* The statement that is being read. */
    bool valued;                 /* there is a subject */
    struct script_value subject; /* read last */
    struct script_value sum;     /* of the subjects before it */
    bool summed;                 /* there were some */
    struct text simple;          /* the subject is this variable, and nothing was done to it */
    enum script_word member;     /* what the subject's last word is called for */
    bool self;                   /* the subject is `self`: what comes is a variable */
    struct text target;          /* the variable that gets the statement's value */
    bool declared;               /* C#: as a type that is no instance */
    bool looping;                /* a loop's variable comes */
    bool in_loop;                /* the target is a loop's variable */
    bool controls;               /* begins with if, while …: = compares */
    bool messages;               /* its strings are messages */
    bool returns, imports, names, catches, defines, casts, creates, with;
    bool piped;
    struct script_value piping; /* what the pipeline brings */
    struct text function;
    struct script_command command;
    struct script_wql wql;
};

struct script_reader {
    struct script_rows *rows;
    struct script_words words;
    struct script_variables *variables;
    struct script_lexer lexer;
    struct script_token token;
    enum script_token_kind before; /* the token before */
    int sign_before;
    struct text text_before;
    struct text word_before; /* C#: the type of the variable that comes */
    bool compares_before;    /* the token before compares */
    bool spaced_before;      /* the token before has a blank before it */
    bool compares;
    struct text function; /* defined last */
    uint32_t tags;
    uint32_t with;     /* VBScript: what .Name belongs to */
    uint32_t target;   /* the class of the last event query's instances */
    unsigned depth;    /* of the top frame */
    unsigned overflow; /* brackets beyond the stack */
    struct script_frame frames[SCRIPT_FRAMES_MAX];
};

/* Reads a whole script into the rows and the variables. False without memory. */
bool script_reader_read(struct script_rows *rows, struct script_variables *variables,
                        enum script_language language, const char *text, size_t size);

/* --- statement.c: values and statements --- */

struct script_frame *script_reader_top(struct script_reader *reader);

/* A new subject begins. */
void script_statement_begin(struct script_reader *reader, struct script_value value);
/* The value of all that was read. Ends the subject and the command. */
struct script_value script_statement_value(struct script_reader *reader);
/* An argument, a loop's head or the statement ends: what it was assigned to gets its value. */
void script_statement_end(struct script_reader *reader);
/* The target gets the value. */
void script_statement_bind(struct script_reader *reader, struct script_value value);
/* `=` behind a name. */
void script_statement_assign(struct script_reader *reader, bool loop);
struct script_value script_value_merge(struct script_value first, struct script_value second);

/* --- bracket.c: frames --- */

void script_frame_open(struct script_reader *reader, enum script_frame_kind kind, char opener);
void script_frame_close(struct script_reader *reader, char opener);

/* --- command.c: PowerShell's commands --- */

/* Does a word here begin a command? */
bool script_command_expected(const struct script_reader *reader);
void script_command_begin(struct script_reader *reader, enum script_word kind);
void script_command_parameter(struct script_reader *reader);
void script_command_word(struct script_reader *reader);
/* An argument begins; of what parameter is known then. */
void script_command_argument(struct script_frame *frame);
/* The argument has this value. */
void script_command_take(struct script_command *command, struct script_value value);
/* Does a bare word or a string name a member here? */
bool script_command_names(const struct script_command *command);
/* Names a member of what the command works on. */
void script_command_name(struct script_reader *reader, struct script_command *command,
                         const char *name, size_t size);
/* Ends it; returns what it yields. */
struct script_value script_command_end(struct script_reader *reader);

/* --- sign.c: brackets, operators, separators --- */

void script_sign_read(struct script_reader *reader);

/* --- literal.c: strings --- */

void script_literal_read(struct script_reader *reader);

#endif
