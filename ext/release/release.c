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
