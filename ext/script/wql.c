#include "script/wql.h"

#include "base/text.h"
#include "script/association.h"
#include "script/character.h"
#include "script/owner.h"

static size_t skip_blanks(const char *text, size_t size, size_t at) {
    while (at < size && is_blank(text[at]))
        at++;
    return at;
}

static size_t word_size(const char *text, size_t size, size_t at) {
    size_t start = at;
    while (at < size && script_is_word(text[at]))
        at++;
    return at - start;
}

static bool is_operator(char c) {
    return c == '=' || c == '<' || c == '>' || c == '!';
}

/* --- Starting and ending --- */

bool script_wql_compares(const char *text, size_t size, size_t at) {
    at = skip_blanks(text, size, at);
    size_t word = word_size(text, size, at);
    if (!word)
        return false;
    at = skip_blanks(text, size, at + word);
    return at < size &&
           (is_operator(text[at]) || text_starts((struct text){text + at, size - at}, "like '"));
}

enum script_wql_form script_wql_form(const char *text, size_t size) {
    size_t at = skip_blanks(text, size, 0);
    if (at == size || !strchr("sarwtSARWT", text[at]))
        return WQL_NONE;
    if (text_starts((struct text){text + at, size - at}, "targetinstance isa ") ||
        text_starts((struct text){text + at, size - at}, "targetinstance."))
        return WQL_EVENT;
    size_t word = word_size(text, size, at);
    bool alone = at + word == size || is_blank(text[at + word]) || text[at + word] == '*';
    if (!alone)
        return WQL_NONE;
    if (text_is((struct text){text + at, word}, "select") ||
        text_is((struct text){text + at, word}, "associators") ||
        text_is((struct text){text + at, word}, "references"))
        return WQL_QUERY;
    if (text_is((struct text){text + at, word}, "where") ||
        text_is((struct text){text + at, word}, "and"))
        return script_wql_compares(text, size, at + word) ? WQL_CONDITION : WQL_NONE;
    return WQL_NONE;
}

void script_wql_start(struct script_wql *wql, struct script_found *found) {
    *wql = (struct script_wql){
        .found = found,
        .state = READ_VERB,
        .value = VALUE_PENDING,
        .result = VALUE_UNKNOWN,
        .association = VALUE_UNKNOWN,
        .owns = true,
    };
}

void script_wql_start_condition(struct script_wql *wql, struct script_found *found, uint32_t value,
                                uint32_t owner) {
    script_wql_start(wql, found);
    wql->state = READ_CONDITION;
    wql->value = value;
    wql->owner = owner;
    wql->owns = false;
}

void script_wql_start_event(struct script_wql *wql, struct script_found *found) {
    script_wql_start(wql, found);
    wql->state = READ_CONDITION;
    wql->event = true;
}

static void decide(struct script_wql *wql, uint32_t value) {
    if (wql->owns && wql->value == VALUE_PENDING)
        owner_own(wql->found, wql->owner, value);
    wql->value = value;
}

uint32_t script_wql_end(struct script_wql *wql) {
    /* A select list without FROM was no query, but prose. */
    bool query = wql->state != READ_LIST && wql->state != READ_VERB;
    if (wql->value == VALUE_PENDING && wql->owns)
        decide(wql, query ? VALUE_UNKNOWN : VALUE_OTHER);
    bool follows = wql->state == READ_RELATION && wql->result == VALUE_UNKNOWN &&
                   wql->association < VALUE_CLASSES && wql->value < VALUE_CLASSES;
    if (follows)
        wql->result = association_end(wql->found, wql->association, wql->value);
    wql->state = WQL_NOTHING;
    return wql->result;
}

/* --- Words --- */

static void add_member(struct script_wql *wql) {
    if (wql->name && wql->value == VALUE_PENDING && !wql->owner)
        wql->owner = owner_new(wql->found);
    if (wql->name)
        found_add_member(wql->found, wql->name, wql->name_size, value_class(wql->value, 0),
                         wql->owner, 0);
    wql->name = NULL;
}

/* Adds the class of that name, if it is one, and returns it, else VALUE_UNKNOWN. */
static uint32_t add_class(struct script_found *found, const char *name, size_t size) {
    uint32_t class_index = found_find_class(found, name, size);
    if (class_index != VALUE_UNKNOWN)
        found_add_class(found, name, size, class_index);
    return class_index;
}

static void read_from(struct script_wql *wql, const char *word, size_t size) {
    uint32_t class_index = add_class(wql->found, word, size);
    wql->state = READ_TAIL;
    if (class_index != VALUE_UNKNOWN) {
        wql->result = class_index;
        decide(wql, class_index);
    } else if (size < 2 || word[0] != '_' || word[1] != '_') {
        wql->result = VALUE_OTHER; /* a class that the report does not know */
        decide(wql, VALUE_OTHER);
    } else {
        wql->event = true; /* its class comes with ISA */
    }
}

/* `next` is what stands right behind the word. */
static void read_condition(struct script_wql *wql, const char *word, size_t size, char next) {
    bool value = wql->wants_value;
    wql->wants_value = value && next == '.'; /* PreviousInstance.Name */
    if (text_is((struct text){word, size}, "isa")) {
        wql->wants_class = true;
        wql->name = NULL;
    } else if (text_is((struct text){word, size}, "like") ||
               text_is((struct text){word, size}, "is")) {
        add_member(wql);
    } else {
        wql->name = word;
        wql->name_size = size;
        if (value && !wql->wants_value)
            add_member(wql);
    }
}

/* ResultClass = X, AssocClass = X, Role = x, ResultRole = x */
static void read_relation(struct script_wql *wql, const char *word, size_t size) {
    if (!wql->key) {
        wql->name = word;
        wql->name_size = size;
        return;
    }
    bool result = text_is((struct text){wql->key, wql->key_size}, "resultclass");
    bool association = text_is((struct text){wql->key, wql->key_size}, "assocclass");
    if (result || association) {
        uint32_t class_index = add_class(wql->found, word, size);
        if (class_index == VALUE_UNKNOWN)
            class_index = VALUE_OTHER; /* one that the report does not know */
        *(result ? &wql->result : &wql->association) = class_index;
    } else if (text_is((struct text){wql->key, wql->key_size}, "role") ||
               text_is((struct text){wql->key, wql->key_size}, "resultrole")) {
        if (wql->association < VALUE_CLASSES)
            found_add_member(wql->found, word, size, value_class(wql->association, 0), 0, 0);
    }
    wql->key = NULL;
}

static void read_word(struct script_wql *wql, const char *word, size_t size, char next) {
    switch (wql->state) {
    case READ_VERB:
        wql->state = text_is((struct text){word, size}, "select") ? READ_LIST : READ_SOURCE;
        return;
    case READ_LIST:
        add_member(wql);
        if (text_is((struct text){word, size}, "from")) {
            wql->state = READ_FROM;
            return;
        }
        wql->name = word;
        wql->name_size = size;
        return;
    case READ_FROM:
        read_from(wql, word, size);
        return;
    case READ_TAIL:
        if (text_is((struct text){word, size}, "where"))
            wql->state = READ_CONDITION;
        return;
    case READ_CONDITION:
        read_condition(wql, word, size, next);
        return;
    case READ_PATH:
        if (wql->value >= VALUE_CLASSES) {
            uint32_t class_index = add_class(wql->found, word, size);
            if (class_index != VALUE_UNKNOWN)
                wql->value = class_index;
        }
        wql->name = word;
        wql->name_size = size;
        return;
    case READ_RELATION:
        read_relation(wql, word, size);
        return;
    case READ_SOURCE:
    case WQL_NOTHING:
        return;
    }
}

/* --- Signs --- */

void script_wql_gap(struct script_wql *wql) {
    if (wql->state == READ_LIST)
        add_member(wql);
    wql->name = NULL;
    if (wql->state == READ_FROM)
        wql->state = READ_TAIL;
    if (wql->key && !wql->quote)
        wql->key = NULL;
    wql->wants_class = wql->wants_value = false;
}

static void read_sign(struct script_wql *wql, char c) {
    switch (c) {
    case '{':
        if (wql->state == READ_SOURCE) {
            wql->state = READ_PATH;
            wql->value = VALUE_UNKNOWN;
        }
        return;
    case '}':
        if (wql->state == READ_PATH) {
            wql->state = READ_RELATION;
            wql->name = NULL;
        }
        return;
    case '.': /* TargetInstance.Name: the last part is the name */
        if (wql->state == READ_LIST)
            wql->name = NULL;
        return;
    case ',':
        if (wql->state == READ_LIST)
            add_member(wql);
        return;
    default:
        break;
    }
    if (!is_operator(c))
        return;
    if (wql->state == READ_RELATION) {
        wql->key = wql->name;
        wql->key_size = wql->name_size;
        wql->name = NULL;
    } else if (wql->state == READ_CONDITION ||
               (wql->state == READ_PATH && wql->value < VALUE_CLASSES)) {
        add_member(wql);
        wql->wants_value = wql->state == READ_CONDITION;
    }
}

/* Skips a value in quotes, as much of it as stands here. Returns where it ends. */
static size_t skip_value(struct script_wql *wql, const char *text, size_t size, size_t at) {
    const char *closing = memchr(text + at, wql->quote, size - at);
    if (wql->wants_class) {
        uint32_t class_index = add_class(wql->found, text + at, word_size(text, size, at));
        if (class_index == VALUE_UNKNOWN && wql->event)
            class_index = VALUE_OTHER;
        if (class_index != VALUE_UNKNOWN) {
            wql->result = class_index;
            decide(wql, class_index);
        }
        wql->wants_class = false;
    }
    wql->wants_value = false;
    if (!closing)
        return size;
    wql->quote = 0;
    return (size_t)(closing - text) + 1;
}

void script_wql_read(struct script_wql *wql, const char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        char c = text[at];
        if (wql->quote) {
            at = skip_value(wql, text, size, at);
        } else if (c == '\'' || c == '"') {
            wql->quote = c;
            at++;
        } else if (script_is_word(c)) {
            size_t word = word_size(text, size, at);
            if (c >= '0' && c <= '9')
                wql->wants_value = false;
            else
                read_word(wql, text + at, word, at + word < size ? text[at + word] : 0);
            at += word;
        } else if (c == '$' || c == '%') { /* $variable, %s: a gap */
            at += 1 + word_size(text, size, at + 1);
            script_wql_gap(wql);
        } else if (c == '{' && size - at > 1 &&
                   (text[at + 1] == '}' || (text[at + 1] >= '0' && text[at + 1] <= '9'))) {
            script_wql_gap(wql); /* {0}, {} */
            at += 2;
        } else {
            read_sign(wql, c);
            at++;
        }
    }
}

/* --- Paths --- */

/* The key names of a path, behind its class: .CreationClassName="…",Name="…" */
static void read_keys(struct script_found *found, const char *text, size_t size, uint32_t value) {
    struct script_wql keys;
    script_wql_start_condition(&keys, found, value, 0);
    script_wql_read(&keys, text, size);
    script_wql_end(&keys);
}

uint32_t script_wql_path(struct script_found *found, const char *text, size_t size) {
    size_t at = skip_blanks(text, size, 0);
    size_t word = word_size(text, size, at);
    while (at < size) {
        size_t behind = at + word;
        bool in_namespace = at > 0 && text[at - 1] == ':';
        char next = behind < size ? text[behind] : 0;
        bool ends = false;
        if (next == '.') /* a key comes, unless this is prose */
            ends = script_wql_compares(text, size, behind + 1);
        else if (in_namespace)
            ends = !next || strchr("=\"' \t", next);
        else
            ends = next == '=' || skip_blanks(text, size, behind) == size;
        uint32_t class_index = VALUE_UNKNOWN;
        if (word && ends)
            class_index = found_find_class(found, text + at, word);
        if (class_index != VALUE_UNKNOWN) {
            found_add_class(found, text + at, word, class_index);
            if (behind < size && text[behind] == '.')
                read_keys(found, text + behind, size - behind, class_index);
            return class_index;
        }
        const char *colon = memchr(text + at, ':', size - at);
        if (!colon)
            break;
        at = (size_t)(colon - text) + 1;
        word = word_size(text, size, at);
    }
    return VALUE_UNKNOWN;
}

/* --- Texts of queries --- */

void script_wql_script(struct script_found *found, const char *text, size_t size) {
    struct script_wql wql;
    script_wql_start(&wql, found);
    for (size_t at = 0; at < size && !found->failed;) {
        found_worked(found);
        const char *stop = memchr(text + at, '\n', size - at);
        size_t next = stop ? (size_t)(stop - text) + 1 : size;
        const char *line = text + at;
        size_t length = next - at;
        at = next;
        size_t blanks = skip_blanks(line, length, 0);
        if (blanks < length && (line[blanks] == '#' ||
                                text_starts((struct text){line + blanks, length - blanks}, "--") ||
                                text_starts((struct text){line + blanks, length - blanks}, "//")))
            continue;
        if (script_wql_form(line, length) == WQL_QUERY) {
            script_wql_end(&wql);
            script_wql_start(&wql, found);
        }
        script_wql_read(&wql, line, length);
    }
    script_wql_end(&wql);
}
