#include "script/lexer.h"

#include "base/text.h"

enum {
    BLANK = 1,
    LINE = 2,
    LETTER = 4,
    DIGIT = 8,
    WORD = LETTER | DIGIT,
};

/* The kind of each byte. Bytes beyond ASCII are letters: identifiers may hold them. */
static const unsigned char kinds[256] =
    {
        ['\t'] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
        ['\n'] = LINE,  ['0'] = DIGIT,  DIGIT,          DIGIT,          DIGIT,
        DIGIT,          DIGIT,          DIGIT,          DIGIT,          DIGIT,
        DIGIT,          ['A'] = LETTER, LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         ['_'] = LETTER, ['a'] = LETTER, LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,         LETTER,
        LETTER,         LETTER,         LETTER,         LETTER,
};

static unsigned kind_of(char c) {
    unsigned char byte = (unsigned char)c;
    return byte < 0x80 ? kinds[byte] : LETTER;
}

bool script_is_word(char c) {
    return kind_of(c) & WORD;
}

static bool is(char c, unsigned kind) {
    return kind_of(c) & kind;
}

/* The byte `ahead` of the place, or 0 behind the end. */
static char peek(const struct script_lexer *lexer, size_t ahead) {
    return (size_t)(lexer->end - lexer->at) > ahead ? lexer->at[ahead] : 0;
}

void script_lexer_start(struct script_lexer *lexer, enum script_language language, const char *text,
                        size_t size) {
    memset(lexer, 0, sizeof *lexer);
    lexer->language = language;
    lexer->start = lexer->at = text;
    lexer->end = text + size;
    lexer->fresh_line = true;
}

/* --- Blanks and comments --- */

static void skip_line(struct script_lexer *lexer) {
    const char *line = memchr(lexer->at, '\n', (size_t)(lexer->end - lexer->at));
    lexer->at = line ? line : lexer->end;
}

/* Skips to behind the end of a comment of several lines. */
static void skip_block(struct script_lexer *lexer, char last, char closing) {
    const char *at = lexer->at + 2;
    for (;;) {
        at = at < lexer->end ? memchr(at, closing, (size_t)(lexer->end - at)) : NULL;
        if (!at) {
            lexer->at = lexer->end;
            return;
        }
        if (at[-1] == last && at - lexer->at > 2) {
            lexer->at = at + 1;
            return;
        }
        at++;
    }
}

/* Does the line end right behind the place, but for blanks? If so, skips to behind its end. */
static bool skip_continued_line(struct script_lexer *lexer, size_t ahead) {
    const char *at = lexer->at + ahead;
    while (at < lexer->end && is(*at, BLANK))
        at++;
    if (at < lexer->end && *at != '\n')
        return false;
    lexer->at = at < lexer->end ? at + 1 : at;
    return true;
}

/* Skips a comment or a continued line at the place. False when there is none. */
static bool skip_comment(struct script_lexer *lexer) {
    char c = *lexer->at, next = peek(lexer, 1);
    switch (lexer->language) {
    case SCRIPT_POWERSHELL:
        if (c == '<' && next == '#')
            skip_block(lexer, '#', '>');
        else if (c == '#' && lexer->at != lexer->word_end)
            skip_line(lexer);
        else
            return c == '`' && skip_continued_line(lexer, 1);
        return true;
    case SCRIPT_VBSCRIPT:
        if (c == '\'')
            skip_line(lexer);
        else
            return c == '_' && !script_is_word(next) && skip_continued_line(lexer, 1);
        return true;
    case SCRIPT_CSHARP:
        if (c == '/' && next == '*')
            skip_block(lexer, '*', '/');
        else if ((c == '/' && next == '/') || c == '#')
            skip_line(lexer);
        else
            return false;
        return true;
    case SCRIPT_PYTHON:
        if (c == '#')
            skip_line(lexer);
        else
            return c == '\\' && skip_continued_line(lexer, 1);
        return true;
    case SCRIPT_WQL:
        break;
    }
    return false;
}

/* --- Strings --- */

/* Gives the next piece of the string that was opened last. */
static void read_text(struct script_lexer *lexer, struct script_token *token) {
    const struct script_string *string = &lexer->strings[lexer->depth - 1];
    const char *at = lexer->at, *end = lexer->end;
    token->kind = TOKEN_TEXT;
    token->text = at;
    token->last = true;
    size_t closing = 0;
    for (; at < end; at++) {
        char c = *at;
        if (c == string->quote) {
            unsigned count = 1;
            while (count < string->quotes && end - at > count && at[count] == c)
                count++;
            if (string->here ? end - at > 1 && at[1] == '@' && at[-1] == '\n'
                             : count == string->quotes) {
                if (string->doubled && end - at > 1 && at[1] == c) {
                    at++;
                    continue;
                }
                closing = string->here ? 2 : count;
                break;
            }
        } else if (c == string->escape && c && end - at > 1) {
            at++;
        } else if (c == '\n' && !string->lines) {
            break;
        } else if (string->holes) {
            bool powershell = lexer->language == SCRIPT_POWERSHELL;
            char next = end - at > 1 ? at[1] : 0;
            if (powershell ? c == '$' && next == '(' : c == '{' && next != '{') {
                token->last = false;
                break;
            }
            if (!powershell && c == '{')
                at++;
        }
    }
    token->size = (size_t)(at - token->text);
    lexer->at = at + closing;
    if (token->last)
        lexer->depth--;
    lexer->mode = token->last ? LEXER_CODE : LEXER_HOLE;
}

/* Opens a string; `size` is that of its prefix and opening quotes. */
static void open_string(struct script_lexer *lexer, struct script_token *token,
                        struct script_string string, size_t size) {
    lexer->at += size;
    if (string.here)
        skip_continued_line(lexer, 0);
    if (lexer->depth + 1 >= SCRIPT_STRINGS_MAX)
        string.holes = false;
    lexer->strings[lexer->depth++] = string;
    token->first = true;
    read_text(lexer, token);
}

static bool open_powershell(struct script_lexer *lexer, struct script_token *token) {
    char c = peek(lexer, 0), next = peek(lexer, 1);
    struct script_string string = {.quotes = 1, .doubled = true, .lines = true};
    size_t size = 1;
    if (c == '@' && (next == '"' || next == '\'')) {
        string.here = true;
        string.doubled = false;
        c = next;
        size = 2;
    }
    if (c != '"' && c != '\'')
        return false;
    string.quote = c;
    string.holes = c == '"';
    string.escape = c == '"' ? '`' : 0;
    open_string(lexer, token, string, size);
    return true;
}

static bool open_csharp(struct script_lexer *lexer, struct script_token *token) {
    struct script_string string = {.quotes = 1, .escape = '\\'};
    size_t size = 0;
    bool verbatim = false;
    for (char c = peek(lexer, size); c == '$' || c == '@'; c = peek(lexer, ++size)) {
        string.holes |= c == '$';
        verbatim |= c == '@';
        if (size > 3)
            return false;
    }
    char quote = peek(lexer, size);
    if (quote != '"' && (quote != '\'' || size))
        return false;
    string.quote = quote;
    string.lines = string.doubled = verbatim;
    if (verbatim)
        string.escape = 0;
    size_t quotes = 1;
    while (quote == '"' && peek(lexer, size + quotes) == '"')
        quotes++;
    if (quotes >= 3 && !verbatim) { /* raw: as many quotes end it */
        string.quotes = (unsigned)quotes;
        string.lines = true;
        string.escape = 0;
    } else {
        quotes = 1;
    }
    open_string(lexer, token, string, size + quotes);
    return true;
}

static bool open_python(struct script_lexer *lexer, struct script_token *token) {
    struct script_string string = {.quotes = 1, .escape = '\\'};
    size_t size = 0;
    for (char c = peek(lexer, 0) | 32; size < 2 && (c == 'r' || c == 'b' || c == 'u' || c == 'f');
         c = peek(lexer, ++size) | 32)
        string.holes |= c == 'f';
    string.quote = peek(lexer, size);
    if (string.quote != '"' && string.quote != '\'')
        return false;
    if (peek(lexer, size + 1) == string.quote && peek(lexer, size + 2) == string.quote) {
        string.quotes = 3;
        string.lines = true;
    }
    open_string(lexer, token, string, size + string.quotes);
    return true;
}

/* Opens the string that starts at the place. False when none does. */
static bool read_string(struct script_lexer *lexer, struct script_token *token) {
    switch (lexer->language) {
    case SCRIPT_POWERSHELL:
        return open_powershell(lexer, token);
    case SCRIPT_CSHARP:
        return open_csharp(lexer, token);
    case SCRIPT_PYTHON:
        return open_python(lexer, token);
    default:
        if (*lexer->at != '"')
            return false;
        open_string(lexer, token,
                    (struct script_string){.quote = '"', .quotes = 1, .doubled = true}, 1);
        return true;
    }
}

/* --- Words --- */

static void read_word(struct script_lexer *lexer, struct script_token *token) {
    const char *at = lexer->at, *end = lexer->end;
    bool hyphens = lexer->language == SCRIPT_POWERSHELL && !lexer->behind_dot;
    do {
        at++;
        while (at < end && is(*at, WORD))
            at++;
    } while (hyphens && end - at > 1 && *at == '-' && is(at[1], LETTER));
    token->kind = TOKEN_WORD;
    token->text = lexer->at;
    token->size = (size_t)(at - lexer->at);
    lexer->at = lexer->word_end = at;
}

/* A number, with what belongs to it: 1.5, 0x8000, 4GB. */
static void read_number(struct script_lexer *lexer, struct script_token *token) {
    const char *at = lexer->at, *end = lexer->end;
    token->kind = TOKEN_NUMBER;
    token->text = at;
    while (at < end && (is(*at, WORD) || (*at == '.' && end - at > 1 && is(at[1], DIGIT))))
        at++;
    token->size = (size_t)(at - token->text);
    lexer->at = at;
}

/* PowerShell: what a $ or an @ begins. */
static bool read_variable(struct script_lexer *lexer, struct script_token *token) {
    static const char *const scopes[] = {"script", "global", "local", "private", "using"};
    const char *at = lexer->at + 1, *end = lexer->end;
    token->kind = TOKEN_VARIABLE;
    if (*lexer->at == '$' && at < end && *at == '{') {
        token->text = ++at;
        while (at < end && *at != '}' && *at != '\n')
            at++;
        token->size = (size_t)(at - token->text);
        lexer->at = at < end ? at + 1 : at;
        return true;
    }
    if (at == end || !is(*at, WORD))
        return false;
    token->text = at;
    while (at < end && is(*at, WORD))
        at++;
    if (end - at > 1 && *at == ':' && is(at[1], LETTER)) {
        size_t size = (size_t)(at - token->text);
        token->foreign = true;
        for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
            token->foreign &= !text_is(token->text, size, scopes[i]);
        token->text = ++at;
        while (at < end && is(*at, WORD))
            at++;
    }
    token->size = (size_t)(at - token->text);
    lexer->at = at;
    return true;
}

/* PowerShell: -ClassName, where a blank or a bracket stands before it. */
static bool read_parameter(struct script_lexer *lexer, struct script_token *token) {
    char before = lexer->at > lexer->start ? lexer->at[-1] : ' ';
    if (!is(peek(lexer, 1), LETTER) || is(before, WORD) || before == ')' || before == ']')
        return false;
    lexer->at++;
    lexer->behind_dot = true; /* no hyphens in it */
    read_word(lexer, token);
    token->kind = TOKEN_PARAMETER;
    if (peek(lexer, 0) == ':')
        lexer->at++;
    return true;
}

/* C#: skips the type arguments of a call, as in OfType<ManagementObject>(). */
static void skip_type_arguments(struct script_lexer *lexer) {
    enum { LONGEST = 100 };
    const char *at = lexer->at + 1, *end = lexer->end;
    if (end - at > LONGEST)
        end = at + LONGEST;
    for (unsigned open = 1; at < end; at++) {
        if (*at == '<')
            open++;
        else if (*at == '>' && --open == 0)
            break;
        else if (!is(*at, WORD | BLANK) && !strchr(".,?[]>", *at))
            return;
    }
    if (end - at > 1 && at[1] == '(')
        lexer->at = at + 1;
}

/* --- Signs --- */

/* Counts brackets: for the end of a hole, and for Python's lines. True at the end of a hole. */
static bool count_bracket(struct script_lexer *lexer, char c) {
    bool opens = c == '(' || c == '[' || c == '{';
    if (lexer->depth) {
        struct script_string *string = &lexer->strings[lexer->depth - 1];
        bool powershell = lexer->language == SCRIPT_POWERSHELL;
        if (c == (powershell ? '(' : '{')) {
            string->nesting++;
        } else if (c == (powershell ? ')' : '}') && string->nesting-- == 0) {
            lexer->mode = LEXER_TEXT;
            return true;
        }
    } else if (opens) {
        lexer->brackets++;
    } else if ((c == ')' || c == ']' || c == '}') && lexer->brackets) {
        lexer->brackets--;
    }
    return false;
}

static int pair_of(char c, char next) {
    switch (next) {
    case '=':
        return strchr("=!<>+-*/?", c) ? SIGN(c, next) : 0;
    case '>':
        return c == '=' || c == '<' ? SIGN(c, next) : 0;
    case ':':
    case '.':
    case '&':
    case '|':
    case '?':
        return c == next || (c == '?' && next == '.') ? SIGN(c, next) : 0;
    case '{':
    case '(':
        return c == '@' || (c == '$' && next == '(') ? SIGN(c, next) : 0;
    default:
        return 0;
    }
}

static void read_sign(struct script_lexer *lexer, struct script_token *token) {
    char c = *lexer->at;
    token->kind = TOKEN_SIGN;
    token->text = lexer->at;
    token->sign = c ? pair_of(c, peek(lexer, 1)) : 0;
    token->size = token->sign ? 2 : 1;
    lexer->at += token->size;
    if (!token->sign)
        token->sign = (unsigned char)c;
    if (count_bracket(lexer, lexer->at[-1]))
        token->kind = TOKEN_HOLE_END;
    lexer->behind_dot = token->sign == '.' || token->sign == SIGN('?', '.');
}

/* --- Tokens --- */

/* Skips to the next token. True if a line's end that counts comes first. */
static bool skip_to_token(struct script_lexer *lexer, struct script_token *token) {
    while (lexer->at < lexer->end) {
        unsigned kind = kind_of(*lexer->at);
        if (kind == LINE) {
            const char *line = lexer->at++;
            token->spaced = true;
            if (lexer->language == SCRIPT_CSHARP ||
                (lexer->language == SCRIPT_PYTHON && (lexer->brackets || lexer->depth)))
                continue;
            token->kind = TOKEN_LINE;
            token->text = line;
            token->size = 1;
            return true;
        }
        if (kind == BLANK)
            lexer->at++;
        else if ((kind && *lexer->at != '_') || !skip_comment(lexer))
            return false;
        token->spaced = true;
    }
    return false;
}

static void read_code(struct script_lexer *lexer, struct script_token *token) {
    char c = *lexer->at;
    unsigned kind = kind_of(c);
    bool powershell = lexer->language == SCRIPT_POWERSHELL;
    if (kind & LETTER) {
        if (lexer->language == SCRIPT_PYTHON && read_string(lexer, token))
            return;
        read_word(lexer, token);
        if (lexer->language == SCRIPT_CSHARP && peek(lexer, 0) == '<')
            skip_type_arguments(lexer);
    } else if (kind == DIGIT) {
        read_number(lexer, token);
    } else if ((c == '"' || c == '\'' || c == '@' || c == '$') && read_string(lexer, token)) {
        return;
    } else if (!powershell ||
               !((c == '$' || c == '@') ? read_variable(lexer, token)
                                        : c == '-' && read_parameter(lexer, token))) {
        read_sign(lexer, token);
        return;
    }
    lexer->behind_dot = false;
}

void script_lexer_next(struct script_lexer *lexer, struct script_token *token) {
    for (;;) {
        *token = (struct script_token){.text = lexer->at, .spaced = lexer->at == lexer->start};
        if (lexer->mode == LEXER_TEXT) {
            read_text(lexer, token);
        } else if (lexer->mode == LEXER_HOLE) {
            token->kind = TOKEN_HOLE;
            lexer->strings[lexer->depth - 1].nesting = 0;
            token->size = lexer->language == SCRIPT_POWERSHELL ? 2 : 1;
            lexer->at += token->size;
            lexer->mode = LEXER_CODE;
        } else if (skip_to_token(lexer, token)) {
            lexer->fresh_line = true;
            lexer->behind_dot = false;
            return;
        } else if (lexer->at == lexer->end) {
            token->text = lexer->at;
            return;
        } else {
            read_code(lexer, token);
        }
        bool remark = lexer->language == SCRIPT_VBSCRIPT && token->kind == TOKEN_WORD &&
                      lexer->fresh_line && text_is(token->text, token->size, "rem");
        lexer->fresh_line = token->kind == TOKEN_SIGN && token->sign == ':';
        if (!remark)
            return;
        skip_line(lexer);
    }
}
