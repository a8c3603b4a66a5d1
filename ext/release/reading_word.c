/* The words of a version string. */
#include "release/reading.h"

static void begin(struct sentence *sentence, int head) {
    sentence->head = head;
    sentence->awaits = true;
    sentence->is_open = false;
    sentence->is_windows |= head != HEAD_OTHER && head != HEAD_BARE_SERVER;
    sentence->has_other |= head == HEAD_OTHER;
}

/* 'Server' behind Windows, behind a server's year, or by itself. */
static void read_server(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct product *last = reading_last_product(sentence);
    if (sentence->awaits && (sentence->head == HEAD_WINDOWS || sentence->head == HEAD_HYPER_V ||
                             sentence->head == HEAD_SERVER))
        begin(sentence, HEAD_SERVER);
    else if (sentence->awaits && sentence->head == HEAD_OTHER)
        return;
    else if (last && last->family == FAMILY_SERVER && sentence->is_open)
        return;
    else if (last && sentence->is_open && !piece_ahead(reading, 0)->gap)
        sentence->vague = true; /* windows8Server */
    else
        begin(sentence, HEAD_BARE_SERVER);
}

/* 'R' with the 2 behind it, 'Rel. 2'; also of another product. */
static void read_release(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *piece = piece_ahead(reading, 0), *number = piece_ahead(reading, 1);
    bool is_letter_r = piece->size == 1;
    struct product *last = reading_last_product(sentence);
    if (!piece_is_single(number) || number->digits != 1 || !gap_only(number, GAP_BLANK | GAP_DOT)) {
        bool cut_off = is_letter_r && sentence->is_open && !(number->gap & GAP_CLOSE);
        sentence->vague |= cut_off; /* 'Windows Server 2012 R' */
        return;
    }
    bool behind = sentence->number + 1 == reading->at;
    uint32_t joint = piece_ahead(reading, 2)->gap & (GAP_DASH | GAP_UNDERSCORE | GAP_DOT);
    bool loose =
        !piece->gap || (gap_only(piece, GAP_BLANK | GAP_COMMA | GAP_OPEN | GAP_CLOSE) && !joint);
    bool stuck = gap_only(piece, GAP_BLANK | GAP_COMMA | GAP_OPEN | GAP_DASH | GAP_UNDERSCORE |
                                     GAP_COLON | GAP_DOT);
    reading->at++;
    if (sentence->head == HEAD_OTHER && behind && !sentence->awaits && stuck)
        sentence->number = reading->at;
    else if (sentence->head != HEAD_OTHER && last && last->family == FAMILY_SERVER && !last->r2 &&
             sentence->is_open && number->part[0] == 2 && (behind ? stuck : loose))
        last->r2 = true;
    else
        sentence->stray++;
}

static void read_pack(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    const struct piece *number = piece_ahead(reading, 1);
    if (!piece_is_single(number) || number->digits != 1)
        return;
    if (sentence->packs++ && sentence->pack != number->part[0])
        sentence->pack = 0; /* which one is the system's is not said */
    else
        sentence->pack = number->part[0];
    reading->at++;
}

/* Words that begin a product, or are part of its name. */
static void read_name(struct reading *reading, enum word_kind word) {
    struct sentence *sentence = reading->sentence;
    const struct product *last = reading_last_product(sentence);
    switch (word) {
    case WORD_WINDOWS:
        begin(sentence, HEAD_WINDOWS);
        break;
    case WORD_SYSTEM_SERVER:
        begin(sentence, HEAD_SERVER);
        break;
    case WORD_STACK:
        begin(sentence, HEAD_STACK);
        break;
    case WORD_HYPER_V:
        if (!sentence->is_windows)
            begin(sentence, HEAD_HYPER_V);
        break;
    case WORD_CORE:
        begin(sentence, sentence->is_windows ? HEAD_SERVER : HEAD_BARE_SERVER);
        break;
    case WORD_OLD:
        if (sentence->head == HEAD_WINDOWS && sentence->awaits)
            reading_add_product(sentence, FAMILY_CLIENT, NAME_OLD);
        else
            sentence->unknown++;
        break;
    default: /* WORD_PRODUCT; 'Windows 2016 Office' may mean Office 2016 */
        sentence->vague |= sentence->head == HEAD_WINDOWS && sentence->number + 1 == reading->at &&
                           last && last->family == FAMILY_SERVER;
        begin(sentence, HEAD_OTHER);
        break;
    }
}

/* A lone x is no architecture, but for the x of 10.0.17763.x. */
static void read_architecture(struct reading *reading) {
    const struct piece *piece = piece_ahead(reading, 0), *next = piece_ahead(reading, 1);
    if (piece->size == 1 && piece->gap != GAP_DOT && (next->kind != PIECE_NUMBER || next->gap))
        reading->sentence->unknown++;
}

void reading_word(struct reading *reading) {
    struct sentence *sentence = reading->sentence;
    enum word_kind word = piece_ahead(reading, 0)->word;
    sentence->has_words = true;
    switch (word) {
    case WORD_UNKNOWN:
        sentence->unknown++;
        sentence->is_open = sentence->awaits = false;
        break;
    case WORD_SERVER:
        read_server(reading);
        break;
    case WORD_NT:
        sentence->is_windows = sentence->has_nt = true;
        break;
    case WORD_RELEASE:
        read_release(reading);
        break;
    case WORD_SERVICING:
        sentence->servicing |= sentence->head != HEAD_OTHER;
        break;
    case WORD_PACK:
        read_pack(reading);
        break;
    case WORD_ALIAS:
        reading_version(reading);
        break;
    case WORD_ARCH:
        read_architecture(reading);
        break;
    case WORD_EDITION:
        break;
    case WORD_BUILD:
    case WORD_VERSION:
        sentence->has_version = true;
        sentence->is_open = false;
        break;
    case WORD_TAKES:
    case WORD_MINOR:
    case WORD_UNIT:
    case WORD_EVENT:
    case WORD_MONTH:
    case WORD_WORD:
    case WORD_LINK:
        sentence->is_open = false;
        sentence->awaits &= sentence->head == HEAD_OTHER;
        break;
    case WORD_SYSTEM:
    case WORD_RANGE:
        sentence->nothing = true;
        break;
    case WORD_PREVIEW:
        sentence->preview = true;
        break;
    default:
        read_name(reading, word);
        break;
    }
}
