#include "mof/lexer.h"
#include "base/error.h"
#include "base/number.h"

#include <assert.h>

/* What each byte of ASCII begins. */
enum start {
    NO_TOKEN = '?', /* MOF has no such token */
    END = 'E',      /* the NUL behind the text */
    BLANK = 'B',
    LINE = 'L',
    NAME = 'a', /* as every character beyond ASCII */
    NUMBER = 'N',
    QUOTE = 'Q',
    APOSTROPHE = 'A',
    SLASH = '/',
    DOLLAR = '$',
    MARK = '#',
};

static const char starts[] = /* 00 */ "E????????BLBBB??"
                                      /* 10 */ "????????????????"
                                      /* 20 */ "B?Q#$??A##?N#NN/"
                                      /* 30 */ "NNNNNNNNNN##?#??"
                                      /* 40 */ "?aaaaaaaaaaaaaaa"
                                      /* 50 */ "aaaaaaaaaaa#?#?a"
                                      /* 60 */ "?aaaaaaaaaaaaaaa"
                                      /* 70 */ "aaaaaaaaaaa#?#??";

static inline char start_of(char c) {
    return (unsigned char)c < 0x80 ? starts[(unsigned char)c] : NAME;
}

static inline bool is_name(char c) {
    return start_of(c) == NAME || is_digit(c);
}

/* --- Places --- */

static uint32_t count_characters(const char *from, const char *to) {
    uint32_t count = 0;
    for (; from < to; from++)
        count += ((unsigned char)*from & 0xc0) != 0x80;
    return count;
}

struct mof_place mof_lexer_place(struct mof_lexer *lexer, const struct mof_token *token) {
    const char *at = token->text.text;
    if (lexer->counted < token->line_from || lexer->counted > at) {
        lexer->counted = token->line_from;
        lexer->column = 1;
    }
    lexer->column += count_characters(lexer->counted, at);
    lexer->counted = at;
    return (struct mof_place){lexer->file, token->line, lexer->column};
}

static int fail(struct mof_lexer *lexer, struct mof_token *token, size_t size, const char *expected,
                struct mof_fault *fault) {
    token->text.size = size;
    *fault = (struct mof_fault){.place = mof_lexer_place(lexer, token),
                                .subject = "",
                                .found = token->text,
                                .expected = expected};
    return ERROR_INPUT;
}

void mof_lexer_start(struct mof_lexer *lexer, uint32_t file, struct text text) {
    assert(text.text[text.size] == '\0' && !memchr(text.text, 0, text.size));
    *lexer = (struct mof_lexer){.at = text.text,
                                .line_from = text.text,
                                .file = file,
                                .line = 1,
                                .counted = text.text,
                                .column = 1};
}

/* --- Numbers --- */

static const char *skip_digits(const char *at, const char *end) {
    while (at < end && is_digit(*at))
        at++;
    return at;
}

/* The digits of a number without its sign; the base is 0 where they are none of a whole number. */
static struct text digits_of(struct text text, unsigned *base) {
    const char *from = text.text, *end = from + text.size, *at;
    if (from < end && (*from == '+' || *from == '-'))
        from++;
    size_t size = (size_t)(end - from);
    *base = 0;
    if (size > 2 && from[0] == '0' && (from[1] | 0x20) == 'x') {
        for (at = from + 2; at < end && number_digit(*at) < 16; at++)
            ;
        *base = at == end ? 16 : 0;
        return (struct text){from + 2, size - 2};
    }
    if (size > 1 && (end[-1] | 0x20) == 'b') {
        for (at = from; *at == '0' || *at == '1'; at++)
            ;
        *base = at == end - 1 ? 2 : 0;
        return (struct text){from, size - 1};
    }
    if (size && skip_digits(from, end) == end)
        *base = *from == '0' && size > 1 ? 8 : 10;
    for (at = from; *base == 8 && at < end; at++)
        if (*at > '7')
            *base = 0;
    return (struct text){from, size};
}

/* 1.5, .5, -1.5e+3, 1e9. */
static bool is_real(struct text text) {
    const char *at = text.text, *end = at + text.size;
    if (*at == '+' || *at == '-')
        at++;
    const char *point = skip_digits(at, end), *behind = point;
    if (point < end && *point == '.')
        behind = skip_digits(point + 1, end);
    bool has_point = behind > point;
    if (!(point - at) && behind - point < 2)
        return false;
    if (behind < end && (*behind | 0x20) == 'e') {
        behind++;
        if (behind < end && (*behind == '+' || *behind == '-'))
            behind++;
        return behind < end && skip_digits(behind, end) == end;
    }
    return has_point && behind == end;
}

bool mof_integer(const struct mof_token *token, int64_t *value) {
    unsigned base;
    struct text digits = digits_of(token->text, &base);
    bool is_negative = token->text.text[0] == '-';
    uint64_t most = is_negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;
    assert(token->kind == MOF_INTEGER && base);
    size_t count;
    uint64_t number = number_read_base(digits.text, digits.size, base, &count);
    assert(count == digits.size);
    if (number > most)
        return false;
    *value = is_negative ? (int64_t)(0 - number) : (int64_t)number;
    return true;
}

static int read_number(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    const char *from = lexer->at, *at = from + 1;
    unsigned base;
    for (;; at++) {
        bool is_exponent = (at[-1] | 0x20) == 'e' && !(from[0] == '0' && (from[1] | 0x20) == 'x');
        if (!is_name(*at) && *at != '.' && !(is_exponent && (*at == '+' || *at == '-')))
            break;
    }
    token->text.size = (size_t)(at - from);
    lexer->at = at;
    digits_of(token->text, &base);
    token->kind = base ? MOF_INTEGER : MOF_REAL;
    if (!base && !is_real(token->text))
        return fail(lexer, token, token->text.size,
                    "a number: decimal, octal (017), hexadecimal (0x1F), binary (101b) or real",
                    fault);
    return ERROR_NONE;
}

/* --- The others --- */

/* The quote that ends the literal, or NULL where its line ends before. */
static const char *closing_quote(const char *at, char quote) {
    const char *end = strchr(at, quote);
    if (!end)
        return NULL;
    size_t size = (size_t)(end - at);
    if (!memchr(at, '\\', size) && !memchr(at, '\n', size))
        return end;
    for (; *at != quote; at++) {
        if (*at == '\\' && at[1] != '\n')
            at++;
        if (!*at || *at == '\n')
            return NULL;
    }
    return at;
}

/* A string or a character constant; its escapes are checked when it is decoded. */
static int read_quoted(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    const char *from = lexer->at, *end = closing_quote(from + 1, *from);
    if (!end) {
        size_t size = strcspn(from, "\r\n");
        return fail(lexer, token, size,
                    *from == '"' ? "a closing \" on the line" : "a closing ' on the line", fault);
    }
    token->kind = *from == '"' ? MOF_STRING : MOF_CHARACTER;
    token->text.size = (size_t)(end + 1 - from);
    lexer->at = end + 1;
    return ERROR_NONE;
}

static const char *name_end(const char *at) {
    while (is_name(*at))
        at++;
    return at;
}

static int read_alias(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    const char *from = lexer->at;
    lexer->at = name_end(from + 1);
    if (lexer->at == from + 1 || is_digit(from[1]))
        return fail(lexer, token, (size_t)(lexer->at - from), "the name of an alias behind $",
                    fault);
    token->kind = MOF_ALIAS;
    token->text.size = (size_t)(lexer->at - from);
    return ERROR_NONE;
}

/* Passes over the comment that starts here. */
static int skip_comment(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    const char *at = lexer->at;
    if (at[1] == '/') {
        lexer->at = at + strcspn(at, "\n");
        return ERROR_NONE;
    }
    if (at[1] != '*')
        return fail(lexer, token, 1, "a comment, // or /*", fault);
    for (at += 2; *at != '*' || at[1] != '/'; at++) {
        if (!*at)
            return fail(lexer, token, 2, "*/ that closes the comment", fault);
        if (*at == '\n') {
            lexer->line++;
            lexer->line_from = at + 1;
        }
    }
    lexer->at = at + 2;
    return ERROR_NONE;
}

/* Passes over blanks, ends of lines and comments. */
static int skip_blanks(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    for (;;) {
        const char *at = lexer->at;
        while (*at == ' ' || start_of(*at) == BLANK)
            at++;
        lexer->at = at;
        if (*at == '\n') {
            lexer->line++;
            lexer->line_from = ++lexer->at;
        } else if (*at == '/') {
            *token = (struct mof_token){MOF_END, {at, 0}, lexer->line, lexer->line_from};
            TRY(skip_comment(lexer, token, fault));
        } else {
            *token = (struct mof_token){MOF_END, {at, 0}, lexer->line, lexer->line_from};
            return ERROR_NONE;
        }
    }
}

int mof_lexer_next(struct mof_lexer *lexer, struct mof_token *token, struct mof_fault *fault) {
    TRY(skip_blanks(lexer, token, fault));
    const char *from = lexer->at;
    switch (start_of(*from)) {
    case NAME:
        lexer->at = name_end(from);
        token->kind = MOF_NAME;
        token->text.size = (size_t)(lexer->at - from);
        return ERROR_NONE;
    case MARK:
        lexer->at++;
        token->kind = MOF_MARK;
        token->text.size = 1;
        return ERROR_NONE;
    case QUOTE:
    case APOSTROPHE:
        return read_quoted(lexer, token, fault);
    case NUMBER:
        return read_number(lexer, token, fault);
    case DOLLAR:
        return read_alias(lexer, token, fault);
    case END:
        return ERROR_NONE;
    default:
        return fail(lexer, token, 1, "a token of MOF", fault);
    }
}
