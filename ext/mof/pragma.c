#include "mof/pragma.h"
#include "base/number.h"
#include "mof/value.h"

/* The locale of the last part of a namespace or of an amendment, `ms_409`; 0 where it is none. */
static uint32_t locale_of(struct text text) {
    size_t digits;
    if (text.size < 4 || text.size > 3 + 8 || !text_starts(text, "ms_"))
        return 0;
    uint64_t locale = number_read_base(text.text + 3, text.size - 3, 16, &digits);
    return digits == text.size - 3 ? (uint32_t)locale : 0;
}

/* Where the last part of a path starts. */
static size_t last_part(struct text path) {
    size_t at = path.size;
    while (at && path.text[at - 1] != '\\' && path.text[at - 1] != '/')
        at--;
    return at;
}

/* Without the host, \\host\ or //./, and without slashes at its ends. */
static struct text without_host(struct text path) {
    size_t from = 0;
    if (path.size >= 2 && path.text[0] == '\\' && path.text[1] == '\\')
        for (from = 2; from < path.size && path.text[from] != '\\'; from++)
            ;
    while (from < path.size && path.text[from] == '\\')
        from++;
    while (path.size > from && path.text[path.size - 1] == '\\')
        path.size--;
    return (struct text){path.text + from, path.size - from};
}

/* What stands in the brackets of the pragma is in parser->characters; `token` is its first. */
typedef int handle_pragma(struct mof_parser *parser, const struct mof_token *token);

/* Texts for the classes of root\cimv2 stand in root\cimv2\ms_409. */
static int set_namespace(struct mof_parser *parser, const struct mof_token *token) {
    char *characters = parser->characters.items;
    for (size_t i = 0; i < parser->characters.count; i++)
        if (characters[i] == '/')
            characters[i] = '\\';
    struct text path = without_host(mof_parse_characters(parser));
    size_t last = last_part(path);
    uint32_t locale = locale_of((struct text){path.text + last, path.size - last});
    parser->key.amends = locale;
    if (locale)
        path.size = last ? last - 1 : 0;
    if (!path.size)
        return mof_parse_fail_at(parser, token,
                                 "a namespace such as \"\\\\\\\\.\\\\root\\\\cimv2\"");
    return mof_schema_namespace(parser->schema, path, &parser->key.namespace_name);
}

static int set_amendment(struct mof_parser *parser, const struct mof_token *token) {
    parser->locale = locale_of(mof_parse_characters(parser));
    if (!parser->locale)
        return mof_parse_fail_at(parser, token, "a locale such as \"MS_409\"");
    return ERROR_NONE;
}

/* A locale of the standard, "en_US": it is only asked whether the texts are English. */
static int set_locale(struct mof_parser *parser, const struct mof_token *token) {
    struct text name = mof_parse_characters(parser);
    bool is_english =
        text_starts(name, "en") && (name.size == 2 || name.text[2] == '_' || name.text[2] == '-');
    (void)token;
    parser->locale = is_english ? MOF_LOCALE_ENGLISH : 0;
    return ERROR_NONE;
}

static int include(struct mof_parser *parser, const struct mof_token *token) {
    struct mof_include said = {.place = mof_parse_place(parser, token)};
    struct text path = mof_parse_characters(parser);
    size_t last = last_part(path);
    uint32_t index;
    if (last == path.size)
        return mof_parse_fail_at(parser, token, "the name of a file");
    TRY(pool_text(&parser->schema->pool, (struct text){path.text + last, path.size - last},
                  &said.name));
    return array_append(&parser->schema->includes, &said, 1, sizeof said, &index);
}

static int delete_class(struct mof_parser *parser, const struct mof_token *token) {
    (void)token;
    mof_schema_delete(parser->schema, &parser->key, mof_parse_characters(parser),
                      parser->lexer.file);
    return ERROR_NONE;
}

/* The pragmas that say something of the schema; the others are passed over. */
static const struct {
    const char *name;
    handle_pragma *handle;
} pragmas[] = {
    {"amendment", set_amendment}, {"deleteclass", delete_class}, {"include", include},
    {"locale", set_locale},       {"namespace", set_namespace},
};

static handle_pragma *find_pragma(const struct mof_token *name) {
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++)
        if (mof_is_word(name, pragmas[i].name))
            return pragmas[i].handle;
    return NULL;
}

/* Reads what a pragma that is passed over has in its brackets: values, and words such as NOFAIL. */
static int pass_over(struct mof_parser *parser) {
    struct mof_value value;
    bool more = true;
    while (more) {
        if (parser->token.kind == MOF_NAME)
            TRY(mof_parse_advance(parser));
        else
            TRY(mof_parse_value(parser, false, &value));
        TRY(mof_parse_option(parser, ',', &more));
    }
    return mof_parse_mark(parser, ')', ", or ) in a #pragma");
}

int mof_parse_pragma(struct mof_parser *parser) {
    struct mof_token name, first;
    bool is_there;
    TRY(mof_parse_word(parser, "pragma", "pragma behind #"));
    TRY(mof_parse_name(parser, "the name of a #pragma", &name));
    handle_pragma *handle = find_pragma(&name);
    if (handle && !mof_is_mark(&parser->token, '('))
        return mof_parse_fail(parser, "( behind the name of the #pragma");
    TRY(mof_parse_option(parser, '(', &is_there));
    if (!is_there)
        return ERROR_NONE;
    if (!handle)
        return pass_over(parser);
    first = parser->token;
    TRY(mof_parse_string(parser, true));
    TRY(handle(parser, &first));
    TRY(mof_parse_option(parser, ',', &is_there));
    return is_there ? pass_over(parser) : mof_parse_mark(parser, ')', ") behind the #pragma");
}
