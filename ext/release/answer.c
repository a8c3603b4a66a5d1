#include "release/answer.h"
#include "release/number.h"

#include <stdio.h>
#include <string.h>

/* Is all of it understood, so that names and weak clues count? */
static bool is_whole(const struct sentence *sentence) {
    return !sentence->unknown && !sentence->stray;
}

/* Writes the version that is said, by the year of long-term servicing too. False where the year has
** no meaning. */
static bool version_of(const struct sentence *sentence, char version[VERSION_MAX]) {
    memcpy(version, sentence->version, VERSION_MAX);
    if (!sentence->year)
        return true;
    const struct product *product = &sentence->products[sentence->product_count - 1];
    const char *by_year =
        sentence->servicing ? name_servicing_version(product->number, sentence->year) : NULL;
    if (!by_year || (*version && strcmp(version, by_year) != 0))
        return false;
    name_set_version(version, text_of(by_year));
    return true;
}

/* The build of the one name that is said, or 0. */
static uint32_t named_build(const struct sentence *sentence) {
    struct name name = {.pack = sentence->pack, .servicing = sentence->servicing};
    if (sentence->preview || sentence->vague || sentence->bare || !sentence->is_windows ||
        !is_whole(sentence) || sentence->major || !version_of(sentence, name.version))
        return 0;
    const uint32_t *nt = sentence->nt;
    if (!sentence->product_count) {
        if (!sentence->nt_names || *name.version)
            return 0;
        snprintf(name.version, sizeof name.version, "%u.%u", (unsigned)nt[0], (unsigned)nt[1]);
    } else {
        name.product = sentence->products[0];
        for (size_t i = 1; i < sentence->product_count; i++) {
            const struct product *product = &sentence->products[i];
            if (product->family != name.product.family || product->number != name.product.number ||
                product->r2 != name.product.r2)
                return 0;
        }
    }
    uint32_t build = name_build(sentence->list, &name);
    return !nt[0] || nt_has(nt_version(nt[0], nt[1]), build) ? build : 0;
}

/* Does nothing that is said by name contradict that build? */
static bool agrees(const struct sentence *sentence, const struct clue *clue) {
    char version[VERSION_MAX];
    const uint32_t *nt = sentence->nt;
    if (nt[0] && !nt_has(nt_version(nt[0], nt[1]), clue->build))
        return false;
    if (sentence->preview)
        return true;
    if (!version_of(sentence, version))
        memcpy(version, sentence->version, VERSION_MAX);
    if (*version && !name_has_version(sentence->list, version, clue->build, clue->is_label))
        return false;
    for (size_t i = 0; i < sentence->product_count; i++)
        if (!name_allows(sentence->list, &sentence->products[i], version, clue->build))
            return false;
    return true;
}

/* Does the weak clue count? */
static bool counts(const struct sentence *sentence) {
    if (!is_whole(sentence) || (sentence->year && !sentence->servicing))
        return false;
    bool unsaid =
        sentence->has_other || sentence->major || (sentence->has_words && !sentence->has_version);
    if (!sentence->is_windows && unsaid)
        return false;
    return !sentence->in_fields || named_build(sentence) == sentence->weak.build;
}

uint32_t answer_build(const struct sentence *sentence) {
    const struct clue *strong = &sentence->strong, *weak = &sentence->weak;
    if (sentence->nothing)
        return 0;
    if (!strong->build && !weak->build)
        return named_build(sentence);
    const struct clue *said = strong->build ? strong : weak;
    if (strong->build) {
        bool understood = is_whole(sentence) && !sentence->has_other;
        if (!sentence->is_windows && !understood)
            return 0;
        if (weak->build && weak->build != strong->build) {
            const struct release *release = release_of(sentence->list, weak->build);
            if (!strong->is_label || !release || release->core != strong->build)
                return 0;
            said = weak;
        }
    } else if (!counts(sentence)) {
        return 0;
    }
    return agrees(sentence, said) ? said->build : 0;
}
