#include "read/collection.h"
#include "base/quote.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>

enum { OLDEST = 2600 }; /* Windows XP; years are below it */

/* The file's name without its folders. */
static const char *base_name(const char *path) {
    const char *name = path;
    for (; *path; path++) {
#if defined(_WIN32)
        if (*path == '\\' || *path == ':')
            name = path + 1;
#endif
        if (*path == '/')
            name = path + 1;
    }
    return name;
}

/* The next number that may be a build from *at on; 0 when there is none. *at moves behind it. */
static uint32_t next_number(const char **at) {
    for (;;) {
        const char *text = *at;
        uint32_t number = 0;
        size_t digits = 0;
        while (*text && !is_digit(*text))
            text++;
        for (; is_digit(text[digits]); digits++)
            number = digits < 6 ? number * 10 + (uint32_t)(text[digits] - '0') : 0;
        *at = text + digits;
        if (!digits || (digits <= 6 && number >= OLDEST))
            return number;
    }
}

int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error) {
    const char *name = base_name(path), *at = name;
    struct quote quote;
    uint32_t next;
    *build = next_number(&at);
    if (!*build)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: columns 1 to %zu: found no build column, and no build number in "
                         "the file's name, expected a column such as 26100 or, for a collection "
                         "from one system, a file's name such as 26100.csv",
                         path, (unsigned long long)line, columns);
    while ((next = next_number(&at)) != 0)
        if (next != *build)
            return error_set(error, ERROR_INPUT,
                             "%s:%llu: columns 1 to %zu: found no build column, and the numbers %u "
                             "and %u in the file's name %s, expected one, the collection's build",
                             path, (unsigned long long)line, columns, (unsigned)*build,
                             (unsigned)next, quote_text(&quote, name, strlen(name)));
    return ERROR_NONE;
}
