#include "read/cells.h"
#include "base/text.h"

struct mark {
    const char *text; /* small letters */
    int cell;
};

static const struct mark marks[] = {
    {"", REPORT_UNKNOWN},       {"-", REPORT_UNKNOWN},     {"?", REPORT_UNKNOWN},
    {"\u2705", REPORT_PRESENT}, {"\u274c", REPORT_ABSENT}, /* ✅ ❌ */
    {"\u2714", REPORT_PRESENT}, {"\u2718", REPORT_ABSENT}, /* ✔ ✘ */
    {"\u2713", REPORT_PRESENT}, {"\u2717", REPORT_ABSENT}, /* ✓ ✗ */
    {"\u2611", REPORT_PRESENT}, {"\u2716", REPORT_ABSENT}, /* ☑ ✖ */
    {"y", REPORT_PRESENT},      {"n", REPORT_ABSENT},      {"yes", REPORT_PRESENT},
    {"no", REPORT_ABSENT},      {"true", REPORT_PRESENT},  {"false", REPORT_ABSENT},
    {"1", REPORT_PRESENT},      {"0", REPORT_ABSENT},      {"x", REPORT_PRESENT},
    {"n/a", REPORT_UNKNOWN},
};

/* A variation selector says how the character before it is drawn: U+FE0E as text, U+FE0F in
** colour. */
static bool ends_with_selector(const char *text, size_t size) {
    return size > 3 && text[size - 3] == '\xef' && text[size - 2] == '\xb8' &&
           (text[size - 1] == '\x8e' || text[size - 1] == '\x8f');
}

int cells_any_mark(const char *text, size_t size) {
    struct text mark = cells_trim(text, size);
    bool inferred = mark.size && *mark.text == '~';
    if (inferred)
        mark = cells_trim(mark.text + 1, mark.size - 1);
    if (ends_with_selector(mark.text, mark.size))
        mark.size -= 3;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_is(mark, marks[i].text))
            return !inferred                         ? marks[i].cell
                   : marks[i].cell == REPORT_UNKNOWN ? CELLS_NO_MARK
                                                     : marks[i].cell + CELLS_INFERRED;
    return CELLS_NO_MARK;
}
