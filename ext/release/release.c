/*
** What a version string of an inventory says, word by word. Two kinds of clue are kept apart:
**
**   a build    '10.0.26100', '10.0 (26100)', 'Build 26100', '26100.1.amd64fre.ge_release.240331-1435'
**   a name     a product ('Windows 10', 'Windows Server 2012 R2') and, it may be, a version ('22H2')
**
** A build answers by itself. A name answers only if the list has exactly one build for it. Clues
** that disagree, or words such as 'or later', answer nothing. Words that mean nothing here (editions
** in any language, architectures, host names) are passed over.
*/
#include "release/release.h"
#include "base/text.h"
#include "release/name.h"
#include "release/number.h"

#include <string.h>

/* Long-term servicing releases are called by a year; each is one version of its product. */
static const struct servicing_year {
    uint32_t year;
    char version[8];
} servicing_years[] = {
    {2015, "1507"}, {2016, "1607"}, {2019, "1809"}, {2021, "21H2"}, {2024, "24H2"},
};

/* Microsoft's own second names of versions. */
static const struct version_alias {
    char alias[8], version[8];
} version_aliases[] = {{"19H1", "1903"}, {"19H2", "1909"}, {"20H1", "2004"}};

struct reading {
    const struct release_list *list;
    const char *start, *at, *end;

    enum { AWAIT_NOTHING, AWAIT_PRODUCT, AWAIT_YEAR, AWAIT_BUILD } awaited;
    bool nt;        /* 'NT' was read: '6.3' then is a release */
    bool windows;   /* the text is about Windows: a bare build number may be believed */
    bool hyper_v;   /* 'Hyper-V' was read: 'Server' belongs to Windows */
    bool preview;   /* 'Insider': names mean no released build */
    bool vague;     /* several names, or one of another kind of device: names do not count */
    bool range;     /* 'or later': nothing counts */
    bool conflict;  /* two clues disagree */
    bool servicing; /* 'LTSC' */

    uint32_t build;         /* said outright, or 0 */
    uint32_t loose;         /* said outright, if the text is about Windows; or 0 */
    uint32_t named;         /* the one build of a name, or 0 */
    uint32_t by_nt;         /* the one of 'NT 6.3', or 0 */
    uint32_t year;          /* the last one that is no part of a product, for LTSC */
    struct product product; /* the one being read */
    struct product open;    /* one that needs a version */
    char version[8];        /* "22H2", or "" */
};

const struct release *release_of(const struct release_list *list, uint32_t build) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->releases[middle].build < build)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->releases[low].build == build ? &list->releases[low] : NULL;
}

/* --- Clues --- */

static void clue_build(struct reading *reading, uint32_t *slot, uint32_t build) {
    if (*slot && *slot != build)
        reading->conflict = true;
    *slot = build;
}

static void clue_version(struct reading *reading, const char *text, size_t size) {
    char version[sizeof reading->version] = "";
    if (size >= sizeof version)
        return;
    memcpy(version, text, size);
    for (size_t i = 0; i < COUNT(version_aliases); i++)
        if (text_is(version, size, version_aliases[i].alias))
            memcpy(version, version_aliases[i].version, sizeof version);
    if (*reading->version && !text_is(version, strlen(version), reading->version))
        reading->vague = true;
    memcpy(reading->version, version, sizeof version);
}

/* Done with the product being read: now its name is whole. */
static void product_settle(struct reading *reading) {
    struct product *product = &reading->product;
    if (!*product->name)
        return;
    uint32_t build = name_build(reading->list, product, "", reading->preview);
    if (build && !reading->preview)
        clue_build(reading, &reading->named, build);
    if (!build && *reading->open.name && strcmp(reading->open.name, product->name) != 0)
        reading->vague = true;
    if (!build || reading->preview)
        reading->open = *product;
    *product = (struct product){0};
}

static struct product product_of(bool server) {
    struct product product = {.server = server};
    strcpy(product.name, server ? "Windows Server" : "Windows");
    return product;
}

/* Adds a word to the product's name; one that is too long for the list is no product of it. */
static void product_append(struct product *product, const char *text, size_t size) {
    size_t length = strlen(product->name);
    if (length + size + 2 > sizeof product->name) {
        memcpy(product->name, "?", 2);
        return;
    }
    product->name[length] = ' ';
    memcpy(product->name + length + 1, text, size);
    product->name[length + 1 + size] = '\0';
}

/* 'Windows 10', 'Windows 8.1'; and 'Windows 2016', which can only be the server. */
static void read_client(struct reading *reading, const struct number *number) {
    if (number->count == 1 && (number->part[0] == 32 || number->part[0] == 64)) /* Win64 */
        return;
    product_settle(reading);
    reading->product = product_of(number->count == 1 && number->digits == 4);
    product_append(&reading->product, number->text, number->size);
    if (reading->product.server && !list_has_product(reading->list, &reading->product))
        reading->vague = true;
}

/* 'Windows Server 2019'. False when the number is no year: 'Windows Server 1809'. */
static bool read_year(struct reading *reading, const struct number *number) {
    if (number->count != 1 || number->digits != 4)
        return false;
    struct product former = reading->product;
    product_append(&reading->product, number->text, 4);
    if (list_has_product(reading->list, &reading->product) ||
        !version_build(reading->list, number->text, number->size))
        return true;
    reading->product = former;
    return false;
}

/* --- Words --- */

enum meaning {
    MEANS_NOTHING,
    MEANS_WINDOWS,
    MEANS_SERVER,
    MEANS_NT,
    MEANS_HYPER_V,
    MEANS_BUILD,
    MEANS_NUMBER,
    MEANS_SERVICING,
    MEANS_PREVIEW,
    MEANS_VAGUE, /* 'and'; or a Windows whose versions are not those of the list */
    MEANS_RANGE,
    MEANS_FILLER, /* may stand between a product and its number */
};

static enum meaning meaning_of(const char *word, size_t size) {
    static const struct {
        unsigned char size;
        unsigned char meaning;
        char text[12];
    } words[] = {
        {7, MEANS_WINDOWS, "windows"},     {3, MEANS_WINDOWS, "win"},
        {6, MEANS_SERVER, "server"},       {2, MEANS_NT, "nt"},
        {5, MEANS_HYPER_V, "hyper"},       {5, MEANS_BUILD, "build"},
        {12, MEANS_BUILD, "currentbuild"}, {11, MEANS_BUILD, "buildnumber"},
        {6, MEANS_NUMBER, "number"},       {2, MEANS_NUMBER, "no"},
        {4, MEANS_SERVICING, "ltsc"},      {4, MEANS_SERVICING, "ltsb"},
        {7, MEANS_PREVIEW, "preview"},     {7, MEANS_PREVIEW, "insider"},
        {4, MEANS_PREVIEW, "beta"},        {6, MEANS_VAGUE, "mobile"},
        {5, MEANS_VAGUE, "phone"},         {11, MEANS_VAGUE, "holographic"},
        {3, MEANS_VAGUE, "and"},           {2, MEANS_RANGE, "or"},
        {5, MEANS_RANGE, "later"},         {5, MEANS_RANGE, "newer"},
        {5, MEANS_RANGE, "older"},         {7, MEANS_RANGE, "earlier"},
        {5, MEANS_RANGE, "above"},         {5, MEANS_RANGE, "below"},
        {6, MEANS_RANGE, "before"},        {5, MEANS_RANGE, "after"},
        {5, MEANS_RANGE, "since"},         {5, MEANS_RANGE, "until"},
        {7, MEANS_RANGE, "through"},       {1, MEANS_FILLER, "r"},
        {2, MEANS_FILLER, "tm"},           {1, MEANS_FILLER, "v"},
        {3, MEANS_FILLER, "iot"},          {7, MEANS_FILLER, "storage"},
        {8, MEANS_FILLER, "standard"},     {10, MEANS_FILLER, "datacenter"},
        {10, MEANS_FILLER, "essentials"},
    };
    if (size > 12)
        return MEANS_NOTHING;
    for (size_t i = 0; i < COUNT(words); i++)
        if (words[i].size == size && (words[i].text[0] ^ word[0]) % 32 == 0 &&
            text_equal_nocase(words[i].text, word, size))
            return words[i].meaning;
    return MEANS_NOTHING;
}

static void read_word(struct reading *reading, enum meaning meaning) {
    switch (meaning) {
    case MEANS_WINDOWS:
        reading->windows = true;
        reading->awaited = AWAIT_PRODUCT;
        return;
    case MEANS_SERVER:
        if (reading->awaited == AWAIT_PRODUCT || reading->hyper_v) {
            product_settle(reading);
            reading->product = product_of(true);
            reading->windows = true;
            reading->awaited = AWAIT_YEAR;
        }
        reading->hyper_v = false;
        return;
    case MEANS_NT:
        reading->nt = reading->windows = true;
        return;
    case MEANS_HYPER_V:
        reading->hyper_v = true;
        return;
    case MEANS_BUILD:
        if (reading->at - reading->start >= 3 && text_is(reading->at - 3, 3, "os "))
            reading->windows = true;
        reading->awaited = AWAIT_BUILD;
        return;
    case MEANS_NUMBER: /* 'build number' */
        reading->awaited = reading->awaited == AWAIT_BUILD ? AWAIT_BUILD : AWAIT_NOTHING;
        return;
    case MEANS_SERVICING:
        reading->servicing = true;
        return;
    case MEANS_PREVIEW:
        reading->preview = true;
        break;
    case MEANS_VAGUE:
        reading->vague = true;
        break;
    case MEANS_RANGE:
        reading->range = true;
        break;
    case MEANS_FILLER:
        return;
    case MEANS_NOTHING:
        break;
    }
    reading->awaited = AWAIT_NOTHING;
    reading->hyper_v = false;
}

/* The build behind NT version '10.0', or 0: '10.0 (26100)', '10.0 Build 26100', '10.0-26100'. */
static uint32_t build_behind(struct reading *reading, const struct nt_version *version) {
    const char *at = reading->at, *end = reading->end;
    while (at < end && is_blank(*at))
        at++;
    if (at < end && (*at == '(' || (*at == '-' && at == reading->at)))
        at++;
    if (text_starts(at, (size_t)(end - at), "build "))
        at += 6;
    if (at == end || !is_digit(*at))
        return 0;
    struct number number = number_read(at, end);
    if (number.tail || number.count > 2 || !nt_has(version, number.part[0]))
        return 0;
    reading->at = at + number.size;
    return number.part[0];
}

/* '10.0', '8.1', '26100.4652'. */
static void read_pair(struct reading *reading, const struct number *number, int awaited) {
    const struct nt_version *version = nt_version(number->part[0], number->part[1]);
    uint32_t build = version ? build_behind(reading, version) : 0;
    if (build)
        clue_build(reading, &reading->build, build);
    else if (version && reading->nt)
        reading->by_nt = version_build(reading->list, number->text, number->size);
    else if (version)
        return;
    else if (number_may_be_build(number->part[0]) &&
             (awaited == AWAIT_BUILD || release_of(reading->list, number->part[0])))
        clue_build(reading, &reading->loose, number->part[0]);
    else if (awaited == AWAIT_PRODUCT)
        read_client(reading, number);
}

/* A number that is neither build, product nor version. If it could be a second product, as in
** 'Windows 10, 11', names no longer count. */
static void read_other(struct reading *reading, const struct number *number) {
    const struct product *first = *reading->product.name ? &reading->product : &reading->open;
    struct product product = product_of(first->server);
    product_append(&product, number->text, number->size);
    if (*first->name && list_has_product(reading->list, &product))
        reading->vague |= !text_starts(first->name, strlen(first->name), product.name);
    reading->year = number->part[0];
}

/* '26100', '10', '2019', '1809'. */
static void read_single(struct reading *reading, const struct number *number, int awaited) {
    if (number_may_be_build(number->part[0]) &&
        (awaited == AWAIT_BUILD || release_of(reading->list, number->part[0])))
        clue_build(reading, &reading->loose, number->part[0]);
    else if (awaited == AWAIT_YEAR && read_year(reading, number))
        return;
    else if (awaited == AWAIT_PRODUCT)
        read_client(reading, number);
    else if (number->digits == 4 && version_build(reading->list, number->text, number->size))
        clue_version(reading, number->text, number->size);
    else
        read_other(reading, number);
}

/* '22H2', '2012R2', '26100.1.amd64fre'. */
static void read_tailed(struct reading *reading, struct number *number, int awaited) {
    const char *text = number->text;
    if (number->count == 1 && number->digits == 2 && number->size == 4 && (text[2] | 32) == 'h') {
        clue_version(reading, text, 4);
    } else if (number->count == 1 && number->digits == 4 &&
               text_is(text + 4, number->size - 4, "R2")) {
        number->size = 4;
        number->tail = false;
        read_single(reading, number, awaited);
        if (awaited == AWAIT_YEAR || awaited == AWAIT_PRODUCT)
            product_append(&reading->product, "R2", 2);
    } else if (number_is_label(number)) {
        clue_build(reading, &reading->build, number->part[0]);
    }
}

/* `stuck`: a word that means nothing here stands right before it, as in 'HOST17763'. */
static void read_number(struct reading *reading, bool stuck) {
    struct number number = number_read(reading->at, reading->end);
    int awaited = reading->awaited;
    reading->at += number.size;
    reading->awaited = AWAIT_NOTHING;
    bool after_r = number.text > reading->start && (number.text[-1] | 32) == 'r';
    if (stuck)
        return;
    if (after_r && number.size == 1 && *number.text == '2' && reading->product.server)
        product_append(&reading->product, "R2", 2);
    else if (number.tail)
        read_tailed(reading, &number, awaited);
    else if (number.count == 1)
        read_single(reading, &number, awaited);
    else if (number.count == 2)
        read_pair(reading, &number, awaited);
    else if (number_build(&number))
        clue_build(reading, &reading->build, number_build(&number));
}

/* '1809+', '>= 1809', '10 / 11'. */
static void read_sign(struct reading *reading) {
    const char *at = reading->at, *next = at + 1;
    if (!memchr("+<>/&", *at, 5))
        return;
    bool behind_digit = at > reading->start && is_digit(at[-1]);
    while (next < reading->end && is_blank(*next))
        next++;
    bool before_digit = next < reading->end && (is_digit(*next) || *next == '=');
    if (*at == '+')
        reading->range |= behind_digit;
    else if (*at == '<' || *at == '>')
        reading->range |= before_digit;
    else if (*at == '/' || *at == '&')
        reading->vague |= behind_digit || next > at + 1;
}

static void read_text(struct reading *reading) {
    bool stuck = false;
    while (reading->at < reading->end) {
        const char *at = reading->at;
        if (is_digit(*at)) {
            read_number(reading, stuck || (at > reading->start && at[-1] == '.'));
            stuck = false;
        } else if (is_letter(*at)) {
            while (at < reading->end && is_letter(*at))
                at++;
            size_t size = (size_t)(at - reading->at);
            enum meaning meaning = meaning_of(reading->at, size);
            read_word(reading, meaning);
            stuck = meaning == MEANS_NOTHING;
            reading->at = at;
        } else {
            read_sign(reading);
            stuck = false;
            reading->at++;
        }
    }
    product_settle(reading);
}

/* --- The answer --- */

/* The build of the product that needs a version, or 0. */
static uint32_t build_of_open(struct reading *reading) {
    uint32_t build = 0;
    if (*reading->version)
        build = name_build(reading->list, &reading->open, reading->version, reading->preview);
    if (build)
        clue_build(reading, &reading->named, build);
    return build;
}

/* The build that the names in the text mean, or 0. */
static uint32_t named_build(struct reading *reading) {
    for (size_t i = 0; reading->servicing && reading->year && i < COUNT(servicing_years); i++)
        if (servicing_years[i].year == reading->year)
            clue_version(reading, servicing_years[i].version, strlen(servicing_years[i].version));
    bool whole = !*reading->open.name || strcmp(reading->open.name, "Windows Server") == 0;
    if (reading->by_nt && whole && !*reading->version) /* 'Windows NT Server 6.3' */
        clue_build(reading, &reading->named, reading->by_nt);
    else if (*reading->open.name)
        return reading->vague ? 0 : build_of_open(reading);
    const struct release *release = release_of(reading->list, reading->named);
    if (release && *reading->version && !same_version(release, reading->version, false))
        return 0; /* 'Windows Server 2019 22H2' */
    return reading->vague ? 0 : reading->named;
}

uint32_t release_build(const struct release_list *list, const char *text, size_t size) {
    for (; size && is_blank(*text); size--)
        text++;
    for (; size && is_blank(text[size - 1]); size--)
        ;
    if (!size)
        return 0;
    const char *end = text + size;
    if (is_digit(*text)) {
        struct number number = number_read(text, end);
        if (number.text + number.size == end && !number.tail)
            return number_build(&number);
    }

    struct reading reading = {.list = list, .start = text, .at = text, .end = end};
    read_text(&reading);
    uint32_t named = named_build(&reading);
    if (reading.loose && (reading.windows || reading.build))
        clue_build(&reading, &reading.build, reading.loose);
    if (reading.conflict || reading.range)
        return 0;
    if (!reading.build)
        return named;
    return named && named != reading.build ? 0 : reading.build;
}
