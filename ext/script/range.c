/* Queries in the language itself. C#: from vm in … where … select … */
#include "script/parse.h"

/* Does a clause of the query begin here? */
static bool is_clause(const struct script_state *state) {
    static const char *const words[] = {"from", "join", "let",   "where", "orderby", "select",
                                        "on",   "by",   "group", "into",  "equals"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (state_word_is(state, words[i]))
            return true;
    return false;
}

/* from Type name in …, join name in …, let name = …: the name holds the value. */
static struct script_value read_range(struct script_state *state) {
    struct script_operand target = {.value = value_unknown(), .scope = state->scope};
    while (state->token.kind == TOKEN_WORD && state_word(state) != WORD_IN) {
        target.variable = state_text(state);
        state_next(state);
    }
    if (state_word(state) != WORD_IN && !state_is_sign(state, '='))
        return value_unknown();
    state_next(state);
    struct script_value value = parse_expression(state, NULL);
    value.flags &= (uint16_t)~VALUE_TEXT;
    names_declare(state->names, target.variable, state->scope);
    parse_bind(state, &target, value);
    return value;
}

struct script_value parse_ranges(struct script_state *state) {
    struct script_value value = value_unknown();
    bool outer = state->ranges;
    state->ranges = true;
    while (is_clause(state)) {
        bool ranges = state_word_is(state, "from") || state_word_is(state, "join") ||
                      state_word_is(state, "let");
        bool selects = state_word_is(state, "select") || state_word_is(state, "group");
        bool into = state_word_is(state, "into");
        state_next(state);
        if (into) {
            names_set(state->names, state_text(state), state->scope, value);
            state_next(state);
        } else if (ranges) {
            read_range(state);
        } else {
            struct script_value given = parse_list(state);
            value = selects ? given : value;
        }
    }
    state->ranges = outer;
    return value;
}
