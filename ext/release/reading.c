#include "release/reading.h"
#include "base/text.h"

#include <string.h>

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

static void set_version(struct sentence *sentence, struct text text) {
    char version[VERSION_MAX];
    name_set_version(version, text);
    if (*sentence->version && !text_is(text_of(version), sentence->version))
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
    const struct piece *piece = piece_ahead(reading, 0);
    if (sentence->head == HEAD_OTHER) {
        sentence->stray++;
        return;
    }
    set_version(sentence, piece_text(piece));
    if (sentence->awaits && sentence->head != HEAD_HYPER_V) {
        reading_add_product(sentence, family_of(sentence), 0);
        sentence->bare |= sentence->head == HEAD_BARE_SERVER;
        sentence->is_open = false;
    }
}
