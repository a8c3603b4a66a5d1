/*
** The functions that read a script, by its grammar. Each begins at the token, goes on to behind what
** it has read, and always ends: a loop over tokens takes at least one of them each time.
**
**   statements of a language   powershell.c, python.c, vbscript.c, braces.c (C#, JScript, Go …)
**   expressions                expression.c: operators; operand.c: values, and what is done to them
**   calls                      call.c: arguments, and what a call yields
**   commands of PowerShell     command.c, table.c
**   texts                      literal.c: queries, paths, names; embedded.c: scripts in them
*/
#ifndef WMI_SCRIPT_PARSE_H
#define WMI_SCRIPT_PARSE_H

#include "script/result.h"
#include "script/state.h"

/* A value with what may be done to it: it can be assigned to, or called. */
struct script_operand {
    struct script_value value;
    struct text variable;  /* the variable that it is, and nothing was done to it; or none */
    uint32_t scope;        /* the variable's */
    bool indexed;          /* an element of the variable */
    bool several;          /* ( a, b ): it is the last of them */
    bool own;              /* it is the object itself: self, this */
    struct text path;      /* the last word of a name: a.b.C */
    enum script_word word; /* what that word is called for */
};

/* --- Statements --- */

/* Reads all statements up to the end of the innermost bracket. Returns the value of the last. */
struct script_value parse_statements(struct script_state *state);
/* Does the token end a statement? */
bool parse_ends_statement(const struct script_state *state);
/* Passes over the rest of a statement. */
void parse_skip_statement(struct script_state *state);

/* One statement of a language. */
struct script_value parse_powershell(struct script_state *state);
struct script_value parse_python(struct script_state *state);
struct script_value parse_vbscript(struct script_state *state);
struct script_value parse_braces(struct script_state *state);

struct script_value parse_pipeline(struct script_state *state, struct script_operand *first);

/* An expression, or an assignment of one. */
struct script_value parse_assignment(struct script_state *state);
/* The operand gets a value. */
void parse_bind(struct script_state *state, const struct script_operand *target,
                struct script_value value);
/* { statements } */
struct script_value parse_block(struct script_state *state);

/* class Name : Base { … }, type Name struct { … } */
void parse_class(struct script_state *state);
/* Rust: #[serde(rename = "ElementName")], of a struct or of one of its fields. Does it rename? */
bool parse_attribute(struct script_state *state);
/* Go, Rust: the type behind a variable's name. */
void parse_type_behind(struct script_state *state, struct script_operand *name);

/* C#: behind a function's type and name: (parameters) { … } */
void parse_declared_function(struct script_state *state, struct text name);

/* The body of a function begins, at a place of the text that tells it from all others. */
struct script_function parse_function_begin(struct script_state *state, struct text name,
                                            const char *place);
void parse_function_end(struct script_state *state, struct script_function outer);

/* The function that has begun ends without a bracket. */
void parse_function_push(struct script_state *state, struct script_function outer);
/* Of those, all end that do not begin less far in than that. */
void parse_functions_end(struct script_state *state, size_t indent);

/* The function that is read has a parameter. */
void parse_parameter(struct script_state *state, struct text name);

/* --- Expressions --- */

/* Operands with operators between them. *first, if not NULL, is the operand where it is the only one
** and could be assigned to. */
struct script_value parse_expression(struct script_state *state, struct script_operand *first);
/* One of several: what either is, as far as it is known. */
struct script_value parse_merge(struct script_state *state, struct script_value first,
                                struct script_value second);
/* Several of them, with commas between: what the first class of them says. */
struct script_value parse_list(struct script_state *state);
void parse_operand(struct script_state *state, struct script_operand *operand);
/* One that is an expression of its own. */
void parse_single(struct script_state *state, struct script_operand *operand);
/* What is done to an operand: .Name, (…), […]. */
void parse_done(struct script_state *state, struct script_operand *operand);
/* A word that stands by itself, at the token; behind `new`, where it `creates`. */
void parse_name(struct script_state *state, struct script_operand *operand, bool creates);
/* The class that a name stands for by itself, or VALUE_UNKNOWN. Go: NewMsvm_DiskEx1 makes a Msvm_Disk;
** *name is then what remains of it. */
uint32_t parse_class_name(const struct script_state *state, struct text *name);
/* What a variable holds. */
void parse_variable(struct script_state *state, struct script_operand *operand, struct text name,
                    uint32_t scope);
/* C#: does the token, behind a type, declare a name? */
bool parse_is_declared(const struct script_state *state, struct text type);
void parse_declared(struct script_state *state, struct script_operand *operand, struct text type,
                    struct script_value type_value);
/* Rust: adds the member that a name_with_small_letters stands for, if the class has it. */
bool parse_snake_member(struct script_state *state, uint32_t class_index, struct text name);
/* The member at the token, behind a dot. */
void parse_member(struct script_state *state, struct script_operand *operand);
/* ( … ) or [ … ] behind an operand. */
void parse_call(struct script_state *state, struct script_operand *operand, char bracket);
/* Does the token begin an operand? */
bool parse_starts_operand(const struct script_state *state);
/* Is the token an operator between two operands? */
bool parse_is_operator(const struct script_state *state);

/* C#: from x in y select … */
struct script_value parse_ranges(struct script_state *state);
/* Python: … for x in y. `row` is the first row of what stands before it. */
void parse_comprehension(struct script_state *state, size_t row);

/* --- Calls --- */

/* ( arguments ) */
void parse_arguments(struct script_state *state, struct script_call *call, char bracket);
/* One argument that stands without brackets, or between two commas. */
void parse_argument(struct script_state *state, struct script_call *call);
/* A function of the script's own is given an argument. */
void parse_pass(struct script_state *state, struct text name, unsigned position,
                struct text keyword, struct script_value value);
/* May an argument here be the name of a member, in a call of that kind? */
bool parse_names_in_call(const struct script_state *state, const struct script_call *call);
/* The list that a call adds to holds what it was given. */
void parse_added(struct script_state *state, const struct script_call *call);
/* The variables whose places a call is given hold what it yields. */
void parse_outs(struct script_state *state, const struct script_call *call,
                struct script_value value);
/* What the call yields. */
struct script_value call_result(struct script_state *state, struct script_call *call);

/* --- PowerShell --- */

/* Does the token begin a command? */
bool parse_is_command(const struct script_state *state);
struct script_value parse_command(struct script_state *state, struct script_value input);
/* @{ … } */
struct script_value parse_table(struct script_state *state);
/* Names a member of what the command works on. */
void command_name(struct script_state *state, struct script_command *command, struct text name);
/* Does a text or a bare word name a member here? */
bool command_names(const struct script_command *command);
/* The class that the command works on. */
struct script_value command_works_on(const struct script_command *command);
/* [type] and what it stands before. */
void parse_type(struct script_state *state, struct script_operand *operand);

/* --- Texts --- */

struct script_value parse_literal(struct script_state *state);
/* Ends the query of an expression; returns what it yields. */
struct script_value parse_query_end(struct script_state *state, struct script_wql *wql,
                                    struct script_value value);

/* A script in a text of another, if it is one. */
bool parse_embedded(struct script_state *state, const char *text, size_t size);
/* A text behind "wmic" in a list. */
void parse_wmic_argument(struct script_state *state, struct text text);
/* The commands of cmd.exe: wmic. */
struct script_value parse_commands(struct script_state *state);
/* A whole script; `quoted`: it stands in a string, where \" is a quote of its own. */
bool parse_script(struct script_found *found, struct script_names *names,
                  enum script_language language, const char *text, size_t size, bool quoted);

#endif
