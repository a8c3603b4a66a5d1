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

/* Numbers with dots between them, as a version has: 10.0.17763.5122. */
struct version {
    uint64_t parts[4];
    size_t count; /* more than 4: it is none */
};

/* Reads the next numbers from *at on; false where there are none. *at moves behind them. */
static bool next_version(const char **at, struct version *version) {
    const char *text = *at;
    size_t digits;
    version->count = 0;
    while (*text && !is_digit(*text))
        text++;
    while (is_digit(*text)) {
        uint64_t number = number_read(text, strlen(text), &digits);
        if (version->count < 4)
            version->parts[version->count] = number;
        version->count++;
        text += digits;
        if (*text == '.' && is_digit(text[1]))
            text++;
    }
    *at = text;
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

/* The next build from *at on; 0 when there is none. */
static uint32_t next_build(const char **at) {
    struct version version;
    uint32_t build = 0;
    while (!build && next_version(at, &version))
        build = version_build(&version);
    return build;
}

int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error) {
    const char *name = file_name(path), *at = name;
    struct quote quote;
    uint32_t next;
    *build = next_build(&at);
    if (!*build)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: columns 1 to %zu: found no build column, and no build number in "
                         "the file's name, expected a column such as 26100 or, for a collection "
                         "from one system, a file's name such as 26100.csv",
                         path, (unsigned long long)line, columns);
    while ((next = next_build(&at)) != 0)
        if (next != *build)
            return error_set(error, ERROR_INPUT,
                             "%s:%llu: columns 1 to %zu: found no build column, and the numbers %u "
                             "and %u in the file's name %s, expected one, the collection's build",
                             path, (unsigned long long)line, columns, (unsigned)*build,
                             (unsigned)next, quote_text(&quote, name, strlen(name)));
    return ERROR_NONE;
}
