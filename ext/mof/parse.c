#include "mof/parse.h"
#include "mof/literal.h"

/* --- Tokens --- */

int mof_parse_advance(struct mof_parser *parser) {
    return mof_lexer_next(&parser->lexer, &parser->token, parser->fault);
}

int mof_parse_fail_at(struct mof_parser *parser, const struct mof_token *token,
                      const char *expected) {
    bool is_end = token->kind == MOF_END;
    *parser->fault = (struct mof_fault){.place = mof_parse_place(parser, token),
                                        .subject = is_end ? "the end of the file" : "",
                                        .found = is_end ? (struct text){NULL, 0} : token->text,
                                        .expected = expected};
    return ERROR_INPUT;
}

int mof_parse_fail(struct mof_parser *parser, const char *expected) {
    return mof_parse_fail_at(parser, &parser->token, expected);
}

int mof_parse_mark(struct mof_parser *parser, char mark, const char *expected) {
    if (!mof_is_mark(&parser->token, mark))
        return mof_parse_fail(parser, expected);
    return mof_parse_advance(parser);
}

int mof_parse_word(struct mof_parser *parser, const char *word, const char *expected) {
    if (!mof_is_word(&parser->token, word))
        return mof_parse_fail(parser, expected);
    return mof_parse_advance(parser);
}

int mof_parse_name(struct mof_parser *parser, const char *expected, struct mof_token *name) {
    if (parser->token.kind != MOF_NAME)
        return mof_parse_fail(parser, expected);
    *name = parser->token;
    return mof_parse_advance(parser);
}

int mof_parse_option(struct mof_parser *parser, char mark, bool *is_there) {
    *is_there = mof_is_mark(&parser->token, mark);
    return *is_there ? mof_parse_advance(parser) : ERROR_NONE;
}

int mof_parse_store(struct mof_parser *parser, const struct mof_token *token, uint32_t *offset) {
    return pool_text(&parser->schema->pool, token->text, offset);
}

/* --- A few tokens --- */

int mof_parse_alias(struct mof_parser *parser) {
    if (!mof_is_word(&parser->token, "as"))
        return ERROR_NONE;
    TRY(mof_parse_advance(parser));
    if (parser->token.kind != MOF_ALIAS)
        return mof_parse_fail(parser, "an alias such as $Name");
    return mof_parse_advance(parser);
}

int mof_parse_array(struct mof_parser *parser, bool *is_array) {
    TRY(mof_parse_option(parser, '[', is_array));
    if (!*is_array)
        return ERROR_NONE;
    if (parser->token.kind == MOF_INTEGER)
        TRY(mof_parse_advance(parser));
    return mof_parse_mark(parser, ']', "] behind the [ of an array");
}

int mof_parse_string(struct mof_parser *parser, bool keep) {
    parser->characters.count = 0;
    if (parser->token.kind != MOF_STRING)
        return mof_parse_fail(parser, "a string");
    while (parser->token.kind == MOF_STRING) {
        /* Where there is no escape, nothing can be wrong with it. */
        struct text text = parser->token.text;
        if (keep || memchr(text.text, '\\', text.size))
            TRY(mof_literal_string(&parser->lexer, &parser->token, &parser->characters,
                                   parser->fault));
        TRY(mof_parse_advance(parser));
    }
    return ERROR_NONE;
}
