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

/* Nothing but digits with signs between or before them, `26,100` or `-5`, but for a date? */
static bool is_written_number(struct text name) {
    size_t groups = 0, years = 0, days = 0, digits = 0;
    for (size_t i = 0; i <= name.size; i++) {
        if (i < name.size && (is_letter(name.text[i]) || (unsigned char)name.text[i] >= 0x80))
            return false;
        if (i < name.size && is_digit(name.text[i])) {
            digits++;
            continue;
        }
        groups += digits > 0;
        years += digits == 4;
        days += digits == 1 || digits == 2;
        digits = 0;
    }
    return groups && !(groups == 3 && years == 1 && days == 2);
}

/* `WS2019`, `W2K19`, `w10`: initials of Windows and Server, and a number. */
static bool has_initials(struct text name) {
    size_t at = 1;
    if (name.size < 2 || (name.text[0] | 32) != 'w')
        return false;
    at += (name.text[1] | 32) == 's';
    at += name.size - at > 2 && name.text[at] == '2' && (name.text[at + 1] | 32) == 'k' ? 2 : 0;
    size_t digits = 0;
    while (at + digits < name.size && is_digit(name.text[at + digits]))
        digits++;
    at += digits;
    return digits && (at == name.size || !is_letter(name.text[at]) || (name.text[at] | 32) == 'r');
}

/* `build_`, `Build X`, `Build ?`: the word, and what stands for a number. */
static bool lacks_number(struct text name) {
    const size_t word = 5;
    struct text number = behind(name, "build");
    if (name.size <= word || number.size == name.size)
        return false;
    bool is_word = number.size && (is_letter(*number.text) || (unsigned char)*number.text >= 0x80);
    return !is_word || (number.size == 1 && separates_words(name.text[word]));
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
    if (!longest)
        return release_names_system(name) || lacks_number(name);
    return holds_word(name, "windows") || (longest == 4 && holds_word(name, "server")) ||
           holds_build(releases, name) || holds_half(name) || is_written_number(name) ||
           has_initials(name);
}

/* Is the number a word of the name, which is "" where there is none? */
static bool has_number(const char *name, struct text number) {
    for (const char *at = name; *at; at += *at != '\0') {
        size_t size = strcspn(at, " ");
        if (size == number.size && memcmp(at, number.text, size) == 0)
            return true;
        at += size;
    }
    return false;
}

bool header_is_release(const struct release_list *releases, struct text number) {
    bool is_called = false;
    size_t digits;
    if (release_of(releases, (uint32_t)number_read(number.text, number.size, &digits)))
        return false;
    for (size_t i = 0; i < releases->count && !is_called; i++)
        is_called = has_number(releases->releases[i].version, number) ||
                    has_number(releases->releases[i].client, number) ||
                    has_number(releases->releases[i].server, number);
    return is_called;
}
