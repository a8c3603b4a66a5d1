#include "mof/parser.h"
#include "mof/parse.h"

#include <assert.h>

/* --- Tokens --- */

int mof_parse_advance(struct mof_parser *parser) {
    return mof_lexer_next(&parser->lexer, &parser->token, parser->fault);
}

int mof_parse_fail(struct mof_parser *parser, const char *expected) {
    bool is_end = parser->token.kind == MOF_END;
    *parser->fault =
        (struct mof_fault){.place = mof_parse_place(parser, &parser->token),
                           .subject = is_end ? "the end of the file" : "",
                           .found = is_end ? (struct text){NULL, 0} : parser->token.text,
                           .expected = expected};
    return ERROR_INPUT;
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

/* --- Declarations --- */

enum { LOCALE_UNKNOWN = 0xffff }; /* of an amendment that does not say it */

/* Reads what stands behind the word `class`. */
static int parse_class(struct mof_parser *parser, const struct mof_qualifiers *qualifiers) {
    struct mof_class said = {.key = parser->key, .qualifiers = *qualifiers};
    struct mof_token name, above;
    bool is_there;
    uint32_t index;
    if (!said.qualifiers.locale)
        said.qualifiers.locale = parser->locale;
    if (!said.key.amends && qualifiers->yes >> MOF_AMENDMENT & 1)
        said.key.amends = said.qualifiers.locale ? said.qualifiers.locale : LOCALE_UNKNOWN;
    TRY(mof_parse_name(parser, "the name of a class", &name));
    TRY(mof_parse_store(parser, &name, &said.name));
    said.place = mof_parse_place(parser, &name);
    if (mof_is_word(&parser->token, "as")) {
        TRY(mof_parse_advance(parser));
        if (parser->token.kind != MOF_ALIAS)
            return mof_parse_fail(parser, "an alias such as $Name");
        TRY(mof_parse_advance(parser));
    }
    TRY(mof_parse_option(parser, ':', &is_there));
    if (is_there) {
        TRY(mof_parse_name(parser, "the name of the superclass", &above));
        TRY(mof_parse_store(parser, &above, &said.superclass));
    }
    if (!mof_is_mark(&parser->token, '{'))
        return mof_parse_fail(parser, is_there ? "{" : "{, or : and the superclass");
    TRY(mof_schema_class(parser->schema, &said, &index, parser->fault));
    TRY(mof_parse_advance(parser));
    while (!mof_is_mark(&parser->token, '}'))
        TRY(mof_parse_member(parser, index, said.qualifiers.locale));
    TRY(mof_parse_advance(parser));
    return mof_parse_mark(parser, ';', "; behind the class");
}

static int parse_declaration(struct mof_parser *parser) {
    struct mof_qualifiers qualifiers = {0};
    bool is_there, has_qualifiers = mof_is_mark(&parser->token, '[');
    TRY(mof_parse_option(parser, '#', &is_there));
    if (is_there)
        return mof_parse_pragma(parser);
    TRY(mof_parse_qualifiers(parser, &qualifiers));
    if (mof_is_word(&parser->token, "class")) {
        TRY(mof_parse_advance(parser));
        return parse_class(parser, &qualifiers);
    }
    if (mof_is_word(&parser->token, "instance")) {
        TRY(mof_parse_instance(parser));
        return mof_parse_mark(parser, ';', "; behind the instance");
    }
    if (!has_qualifiers && mof_is_word(&parser->token, "qualifier")) {
        TRY(mof_parse_advance(parser));
        return mof_parse_qualifier_declaration(parser);
    }
    return mof_parse_fail(parser, has_qualifiers
                                      ? "class or instance behind the qualifiers"
                                      : "a declaration: class, instance, qualifier, #pragma, or [ "
                                        "before the qualifiers of one");
}

int mof_parser_next(struct mof_parser *parser, bool *more) {
    assert(parser->depth == 0);
    *more = parser->token.kind != MOF_END;
    return *more ? parse_declaration(parser) : ERROR_NONE;
}

int mof_parser_start(struct mof_parser *parser, struct mof_schema *schema, uint32_t group,
                     uint32_t file, struct text text, struct mof_fault *fault) {
    parser->schema = schema;
    parser->fault = fault;
    parser->key = (struct mof_class_key){.group = group};
    parser->locale = 0;
    parser->depth = 0;
    mof_lexer_start(&parser->lexer, file, text);
    return mof_parse_advance(parser);
}

void mof_parser_free(struct mof_parser *parser) {
    array_free(&parser->characters);
    array_free(&parser->texts);
    array_free(&parser->parameters);
    *parser = (struct mof_parser){0};
}
