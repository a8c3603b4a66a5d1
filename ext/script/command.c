/* PowerShell's commands: Get-CimInstance -ClassName Msvm_Disk -Filter "…" */
#include "script/association.h"
#include "script/parse.h"

static bool is_stage(const struct script_command *command) {
    return command->kind == COMMAND_SELECT || command->kind == COMMAND_WHERE ||
           command->kind == COMMAND_EACH;
}

struct script_value command_works_on(const struct script_command *command) {
    if (is_stage(command))
        return command->input;
    if (command->on.of != VALUE_UNKNOWN)
        return command->on;
    return command->kind == COMMAND_RELATED ? value_unknown() : command->input;
}

void command_name(struct script_state *state, struct script_command *command, struct text name) {
    struct script_value value = command_works_on(command);
    if (command->kind == COMMAND_INVOKE && !command->method.text)
        command->method = name;
    if (value.of == VALUE_UNKNOWN && !is_stage(command)) {
        if (!command->owner)
            command->owner = owner_new(state->found);
        value.of = VALUE_PENDING;
    }
    found_add_member(state->found, name.text, name.size, value, command->owner, 0);
}

bool command_names(const struct script_command *command) {
    switch (command->kind) {
    case COMMAND_SELECT:
        return command->parameter == PARAMETER_POSITION || command->parameter == PARAMETER_PROPERTY;
    case COMMAND_WHERE:
        return command->parameter == PARAMETER_PROPERTY ||
               (command->parameter == PARAMETER_POSITION && command->positions == 1);
    case COMMAND_EACH:
        return (command->parameter == PARAMETER_POSITION ||
                command->parameter == PARAMETER_METHOD) &&
               command->positions <= 1;
    case COMMAND_INVOKE:
        return command->parameter == PARAMETER_METHOD || command->parameter == PARAMETER_POSITION;
    case COMMAND_GET:
    case COMMAND_RELATED:
    case COMMAND_SET:
    case WORD_FUNCTION:
    case WORD_NONE:
        return command->parameter == PARAMETER_PROPERTY;
    default:
        return false;
    }
}

/* --- Arguments --- */

static bool is_text_class(struct script_value value) {
    return value.flags & VALUE_TEXT && (value_is_class(value) || value.of == VALUE_OTHER);
}

/* A text of names, or one that the variable holds, as an argument: -Property $names. */
static void use_names(struct script_state *state, struct script_command *command,
                      struct script_value value) {
    struct script_value on = command_works_on(command);
    if (is_stage(command) || on.of != VALUE_UNKNOWN) {
        owner_use(state->found, value.owner, on.of);
        return;
    }
    if (!command->owner)
        command->owner = owner_new(state->found);
    owner_join(state->found, command->owner, value.owner);
}

/* The argument has this value. */
static void take(struct script_state *state, struct script_command *command,
                 struct script_value value) {
    if (command->kind == WORD_FUNCTION || command->kind == WORD_NONE) {
        struct text parameter = command->parameter_name;
        if (command->parameter == PARAMETER_POSITION)
            parameter.text = NULL;
        parse_pass(state, command->name,
                   command->positions ? command->positions - 1 : SCRIPT_ARGUMENTS_MAX, parameter,
                   value);
    }
    if (value_is_names(value) && (command_names(command) || command->parameter == PARAMETER_FILTER))
        use_names(state, command, value);
    if (value_is_table(value) && command->kind == COMMAND_SET &&
        command->parameter != PARAMETER_ASSOCIATION)
        command->table = value.owner;
    if (!is_text_class(value) && !value_is_class(value))
        return;
    if (is_stage(command) || command->compares)
        return;
    bool related = command->kind == COMMAND_RELATED;
    switch (command->parameter) {
    case PARAMETER_RESULT:
        command->result = value;
        return;
    case PARAMETER_CLASS:
        break;
    case PARAMETER_POSITION:
    case PARAMETER_OBJECT:
        if (related) {
            command->related = value;
            return;
        }
        break;
    case PARAMETER_ASSOCIATION:
        command->association = value.of;
        return;
    case PARAMETER_ARGUMENTS:
    case PARAMETER_NAMESPACE:
        return;
    default:
        if (!(value.flags & VALUE_TEXT) || related)
            return;
    }
    bool ours = command->kind >= COMMAND_GET || command->kind == WORD_FUNCTION;
    if (!value_is_class(command->on) && (value.flags & VALUE_TEXT || ours))
        command->on = value;
    if (value_is_class(value) && text_starts(command->name, "register-"))
        state->event = value.of;
}

/* A bare word, with all that is attached to it: root\virtualization\v2, *.txt */
static struct script_value read_word(struct script_state *state, struct script_command *command) {
    struct text name = state_text(state);
    const char *start = name.text;
    struct script_value value = value_other();
    char next = state->lexer.at < state->lexer.end ? *state->lexer.at : 0;
    bool whole = !next || !(script_is_word(next) || strchr("\\.*:/", next));
    uint32_t class_index = VALUE_UNKNOWN;
    if (whole || next == '.' || next == ':')
        class_index = found_find_class(state->found, name.text, name.size);
    if (class_index != VALUE_UNKNOWN) {
        found_add_class(state->found, name.text, name.size, class_index);
        value = value_class(class_index, VALUE_TEXT);
    } else if (command->kind == COMMAND_NEW_OBJECT) {
        command->instance |= text_starts(name, "management");
    } else if (whole && command_names(command) && !command->compares) {
        command_name(state, command, name);
    } else if (command->parameter == PARAMETER_CLASS ||
               (command->parameter == PARAMETER_POSITION && command->kind == COMMAND_GET)) {
        value.flags = VALUE_TEXT; /* a class that the report does not know */
    }
    do {
        state_next(state);
        if (command->kind == COMMAND_NEW_OBJECT && state->token.kind == TOKEN_WORD)
            command->instance |=
                text_starts((struct text){state->token.text, state->token.size}, "management");
    } while (!state->token.spaced && state->token.kind != TOKEN_LINE &&
             state->token.kind != TOKEN_END && state->token.kind != TOKEN_HOLE_END &&
             state->token.kind != TOKEN_HOLE && state->token.kind != TOKEN_TEXT &&
             !(state->token.kind == TOKEN_SIGN && strchr(",;|()}]{", state->token.sign & 0x7f)));
    if (command->parameter == PARAMETER_NAMESPACE)
        command->space = space_find(&state->found->spaces,
                                    (struct text){start, (size_t)(state->token.text - start)});
    return value;
}

/* { … } as an argument: what $_ is, and what the command yields. */
static struct script_value read_block(struct script_state *state, struct script_command *command) {
    struct script_value item = state->item;
    if (is_stage(command))
        state->item = command->input;
    struct script_value value = parse_block(state);
    state->item = item;
    if (command->kind == COMMAND_EACH || command->kind == COMMAND_RUN) {
        command->result = command->blocks ? value_merge(command->result, value) : value;
        command->blocks = true;
        return value_unknown();
    }
    return is_stage(command) ? value_unknown() : value;
}

static void read_argument(struct script_state *state, struct script_command *command) {
    if (command->parameter == PARAMETER_POSITION)
        command->positions++;
    struct script_value value;
    if (state->token.kind == TOKEN_WORD) {
        value = read_word(state, command);
    } else if (state_is_sign(state, '{')) {
        value = read_block(state, command);
    } else {
        struct script_value item = state->item;
        struct script_operand operand;
        if (is_stage(command))
            state->item = command->input;
        command->splatted |= state->token.kind == TOKEN_VARIABLE && state->token.text[-1] == '@';
        parse_single(state, &operand);
        if (command->parameter == PARAMETER_NAMESPACE)
            command->space = state->found->spaces.here;
        value = operand.value;
        state->item = item;
    }
    take(state, command, value);
}

static void read_parameter(struct script_state *state, struct script_command *command) {
    enum script_word word =
        script_words_find(&state->words, state->token.text - 1, state->token.size + 1);
    command->parameter_name = state_text(state);
    command->compares = word == WORD_COMPARES;
    command->parameter = word == WORD_COMPARES || word == WORD_OPERATES
                             ? PARAMETER_NONE
                             : script_words_parameter(state->token.text, state->token.size);
    if (word == WORD_OPERATES && command->kind == COMMAND_WHERE) { /* ? A -eq 1 -and B -eq 2 */
        command->parameter = PARAMETER_POSITION;
        command->positions = 0;
    }
    state_next(state);
    if (command->parameter == PARAMETER_SWITCH)
        command->parameter = PARAMETER_POSITION;
}

static bool ends_command(const struct script_state *state) {
    switch (state->token.kind) {
    case TOKEN_END:
    case TOKEN_LINE:
    case TOKEN_HOLE_END:
        return true;
    case TOKEN_SIGN:
        return state->token.sign == ';' || state->token.sign == '|' || state->token.sign == ')' ||
               state->token.sign == '}' || state->token.sign == ']' ||
               state->token.sign == SIGN('|', '|') || state->token.sign == SIGN('&', '&');
    default:
        return false;
    }
}

static void read_arguments(struct script_state *state, struct script_command *command) {
    while (!ends_command(state)) {
        if (state->token.kind == TOKEN_PARAMETER) {
            read_parameter(state, command);
            continue;
        }
        if (state_is_sign(state, ',')) {
            state_next(state);
            state_skip_lines(state);
            continue;
        }
        const char *at = state->token.text;
        enum script_token_kind kind = state->token.kind;
        if (parse_starts_operand(state))
            read_argument(state, command);
        if (state->token.text == at && state->token.kind == kind) {
            state_next(state);
            continue;
        }
        if (!state_is_sign(state, ',')) { /* else the next one is the same parameter's */
            command->parameter = PARAMETER_POSITION;
            command->compares = false;
        }
    }
}

/* --- What it yields --- */

/* Invoke-CimMethod: what the method gives back. */
static struct script_value invoke_result(const struct script_state *state,
                                         const struct script_command *command,
                                         struct script_value on) {
    struct text method = command->method;
    uint32_t member = REPORT_NONE;
    if (value_is_class(on) && method.text)
        member = found_find_member(state->found, on.of, method.text, method.size);
    return member == REPORT_NONE ? value_other()
                                 : (struct script_value){.of = VALUE_RESULTS + member};
}

static struct script_value result_of(struct script_state *state, struct script_command *command) {
    struct script_value on = command_works_on(command);
    on.flags &= (uint16_t)~VALUE_TEXT;
    on.owner = 0;
    switch (command->kind) {
    case COMMAND_GET:
    case COMMAND_SET:
        return on.of == VALUE_OTHER ? value_other() : on;
    case COMMAND_RELATED:
        if (command->result.of == VALUE_UNKNOWN && command->association < VALUE_CLASSES &&
            value_is_class(command->related))
            return value_class(
                association_end(state->found, command->association, command->related.of), 0);
        command->result.flags &= (uint16_t)~VALUE_TEXT;
        return command->result;
    case COMMAND_SELECT:
    case COMMAND_WHERE:
        return command->input;
    case COMMAND_EACH:
    case COMMAND_RUN:
        if (!command->blocks && value_is_class(on)) /* Receive-Job $job */
            return on;
        return command->blocks ? command->result : command->input;
    case COMMAND_NEW_OBJECT:
        return value_is_class(command->on) || command->instance ? on : value_other();
    case COMMAND_INVOKE:
        return invoke_result(state, command, on);
    case WORD_FUNCTION:
    case WORD_NONE:
        if (value_is_class(command->on) && command->on.flags & VALUE_TEXT)
            return on;
        if (command->kind == WORD_FUNCTION) {
            struct script_name *function = names_function(state->names, command->name);
            return function ? names_result(state->names, function) : value_unknown();
        }
        return value_other();
    default:
        return value_other();
    }
}

/* The namespace of what stands in a command: its own; else WMI's usual one, where it says the class
** itself. */
static void say_space(struct script_state *state, struct script_command *command, size_t row,
                      uint32_t here) {
    bool asks = command->kind == COMMAND_GET || command->kind == COMMAND_SET ||
                command->kind == COMMAND_INVOKE;
    bool says = value_is_class(command->on) && command->on.flags & VALUE_TEXT;
    if (!command->space && asks && says && !command->splatted && !command->on.space)
        command->space = space_default(&state->found->spaces);
    if (command->space)
        found_say(state->found, row, here, command->space);
}

static struct script_value read_command(struct script_state *state,
                                        struct script_command *command) {
    struct script_command *outer = state->command;
    struct script_call *call = state->call;
    bool muted = state->muted;
    state->command = command;
    state->call = NULL;
    state->muted = command->kind == COMMAND_PRINT;
    size_t row = state->found->rows.count;
    uint32_t here = state->found->spaces.here;
    read_arguments(state, command);
    state->command = outer;
    state->call = call;
    state->muted = muted;
    struct script_value on = command_works_on(command);
    owner_own(state->found, command->owner, on.of);
    owner_own(state->found, command->table, on.of);
    say_space(state, command, row, here);
    struct script_value value = result_of(state, command);
    if (value_is_class(value) && !value.space)
        value.space = (uint8_t)command->space;
    return value;
}

struct script_value parse_command(struct script_state *state, struct script_value input) {
    struct script_command command = {
        .name = state_text(state),
        .parameter = PARAMETER_POSITION,
        .on = value_unknown(),
        .result = value_unknown(),
        .input = input,
        .related = input,
        .association = VALUE_UNKNOWN,
    };
    enum script_word word = state_word(state);
    if (word == WORD_FOR)
        word = COMMAND_EACH;
    if (state->token.kind == TOKEN_SIGN)
        word = state->token.sign == '%' ? COMMAND_EACH : COMMAND_WHERE;
    command.kind = word >= COMMAND_GET && word <= COMMAND_RUN ? word : WORD_NONE;
    if (names_function(state->names, command.name))
        command.kind = WORD_FUNCTION;
    else if (word == WORD_NONE)
        names_miss(state->names, command.name);
    uint32_t class_index = found_find_class(state->found, command.name.text, command.name.size);
    if (class_index != VALUE_UNKNOWN)
        found_add_class(state->found, command.name.text, command.name.size, class_index);
    state_next(state);
    return read_command(state, &command);
}
