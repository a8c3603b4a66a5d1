/* What statements of all languages have in common: assignments, and the scopes of functions. */
#include "script/parse.h"

/* --- Scopes --- */

struct script_function parse_function_begin(struct script_state *state, struct text name,
                                            const char *place) {
    struct script_function outer = {state->scope, state->around, state->function, state->instance,
                                    state->with};
    state->around = state->scope;
    state->scope = names_scope(state->names, outer.scope,
                               (uint32_t)(place - state->lexer.start) + 1 + (state->nesting << 28));
    state->function = name;
    if (name.text)
        names_define(state->names, name, state->scope);
    return outer;
}

void parse_function_end(struct script_state *state, struct script_function outer) {
    state->scope = outer.scope;
    state->around = outer.around;
    state->function = outer.function;
    state->instance = outer.instance;
    state->with = outer.with;
}

void parse_function_push(struct script_state *state, struct script_function outer) {
    struct script_functions *begun = &state->begun;
    if (begun->count == FUNCTIONS_MAX) {
        parse_function_end(state, outer);
        return;
    }
    begun->stack[begun->count].indent = begun->indent;
    begun->stack[begun->count++].outer = outer;
}

void parse_functions_end(struct script_state *state, size_t indent) {
    struct script_functions *begun = &state->begun;
    while (begun->count > begun->first && indent <= begun->stack[begun->count - 1].indent)
        parse_function_end(state, begun->stack[--begun->count].outer);
}

void parse_parameter(struct script_state *state, struct text name) {
    names_declare_parameter(state->names, name, state->scope);
    struct script_name *parameter = names_find(state->names, name, state->scope, NAME_VARIABLE);
    if (parameter && parameter->owned_in != state->names->reading) {
        parameter->owner = owner_new(state->found);
        parameter->owned_in = state->names->reading;
    }
    if (state->function.text)
        names_add_parameter(state->names, state->function, name);
}

/* --- Assignments --- */

/* The scope of the variable that is assigned to. */
static uint32_t scope_of(const struct script_state *state, const struct script_operand *target) {
    if (target->scope == SCOPE_TEXT || state_in(state, IN_PS | IN_PY))
        return target->scope;
    /* The others declare what is local; what is not is the text's. */
    if (names_find(state->names, target->variable, target->scope, NAME_VARIABLE))
        return target->scope;
    if (names_find(state->names, target->variable, SCOPE_TEXT, NAME_VARIABLE))
        return SCOPE_TEXT;
    return target->scope;
}

void parse_bind(struct script_state *state, const struct script_operand *target,
                struct script_value value) {
    if (!target->variable.text)
        return;
    if (target->indexed && !value_is_class(value))
        return; /* one element says nothing of the others */
    if (target->value.flags & VALUE_TYPED && !value_is_class(value))
        return;
    if (state_in(state, IN_VBS) && state->function.text &&
        state->function.size == target->variable.size &&
        text_equal_nocase(state->function.text, target->variable.text, target->variable.size))
        names_return(state->names, state->function, value); /* Set Find = vm */
    names_set(state->names, target->variable, scope_of(state, target), value);
}

static bool is_assignment(const struct script_state *state) {
    if (state->token.kind != TOKEN_SIGN)
        return false;
    switch (state->token.sign) {
    case '=':
    case SIGN(':', '='):
    case SIGN('+', '='):
    case SIGN('-', '='):
    case SIGN('*', '='):
    case SIGN('/', '='):
    case SIGN('?', '='):
        return true;
    default:
        return false;
    }
}

static struct script_value read_assigned(struct script_state *state,
                                         const struct script_operand *target) {
    bool adds = state->token.sign == SIGN('+', '=');
    struct script_value joined = state->joined, before = value_unknown();
    state_next(state);
    if (!state_in(state, IN_VBS | IN_PY))
        state_skip_lines(state);
    if (adds && target->variable.text)
        before = names_get(state->names, target->variable, target->scope);
    state->joined = before;
    struct script_value value = state_in(state, IN_PS)             ? parse_powershell(state)
                                : state_in(state, IN_PY)           ? parse_assignment(state)
                                : state_in(state, IN_GO | IN_RUST) ? parse_list(state)
                                                                   : parse_expression(state, NULL);
    state->joined = joined;
    return adds && value_is_class(before) ? before : value;
}

struct script_value parse_assignment(struct script_state *state) {
    struct script_operand targets[LISTED_MAX];
    struct script_value values[LISTED_MAX];
    unsigned count = 0;
    struct script_value value = state_in(state, IN_PS) ? parse_pipeline(state, &targets[0])
                                                       : parse_expression(state, &targets[0]);
    values[0] = value;
    while (state_is_sign(state, ',')) {
        struct script_operand passed, *target = &passed;
        state_next(state);
        if (state_in(state, IN_PS))
            state_skip_lines(state);
        if (!parse_starts_operand(state))
            break;
        if (count + 1 < LISTED_MAX)
            target = &targets[++count];
        struct script_value next = parse_expression(state, target);
        values[count] = next;
        next.place = (uint8_t)count;
        value = parse_merge(state, value, next);
    }
    if (!is_assignment(state) || state->depth == SCRIPT_DEPTH_MAX) {
        if (count) {
            memcpy(state->listed, values, sizeof values);
            state->listed_count = count + 1;
        }
        return value;
    }
    state->depth++;
    state->listed_count = 0;
    value = read_assigned(state, &targets[0]);
    state->depth--;
    bool listed = count && state->listed_count == count + 1; /* a, b = one, another */
    memcpy(values, state->listed, sizeof values);
    for (unsigned i = 0; i <= count; i++) {
        struct script_value given = value;
        if (listed)
            given = values[i];
        else if (count && value.place != i && !value_is_result(value))
            given = value_unknown();
        given.place = 0;
        if (value_is_result(given) && (count || targets[i].several))
            given.flags |= VALUE_PART;
        parse_bind(state, &targets[i], given);
    }
    return value_unknown();
}

/* --- Statements --- */

bool parse_ends_statement(const struct script_state *state) {
    if (state->token.kind == TOKEN_LINE)
        return true;
    if (state->token.kind != TOKEN_SIGN)
        return false;
    if (state->token.sign == state->lexer.row->separator)
        return true;
    return state_in(state, IN_PS) &&
           (state->token.sign == SIGN('&', '&') || state->token.sign == SIGN('|', '|'));
}

void parse_skip_statement(struct script_state *state) {
    while (!parse_ends_statement(state) && !state_at_end(state))
        state_next(state);
}

static struct script_value read_statement(struct script_state *state) {
    switch (state->lexer.language) {
    case SCRIPT_POWERSHELL:
        return parse_powershell(state);
    case SCRIPT_PYTHON:
        return parse_python(state);
    case SCRIPT_VBSCRIPT:
        return parse_vbscript(state);
    case SCRIPT_COMMANDS:
        return parse_commands(state);
    default:
        return parse_braces(state);
    }
}

struct script_value parse_statements(struct script_state *state) {
    struct script_value last = value_unknown();
    unsigned first = state->begun.first;
    size_t indent = state->begun.indent;
    state->begun.first = state->begun.count;
    state->begun.indent = 0;
    while (!state_at_end(state)) {
        const char *at = state->token.text;
        enum script_token_kind kind = state->token.kind;
        if (parse_ends_statement(state)) {
            state_next(state);
            continue;
        }
        state->wmic.active = false;
        struct script_value value = read_statement(state);
        if (value.of != VALUE_UNKNOWN && (value_is_class(value) || !value_is_class(last)))
            last = value;
        if (state->token.text == at && state->token.kind == kind)
            state_next(state);
    }
    parse_functions_end(state, 0);
    state->begun.first = first;
    state->begun.indent = indent;
    return last;
}
