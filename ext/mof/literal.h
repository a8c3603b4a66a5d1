/*
** String and character constants → the characters that they stand for.
*/
#ifndef WMI_MOF_LITERAL_H
#define WMI_MOF_LITERAL_H

#include "base/array.h"
#include "mof/lexer.h"

/* Appends the characters of a string token to `chars`, in UTF-8. A character beyond 16 bits may be
** written as a pair of surrogates, \xD83D\xDE00. ERROR_INPUT, with a fault, for an escape that MOF
** does not have and for one that stands for no character. */
int mof_literal_string(struct mof_lexer *lexer, const struct mof_token *token, struct array *chars,
                       struct mof_fault *fault);

/* Checks that a character token holds one character, of 16 bits. */
int mof_literal_character(struct mof_lexer *lexer, const struct mof_token *token,
                          struct mof_fault *fault);

#endif
