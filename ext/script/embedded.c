/* Scripts that stand in texts: PowerShell in a string, fences of Markdown, commands of cmd.exe. */
#include "script/parse.h"

#include "base/memory.h"
#include "script/within.h"

enum { EMBEDDED_MAX = 2 }; /* scripts in strings of scripts in strings */

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
    const char *begins, *end = text + size;
    enum script_language language = script_language_within(text, size, &begins);
    if (language == SCRIPT_LANGUAGES || state->nesting == EMBEDDED_MAX)
        return false;
    struct script_state *inner = memory_alloc(sizeof *inner);
    if (!inner) {
        state->found->failed = true;
        return true;
    }
    state_start(inner, state->found, state->names, language, begins, (size_t)(end - begins));
    inner->lexer.quoted = true;
    inner->nesting = state->nesting + 1;
    inner->scope = (uint32_t)(state->token.text - state->lexer.start) + 1;
    read_all(inner);
    memory_free(inner);
    return true;
}

bool parse_script(struct script_found *found, struct script_names *names,
                  enum script_language language, const char *text, size_t size, bool quoted) {
    struct script_state state;
    state_start(&state, found, names, language, text, size);
    state.lexer.quoted = quoted;
    read_all(&state);
    return !found->failed && !names->failed;
}
