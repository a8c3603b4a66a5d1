/*
** What the parts of the parser have in common: tokens, and what is made of a few of them. Private to
** ext/mof. Each function leaves `token` behind what it has read, and fails with a fault at the token
** that it did not expect.
*/
#ifndef WMI_MOF_PARSE_H
#define WMI_MOF_PARSE_H

#include "base/error.h"
#include "mof/state.h"

/* --- Tokens --- */

int mof_parse_advance(struct mof_parser *parser);

/* The fault that the next token is something else. Returns ERROR_INPUT. */
int mof_parse_fail(struct mof_parser *parser, const char *expected);

/* The same of a token that has been read. */
int mof_parse_fail_at(struct mof_parser *parser, const struct mof_token *token,
                      const char *expected);

/* Takes this mark, this word, any name. */
int mof_parse_mark(struct mof_parser *parser, char mark, const char *expected);
int mof_parse_word(struct mof_parser *parser, const char *word, const char *expected);
int mof_parse_name(struct mof_parser *parser, const char *expected, struct mof_token *name);

/* Takes the mark if it comes next. */
int mof_parse_option(struct mof_parser *parser, char mark, bool *is_there);

/* Stores the text of a token. */
int mof_parse_store(struct mof_parser *parser, const struct mof_token *token, uint32_t *offset);

static inline struct mof_place mof_parse_place(struct mof_parser *parser,
                                               const struct mof_token *token) {
    return mof_lexer_place(&parser->lexer, token);
}

/* --- A few tokens --- */

/* Reads `as $ALIAS` if it comes next. */
int mof_parse_alias(struct mof_parser *parser);

/* Reads `[]` or `[4]` if it comes next. */
int mof_parse_array(struct mof_parser *parser, bool *is_array);

/* Reads strings that stand one behind the other; they are in parser->characters if they are to be
** kept. */
int mof_parse_string(struct mof_parser *parser, bool keep);

static inline struct text mof_parse_characters(const struct mof_parser *parser) {
    size_t count = parser->characters.count; /* of none, there may be no array */
    return (struct text){count ? parser->characters.items : "", count};
}

/* --- Values --- */

enum mof_value_kind {
    MOF_VALUE_NONE,
    MOF_VALUE_NULL,
    MOF_VALUE_FALSE,
    MOF_VALUE_TRUE,
    MOF_VALUE_INTEGER,
    MOF_VALUE_STRING, /* parser->characters */
    MOF_VALUE_LIST,   /* parser->texts, of its strings and whole numbers */
    MOF_VALUE_OTHER,
};

/* A value that has been read (value.h). */
struct mof_value {
    enum mof_value_kind kind;
    struct mof_token token; /* its first */
};

#endif
