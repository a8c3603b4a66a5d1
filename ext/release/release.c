#include "release/release.h"
#include "base/number.h"
#include "release/answer.h"
#include "release/claim.h"
#include "release/number.h"
#include "release/sentence.h"

/* Most strings are a number and nothing else; a spreadsheet may have put ',0' behind it. Returns the
** build of one, 0 when it has none; *is_number is false when the text is something else. */
static uint32_t plain_build(struct text text, bool *is_number) {
    uint32_t part[4] = {0};
    unsigned count = 0;
    const char *end = text.text + text.size;
    for (const char *at = text.text;; at++) {
        size_t digits;
        uint64_t value = number_read(at, (size_t)(end - at), &digits);
        at += digits;
        *is_number = digits > 0;
        if (count < 4)
            part[count] = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
        count += count < 5;
        if (count == 1 && end - at == 2 && at[0] == ',' && at[1] == '0')
            at = end;
        if (!*is_number || at == end)
            return *is_number ? number_build(part, count) : 0;
        if (*at != '.') {
            *is_number = false;
            return 0;
        }
    }
}

uint32_t release_build(const struct release_list *list, struct text text) {
    for (; text.size && is_blank(*text.text); text.size--)
        text.text++;
    for (; text.size && is_blank(text.text[text.size - 1]); text.size--)
        ;
    if (!text.size)
        return 0;
    bool is_number;
    uint32_t build = plain_build(text, &is_number);
    if (is_number)
        return build;

    struct fold fold;
    struct pieces pieces;
    pieces.count = 0;
    if (!fold_text(&fold, text) || !pieces_read(&pieces, &fold) || !claim_numbers(&pieces))
        return 0;
    struct sentence sentence = {.list = list};
    sentence_read(&sentence, &pieces);
    return answer_build(&sentence);
}

/* How much a word alone says of a system: 2 where it is the name of one; less than 0 where the text is about
** something else. */
static int says_of_system(enum word_kind word) {
    switch (word) {
    case WORD_OLD:
    case WORD_SYSTEM_SERVER:
    case WORD_STACK:
        return 2;
    case WORD_WINDOWS:
    case WORD_SERVER:
    case WORD_CORE:
    case WORD_HYPER_V:
    case WORD_NT:
    case WORD_PREVIEW:
        return 1;
    case WORD_EDITION:
    case WORD_ARCH:
    case WORD_SERVICING:
        return 0;
    default:
        return -1;
    }
}

bool release_names_system(struct text text) {
    struct fold fold;
    struct pieces pieces;
    int said = 0;
    pieces.count = 0;
    if (!fold_text(&fold, text) || !pieces_read(&pieces, &fold))
        return false;
    for (size_t i = 0; i < pieces.count; i++) {
        int says = pieces.items[i].kind == PIECE_WORD ? says_of_system(pieces.items[i].word) : -1;
        if (says < 0)
            return false;
        said += says;
    }
    return said > 1;
}
