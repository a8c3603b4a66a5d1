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
        return text_is(call->keyword.text, call->keyword.size, "wmi_association_class");
    if (call->word == CALL_ASSOCIATORS) /* Associators_("association", "result") */
        return call->position == 0 && state_in(state, IN_VBS | IN_JS | IN_PY);
    /* GetRelated("result", "association", …) */
    return call->word == CALL_RELATED && call->position == 1 &&
           text_is(call->name.text, call->name.size, "getrelated");
}

static void take_argument(struct script_state *state, struct script_call *call,
                          struct script_value value) {
    if (is_association(state, call)) {
        call->association = value_is_class(value) ? value.of : VALUE_UNKNOWN;
        return;
    }
    bool says = value_is_class(value) || value.of == VALUE_OTHER;
    if (value.flags & VALUE_TEXT && says) {
        if (!value_is_class(call->texts))
            call->texts = value;
    } else if (value_is_class(value) && !value_is_class(call->given)) {
        call->given = value;
    }
    if (call->index || !(value_is_class(value) || value_is_result(value)))
        return;
    struct script_name *function = names_function(state->names, call->name);
    if (function)
        names_pass(state->names, function, call->position, call->keyword, value);
}

void parse_argument(struct script_state *state, struct script_call *call) {
    struct script_call *outer = state->call;
    struct script_command *command = state->command;
    state->command = NULL;
    read_keyword(state, call);
    state->call = call;
    struct script_operand first;
    struct script_value value = parse_expression(state, &first);
    state->call = outer;
    state->command = command;
    take_argument(state, call, value);
    call->position++;
}

/* Are texts among the arguments messages? */
static bool mutes(const struct script_state *state, const struct script_call *call) {
    if (call->index)
        return false;
    return call->word >= CALL_MEMBER ? call->word == CALL_PRINT : state->muted;
}

void parse_arguments(struct script_state *state, struct script_call *call, char bracket) {
    bool muted = state->muted;
    struct script_value item = state->item;
    if (state_in(state, IN_PS) && value_is_class(call->receiver))
        state->item = call->receiver; /* $vms.Where({ $_.Name }) */
    call->texts = call->given = value_unknown();
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

/* --- What methods give back --- */

/* An out parameter and the class of its instances, where they are not called alike. */
static const struct {
    char parameter[32];
    char class_name[32];
} given_back[] = {
    {"Job", "ConcreteJob"},
    {"ResultingSystem", "ComputerSystem"},
    {"ResultingSnapshot", "VirtualSystemSettingData"},
    {"ResultingSwitch", "VirtualEthernetSwitch"},
    {"ResultingSystemSettingData", "VirtualSystemSettingData"},
    {"PlannedSystem", "PlannedComputerSystem"},
    {"ImportedSystem", "PlannedComputerSystem"},
    {"CreatedStorageJob", "StorageJob"},
};

/* The class whose name is the prefix of that class's name (Msvm_) and this. */
static uint32_t find_sibling(const struct script_found *found, uint32_t class_index,
                             const char *name, size_t size) {
    char sibling[128];
    const char *class_name = found_class_name(found, class_index);
    const char *underscore = strchr(class_name, '_');
    size_t prefix = underscore ? (size_t)(underscore - class_name) + 1 : 0;
    if (!prefix || prefix + size > sizeof sibling)
        return VALUE_UNKNOWN;
    memcpy(sibling, class_name, prefix);
    memcpy(sibling + prefix, name, size);
    return found_find_class(found, sibling, prefix + size);
}

struct script_value call_result_member(const struct script_state *state, struct script_value result,
                                       struct text name) {
    uint32_t member = result.of - VALUE_RESULTS;
    const struct script_found *found = state->found;
    uint32_t class_index = report_member(found->report, member).class_index;
    uint32_t yields = VALUE_UNKNOWN;
    for (size_t i = 0; i < sizeof given_back / sizeof *given_back; i++)
        if (text_is(name.text, name.size, given_back[i].parameter))
            yields = find_sibling(found, class_index, given_back[i].class_name,
                                  strlen(given_back[i].class_name));
    if (yields == VALUE_UNKNOWN)
        yields = find_sibling(found, class_index, name.text, name.size);
    return yields == VALUE_UNKNOWN ? value_other() : value_class(yields, 0);
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
    return category && text_is(category, strlen(category), "method");
}

/* The result of the member that was called, or that a text names. */
static struct script_value member_result(const struct script_state *state,
                                         const struct script_call *call) {
    if (call->member == REPORT_NONE)
        return call->named && call->word == CALL_ITEM ? value_unknown() : value_other();
    bool runs = text_starts(call->name.text, call->name.size, "invoke") ||
                text_starts(call->name.text, call->name.size, "exec") || call->word < CALL_MEMBER;
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
        if (function->passes && value.also && value_is_class(call->given))
            return call->given;
        if (value_is_class(value) || value_is_result(value))
            return value;
        if (function->passes && value_is_class(call->given))
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
    if (value_is_class(call->receiver) || value_is_result(call->receiver))
        return call->constructs || call->index ? instance_of(call->receiver) : call->receiver;
    if (call->texts.of == VALUE_OTHER)
        return value_other();
    return call->receiver.of == VALUE_OTHER ? value_other() : value_unknown();
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
        return value_other();
    case CALL_MEMBER:
        return member_result(state, call);
    case CALL_ITEM:
        return call->named ? member_result(state, call) : call->receiver;
    case CALL_CLASS:
        if (call->texts.of != VALUE_UNKNOWN)
            return instance_of(call->texts);
        if (value_is_class(call->receiver))
            return call->receiver;
        return call->given;
    case CALL_RELATED:
    case CALL_ASSOCIATORS:
        if (call->texts.of == VALUE_UNKNOWN && call->association < VALUE_CLASSES &&
            value_is_class(call->receiver))
            return value_class(association_end(state->found, call->association, call->receiver.of),
                               0);
        return instance_of(call->texts);
    case CALL_FORMAT:
        if (call->receiver.flags & VALUE_TEXT)
            return call->receiver;
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
    if (call->index && call->named)
        return value_is_result(call->receiver) ? call->given : member_result(state, call);
    return unknown_result(state, call);
}
