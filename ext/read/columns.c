#include "read/columns.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/text.h"
#include "read/header.h"

#include <string.h>

enum { BUILD_MAX = 999999999 };

static const struct {
    const char *name;
    enum column holds;
} known[] = {
    {"Namespace", COLUMN_NAMESPACE},
    {"Class", COLUMN_CLASS},
    {"ClassName", COLUMN_CLASS},
    {"CimClass", COLUMN_CLASS}, /* and what Get-CimClass calls them */
    {"CimClassName", COLUMN_CLASS},
    {"WmiClass", COLUMN_CLASS},
    {"Member", COLUMN_MEMBER},
    {"MemberName", COLUMN_MEMBER},
    {"Property", COLUMN_MEMBER},
    {"PropertyName", COLUMN_MEMBER},
    {"Type", COLUMN_TYPE},
    {"CimType", COLUMN_TYPE},
    {"DataType", COLUMN_TYPE},
    {"PropertyType", COLUMN_TYPE},
    {"Category", COLUMN_CATEGORY},
    {"MemberType", COLUMN_CATEGORY}, /* as Get-Member calls it */
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
    array_free(&columns->names);
    array_free(&columns->plain);
}

const char *columns_name(const struct columns *columns, size_t index, size_t *size) {
    size_t start = index ? columns->name_ends[index - 1] : 0;
    *size = columns->name_ends[index] - start;
    return *size ? (const char *)columns->names.items + start : "";
}

static int copy_name(struct columns *columns, struct text name) {
    uint32_t start;
    columns->names.count = columns->count ? columns->name_ends[columns->count - 1] : 0;
    TRY(array_append(&columns->names, name.text, name.size, 1, &start));
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

static bool is_number(struct text name) {
    size_t digits;
    number_read(name.text, name.size, &digits);
    return digits && digits == name.size;
}

/* The build of a column that is a number. Returns 0 when it is too big or 0. */
static uint32_t build_number(struct text name) {
    size_t digits;
    uint64_t number = number_read(name.text, name.size, &digits);
    return number <= BUILD_MAX ? (uint32_t)number : 0;
}

/* The earlier column of that build, or `count`. */
static size_t find_build(const struct columns *columns, uint32_t number) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->holds[i] >= COLUMN_BUILD &&
            columns->builds[columns->holds[i] - COLUMN_BUILD] == number)
            return i;
    return columns->count;
}

/* What the column holds by its name, and of which build. */
static enum column holds(const struct columns *columns, struct text name, uint32_t *build) {
    *build = is_number(name) ? build_number(name) : 0;
    if (is_number(name))
        return header_is_release(columns->releases, name) ? COLUMN_OTHER : COLUMN_BUILD;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (header_is(name, known[i].name))
            return known[i].holds;
    *build = header_build(columns->releases, name);
    return *build ? COLUMN_BUILD : COLUMN_OTHER;
}

enum column columns_role(const struct columns *columns, struct text name) {
    uint32_t build;
    return holds(columns, name, &build);
}

int columns_add(struct columns *columns, struct text name, enum name_markup markup,
                const char *path, uint64_t line, struct error *error) {
    unsigned long long at = line;
    struct quote quote;
    uint32_t build;
    size_t number = ++columns->seen;
    if (number > COLUMNS_MAX)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found more than %d columns, expected fewer", path,
                         at, number, COLUMNS_MAX);
    TRY(name_plain(&name, markup, &columns->plain));
    enum column role = holds(columns, name, &build);
    size_t same = find_name(columns, name);
    if (role == COLUMN_BUILD && !build)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found %s, expected a build number of at most 9 "
                         "digits and not 0",
                         path, at, number, quote_text(&quote, name));
    if (role == COLUMN_OTHER && header_looks_like_build(columns->releases, name))
        return error_set(
            error, ERROR_INPUT,
            "%s:%llu: column %zu: found %s, which looks like a build and names none, "
            "expected a build such as 26100, 10.0.26100, build_26100 or Windows Server "
            "2025",
            path, at, number, quote_text(&quote, name));
    if (same == columns->count && role == COLUMN_BUILD)
        same = find_build(columns, build);
    else if (same == columns->count && role != COLUMN_OTHER && columns->where[role])
        same = columns->where[role] - 1u;
    if (same < columns->count)
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: column %zu: found a second column %s (the first is column %zu), "
                         "expected one",
                         path, at, number, quote_text(&quote, name), same + 1);
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
