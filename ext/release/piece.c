#include "release/piece.h"
#include "base/number.h"
#include "release/number.h"

#include <string.h>

/* Where reading stands. */
struct reader {
    struct pieces *pieces;
    const struct fold *fold;
    size_t at;
};

enum { JOINTS = GAP_BLANK | GAP_DASH | GAP_UNDERSCORE | GAP_DOT | GAP_SLASH | GAP_QUOTE };

/* Folded text has no capitals; what is not ASCII is a letter of some alphabet. */
static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Does an ideograph, a kana or a syllable of Hangul begin here? They take no blank between words. */
static bool is_ideograph(char c) {
    return (unsigned char)c >= 0xe3 && (unsigned char)c < 0xf0;
}

static uint32_t sign_of(char c) {
    static const struct {
        char signs[8];
        uint32_t gap;
    } kinds[] = {
        {" ", GAP_BLANK},      {",", GAP_COMMA},    {"-", GAP_DASH},      {"/", GAP_SLASH},
        {"+", GAP_PLUS},       {"?", GAP_QUESTION}, {"<", GAP_LESS},      {">", GAP_GREATER},
        {"=", GAP_EQUAL},      {"~^!%", GAP_VAGUE}, {"*", GAP_STAR},      {"([{", GAP_OPEN},
        {")]}", GAP_CLOSE},    {".", GAP_DOT},      {"|;", GAP_BAR},      {":", GAP_COLON},
        {"_", GAP_UNDERSCORE}, {"'\"`", GAP_QUOTE}, {"&", GAP_AMPERSAND}, {"\\", GAP_BACKSLASH},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (c && strchr(kinds[i].signs, c))
            return kinds[i].gap;
    return GAP_ODD;
}

/* Reads the signs before the next piece; a '+' right behind the former piece is noted there. */
static void read_gap(struct reader *reader, struct piece *piece) {
    const struct fold *fold = reader->fold;
    size_t start = reader->at;
    for (; reader->at < fold->size; reader->at++) {
        char c = fold->text[reader->at];
        if (is_word_byte(c) || is_digit(c))
            break;
        piece->gap |= sign_of(c);
        if (c == '.' && reader->at > start && fold->text[reader->at - 1] == '.')
            piece->gap |= GAP_VAGUE;
        if (c == '+' && reader->at == start && reader->pieces->count)
            piece[-1].plus = true;
    }
}

static void read_number(struct reader *reader, struct piece *piece) {
    const struct fold *fold = reader->fold;
    piece->kind = PIECE_NUMBER;
    piece->text = fold->text + reader->at;
    for (;;) {
        size_t digits;
        uint64_t value = number_read(fold->text + reader->at, fold->size - reader->at, &digits);
        reader->at += digits;
        if (!piece->count)
            piece->digits = (unsigned)digits;
        if (piece->count < 4)
            piece->part[piece->count] = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
        piece->count += piece->count < 5;
        if (fold->size - reader->at < 2 || fold->text[reader->at] != '.' ||
            !is_digit(fold->text[reader->at + 1]))
            break;
        reader->at++;
    }
    piece->size = (size_t)(fold->text + reader->at - piece->text);
}

/* The end of the run of letters, digits, '.', '_' and '-' that begins here. */
static size_t run_end(const struct fold *fold, size_t at) {
    while (at < fold->size && (is_word_byte(fold->text[at]) || is_digit(fold->text[at]) ||
                               strchr("._-", fold->text[at])))
        at++;
    return at;
}

/* Does the run have a label's '.160101-0800' or '.160101.0800', with a name of a branch (that has a
** '_', or is WinBuild's) somewhere? */
static bool is_stamped(const char *text, size_t size) {
    bool branch = text_starts((struct text){text, size}, "winbuild"), stamp = false;
    size_t digits = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && is_digit(text[i])) {
            digits++;
            continue;
        }
        if (digits == 6 && i > 6 && text[i - 7] == '.' && size - i >= 5 && strchr("-.", text[i]) &&
            is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3]) &&
            is_digit(text[i + 4]))
            stamp = true;
        branch |= i < size && text[i] == '_';
        digits = 0;
    }
    return branch && stamp;
}

/* Reads a label of the registry or of a file, if one begins here. */
static bool read_label(struct reader *reader, struct piece *piece) {
    const struct fold *fold = reader->fold;
    const char *text = fold->text + reader->at;
    size_t end = run_end(fold, reader->at);
    if (!is_stamped(text, end - reader->at))
        return false;
    piece->kind = PIECE_BRANCH;
    if (is_digit(*text)) {
        struct reader ahead = *reader;
        read_number(&ahead, piece);
        const uint32_t *part = piece->part;
        bool nt = piece->count >= 3 && nt_has(nt_version(part[0], part[1]), part[2]);
        if (!nt && (piece->count > 3 || !number_may_be_build(part[0])))
            return false;
        piece->part[0] = nt ? part[2] : part[0];
        piece->kind = PIECE_LABEL;
    }
    piece->text = text;
    piece->size = end - reader->at;
    reader->at = end;
    return true;
}

/* --- Words --- */

/* The kind of a text that is a row of one word. */
static enum word_kind kind_of(struct text text) {
    size_t row = word_find(text);
    if (row < word_count && word_rows[row].size == text.size &&
        !memcmp(word_text(&word_rows[row]), text.text, text.size))
        return (enum word_kind)word_rows[row].kind;
    return WORD_UNKNOWN;
}

/* How much of a run of ideographs is its first word: the longest row that it begins with. */
static size_t first_ideographs(const char *text, size_t size) {
    for (size_t length = size < 48 ? size : 48; length; length--)
        if ((length == size || ((unsigned char)text[length] & 0xc0) != 0x80) &&
            kind_of((struct text){text, length}) != WORD_UNKNOWN)
            return length;
    return size;
}

static bool belongs_to_word(const struct fold *fold, size_t at, bool ideographs) {
    char c = fold->text[at];
    return is_word_byte(c) &&
           (ideographs ? (unsigned char)c >= 0x80 : !is_ideograph(c) || (unsigned char)c < 0xc0);
}

/* A run of letters; a part of it in CamelCase, where the whole is no word that is known. */
static void read_word(struct reader *reader, struct piece *piece) {
    const struct fold *fold = reader->fold;
    size_t start = reader->at, end = start + 1, cut = 0;
    bool ideographs = is_ideograph(fold->text[start]);
    for (; end < fold->size && belongs_to_word(fold, end, ideographs); end++)
        if (!cut && fold->cut[end])
            cut = end;
    piece->kind = PIECE_WORD;
    piece->text = fold->text + start;
    piece->size = end - start;
    if (ideographs)
        piece->size = first_ideographs(piece->text, piece->size);
    else if (cut && kind_of(piece_text(piece)) == WORD_UNKNOWN)
        piece->size = cut - start;
    piece->word = kind_of(piece_text(piece));
    reader->at = start + piece->size;
}

/* How many pieces from `first` on the row has, or 0 when it is not what they say. */
static size_t row_spans(const struct word *row, const struct pieces *pieces, size_t first) {
    const char *rest = word_text(row), *end = rest + row->size;
    for (size_t i = first; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        if (piece->kind != PIECE_WORD || (i > first && !gap_only(piece, JOINTS)) ||
            (size_t)(end - rest) < piece->size || memcmp(rest, piece->text, piece->size))
            return 0;
        rest += piece->size;
        if (rest == end)
            return i + 1 - first;
        if (*rest++ != ' ')
            return 0;
    }
    return 0;
}

/* The longest row that begins with the word `first`; how many pieces it has, 1 for none. */
static size_t longest_row(const struct pieces *pieces, size_t first, enum word_kind *kind) {
    const struct piece *piece = &pieces->items[first];
    size_t longest = 1;
    for (size_t i = word_find(piece_text(piece)); i < word_count; i++) {
        const struct word *row = &word_rows[i];
        if (row->size < piece->size || memcmp(word_text(row), piece->text, piece->size) ||
            (row->size > piece->size && word_text(row)[piece->size] != ' '))
            break;
        size_t spans = row_spans(row, pieces, first);
        if (spans >= longest) {
            longest = spans;
            *kind = (enum word_kind)row->kind;
        }
    }
    return longest;
}

/* --- What several pieces are together --- */

/* '22H2' out of 22, H and 2. */
static bool is_version(const struct pieces *pieces, size_t i) {
    const struct piece *piece = &pieces->items[i];
    return i + 2 < pieces->count && piece->kind == PIECE_NUMBER && piece->count == 1 &&
           piece->digits == 2 && piece[1].kind == PIECE_WORD && !piece[1].gap &&
           piece[1].size == 1 && *piece[1].text == 'h' && piece[2].kind == PIECE_NUMBER &&
           piece[2].count == 1 && piece[2].digits == 1 && !piece[2].gap && piece[2].part[0] >= 1 &&
           piece[2].part[0] <= 2;
}

static void join(struct pieces *pieces) {
    size_t kept = 0;
    for (size_t i = 0, spans; i < pieces->count; i += spans) {
        struct piece piece = pieces->items[i];
        spans = 1;
        if (is_version(pieces, i)) {
            piece.kind = PIECE_VERSION;
            spans = 3;
        } else if (piece.kind == PIECE_WORD) {
            spans = longest_row(pieces, i, &piece.word);
        }
        const struct piece *last = &pieces->items[i + spans - 1];
        piece.size = (size_t)(last->text + last->size - piece.text);
        piece.plus = last->plus;
        pieces->items[kept++] = piece;
    }
    pieces->items[kept] = pieces->items[pieces->count];
    pieces->count = kept;
}

bool pieces_read(struct pieces *pieces, const struct fold *fold) {
    struct reader reader = {pieces, fold, 0};
    for (pieces->count = 0;; pieces->count++) {
        struct piece *piece = &pieces->items[pieces->count];
        *piece = (struct piece){.kind = PIECE_END};
        read_gap(&reader, piece);
        if (reader.at == fold->size)
            break;
        if (pieces->count == PIECES_MAX)
            return false;
        bool inside = pieces->count && gap_only(piece, GAP_DOT | GAP_UNDERSCORE | GAP_DASH);
        if (!inside && read_label(&reader, piece))
            continue;
        *piece = (struct piece){.gap = piece->gap};
        if (is_digit(fold->text[reader.at]))
            read_number(&reader, piece);
        else
            read_word(&reader, piece);
    }
    join(pieces);
    return true;
}
