#include "mof/member.h"
#include "mof/value.h"

/* --- Types --- */

/* The types that have a name; any other name is that of a class. */
static const struct {
    struct text name;
    enum mof_kind kind;
} types[] = {
    {MOF_WORD("boolean"), MOF_BOOLEAN},   {MOF_WORD("char16"), MOF_CHAR16},
    {MOF_WORD("datetime"), MOF_DATETIME}, {MOF_WORD("object"), MOF_OBJECT},
    {MOF_WORD("real32"), MOF_REAL32},     {MOF_WORD("real64"), MOF_REAL64},
    {MOF_WORD("sint16"), MOF_SINT16},     {MOF_WORD("sint32"), MOF_SINT32},
    {MOF_WORD("sint64"), MOF_SINT64},     {MOF_WORD("sint8"), MOF_SINT8},
    {MOF_WORD("string"), MOF_TEXT},       {MOF_WORD("uint16"), MOF_UINT16},
    {MOF_WORD("uint32"), MOF_UINT32},     {MOF_WORD("uint64"), MOF_UINT64},
    {MOF_WORD("uint8"), MOF_UINT8},       {MOF_WORD("void"), MOF_VOID},
};

static enum mof_kind kind_of(const struct mof_token *name) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (mof_is_text(name, types[i].name))
            return types[i].kind;
    return MOF_REFERENCE;
}

/* Reads `TYPE NAME` or `CLASS ref NAME`. `ref` may be a name too. */
static int parse_type_and_name(struct mof_parser *parser, const char *expected,
                               struct mof_type *type, struct mof_token *name) {
    struct mof_token class_name;
    TRY(mof_parse_name(parser, expected, &class_name));
    TRY(mof_parse_name(parser, "a name, or ref and a name, behind the type", name));
    bool is_reference = mof_is_word(name, "ref") && parser->token.kind == MOF_NAME;
    if (is_reference)
        TRY(mof_parse_name(parser, "the name of the reference", name));
    *type = (struct mof_type){.kind = is_reference ? MOF_REFERENCE : kind_of(&class_name)};
    if (type->kind != MOF_REFERENCE)
        return ERROR_NONE;
    if (!is_reference)
        type->kind = MOF_OBJECT;
    return mof_parse_store(parser, &class_name, &type->class_name);
}

/* --- Members --- */

static int parse_parameter(struct mof_parser *parser) {
    struct mof_parameter said = {0};
    struct mof_token name;
    uint32_t index;
    TRY(mof_parse_qualifiers(parser, &said.qualifiers));
    TRY(parse_type_and_name(parser, "the type of a parameter", &said.type, &name));
    TRY(mof_parse_store(parser, &name, &said.name));
    said.place = mof_parse_place(parser, &name);
    TRY(mof_parse_array(parser, &said.type.is_array));
    TRY(mof_parse_default(parser));
    return array_append(&parser->parameters, &said, 1, sizeof said, &index);
}

/* Reads what stands behind the ( of a method. */
static int parse_parameters(struct mof_parser *parser) {
    bool is_end;
    TRY(mof_parse_option(parser, ')', &is_end));
    while (!is_end) {
        if (parser->parameters.count == MOF_PARAMETERS_MAX)
            return mof_parse_fail(parser, "at most 255 parameters of a method");
        TRY(parse_parameter(parser));
        if (!mof_is_mark(&parser->token, ',') && !mof_is_mark(&parser->token, ')'))
            return mof_parse_fail(parser, ", or ) behind a parameter");
        is_end = mof_is_mark(&parser->token, ')');
        TRY(mof_parse_advance(parser));
    }
    return ERROR_NONE;
}

int mof_parse_member(struct mof_parser *parser, uint32_t class_index, uint32_t locale) {
    struct mof_member said = {.class_index = class_index, .qualifiers.locale = locale};
    struct mof_token name;
    parser->parameters.count = 0;
    TRY(mof_parse_qualifiers(parser, &said.qualifiers));
    TRY(parse_type_and_name(parser, "the type of a member, or } behind the class", &said.type,
                            &name));
    TRY(mof_parse_store(parser, &name, &said.name));
    said.place = mof_parse_place(parser, &name);
    TRY(mof_parse_option(parser, '(', &said.is_method));
    if (said.is_method) {
        TRY(parse_parameters(parser));
        TRY(mof_parse_mark(parser, ';', "; behind the method"));
    } else if (said.type.kind == MOF_VOID) {
        return mof_parse_fail(parser, "( behind a method that returns nothing");
    } else {
        TRY(mof_parse_array(parser, &said.type.is_array));
        TRY(mof_parse_default(parser));
        TRY(mof_parse_mark(parser, ';', "; behind the member"));
    }
    said.parameter_count = (uint32_t)parser->parameters.count;
    return mof_schema_member(parser->schema, &said, parser->parameters.items, parser->fault);
}
