/* Classes and structs of the languages with braces: one may be named as a class of WMI, or hold one;
** its fields are properties then. */
#include "script/parse.h"

bool parse_attribute(struct script_state *state) {
    bool renames = false, renamed = false;
    state_next(state);
    state_accept(state, '!');
    if (!state_is_sign(state, '[') || !state_enter(state, '['))
        return false;
    while (!state_at_end(state) || state_is_sign(state, ')')) {
        struct text text = state_text(state);
        if (state_word_is(state, "rename"))
            renames = true;
        if (renames && state->token.kind == TOKEN_TEXT) {
            uint32_t class_index = found_find_class(state->found, text.text, text.size);
            if (class_index != VALUE_UNKNOWN) {
                found_add_class(state->found, text.text, text.size, class_index);
                state->type = value_class(class_index, VALUE_TYPED);
                state->type_comes = true;
            } else if (value_is_class(state->type)) {
                found_add_member(state->found, text.text, text.size, state->type, 0, 0);
            }
            renames = false;
            renamed = true;
        }
        state_next(state);
    }
    state_leave(state, '[');
    return renamed;
}

/* The fields of a struct that is named as a class, or holds one. */
static void read_fields(struct script_state *state, struct text name, struct script_value type) {
    if (!state_enter(state, '{'))
        return;
    bool begins = true, renamed = false;
    while (!state_at_end(state)) {
        if (state->token.kind == TOKEN_WORD) {
            uint32_t class_index =
                found_find_class(state->found, state->token.text, state->token.size);
            if (class_index != VALUE_UNKNOWN) {
                found_add_class(state->found, state->token.text, state->token.size, class_index);
                if (!value_is_class(type) && name.text)
                    names_set(state->names, name, SCOPE_TEXT,
                              value_class(class_index, VALUE_TYPED));
            } else if (begins && state_word(state) == WORD_MODIFIER) {
                state_next(state);
                if (state_is_sign(state, '('))
                    state_skip_brackets(state);
                continue;
            } else if (begins && !renamed && value_is_class(type)) {
                if (!state_in(state, IN_RUST) ||
                    !parse_snake_member(state, type.of, state_text(state)))
                    found_add_member(state->found, state->token.text, state->token.size, type, 0,
                                     0);
            }
            begins = renamed = false;
        }
        if (state_is_sign(state, '#') && state_in(state, IN_RUST)) {
            renamed = parse_attribute(state);
            begins = true;
            continue;
        }
        begins |= parse_ends_statement(state) || state_is_sign(state, ',');
        if (state->token.kind == TOKEN_HOLE_END)
            break;
        state_is_sign(state, '{') ? state_skip_brackets(state) : state_next(state);
    }
    state_leave(state, '{');
}

void parse_class(struct script_state *state) {
    struct text name = {0};
    struct script_value type = value_unknown();
    if (!state->type_comes)
        state->type = value_unknown();
    else
        type = state->type;
    state->type_comes = false;
    state_next(state);
    bool based = false; /* class Name(parameters) : Base(arguments) */
    while (!state_at_end(state) && !state_is_sign(state, '{') && !parse_ends_statement(state)) {
        uint32_t class_index = VALUE_UNKNOWN;
        if (state->token.kind == TOKEN_WORD)
            class_index = found_find_class(state->found, state->token.text, state->token.size);
        if (class_index != VALUE_UNKNOWN) {
            found_add_class(state->found, state->token.text, state->token.size, class_index);
            type = value_class(class_index, VALUE_TYPED);
        } else if (state->token.kind == TOKEN_WORD && !name.text) {
            name = state_text(state);
        }
        based |= state_is_sign(state, ':');
        struct script_operand arguments;
        if (state_is_sign(state, '(') && based)
            parse_single(state, &arguments);
        else
            state_is_sign(state, '(') ? state_skip_brackets(state) : state_next(state);
    }
    if (!state_is_sign(state, '{'))
        return;
    if (state_in(state, IN_GO | IN_RUST) && name.text && !value_is_class(type)) {
        struct script_value known = names_get(state->names, name, SCOPE_TEXT);
        if (value_is_class(known) && known.flags & VALUE_TYPED)
            type = known;
    } else if (state_in(state, IN_RUST) && name.text) {
        names_set(state->names, name, SCOPE_TEXT, type);
    }
    if (state_in(state, IN_GO | IN_RUST) && (value_is_class(type) || state_in(state, IN_GO))) {
        read_fields(state, name, type);
        return;
    }
    parse_block(state);
}

/* The variable's type is a struct: perhaps one that is known to be a class. */
static void bind_type(struct script_state *state, struct script_operand *variable,
                      struct text type) {
    struct script_value value = names_get(state->names, type, SCOPE_TEXT);
    if (value_is_class(value) && value.flags & VALUE_TYPED)
        variable->value = value_class(value.of, VALUE_TYPED);
    parse_bind(state, variable, variable->value);
    struct script_name *name =
        names_find(state->names, variable->variable, variable->scope, NAME_VARIABLE);
    if (name)
        name->type = type;
}

/* Go: var rows []Msvm_Disk; Rust: let rows: Vec<Msvm_Disk> = … */
void parse_type_behind(struct script_state *state, struct script_operand *name) {
    state->lexer.types = true;
    while (!parse_ends_statement(state) && !state_is_sign(state, '=') && !state_at_end(state) &&
           !state_is_sign(state, '{')) {
        uint32_t class_index = VALUE_UNKNOWN;
        if (state->token.kind == TOKEN_WORD)
            class_index = found_find_class(state->found, state->token.text, state->token.size);
        if (class_index != VALUE_UNKNOWN) {
            found_add_class(state->found, state->token.text, state->token.size, class_index);
            name->value = value_class(class_index, VALUE_TYPED);
            parse_bind(state, name, name->value);
        } else if (state->token.kind == TOKEN_WORD) {
            bind_type(state, name, state_text(state));
        }
        if (state->token.kind == TOKEN_WORD || state->token.kind == TOKEN_SIGN)
            state_next(state);
        else
            break;
    }
    state->lexer.types = false;
}
