/*
** MOF text → tokens. The text is valid UTF-8 without a NUL in it and has a NUL behind it, which
** ends every scan.
*/
#ifndef WMI_MOF_LEXER_H
#define WMI_MOF_LEXER_H

#include "mof/fault.h"

#include <stdint.h>

enum mof_token_kind {
    MOF_END,
    MOF_NAME,      /* also the words of the language, which are names elsewhere */
    MOF_ALIAS,     /* $Name */
    MOF_INTEGER,   /* decimal, octal, hexadecimal, binary; with its sign */
    MOF_REAL,      /* with its sign */
    MOF_STRING,    /* one pair of quotes, which it includes */
    MOF_CHARACTER, /* 'x', with its quotes */
    MOF_MARK,      /* one of # [ ] { } ( ) , ; : = */
};

struct mof_token {
    enum mof_token_kind kind;
    struct text text;      /* as it stands in the file; empty at the end */
    uint32_t line;         /* from 1 */
    const char *line_from; /* the start of that line */
};

struct mof_lexer {
    const char *at; /* behind the last token */
    const char *line_from;
    uint32_t file, line;
    const char *counted; /* the place that was asked for last: it has that column */
    uint32_t column;
};

/* Starts a text, which must outlive the lexer. `file` goes into places. */
void mof_lexer_start(struct mof_lexer *lexer, uint32_t file, struct text text);

/* The next token, MOF_END at the end and ever after. ERROR_NONE, or ERROR_INPUT with a fault. */
int mof_lexer_next(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault);

/* Where a token stands. Fast for tokens in the order of the text. */
struct mof_place mof_lexer_place(struct mof_lexer *lexer, const struct mof_token *token);

static inline bool mof_is_mark(const struct mof_token *token, char mark) {
    return token->kind == MOF_MARK && token->text.text[0] == mark;
}

/* Is it this word, in any case of its letters? */
static inline bool mof_is_word(const struct mof_token *token, const char *word) {
    size_t size = strlen(word);
    return token->kind == MOF_NAME && token->text.size == size &&
           text_equal_nocase(token->text.text, word, size);
}

/* A word of a table. */
#define MOF_WORD(word)                                                                             \
    { word, sizeof(word) - 1 }

/* Is it this one? */
static inline bool mof_is_text(const struct mof_token *token, struct text word) {
    return token->text.size == word.size && token->kind == MOF_NAME &&
           text_equal_nocase(token->text.text, word.text, word.size);
}

/* Reads a whole number token. False where it is greater than 64 bits hold. */
bool mof_integer(const struct mof_token *token, int64_t *value);

#endif
