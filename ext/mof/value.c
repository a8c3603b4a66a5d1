#include "mof/literal.h"
#include "mof/parse.h"

enum { DEPTH_MAX = 64 }; /* objects in objects */

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

/* --- Instances --- */

/* Reads `[qualifiers] NAME = value ;`. */
static int parse_assignment(struct mof_parser *parser) {
    struct mof_qualifiers qualifiers = {0};
    struct mof_token name;
    struct mof_value value;
    TRY(mof_parse_qualifiers(parser, &qualifiers));
    TRY(mof_parse_name(parser, "the name of a property, or } behind the instance", &name));
    TRY(mof_parse_mark(parser, '=', "= behind the name of the property"));
    TRY(mof_parse_value(parser, false, &value));
    return mof_parse_mark(parser, ';', "; behind the value");
}

int mof_parse_instance(struct mof_parser *parser) {
    struct mof_token name;
    if (parser->depth == DEPTH_MAX)
        return mof_parse_fail(parser, "objects in objects no deeper than 64");
    TRY(mof_parse_word(parser, "instance", "instance of"));
    TRY(mof_parse_word(parser, "of", "of behind instance"));
    TRY(mof_parse_name(parser, "the name of a class", &name));
    if (mof_is_word(&parser->token, "as")) {
        TRY(mof_parse_advance(parser));
        if (parser->token.kind != MOF_ALIAS)
            return mof_parse_fail(parser, "an alias such as $Name");
        TRY(mof_parse_advance(parser));
    }
    TRY(mof_parse_mark(parser, '{', "{ behind the class of the instance"));
    parser->depth++;
    while (!mof_is_mark(&parser->token, '}'))
        TRY(parse_assignment(parser));
    parser->depth--;
    return mof_parse_advance(parser);
}

/* --- Values --- */

/* The word of a constant, or MOF_VALUE_NONE. */
static enum mof_value_kind constant_word(const struct mof_token *token) {
    static const struct {
        struct text word;
        enum mof_value_kind kind;
    } words[] = {{MOF_WORD("true"), MOF_VALUE_TRUE},
                 {MOF_WORD("false"), MOF_VALUE_FALSE},
                 {MOF_WORD("null"), MOF_VALUE_NULL}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mof_is_text(token, words[i].word))
            return words[i].kind;
    return MOF_VALUE_NONE;
}

/* Reads what may stand in a list. */
static int parse_element(struct mof_parser *parser, bool keep, struct mof_value *value) {
    static const char expected[] =
        "a value: a number, a string, a character, true, false, null, an alias or instance of";
    value->token = parser->token;
    value->kind = MOF_VALUE_OTHER;
    switch (parser->token.kind) {
    case MOF_STRING:
        value->kind = MOF_VALUE_STRING;
        return mof_parse_string(parser, keep);
    case MOF_INTEGER:
        value->kind = MOF_VALUE_INTEGER;
        return mof_parse_advance(parser);
    case MOF_CHARACTER:
        TRY(mof_literal_character(&parser->lexer, &parser->token, parser->fault));
        return mof_parse_advance(parser);
    case MOF_REAL:
    case MOF_ALIAS:
        return mof_parse_advance(parser);
    case MOF_NAME:
        if (mof_is_word(&parser->token, "instance"))
            return mof_parse_instance(parser);
        value->kind = constant_word(&parser->token);
        return value->kind ? mof_parse_advance(parser) : mof_parse_fail(parser, expected);
    default:
        return mof_parse_fail(parser, expected);
    }
}

/* Adds the text of an element to the list; 0 where it has none. */
static int keep_element(struct mof_parser *parser, const struct mof_value *element) {
    struct text text = {NULL, 0};
    uint32_t offset, index;
    if (element->kind == MOF_VALUE_STRING)
        text = mof_parse_characters(parser);
    else if (element->kind == MOF_VALUE_INTEGER)
        text = element->token.text;
    TRY(pool_text(&parser->schema->pool, text, &offset));
    const uint64_t word = offset;
    return array_append(&parser->texts, &word, 1, sizeof word, &index);
}

int mof_parse_value(struct mof_parser *parser, bool keep, struct mof_value *value) {
    struct mof_value element;
    bool is_there;
    if (!mof_is_mark(&parser->token, '{'))
        return parse_element(parser, keep, value);
    *value = (struct mof_value){MOF_VALUE_LIST, parser->token};
    if (keep)
        parser->texts.count = 0;
    TRY(mof_parse_advance(parser));
    TRY(mof_parse_option(parser, '}', &is_there));
    while (!is_there) {
        TRY(parse_element(parser, keep, &element));
        if (keep)
            TRY(keep_element(parser, &element));
        if (!mof_is_mark(&parser->token, ',') && !mof_is_mark(&parser->token, '}'))
            return mof_parse_fail(parser, ", or } in a list of values");
        is_there = mof_is_mark(&parser->token, '}');
        TRY(mof_parse_advance(parser));
    }
    return ERROR_NONE;
}
