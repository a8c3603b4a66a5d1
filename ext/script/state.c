#include "script/state.h"

#include <assert.h>

static void read_token(struct script_state *state) {
    found_worked(state->found);
    script_lexer_next(&state->lexer, &state->token);
    state->word = WORD_NONE;
    if (state->token.kind == TOKEN_WORD)
        state->word = script_words_find(&state->words, state->token.text, state->token.size);
}

void state_start(struct script_state *state, struct script_found *found, struct script_names *names,
                 enum script_language language, const char *text, size_t size) {
    memset(state, 0, offsetof(struct script_state, lexer));
    script_lexer_start(&state->lexer, language, text, size);
    memset(&state->token, 0, sizeof *state - offsetof(struct script_state, token));
    state->found = found;
    state->names = names;
    state->item = state->with = state->instance = state->joined = state->type = value_unknown();
    state->target = state->queried = state->event = VALUE_UNKNOWN;
    script_words_start(&state->words, language);
    state->before = TOKEN_LINE;
    read_token(state);
}

void state_next(struct script_state *state) {
    state->before = state->token.kind;
    if (state->found->failed || state->names->failed) { /* there is nothing to be had any more */
        state->token = (struct script_token){.text = state->lexer.end};
        state->word = WORD_NONE;
        return;
    }
    read_token(state);
}

void state_skip_lines(struct script_state *state) {
    while (state->token.kind == TOKEN_LINE)
        state_next(state);
}

bool state_accept(struct script_state *state, int sign) {
    if (!state_is_sign(state, sign))
        return false;
    state_next(state);
    return true;
}

static bool opens(const struct script_token *token) {
    return token->kind == TOKEN_SIGN && token->size && strchr("([{", token->text[token->size - 1]);
}

static bool closes(const struct script_token *token) {
    return token->kind == TOKEN_SIGN &&
           (token->sign == ')' || token->sign == ']' || token->sign == '}');
}

void state_skip_brackets(struct script_state *state) {
    unsigned open = 0, holes = 0;
    while (state->token.kind != TOKEN_END && (holes || state->token.kind != TOKEN_HOLE_END)) {
        if (state->token.kind == TOKEN_HOLE)
            holes++;
        else if (state->token.kind == TOKEN_HOLE_END)
            holes--;
        else if (opens(&state->token))
            open++;
        else if (closes(&state->token) && open)
            open--;
        state_next(state);
        if (!open && !holes)
            return;
    }
}

static unsigned kind_of(char bracket) {
    return bracket == '(' || bracket == ')' ? 0 : bracket == '[' || bracket == ']' ? 1 : 2;
}

bool state_enter(struct script_state *state, char bracket) {
    state_next(state);
    if (state->depth == SCRIPT_DEPTH_MAX)
        return false;
    state->depth++;
    state->opened[kind_of(bracket)]++;
    return true;
}

void state_leave(struct script_state *state, char bracket) {
    static const char closing[] = ")]}";
    assert(state->depth && state->opened[kind_of(bracket)]);
    state->depth--;
    state->opened[kind_of(bracket)]--;
    if (state_is_sign(state, closing[kind_of(bracket)]))
        state_next(state);
}

bool state_at_end(struct script_state *state) {
    while (closes(&state->token)) {
        if (state->opened[kind_of((char)state->token.sign)])
            return true;
        state_next(state);
    }
    return state->token.kind == TOKEN_END || state->token.kind == TOKEN_HOLE_END;
}
