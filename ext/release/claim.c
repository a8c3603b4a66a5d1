#include "release/claim.h"

enum {
    BEHIND_WORD = GAP_BLANK | GAP_COLON | GAP_EQUAL | GAP_QUOTE | GAP_OPEN | GAP_UNDERSCORE |
                  GAP_DASH | GAP_DOT
};

static struct piece *piece_at(struct pieces *pieces, size_t i) {
    return &pieces->items[i < pieces->count ? i : pieces->count];
}

/* A number of one part from `low` to `high`. */
static bool is_between(const struct piece *piece, uint32_t low, uint32_t high) {
    return piece_is_single(piece) && piece->part[0] >= low && piece->part[0] <= high;
}

static bool is_year(const struct piece *piece) {
    return piece->digits == 4 && is_between(piece, 1990, 2099);
}

static bool is_month(const struct piece *piece) {
    return piece->kind == PIECE_WORD && piece->word == WORD_MONTH;
}

/* --- Dates: how many pieces from `i` on are one, or 0 --- */

/* '20231011', '2023.10.11', '11.10.2023'. */
static bool is_whole_date(const struct piece *piece) {
    const uint32_t *part = piece->part;
    if (piece->kind != PIECE_NUMBER || piece->claimed)
        return false;
    if (piece->count == 1 && piece->digits == 8)
        return part[0] / 10000 >= 1990 && part[0] / 10000 <= 2099 && part[0] / 100 % 100 >= 1 &&
               part[0] / 100 % 100 <= 12 && part[0] % 100 >= 1 && part[0] % 100 <= 31;
    if (piece->count != 3 || part[1] < 1 || part[1] > 31)
        return false;
    return (part[0] >= 1990 && part[0] <= 2099 && part[1] <= 12 && part[2] >= 1 && part[2] <= 31) ||
           (part[0] >= 1 && part[0] <= 31 && part[2] >= 1990 && part[2] <= 2099);
}

/* '2023-10-11', '2023-10', '11/10/2023'. */
static size_t signed_date(struct pieces *pieces, size_t i) {
    struct piece *first = piece_at(pieces, i), *second = piece_at(pieces, i + 1),
                 *third = piece_at(pieces, i + 2);
    bool joined = i && piece_at(pieces, i - 1)->kind == PIECE_NUMBER &&
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
static size_t written_date(struct pieces *pieces, size_t i) {
    size_t at = i;
    bool product =
        i && piece_is_word(piece_at(pieces, i - 1), WORD_WINDOWS); /* 10 May 2019 Update */
    if (!product && is_between(piece_at(pieces, at), 1, 31) && is_month(piece_at(pieces, at + 1)))
        at++;
    if (!is_month(piece_at(pieces, at)))
        return 0;
    at++;
    if (at == i + 1 && is_between(piece_at(pieces, at), 1, 31))
        at++;
    return is_year(piece_at(pieces, at)) ? at + 1 - i : 0;
}

/* '17:29', '17:29:27'. */
static size_t time_of_day(struct pieces *pieces, size_t i) {
    size_t at = i + 1;
    if (!is_between(piece_at(pieces, i), 0, 23) || piece_at(pieces, i)->digits > 2)
        return 0;
    while (at < i + 3 && piece_at(pieces, at)->gap == GAP_COLON &&
           is_between(piece_at(pieces, at), 0, 59) && piece_at(pieces, at)->digits == 2)
        at++;
    return at > i + 1 ? at - i : 0;
}

static size_t date_at(struct pieces *pieces, size_t i) {
    if (is_whole_date(piece_at(pieces, i)))
        return 1;
    size_t size = signed_date(pieces, i);
    if (!size)
        size = written_date(pieces, i);
    return size ? size : time_of_day(pieces, i);
}

static void claim_dates(struct pieces *pieces) {
    for (size_t i = 0, size; i < pieces->count; i += size + !size) {
        size = date_at(pieces, i);
        for (size_t k = 0; k < size; k++)
            pieces->items[i + k].claimed = true;
    }
}

/* --- Numbers beside words --- */

/* '8 GB': claims the number before the word. */
static void claim_before(struct pieces *pieces, size_t i) {
    const struct piece *word = &pieces->items[i];
    if (i && gap_only(word, GAP_BLANK | GAP_DASH | GAP_UNDERSCORE) &&
        !piece_at(pieces, i - 1)->plus)
        piece_at(pieces, i - 1)->claimed |= piece_at(pieces, i - 1)->kind == PIECE_NUMBER;
}

/* 'KB5031361', 'Update 1': claims the number behind the word. Is there one? */
static bool claim_behind(struct pieces *pieces, size_t i, bool digit) {
    struct piece *number = piece_at(pieces, i + 1);
    bool taken = number->kind == PIECE_NUMBER && gap_only(number, BEHIND_WORD) &&
                 (!digit || (number->count == 1 && number->digits == 1));
    number->claimed |= taken;
    return taken;
}

/* The day of something: 'installed 2019-03-01', 'warranty 2025'. */
static bool claim_event(struct pieces *pieces, size_t i) {
    const struct piece *date = piece_at(pieces, i + 1);
    return date->claimed || (is_year(date) && claim_behind(pieces, i, false));
}

/* '64' of x64, '686' of i686. */
static bool is_bits(const struct piece *piece) {
    static const uint32_t bits[] = {32, 64, 86, 386, 486, 586, 686};
    for (size_t i = 0; !piece->gap && i < sizeof bits / sizeof *bits; i++)
        if (piece->kind == PIECE_NUMBER && piece->count == 1 && piece->part[0] == bits[i])
            return true;
    return false;
}

bool claim_numbers(struct pieces *pieces) {
    bool whole = true;
    claim_dates(pieces);
    for (size_t i = 0; i < pieces->count; i++) {
        struct piece *piece = &pieces->items[i];
        if (piece->kind == PIECE_NUMBER) {
            uint32_t value = piece->part[0];
            piece->claimed |= piece->count == 1 && (value == 32 || value == 64 || value == 86);
        } else if (piece->kind == PIECE_WORD) {
            if (piece->word == WORD_UNIT)
                claim_before(pieces, i);
            else if (piece->word == WORD_TAKES)
                claim_behind(pieces, i, false);
            else if (piece->word == WORD_MINOR)
                claim_behind(pieces, i, true);
            else if (piece->word == WORD_EVENT)
                whole &= claim_event(pieces, i);
            else if (piece->word == WORD_ARCH && is_bits(piece_at(pieces, i + 1)))
                claim_behind(pieces, i, false); /* i686 */
        }
    }
    return whole;
}
