/* Statements of the languages with braces: C#, JScript, C++; Go and Rust. */
#include "script/parse.h"

static void skip_statement(struct script_state *state) {
    while (!parse_ends_statement(state) && !state_at_end(state) && !state_is_sign(state, '{'))
        state_is_sign(state, '(') ? state_skip_brackets(state) : state_next(state);
}

/* What stands in the brackets of using (…), if (…), catch (…): statements of their own. */
static void read_head(struct script_state *state) {
    if (!state_is_sign(state, '(')) {
        if (!state_is_sign(state, '{'))
            parse_assignment(state);
        return;
    }
    if (!state_enter(state, '('))
        return;
    parse_statements(state);
    state_leave(state, '(');
}

/* --- Loops --- */

/* Go: for _, d := range rows; Rust: for d in rows */
static void read_open_loop(struct script_state *state) {
    struct text name = {0};
    while (!state_at_end(state) && state_word(state) != WORD_IN && !parse_ends_statement(state) &&
           !state_is_sign(state, '{')) {
        if (state->token.kind == TOKEN_WORD)
            name = state_text(state);
        state_next(state);
    }
    if (state_word(state) != WORD_IN)
        return;
    state_next(state);
    struct script_value value = parse_expression(state, NULL);
    value.flags &= (uint16_t)~VALUE_TEXT;
    if (name.text)
        names_set(state->names, name, state->scope, value);
}

/* foreach (Type name in …), for (var name of …), for (auto name : …), for (…; …; …) */
static void read_loop(struct script_state *state) {
    state_next(state);
    if (!state_is_sign(state, '(')) {
        read_open_loop(state);
        return;
    }
    if (!state_enter(state, '('))
        return;
    while (state_word(state) == WORD_DECLARE || state_word(state) == WORD_MODIFIER)
        state_next(state);
    struct script_operand target = {.value = value_unknown()};
    if (parse_starts_operand(state) && state->token.kind == TOKEN_WORD)
        parse_single(state, &target);
    if (state->token.kind == TOKEN_WORD && state_word(state) == WORD_NONE) { /* var name */
        target.variable = state_text(state);
        target.scope = state->scope;
        state_next(state);
    }
    if (state_word(state) == WORD_IN || (state_is_sign(state, ':') && state_in(state, IN_CPP))) {
        state_next(state);
        struct script_value value = parse_expression(state, NULL);
        value.flags &= (uint16_t)~VALUE_TEXT;
        if (target.variable.text) {
            names_declare(state->names, target.variable, state->scope);
            parse_bind(state, &target, value);
        }
    } else if (state_accept(state, '=')) {
        parse_bind(state, &target, parse_expression(state, NULL));
    }
    parse_statements(state);
    state_leave(state, '(');
}

/* --- Functions --- */

/* Go, Rust: a word of a parameter's type. */
static void read_parameter_type(struct script_state *state, struct text name) {
    struct text word = state_text(state);
    uint32_t class_index = found_find_class(state->found, word.text, word.size);
    if (class_index == VALUE_UNKNOWN)
        return;
    found_add_class(state->found, word.text, word.size, class_index);
    names_set(state->names, name, state->scope, value_class(class_index, VALUE_TYPED));
}

static void read_parameters(struct script_state *state) {
    if (!state_is_sign(state, '(') || !state_enter(state, '('))
        return;
    struct text last = {0};
    bool typed_behind = state_in(state, IN_GO | IN_RUST);
    while (!state_at_end(state)) {
        if (state_is_sign(state, ',')) {
            if (last.text)
                parse_parameter(state, last);
            last.text = NULL;
        } else if (state_is_sign(state, '[') || state_is_sign(state, '(')) {
            state_skip_brackets(state);
            continue;
        } else if (state_is_sign(state, '=')) {
            state_next(state);
            parse_expression(state, NULL);
            continue;
        } else if (state->token.kind == TOKEN_WORD && !(typed_behind && last.text)) {
            last = state_text(state);
        } else if (typed_behind && state->token.kind == TOKEN_WORD) {
            read_parameter_type(state, last);
        }
        state_next(state);
    }
    if (last.text)
        parse_parameter(state, last);
    state_leave(state, '(');
}

/* What stands behind the parameters: { … }, => …; or nothing. */
static void read_body(struct script_state *state, struct text name) {
    while (!state_at_end(state) && !state_is_sign(state, '{') && !parse_ends_statement(state) &&
           !state_is_sign(state, SIGN('=', '>'))) {
        struct text word = state_text(state);
        uint32_t class_index = state->token.kind == TOKEN_WORD
                                   ? found_find_class(state->found, word.text, word.size)
                                   : VALUE_UNKNOWN;
        if (class_index != VALUE_UNKNOWN) /* Go, Rust: the result's type */
            found_add_class(state->found, word.text, word.size, class_index);
        state_is_sign(state, '(') && !state_in(state, IN_GO) ? state_skip_brackets(state)
                                                             : state_next(state);
    }
    if (state_is_sign(state, '{')) {
        parse_block(state);
    } else if (state_accept(state, SIGN('=', '>'))) {
        struct script_value value = parse_expression(state, NULL);
        names_return(state->names, name, value);
    }
}

void parse_declared_function(struct script_state *state, struct text name) {
    struct script_function outer = parse_function_begin(state, name, name.text);
    read_parameters(state);
    read_body(state, name);
    parse_function_end(state, outer);
}

/* Go: (c *Cell), the object that a method is of. */
static void read_receiver(struct script_state *state) {
    struct text name = {0};
    if (!state_enter(state, '('))
        return;
    if (state->token.kind == TOKEN_WORD) {
        name = state_text(state);
        state_next(state);
    }
    while (!state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD && name.text)
            names_set(state->names, name, state->scope,
                      names_get(state->names, state_text(state), SCOPE_TEXT));
        state_next(state);
    }
    state_leave(state, '(');
}

/* function name(…) { … }, func (c *Cell) name(…) type { … } */
static void read_function(struct script_state *state) {
    const char *place = state->token.text;
    state_next(state);
    struct script_function outer = parse_function_begin(state, (struct text){0}, place);
    if (state_is_sign(state, '(') && state_in(state, IN_GO))
        read_receiver(state);
    if (state->token.kind == TOKEN_WORD) {
        state->function = state_text(state);
        names_define(state->names, state->function, state->scope);
        state_next(state);
    }
    struct text name = state->function;
    read_parameters(state);
    read_body(state, name);
    parse_function_end(state, outer);
}

/* --- Statements --- */

static void read_muted(struct script_state *state) {
    bool muted = state->muted;
    state_next(state);
    state->muted = true;
    parse_list(state);
    state->muted = muted;
}

static void read_declaration(struct script_state *state) {
    state_next(state);
    if (state_is_sign(state, '('))
        return; /* Go: const ( … ) */
    do {
        state_accept(state, ',');
        while (state_word(state) == WORD_MODIFIER)
            state_next(state);
        if (state->token.kind != TOKEN_WORD)
            break;
        struct script_operand name = {
            .value = value_unknown(), .variable = state_text(state), .scope = state->scope};
        names_declare(state->names, name.variable, name.scope);
        bool listed = state_in(state, IN_GO | IN_RUST); /* var a, b = 1, 2, not var a = 1, b = 2 */
        state_next(state);
        if (listed)
            parse_type_behind(state, &name);
        if (!state_accept(state, '='))
            continue;
        state_skip_lines(state);
        parse_bind(state, &name, listed ? parse_list(state) : parse_expression(state, NULL));
    } while (state_is_sign(state, ','));
}

static void read_catch(struct script_state *state) {
    state_next(state);
    if (!state_is_sign(state, '(') || !state_enter(state, '('))
        return;
    while (!state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD)
            names_set(state->names, state_text(state), state->scope, value_other());
        state_next(state);
    }
    state_leave(state, '(');
}

static void read_return(struct script_state *state) {
    bool yields = state_word_is(state, "yield");
    state_next(state);
    if (yields)
        state_next(state);
    if (parse_ends_statement(state) || state_at_end(state))
        return;
    struct script_value value = parse_list(state);
    if (state->function.text)
        names_return(state->names, state->function, value);
}

static void read_statement(struct script_state *state) {
    switch (state_word(state)) {
    case WORD_FUNCTION:
        read_function(state);
        return;
    case WORD_CLASS:
        parse_class(state);
        return;
    case WORD_FOR:
        read_loop(state);
        return;
    case WORD_IF:
    case WORD_USING:
        state_next(state);
        read_head(state);
        return;
    case WORD_CASE:
        state->labels = true;
        read_muted(state);
        state->labels = false;
        return;
    case WORD_CATCH:
        read_catch(state);
        return;
    case WORD_THROW:
        read_muted(state);
        return;
    case WORD_RETURN:
        read_return(state);
        return;
    case WORD_DECLARE:
        read_declaration(state);
        return;
    case WORD_BLOCK:
    case WORD_MODIFIER:
        state_next(state);
        return;
    case WORD_IMPORT:
        state_next(state);
        if (state_is_sign(state, '('))
            state_skip_brackets(state);
        else
            skip_statement(state);
        return;
    default:
        parse_assignment(state);
        return;
    }
}

struct script_value parse_braces(struct script_state *state) {
    if (state_is_sign(state, '{'))
        parse_block(state);
    else if (state_is_sign(state, '#') && state_in(state, IN_RUST))
        parse_attribute(state);
    else
        read_statement(state);
    return value_unknown();
}
