/*
** What the parts of the parser have in common. Private to parser.c, member.c, qualifier.c, value.c and pragma.c.
** Each function leaves `token` behind what it has read, and fails with a fault at the token that it
** did not expect.
*/
#ifndef WMI_MOF_PARSE_H
#define WMI_MOF_PARSE_H

#include "base/error.h"
#include "mof/parser.h"

/* --- Tokens (parser.c) --- */

int mof_parse_advance(struct mof_parser *parser);

/* The fault that the next token is something else. Returns ERROR_INPUT. */
int mof_parse_fail(struct mof_parser *parser, const char *expected);

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

/* --- Values (value.c) --- */

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

struct mof_value {
    enum mof_value_kind kind;
    struct mof_token token; /* its first */
};

/* Reads a value. Its text, and those of a list in the pool, are there if they are to be kept. */
int mof_parse_value(struct mof_parser *parser, bool keep, struct mof_value *value);

/* Reads strings that stand one behind the other; they are in parser->characters if they are to be
** kept. */
int mof_parse_string(struct mof_parser *parser, bool keep);

/* Reads `instance of ...` without what stands before and behind it. */
int mof_parse_instance(struct mof_parser *parser);

static inline struct text mof_parse_characters(const struct mof_parser *parser) {
    return (struct text){parser->characters.items, parser->characters.count};
}

/* --- Qualifiers (qualifier.c) --- */

/* Reads a list of qualifiers if one comes next. */
int mof_parse_qualifiers(struct mof_parser *parser, struct mof_qualifiers *qualifiers);

/* Reads what stands behind the word `qualifier`. */
int mof_parse_qualifier_declaration(struct mof_parser *parser);

/* --- Members (member.c) --- */

/* Reads a member of a class whose texts are in that locale. */
int mof_parse_member(struct mof_parser *parser, uint32_t class_index, uint32_t locale);

/* Reads `[]` or `[4]` if it comes next. */
int mof_parse_array(struct mof_parser *parser, bool *is_array);

/* --- Pragmas (pragma.c) --- */

/* Reads what stands behind #. */
int mof_parse_pragma(struct mof_parser *parser);

#endif
