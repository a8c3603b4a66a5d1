#include "mof/literal.h"
#include "base/error.h"
#include "base/number.h"
#include "base/utf8.h"

enum { HEX_DIGITS = 4 }; /* behind \x, at most */

static const char expected_escape[] =
    "an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x with up to four hexadecimal digits";

/* The token at hand and what of it is decoded. */
struct literal {
    struct mof_lexer *lexer;
    const struct mof_token *token;
    const char *at, *end; /* between the quotes */
    struct mof_fault *fault;
};

static int fail(const struct literal *literal, const char *from, size_t size,
                const char *expected) {
    struct mof_token token = *literal->token;
    token.text = (struct text){from, size};
    *literal->fault = (struct mof_fault){.place = mof_lexer_place(literal->lexer, &token),
                                         .subject = "",
                                         .found = token.text,
                                         .expected = expected};
    return ERROR_INPUT;
}

/* The character that stands behind a backslash alone; 0 for none. */
static char simple_escape(char c) {
    static const char letters[] = "btnfr\"'\\", characters[] = "\b\t\n\f\r\"'\\";
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? characters[found - letters] : '\0';
}

/* Reads the escape that starts here. */
static int read_escape(struct literal *literal, uint32_t *character) {
    const char *from = literal->at, *at = from + 1;
    *character = (unsigned char)simple_escape(*at);
    if (*character) {
        literal->at = at + 1;
        return ERROR_NONE;
    }
    if ((*at | 0x20) != 'x' || number_digit(at[1]) >= 16) {
        size_t size;
        utf8_read(at, &size);
        return fail(literal, from, 1 + size, expected_escape);
    }
    size_t digits;
    *character = (uint32_t)number_read_base(at + 1, HEX_DIGITS, 16, &digits);
    literal->at = at + 1 + digits;
    return ERROR_NONE;
}

static bool is_surrogate(uint32_t character, uint32_t first) {
    return character >= first && character < first + 0x400;
}

/* Reads the escape of a string, or the two of a pair of surrogates. */
static int read_character(struct literal *literal, uint32_t *character) {
    const char *from = literal->at;
    TRY(read_escape(literal, character));
    if (is_surrogate(*character, 0xd800) && *literal->at == '\\') {
        uint32_t high = *character;
        TRY(read_escape(literal, character));
        if (is_surrogate(*character, 0xdc00))
            *character = 0x10000 + ((high & 0x3ff) << 10) + (*character & 0x3ff);
        else
            *character = high;
    }
    if (!*character || is_surrogate(*character, 0xd800) || is_surrogate(*character, 0xdc00))
        return fail(literal, from, (size_t)(literal->at - from),
                    "the escape of a character, or of both halves of a surrogate pair");
    return ERROR_NONE;
}

static struct literal start(struct mof_lexer *lexer, const struct mof_token *token,
                            struct mof_fault *fault) {
    const char *from = token->text.text;
    return (struct literal){lexer, token, from + 1, from + token->text.size - 1, fault};
}

int mof_literal_string(struct mof_lexer *lexer, const struct mof_token *token, struct array *chars,
                       struct mof_fault *fault) {
    struct literal literal = start(lexer, token, fault);
    uint32_t character, index;
    char bytes[4];
    while (literal.at < literal.end) {
        size_t size = (size_t)(literal.end - literal.at);
        const char *escape = memchr(literal.at, '\\', size);
        size_t plain = escape ? (size_t)(escape - literal.at) : size;
        TRY(array_append(chars, literal.at, plain, 1, &index));
        literal.at += plain;
        if (escape) {
            TRY(read_character(&literal, &character));
            TRY(array_append(chars, bytes, utf8_write(bytes, character), 1, &index));
        }
    }
    return ERROR_NONE;
}

int mof_literal_character(struct mof_lexer *lexer, const struct mof_token *token,
                          struct mof_fault *fault) {
    struct literal literal = start(lexer, token, fault);
    uint32_t character = 0;
    size_t size = 0;
    if (literal.at < literal.end && *literal.at == '\\') {
        TRY(read_escape(&literal, &character));
    } else if (literal.at < literal.end) {
        character = utf8_read(literal.at, &size);
        literal.at += size;
    }
    if (literal.at != literal.end || !token->text.size || token->text.size == 2 ||
        character > 0xffff)
        return fail(&literal, token->text.text, token->text.size, "one character of 16 bits");
    return ERROR_NONE;
}
