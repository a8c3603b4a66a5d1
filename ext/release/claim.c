#include "release/claim.h"

enum {
    BEHIND_WORD = GAP_BLANK | GAP_COLON | GAP_EQUAL | GAP_QUOTE | GAP_OPEN | GAP_UNDERSCORE |
                  GAP_DASH | GAP_DOT
};

static struct token *token_at(struct tokens *tokens, size_t i) {
    return &tokens->items[i < tokens->count ? i : tokens->count];
}

/* A number of one part from `low` to `high`. */
static bool is_between(const struct token *token, uint32_t low, uint32_t high) {
    return token_is_single(token) && token->part[0] >= low && token->part[0] <= high;
}

static bool is_year(const struct token *token) {
    return token->digits == 4 && is_between(token, 1990, 2099);
}

static bool is_month(const struct token *token) {
    return token->kind == TOKEN_WORD && token->word == WORD_MONTH;
}

/* --- Dates: how many tokens from `i` on are one, or 0 --- */

/* '20231011', '2023.10.11', '11.10.2023'. */
static bool is_whole_date(const struct token *token) {
    const uint32_t *part = token->part;
    if (token->kind != TOKEN_NUMBER || token->claimed)
        return false;
    if (token->count == 1 && token->digits == 8)
        return part[0] / 10000 >= 1990 && part[0] / 10000 <= 2099 && part[0] / 100 % 100 >= 1 &&
               part[0] / 100 % 100 <= 12 && part[0] % 100 >= 1 && part[0] % 100 <= 31;
    if (token->count != 3 || part[1] < 1 || part[1] > 31)
        return false;
    return (part[0] >= 1990 && part[0] <= 2099 && part[1] <= 12 && part[2] >= 1 && part[2] <= 31) ||
           (part[0] >= 1 && part[0] <= 31 && part[2] >= 1990 && part[2] <= 2099);
}

/* '2023-10-11', '2023-10', '11/10/2023'. */
static size_t signed_date(struct tokens *tokens, size_t i) {
    struct token *first = token_at(tokens, i), *second = token_at(tokens, i + 1),
                 *third = token_at(tokens, i + 2);
    bool joined = i && token_at(tokens, i - 1)->kind == TOKEN_NUMBER &&
                  gap_only(first, GAP_DASH | GAP_SLASH | GAP_DOT); /* 2016/2019/10 */
    if ((second->gap != GAP_DASH && second->gap != GAP_SLASH) || joined)
        return 0;
    bool three = third->gap == second->gap && is_between(third, 1, 31);
    if (is_year(first) && is_between(second, 1, 12) && second->digits == 2)
        return three ? 3 : second->gap == GAP_DASH ? 2 : 0;
    three = third->gap == second->gap;
    if (three && is_between(first, 1, 31) && is_between(second, 1, 31) && is_year(third))
        return 3;
    return 0;
}

/* 'Oct 11 2023', '11. Oktober 2023', 'October 2023', '11-Oct-2023'. */
static size_t written_date(struct tokens *tokens, size_t i) {
    size_t at = i;
    bool product =
        i && token_is_word(token_at(tokens, i - 1), WORD_WINDOWS); /* 10 May 2019 Update */
    if (!product && is_between(token_at(tokens, at), 1, 31) && is_month(token_at(tokens, at + 1)))
        at++;
    if (!is_month(token_at(tokens, at)))
        return 0;
    at++;
    if (at == i + 1 && is_between(token_at(tokens, at), 1, 31))
        at++;
    return is_year(token_at(tokens, at)) ? at + 1 - i : 0;
}

/* '17:29', '17:29:27'. */
static size_t time_of_day(struct tokens *tokens, size_t i) {
    size_t at = i + 1;
    if (!is_between(token_at(tokens, i), 0, 23) || token_at(tokens, i)->digits > 2)
        return 0;
    while (at < i + 3 && token_at(tokens, at)->gap == GAP_COLON &&
           is_between(token_at(tokens, at), 0, 59) && token_at(tokens, at)->digits == 2)
        at++;
    return at > i + 1 ? at - i : 0;
}

static size_t date_at(struct tokens *tokens, size_t i) {
    if (is_whole_date(token_at(tokens, i)))
        return 1;
    size_t size = signed_date(tokens, i);
    if (!size)
        size = written_date(tokens, i);
    return size ? size : time_of_day(tokens, i);
}

static void claim_dates(struct tokens *tokens) {
    for (size_t i = 0, size; i < tokens->count; i += size + !size) {
        size = date_at(tokens, i);
        for (size_t k = 0; k < size; k++)
            tokens->items[i + k].claimed = true;
    }
}

/* --- Numbers beside words --- */

/* '8 GB': claims the number before the word. */
static void claim_before(struct tokens *tokens, size_t i) {
    const struct token *word = &tokens->items[i];
    if (i && gap_only(word, GAP_BLANK | GAP_DASH | GAP_UNDERSCORE) &&
        !token_at(tokens, i - 1)->plus)
        token_at(tokens, i - 1)->claimed |= token_at(tokens, i - 1)->kind == TOKEN_NUMBER;
}

/* 'KB5031361', 'Update 1': claims the number behind the word. Is there one? */
static bool claim_behind(struct tokens *tokens, size_t i, bool digit) {
    struct token *number = token_at(tokens, i + 1);
    bool taken = number->kind == TOKEN_NUMBER && gap_only(number, BEHIND_WORD) &&
                 (!digit || (number->count == 1 && number->digits == 1));
    number->claimed |= taken;
    return taken;
}

/* The day of something: 'installed 2019-03-01', 'warranty 2025'. */
static bool claim_event(struct tokens *tokens, size_t i) {
    const struct token *date = token_at(tokens, i + 1);
    return date->claimed || (is_year(date) && claim_behind(tokens, i, false));
}

bool claim_numbers(struct tokens *tokens) {
    bool whole = true;
    claim_dates(tokens);
    for (size_t i = 0; i < tokens->count; i++) {
        struct token *token = &tokens->items[i];
        if (token->kind == TOKEN_NUMBER) {
            uint32_t value = token->part[0];
            token->claimed |= token->count == 1 && (value == 32 || value == 64 || value == 86);
        } else if (token->kind == TOKEN_WORD) {
            if (token->word == WORD_UNIT)
                claim_before(tokens, i);
            else if (token->word == WORD_TAKES)
                claim_behind(tokens, i, false);
            else if (token->word == WORD_MINOR)
                claim_behind(tokens, i, true);
            else if (token->word == WORD_EVENT)
                whole &= claim_event(tokens, i);
            else if (token->word == WORD_ARCH && !token_at(tokens, i + 1)->gap &&
                     token_at(tokens, i + 1)->digits <= 3)
                claim_behind(tokens, i, false); /* i686 */
        }
    }
    return whole;
}
