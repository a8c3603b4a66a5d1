#include "mof/value.h"
#include "mof/literal.h"
#include "mof/qualifier.h"

enum { DEPTH_MAX = 64 }; /* objects in objects */

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
    TRY(mof_parse_alias(parser));
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

int mof_parse_default(struct mof_parser *parser) {
    struct mof_value value;
    bool is_there;
    TRY(mof_parse_option(parser, '=', &is_there));
    return is_there ? mof_parse_value(parser, false, &value) : ERROR_NONE;
}

/* --- Qualifiers --- */

static int parse_flavors(struct mof_parser *parser) {
    bool is_there;
    TRY(mof_parse_option(parser, ':', &is_there));
    for (; is_there; is_there = mof_is_flavor(&parser->token))
        TRY(mof_parse_flavor(parser));
    return ERROR_NONE;
}

static int parse_qualifier(struct mof_parser *parser, struct mof_qualifiers *qualifiers) {
    struct mof_token name;
    struct mof_value value = {.kind = MOF_VALUE_NONE};
    bool is_there;
    TRY(mof_parse_name(parser, "the name of a qualifier", &name));
    const struct mof_known *known = mof_qualifier_find(&name);
    TRY(mof_parse_option(parser, '(', &is_there));
    if (is_there)
        TRY(mof_parse_value(parser, known != NULL, &value));
    if (is_there)
        TRY(mof_parse_mark(parser, ')', ") behind the value of the qualifier"));
    else if (mof_is_mark(&parser->token, '{'))
        TRY(mof_parse_value(parser, known != NULL, &value));
    if (known)
        TRY(mof_qualifier_set(parser, qualifiers, known, &value));
    return parse_flavors(parser);
}

int mof_parse_qualifiers(struct mof_parser *parser, struct mof_qualifiers *qualifiers) {
    bool more, is_there;
    TRY(mof_parse_option(parser, '[', &more));
    if (!more)
        return ERROR_NONE;
    TRY(mof_parse_option(parser, ']', &is_there));
    more = !is_there;
    while (more) {
        TRY(parse_qualifier(parser, qualifiers));
        if (!mof_is_mark(&parser->token, ',') && !mof_is_mark(&parser->token, ']'))
            return mof_parse_fail(parser, ", or ] behind a qualifier");
        more = mof_is_mark(&parser->token, ',');
        TRY(mof_parse_advance(parser));
    }
    return ERROR_NONE;
}
