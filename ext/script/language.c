/*
** Which language is it? Each of the first lines votes by its first word and by how it ends; where
** nothing votes, it is PowerShell. What holds scripts is known by its form, see holder.h: a line of it
** may stand in a comment or a string of any other.
*/
#include "script/language.h"

#include "base/text.h"
#include "script/character.h"
#include "script/holder.h"

/* clang-format off */
static const struct script_language_row rows[SCRIPT_LANGUAGES] = {
    [SCRIPT_POWERSHELL] = {{"#"}, {'<', '#'}, '`', ';', "", "\"'", '`', '$',
                           LINE_ENDS | HYPHENS | DOLLARS | BRACES | DOTTED_MEMBERS},
    [SCRIPT_VBSCRIPT] = {{"'"}, {0}, '_', ':', "", "\"", 0, 0, LINE_ENDS | DOTTED_MEMBERS},
    [SCRIPT_CSHARP] = {{"//", "#"}, {'/', '*'}, 0, ';', "$@", "\"'", '\\', 0,
                       CASED | TYPE_ARGUMENTS | BRACES | TYPED},
    [SCRIPT_PYTHON] = {{"#"}, {0}, '\\', ';', "rbufF", "\"'", '\\', 0,
                       LINE_ENDS | BRACKETS_HOLD | CASED | DOTTED_MEMBERS | INDENTED},
    [SCRIPT_JAVASCRIPT] = {{"//"}, {'/', '*'}, 0, ';', "", "\"'`", '\\', '$',
                           CASED | BRACES | DOTTED_MEMBERS},
    [SCRIPT_GO] = {{"//"}, {'/', '*'}, 0, ';', "", "\"`'", '\\', 0,
                   LINE_ENDS | BRACKETS_HOLD | CASED | BRACES | DOTTED_MEMBERS},
    [SCRIPT_RUST] = {{"//"}, {'/', '*'}, 0, ';', "rb#", "\"", '\\', 0,
                     CASED | TYPE_ARGUMENTS | BRACES | DOTTED_MEMBERS},
    [SCRIPT_CPP] = {{"//", "#"}, {'/', '*'}, 0, ';', "LuUR8", "\"'", '\\', 0, CASED | BRACES | TYPED},
    [SCRIPT_COMMANDS] = {{"::"}, {0}, '^', '&', "", "\"", 0, 0, LINE_ENDS},
    [SCRIPT_WQL] = {{"--", "//", "#"}, {0}, 0, 0, "", "'\"", 0, 0, 0},
    [SCRIPT_MARKDOWN] = {{{0}}, {0}, 0, 0, "", "", 0, 0, 0},
    [SCRIPT_CONFIG] = {{{0}}, {0}, 0, 0, "", "", 0, 0, 0},
    [SCRIPT_YAML] = {{{0}}, {0}, 0, 0, "", "", 0, 0, 0},
    [SCRIPT_MARKUP] = {{{0}}, {0}, 0, 0, "", "", 0, 0, 0},
};
/* clang-format on */

const struct script_language_row *script_language_row(enum script_language language) {
    return &rows[language];
}

enum { LINES_MAX = 2000 };

struct vote {
    char text[14];
    unsigned char size;
    unsigned char language;
    unsigned char weight;
};

#define VOTE(text, language, weight)                                                               \
    { text, sizeof(text) - 1, language, weight }

/* What a line begins with, in any case. */
static const struct vote first_words[] = {
    VOTE("param", SCRIPT_POWERSHELL, 4), VOTE("foreach", SCRIPT_POWERSHELL, 1),
    VOTE("begin", SCRIPT_POWERSHELL, 2), VOTE("process", SCRIPT_POWERSHELL, 2),
    VOTE("dim", SCRIPT_VBSCRIPT, 4),     VOTE("set", SCRIPT_VBSCRIPT, 4),
    VOTE("option", SCRIPT_VBSCRIPT, 4),  VOTE("sub", SCRIPT_VBSCRIPT, 4),
    VOTE("end", SCRIPT_VBSCRIPT, 3),     VOTE("next", SCRIPT_VBSCRIPT, 3),
    VOTE("wend", SCRIPT_VBSCRIPT, 3),    VOTE("loop", SCRIPT_VBSCRIPT, 2),
    VOTE("rem", SCRIPT_VBSCRIPT, 4),     VOTE("on", SCRIPT_VBSCRIPT, 3),
    VOTE("wscript", SCRIPT_VBSCRIPT, 4), VOTE("const", SCRIPT_VBSCRIPT, 1),
    VOTE("call", SCRIPT_VBSCRIPT, 2),    VOTE("msgbox", SCRIPT_VBSCRIPT, 4),
    VOTE("namespace", SCRIPT_CSHARP, 4), VOTE("public", SCRIPT_CSHARP, 3),
    VOTE("private", SCRIPT_CSHARP, 3),   VOTE("internal", SCRIPT_CSHARP, 3),
    VOTE("protected", SCRIPT_CSHARP, 3), VOTE("static", SCRIPT_CSHARP, 3),
    VOTE("using", SCRIPT_CSHARP, 2),     VOTE("import", SCRIPT_PYTHON, 4),
    VOTE("from", SCRIPT_PYTHON, 2),      VOTE("def", SCRIPT_PYTHON, 4),
    VOTE("elif", SCRIPT_PYTHON, 4),      VOTE("except", SCRIPT_PYTHON, 4),
    VOTE("with", SCRIPT_PYTHON, 1),      VOTE("print", SCRIPT_PYTHON, 3),
    VOTE("pass", SCRIPT_PYTHON, 3),      VOTE("var", SCRIPT_CSHARP, 2),
    VOTE("let", SCRIPT_JAVASCRIPT, 2),   VOTE("package", SCRIPT_GO, 6),
    VOTE("func", SCRIPT_GO, 6),          VOTE("fn", SCRIPT_RUST, 6),
    VOTE("impl", SCRIPT_RUST, 6),        VOTE("pub", SCRIPT_RUST, 4),
    VOTE("wmic", SCRIPT_COMMANDS, 5),    VOTE("setlocal", SCRIPT_COMMANDS, 6),
    VOTE("goto", SCRIPT_COMMANDS, 4),    VOTE("echo", SCRIPT_COMMANDS, 2),
    VOTE("hresult", SCRIPT_CPP, 5),      VOTE("bstr", SCRIPT_CPP, 5),
    VOTE("void", SCRIPT_CPP, 1),
};

/* What stands at the start of a line that begins with no word, or with it as one of several. */
static const struct vote first_signs[] = {
    VOTE("<#", SCRIPT_POWERSHELL, 5),     VOTE("#requires", SCRIPT_POWERSHELL, 5),
    VOTE("$", SCRIPT_POWERSHELL, 4),      VOTE("[cmdlet", SCRIPT_POWERSHELL, 5),
    VOTE("|", SCRIPT_POWERSHELL, 1),      VOTE("'", SCRIPT_VBSCRIPT, 2),
    VOTE("//", SCRIPT_CSHARP, 3),         VOTE("/*", SCRIPT_CSHARP, 4),
    VOTE("{", SCRIPT_CSHARP, 1),          VOTE("\"\"\"", SCRIPT_PYTHON, 4),
    VOTE("@echo", SCRIPT_COMMANDS, 4),    VOTE("@", SCRIPT_PYTHON, 1),
    VOTE("#!/usr/bin", SCRIPT_PYTHON, 4), VOTE("#include", SCRIPT_CPP, 9),
    VOTE("#[derive", SCRIPT_RUST, 9),     VOTE("#[serde", SCRIPT_RUST, 9),
    VOTE("::", SCRIPT_COMMANDS, 2),
};

/* What stands somewhere in a line, and in no other language. */
static const struct vote inner_words[] = {
    VOTE("=require(", SCRIPT_JAVASCRIPT, 9),
    VOTE("= require(", SCRIPT_JAVASCRIPT, 9),
    VOTE("new activex", SCRIPT_JAVASCRIPT, 9),
    VOTE("new enumera", SCRIPT_JAVASCRIPT, 9),
    VOTE("console.log(", SCRIPT_JAVASCRIPT, 6),
    VOTE("module.exp", SCRIPT_JAVASCRIPT, 9),
    VOTE("} from \"", SCRIPT_JAVASCRIPT, 9),
    VOTE("} from '", SCRIPT_JAVASCRIPT, 9),
    VOTE(" === ", SCRIPT_JAVASCRIPT, 4),
    VOTE("function(", SCRIPT_JAVASCRIPT, 3),
    VOTE("function (", SCRIPT_JAVASCRIPT, 3),
    VOTE("(l\"", SCRIPT_CPP, 4),
    VOTE(" := ", SCRIPT_GO, 4),
    VOTE("->", SCRIPT_CPP, 2),
    VOTE("%~", SCRIPT_COMMANDS, 4),
    VOTE("%%", SCRIPT_COMMANDS, 2),
};

static void vote_for_inside(unsigned *votes, const char *line, size_t size) {
    enum { LONGEST = 300 };
    if (size > LONGEST)
        size = LONGEST;
    for (size_t i = 0; i < sizeof inner_words / sizeof *inner_words; i++) {
        const struct vote *vote = &inner_words[i];
        const char *at = line, *end = line + size;
        while ((at = memchr(at, vote->text[0], (size_t)(end - at))) != NULL) {
            if ((size_t)(end - at) >= vote->size && text_equal_nocase(at, vote->text, vote->size)) {
                votes[vote->language] += vote->weight;
                break;
            }
            at++;
        }
    }
}

static void vote_for_start(unsigned *votes, const char *line, size_t size) {
    size_t word = 0;
    while (word < size && script_is_word(line[word]))
        word++;
    if (word) {
        for (size_t i = 0; i < sizeof first_words / sizeof *first_words; i++)
            if (first_words[i].size == word && (*line | 32) == *first_words[i].text &&
                text_equal_nocase(line, first_words[i].text, word))
                votes[first_words[i].language] += first_words[i].weight;
        if (word + 1 < size && line[word] == '-' && script_is_word(line[word + 1]))
            votes[SCRIPT_POWERSHELL] += 4; /* Get-CimInstance */
        return;
    }
    for (size_t i = 0; i < sizeof first_signs / sizeof *first_signs; i++)
        if (*line == *first_signs[i].text && first_signs[i].size <= size &&
            text_equal_nocase(line, first_signs[i].text, first_signs[i].size))
            votes[first_signs[i].language] += first_signs[i].weight;
}

static void vote_for_end(unsigned *votes, const char *line, size_t size) {
    const char *last = line + size - 1;
    if (*last == ';')
        votes[SCRIPT_CSHARP] += *line == '$' ? 0 : 2;
    else if (*last == ':')
        votes[SCRIPT_PYTHON] += 2;
    else if (*last == '_' && size > 1 && last[-1] == ' ')
        votes[SCRIPT_VBSCRIPT] += 3;
    else if (size > 5 && text_is((struct text){last - 4, 5}, " then"))
        votes[SCRIPT_VBSCRIPT] += 3;
}

/* WQL begins with one of its verbs, behind nothing but comments. */
static bool is_query(const char *line, size_t size) {
    static const char *const verbs[] = {"select", "associators", "references"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(verbs[i]);
        if (text_starts((struct text){line, size}, verbs[i]) &&
            (size == length || !script_is_word(line[length])))
            return line[size - 1] != '{' && !text_starts((struct text){line, size}, "select-") &&
                   !text_starts((struct text){line, size}, "select case");
    }
    return false;
}

/* C++, JScript and Rust end their lines as C# does: what votes for one of them takes these votes
** too. */
static void share_votes(unsigned *votes) {
    static const unsigned char alike[] = {SCRIPT_JAVASCRIPT, SCRIPT_RUST, SCRIPT_CPP};
    unsigned best = SCRIPT_CSHARP;
    unsigned of_csharp = votes[SCRIPT_CSHARP];
    for (size_t i = 0; i < sizeof alike; i++)
        if (votes[alike[i]] >= 8 && (best == SCRIPT_CSHARP || votes[alike[i]] > votes[best]))
            best = alike[i];
    if (best != SCRIPT_CSHARP)
        votes[best] += of_csharp;
}

/* What the lines of a text say. */
struct lines {
    unsigned votes[2][SCRIPT_LANGUAGES]; /* outside the fences of Markdown, and in them */
    unsigned outside;                    /* lines there */
    unsigned fences;
    bool fenced;
    bool remarks; /* in a comment of PowerShell: prose */
    bool code;    /* a line that is no comment was there */
    bool prose;   /* the first line may be one of Markdown's */
};

static bool is_comment(const char *line, size_t size) {
    static const char *const signs[] = {"#", "//", "--", "'", "::", "rem "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_starts((struct text){line, size}, signs[i]))
            return true;
    return false;
}

static unsigned most(const unsigned *votes) {
    unsigned best = 0;
    for (unsigned i = 0; i < SCRIPT_LANGUAGES; i++)
        if (votes[i] > best)
            best = votes[i];
    return best;
}

/* A line without the blanks around it. */
static void vote(struct lines *lines, const char *line, size_t size) {
    unsigned *votes = lines->votes[lines->fenced];
    if (text_starts((struct text){line, size}, "```")) {
        lines->fences++;
        lines->fenced = !lines->fenced;
        return;
    }
    lines->outside += !lines->fenced;
    bool begins = size > 1 && line[0] == '<' && line[1] == '#';
    if (!lines->remarks || begins)
        vote_for_start(votes, line, size);
    lines->remarks |= begins;
    if (!lines->remarks && !is_comment(line, size)) {
        vote_for_inside(votes, line, size);
        vote_for_end(votes, line, size);
        if (!lines->code && size > 1 && *line == '@' && is_letter(line[1]))
            votes[SCRIPT_COMMANDS] += 60; /* @echo off, before all else */
        lines->code = true;
    }
    for (size_t i = 1; lines->remarks && i < size; i++)
        if (line[i - 1] == '#' && line[i] == '>')
            lines->remarks = false;
    if (lines->outside == 1 && !lines->fenced)
        lines->prose = most(votes) < 3;
}

/* Markdown: what stands around its fences is no code. */
static bool is_markdown(const struct lines *lines) {
    enum { SURE = 8 }; /* more than two lines of prose that begin as code does */
    unsigned code = most(lines->votes[0]);
    return lines->fences && (!lines->outside || lines->prose) &&
           (code <= SURE || code * 2 <= lines->outside);
}

enum script_language script_language(const char *text, size_t size) {
    enum script_language language = script_holder(text, size);
    if (language != SCRIPT_LANGUAGES)
        return language;
    const char *end = text + size;
    struct lines lines = {0};
    bool first = true;
    for (unsigned count = 0; text < end && count < LINES_MAX; count++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        const char *next = stop ? stop + 1 : end;
        if (!stop)
            stop = end;
        while (text < stop && (*text == ' ' || *text == '\t'))
            text++;
        while (text < stop && (stop[-1] == ' ' || stop[-1] == '\t' || stop[-1] == '\r'))
            stop--;
        size_t length = (size_t)(stop - text);
        if (length) {
            bool comment = *text == '#' || text_starts((struct text){text, length}, "--") ||
                           text_starts((struct text){text, length}, "//");
            if (first && !comment && is_query(text, length))
                return SCRIPT_WQL;
            first &= comment;
            vote(&lines, text, length);
        }
        text = next;
    }
    if (is_markdown(&lines))
        return SCRIPT_MARKDOWN;
    unsigned *votes = lines.votes[0];
    for (unsigned i = 0; i < SCRIPT_LANGUAGES; i++)
        votes[i] += lines.votes[1][i];
    share_votes(votes);
    language = SCRIPT_POWERSHELL;
    for (unsigned i = 0; i < SCRIPT_LANGUAGES; i++)
        if (votes[i] > votes[language])
            language = i;
    return language;
}

enum script_language script_language_named(const char *name, size_t size) {
    static const struct {
        char name[12];
        enum script_language language;
    } names[] = {
        {"powershell", SCRIPT_POWERSHELL},
        {"ps1", SCRIPT_POWERSHELL},
        {"pwsh", SCRIPT_POWERSHELL},
        {"ps", SCRIPT_POWERSHELL},
        {"posh", SCRIPT_POWERSHELL},
        {"vbs", SCRIPT_VBSCRIPT},
        {"vbscript", SCRIPT_VBSCRIPT},
        {"vb", SCRIPT_VBSCRIPT},
        {"csharp", SCRIPT_CSHARP},
        {"cs", SCRIPT_CSHARP},
        {"c#", SCRIPT_CSHARP},
        {"python", SCRIPT_PYTHON},
        {"py", SCRIPT_PYTHON},
        {"js", SCRIPT_JAVASCRIPT},
        {"jscript", SCRIPT_JAVASCRIPT},
        {"javascript", SCRIPT_JAVASCRIPT},
        {"go", SCRIPT_GO},
        {"golang", SCRIPT_GO},
        {"rust", SCRIPT_RUST},
        {"rs", SCRIPT_RUST},
        {"cpp", SCRIPT_CPP},
        {"c++", SCRIPT_CPP},
        {"cmd", SCRIPT_COMMANDS},
        {"bat", SCRIPT_COMMANDS},
        {"batch", SCRIPT_COMMANDS},
        {"wql", SCRIPT_WQL},
        {"sql", SCRIPT_WQL},
        {"json", SCRIPT_CONFIG},
        {"hcl", SCRIPT_CONFIG},
        {"terraform", SCRIPT_CONFIG},
        {"yaml", SCRIPT_YAML},
        {"yml", SCRIPT_YAML},
        {"html", SCRIPT_MARKUP},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is((struct text){name, size}, names[i].name))
            return names[i].language;
    return SCRIPT_LANGUAGES;
}
