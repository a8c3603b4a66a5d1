/*
** A script as a stream of tokens. One lexer reads four languages (WQL needs none, see wql.h); what
** differs between them is what starts a comment, how a string is written, and whether a line's end
** ends a statement:
**
**              comments                 strings                                  line's end
**   PowerShell #, <# #>                 '' "" @'' '@ @" "@, "" with $(holes)     yes, not behind `
**   VBScript   ', REM                   ""                                       yes, not behind _
**   C#         //, block, #directives   "" @"" $"{holes}" """raw""" ''           no
**   Python     #                        '' "" ''' """, f"{holes}", prefixes      yes, not in brackets
**
** Comments give no token. A string gives its pieces: the code in its holes comes between them.
*/
#ifndef WMI_SCRIPT_LEXER_H
#define WMI_SCRIPT_LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script_language {
    SCRIPT_POWERSHELL,
    SCRIPT_VBSCRIPT,
    SCRIPT_CSHARP,
    SCRIPT_PYTHON,
    SCRIPT_WQL,
};

/* Guesses a script's language from its first lines: what they begin and end with. Without a clue
** it is PowerShell. */
enum script_language script_language(const char *text, size_t size);

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
    bool first;   /* TOKEN_TEXT: the string's first piece */
    bool last;    /* TOKEN_TEXT: the string's last piece */
    bool foreign; /* TOKEN_VARIABLE: of another drive, as $env:PATH */
    const char *text;
    size_t size;
};

#define SCRIPT_STRINGS_MAX 16 /* strings in holes of strings; beyond that holes are not seen */

struct script_string {
    char quote;
    char escape;      /* takes the next character with it, or 0 */
    bool doubled;     /* a quote in the string is written twice */
    bool here;        /* PowerShell: ends with a quote and @ at a line's start */
    bool lines;       /* may run over several lines */
    bool holes;       /* $( ) or { } is code */
    unsigned quotes;  /* how many end it: 1, 3 or more */
    unsigned nesting; /* brackets open in the hole */
};

struct script_lexer {
    enum script_language language;
    const char *start, *at, *end;
    enum { LEXER_CODE, LEXER_TEXT, LEXER_HOLE } mode;
    unsigned brackets;    /* Python: a line's end within them ends nothing */
    bool fresh_line;      /* no token yet in this statement: REM may stand here */
    const char *word_end; /* of the last word: in PowerShell a # there is part of it */
    bool behind_dot;      /* a member's name comes: it has no hyphen */
    unsigned depth;       /* strings whose holes are being read, and the one being read */
    struct script_string strings[SCRIPT_STRINGS_MAX];
};

void script_lexer_start(struct script_lexer *lexer, enum script_language language, const char *text,
                        size_t size);

/* Reads the next token; behind the last one always TOKEN_END. */
void script_lexer_next(struct script_lexer *lexer, struct script_token *token);

/* Letters, digits, underscores and everything beyond ASCII. */
bool script_is_word(char c);

#endif
