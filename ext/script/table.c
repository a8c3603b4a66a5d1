/*
** PowerShell's tables, @{ Name = value }, and [types]. A table's keys may be names of members, of
** the class of the command that it is given to; and a table may hold the arguments of a command.
*/
#include "script/parse.h"

/* Are the keys of a table members of what the command works on? -Property @{…} of the commands that
** set something, and what Set-WmiInstance calls -Arguments. */
static bool keys_are_members(const struct script_command *command) {
    return command && command->kind == COMMAND_SET &&
           (command->parameter == PARAMETER_PROPERTY || command->parameter == PARAMETER_ARGUMENTS ||
            command->parameter == PARAMETER_POSITION);
}

struct table {
    struct script_command splat; /* what it is if it is splatted to a command */
    uint32_t owner;              /* of its keys */
};

static void read_key(struct script_state *state, struct script_command *outer,
                     struct table *table) {
    struct text key = state_text(state);
    bool named = state->token.kind == TOKEN_WORD || state->token.kind == TOKEN_TEXT;
    state_next(state);
    if (!named)
        return;
    table->splat.parameter = script_words_parameter(key.text, key.size);
    if (keys_are_members(outer)) {
        command_name(state, outer, key);
        return;
    }
    if (!table->owner)
        table->owner = owner_new(state->found);
    found_add_member(state->found, key.text, key.size, (struct script_value){.of = VALUE_PENDING},
                     table->owner, 0);
}

static void read_value(struct script_state *state, struct table *table) {
    state->command = &table->splat;
    state_skip_lines(state);
    struct script_value value = value_unknown();
    bool direct = table->splat.parameter != PARAMETER_NONE && state->token.kind == TOKEN_TEXT;
    if (parse_is_command(state) || !direct)
        state->command = NULL;
    if (direct)
        value = parse_list(state);
    else
        value = parse_assignment(state);
    state->command = NULL;
    if (value_is_names(value) && (table->splat.parameter == PARAMETER_PROPERTY ||
                                  table->splat.parameter == PARAMETER_FILTER)) {
        if (!table->splat.owner)
            table->splat.owner = owner_new(state->found);
        owner_join(state->found, table->splat.owner, value.owner);
    }
    bool says = table->splat.parameter == PARAMETER_CLASS ||
                table->splat.parameter == PARAMETER_OBJECT ||
                table->splat.parameter == PARAMETER_RESULT;
    if (says && (value_is_class(value) || value.flags & VALUE_TEXT))
        table->splat.on = value;
}

struct script_value parse_table(struct script_state *state) {
    struct script_command *outer = state->command;
    struct script_call *call = state->call;
    struct script_wql *wql = state->wql;
    bool muted = state->muted;
    struct table table = {.splat = {.on = value_unknown(),
                                    .input = value_unknown(),
                                    .related = value_unknown(),
                                    .association = VALUE_UNKNOWN}};
    table.splat.kind = COMMAND_GET;
    state->call = NULL;
    state->command = NULL;
    state->muted = false;
    if (state_enter(state, '{')) {
        while (!state_at_end(state)) {
            const char *at = state->token.text;
            if (parse_starts_operand(state) || state->token.kind == TOKEN_VARIABLE)
                read_key(state, outer, &table);
            if (state_accept(state, '='))
                read_value(state, &table);
            while (state->token.kind == TOKEN_LINE || state_is_sign(state, ';'))
                state_next(state);
            if (state->token.text == at)
                state_next(state);
        }
        state_leave(state, '{');
    }
    owner_own(state->found, table.splat.owner,
              value_is_class(table.splat.on) ? table.splat.on.of : VALUE_OTHER);
    state->command = outer;
    state->call = call;
    state->wql = wql;
    state->muted = muted;
    struct script_value value = table.splat.on;
    if (value.of == VALUE_UNKNOWN)
        value = value_other();
    value.owner = table.owner;
    return value;
}

/* --- Types --- */

/* Does a cast to that type leave what it is done to an instance? */
static bool keeps_instance(struct text type) {
    static const char *const types[] = {"wmi",   "wmiclass", "wmisearcher", "ciminstance",
                                        "array", "object",   "psobject",    "cimclass",
                                        "void",  "string",   "arraylist",   "list"};
    if (text_starts(type, "management"))
        return true;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_is(type, types[i]))
            return true;
    return false;
}

void parse_type(struct script_state *state, struct script_operand *operand) {
    struct text type = {0};
    operand->value = value_other();
    state_next(state);
    for (unsigned open = 1; open && state->token.kind != TOKEN_END &&
                            state->token.kind != TOKEN_HOLE_END &&
                            state->token.kind != TOKEN_HOLE;) {
        if (state->token.kind == TOKEN_WORD)
            type = state_text(state);
        if (state_is_sign(state, '[') || state_is_sign(state, '('))
            open++;
        else if ((state_is_sign(state, ']') || state_is_sign(state, ')')) && open)
            open--;
        state_next(state);
    }
    if (state_is_sign(state, SIGN(':', ':')))
        return;
    if (!parse_starts_operand(state) || state_is_sign(state, '{') || state->token.lined ||
        state->token.kind == TOKEN_WORD || state->depth == SCRIPT_DEPTH_MAX)
        return;
    state->depth++;
    parse_operand(state, operand);
    state->depth--;
    if (!type.text || !keeps_instance(type)) {
        if (!(operand->value.flags & VALUE_TEXT))
            operand->value = value_other();
    } else if (text_starts(type, "wmi") && value_is_class(operand->value)) {
        operand->value.flags &= (uint16_t)~VALUE_TEXT;
    }
}
