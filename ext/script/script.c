#include "script/script.h"

#include "base/text.h"
#include "script/found.h"
#include "script/names.h"
#include "script/parse.h"
#include "script/part.h"
#include "script/wql.h"

enum {
    READINGS_MAX = 3,
    AGAIN_MAX = 1 << 20, /* bytes of a text that is read more than once */
};

/* Reads the script until nothing more is learnt of its names. */
static bool read_script(struct script_found *found, struct script_names *names,
                        enum script_language language, const char *text, size_t size) {
    names->cased = script_language_row(language)->traits & CASED;
    names->once = size > AGAIN_MAX;
    for (names->reading = 1;; names->reading++) {
        names->again = false;
        if (!parse_script(found, names, language, text, size, false))
            return false;
        if (!names->again || names->reading == READINGS_MAX || names->once)
            return true;
        found_again(found);
    }
}

/* --- Scripts in texts --- */

static bool read_parts(struct script_found *found, struct script_names *names,
                       enum script_language language, struct text text, bool inner);

/* One of them; if it is not an inner one it may hold others: YAML in a fence. */
static bool read_part(struct script_found *found, struct script_names *names,
                      const struct script_part *part, bool inner) {
    enum script_language language = part->language;
    if (language == SCRIPT_WQL) {
        script_wql_script(found, part->text.text, part->text.size);
        return !found->failed;
    }
    if (language > SCRIPT_MARKDOWN && !inner)
        return read_parts(found, names, language, part->text, true);
    return language >= SCRIPT_MARKDOWN ||
           parse_script(found, names, language, part->text.text, part->text.size, part->quoted);
}

/* Each fence or value is a script of its own; the scripts of a page share their names. */
static bool read_parts(struct script_found *found, struct script_names *names,
                       enum script_language language, struct text text, bool inner) {
    const char *at = text.text, *end = at + text.size;
    struct script_part part;
    names_free(names);
    names_start(names);
    while (part_next(language, &at, end, &part)) {
        found_worked(found);
        if (language != SCRIPT_MARKUP) {
            names_free(names);
            names_start(names);
        }
        names->cased = script_language_row(part.language)->traits & CASED;
        if (!read_part(found, names, &part, inner))
            return false;
    }
    return true;
}

int script_scan(const struct report *report, const char *text, size_t size, const struct poll *poll,
                struct script_reference **references, size_t *count) {
    *references = NULL;
    *count = 0;
    if (!size)
        return ERROR_NONE;
    if (text_starts((struct text){text, size}, "\xef\xbb\xbf")) {
        text += 3;
        size -= 3;
    }
    struct script_found found;
    struct script_names names;
    names_start(&names);
    int code = ERROR_MEMORY;
    if (found_start(&found, report, text, size)) {
        enum script_language language = script_language(text, size);
        bool done = true;
        found.poll = poll;
        if (script_language_in(language, IN_PS | IN_VBS))
            found.about = ABOUT_WMI; /* what else has Windows? */
        if (language == SCRIPT_WQL)
            script_wql_script(&found, text, size);
        else if (language >= SCRIPT_MARKDOWN)
            done = read_parts(&found, &names, language, (struct text){text, size}, false);
        else
            done = read_script(&found, &names, language, text, size);
        if (done)
            code = found_finish(&found, text, size, references, count);
        else if (found.stopped)
            code = ERROR_INTERRUPT;
    }
    names_free(&names);
    found_free(&found);
    return code;
}
