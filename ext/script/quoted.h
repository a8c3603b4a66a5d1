/* Strings, as the lexer reads them. */
#ifndef WMI_SCRIPT_QUOTED_H
#define WMI_SCRIPT_QUOTED_H

#include "script/token.h"

/* Reads the string that starts at the place. False when none does: lexer->at is as it was. */
bool script_string_open(struct script_lexer *lexer, struct script_token *token);

/* Gives the next piece of the string that was opened last. */
void script_string_read(struct script_lexer *lexer, struct script_token *token);

#endif
