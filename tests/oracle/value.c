/* Values for comparisons: what a column holds, and what comes close to it. */
#include "oracle.h"

#include <math.h>
#include <string.h>

struct value value_integer(sqlite3_int64 integer) {
    return (struct value){.type = SQLITE_INTEGER, .integer = integer};
}

struct value value_text(const char *text) {
    return (struct value){.type = SQLITE_TEXT, .bytes = text, .size = (int)strlen(text)};
}

static struct value real(double number) {
    return (struct value){.type = SQLITE_FLOAT, .real = number};
}

static struct value text_of_size(const char *bytes, int size) {
    return (struct value){.type = SQLITE_TEXT, .bytes = bytes, .size = size};
}

struct value value_copy(struct arena *arena, sqlite3_value *value) {
    struct value copy = {.type = sqlite3_value_type(value)};
    switch (copy.type) {
    case SQLITE_INTEGER:
        copy.integer = sqlite3_value_int64(value);
        break;
    case SQLITE_FLOAT:
        copy.real = sqlite3_value_double(value);
        break;
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        const void *bytes = copy.type == SQLITE_TEXT ? (const void *)sqlite3_value_text(value)
                                                     : sqlite3_value_blob(value);
        copy.size = sqlite3_value_bytes(value);
        char *kept = arena_alloc(arena, (size_t)copy.size + 1);
        if (copy.size)
            memcpy(kept, bytes, (size_t)copy.size);
        kept[copy.size] = 0;
        copy.bytes = kept;
        break;
    }
    }
    return copy;
}

void value_bind(sqlite3_stmt *statement, int parameter, struct value value) {
    switch (value.type) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, parameter, value.integer);
        break;
    case SQLITE_FLOAT:
        sqlite3_bind_double(statement, parameter, value.real);
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(statement, parameter, value.bytes, value.size, SQLITE_STATIC);
        break;
    case SQLITE_BLOB:
        sqlite3_bind_blob(statement, parameter, value.size ? value.bytes : "", value.size,
                          SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(statement, parameter);
    }
}

static const char *hexadecimal(struct oracle *oracle, struct value value) {
    char *text = arena_alloc(&oracle->arena, (size_t)value.size * 2 + 1);
    for (int i = 0; i < value.size; i++)
        sqlite3_snprintf(3, text + 2 * i, "%02x", (unsigned char)value.bytes[i]);
    text[2 * value.size] = 0;
    return text;
}

static const char *literal(struct oracle *oracle, struct value value) {
    struct arena *arena = &oracle->arena;
    switch (value.type) {
    case SQLITE_INTEGER:
        if (value.integer == INT64_MIN)
            return "-9223372036854775808";
        return arena_text(arena, "%lld", value.integer);
    case SQLITE_FLOAT:
        if (isnan(value.real))
            return "NULL";
        if (isinf(value.real))
            return value.real < 0 ? "-9e999" : "9e999";
        return arena_text(arena, "%!.17g", value.real);
    case SQLITE_TEXT:
        if (memchr(value.bytes, 0, (size_t)value.size) || strpbrk(value.bytes, "\x01\x02\x03\x04"))
            return arena_text(arena, "CAST(x'%s' AS TEXT)", hexadecimal(oracle, value));
        return arena_text(arena, "%Q", value.bytes);
    case SQLITE_BLOB:
        return arena_text(arena, "x'%s'", hexadecimal(oracle, value));
    default:
        return "NULL";
    }
}

const char *value_sql(struct oracle *oracle, struct value value) {
    if (chance_percent(&oracle->chance, 40) && oracle->parameter_count < PARAMETERS_MAX) {
        oracle->parameters[oracle->parameter_count++] = value;
        return arena_text(&oracle->arena, "?%d", oracle->parameter_count);
    }
    return literal(oracle, value);
}

/* --- Almost --- */

static char *copy_text(struct oracle *oracle, struct value value, int more) {
    char *copy = arena_alloc(&oracle->arena, (size_t)(value.size + more) + 1);
    memcpy(copy, value.bytes, (size_t)value.size);
    memset(copy + value.size, 0, (size_t)more + 1);
    return copy;
}

static char other_case(char letter) {
    bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    return (char)(is_letter ? letter ^ 0x20 : letter);
}

static struct value almost_text(struct oracle *oracle, struct value value) {
    struct chance *chance = &oracle->chance;
    char *copy = copy_text(oracle, value, 8);
    int size = value.size, at = chance_below(chance, size);
    switch (chance_below(chance, 16)) {
    case 13:
    case 0: /* one letter in the other case */
        copy[at] = other_case(copy[at]);
        return text_of_size(copy, size);
    case 14:
    case 1:
    case 2: /* all of them */
        for (int i = 0; i < size; i++)
            copy[i] = other_case(copy[i]);
        return text_of_size(copy, size);
    case 3:
    case 4: /* blanks behind it */
        memset(copy + size, ' ', 2);
        return text_of_size(copy, size + 1 + chance_below(chance, 2));
    case 5: /* a NUL behind it */
        return text_of_size(copy, size + 1);
    case 6:
        strcpy(copy + size + 1, "x");
        return text_of_size(copy, size + 2);
    case 7: /* a prefix */
        copy[at] = 0;
        return text_of_size(copy, at);
    case 8:
        copy[size] = 'x';
        return text_of_size(copy, size + 1);
    case 9: /* just above, just below */
        if (size && copy[size - 1] > 1 && copy[size - 1] < 126)
            copy[size - 1] = (char)(copy[size - 1] + (chance_percent(chance, 50) ? 1 : -1));
        return text_of_size(copy, size);
    case 10:
        return (struct value){.type = SQLITE_BLOB, .bytes = copy, .size = size};
    case 11:
        memmove(copy + 1, copy, (size_t)size);
        *copy = ' ';
        return text_of_size(copy, size + 1);
    case 12:
        return value_text(arena_text(&oracle->arena, "%g", (double)chance_below(chance, 300)));
    default:
        return text_of_size(copy, size);
    }
}

static struct value almost_integer(struct oracle *oracle, sqlite3_int64 number) {
    static const char *const formats[] = {"%lld",  "%lld.0", " %lld", "%lld ",  "%llde0",
                                          "0%lld", "+%lld",  "%lldx", "%lld.5", "-%lld"};
    struct chance *chance = &oracle->chance;
    switch (chance_below(chance, 12)) {
    case 0:
        return value_integer(number + 1);
    case 1:
        return value_integer(number - 1);
    case 2:
        return real((double)number);
    case 3:
        return real((double)number + 0.5);
    case 4:
        return real((double)number * 1e12);
    case 5:
    case 6:
    case 7:
    case 8: {
        int format = chance_below(chance, (int)(sizeof formats / sizeof *formats));
        return value_text(arena_text(&oracle->arena, formats[format], number));
    }
    case 9: {
        char *text = arena_text(&oracle->arena, "%lld", number);
        return (struct value){.type = SQLITE_BLOB, .bytes = text, .size = (int)strlen(text)};
    }
    default:
        return value_integer(number);
    }
}

static struct value odd_value(struct oracle *oracle) {
    static const double reals[] = {0.0,    -0.0,   0.5,      1.0,       1e300,
                                   -1e300, 1e-300, INFINITY, -INFINITY, NAN};
    static const sqlite3_int64 integers[] = {0,         1,         -1,         2,
                                             INT64_MAX, INT64_MIN, UINT32_MAX, 4294993396};
    static const char *const texts[] = {"",    " ",   "1",  "0", "1.0", "-0",   "1e0",      " 1",
                                        "0x1", "abc", "%%", "_", ".",   "\xff", "\xc3\xa9", "~"};
    struct chance *chance = &oracle->chance;
    switch (chance_below(chance, 6)) {
    case 0:
        return (struct value){.type = SQLITE_NULL};
    case 1:
        return (struct value){.type = SQLITE_BLOB, .bytes = "", .size = 0};
    case 2:
        return real(reals[chance_below(chance, (int)(sizeof reals / sizeof *reals))]);
    case 3:
    case 4:
        return value_integer(
            integers[chance_below(chance, (int)(sizeof integers / sizeof *integers))]);
    default:
        return value_text(texts[chance_below(chance, (int)(sizeof texts / sizeof *texts))]);
    }
}

struct value value_near(struct oracle *oracle, const struct column *column) {
    struct chance *chance = &oracle->chance;
    if (!column->sample_count || chance_percent(chance, 8))
        return odd_value(oracle);
    struct value value = column->samples[chance_below(chance, column->sample_count)];
    if (chance_percent(chance, 50))
        return value;
    if (value.type == SQLITE_TEXT)
        return almost_text(oracle, value);
    if (value.type == SQLITE_INTEGER)
        return almost_integer(oracle, value.integer);
    return value;
}
