#include "read/header.h"
#include "base/number.h"

#include <string.h>

static bool separates_words(char c) {
    return c == ' ' || c == '_' || c == '-' || c == '\t';
}

bool header_is(struct text name, const char *literal) {
    for (size_t i = 0; i < name.size; i++) {
        if (separates_words(name.text[i]) && i && i + 1 < name.size)
            continue;
        while (*literal && separates_words(*literal))
            literal++;
        if (!*literal || !text_equal_nocase(name.text + i, literal, 1))
            return false;
        literal++;
    }
    return !*literal;
}

/* The text behind that word, without what stands between; the whole text where it does not start
** with the word. */
static struct text behind(struct text name, const char *word) {
    size_t size = strlen(word);
    if (!text_starts(name, word))
        return name;
    while (size < name.size && separates_words(name.text[size]))
        size++;
    return (struct text){name.text + size, name.size - size};
}

uint32_t header_build(const struct release_list *releases, struct text name) {
    struct text number = behind(name, "build");
    bool starts_with_digit = number.size && is_digit(number.text[0]);
    if (!starts_with_digit)
        number = name;
    return release_build(releases, number);
}

static bool holds_word(struct text name, const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= name.size; i++)
        if (text_equal_nocase(name.text + i, word, size))
            return true;
    return false;
}

/* Does it hold a number that builds have: of five or six digits, or of four and a build that the
** list knows? */
static bool holds_build(const struct release_list *releases, struct text name) {
    size_t digits;
    for (size_t i = 0; i < name.size; i += digits + 1) {
        uint64_t number = number_read(name.text + i, name.size - i, &digits);
        if ((digits == 5 || digits == 6) && number >= 10000)
            return true;
        if (digits == 4 && release_of(releases, (uint32_t)number))
            return true;
    }
    return false;
}

/* Is there a version such as 22H2? */
static bool holds_half(struct text name) {
    for (size_t i = 0; i + 4 <= name.size; i++)
        if (is_digit(name.text[i]) && is_digit(name.text[i + 1]) &&
            (name.text[i + 2] | 32) == 'h' && (name.text[i + 3] == '1' || name.text[i + 3] == '2'))
            return true;
    return false;
}

bool header_looks_like_build(const struct release_list *releases, struct text name) {
    struct text number = behind(name, "build");
    if (number.size && number.size < name.size && is_digit(number.text[0]))
        return true;
    size_t digits = 0, longest = 0;
    for (size_t i = 0; i < name.size; i++) {
        digits = is_digit(name.text[i]) ? digits + 1 : 0;
        longest = digits > longest ? digits : longest;
    }
    return (longest && holds_word(name, "windows")) ||
           (longest == 4 && holds_word(name, "server")) || holds_build(releases, name) ||
           holds_half(name);
}
