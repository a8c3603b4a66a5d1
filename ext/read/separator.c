#include "read/separator.h"
#include "read/cells.h"

#include <string.h>

static const struct {
    char separator;
    const char *name;
} known[] = {{',', "a comma"}, {';', "a semicolon"}, {'\t', "a tab"}};

enum { KNOWN = sizeof known / sizeof *known };

static bool is_known(char c) {
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].separator == c)
            return true;
    return false;
}

bool separator_declared(struct text line, char *separator) {
    while (line.size && (line.text[line.size - 1] == '\n' || line.text[line.size - 1] == '\r'))
        line.size--;
    if (line.size >= 2 && line.text[0] == '"' && line.text[line.size - 1] == '"')
        line = (struct text){line.text + 1, line.size - 2};
    /* a separator that is doubled, or has others behind it, as a program writes that pads rows */
    if (line.size < 5 || !text_starts(line, "sep=") || line.text[4] == '"')
        return false;
    *separator = line.text[4];
    for (size_t i = 5; i < line.size; i++)
        if (line.text[i] != *separator && !cells_is_blank(line.text[i]))
            return false;
    return true;
}

char separator_guess(struct text header) {
    size_t counts[KNOWN] = {0}, best = 0;
    bool quoted = false;
    header = cells_trim(header.text, header.size);
    for (size_t i = 0; i < header.size; i++) {
        quoted ^= header.text[i] == '"';
        for (size_t which = 0; which < KNOWN && !quoted; which++)
            counts[which] += header.text[i] == known[which].separator;
    }
    for (size_t which = 1; which < KNOWN; which++)
        if (counts[which] > counts[best])
            best = which;
    return known[best].separator;
}

bool separator_blank_line(struct text line, char separator) {
    for (size_t i = 0; i < line.size; i++) {
        char c = line.text[i];
        if (c == '"' && i + 1 < line.size && line.text[i + 1] == '"')
            i++;
        else if (!cells_is_blank(c) && !(separator ? c == separator : is_known(c)))
            return false;
    }
    return true;
}

bool separator_comment(struct text line) {
    return line.size >= 2 && line.text[0] == '#' && !is_known(line.text[1]);
}

const char *separator_name(char separator) {
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].separator == separator)
            return known[i].name;
    return "a separator";
}
