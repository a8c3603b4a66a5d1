/* Operands: a name, a text, a bracket. */
#include "script/parse.h"

/* --- Brackets --- */

static struct script_value read_group(struct script_state *state, struct script_operand *inner) {
    struct script_call *call = state->call;
    struct script_command *command = state->command;
    bool muted = state->muted;
    struct script_value value = value_unknown();
    state->call = NULL;
    if (!command || command->parameter != PARAMETER_FILTER) /* -Filter ("Name='{0}'" -f $name) */
        state->command = NULL;
    if (state_in(state, IN_PS))
        state->muted = false;
    if (state_enter(state, '(')) {
        if (state_in(state, IN_PS)) {
            value = parse_statements(state);
        } else {
            for (unsigned place = 0; !state_at_end(state); place++) {
                const char *at = state->token.text;
                struct script_value next = parse_expression(state, inner);
                inner->several = place > 0;
                next.place = (uint8_t)(place < UINT8_MAX ? place : UINT8_MAX);
                value = place ? parse_merge(state, value, next) : next;
                if (state->token.text == at)
                    state_next(state);
                else
                    state_accept(state, ',');
            }
        }
        state_leave(state, '(');
    }
    state->call = call;
    state->command = command;
    state->muted = muted;
    return value;
}

/* [ ] and { } that hold values; in Python with `for` in them. */
static struct script_value read_items(struct script_state *state, char bracket) {
    struct script_call *call = state->call;
    struct script_value value = value_other();
    bool selects = call && call->constructs && bracket == '[';
    if (!selects)
        state->call = NULL;
    if (state_enter(state, bracket)) {
        size_t row = state->found->rows.count;
        while (!state_at_end(state)) {
            const char *at = state->token.text;
            value = parse_merge(state, value, parse_expression(state, NULL));
            if (state_in(state, IN_PY) && state_word(state) == WORD_FOR)
                parse_comprehension(state, row);
            if (state->token.text == at || state_is_sign(state, ',') || state_is_sign(state, ':') ||
                state_is_sign(state, ';') || state_is_sign(state, '='))
                state_next(state);
        }
        state_leave(state, bracket);
    }
    state->call = call;
    return value;
}

struct script_value parse_block(struct script_state *state) {
    struct script_value value = value_unknown();
    struct script_call *call = state->call;
    struct script_command *command = state->command;
    bool muted = state->muted, labels = state->labels;
    state->call = NULL;
    state->command = NULL;
    state->muted = state->labels = false;
    if (state_enter(state, '{')) {
        uint32_t level = state->names->level;
        names_level(state->names, level + 1);
        value = parse_statements(state);
        names_level(state->names, level);
        state_leave(state, '{');
    }
    state->call = call;
    state->command = command;
    state->muted = muted;
    state->labels = labels;
    return value;
}

/* C#: (ManagementObject)n: the type says nothing, what stands behind it does. */
static bool is_cast(const struct script_state *state, const struct script_operand *inner) {
    return state_has(state, TYPED) && (inner->variable.text || inner->path.text) &&
           !value_is_table(inner->value) &&
           (state->token.kind == TOKEN_WORD || state->token.kind == TOKEN_TEXT ||
            state->token.kind == TOKEN_NUMBER || state_is_sign(state, '(')) &&
           state_word(state) != WORD_OPERATOR && state_word(state) != WORD_AS &&
           state_word(state) != WORD_IN;
}

static void read_bracket(struct script_state *state, struct script_operand *operand) {
    struct script_operand inner = {.value = value_unknown()};
    switch (state->token.sign) {
    case '(':
    case SIGN('@', '('):
    case SIGN('$', '('):
        operand->value = read_group(state, &inner);
        if (is_cast(state, &inner) && state->depth < SCRIPT_DEPTH_MAX) {
            bool typed = value_is_class(operand->value) && operand->value.flags & VALUE_TEXT;
            state->depth++;
            parse_operand(state, operand);
            state->depth--;
            if (typed) /* (Msvm_ComputerSystem)x */
                operand->value.flags |= VALUE_TYPED;
            return;
        }
        operand->variable = inner.variable;
        operand->several = inner.several;
        operand->scope = inner.scope;
        return;
    case SIGN('@', '{'):
        operand->value = parse_table(state);
        return;
    case '[':
        if (state_in(state, IN_PS))
            parse_type(state, operand);
        else
            operand->value = read_items(state, '[');
        return;
    default:
        if (!state_in(state, IN_PS | IN_RUST))
            operand->value = read_items(state, '{');
        else
            operand->value = parse_block(state);
        return;
    }
}

/* --- Operands --- */

/* new Type(…) { Name = … } */
static void read_new(struct script_state *state, struct script_operand *operand) {
    state_next(state);
    if (state->token.kind != TOKEN_WORD)
        return;
    parse_name(state, operand, true);
    while (state_is_sign(state, '.')) {
        state_next(state);
        if (state->token.kind != TOKEN_WORD)
            return;
        *operand = (struct script_operand){.value = value_unknown()};
        parse_name(state, operand, true);
    }
    if (state_is_sign(state, '('))
        parse_call(state, operand, '(');
    else if (state_is_sign(state, '['))
        state_skip_brackets(state);
    if (state_is_sign(state, '{') && state_has(state, BRACES)) {
        struct script_value value = read_items(state, '{');
        if (value_is_names(value) && value_is_class(operand->value)) /* { Condition = "…" } */
            owner_use(state->found, value.owner, operand->value.of);
        if (operand->value.of == VALUE_UNKNOWN || operand->value.of == VALUE_OTHER)
            operand->value = value_is_class(value) ? value : operand->value;
    }
}

/* Python: lambda vm: vm.Name */
static void read_lambda(struct script_state *state, struct script_operand *operand) {
    struct script_value given = value_unknown();
    if (state->call)
        given = value_is_class(state->call->given) ? state->call->given : state->call->texts;
    given.flags &= (uint16_t)~VALUE_TEXT;
    uint32_t tag = 0;
    state_next(state);
    while (!state_at_end(state) && !state_is_sign(state, ':') && state->token.kind != TOKEN_LINE) {
        if (state->token.kind == TOKEN_WORD) {
            names_set(state->names, state_text(state), state->scope, given);
            tag = names_tag(state->names, state_text(state));
        }
        state_next(state);
    }
    state_accept(state, ':');
    struct script_call *call = state->call;
    size_t row = state->found->rows.count;
    operand->value = parse_expression(state, NULL);
    if (call && !value_is_class(given)) { /* map(lambda p: p.Name, c.Msvm_Processor()) */
        call->lambda = tag;
        call->lambda_row = row;
    }
}

/* What a function that is an argument gets: what the call is done to, or the query in it. */
static struct script_value given_to_callback(const struct script_state *state) {
    const struct script_call *call = state->call;
    struct script_value given = value_unknown();
    if (call && (value_is_class(call->receiver) || value_is_class(call->texts) ||
                 value_is_class(call->given)))
        given = value_is_class(call->receiver) ? call->receiver
                : value_is_class(call->texts)  ? call->texts
                                               : call->given;
    given.flags &= (uint16_t)~VALUE_TEXT;
    return given;
}

/* vm => … */
static void read_arrow(struct script_state *state, struct script_operand *operand) {
    struct script_value given = given_to_callback(state);
    if (operand->variable.text) {
        names_set(state->names, operand->variable, state->scope, given);
    }
    state_next(state);
    operand->variable.text = NULL;
    if (state_is_sign(state, '{'))
        operand->value = parse_block(state);
    else
        operand->value = parse_expression(state, NULL);
}

/* JScript: function (a) { … }; Go: func(a int) { … } */
static void read_function(struct script_state *state, struct script_operand *operand) {
    const char *place = state->token.text;
    struct text name = {0};
    state_next(state);
    if (state->token.kind == TOKEN_WORD) {
        name = state_text(state);
        state_next(state);
    }
    struct script_value given = given_to_callback(state);
    struct script_function outer = parse_function_begin(state, name, place);
    if (state_is_sign(state, '(') && state_enter(state, '(')) {
        while (!state_at_end(state)) {
            if (state->token.kind == TOKEN_WORD) {
                parse_parameter(state, state_text(state));
                if (value_is_class(given))
                    names_set(state->names, state_text(state), state->scope, given);
            }
            state_next(state);
        }
        state_leave(state, '(');
    }
    while (state->token.kind == TOKEN_WORD || state_is_sign(state, '*'))
        state_next(state);
    if (state_is_sign(state, '{'))
        parse_block(state);
    parse_function_end(state, outer);
    operand->value = value_unknown();
}

static void read_word(struct script_state *state, struct script_operand *operand) {
    switch (state_word(state)) {
    case WORD_NEW:
        read_new(state, operand);
        return;
    case WORD_LAMBDA:
        read_lambda(state, operand);
        return;
    case WORD_RANGE:
        operand->value = parse_ranges(state);
        return;
    case WORD_FUNCTION:
        if (state_has(state, BRACES)) {
            read_function(state, operand);
            return;
        }
        break;
    case WORD_PREFIX:
    case WORD_MODIFIER:
        state_next(state);
        if (state->token.kind == TOKEN_WORD || state_is_sign(state, '('))
            parse_operand(state, operand);
        return;
    default:
        break;
    }
    parse_name(state, operand, false);
}

static void read_dollar(struct script_state *state, struct script_operand *operand) {
    struct script_token token = state->token;
    struct text name = state_text(state);
    enum script_word word = script_words_find(&state->words, name.text, name.size);
    state_next(state);
    bool other = word == WORD_OTHER && !state_is_sign(state, '=') && /* $profile = … */
                 !names_know(state->names, name, state->scope);
    if (token.foreign || other)
        operand->value = value_other();
    else if (word == WORD_ITEM)
        operand->value = state->item;
    else if (word == WORD_SELF && text_is(name, "this"))
        operand->own = true;
    else if (word != WORD_NULL)
        parse_variable(state, operand, name, token.outer ? SCOPE_TEXT : state->scope);
    operand->word = WORD_NONE;
}

void parse_operand(struct script_state *state, struct script_operand *operand) {
    *operand = (struct script_operand){.value = value_unknown()};
    switch (state->token.kind) {
    case TOKEN_WORD:
        if (state->depth < SCRIPT_DEPTH_MAX) { /* new new new … */
            state->depth++;
            read_word(state, operand);
            state->depth--;
        } else {
            state_next(state);
        }
        break;
    case TOKEN_VARIABLE:
        read_dollar(state, operand);
        break;
    case TOKEN_NUMBER:
        operand->value = value_other();
        state_next(state);
        break;
    case TOKEN_TEXT:
        operand->value = parse_literal(state);
        break;
    case TOKEN_SIGN:
        if (state_is_sign(state, '.')) { /* VBScript: With vm … .Name */
            operand->value = state->with;
            state_next(state);
            if (state->token.kind == TOKEN_WORD)
                parse_member(state, operand);
            break;
        }
        read_bracket(state, operand);
        break;
    default:
        break;
    }
    if (state_is_sign(state, SIGN('=', '>')) && state_in(state, IN_CS | IN_JS) &&
        state->depth < SCRIPT_DEPTH_MAX) {
        state->depth++;
        read_arrow(state, operand);
        state->depth--;
        return;
    }
    bool named = operand->path.text != NULL;
    parse_done(state, operand);
    if (named && parse_is_declared(state, operand->path) && operand->path.text)
        parse_declared(state, operand, operand->path, operand->value);
}
