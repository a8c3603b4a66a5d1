/* Scripts that stand in texts: by what are they known? */
#include "script/within.h"

#include "base/text.h"
#include "script/character.h"

/* What only a script of PowerShell begins a command with. */
static bool is_command(const char *at, const char *end) {
    static const char *const commands[] = {
        "get-ciminstance",
        "get-wmiobject",
        "get-cimassociatedinstance",
        "get-cimclass",
        "invoke-cimmethod",
        "invoke-wmimethod",
        "set-ciminstance",
        "set-wmiinstance",
        "gwmi ",
        "gcim ",
        "icim ",
        "remove-ciminstance",
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (text_starts((struct text){at, (size_t)(end - at)}, commands[i]))
            return true;
    return false;
}

/* May a command begin behind that, or is it prose? */
static bool may_begin(const char *text, const char *at) {
    while (at > text && is_blank(at[-1]))
        at--;
    if (at == text || strchr("|({=;&,\"'`\n>", at[-1]))
        return true;
    const char *word = at;
    while (word > text && !is_blank(word[-1]))
        word--;
    return *word == '-' || text_is((struct text){word, (size_t)(at - word)}, "in");
}

/* Where a command of PowerShell for WMI stands, or NULL. */
static const char *find_command(const char *text, size_t size) {
    const char *end = text + size;
    if (size < 6)
        return NULL;
    for (const char *at = text; at < end; at++) {
        bool begins = at == text || !script_is_word(at[-1]);
        if (begins && strchr("gisrGISR", *at) && is_command(at, end) && may_begin(text, at))
            return at;
    }
    return NULL;
}

static bool holds_wmic(const char *text, size_t size) {
    return text_starts((struct text){text, size}, "wmic ") ||
           text_starts((struct text){text, size}, "wmic.exe ");
}

enum script_language script_language_within(const char *text, size_t size, const char **begins) {
    const char *end = text + size, *command;
    while (text < end && is_blank(*text))
        text++;
    *begins = text;
    size = (size_t)(end - text);
    if (holds_wmic(text, size))
        return SCRIPT_COMMANDS;
    command = find_command(text, size);
    if (!command)
        return SCRIPT_LANGUAGES;
    if (*text == '-') /* -NoProfile -Command … */
        *begins = command;
    return SCRIPT_POWERSHELL;
}
