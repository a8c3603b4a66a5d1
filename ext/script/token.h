/* Tokens, and where the lexer is in its text. */
#ifndef WMI_SCRIPT_TOKEN_H
#define WMI_SCRIPT_TOKEN_H

#include "script/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script_token_kind {
    TOKEN_END,
    TOKEN_LINE,      /* the end of a line that may end a statement */
    TOKEN_WORD,      /* an identifier; in PowerShell with hyphens: Get-CimInstance */
    TOKEN_VARIABLE,  /* PowerShell: $vm, ${vm}, $script:vm, @splat; the text is the bare name */
    TOKEN_PARAMETER, /* PowerShell: -ClassName, -eq; the text is without the hyphen */
    TOKEN_NUMBER,
    TOKEN_TEXT,     /* a string, or the piece of one between two holes; without the quotes */
    TOKEN_HOLE,     /* code begins inside a string */
    TOKEN_HOLE_END, /* and ends */
    TOKEN_SIGN,     /* anything else */
};

/* A sign of two characters that belong together. */
#define SIGN(first, second) ((first) | (second) << 8)

struct script_token {
    enum script_token_kind kind;
    int sign;     /* TOKEN_SIGN: a character or SIGN() of two */
    bool spaced;  /* a blank or a line's start stands before it */
    bool lined;   /* a line's start stands before it */
    bool first;   /* TOKEN_TEXT: the string's first piece */
    bool last;    /* TOKEN_TEXT: the string's last piece */
    bool foreign; /* TOKEN_VARIABLE: of another drive, as $env:PATH */
    bool outer;   /* TOKEN_VARIABLE: $script:vm, $global:vm */
    const char *text;
    size_t size;
};

#define SCRIPT_STRINGS_MAX 16 /* strings in holes of strings; beyond that holes are not seen */

struct script_string {
    char quote;
    char escape;      /* takes the next character with it, or 0 */
    char closing;     /* Rust, C++: stands with the quote at the end, or 0 */
    bool doubled;     /* a quote in the string is written twice */
    bool here;        /* PowerShell: ends with a quote and @ at a line's start */
    bool lines;       /* may run over several lines */
    bool holes;       /* code may stand in it */
    unsigned quotes;  /* how many end it: 1, 3 or more */
    unsigned nesting; /* brackets open in the hole */
};

struct script_lexer {
    enum script_language language;
    const struct script_language_row *row;
    unsigned traits;
    uint32_t prefix_letters;      /* bit: a letter that may stand before a quote */
    char hole_opens, hole_closes; /* the brackets around a hole's code */
    const char *start, *at, *end;
    enum { LEXER_CODE, LEXER_TEXT, LEXER_HOLE } mode;
    unsigned brackets;    /* BRACKETS_HOLD: a line's end within them ends nothing */
    bool quoted;          /* the script stands in a string: \" is a quote of its own */
    bool types;           /* a type is read: Vec<System> is more than one word */
    bool fresh_line;      /* no token yet in this statement: REM may stand here */
    const char *word_end; /* of the last word: in PowerShell a # there is part of it */
    bool behind_dot;      /* a member's name comes: it has no hyphen */
    unsigned depth;       /* strings whose holes are being read, and the one being read */
    struct script_string strings[SCRIPT_STRINGS_MAX];
};

#endif
