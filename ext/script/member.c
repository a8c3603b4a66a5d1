/* What is done to an operand: .Name, (…), […]. */
#include "script/parse.h"

/* --- Members --- */

/* C#: .Name of an instance reads no property, but a method may stand there. */
static bool reads_member(const struct script_state *state, const struct script_operand *operand) {
    return state_has(state, DOTTED_MEMBERS) || operand->value.flags & VALUE_TYPED;
}

/* Adds a member of the operand; from a name that one class alone bears, learns of what class the
** operand's variable is. */
static uint32_t add_member(struct script_state *state, const struct script_operand *operand,
                           struct text name) {
    struct text variable = operand->variable;
    uint32_t tag = variable.text ? names_tag(state->names, variable) : 0;
    if (variable.text && operand->value.of == VALUE_UNKNOWN) {
        uint32_t of = found_teller(state->found, name.text, name.size);
        if (of != VALUE_UNKNOWN)
            names_hint(state->names, variable, operand->scope, of);
    }
    return found_add_member(state->found, name.text, name.size, operand->value, 0, tag);
}

/* Rust: enabled_state is EnabledState. */
bool parse_snake_member(struct script_state *state, uint32_t class_index, struct text name) {
    char plain[64];
    size_t size = 0;
    for (size_t i = 0; i < name.size; i++)
        if (name.text[i] != '_' && size < sizeof plain)
            plain[size++] = name.text[i];
    uint32_t member = size && size < name.size
                          ? found_find_member(state->found, class_index, plain, size)
                          : REPORT_NONE;
    if (member != REPORT_NONE)
        found_add_known(state->found, name.text, name.size, class_index, member);
    return member != REPORT_NONE;
}

static void name_member(struct script_state *state, struct script_operand *operand,
                        struct text name) {
    struct script_value value = operand->value;
    if (value_is_result(value)) {
        operand->value = result_named(state->found, value, name);
        if (value_is_class(operand->value) || !(value.flags & VALUE_PART))
            return;
        operand->value = result_any(state->found, value);
    }
    if (value_is_table(value)) { /* its key */
        found_add_member(state->found, name.text, name.size,
                         (struct script_value){.of = VALUE_PENDING}, value.owner, 0);
        operand->value = value_other();
        return;
    }
    if (state_in(state, IN_RUST) && value_is_class(value) &&
        parse_snake_member(state, value.of, name)) {
        operand->value = value_other();
        return;
    }
    if (add_member(state, operand, name) != REPORT_NONE)
        operand->value = value_other();
}

/* Go: GetPropertyElementName() reads ElementName. */
static bool is_accessor(const struct script_state *state, struct text *name) {
    static const char *const prefixes[] = {"getproperty", "setproperty"};
    for (size_t i = 0; i < 2 && state_in(state, IN_GO); i++) {
        size_t size = strlen(prefixes[i]);
        if (name->size > size && text_starts(*name, prefixes[i])) {
            name->text += size;
            name->size -= size;
            return true;
        }
    }
    return false;
}

/* The name of a member that is called: a method of the class, of the script, or of neither. */
static void call_member(struct script_state *state, struct script_operand *operand,
                        struct text name, enum script_word word) {
    struct script_call call = {.word = word,
                               .name = name,
                               .receiver = operand->value,
                               .variable = operand->variable,
                               .scope = operand->scope,
                               .member = REPORT_NONE};
    bool instance = value_is_class(call.receiver) && !(call.receiver.flags & VALUE_TEXT);
    if (call.word == CALL_FORMAT && instance && !state_in(state, IN_PY))
        call.word = WORD_NONE; /* an instance is no text: vm.Str("Name") is a helper */
    bool known = call.word >= CALL_MEMBER;
    if (operand->own && names_function(state->names, name)) {
        call.word = WORD_NONE;
        call.receiver = value_unknown();
    } else if (is_accessor(state, &name)) {
        name_member(state, operand, name);
    } else if (!known) {
        call.member = add_member(state, operand, name);
    }
    parse_arguments(state, &call, '(');
    parse_added(state, &call);
    operand->value = call_result(state, &call);
    parse_outs(state, &call, operand->value);
}

/* Names.Service: a constant that says a class? */
static bool read_constant(struct script_state *state, struct script_operand *operand,
                          struct text name) {
    struct script_name *constant = names_find(state->names, name, SCOPE_TEXT, NAME_VARIABLE);
    if (!constant)
        return false;
    constant->asked = true;
    if (constant->sole >= VALUE_CLASSES || !(constant->sole_flags & VALUE_TEXT))
        return false;
    operand->value = names_get(state->names, name, SCOPE_TEXT);
    operand->variable.text = NULL;
    return true;
}

/* $all.ForEach{ $_.Name } */
static void read_item_block(struct script_state *state, struct script_operand *operand) {
    struct script_value item = state->item;
    state->item = operand->value;
    parse_block(state);
    state->item = item;
    operand->variable.text = NULL;
}

/* Behind a dot. */
void parse_member(struct script_state *state, struct script_operand *operand) {
    struct text name = state_text(state);
    enum script_token_kind kind = state->token.kind;
    enum script_word word = state_word(state);
    bool whole = state->token.last;
    state_next(state);
    if (kind == TOKEN_TEXT) { /* $vm.'Name' */
        if (whole)
            name_member(state, operand, name);
        operand->variable.text = NULL;
        return;
    }
    bool called = state_is_sign(state, '(') && !(state_in(state, IN_PS) && state->token.spaced);
    operand->path = name;
    if (operand->own && !called) { /* self.vm is a variable of the text's */
        operand->own = false;
        if (value_is_class(operand->value) &&
            found_find_member(state->found, operand->value.of, name.text, name.size) !=
                REPORT_NONE) {
            name_member(state, operand, name);
            return;
        }
        parse_variable(state, operand, name, SCOPE_TEXT);
        return;
    }
    uint32_t class_index = parse_class_name(state, &name);
    if (class_index != VALUE_UNKNOWN) { /* Python: c.Msvm_ComputerSystem() */
        found_add_class(state->found, name.text, name.size, class_index);
        operand->value = value_class(class_index, VALUE_TEXT);
        operand->variable.text = NULL;
        operand->word = WORD_NONE;
        return;
    }
    if (!called && operand->value.of == VALUE_UNKNOWN && operand->variable.text &&
        state_has(state, CASED) && read_constant(state, operand, name))
        return;
    if (called && word != CALL_ITEM) {
        call_member(state, operand, name, word);
        operand->own = false;
        operand->variable.text = NULL;
        operand->word = WORD_NONE;
        return;
    }
    if (state_in(state, IN_PS) && state_is_sign(state, '{') && !state->token.spaced) {
        read_item_block(state, operand);
        return;
    }
    operand->word = word >= CALL_MEMBER ? word : WORD_NONE;
    if (word == WORD_TARGET && state->target != VALUE_UNKNOWN)
        operand->value = value_class(state->target, 0);
    else if (word == WORD_EVENT)
        operand->value = value_class(state->event, 0);
    else if (operand->value.of == VALUE_OTHER && !value_is_table(operand->value))
        operand->value = value_other();
    else if (word < CALL_MEMBER && reads_member(state, operand))
        name_member(state, operand, name);
    if (word != CALL_ADD) /* list.Add vm, without brackets */
        operand->variable.text = NULL;
}

/* --- What is done --- */

void parse_call(struct script_state *state, struct script_operand *operand, char bracket) {
    struct script_call call = {
        .word = operand->word,
        .name = operand->path,
        .index = bracket == '[',
        .receiver = operand->value,
        .variable = operand->variable,
        .scope = operand->scope,
        .member = REPORT_NONE,
    };
    call.constructs = !call.index && operand->value.flags & VALUE_TEXT &&
                      value_is_class(operand->value) &&
                      (!operand->variable.text || state_in(state, IN_PY));
    if (!call.index && operand->variable.text && names_function(state->names, operand->path))
        call.receiver = value_unknown(); /* a function is called, not what a variable holds */
    parse_arguments(state, &call, bracket);
    if (call.index && !call.named && operand->variable.text && !value_is_class(operand->value)) {
        operand->indexed = true;
        return;
    }
    operand->indexed = call.index && !call.named;
    if (!operand->indexed || value_is_class(operand->value))
        operand->variable = operand->indexed ? operand->variable : (struct text){0};
    operand->value = call_result(state, &call);
    parse_outs(state, &call, operand->value);
    operand->word = WORD_NONE;
}

/* Is the token attached to what stands before it? Only PowerShell cares. */
static bool is_attached(const struct script_state *state) {
    if (state_in(state, IN_PS))
        return !state->token.spaced;
    return !(state_in(state, IN_VBS | IN_GO | IN_PY) && state->token.lined);
}

static bool is_dot(const struct script_state *state) {
    if (state->token.kind != TOKEN_SIGN)
        return false;
    switch (state->token.sign) {
    case '.':
        return !(state_in(state, IN_VBS) && state->token.spaced);
    case SIGN('?', '.'):
    case SIGN(':', ':'):
    case SIGN('-', '>'):
        return true;
    default:
        return false;
    }
}

void parse_done(struct script_state *state, struct script_operand *operand) {
    for (;;) {
        if (is_dot(state)) {
            bool type = state->token.sign == SIGN(':', ':') && state_in(state, IN_PS);
            if (state_in(state, IN_PS) && state->token.spaced && !state->token.lined)
                return;
            state_next(state);
            if (state_in(state, IN_PS))
                state_skip_lines(state);
            if (state->token.kind == TOKEN_VARIABLE) { /* $vm.$name */
                struct script_value names =
                    names_get(state->names, state_text(state), state->scope);
                if (value_is_names(names))
                    owner_use(state->found, names.owner, operand->value.of);
                state_next(state);
                operand->variable.text = NULL;
                if (operand->value.of != VALUE_OTHER)
                    operand->value = value_unknown();
                continue;
            }
            if (state->token.kind != TOKEN_WORD && state->token.kind != TOKEN_TEXT)
                return;
            if (type && operand->value.of == VALUE_UNKNOWN)
                operand->value = value_other();
            parse_member(state, operand);
        } else if (state_is_sign(state, '(') && is_attached(state)) {
            parse_call(state, operand, '(');
        } else if (state_is_sign(state, '[') && is_attached(state)) {
            parse_call(state, operand, '[');
        } else if (state_is_sign(state, '!') && state_in(state, IN_CS | IN_RUST) &&
                   !state->token.spaced) {
            state_next(state); /* vm!.Name */
        } else if (state_is_sign(state, '?') && state_in(state, IN_CS | IN_RUST) &&
                   !state->token.spaced && strchr(".[;)", script_lexer_peek(&state->lexer))) {
            state_next(state); /* vm?["Name"] */
        } else {
            return;
        }
    }
}
