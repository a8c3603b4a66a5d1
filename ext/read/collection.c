#include "read/collection.h"
#include "base/number.h"
#include "base/quote.h"
#include "read/file.h"

#include <stdbool.h>
#include <string.h>

enum {
    OLDEST = 2600, /* Windows XP; years are below it */
    NEWEST = 999999,
};

static bool is_separator(char c) {
#if defined(_WIN32)
    if (c == '\\' || c == ':')
        return true;
#endif
    return c == '/';
}

struct text collection_file(const char *path) {
    const char *name = file_name(path);
    return (struct text){name, strlen(name)};
}

struct text collection_folder(const char *path) {
    size_t end = (size_t)(file_name(path) - path);
    while (end && is_separator(path[end - 1]))
        end--;
    size_t start = end;
    while (start && !is_separator(path[start - 1]))
        start--;
    return (struct text){path + start, end - start};
}

/* Numbers with dots between them, as a version has: 10.0.17763.5122. */
struct version {
    uint64_t parts[4];
    size_t count; /* more than 4: it is none */
};

static bool is_digit_at(struct text text, size_t at) {
    return at < text.size && is_digit(text.text[at]);
}

static bool is_letter_at(struct text text, size_t at) {
    return at < text.size && is_letter(text.text[at]);
}

/* Reads the next numbers of the name from *at on, and says whether a letter touches them; false
** where there are none. *at moves behind them. */
static bool next_version(struct text name, size_t *at, struct version *version, bool *touches) {
    size_t digits;
    version->count = 0;
    while (*at < name.size && !is_digit_at(name, *at))
        ++*at;
    *touches = *at && is_letter_at(name, *at - 1);
    while (is_digit_at(name, *at)) {
        uint64_t number = number_read(name.text + *at, name.size - *at, &digits);
        if (version->count < 4)
            version->parts[version->count] = number;
        version->count++;
        *at += digits;
        if (*at < name.size && name.text[*at] == '.' && is_digit_at(name, *at + 1))
            ++*at;
    }
    *touches |= is_letter_at(name, *at);
    return version->count > 0;
}

static uint32_t build_of(uint64_t number) {
    return number >= OLDEST && number <= NEWEST ? (uint32_t)number : 0;
}

/* The build that the numbers name, or 0: of `10.0.17763.5122` and `6.3.9600` it is the third, of
** `17763.5122` the first, of `2.26100` (as in `22H2.26100`) the only one that may be one. */
static uint32_t version_build(const struct version *version) {
    bool is_windows = version->parts[0] == 10 || version->parts[0] == 6;
    if (version->count == 3 || version->count == 4)
        return is_windows ? build_of(version->parts[2]) : 0;
    if (version->count > 2)
        return 0;
    uint32_t first = build_of(version->parts[0]);
    return first || version->count == 1 ? first : build_of(version->parts[1]);
}

/* The next build of the name from *at on; 0 when there is none. *at moves behind it. */
static uint32_t next_build(struct text name, bool alone, size_t *at) {
    struct version version;
    uint32_t build = 0;
    bool touches;
    while (!build && next_version(name, at, &version, &touches))
        build = alone && touches ? 0 : version_build(&version);
    return build;
}

uint32_t collection_number(struct text name, bool alone, uint32_t *other) {
    size_t at = 0;
    uint32_t build = next_build(name, alone, &at);
    do
        *other = next_build(name, alone, &at);
    while (*other && *other == build);
    return build;
}

int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error) {
    struct text name = collection_file(path);
    struct quote quote;
    uint32_t other;
    *build = collection_number(name, false, &other);
    if (!*build)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: columns 1 to %zu: found no build column, and no build number in "
                         "the file's name, expected a column such as 26100 or, for a collection "
                         "from one system, a file's name such as 26100.csv",
                         path, (unsigned long long)line, columns);
    if (other)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: columns 1 to %zu: found no build column, and the numbers %u "
                         "and %u in the file's name %s, expected one, the collection's build",
                         path, (unsigned long long)line, columns, (unsigned)*build, (unsigned)other,
                         quote_text(&quote, name));
    return ERROR_NONE;
}
