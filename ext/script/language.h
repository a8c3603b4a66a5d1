/*
** The languages, each a row of a table: what starts a comment, how a string is written, what goes on
** with a line, what its words are made of. What is alike in all of them is code (lexer.h, parse.h);
** what can be told in a row stands here, and its words in word.h.
**
**                comments             strings                                   a line's end
**   PowerShell   #, <# #>             '' "" @'' '@ @" "@, "" with $(holes)      ends, not behind `
**   VBScript     ', REM               ""                                        ends, not behind _
**   C#           //, block, #if       "" @"" $"{holes}" """raw""" ''            does not
**   Python       #                    '' "" ''' """, f"{holes}", prefixes       ends, not in brackets
**   JScript      //, block            '' "" `${holes}`                          does not
**   Go           //, block            "" `raw` ''                               ends, not in brackets
**   Rust         //, block            "" r#"raw"#                               does not
**   C++          //, block, #if       "" L"" R"(raw)" ''                        does not
**   commands     ::, REM              ""                                        ends, not behind ^
*/
#ifndef WMI_SCRIPT_LANGUAGE_H
#define WMI_SCRIPT_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

enum script_language {
    SCRIPT_POWERSHELL,
    SCRIPT_VBSCRIPT,
    SCRIPT_CSHARP,
    SCRIPT_PYTHON,
    SCRIPT_JAVASCRIPT,
    SCRIPT_GO,
    SCRIPT_RUST,
    SCRIPT_CPP,
    SCRIPT_COMMANDS, /* cmd.exe: wmic */
    SCRIPT_WQL,
    SCRIPT_MARKDOWN,
    SCRIPT_CONFIG, /* JSON, Terraform: scripts in strings and in here-documents */
    SCRIPT_YAML,   /* of a pipeline, of Ansible: scripts in values */
    SCRIPT_MARKUP, /* pages, HTML Applications, Windows Script files: scripts in elements */
    SCRIPT_LANGUAGES,
};

/* A set of languages, as a table's row names it. */
enum {
    IN_PS = 1 << SCRIPT_POWERSHELL,
    IN_VBS = 1 << SCRIPT_VBSCRIPT,
    IN_CS = 1 << SCRIPT_CSHARP,
    IN_PY = 1 << SCRIPT_PYTHON,
    IN_JS = 1 << SCRIPT_JAVASCRIPT,
    IN_GO = 1 << SCRIPT_GO,
    IN_RUST = 1 << SCRIPT_RUST,
    IN_CPP = 1 << SCRIPT_CPP,
    IN_CMD = 1 << SCRIPT_COMMANDS,
    IN_BRACES = IN_CS | IN_JS | IN_GO | IN_RUST | IN_CPP,
    IN_ANY = (1 << SCRIPT_LANGUAGES) - 1,
};

/* How a language differs. */
enum script_trait {
    LINE_ENDS = 1,        /* a line's end ends a statement */
    BRACKETS_HOLD = 2,    /* but not within brackets */
    CASED = 4,            /* Name and name are two variables */
    HYPHENS = 8,          /* words hold hyphens: Get-CimInstance */
    TYPE_ARGUMENTS = 16,  /* OfType<ManagementObject>() */
    DOLLARS = 32,         /* $variables and -parameters */
    BRACES = 64,          /* blocks in braces, a statement ends with ; or with its block */
    DOTTED_MEMBERS = 128, /* vm.Name reads a property */
    INDENTED = 256,       /* a block is what stands further in */
    TYPED = 512,          /* a variable's type stands before its name */
};

struct script_language_row {
    char line_comments[3][3]; /* what starts a comment that ends with its line */
    char block_comment[2];    /* and one that ends with the same two, turned round */
    char continues;           /* before a line's end: the statement goes on; or 0 */
    char separator;           /* between two statements of a line */
    char prefixes[6];         /* letters and signs that may stand before a quote */
    char quotes[4];           /* what begins a string */
    char escape;              /* takes the next character of a string with it, or 0 */
    unsigned char hole_sign;  /* the sign before the bracket that opens a hole, or 0 */
    unsigned short traits;
};

const struct script_language_row *script_language_row(enum script_language language);

static inline bool script_language_in(enum script_language language, unsigned languages) {
    return languages >> language & 1;
}

/* Guesses a script's language from its first lines: what they begin and end with. Without a clue
** it is PowerShell. */
enum script_language script_language(const char *text, size_t size);

/* The language that a name stands for, as behind the fence of a Markdown text: "ps1", "powershell".
** SCRIPT_LANGUAGES if it stands for none of them. */
enum script_language script_language_named(const char *name, size_t size);

#endif
