#include "read/columns.h"
#include "base/memory.h"
#include "base/quote.h"
#include "base/text.h"
#include "read/cells.h"

#include <string.h>

static const struct {
    const char *name;
    enum column holds;
} known[] = {
    {"Namespace", COLUMN_NAMESPACE},
    {"Class", COLUMN_CLASS},
    {"Member", COLUMN_MEMBER},
    {"Type", COLUMN_TYPE},
    {"Category", COLUMN_CATEGORY},
    {"Access", COLUMN_ACCESS},
    {"Key", COLUMN_KEY},
    {"is_key", COLUMN_KEY}, /* as our own tables call it, and so on */
    {"Deprecated", COLUMN_DEPRECATED},
    {"Desc", COLUMN_DESCRIPTION},
    {"Description", COLUMN_DESCRIPTION},
    {"Desc_EN", COLUMN_DESCRIPTION_EN},
    {"Description_EN", COLUMN_DESCRIPTION_EN},
    {"Superclass", COLUMN_SUPERCLASS},
    {"Abstract", COLUMN_ABSTRACT},
    {"is_abstract", COLUMN_ABSTRACT},
    {"Association", COLUMN_ASSOCIATION},
    {"is_association", COLUMN_ASSOCIATION},
    {"Method", COLUMN_METHOD},
    {"Position", COLUMN_POSITION},
    {"Parameter", COLUMN_PARAMETER},
    {"Direction", COLUMN_DIRECTION},
};

void columns_clear(struct columns *columns) {
    columns->count = columns->build_count = columns->seen = 0;
    memset(columns->where, 0, sizeof columns->where);
}

void columns_free(struct columns *columns) {
    memory_free(columns->names);
    columns->names = NULL;
    columns->name_capacity = 0;
}

const char *columns_name(const struct columns *columns, size_t index, size_t *size) {
    size_t start = index ? columns->name_ends[index - 1] : 0;
    *size = columns->name_ends[index] - start;
    return columns->names + start;
}

static int copy_name(struct columns *columns, struct text name) {
    size_t start = columns->count ? columns->name_ends[columns->count - 1] : 0;
    if (columns->name_capacity - start < name.size + 1) {
        size_t capacity = 2 * start + name.size + 256;
        char *names = memory_resize(columns->names, capacity);
        if (!names)
            return ERROR_MEMORY;
        columns->names = names;
        columns->name_capacity = capacity;
    }
    if (name.size)
        memcpy(columns->names + start, name.text, name.size);
    columns->name_ends[columns->count] = start + name.size;
    return ERROR_NONE;
}

/* The earlier column of that name, or `count`. Columns without a name are not the same. */
static size_t find_name(const struct columns *columns, struct text name) {
    size_t size;
    for (size_t i = 0; i < columns->count && name.size; i++) {
        const char *other = columns_name(columns, i, &size);
        if (size == name.size && text_equal_nocase(other, name.text, size))
            return i;
    }
    return columns->count;
}

/* The number of a column that our own table calls build_26100. */
static struct text without_prefix(struct text name) {
    static const char prefix[] = "build_";
    if (!text_starts(name.text, name.size, prefix))
        return name;
    return (struct text){name.text + sizeof prefix - 1, name.size - (sizeof prefix - 1)};
}

static bool is_number(struct text name) {
    for (size_t i = 0; i < name.size; i++)
        if (name.text[i] < '0' || name.text[i] > '9')
            return false;
    return name.size > 0;
}

/* A column whose header is a build number. Returns 0 when it is too big or 0. */
static uint32_t build_number(struct text name) {
    uint32_t number = 0;
    if (name.size > 9)
        return 0;
    for (size_t i = 0; i < name.size; i++)
        number = number * 10 + (uint32_t)(name.text[i] - '0');
    return number;
}

/* The earlier column of that build, or `count`. */
static size_t find_build(const struct columns *columns, uint32_t number) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->holds[i] >= COLUMN_BUILD &&
            columns->builds[columns->holds[i] - COLUMN_BUILD] == number)
            return i;
    return columns->count;
}

/* What the column holds by its name alone. */
static enum column holds(struct text name) {
    if (is_number(without_prefix(name)))
        return COLUMN_BUILD;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_is(name.text, name.size, known[i].name))
            return known[i].holds;
    return COLUMN_OTHER;
}

int columns_add(struct columns *columns, const char *text, size_t size, const char *path,
                uint64_t line, struct error *error) {
    struct text name = cells_trim(text, size);
    unsigned long long at = line;
    struct quote quote;
    size_t number = ++columns->seen;
    if (number > COLUMNS_MAX)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found more than %d columns, expected fewer", path,
                         at, number, COLUMNS_MAX);
    enum column role = holds(name);
    uint32_t build = role == COLUMN_BUILD ? build_number(without_prefix(name)) : 0;
    size_t same = find_name(columns, name);
    if (role == COLUMN_BUILD && !build)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found %s, expected a build number of at most 9 "
                         "digits and not 0",
                         path, at, number, quote_text(&quote, name.text, name.size));
    if (same == columns->count && role == COLUMN_BUILD)
        same = find_build(columns, build);
    else if (same == columns->count && role != COLUMN_OTHER && columns->where[role])
        same = columns->where[role] - 1u;
    if (same < columns->count)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found a second column %s (the first is column %zu), "
                         "expected one",
                         path, at, number, quote_text(&quote, name.text, name.size), same + 1);
    if (role == COLUMN_BUILD && columns->build_count == REPORT_BUILDS_MAX)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found more than %d builds, expected fewer", path, at,
                         number, REPORT_BUILDS_MAX);
    int status = copy_name(columns, name);
    if (status != ERROR_NONE)
        return status;
    columns->holds[columns->count++] =
        (uint16_t)(role + (role == COLUMN_BUILD ? columns->build_count : 0));
    if (role == COLUMN_BUILD)
        columns->builds[columns->build_count++] = build;
    else
        columns->where[role] = (uint16_t)number;
    return ERROR_NONE;
}
