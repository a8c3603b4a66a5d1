#include "mof/qualifier.h"

/* What is kept of a qualifier's value. */
enum holds { HOLDS_FLAG, HOLDS_DEPRECATED, HOLDS_DESCRIPTION, HOLDS_LIST, HOLDS_LOCALE };

struct mof_known {
    struct text name;
    enum holds holds;
    size_t what; /* enum mof_flag, or where the list is in struct mof_qualifiers */
};

/* The qualifiers that say something of the schema; the others are passed over. */
static const struct mof_known knowns[] = {
    {MOF_WORD("Abstract"), HOLDS_FLAG, MOF_ABSTRACT},
    {MOF_WORD("Amendment"), HOLDS_FLAG, MOF_AMENDMENT},
    {MOF_WORD("Association"), HOLDS_FLAG, MOF_ASSOCIATION},
    {MOF_WORD("Deprecated"), HOLDS_DEPRECATED, 0},
    {MOF_WORD("Description"), HOLDS_DESCRIPTION, 0},
    {MOF_WORD("In"), HOLDS_FLAG, MOF_IN},
    {MOF_WORD("Key"), HOLDS_FLAG, MOF_KEY},
    {MOF_WORD("Locale"), HOLDS_LOCALE, 0},
    {MOF_WORD("Out"), HOLDS_FLAG, MOF_OUT},
    {MOF_WORD("Read"), HOLDS_FLAG, MOF_READ},
    {MOF_WORD("ValueMap"), HOLDS_LIST, offsetof(struct mof_qualifiers, value_map)},
    {MOF_WORD("Values"), HOLDS_LIST, offsetof(struct mof_qualifiers, texts[MOF_PLAIN].values)},
    {MOF_WORD("Write"), HOLDS_FLAG, MOF_WRITE},
};

const struct mof_known *mof_qualifier_find(const struct mof_token *name) {
    for (size_t i = 0; i < sizeof knowns / sizeof *knowns; i++)
        if (mof_is_text(name, knowns[i].name))
            return &knowns[i];
    return NULL;
}

/* --- What a value says --- */

static int set_flag(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                    const struct mof_value *value, size_t flag) {
    uint32_t bit = UINT32_C(1) << flag;
    if (value->kind > MOF_VALUE_TRUE)
        return mof_parse_fail_at(parser, &value->token, "true or false for this qualifier");
    if (qualifiers->said & bit || value->kind == MOF_VALUE_NULL)
        return ERROR_NONE;
    qualifiers->said |= bit;
    if (value->kind != MOF_VALUE_FALSE)
        qualifiers->yes |= bit;
    return ERROR_NONE;
}

static int set_description(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                           const struct mof_value *value) {
    if (value->kind == MOF_VALUE_NULL || value->kind == MOF_VALUE_NONE)
        return ERROR_NONE;
    if (value->kind != MOF_VALUE_STRING)
        return mof_parse_fail_at(parser, &value->token, "a string for this qualifier");
    return pool_text(&parser->schema->pool, mof_parse_characters(parser),
                     &qualifiers->texts[MOF_PLAIN].description);
}

/* The texts of the list that was read last, joined, in parser->characters. */
static int join_texts(struct mof_parser *parser) {
    const uint64_t *texts = parser->texts.items;
    uint32_t index;
    parser->characters.count = 0;
    for (size_t i = 0; i < parser->texts.count; i++) {
        struct text text = {"", 0};
        if (texts[i])
            text = mof_text(parser->schema, (uint32_t)texts[i]);
        if (parser->characters.count && text.size)
            TRY(array_append(&parser->characters, "; ", 2, 1, &index));
        TRY(array_append(&parser->characters, text.text, text.size, 1, &index));
    }
    return ERROR_NONE;
}

static int set_deprecated(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                          const struct mof_value *value) {
    struct text text = {MOF_NO_VALUE, sizeof MOF_NO_VALUE - 1};
    if (value->kind == MOF_VALUE_FALSE)
        return ERROR_NONE;
    if (value->kind == MOF_VALUE_INTEGER || value->kind == MOF_VALUE_OTHER)
        return mof_parse_fail_at(parser, &value->token, "strings that say what replaces it");
    if (value->kind == MOF_VALUE_LIST)
        TRY(join_texts(parser));
    if ((value->kind == MOF_VALUE_LIST || value->kind == MOF_VALUE_STRING) &&
        parser->characters.count)
        text = mof_parse_characters(parser);
    return pool_text(&parser->schema->pool, text, &qualifiers->deprecated);
}

static int set_list(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                    const struct mof_value *value, size_t what) {
    uint32_t index;
    if (value->kind == MOF_VALUE_NULL || value->kind == MOF_VALUE_NONE)
        return ERROR_NONE;
    if (value->kind != MOF_VALUE_LIST)
        return mof_parse_fail_at(parser, &value->token, "a list in braces for this qualifier");
    TRY(unique_runs_add(&parser->schema->lists, parser->texts.items, parser->texts.count, &index));
    index++;
    memcpy((char *)qualifiers + what, &index, sizeof index);
    return ERROR_NONE;
}

static int set_locale(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                      const struct mof_value *value) {
    int64_t number;
    if (value->kind != MOF_VALUE_INTEGER)
        return ERROR_NONE; /* of the standard's kind, a name: it says nothing to Windows */
    if (!mof_integer(&value->token, &number) || number < 0 || number > UINT32_MAX)
        return mof_parse_fail_at(parser, &value->token, "the number of a locale, such as 0x409");
    qualifiers->locale = (uint32_t)number;
    return ERROR_NONE;
}

int mof_qualifier_set(struct mof_parser *parser, struct mof_qualifiers *qualifiers,
                      const struct mof_known *known, const struct mof_value *value) {
    switch (known->holds) {
    case HOLDS_FLAG:
        return set_flag(parser, qualifiers, value, known->what);
    case HOLDS_DEPRECATED:
        return set_deprecated(parser, qualifiers, value);
    case HOLDS_DESCRIPTION:
        return set_description(parser, qualifiers, value);
    case HOLDS_LIST:
        return set_list(parser, qualifiers, value, known->what);
    case HOLDS_LOCALE:
        break;
    }
    return set_locale(parser, qualifiers, value);
}

/* --- Flavors --- */

bool mof_is_flavor(const struct mof_token *token) {
    static const struct text flavors[] = {
        MOF_WORD("Amended"),       MOF_WORD("DisableOverride"), MOF_WORD("EnableOverride"),
        MOF_WORD("NotToInstance"), MOF_WORD("NotToSubclass"),   MOF_WORD("Restricted"),
        MOF_WORD("ToInstance"),    MOF_WORD("ToSubclass"),      MOF_WORD("Translatable")};
    for (size_t i = 0; i < sizeof flavors / sizeof *flavors; i++)
        if (mof_is_text(token, flavors[i]))
            return true;
    return false;
}

int mof_parse_flavor(struct mof_parser *parser) {
    if (!mof_is_flavor(&parser->token))
        return mof_parse_fail(parser, "a flavor: Amended, DisableOverride, EnableOverride, "
                                      "Restricted, ToInstance, ToSubclass or Translatable");
    return mof_parse_advance(parser);
}
