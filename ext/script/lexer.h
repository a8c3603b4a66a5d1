/*
** A script as a stream of tokens. One lexer reads all languages, each by its row of language.h.
** Comments give no token. A string gives its pieces: the code in its holes comes between them.
*/
#ifndef WMI_SCRIPT_LEXER_H
#define WMI_SCRIPT_LEXER_H

#include "script/token.h"

void script_lexer_start(struct script_lexer *lexer, enum script_language language, const char *text,
                        size_t size);

/* Reads the next token; behind the last one always TOKEN_END. */
void script_lexer_next(struct script_lexer *lexer, struct script_token *token);

/* The next character behind the last token that is no blank, on its line or beyond; 0 at the end of
** the text, or far off. */
char script_lexer_peek(const struct script_lexer *lexer);

#endif
