/* Calls: their arguments, and what they yield. */
#include "script/association.h"
#include "script/parse.h"

/* --- Arguments --- */

/* A lambda's or a keyword's name may stand before the argument: Name=…, name: … */
static void read_keyword(struct script_state *state, struct script_call *call) {
    call->keyword = (struct text){0};
    if (state->token.kind != TOKEN_WORD)
        return;
    char next = script_lexer_peek(&state->lexer);
    bool equals = next == '=' && state_in(state, IN_PY);
    bool colon = next == ':' && state_in(state, IN_CS);
    if (!equals && !colon)
        return;
    struct script_lexer *lexer = &state->lexer;
    const char *at = lexer->at;
    while (at < lexer->end && *at != next)
        at++;
    if (lexer->end - at > 1 && (at[1] == '=' || at[1] == ':'))
        return; /* a == b, a::b */
    call->keyword = state_text(state);
    state_next(state);
    state_next(state);
    if (call->constructs)
        found_add_member(state->found, call->keyword.text, call->keyword.size, call->receiver, 0,
                         0);
}

/* Is the argument an association, by which a call finds what it yields? */
static bool is_association(const struct script_state *state, const struct script_call *call) {
    if (call->keyword.text)
        return text_is(call->keyword, "wmi_association_class");
    if (call->word == CALL_ASSOCIATORS) /* Associators_("association", "result") */
        return call->position == 0 && state_in(state, IN_VBS | IN_JS | IN_PY);
    /* GetRelated("result", "association", …) */
    return call->word == CALL_RELATED && call->position == 1 && text_is(call->name, "getrelated");
}

void parse_pass(struct script_state *state, struct text name, unsigned position,
                struct text keyword, struct script_value value) {
    if (!value_is_class(value) && !value_is_result(value) && !value_is_names(value))
        return;
    struct script_name *function = names_function(state->names, name);
    struct script_name *parameter =
        function ? names_parameter(state->names, function, position, keyword) : NULL;
    if (!parameter)
        return;
    names_pass(state->names, parameter, value);
    if (!value_is_names(value) || value.flags & VALUE_GIVEN)
        return;
    if (parameter->owned_in != state->names->reading) {
        parameter->owner = owner_new(state->found);
        parameter->owned_in = state->names->reading;
    }
    owner_join(state->found, parameter->owner, value.owner);
}

/* A text of names, or one that the variable holds, as an argument: mo[name], InvokeMethod(name),
** CreateQuery(&rows, condition). */
static void use_names(struct script_state *state, const struct script_call *call,
                      struct script_value value) {
    struct script_value on = call->receiver;
    if (!parse_names_in_call(state, call)) {
        if (call->index || call->word != CALL_CLASS)
            return;
        on = value_is_class(call->texts) ? call->texts : call->given;
    } else if (call->position && value_is_class(call->given)) {
        on = call->given;
    }
    owner_use(state->found, value.owner, on.of);
}

static void take_argument(struct script_state *state, struct script_call *call,
                          struct script_value value) {
    if (is_association(state, call)) {
        call->association = value_is_class(value) ? value.of : VALUE_UNKNOWN;
        return;
    }
    if (value_is_names(value) && !call->names.owner)
        call->names = value;
    bool says = value_is_class(value) || value.of == VALUE_OTHER;
    if (value.flags & VALUE_TEXT && says) {
        if (!value_is_class(call->texts))
            call->texts = value;
        else if (call->word == CALL_FIRST && value_is_class(value) && !call->texts.also)
            call->texts.also = value.of + 1; /* Array("Msvm_A", "Msvm_B") */
    } else if (value_is_class(value) && !value_is_class(call->given)) {
        call->given = value;
    }
    if (value_is_class(value) && call->lambda && !(value.flags & VALUE_TEXT)) {
        found_rebind(state->found, call->lambda_row, call->lambda, value.of);
        call->lambda = 0;
    }
    if (value_is_names(value))
        use_names(state, call, value);
    if (!call->index)
        parse_pass(state, call->name, call->position, call->keyword, value);
}

void parse_argument(struct script_state *state, struct script_call *call) {
    struct script_call *outer = state->call;
    struct script_command *command = state->command;
    state->command = NULL;
    read_keyword(state, call);
    bool out = state_is_sign(state, '&') && state_in(state, IN_CPP | IN_GO);
    /* C++: what stands in bstr_t("…") is an argument of the call around it. */
    bool covers = call->word == CALL_FORMAT && state_in(state, IN_CPP) && outer;
    state->call = covers ? outer : call;
    struct script_operand first;
    struct script_value value = parse_expression(state, &first);
    state->call = outer;
    state->command = command;
    if (out && first.variable.text && call->out_count < sizeof call->outs / sizeof *call->outs)
        call->outs[call->out_count++] = first.variable;
    take_argument(state, call, value);
    if (call->word == CALL_COPY && !call->position && first.variable.text)
        parse_bind(state, &first, call->receiver);
    call->position++;
}

void parse_outs(struct script_state *state, const struct script_call *call,
                struct script_value value) {
    if (value.of == VALUE_UNKNOWN)
        return;
    value.flags &= (uint16_t)~VALUE_TEXT;
    if (value_is_class(value) && state_in(state, IN_GO))
        value.flags |= VALUE_TYPED;
    for (unsigned i = 0; i < call->out_count; i++) {
        names_set(state->names, call->outs[i], state->scope, value);
        struct script_name *name =
            names_find(state->names, call->outs[i], state->scope, NAME_VARIABLE);
        if (name && name->type.text && value_is_class(value))
            names_set(state->names, name->type, SCOPE_TEXT, value);
    }
}

void parse_added(struct script_state *state, const struct script_call *call) {
    if (call->word != CALL_ADD || !call->variable.text || !value_is_class(call->given))
        return;
    struct script_operand list = {.variable = call->variable, .scope = call->scope};
    struct script_value held = call->receiver;
    if (!value_is_class(held))
        held = call->given;
    else if (held.of != call->given.of && !held.also)
        held.also = call->given.of + 1;
    parse_bind(state, &list, held);
}

/* Are texts among the arguments messages? */
static bool mutes(struct script_state *state, const struct script_call *call) {
    bool instance = value_is_class(call->receiver) && !(call->receiver.flags & VALUE_TEXT);
    if (call->index)
        return false;
    if (call->word >= CALL_MEMBER)
        return call->word == CALL_PRINT;
    return state->muted && !instance && !names_function(state->names, call->name);
}

void parse_arguments(struct script_state *state, struct script_call *call, char bracket) {
    bool muted = state->muted;
    struct script_value item = state->item;
    if (state_in(state, IN_PS) && value_is_class(call->receiver))
        state->item = call->receiver; /* $vms.Where({ $_.Name }) */
    call->texts = call->given = call->names = value_unknown();
    call->association = VALUE_UNKNOWN;
    state->muted = mutes(state, call);
    if (state_enter(state, bracket)) {
        while (!state_at_end(state)) {
            const char *at = state->token.text;
            state_skip_lines(state);
            if (state_at_end(state))
                break;
            parse_argument(state, call);
            if (state->token.text == at || (!state_is_sign(state, ',') && !state_at_end(state)))
                state_next(state);
            else
                state_accept(state, ',');
        }
        state_leave(state, bracket);
    }
    state->item = item;
    state->muted = muted;
}

/* --- What a call yields --- */

static struct script_value instance_of(struct script_value value) {
    value.flags &= (uint16_t)~VALUE_TEXT;
    return value;
}

static bool is_method(const struct script_state *state, uint32_t member) {
    const struct report *report = state->found->report;
    const struct report_kind *kind = &report_kinds(report)[report_definition(report, member).kind];
    const char *category = report_text(report, kind->category);
    return category && text_is(text_of(category), "method");
}

/* The result of the member that was called, or that a text names. */
static struct script_value member_result(const struct script_state *state,
                                         const struct script_call *call) {
    if (call->member == REPORT_NONE)
        return call->named && call->word == CALL_ITEM ? value_unknown() : value_other();
    bool runs = text_starts(call->name, "invoke") || text_starts(call->name, "exec") ||
                call->word < CALL_MEMBER;
    if (is_method(state, call->member) && runs && !call->index)
        return (struct script_value){.of = VALUE_RESULTS + call->member};
    return value_other();
}

/* What a call yields that nothing is known of. */
static struct script_value unknown_result(struct script_state *state,
                                          const struct script_call *call) {
    struct script_name *function = call->index ? NULL : names_function(state->names, call->name);
    if (function) {
        struct script_value value = names_result(state->names, function);
        if (function->passes && value.also && value_is_class(call->texts))
            return instance_of(call->texts);
        if (function->passes && value.also && value_is_class(call->given))
            return call->given;
        if (value_is_class(value) || value_is_result(value))
            return value;
        if (function->passes && value_is_class(call->given) && !value_is_class(call->texts))
            return call->given;
        if (!(value_is_class(call->texts)))
            return value;
    } else if (!call->index) {
        names_miss(state->names, call->name);
    }
    if (call->member != REPORT_NONE)
        return member_result(state, call);
    if (value_is_class(call->texts) && !call->constructs)
        return instance_of(call->texts);
    if (call->receiver.flags & VALUE_GIVEN)
        return call->receiver;
    if (value_is_result(call->receiver) && call->index && state_in(state, IN_PY)) {
        struct script_value part = call->receiver;
        part.flags |= VALUE_PART;
        return part;
    }
    if (value_is_class(call->receiver) || value_is_result(call->receiver))
        return call->constructs || call->index ? instance_of(call->receiver) : call->receiver;
    if (call->texts.of == VALUE_OTHER)
        return value_other();
    /* Python: a function of a module may give anything. */
    return call->receiver.of == VALUE_OTHER && !state_in(state, IN_PY) ? value_other()
                                                                       : value_unknown();
}

/* Is that what makes a query for events? */
static bool asks_for_events(struct text name) {
    static const char *const names[] = {"wqleventquery", "eventquery", "managementeventwatcher",
                                        "execnotificationquery"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

/* The class of events that the script asks for, if it is one. */
static void note_event(struct script_state *state, const struct script_call *call) {
    uint32_t of = call->texts.of;
    if (!value_is_class(call->texts) || of == state->target || !asks_for_events(call->name))
        return;
    state->event = state->event == VALUE_UNKNOWN || state->event == of ? of : VALUE_OTHER;
}

struct script_value call_result(struct script_state *state, struct script_call *call) {
    if (call->target)
        return value_class(state->target, 0);
    switch (call->word) {
    case CALL_ATTRIBUTE: /* getattr(connection, "Msvm_ComputerSystem") */
        if (value_is_class(call->texts))
            return call->texts;
        return call->named || !value_is_class(call->given) ? value_other() : call->given;
    case CALL_CREATE:
        return call->texts;
    case CALL_PRINT:
    case CALL_ADD:
    case CALL_COPY:
        return value_other();
    case CALL_MEMBER:
        return member_result(state, call);
    case CALL_ITEM:
        return call->named ? member_result(state, call) : call->receiver;
    case CALL_CLASS:
        note_event(state, call);
        if (call->texts.of != VALUE_UNKNOWN)
            return instance_of(call->texts);
        if (value_is_class(call->receiver))
            return call->receiver;
        if (!call->position && call->receiver.of == VALUE_OTHER)
            return value_other(); /* parameters.SpawnInstance_() */
        return call->given;
    case CALL_RELATED:
    case CALL_ASSOCIATORS:
        if (call->texts.of == VALUE_UNKNOWN && call->association < VALUE_CLASSES &&
            value_is_class(call->receiver))
            return value_class(association_end(state->found, call->association, call->receiver.of),
                               0);
        return instance_of(call->texts);
    case CALL_FORMAT:
        if (call->receiver.flags & (VALUE_TEXT | VALUE_NAMES))
            return call->receiver;
        if (call->texts.of == VALUE_UNKNOWN && value_is_names(call->names))
            return call->names;
        return call->texts.of == VALUE_UNKNOWN ? value_other() : call->texts;
    case CALL_FIRST:
        if (value_is_class(call->receiver))
            return instance_of(call->receiver);
        if (value_is_class(call->given))
            return call->given;
        return unknown_result(state, call);
    default:
        break;
    }
    bool element = value_is_class(call->receiver) && call->member == REPORT_NONE &&
                   state_in(state, IN_PS | IN_PY | IN_JS);
    if (call->index && call->named && element) /* of a table of instances */
        return instance_of(call->receiver);
    if (call->index && call->named)
        return value_is_result(call->receiver) ? call->given : member_result(state, call);
    return unknown_result(state, call);
}
