/*
** Texts. Most are nothing to us. One counts if it is a query, a condition, a path, the name of a
** class, or names a member: mo["Name"], InvokeMethod("RequestStateChange", …), -Property 'Name'.
** Messages and what is compared do not count.
*/
#include "script/parse.h"
#include "script/within.h"

enum { NAME_SIZE_MAX = 256 }; /* of a text that names members */

/* --- Names of members --- */

/* May a text here name a member, in a call of that kind? */
bool parse_names_in_call(const struct script_state *state, const struct script_call *call) {
    bool first = call->position == 0 && !call->keyword.text;
    if (call->index)
        return first;
    switch (call->word) {
    case CALL_MEMBER: /* CimSession's: InvokeMethod(instance, "…") */
        return first ||
               (call->position <= 2 &&
                (value_is_class(call->given) || value_is_class(call->texts))) ||
               (state_in(state, IN_CPP) && call->position == 1);
    case CALL_ITEM:
        return first;
    case CALL_ATTRIBUTE:
        return call->position == 1;
    default:
        return false;
    }
}

static struct script_value receiver_of(const struct script_state *state,
                                       const struct script_call *call) {
    if (state_in(state, IN_CPP) && call->receiver.of == VALUE_UNKNOWN &&
        !(call->position && value_is_class(call->texts))) /* objects come out of arguments */
        return value_class(state->queried, 0);
    if (call->position && value_is_class(call->given))
        return call->given;
    if (call->position && value_is_class(call->texts))
        return call->texts;
    return call->receiver;
}

/* Python: c.Msvm_ComputerSystem(["Name", "ElementName"]) */
static bool is_selected(const struct script_call *call) {
    return call->constructs && !call->keyword.text;
}

/* A member of the class that another argument or the receiver says, spelt as the report does:
** Api.Call(query, "AddKvpItems"), GetText(vm, "ElementName"). */
static bool is_spelt_member(const struct script_state *state, const struct script_call *call,
                            struct text text) {
    struct script_value receiver = value_is_class(call->texts)   ? call->texts
                                   : value_is_class(call->given) ? call->given
                                                                 : call->receiver;
    if (!value_is_class(receiver) || !text.size || call->word >= CALL_MEMBER)
        return false;
    uint32_t member = found_find_member(state->found, receiver.of, text.text, text.size);
    if (member == REPORT_NONE)
        return false;
    const char *name =
        report_text(state->found->report, report_definition(state->found->report, member).text);
    return memcmp(name, text.text, text.size) == 0;
}

static void name_member(struct script_state *state, struct script_call *call, struct text text,
                        struct script_value receiver) {
    call->named = true;
    if (value_is_result(receiver)) {
        call->given = result_named(state->found, receiver, text);
        return;
    }
    uint32_t owner = 0;
    if (value_is_table(receiver)) {
        owner = receiver.owner;
        receiver = (struct script_value){.of = VALUE_PENDING};
    }
    if (call->variable.text && receiver.of == VALUE_UNKNOWN) {
        uint32_t of = found_teller(state->found, text.text, text.size);
        if (of != VALUE_UNKNOWN)
            names_hint(state->names, call->variable, call->scope, of);
    }
    call->member = found_add_member(state->found, text.text, text.size, receiver, owner, 0);
}

/* True if the text names a member of what the call is done to. */
static bool read_in_call(struct script_state *state, struct text text) {
    struct script_call *call = state->call;
    if (!call || !state->token.last)
        return false;
    struct script_value receiver = receiver_of(state, call);
    if (script_words_find(&state->words, text.text, text.size) == WORD_TARGET) {
        call->named = true; /* e.NewEvent["TargetInstance"] */
        call->target = true;
        return true;
    }
    bool index = call->index && !state_in(state, IN_CS | IN_VBS) && !value_is_class(receiver) &&
                 !value_is_result(receiver) && !value_is_table(receiver) && call->word != CALL_ITEM;
    bool path = call->word == CALL_MEMBER && /* ExecMethod("Win32_Share", "Create", parameters) */
                found_find_class(state->found, text.text, text.size) != VALUE_UNKNOWN;
    if (parse_names_in_call(state, call) && !index && !path) {
        if (call->word == CALL_ATTRIBUTE &&
            found_find_class(state->found, text.text, text.size) != VALUE_UNKNOWN)
            return false;
        name_member(state, call, text, receiver);
        return true;
    }
    if (call->association < VALUE_CLASSES && /* a role */
        found_find_member(state->found, call->association, text.text, text.size) != REPORT_NONE) {
        found_add_member(state->found, text.text, text.size, value_class(call->association, 0), 0,
                         0);
        return true;
    }
    if (is_selected(call)) {
        found_add_member(state->found, text.text, text.size, call->receiver, 0, 0);
        return true;
    }
    if (is_spelt_member(state, call, text)) {
        struct script_value on = value_is_class(call->texts)   ? call->texts
                                 : value_is_class(call->given) ? call->given
                                                               : call->receiver;
        name_member(state, call, text, on);
        return true;
    }
    return false;
}

/* --- Queries --- */

struct script_value parse_query_end(struct script_state *state, struct script_wql *wql,
                                    struct script_value value) {
    if (wql->state == WQL_NOTHING)
        return value;
    bool query = wql->owns;
    uint32_t yields = script_wql_end(wql);
    if (query && yields != VALUE_UNKNOWN)
        state->queried = yields;
    if (wql->event && yields != VALUE_UNKNOWN)
        state->target = yields;
    if (query && yields == VALUE_UNKNOWN && value_is_class(value)) /* "SELECT * FROM %s" % name */
        return value;
    return query ? value_class(yields, VALUE_TEXT) : value_merge(value, value_other());
}

static void start_query(struct script_state *state, struct text text) {
    if (state->wql->state != WQL_NOTHING)
        parse_query_end(state, state->wql, value_unknown());
    script_wql_start(state->wql, state->found);
    script_wql_read(state->wql, text.text, text.size);
}

/* A condition belongs to the command, or goes on with a query that stands before it. */
static void start_condition(struct script_state *state, struct text text, uint32_t of,
                            uint32_t owner) {
    if (state->wql->state != WQL_NOTHING)
        parse_query_end(state, state->wql, value_unknown());
    script_wql_start_condition(state->wql, state->found, of, owner);
    script_wql_read(state->wql, text.text, text.size);
}

/* What stands behind WHERE in a query for events, in a text of its own. */
static void start_event(struct script_state *state, struct text text) {
    if (state->wql->state != WQL_NOTHING)
        parse_query_end(state, state->wql, value_unknown());
    script_wql_start_event(state->wql, state->found);
    script_wql_read(state->wql, text.text, text.size);
}

static void start_filter(struct script_state *state, struct script_command *command,
                         struct text text) {
    uint32_t of = command->on.of;
    if (of == VALUE_UNKNOWN) {
        if (!command->owner)
            command->owner = owner_new(state->found);
        of = VALUE_PENDING;
    }
    start_condition(state, text, of, command->owner);
}

static uint32_t class_before(const struct script_state *state) {
    const struct script_call *call = state->call;
    if (call && value_is_class(call->texts))
        return call->texts.of;
    if (call && value_is_class(call->given))
        return call->given.of;
    return value_is_class(state->joined) ? state->joined.of : VALUE_UNKNOWN;
}

/* --- Classes --- */

/* Does it look like a class's name, though the report knows none of it? */
static bool is_class_like(struct text text) {
    static const char *const prefixes[] = {"win32_", "msvm_", "msft_", "cim_",
                                           "msacpi", "wmi",   "ms_",   "__"};
    for (size_t i = 0; i < text.size; i++)
        if (!script_is_word(text.text[i]))
            return false;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (text_starts(text, prefixes[i]))
            return true;
    return false;
}

static struct script_value read_path(struct script_state *state, struct text text) {
    uint32_t space = space_find(&state->found->spaces, text);
    if (space)
        state->found->spaces.here = space;
    uint32_t class_index = script_wql_path(state->found, text.text, text.size);
    if (class_index != VALUE_UNKNOWN)
        return value_class(class_index, VALUE_TEXT);
    struct script_value value = value_other();
    const char *colon = text.size ? text.text + text.size : NULL;
    while (colon && colon > text.text && colon[-1] != ':')
        colon--;
    struct text name = {colon, colon ? (size_t)(text.text + text.size - colon) : 0};
    if (name.size && is_class_like(name))
        value.flags = VALUE_TEXT;
    return value;
}

/* --- Texts --- */

/* CreateObject("WbemScripting.SWbemLocator") may give instances, other objects do not. */
static struct script_value read_created(struct text text) {
    return text_starts(text, "wbem") ? value_unknown() : value_other();
}

/* A text as an argument of a command. True if its parameter says what it is. */
static bool read_argument(struct script_state *state, struct text text) {
    struct script_command *command = state->command;
    if (!command)
        return false;
    if (command->parameter == PARAMETER_FILTER) {
        start_filter(state, command, text);
        return true;
    }
    if (!command_names(command) || !state->token.last ||
        found_find_class(state->found, text.text, text.size) != VALUE_UNKNOWN)
        return false;
    command_name(state, command, text);
    return true;
}

/* A condition: of what stands before it, or of what it is given to. */
static struct script_value read_condition(struct script_state *state, struct text text,
                                          uint32_t of) {
    struct script_value value = value_other();
    if (of == VALUE_UNKNOWN && !value_is_table(state->joined)) {
        value.owner = owner_new(state->found);
        value.flags = VALUE_NAMES;
        of = VALUE_PENDING;
    }
    start_condition(state, text, of, value.owner);
    return value;
}

/* A text that is spelt as a member is: it may be used as its name, or as the condition of a query.
*/
static struct script_value read_names(struct script_state *state, struct text text) {
    struct script_value value = value_other();
    if (!state->token.last || text.size > NAME_SIZE_MAX)
        return value;
    if (script_wql_compares(text.text, text.size, 0))
        return read_condition(state, text, VALUE_UNKNOWN);
    if (!text.size || text.text[0] < 'A' || text.text[0] > 'Z')
        return value;
    for (size_t i = 0; i < text.size; i++)
        if (!script_is_word(text.text[i]))
            return value;
    uint32_t name = report_find_name(state->found->report, text);
    if (name == REPORT_NONE || !report_name(state->found->report, name).bearer_count)
        return value;
    value.owner = owner_new(state->found);
    value.flags = VALUE_NAMES;
    found_add_member(state->found, text.text, text.size, (struct script_value){.of = VALUE_PENDING},
                     value.owner, 0);
    return value;
}

/* The first piece of a text. */
static struct script_value read_first(struct script_state *state, struct text text) {
    bool joins = state->joins && state->wql->state != WQL_NOTHING;
    if (joins) {
        script_wql_read(state->wql, text.text, text.size);
        return value_other();
    }
    if (state->muted || state->compared || (state->command && state->command->compares))
        return value_other();
    if (state->call && state->call->word == CALL_CREATE)
        return read_created(text);
    if (read_in_call(state, text))
        return value_other();
    if (state->wmic.active && state->depth >= state->wmic.depth) {
        parse_wmic_argument(state, text);
        return value_other();
    }
    if (text_is(text, "wmic") || text_is(text, "wmic.exe")) {
        state->wmic = (struct script_wmic){.active = true, .depth = state->depth};
        return value_other();
    }
    enum script_wql_form form = script_wql_form(text.text, text.size);
    if (form == WQL_QUERY || form == WQL_EVENT) {
        form == WQL_QUERY ? start_query(state, text) : start_event(state, text);
        return value_other();
    }
    if (read_argument(state, text))
        return value_other();
    bool queried = state->call && state->call->word == CALL_CLASS && state->call->position &&
                   script_wql_compares(text.text, text.size, 0);
    if (form == WQL_CONDITION || queried)
        return read_condition(state, text, class_before(state));
    if (state->token.last && parse_embedded(state, text.text, text.size))
        return value_other();
    struct script_value value = read_path(state, text);
    return value.of == VALUE_OTHER && !value.flags ? read_names(state, text) : value;
}

/* Code inside a text. */
static void read_hole(struct script_state *state) {
    struct script_call *call = state->call;
    struct script_command *command = state->command;
    bool muted = state->muted;
    unsigned opened[3];
    memcpy(opened, state->opened, sizeof opened);
    memset(state->opened, 0, sizeof opened);
    state->call = NULL;
    state->command = NULL;
    state->muted = false;
    if (state->wql->state != WQL_NOTHING)
        script_wql_gap(state->wql);
    state_next(state);
    while (state->token.kind != TOKEN_HOLE_END && state->token.kind != TOKEN_END) {
        const char *at = state->token.text;
        if (state_in(state, IN_PS))
            parse_statements(state);
        else
            parse_expression(state, NULL);
        if (state->token.text == at && state->token.kind != TOKEN_HOLE_END)
            state_next(state);
    }
    memcpy(state->opened, opened, sizeof opened);
    state->call = call;
    state->command = command;
    state->muted = muted;
}

/* A script in a text with code in it: what stands between the pieces is read as the script's. */
static bool read_whole(struct script_state *state, struct text text) {
    const char *begins, *end = text.text;
    if (state->token.last || state->muted || state->compared ||
        script_language_within(text.text, text.size, &begins) == SCRIPT_LANGUAGES)
        return false;
    for (unsigned holes = 0; state->token.kind != TOKEN_END; state_next(state)) {
        holes += state->token.kind == TOKEN_HOLE;
        holes -= state->token.kind == TOKEN_HOLE_END && holes;
        if (holes || state->token.kind != TOKEN_TEXT)
            continue;
        end = state->token.text + state->token.size;
        if (state->token.last)
            break;
    }
    parse_embedded(state, text.text, (size_t)(end - text.text));
    state_next(state);
    return true;
}

struct script_value parse_literal(struct script_state *state) {
    struct script_value value = value_other();
    unsigned depth = state->depth;
    bool first = true;
    if (read_whole(state, state_text(state)))
        return value;
    for (;;) {
        struct text text = state_text(state);
        bool last = state->token.last;
        if (first)
            value = read_first(state, text);
        else if (state->wql->state != WQL_NOTHING)
            script_wql_read(state->wql, text.text, text.size);
        else if (!state->muted && value.of == VALUE_OTHER)
            value = value_merge(read_path(state, text), value);
        first = false;
        state_next(state);
        if (last || state->token.kind != TOKEN_HOLE)
            break;
        state->depth = depth < SCRIPT_DEPTH_MAX ? depth + 1 : depth;
        read_hole(state);
        state->depth = depth;
        if (state->token.kind == TOKEN_HOLE_END)
            state_next(state);
        if (state->token.kind != TOKEN_TEXT || state->token.first)
            break;
    }
    return value;
}
