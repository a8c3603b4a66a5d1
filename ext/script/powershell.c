/* Statements of PowerShell. */
#include "script/parse.h"

bool parse_is_command(const struct script_state *state) {
    if (state->token.kind == TOKEN_WORD)
        return true;
    return state_is_sign(state, '%') || state_is_sign(state, '?');
}

/* --- Pipelines --- */

static struct script_value read_element(struct script_state *state, struct script_value input,
                                        struct script_operand *first) {
    if (first)
        *first = (struct script_operand){.value = value_unknown()};
    while (state_is_sign(state, '&') || state_is_sign(state, '.')) /* & $command, . ./file */
        state_next(state);
    if (parse_is_command(state))
        return parse_command(state, input);
    return parse_expression(state, first);
}

/* Does a pipe stand here, or begin the next line? */
static bool is_piped(struct script_state *state) {
    if (state->token.kind == TOKEN_LINE && script_lexer_peek(&state->lexer) == '|')
        state_skip_lines(state);
    return state_is_sign(state, '|');
}

struct script_value parse_pipeline(struct script_state *state, struct script_operand *first) {
    struct script_value value = read_element(state, value_unknown(), first);
    if (!value_is_class(value) && state_is_sign(state, ','))
        return value;
    while (is_piped(state)) {
        state_next(state);
        state_skip_lines(state);
        if (first)
            first->variable.text = NULL;
        value = read_element(state, value, NULL);
    }
    return value;
}

/* --- Functions --- */

/* ( [type] $Name = default, … ), the parameters of a function or a script. */
static void read_parameters(struct script_state *state) {
    if (!state_is_sign(state, '('))
        return;
    if (!state_enter(state, '('))
        return;
    while (!state_at_end(state)) {
        if (state_is_sign(state, '[')) {
            state_skip_brackets(state);
        } else if (state->token.kind == TOKEN_VARIABLE) {
            struct text name = state_text(state);
            parse_parameter(state, name);
            state_next(state);
            if (state_accept(state, '=')) {
                struct script_value value = parse_expression(state, NULL);
                if (value_is_class(value))
                    names_set(state->names, name, state->scope, value);
            }
        } else {
            state_next(state);
        }
    }
    state_leave(state, '(');
}

static void read_function(struct script_state *state) {
    state_next(state);
    if (state->token.kind != TOKEN_WORD)
        return;
    struct text name = state_text(state);
    struct script_value item = state->item;
    struct script_function outer = parse_function_begin(state, name, state->token.text);
    do
        state_next(state); /* script:Get-Name */
    while (state->token.kind == TOKEN_SIGN && state->token.sign == ':');
    state_skip_lines(state);
    read_parameters(state);
    state_skip_lines(state);
    state->item = value_unknown();
    if (state_is_sign(state, '{')) {
        struct script_value value = parse_block(state);
        names_return(state->names, name, value);
    }
    state->item = item;
    parse_function_end(state, outer);
}

/* class Name : Base { [type] Method([type] $x) { … } } */
static void read_class(struct script_state *state) {
    while (!state_at_end(state) && !state_is_sign(state, '{') && state->token.kind != TOKEN_LINE)
        state_next(state);
    state_skip_lines(state);
    if (!state_is_sign(state, '{') || !state_enter(state, '{'))
        return;
    while (!state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD && script_lexer_peek(&state->lexer) == '(') {
            struct text name = state_text(state);
            struct script_function outer = parse_function_begin(state, name, state->token.text);
            state_next(state);
            read_parameters(state);
            state_skip_lines(state);
            if (state_is_sign(state, '{'))
                parse_block(state);
            parse_function_end(state, outer);
        } else if (state->token.kind == TOKEN_VARIABLE) {
            parse_assignment(state);
        } else if (state_is_sign(state, '[')) {
            state_skip_brackets(state);
        } else {
            state_next(state);
        }
    }
    state_leave(state, '{');
}

/* --- Control --- */

/* ( condition ) { … } */
static struct script_value read_control(struct script_state *state) {
    state_next(state);
    while (state->token.kind == TOKEN_PARAMETER) /* switch -regex (…) */
        state_next(state);
    if (state_is_sign(state, '(')) {
        struct script_operand inner;
        parse_single(state, &inner);
    }
    state_skip_lines(state);
    return state_is_sign(state, '{') ? parse_block(state) : value_unknown();
}

/* switch (…) { 'text' { … } } */
static struct script_value read_switch(struct script_state *state) {
    struct script_value value = value_unknown();
    state_next(state);
    while (state->token.kind == TOKEN_PARAMETER)
        state_next(state);
    if (parse_starts_operand(state) && !state_is_sign(state, '{')) {
        struct script_operand on;
        parse_single(state, &on);
    }
    state_skip_lines(state);
    if (!state_is_sign(state, '{') || !state_enter(state, '{'))
        return value;
    while (!state_at_end(state)) {
        const char *at = state->token.text;
        if (state_is_sign(state, '{')) {
            value = value_merge(value, parse_block(state));
        } else if (parse_starts_operand(state) && state->token.kind != TOKEN_WORD) {
            bool muted = state->muted; /* what is compared with */
            struct script_operand label;
            state->muted = true;
            parse_single(state, &label);
            state->muted = muted;
        }
        if (state->token.text == at)
            state_next(state);
    }
    state_leave(state, '{');
    return value;
}

/* foreach ($vm in …) { … } */
static struct script_value read_loop(struct script_state *state) {
    state_next(state);
    while (state->token.kind == TOKEN_PARAMETER)
        state_next(state);
    if (state_is_sign(state, '(') && state_enter(state, '(')) {
        struct script_operand target = {.scope = state->scope};
        if (state->token.kind == TOKEN_VARIABLE && state_has(state, DOLLARS)) {
            char next = script_lexer_peek(&state->lexer);
            if (next == 'i' || next == 'I') {
                target.variable = state_text(state);
                state_next(state);
                state_next(state);
            }
        }
        struct script_value value = parse_statements(state);
        if (target.variable.text)
            parse_bind(state, &target, value);
        state_leave(state, '(');
    }
    state_skip_lines(state);
    return state_is_sign(state, '{') ? parse_block(state) : value_unknown();
}

/* --- Statements --- */

static struct script_value read_caught(struct script_state *state) {
    struct script_value item = state->item;
    state_next(state);
    while (state_is_sign(state, '[') || state_is_sign(state, ','))
        state_is_sign(state, '[') ? state_skip_brackets(state) : state_next(state);
    state_skip_lines(state);
    state->item = value_other();
    struct script_value value = state_is_sign(state, '{') ? parse_block(state) : value_unknown();
    state->item = item;
    return value;
}

static struct script_value read_thrown(struct script_state *state) {
    bool muted = state->muted;
    state_next(state);
    state->muted = true;
    if (!parse_ends_statement(state))
        parse_assignment(state);
    state->muted = muted;
    return value_other();
}

struct script_value parse_powershell(struct script_state *state) {
    enum script_word word = state_word(state);
    switch (word) {
    case WORD_FUNCTION:
        read_function(state);
        return value_unknown();
    case WORD_CLASS:
        read_class(state);
        return value_unknown();
    case WORD_PARAM:
        state_next(state);
        read_parameters(state);
        return value_unknown();
    case WORD_FOR:
        return read_loop(state);
    case WORD_IF:
        return state_word_is(state, "switch") ? read_switch(state) : read_control(state);
    case WORD_BLOCK:
        state_next(state);
        state_skip_lines(state);
        return state_is_sign(state, '{') ? parse_block(state) : value_unknown();
    case WORD_CATCH:
        return read_caught(state);
    case WORD_THROW:
        return read_thrown(state);
    case WORD_IMPORT:
        parse_skip_statement(state);
        return value_unknown();
    case WORD_RETURN: {
        state_next(state);
        struct script_value value =
            parse_ends_statement(state) ? value_unknown() : parse_assignment(state);
        if (state->function.text)
            names_return(state->names, state->function, value);
        return value;
    }
    default:
        return parse_assignment(state);
    }
}
