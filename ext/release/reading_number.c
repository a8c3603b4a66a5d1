/* The numbers of a version string. */
#include "release/number.h"
#include "release/reading.h"

/* The number of the product that is awaited, if the piece is one: 10, 8.1, 2019. */
static uint32_t product_number(const struct reading *reading, const struct piece *piece) {
    const struct sentence *sentence = reading->sentence;
    const struct piece *next = piece_ahead(reading, 1), *behind = piece_ahead(reading, 2);
    uint32_t part = piece->part[0];
    const struct piece *before = piece_before(reading);
    bool beside = before->word == WORD_WINDOWS || before->word == WORD_VERSION;
    if (piece->count == 1 && piece->digits == 4 && sentence->head != HEAD_STACK)
        return (sentence->head != HEAD_WINDOWS || beside) &&
                       name_is_server_year(sentence->list, part)
                   ? part
                   : 0;
    if (sentence->head != HEAD_WINDOWS)
        return 0;
    if (piece->count == 2)
        return part == 8 && piece->part[1] == 1 && piece->size == 3 ? 81 : 0;
    if (piece->count != 1 || piece->digits > 2)
        return 0;
    if (part < 10 && piece->gap & (GAP_COMMA | GAP_BAR)) /* Windows, 8 cores */
        return 0;
    if (part == 8 && piece_is_single(next) && next->digits == 1 && next->part[0] == 1 &&
        (next->gap == GAP_COMMA || next->gap == GAP_DASH || next->gap == GAP_UNDERSCORE) &&
        (behind->gap || behind->kind == PIECE_END)) /* 8,1 */
        return 81;
    return part == 7 || part == 8 || part == 10 || part == 11 ? part : 0;
}

/* Reads it; false when it is none. */
static bool read_product(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0);
    uint32_t number = sentence->awaits ? product_number(reading, piece) : 0;
    if (!number)
        return false;
    if (number == 81 && piece->count == 1)
        reading->at++;
    sentence->number = reading->at;
    if (piece_ahead(reading, 0)->plus) { /* 'Windows 2016+' */
        sentence->vague = true;
        sentence->awaits = false;
        return true;
    }
    reading_add_product(sentence, number >= 2000 ? FAMILY_SERVER : FAMILY_CLIENT, number);
    sentence->bare |= sentence->head == HEAD_BARE_SERVER;
    return true;
}

/* The build behind NT's version '10.0', or 0: '10.0 (26100)', '10.0 <X64> (Build 26100: )'. */
static uint32_t build_behind(struct reading *reading, const struct nt_version *version) {
    size_t by = 1;
    while (piece_is_word(piece_ahead(reading, by), WORD_ARCH) ||
           piece_is_word(piece_ahead(reading, by), WORD_BUILD) ||
           (piece_ahead(reading, by)->kind == PIECE_NUMBER && piece_ahead(reading, by)->claimed &&
            piece_ahead(reading, by)->count == 1 && piece_ahead(reading, by)->digits == 2))
        by++;
    const struct piece *number = piece_ahead(reading, by);
    if (number->kind != PIECE_NUMBER || number->claimed || number->count > 2 ||
        !nt_has(version, number->part[0]) || (number->gap & (GAP_SLASH | GAP_QUESTION | GAP_DOT)))
        return 0;
    reading->at += by;
    return number->part[0];
}

/* '10.0', '6.3'. */
static void read_nt(struct reading *reading, const struct nt_version *version) {
    struct sentence *sentence = reading->sentence;
    uint32_t build = build_behind(reading, version);
    if (build) {
        sentence->strong_nt = version;
        reading_clue(sentence, &sentence->strong, build, false);
    } else if (sentence->nt[0] &&
               (sentence->nt[0] != version->major || sentence->nt[1] != version->minor)) {
        sentence->nothing = true;
    } else {
        sentence->nt[0] = version->major;
        sentence->nt[1] = version->minor;
    }
}

/* A build by its form, beside nothing that says so: '(26100)', '26100.4652', a lone 26100. */
static bool read_weak(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0), *before = piece_before(reading),
                       *next = piece_ahead(reading, 1);
    const uint32_t fields = GAP_COMMA | GAP_BAR;
    bool enclosed = piece->gap & GAP_OPEN && next->gap & GAP_CLOSE;
    bool dated = piece->count == 3 && piece->part[2] >= 100000 && piece->part[2] <= 999999;
    if (!number_may_be_build(piece->part[0]) || (piece->count > 2 && !dated) ||
        piece->gap & GAP_DOT)
        return false;
    bool listed = release_of(sentence->list, piece->part[0]) != NULL;
    if (!listed && !(enclosed && piece->count <= 2 && sentence->head == HEAD_WINDOWS))
        return false;
    bool lone = piece->count == 1 && !enclosed && !piece_is_word(before, WORD_VERSION);
    if (lone && next->kind == PIECE_WORD && !next->gap) /* 10240x768 */
        return false;
    if (lone && before->kind == PIECE_WORD && !piece->gap) /* x26100 */
        return false;
    if (lone && before->kind == PIECE_WORD &&
        (before->word == WORD_LINK || before->word == WORD_UNKNOWN || before->word == WORD_TAKES))
        return false;
    uint32_t build = piece->part[0];
    if (lone && sentence->strong_nt && !nt_has(sentence->strong_nt, build))
        return true; /* 6.1 (7601) 10240 */
    if (lone && !sentence->strong.build && ((piece->gap | next->gap) & fields))
        sentence->in_fields = true;
    reading_clue(sentence, &sentence->weak, build, false);
    return true;
}

/* 'Build 26100'. */
static bool read_build(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0);
    if (piece->count > 2 || !number_may_be_build(piece->part[0]))
        return false;
    const struct piece *word = piece_before(reading);
    bool owned = reading->at >= 2 && word[-1].kind == PIECE_WORD && word[-1].word == WORD_UNKNOWN;
    reading_clue(sentence, owned ? &sentence->weak : &sentence->strong, piece->part[0], false);
    return true;
}

/* A version of another product: the first number behind it, and what has dots. */
static bool read_other(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0);
    if (sentence->head != HEAD_OTHER || (!sentence->awaits && piece->count < 2))
        return false;
    if (sentence->awaits)
        sentence->number = reading->at;
    sentence->awaits = false;
    return true;
}

static void read_loose(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0);
    uint32_t part = piece->part[0];
    bool single = piece->count == 1;
    const struct product *last = reading_last_product(sentence);
    if (single && piece->digits == 4 && name_is_version(sentence->list, piece_text(piece)))
        reading_version(reading);
    else if (single && part >= 2000 && part <= 2099 && last && last->family == FAMILY_CLIENT &&
             !sentence->year && sentence->head == HEAD_WINDOWS)
        sentence->year = part;
    else if (read_weak(reading))
        return;
    else if (single && sentence->head == HEAD_NONE && (part == 10 || part == 11))
        sentence->major++;
    else
        sentence->stray++;
}

void reading_number(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0);
    const struct nt_version *nt =
        piece->count >= 2 ? nt_version(piece->part[0], piece->part[1]) : NULL;
    if (piece_is_word(piece_before(reading), WORD_BUILD) && sentence->head != HEAD_OTHER &&
        read_build(reading)) {
        sentence->awaits = false;
    } else if (read_other(reading) || read_product(reading)) {
        return;
    } else if (nt && piece->count <= 4 && piece->count >= 3 && nt_has(nt, piece->part[2])) {
        sentence->strong_nt = nt;
        reading_clue(sentence, &sentence->strong, piece->part[2], false);
        const struct piece *next = piece_ahead(reading, 1);
        if (piece_is_single(next) && next->gap == GAP_OPEN) /* the revision: 10.0.17763(5458) */
            reading->at++;
        sentence->awaits = false;
    } else if (nt && piece->count == 2) {
        const struct piece *before = piece_before(reading);
        sentence->nt_names |= sentence->has_nt && (piece_is_word(before, WORD_NT) ||
                                                   piece_is_word(before, WORD_SERVER) ||
                                                   piece_is_word(before, WORD_EDITION));
        read_nt(reading, nt);
    } else {
        read_loose(reading);
    }
}
