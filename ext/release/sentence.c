#include "release/sentence.h"
#include "release/reading.h"

/* What the signs before a piece say: '>= 10', 'Windows Server 2019?'. */
static void read_gap(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0), *before = piece_before(reading);
    uint32_t gap = piece->gap;
    bool number = piece->kind == PIECE_NUMBER || piece->kind == PIECE_VERSION;
    bool first = !reading->at;
    sentence->unknown += (gap & GAP_ODD) != 0;
    if (gap & GAP_VAGUE || (gap & GAP_STAR && !(gap & (GAP_COLON | GAP_DOT))) ||
        (first && gap & (GAP_PLUS | GAP_DASH | GAP_DOT) && number) ||
        (number && gap & GAP_LESS && !(gap & GAP_GREATER)) ||
        (number && gap & (GAP_LESS | GAP_GREATER) && gap & GAP_EQUAL) ||
        (gap & GAP_GREATER && gap & (GAP_DASH | GAP_EQUAL) && !(gap & GAP_LESS)))
        sentence->nothing = true;
    if (gap & GAP_QUESTION) {
        sentence->vague = true;
        sentence->nothing |=
            before->kind == PIECE_NUMBER && (sentence->strong.build || sentence->weak.build);
    }
    bool dropped =
        before->kind == PIECE_NUMBER && sentence->vague && sentence->number + 1 == reading->at;
    if (before->plus && (before->kind == PIECE_WORD || !dropped))
        sentence->nothing = true;
}

/* '<X64>' and '<os>…</os>' have both signs; '> 10' has one. */
static bool has_half_a_tag(const struct pieces *pieces) {
    bool less = false, greater = false;
    for (size_t i = 0; i <= pieces->count; i++) {
        less |= (pieces->items[i].gap & GAP_LESS) != 0;
        greater |= (pieces->items[i].gap & GAP_GREATER) != 0;
    }
    return less != greater;
}

void sentence_read(struct sentence *sentence, const struct pieces *pieces) {
    struct reading reading = {sentence, pieces, 0};
    sentence->number = PIECES_MAX + 1;
    sentence->nothing |= has_half_a_tag(pieces);
    for (; reading.at < pieces->count; reading.at++) {
        const struct piece *piece = &pieces->items[reading.at];
        read_gap(&reading);
        if (piece->kind == PIECE_WORD)
            reading_word(&reading);
        else if (piece->kind == PIECE_VERSION)
            reading_version(&reading);
        else if (piece->kind == PIECE_LABEL)
            reading_clue(sentence, &sentence->strong, piece->part[0], true);
        else if (piece->kind == PIECE_NUMBER && !piece->claimed)
            reading_number(&reading);
    }
    reading.at = pieces->count;
    read_gap(&reading);
}
