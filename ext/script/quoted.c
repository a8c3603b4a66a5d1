/*
** How strings begin and end. A prefix (r, f, @, $, L …) and the number of quotes say what may stand
** in one; the language's row says the rest.
*/
#include "script/quoted.h"

#include "base/text.h"
#include "script/character.h"

#include <limits.h>

static char peek(const struct script_lexer *lexer, size_t ahead) {
    return (size_t)(lexer->end - lexer->at) > ahead ? lexer->at[ahead] : 0;
}

/* --- What stands in one --- */

/* How many bytes end the string at `at`, where its quote stands; 0 if it goes on. *skip is what is
** passed over then. */
static size_t closing_size(const struct script_string *string, const char *at, const char *end,
                           size_t *skip) {
    unsigned count = 1;
    *skip = 1;
    while (count < string->quotes && end - at > (ptrdiff_t)count && at[count] == *at)
        count++;
    if (string->here)
        return end - at > 1 && at[1] == '@' && at[-1] == '\n' ? 2 : 0;
    if (count < string->quotes) {
        *skip = count;
        return 0;
    }
    if (string->closing) /* Rust: r#" … "#; C++: R"( … )" */
        return end - at > 1 && at[1] == string->closing ? 2 : 0;
    if (string->doubled && end - at > 1 && at[1] == *at) {
        *skip = 2;
        return 0;
    }
    return count;
}

void script_string_read(struct script_lexer *lexer, struct script_token *token) {
    const struct script_string *string = &lexer->strings[lexer->depth - 1];
    const char *at = lexer->at, *end = lexer->end;
    const char sign = (char)lexer->row->hole_sign;
    token->kind = TOKEN_TEXT;
    token->text = at;
    token->last = true;
    size_t closing = 0;
    while (at < end) {
        char c = *at;
        if (c == string->quote) {
            size_t skip;
            closing = closing_size(string, at, end, &skip);
            if (closing)
                break;
            at += (size_t)(end - at) < skip ? (size_t)(end - at) : skip;
        } else if (c == string->escape && c && end - at > 1) {
            at += 2;
        } else if (c == '\n' && !string->lines) {
            break;
        } else if (!string->holes) {
            at++;
        } else if (sign ? c == sign && end - at > 1 && at[1] == lexer->hole_opens
                        : c == lexer->hole_opens && (end - at < 2 || at[1] != c)) {
            token->last = false;
            break;
        } else { /* {{ is a bracket of the text */
            at += !sign && c == lexer->hole_opens ? 2 : 1;
        }
    }
    if (at > end)
        at = end;
    token->size = (size_t)(at - token->text);
    lexer->at = at + closing;
    if (token->last)
        lexer->depth--;
    lexer->mode = token->last ? LEXER_CODE : LEXER_HOLE;
}

/* --- How one begins --- */

/* `size` is that of its prefix and opening quotes. */
static void open_string(struct script_lexer *lexer, struct script_token *token,
                        struct script_string string, size_t size) {
    lexer->at += size;
    if (string.here) { /* it begins on the next line */
        const char *at = lexer->at;
        while (at < lexer->end && script_is(*at, CHARACTER_BLANK))
            at++;
        if (at < lexer->end && *at == '\n')
            lexer->at = at + 1;
    }
    if (lexer->depth + 1 >= SCRIPT_STRINGS_MAX)
        string.holes = false;
    lexer->strings[lexer->depth++] = string;
    token->first = true;
    script_string_read(lexer, token);
}

static void open_powershell(struct script_lexer *lexer, struct script_token *token, bool here,
                            char quote) {
    struct script_string string = {
        .quote = quote,
        .escape = quote == '"' ? '`' : 0,
        .doubled = !here,
        .here = here,
        .lines = true,
        .holes = quote == '"',
        .quotes = 1,
    };
    open_string(lexer, token, string, here ? 2 : 1);
}

/* C#: """ raw """, with as many quotes as begin it; Python has three. Only asked where all of them
** are the string's opening: else each quote of a row of them would count the rest. */
static unsigned count_quotes(const struct script_lexer *lexer, size_t at) {
    unsigned quotes = 1, most = lexer->language == SCRIPT_CSHARP ? UINT_MAX : 3;
    while (quotes < most && peek(lexer, at + quotes) == peek(lexer, at))
        quotes++;
    return quotes;
}

/* A string without prefix or with `size` letters of it, and its quote behind them. */
static void open_prefixed(struct script_lexer *lexer, struct script_token *token, size_t size) {
    const struct script_language_row *row = lexer->row;
    struct script_string string = {.quote = peek(lexer, size), .escape = row->escape, .quotes = 1};
    size_t opening = 1;
    bool raw = string.quote == '`';
    string.doubled = lexer->language == SCRIPT_VBSCRIPT;
    string.holes = string.quote == '`' && lexer->language == SCRIPT_JAVASCRIPT;
    for (size_t i = 0; i < size; i++) {
        char c = lexer->at[i] | 32;
        string.holes |= c == 'f' || c == ('$' | 32);
        if (c == ('@' | 32)) /* C#: @"…" */
            raw = string.doubled = true;
        if (lexer->language == SCRIPT_CPP && c == 'r' && peek(lexer, size + 1) == '(') {
            string.quote = ')';
            string.closing = '"';
            opening = 2;
            raw = true;
        }
        if (lexer->language == SCRIPT_RUST && c == 'r')
            raw = true;
        if (c == '#') /* Rust: r#"…"# */
            string.closing = '#';
    }
    bool triple = (lexer->language == SCRIPT_CSHARP && string.quote == '"' && !raw) ||
                  lexer->language == SCRIPT_PYTHON;
    unsigned quotes = triple ? count_quotes(lexer, size) : 1;
    if (quotes >= 3) {
        string.quotes = lexer->language == SCRIPT_PYTHON ? 3 : quotes;
        opening = string.quotes;
        raw |= lexer->language == SCRIPT_CSHARP;
        string.lines = true;
    }
    if (raw && !(string.quote == '`' && lexer->language == SCRIPT_JAVASCRIPT))
        string.escape = 0;
    string.lines |= raw || lexer->language == SCRIPT_RUST;
    open_string(lexer, token, string, size + opening);
}

bool script_string_open(struct script_lexer *lexer, struct script_token *token) {
    const struct script_language_row *row = lexer->row;
    char c = peek(lexer, 0);
    if (lexer->language == SCRIPT_POWERSHELL) {
        bool here = c == '@';
        if (here)
            c = peek(lexer, 1);
        if (c != '"' && c != '\'')
            return false;
        open_powershell(lexer, token, here, c);
        return true;
    }
    size_t size = 0;
    while (size < 3 && c && memchr(row->prefixes, c, strlen(row->prefixes)))
        c = peek(lexer, ++size);
    if (!c || !memchr(row->quotes, c, strlen(row->quotes)))
        return false;
    if (c == '\'' && lexer->language == SCRIPT_RUST)
        return false;
    open_prefixed(lexer, token, size);
    return true;
}
