#include "mof/parser.h"
#include "mof/member.h"
#include "mof/parse.h"
#include "mof/pragma.h"
#include "mof/qualifier.h"
#include "mof/value.h"

#include <assert.h>

/* --- Classes --- */

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
    TRY(mof_parse_alias(parser));
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

/* --- Declarations of qualifiers --- */

/* Reads `scope (...)` or `flavor (...)`. */
static int parse_clause(struct mof_parser *parser) {
    struct mof_token name;
    bool is_scope = mof_is_word(&parser->token, "scope"), more = true;
    if (!is_scope && !mof_is_word(&parser->token, "flavor"))
        return mof_parse_fail(parser, "scope or flavor");
    TRY(mof_parse_advance(parser));
    TRY(mof_parse_mark(parser, '(', "( behind scope or flavor"));
    while (more) {
        if (is_scope)
            TRY(mof_parse_name(parser, "what the qualifier may stand at: class, property, any",
                               &name));
        else
            TRY(mof_parse_flavor(parser));
        TRY(mof_parse_option(parser, ',', &more));
    }
    return mof_parse_mark(parser, ')', ", or ) in scope or flavor");
}

/* Reads what stands behind the word `qualifier`. */
static int parse_qualifier(struct mof_parser *parser) {
    struct mof_token name;
    bool is_there;
    TRY(mof_parse_name(parser, "the name of a qualifier", &name));
    TRY(mof_parse_mark(parser, ':', ": behind the name of the qualifier"));
    TRY(mof_parse_name(parser, "the type of the qualifier", &name));
    TRY(mof_parse_array(parser, &is_there));
    TRY(mof_parse_default(parser));
    TRY(mof_parse_option(parser, ',', &is_there));
    while (is_there) {
        TRY(parse_clause(parser));
        TRY(mof_parse_option(parser, ',', &is_there));
    }
    return mof_parse_mark(parser, ';', "; behind the qualifier");
}

/* --- Declarations --- */

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
        return parse_qualifier(parser);
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
    schema->text_size += text.size;
    mof_lexer_start(&parser->lexer, file, text);
    return mof_parse_advance(parser);
}

void mof_parser_free(struct mof_parser *parser) {
    array_free(&parser->characters);
    array_free(&parser->texts);
    array_free(&parser->parameters);
    *parser = (struct mof_parser){0};
}
