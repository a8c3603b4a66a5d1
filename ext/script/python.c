/* Statements of Python. */
#include "script/parse.h"

/* How far in the token stands, the first of its line. Only a text has something before it: its
** quotes. */
static size_t indent_of(const struct script_state *state) {
    const char *at = state->token.text, *start = state->lexer.start;
    while (at > start && at[-1] != '\n' && !script_is(at[-1], CHARACTER_BLANK))
        at--;
    const char *end = at;
    while (at > start && script_is(at[-1], CHARACTER_BLANK))
        at--;
    return (size_t)(end - at);
}

/* ( self, name: type = default, *names ) */
static void read_parameters(struct script_state *state) {
    if (!state_is_sign(state, '(') || !state_enter(state, '('))
        return;
    while (!state_at_end(state)) {
        if (state->token.kind != TOKEN_WORD) {
            state_next(state);
            continue;
        }
        struct text name = state_text(state);
        bool self = state_word(state) == WORD_SELF;
        state_next(state);
        if (!self)
            parse_parameter(state, name);
        if (state_accept(state, ':'))
            parse_expression(state, NULL);
        if (state_accept(state, '=')) {
            struct script_value value = parse_expression(state, NULL);
            if (value_is_class(value))
                names_set(state->names, name, state->scope, value);
        }
        while (!state_at_end(state) && !state_is_sign(state, ','))
            state_next(state);
    }
    state_leave(state, '(');
}

static void read_function(struct script_state *state) {
    state_next(state);
    if (state->token.kind != TOKEN_WORD)
        return;
    struct text name = state_text(state);
    struct script_function outer = parse_function_begin(state, name, state->token.text);
    parse_function_push(state, outer);
    state_next(state);
    read_parameters(state);
    while (!state_is_sign(state, ':') && !parse_ends_statement(state) && !state_at_end(state))
        state_next(state);
    state_accept(state, ':');
}

/* for a, b in … : the last of several gets the instances, as in enumerate() and items(). */
static void read_loop(struct script_state *state) {
    parse_comprehension(state, state->found->rows.count);
    state_accept(state, ':');
}

/* with … as name: */
static void read_with(struct script_state *state) {
    do {
        state_next(state);
        struct script_value value = parse_expression(state, NULL);
        if (state_word(state) == WORD_AS) {
            state_next(state);
            struct script_operand target;
            parse_single(state, &target);
            parse_bind(state, &target, value);
        }
    } while (state_is_sign(state, ','));
    state_accept(state, ':');
}

/* import a.b as c, from a import b: none of these is an instance. */
static void read_import(struct script_state *state) {
    while (!parse_ends_statement(state) && !state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD && state_word(state) != WORD_IMPORT)
            names_set(state->names, state_text(state), SCOPE_TEXT, value_other());
        state_next(state);
    }
}

/* except Error as error: */
static void read_except(struct script_state *state) {
    state_next(state);
    while (!state_is_sign(state, ':') && !parse_ends_statement(state) && !state_at_end(state)) {
        bool named = state_word(state) == WORD_AS;
        state_next(state);
        if (named && state->token.kind == TOKEN_WORD)
            names_set(state->names, state_text(state), state->scope, value_other());
    }
    state_accept(state, ':');
}

static void read_muted(struct script_state *state) {
    bool muted = state->muted;
    state->muted = true;
    parse_assignment(state);
    state->muted = muted;
}

static void read_statement(struct script_state *state) {
    switch (state_word(state)) {
    case WORD_FUNCTION:
        read_function(state);
        return;
    case WORD_CLASS:
        while (!state_is_sign(state, ':') && !parse_ends_statement(state) && !state_at_end(state))
            state_next(state);
        state_accept(state, ':');
        return;
    case WORD_FOR:
        read_loop(state);
        return;
    case WORD_IF:
        state_next(state);
        parse_expression(state, NULL);
        state_accept(state, ':');
        return;
    case WORD_BLOCK:
    case WORD_MODIFIER:
        state_next(state);
        state_accept(state, ':');
        return;
    case WORD_CATCH:
        read_except(state);
        return;
    case WORD_USING:
        read_with(state);
        return;
    case WORD_IMPORT:
        read_import(state);
        return;
    case WORD_THROW:
        state_next(state);
        read_muted(state);
        return;
    case WORD_RETURN: {
        state_next(state);
        struct script_value value = parse_list(state);
        if (state->function.text)
            names_return(state->names, state->function, value);
        return;
    }
    default:
        break;
    }
    if (state->token.kind == TOKEN_TEXT)
        read_muted(state); /* what documents a function */
    else
        parse_assignment(state);
    if (state_accept(state, ':') && state_word(state) == WORD_NONE &&
        state->token.kind == TOKEN_WORD && script_lexer_peek(&state->lexer) != '(')
        parse_skip_statement(state); /* name: type */
}

struct script_value parse_python(struct script_state *state) {
    if (state->before == TOKEN_LINE) {
        state->begun.indent = indent_of(state);
        names_level(state->names, (uint32_t)state->begun.indent);
        parse_functions_end(state, state->begun.indent);
    }
    read_statement(state);
    return value_unknown();
}
