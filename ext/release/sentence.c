#include "release/reading.h"

/* What the signs before a token say: '>= 10', 'Windows Server 2019?'. */
static void read_gap(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0), *before = token_before(reading);
    uint32_t gap = token->gap;
    bool number = token->kind == TOKEN_NUMBER || token->kind == TOKEN_VERSION;
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
            before->kind == TOKEN_NUMBER && (sentence->strong.build || sentence->weak.build);
    }
    bool dropped =
        before->kind == TOKEN_NUMBER && sentence->vague && sentence->number + 1 == reading->at;
    if (before->plus && (before->kind == TOKEN_WORD || !dropped))
        sentence->nothing = true;
}

/* '<X64>' and '<os>…</os>' have both signs; '> 10' has one. */
static bool has_half_a_tag(const struct tokens *tokens) {
    bool less = false, greater = false;
    for (size_t i = 0; i <= tokens->count; i++) {
        less |= (tokens->items[i].gap & GAP_LESS) != 0;
        greater |= (tokens->items[i].gap & GAP_GREATER) != 0;
    }
    return less != greater;
}

void sentence_read(struct sentence *sentence, const struct tokens *tokens) {
    struct reading reading = {sentence, tokens, 0};
    sentence->number = TOKENS_MAX + 1;
    sentence->nothing |= has_half_a_tag(tokens);
    for (; reading.at < tokens->count; reading.at++) {
        const struct token *token = &tokens->items[reading.at];
        read_gap(&reading);
        if (token->kind == TOKEN_WORD)
            reading_word(&reading);
        else if (token->kind == TOKEN_VERSION)
            reading_version(&reading);
        else if (token->kind == TOKEN_LABEL)
            reading_clue(sentence, &sentence->strong, token->part[0], true);
        else if (token->kind == TOKEN_NUMBER && !token->claimed)
            reading_number(&reading);
    }
    reading.at = tokens->count;
    read_gap(&reading);
}
