/* Names that stand by themselves: variables, types, declarations. */
#include "script/parse.h"

/* C#: may a variable of that type hold an instance, a query or a path? */
static bool is_management_type(struct text type) {
    static const char *const types[] = {"var", "dynamic", "object", "string", "auto", "bstr"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_is(type, types[i]))
            return true;
    return text_starts(type, "management") || text_starts(type, "cim") ||
           text_starts(type, "iwbem") || text_starts(type, "ccom");
}

void parse_variable(struct script_state *state, struct script_operand *operand, struct text name,
                    uint32_t scope) {
    operand->variable = operand->path = name;
    operand->scope = scope;
    operand->value = value_unknown();
    bool assigned = (state->begins || !state_in(state, IN_VBS)) &&
                    (state_is_sign(state, '=') || state_is_sign(state, SIGN(':', '=')) ||
                     state_word(state) == WORD_IN);
    state->begins = false;
    if (!assigned &&
        !(state_is_sign(state, '(') && !state_has(state, DOLLARS) && operand->word >= CALL_MEMBER))
        operand->value = names_get(state->names, name, scope);
    if (operand->value.of == VALUE_UNKNOWN && !assigned && scope == state->scope &&
        state->around != SCOPE_TEXT && !names_find(state->names, name, scope, NAME_VARIABLE)) {
        operand->value = names_get(state->names, name, state->around); /* a closure */
        operand->scope = state->around;
    }
    if (operand->value.of == VALUE_UNKNOWN && !state_is_sign(state, '(') &&
        !state_in(state, IN_PS)) { /* a property of the script's own */
        struct script_name *function = names_function(state->names, name);
        if (function)
            operand->value = names_result(state->names, function);
    }
}

/* C#: a name behind a type declares it. */
bool parse_is_declared(const struct script_state *state, struct text type) {
    if (!state_has(state, TYPED) || state->token.kind != TOKEN_WORD || !type.text || state->ranges)
        return false;
    enum script_word word = state_word(state);
    return word == WORD_NONE || word == WORD_OTHER || word >= CALL_MEMBER;
}

void parse_declared(struct script_state *state, struct script_operand *operand, struct text type,
                    struct script_value type_value) {
    struct text name = state_text(state);
    state_next(state);
    bool function = state_in(state, IN_CS) && state->depth < SCRIPT_DEPTH_MAX &&
                    (state_is_sign(state, '(') ||
                     (state->scope == SCOPE_TEXT &&
                      (state_is_sign(state, '{') || state_is_sign(state, SIGN('=', '>')))));
    if (function) {
        *operand = (struct script_operand){.value = value_unknown()};
        parse_declared_function(state, name);
        return;
    }
    struct script_value value = value_unknown();
    if (value_is_class(type_value))
        value = value_class(type_value.of, VALUE_TYPED);
    else if (!is_management_type(type))
        value = value_other();
    if (value.of == VALUE_UNKNOWN)
        names_declare(state->names, name, state->scope);
    else
        names_set(state->names, name, state->scope, value);
    *operand = (struct script_operand){.value = value, .variable = name, .scope = state->scope};
}

/* A word that stands by itself. */
/* C#: what may stand behind a type: [], ? */
static void skip_type_signs(struct script_state *state) {
    const char *at = state->lexer.at;
    if (!state_has(state, TYPED))
        return;
    if (state_is_sign(state, '[') && !state->token.spaced && at < state->lexer.end && *at == ']') {
        state_next(state);
        state_next(state);
    } else if ((state_is_sign(state, '?') || state_is_sign(state, '*')) && !state->token.spaced &&
               state->lexer.end - at > 1 && *at == ' ' && script_is(at[1], CHARACTER_LETTER)) {
        state_next(state);
    }
}

uint32_t parse_class_name(const struct script_state *state, struct text *name) {
    uint32_t class_index = found_find_class(state->found, name->text, name->size);
    if (class_index != VALUE_UNKNOWN || !state_in(state, IN_GO) || !text_starts(*name, "new"))
        return class_index;
    struct text made = {name->text + 3, name->size - 3};
    while (made.size && is_digit(made.text[made.size - 1]))
        made.size--;
    if (made.size > 2 && text_is((struct text){made.text + made.size - 2, 2}, "ex"))
        made.size -= 2;
    class_index = found_find_class(state->found, made.text, made.size);
    if (class_index != VALUE_UNKNOWN)
        *name = made;
    return class_index;
}

void parse_name(struct script_state *state, struct script_operand *operand, bool creates) {
    struct text name = state_text(state);
    struct script_found *found = state->found;
    uint32_t class_index = parse_class_name(state, &name);
    operand->word = state_word(state);
    operand->path = name;
    state_next(state);
    skip_type_signs(state);
    if (class_index != VALUE_UNKNOWN) {
        found_add_class(found, name.text, name.size, class_index);
        operand->value = value_class(class_index, VALUE_TEXT);
        if (parse_is_declared(state, name))
            parse_declared(state, operand, name, operand->value);
        return;
    }
    if (parse_is_declared(state, name)) {
        parse_declared(state, operand, name, value_unknown());
        return;
    }
    switch (operand->word) {
    case WORD_NULL:
        return;
    case WORD_OTHER:
    case WORD_SELF:
        if (names_know(state->names, name, state->scope) || /* cls = …, var path = … */
            state_is_sign(state, '=') ||
            (state_is_sign(state, ',') && operand->word == WORD_OTHER)) {
            parse_variable(state, operand, name, state->scope);
            return;
        }
        if (operand->word == WORD_OTHER) {
            operand->value = value_other();
            return;
        }
        operand->own = true;
        operand->value = state->instance;
        return;
    case WORD_TARGET:
        operand->value.of = state->target;
        return;
    default:
        break;
    }
    if (creates) {
        if (operand->word < CALL_MEMBER && !is_management_type(name))
            operand->value = value_other(); /* new Dictionary() */
        return;
    }
    parse_variable(state, operand, name, state->scope);
}
