#include "script/lexer.h"

#include "base/text.h"
#include "script/character.h"
#include "script/quoted.h"

static bool is(char c, unsigned kinds) {
    return script_is(c, kinds);
}

/* The byte `ahead` of the place, or 0 behind the end. */
static char peek(const struct script_lexer *lexer, size_t ahead) {
    return (size_t)(lexer->end - lexer->at) > ahead ? lexer->at[ahead] : 0;
}

void script_lexer_start(struct script_lexer *lexer, enum script_language language, const char *text,
                        size_t size) {
    memset(lexer, 0, offsetof(struct script_lexer, strings));
    lexer->language = language;
    lexer->row = script_language_row(language);
    lexer->traits = lexer->row->traits;
    lexer->hole_opens = language == SCRIPT_POWERSHELL ? '(' : '{';
    lexer->hole_closes = language == SCRIPT_POWERSHELL ? ')' : '}';
    for (const char *at = lexer->row->prefixes; *at; at++)
        lexer->prefix_letters |= is(*at, CHARACTER_LETTER) ? UINT32_C(1) << (*at & 31) : 0;
    lexer->start = lexer->at = text;
    lexer->end = text + size;
    lexer->fresh_line = true;
}

char script_lexer_peek(const struct script_lexer *lexer) {
    enum { FAR = 200 };
    const char *at = lexer->at, *end = lexer->end;
    if (end - at > FAR)
        end = at + FAR;
    while (at < end && is(*at, CHARACTER_BLANK | CHARACTER_LINE))
        at++;
    return at < end ? *at : 0;
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
    while (at < lexer->end && is(*at, CHARACTER_BLANK))
        at++;
    if (at < lexer->end && *at != '\n')
        return false;
    lexer->at = at < lexer->end ? at + 1 : at;
    return true;
}

/* Skips a comment or a continued line at the place. False when there is none. */
static bool skip_comment(struct script_lexer *lexer) {
    const struct script_language_row *row = lexer->row;
    char c = *lexer->at, next = peek(lexer, 1);
    if (c == row->block_comment[0] && next == row->block_comment[1] && c) {
        skip_block(lexer, next, c == '<' ? '>' : c);
        return true;
    }
    for (unsigned i = 0; i < sizeof row->line_comments / sizeof *row->line_comments; i++) {
        const char *comment = row->line_comments[i];
        if (c == comment[0] && (!comment[1] || next == comment[1]) && c &&
            lexer->at != lexer->word_end) {
            skip_line(lexer);
            return true;
        }
    }
    return c == row->continues && c && !is(next, CHARACTER_WORD) && skip_continued_line(lexer, 1);
}

/* --- Words --- */

static void read_word(struct script_lexer *lexer, struct script_token *token) {
    const char *at = lexer->at, *end = lexer->end;
    bool hyphens = lexer->traits & HYPHENS && !lexer->behind_dot;
    do {
        at++;
        while (at < end && is(*at, CHARACTER_WORD))
            at++;
    } while (hyphens && end - at > 1 && *at == '-' && is(at[1], CHARACTER_LETTER));
    token->kind = TOKEN_WORD;
    token->text = lexer->at;
    token->size = (size_t)(at - lexer->at);
    lexer->at = at;
    if (lexer->traits & HYPHENS) /* a#b is one word */
        lexer->word_end = at;
}

/* A number, with what belongs to it: 1.5, 0x8000, 4GB. */
static void read_number(struct script_lexer *lexer, struct script_token *token) {
    const char *at = lexer->at, *end = lexer->end;
    token->kind = TOKEN_NUMBER;
    token->text = at;
    while (at < end &&
           (is(*at, CHARACTER_WORD) || (*at == '.' && end - at > 1 && is(at[1], CHARACTER_DIGIT))))
        at++;
    token->size = (size_t)(at - token->text);
    lexer->at = at;
}

/* PowerShell: is it the scope or drive of a variable, and what is it then? */
static void read_scope(struct script_token *token, const char *name, size_t size) {
    static const struct {
        char name[10];
        bool outer;
    } scopes[] = {{"script", true},   {"global", true}, {"local", false},
                  {"private", false}, {"using", false}, {"variable", false}};
    token->foreign = true;
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (text_is((struct text){name, size}, scopes[i].name)) {
            token->foreign = false;
            token->outer = scopes[i].outer;
        }
}

/* PowerShell: what a $ or an @ begins. */
static bool read_variable(struct script_lexer *lexer, struct script_token *token) {
    const char *at = lexer->at + 1, *end = lexer->end;
    token->kind = TOKEN_VARIABLE;
    bool braced = *lexer->at == '$' && at < end && *at == '{';
    at += braced;
    token->text = at;
    if (braced) {
        while (at < end && *at != '}' && *at != '\n' && *at != ':')
            at++;
    } else {
        if (at == end || !is(*at, CHARACTER_WORD))
            return false;
        while (at < end && is(*at, CHARACTER_WORD))
            at++;
    }
    if (end - at > 1 && *at == ':' && is(at[1], CHARACTER_LETTER)) {
        read_scope(token, token->text, (size_t)(at - token->text));
        token->text = ++at;
        while (at < end && (is(*at, CHARACTER_WORD) || (braced && *at != '}' && *at != '\n')))
            at++;
    }
    token->size = (size_t)(at - token->text);
    lexer->at = braced && at < end ? at + 1 : at;
    return true;
}

/* PowerShell: -ClassName, where a blank or a bracket stands before it. */
static bool read_parameter(struct script_lexer *lexer, struct script_token *token) {
    char before = lexer->at > lexer->start ? lexer->at[-1] : ' ';
    if (!is(peek(lexer, 1), CHARACTER_LETTER) || is(before, CHARACTER_WORD) || before == ']')
        return false;
    lexer->at++;
    lexer->behind_dot = true; /* no hyphens in it */
    read_word(lexer, token);
    token->kind = TOKEN_PARAMETER;
    if (peek(lexer, 0) == ':')
        lexer->at++;
    return true;
}

/* C#, Rust: skips the type arguments of a call, as in OfType<ManagementObject>(), or of a
** declaration. */
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
        else if (!is(*at, CHARACTER_WORD | CHARACTER_BLANK) && !strchr(".,?[]>:&", *at))
            return;
    }
    if (end - at > 1 && (at[1] == '(' || at[1] == ' ' || at[1] == '>'))
        lexer->at = at + 1;
}

/* --- Signs --- */

/* Counts brackets: for the end of a hole, and for lines within them. True at the end of a hole. */
static bool count_bracket(struct script_lexer *lexer, char c) {
    bool opens = c == '(' || c == '[' || (c == '{' && lexer->language != SCRIPT_GO);
    bool closes = c == ')' || c == ']' || (c == '}' && lexer->language != SCRIPT_GO);
    if (lexer->depth) {
        struct script_string *string = &lexer->strings[lexer->depth - 1];
        if (c == lexer->hole_opens) {
            string->nesting++;
        } else if (c == lexer->hole_closes && string->nesting-- == 0) {
            lexer->mode = LEXER_TEXT;
            return true;
        }
    } else if (opens) {
        lexer->brackets++;
    } else if (closes && lexer->brackets) {
        lexer->brackets--;
    }
    return false;
}

static int pair_of(char c, char next) {
    switch (next) {
    case '=':
        return strchr("=!<>+-*/?:", c) ? SIGN(c, next) : 0;
    case '>':
        return c == '=' || c == '<' || c == '-' ? SIGN(c, next) : 0;
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

/* A script in a string: \" is a quote, \n the end of a line. True at the end of one. */
static bool skip_escape(struct script_lexer *lexer) {
    char next = peek(lexer, 1);
    lexer->at += next == 'n' || next == 'r' || next == 't' ? 2 : 1;
    return next == 'n';
}

/* Skips to the next token. True if a line's end that counts comes first. */
static bool skip_to_token(struct script_lexer *lexer, struct script_token *token) {
    while (lexer->at < lexer->end) {
        char c = *lexer->at;
        bool escape = c == '\\' && lexer->quoted;
        if (is(c, CHARACTER_LINE) || (escape && peek(lexer, 1) == 'n')) {
            const char *line = lexer->at;
            if (escape)
                skip_escape(lexer);
            else
                lexer->at++;
            token->spaced = token->lined = true;
            if (!(lexer->traits & LINE_ENDS) ||
                (lexer->traits & BRACKETS_HOLD && (lexer->brackets || lexer->depth)))
                continue;
            token->kind = TOKEN_LINE;
            token->text = line;
            token->size = 1;
            return true;
        }
        if (escape) {
            skip_escape(lexer);
            continue;
        }
        if (is(c, CHARACTER_BLANK))
            lexer->at++;
        else if ((is(c, CHARACTER_WORD) && c != '_') || !skip_comment(lexer))
            return false;
        token->spaced = true;
    }
    return false;
}

static void read_code(struct script_lexer *lexer, struct script_token *token) {
    char c = *lexer->at;
    bool dollars = lexer->traits & DOLLARS;
    if (is(c, CHARACTER_LETTER)) {
        if (lexer->prefix_letters >> (c & 31) & 1 && script_string_open(lexer, token))
            return;
        read_word(lexer, token);
        if (lexer->traits & TYPE_ARGUMENTS && peek(lexer, 0) == '<' && !lexer->types)
            skip_type_arguments(lexer);
    } else if (is(c, CHARACTER_DIGIT)) {
        read_number(lexer, token);
    } else if ((c == '"' || c == '\'' || c == '@' || c == '$' || c == '`') &&
               script_string_open(lexer, token)) {
        return;
    } else if (!dollars || !((c == '$' || c == '@') ? read_variable(lexer, token)
                                                    : c == '-' && read_parameter(lexer, token))) {
        read_sign(lexer, token);
        return;
    }
    lexer->behind_dot = false;
}

/* A script in a string ends its strings with \", of which the first half is no part of them. */
static void cut_escape(const struct script_lexer *lexer, struct script_token *token) {
    if (lexer->quoted && token->kind == TOKEN_TEXT && token->last && token->size &&
        token->text[token->size - 1] == '\\')
        token->size--;
}

void script_lexer_next(struct script_lexer *lexer, struct script_token *token) {
    for (;;) {
        *token = (struct script_token){.text = lexer->at, .spaced = lexer->at == lexer->start};
        token->lined = token->spaced;
        if (lexer->mode == LEXER_TEXT) {
            script_string_read(lexer, token);
        } else if (lexer->mode == LEXER_HOLE) {
            token->kind = TOKEN_HOLE;
            lexer->strings[lexer->depth - 1].nesting = 0;
            token->size = lexer->row->hole_sign ? 2 : 1;
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
        cut_escape(lexer, token);
        bool remark = script_language_in(lexer->language, IN_VBS | IN_CMD) &&
                      token->kind == TOKEN_WORD && lexer->fresh_line &&
                      text_is((struct text){token->text, token->size}, "rem");
        lexer->fresh_line = token->kind == TOKEN_SIGN && token->sign == ':';
        if (!remark)
            return;
        skip_line(lexer);
    }
}
