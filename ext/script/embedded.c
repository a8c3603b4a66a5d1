/* Scripts that stand in texts: PowerShell in a string, fences of Markdown, commands of cmd.exe. */
#include "script/parse.h"

#include "base/memory.h"

enum { EMBEDDED_MAX = 2 }; /* scripts in strings of scripts in strings */

/* What only a script of PowerShell begins a command with. */
static bool is_command(const char *at, const char *end) {
    static const char *const commands[] = {
        "get-ciminstance",
        "get-wmiobject",
        "get-cimassociatedinstance",
        "get-cimclass",
        "invoke-cimmethod",
        "invoke-wmimethod",
        "set-ciminstance",
        "set-wmiinstance",
        "gwmi ",
        "gcim ",
        "icim ",
        "remove-ciminstance",
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (text_starts(at, (size_t)(end - at), commands[i]))
            return true;
    return false;
}

/* May a command begin behind that, or is it prose? */
static bool may_begin(const char *text, const char *at) {
    while (at > text && is_blank(at[-1]))
        at--;
    if (at == text || strchr("|({=;&,\"'`\n>", at[-1]))
        return true;
    const char *word = at;
    while (word > text && !is_blank(word[-1]))
        word--;
    return text_is(word, (size_t)(at - word), "-command") ||
           text_is(word, (size_t)(at - word), "-c") || text_is(word, (size_t)(at - word), "in");
}

static bool holds_powershell(const char *text, size_t size) {
    const char *end = text + size;
    if (size < 6)
        return false;
    for (const char *at = text; at < end; at++) {
        bool begins = at == text || !script_is_word(at[-1]);
        if (begins && strchr("gisrGISR", *at) && is_command(at, end) && may_begin(text, at))
            return true;
    }
    return false;
}

static bool holds_wmic(const char *text, size_t size) {
    while (size && is_blank(*text)) {
        text++;
        size--;
    }
    return text_starts(text, size, "wmic ") || text_starts(text, size, "wmic.exe ");
}

static struct script_value read_all(struct script_state *state) {
    struct script_value value = value_unknown();
    while (state->token.kind != TOKEN_END) {
        const char *at = state->token.text;
        value = parse_statements(state);
        if (state->token.text == at)
            state_next(state);
    }
    return value;
}

bool parse_embedded(struct script_state *state, const char *text, size_t size) {
    enum script_language language = holds_wmic(text, size)         ? SCRIPT_COMMANDS
                                    : holds_powershell(text, size) ? SCRIPT_POWERSHELL
                                                                   : SCRIPT_LANGUAGES;
    if (language == SCRIPT_LANGUAGES || state->nesting == EMBEDDED_MAX)
        return false;
    struct script_state *inner = memory_alloc(sizeof *inner);
    if (!inner) {
        state->found->failed = true;
        return true;
    }
    state_start(inner, state->found, state->names, language, text, size);
    inner->lexer.quoted = true;
    inner->nesting = state->nesting + 1;
    inner->scope = (uint32_t)(state->token.text - state->lexer.start) + 1;
    read_all(inner);
    memory_free(inner);
    return true;
}

bool parse_script(struct script_found *found, struct script_names *names,
                  enum script_language language, const char *text, size_t size) {
    struct script_state state;
    state_start(&state, found, names, language, text, size);
    read_all(&state);
    return !found->failed && !names->failed;
}
