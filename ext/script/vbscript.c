/* Statements of VBScript. */
#include "script/parse.h"

/* Function Name(ByVal a, b) */
static void read_function(struct script_state *state) {
    bool property = state_word_is(state, "property");
    state_next(state);
    if (property)
        state_next(state); /* Property Get Name */
    if (state->token.kind != TOKEN_WORD)
        return;
    struct text name = state_text(state);
    parse_functions_end(state, 0);
    parse_function_push(state, parse_function_begin(state, name, state->token.text));
    state_next(state);
    if (!state_is_sign(state, '(') || !state_enter(state, '('))
        return;
    while (!state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD && state_word(state) != WORD_MODIFIER)
            parse_parameter(state, state_text(state));
        state_next(state);
    }
    state_leave(state, '(');
}

/* For Each v In … ; For i = 1 To … */
static void read_loop(struct script_state *state) {
    state_next(state);
    if (state_word(state) != WORD_EACH) {
        parse_assignment(state);
        return;
    }
    state_next(state);
    struct script_operand target;
    state->begins = true;
    parse_single(state, &target);
    if (state_word(state) != WORD_IN)
        return;
    state_next(state);
    struct script_value value = parse_expression(state, NULL);
    value.flags &= (uint16_t)~VALUE_TEXT;
    parse_bind(state, &target, value);
}

/* service.ExecMethod_ "DefineSystem", parameters */
static void read_call(struct script_state *state, const struct script_operand *operand) {
    struct script_call call = {
        .word = operand->word,
        .name = operand->path,
        .receiver = operand->value,
        .variable = operand->variable,
        .scope = operand->scope,
        .texts = value_unknown(),
        .given = value_unknown(),
        .association = VALUE_UNKNOWN,
        .member = REPORT_NONE,
    };
    bool muted = state->muted;
    if (call.word == CALL_PRINT)
        state->muted = true;
    do {
        if (state_is_sign(state, ','))
            state_next(state);
        parse_argument(state, &call);
    } while (state_is_sign(state, ','));
    state->muted = muted;
    parse_added(state, &call);
}

/* An assignment, or a call without brackets. */
static void read_simple(struct script_state *state) {
    struct script_operand operand;
    state->begins = true;
    parse_single(state, &operand);
    if (state_is_sign(state, '=')) {
        struct script_value joined = state->joined;
        state_next(state);
        struct script_value value = parse_expression(state, NULL);
        state->joined = joined;
        parse_bind(state, &operand, value);
    } else if (parse_starts_operand(state) || state_is_sign(state, '-')) {
        read_call(state, &operand);
    } else {
        while (parse_is_operator(state)) {
            state_next(state);
            parse_expression(state, NULL);
        }
        if (state_is_sign(state, ','))
            read_call(state, &operand);
    }
}

/* Dim a, b(3), Const c = "…" */
static void read_declaration(struct script_state *state) {
    state_next(state);
    while (state_word(state) == WORD_DECLARE || state_word(state) == WORD_MODIFIER)
        state_next(state);
    if (state_word(state) == WORD_FUNCTION) {
        read_function(state);
        return;
    }
    if (state_word(state) == WORD_CLASS)
        return;
    while (!parse_ends_statement(state) && !state_at_end(state)) {
        if (state->token.kind != TOKEN_WORD) {
            state_next(state);
            continue;
        }
        struct script_operand operand = {.variable = state_text(state), .scope = state->scope};
        names_declare(state->names, operand.variable, state->scope);
        state_next(state);
        if (state_is_sign(state, '('))
            state_skip_brackets(state);
        if (state_accept(state, '='))
            parse_bind(state, &operand, parse_expression(state, NULL));
    }
}

/* Case "Msvm_Disk", "Msvm_Processor": compared with. */
static void read_case(struct script_state *state) {
    bool muted = state->muted;
    state_next(state);
    state->muted = true;
    while (!parse_ends_statement(state) && !state_at_end(state)) {
        const char *at = state->token.text;
        parse_expression(state, NULL);
        if (state->token.text == at || state_is_sign(state, ','))
            state_next(state);
    }
    state->muted = muted;
}

/* End Sub, End With, Exit For */
static void read_end(struct script_state *state) {
    bool exits = state_word_is(state, "exit");
    state_next(state);
    if (exits) {
        state_next(state);
        return;
    }
    if (state_word(state) == WORD_FUNCTION)
        parse_functions_end(state, 0);
    if (state_word(state) == WORD_WITH)
        state->with = value_unknown();
    parse_skip_statement(state);
}

static void read_condition(struct script_state *state) {
    bool selects = state_word_is(state, "select");
    state_next(state);
    while (state_word(state) == WORD_IF || (selects && state_word(state) == WORD_CASE))
        state_next(state); /* Do While, Loop Until, Select Case */
    if (!parse_ends_statement(state))
        parse_expression(state, NULL);
}

static void read_statement(struct script_state *state) {
    switch (state_word(state)) {
    case WORD_FUNCTION:
        read_function(state);
        return;
    case WORD_DECLARE:
        read_declaration(state);
        return;
    case WORD_FOR:
        read_loop(state);
        return;
    case WORD_IF:
        read_condition(state);
        return;
    case WORD_CASE:
        read_case(state);
        return;
    case WORD_BLOCK:
    case WORD_SET:
        state_next(state);
        return;
    case WORD_CLASS:
        parse_skip_statement(state);
        return;
    case WORD_WITH:
        state_next(state);
        state->with = parse_expression(state, NULL);
        return;
    case WORD_END:
        read_end(state);
        return;
    default:
        read_simple(state);
        return;
    }
}

struct script_value parse_vbscript(struct script_state *state) {
    read_statement(state);
    return value_unknown();
}
