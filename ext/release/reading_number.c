/* The numbers of a version string. */
#include "base/text.h"
#include "release/number.h"
#include "release/reading.h"

#include <string.h>

/* --- Clues --- */

void reading_clue(struct sentence *sentence, struct clue *slot, uint32_t build, bool is_label) {
    if (slot->build && slot->build != build) {
        /* The label of a build tells its core; the other clue tells the build. */
        const struct release *release = release_of(sentence->list, is_label ? slot->build : build);
        bool core = is_label != slot->is_label && release &&
                    release->core == (is_label ? build : slot->build);
        if (!core)
            sentence->nothing = true;
        if (is_label)
            return;
    } else if (slot->build) {
        is_label = is_label && slot->is_label;
    }
    *slot = (struct clue){build, is_label};
}

static void set_version(struct sentence *sentence, const char *text, size_t size) {
    char version[VERSION_MAX];
    name_set_version(version, text, size);
    if (*sentence->version && !text_is(version, strlen(version), sentence->version))
        sentence->nothing = true;
    memcpy(sentence->version, version, VERSION_MAX);
}

void reading_add_product(struct sentence *sentence, enum family family, uint32_t number) {
    sentence->awaits = false;
    sentence->is_open = true;
    if (sentence->product_count == PRODUCTS_MAX)
        sentence->nothing = true;
    else
        sentence->products[sentence->product_count++] = (struct product){family, number, false};
}

struct product *reading_last_product(struct sentence *sentence) {
    return sentence->product_count ? &sentence->products[sentence->product_count - 1] : NULL;
}

static enum family family_of(const struct sentence *sentence) {
    return sentence->head == HEAD_WINDOWS ? FAMILY_CLIENT
           : sentence->head == HEAD_STACK ? FAMILY_STACK
                                          : FAMILY_SERVER;
}

/* '22H2', '1809'. The product's number may be this. */
void reading_version(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0);
    if (sentence->head == HEAD_OTHER) {
        sentence->stray++;
        return;
    }
    set_version(sentence, token->text, token->size);
    if (sentence->awaits && sentence->head != HEAD_HYPER_V) {
        reading_add_product(sentence, family_of(sentence), 0);
        sentence->bare |= sentence->head == HEAD_BARE_SERVER;
        sentence->is_open = false;
    }
}

/* --- Numbers --- */

/* The number of the product that is awaited, if the token is one: 10, 8.1, 2019. */
static uint32_t product_number(const struct reading *reading, const struct token *token) {
    const struct sentence *sentence = reading->sentence;
    const struct token *next = token_ahead(reading, 1), *behind = token_ahead(reading, 2);
    uint32_t part = token->part[0];
    const struct token *before = token_before(reading);
    bool beside = before->word == WORD_WINDOWS || before->word == WORD_VERSION;
    if (token->count == 1 && token->digits == 4 && sentence->head != HEAD_STACK)
        return (sentence->head != HEAD_WINDOWS || beside) &&
                       name_is_server_year(sentence->list, part)
                   ? part
                   : 0;
    if (sentence->head != HEAD_WINDOWS)
        return 0;
    if (token->count == 2)
        return part == 8 && token->part[1] == 1 && token->size == 3 ? 81 : 0;
    if (token->count != 1 || token->digits > 2)
        return 0;
    if (part < 10 && token->gap & (GAP_COMMA | GAP_BAR)) /* Windows, 8 cores */
        return 0;
    if (part == 8 && token_is_single(next) && next->digits == 1 && next->part[0] == 1 &&
        (next->gap == GAP_COMMA || next->gap == GAP_DASH || next->gap == GAP_UNDERSCORE) &&
        (behind->gap || behind->kind == TOKEN_END)) /* 8,1 */
        return 81;
    return part == 7 || part == 8 || part == 10 || part == 11 ? part : 0;
}

/* Reads it; false when it is none. */
static bool read_product(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0);
    uint32_t number = sentence->awaits ? product_number(reading, token) : 0;
    if (!number)
        return false;
    if (number == 81 && token->count == 1)
        reading->at++;
    sentence->number = reading->at;
    if (token_ahead(reading, 0)->plus) { /* 'Windows 2016+' */
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
    while (token_is_word(token_ahead(reading, by), WORD_ARCH) ||
           token_is_word(token_ahead(reading, by), WORD_BUILD) ||
           (token_ahead(reading, by)->kind == TOKEN_NUMBER && token_ahead(reading, by)->claimed &&
            token_ahead(reading, by)->count == 1 && token_ahead(reading, by)->digits == 2))
        by++;
    const struct token *number = token_ahead(reading, by);
    if (number->kind != TOKEN_NUMBER || number->claimed || number->count > 2 ||
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
    const struct token *token = token_ahead(reading, 0), *before = token_before(reading),
                       *next = token_ahead(reading, 1);
    const uint32_t fields = GAP_COMMA | GAP_BAR;
    bool enclosed = token->gap & GAP_OPEN && next->gap & GAP_CLOSE;
    bool dated = token->count == 3 && token->part[2] >= 100000 && token->part[2] <= 999999;
    if (!number_may_be_build(token->part[0]) || (token->count > 2 && !dated) ||
        token->gap & GAP_DOT)
        return false;
    bool listed = release_of(sentence->list, token->part[0]) != NULL;
    if (!listed && !(enclosed && token->count <= 2 && sentence->head == HEAD_WINDOWS))
        return false;
    bool lone = token->count == 1 && !enclosed && !token_is_word(before, WORD_VERSION);
    if (lone && before->kind == TOKEN_WORD &&
        (before->word == WORD_LINK || before->word == WORD_UNKNOWN || before->word == WORD_TAKES))
        return false;
    uint32_t build = token->part[0];
    if (lone && sentence->strong_nt && !nt_has(sentence->strong_nt, build))
        return true; /* 6.1 (7601) 10240 */
    if (lone && !sentence->strong.build && ((token->gap | next->gap) & fields))
        sentence->in_fields = true;
    reading_clue(sentence, &sentence->weak, build, false);
    return true;
}

/* 'Build 26100'. */
static bool read_build(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0);
    if (token->count > 2 || !number_may_be_build(token->part[0]))
        return false;
    const struct token *word = token_before(reading);
    bool owned = reading->at >= 2 && word[-1].kind == TOKEN_WORD && word[-1].word == WORD_UNKNOWN;
    reading_clue(sentence, owned ? &sentence->weak : &sentence->strong, token->part[0], false);
    return true;
}

/* A version of another product: the first number behind it, and what has dots. */
static bool read_other(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0);
    if (sentence->head != HEAD_OTHER || (!sentence->awaits && token->count < 2))
        return false;
    if (sentence->awaits)
        sentence->number = reading->at;
    sentence->awaits = false;
    return true;
}

static void read_loose(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct token *token = token_ahead(reading, 0);
    uint32_t part = token->part[0];
    bool single = token->count == 1;
    const struct product *last = reading_last_product(sentence);
    if (single && token->digits == 4 && name_is_version(sentence->list, token->text, token->size))
        reading_version(reading);
    else if (single && token->digits == 4 && last && last->family == FAMILY_CLIENT &&
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
    const struct token *token = token_ahead(reading, 0);
    const struct nt_version *nt =
        token->count >= 2 ? nt_version(token->part[0], token->part[1]) : NULL;
    if (token_is_word(token_before(reading), WORD_BUILD) && sentence->head != HEAD_OTHER &&
        read_build(reading)) {
        sentence->awaits = false;
    } else if (read_other(reading) || read_product(reading)) {
        return;
    } else if (nt && token->count <= 4 && token->count >= 3 && nt_has(nt, token->part[2])) {
        sentence->strong_nt = nt;
        reading_clue(sentence, &sentence->strong, token->part[2], false);
        const struct token *next = token_ahead(reading, 1);
        if (token_is_single(next) && next->gap == GAP_OPEN) /* the revision: 10.0.17763(5458) */
            reading->at++;
        sentence->awaits = false;
    } else if (nt && token->count == 2) {
        const struct token *before = token_before(reading);
        sentence->nt_names |= sentence->has_nt && (token_is_word(before, WORD_NT) ||
                                                   token_is_word(before, WORD_SERVER) ||
                                                   token_is_word(before, WORD_EDITION));
        read_nt(reading, nt);
    } else {
        read_loose(reading);
    }
}
