/* Expressions: operands with operators between them. Which binds tighter does not matter here. */
#include "script/parse.h"

bool parse_starts_operand(const struct script_state *state) {
    switch (state->token.kind) {
    case TOKEN_WORD:
    case TOKEN_VARIABLE:
    case TOKEN_NUMBER:
    case TOKEN_TEXT:
        return true;
    case TOKEN_SIGN:
        break;
    default:
        return false;
    }
    switch (state->token.sign) {
    case '(':
    case '[':
    case '{':
    case SIGN('@', '('):
    case SIGN('@', '{'):
    case SIGN('$', '('):
        return true;
    case '.':
        return state_in(state, IN_VBS);
    default:
        return false;
    }
}

/* In front of an operand, and nothing to it: !, -, *, &, @. */
static bool is_prefix(const struct script_state *state) {
    if (state->token.kind == TOKEN_SIGN)
        return strchr("!-+~*&^@", state->token.sign & 0x7f) != NULL && state->token.size == 1;
    if (state->token.kind == TOKEN_PARAMETER)
        return !state->command; /* -not $x */
    enum script_word word = state_word(state);
    return word == WORD_PREFIX || word == WORD_MODIFIER;
}

enum operation { OPERATION_NONE, OPERATION_JOINS, OPERATION_COMPARES, OPERATION_OTHER };

static enum operation operation_of_sign(const struct script_state *state) {
    switch (state->token.sign) {
    case '+':
    case '&':
    case SIGN('.', '.'):
        return state->token.sign == '&' && state_in(state, IN_PS) ? OPERATION_NONE
                                                                  : OPERATION_JOINS;
    case '%':
        return OPERATION_OTHER;
    case SIGN('=', '='):
    case SIGN('!', '='):
    case SIGN('<', '='):
    case SIGN('>', '='):
    case SIGN('<', '>'):
    case '<':
    case '>':
        return state_in(state, IN_PS) ? OPERATION_NONE : OPERATION_COMPARES;
    case '=':
        return state_in(state, IN_VBS) ? OPERATION_COMPARES : OPERATION_NONE;
    case SIGN('&', '&'):
    case SIGN('|', '|'):
        return state_in(state, IN_PS) ? OPERATION_NONE : OPERATION_OTHER;
    case '|':
        return state_in(state, IN_PS) ? OPERATION_NONE : OPERATION_OTHER;
    case '-':
    case '*':
    case '/':
    case '^':
    case '?':
    case SIGN('?', '?'):
        return OPERATION_OTHER;
    case ':': /* a ? b : c */
        return state_in(state, IN_CS | IN_JS | IN_CPP) && !state->call && !state->labels
                   ? OPERATION_OTHER
                   : OPERATION_NONE;
    default:
        return OPERATION_NONE;
    }
}

static enum operation operation_of(const struct script_state *state) {
    enum script_word word;
    switch (state->token.kind) {
    case TOKEN_SIGN:
        return operation_of_sign(state);
    case TOKEN_PARAMETER: /* PowerShell: -eq */
        if (state->command)
            return OPERATION_NONE;
        word = script_words_find(&state->words, state->token.text - 1, state->token.size + 1);
        return word == WORD_COMPARES ? OPERATION_COMPARES : OPERATION_OTHER;
    case TOKEN_WORD:
        word = state_word(state);
        if (word == WORD_OPERATOR)
            return state_word_is(state, "is") ? OPERATION_COMPARES : OPERATION_OTHER;
        if (word == WORD_AS && state_in(state, IN_CS | IN_RUST))
            return OPERATION_OTHER;
        if (!state_in(state, IN_PY))
            return OPERATION_NONE;
        return word == WORD_IN                                   ? OPERATION_COMPARES
               : word == WORD_IF || state_word_is(state, "else") ? OPERATION_OTHER
               : word == WORD_PREFIX                             ? OPERATION_COMPARES
                                                                 : OPERATION_NONE;
    case TOKEN_TEXT: /* Python, C++: "one" "text" */
        return state->before == TOKEN_TEXT && state_in(state, IN_PY | IN_CPP) ? OPERATION_JOINS
                                                                              : OPERATION_NONE;
    default:
        return OPERATION_NONE;
    }
}

bool parse_is_operator(const struct script_state *state) {
    return operation_of(state) != OPERATION_NONE;
}

/* Goes over an operator. False if a comparison. */
static void pass_operator(struct script_state *state, enum operation operation) {
    bool sign = state->token.kind != TOKEN_TEXT;
    state->joins = operation == OPERATION_JOINS;
    state->compared = operation == OPERATION_COMPARES;
    if (sign)
        state_next(state);
    if (state->token.kind == TOKEN_LINE && state_in(state, IN_PS | IN_GO))
        state_skip_lines(state);
    while (is_prefix(state) && state->token.kind != TOKEN_PARAMETER)
        state_next(state);
}

static struct script_value parse_operands(struct script_state *state,
                                          struct script_operand *first) {
    struct script_value sum = value_unknown();
    bool whole = true, compares = false;
    size_t row = state->found->rows.count;
    for (unsigned count = 0;; count++) {
        const char *before = state->token.text;
        enum script_token_kind kind = state->token.kind;
        struct script_operand operand;
        parse_operand(state, &operand);
        state->joins = state->compared = false;
        sum = count ? value_merge(sum, operand.value) : operand.value;
        if (state->wql->state != WQL_NOTHING && kind != TOKEN_TEXT)
            script_wql_gap(state->wql);
        whole &= !count;
        if (first && whole)
            *first = operand;
        while (state_in(state, IN_PY) && state_word(state) == WORD_FOR && state->depth)
            parse_comprehension(state, row);
        enum operation operation = operation_of(state);
        if (operation == OPERATION_NONE ||
            (before == state->token.text && kind == state->token.kind))
            break;
        if (first)
            first->variable.text = NULL;
        compares |= operation == OPERATION_COMPARES;
        state->joined = sum;
        state->call = operation == OPERATION_JOINS ? state->call : NULL;
        pass_operator(state, operation);
        if (!parse_starts_operand(state))
            break;
    }
    if (compares)
        sum.flags |= VALUE_COMPARED;
    return sum;
}

/* The queries in it are put together in `wql`. */
static struct script_value read_expression(struct script_state *state, struct script_wql *wql,
                                           struct script_operand *first) {
    struct script_wql *outer = state->wql;
    struct script_call *call = state->call;
    struct script_value joined = state->joined;
    struct script_value sum = value_unknown();
    state->wql = wql;
    state->joins = state->compared = false;
    while (is_prefix(state))
        state_next(state);
    if (parse_starts_operand(state))
        sum = parse_operands(state, first);
    sum = parse_query_end(state, wql, sum);
    state->wql = outer;
    state->call = call;
    state->joined = joined;
    state->joins = false;
    return sum;
}

struct script_value parse_expression(struct script_state *state, struct script_operand *first) {
    struct script_wql wql = {.state = WQL_NOTHING};
    if (first)
        *first = (struct script_operand){.value = value_unknown()};
    return read_expression(state, &wql, first);
}

static void read_single(struct script_state *state, struct script_wql *wql,
                        struct script_operand *operand) {
    struct script_wql *outer = state->wql;
    state->wql = wql;
    state->joins = false;
    parse_operand(state, operand);
    operand->value = parse_query_end(state, wql, operand->value);
    state->wql = outer;
}

void parse_single(struct script_state *state, struct script_operand *operand) {
    struct script_wql wql = {.state = WQL_NOTHING};
    read_single(state, &wql, operand);
}

struct script_value parse_merge(struct script_state *state, struct script_value first,
                                struct script_value second) {
    if (value_is_names(first) && value_is_names(second))
        owner_join(state->found, first.owner, second.owner);
    bool texts = value_is_class(first) && value_is_class(second) && first.flags & VALUE_TEXT &&
                 second.flags & VALUE_TEXT;
    if (texts && first.of != second.of && !first.also) /* for kind in "Msvm_A", "Msvm_B": … */
        first.also = second.of + 1;
    return value_is_names(first) && second.of == VALUE_OTHER ? first : value_merge(first, second);
}

struct script_value parse_list(struct script_state *state) {
    struct script_value sum = parse_expression(state, NULL), values[LISTED_MAX] = {sum};
    unsigned count = 1;
    for (unsigned place = 1; state_is_sign(state, ','); place++) {
        state_next(state);
        if (state_in(state, IN_PS))
            state_skip_lines(state);
        if (!parse_starts_operand(state) && !is_prefix(state))
            break;
        struct script_value value = parse_expression(state, NULL);
        if (place < LISTED_MAX)
            values[place] = value;
        count = place + 1;
        value.place = (uint8_t)(place < UINT8_MAX ? place : UINT8_MAX);
        sum = parse_merge(state, sum, value);
    }
    if (count > 1 && count <= LISTED_MAX) {
        memcpy(state->listed, values, sizeof values);
        state->listed_count = count;
    }
    return sum;
}

void parse_comprehension(struct script_state *state, size_t row) {
    state_next(state);
    struct script_operand target = {0};
    struct text targets[4];
    unsigned count = 0;
    while (!state_at_end(state) && state_word(state) != WORD_IN) {
        if (state->token.kind == TOKEN_WORD && count < 4)
            targets[count++] = state_text(state);
        if (state->token.kind == TOKEN_TEXT && !state->token.last)
            return;
        state_next(state);
    }
    if (state_word(state) != WORD_IN)
        return;
    state_next(state);
    struct script_value value = parse_expression(state, NULL);
    for (unsigned i = 0; i < count; i++) {
        target = (struct script_operand){.variable = targets[i], .scope = state->scope};
        struct script_value given = value;
        if (count > 1 && i != count - 1) /* for key, vm in … */
            given = value_unknown();
        given.flags &= (uint16_t)~VALUE_TEXT;
        parse_bind(state, &target, given);
        if (value_is_class(given))
            found_rebind(state->found, row, names_tag(state->names, targets[i]), given.of);
    }
}
