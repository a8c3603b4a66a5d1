#include "script/words.h"

#include "base/text.h"

struct word {
    char text[28];
    unsigned char size;
    unsigned char meaning;
};

#define W(text, meaning)                                                                           \
    { text, sizeof(text) - 1, meaning }

/* clang-format off */
static const struct word list[] = {
    W("for", WORD_FOR), W("foreach", WORD_FOR), W("each", WORD_FOR), W("from", WORD_FOR),
    W("in", WORD_IN),
    W("function", WORD_FUNCTION), W("filter", WORD_SECTION), W("def", WORD_FUNCTION),
    W("sub", WORD_FUNCTION),
    W("return", WORD_RETURN), W("yield", WORD_RETURN),
    W("throw", WORD_THROW), W("raise", WORD_THROW), W("assert", WORD_THROW),
    W("as", WORD_AS), W("import", WORD_IMPORT),
    W("catch", WORD_CATCH), W("trap", WORD_CATCH),
    W("null", WORD_NULL), W("none", WORD_NULL), W("nothing", WORD_NULL),
    W("with", WORD_WITH),
    W("if", WORD_CONTROL), W("elseif", WORD_CONTROL), W("else", WORD_CONTROL),
    W("while", WORD_CONTROL), W("until", WORD_CONTROL), W("do", WORD_CONTROL),
    W("switch", WORD_CONTROL), W("try", WORD_CONTROL), W("finally", WORD_CONTROL),
    W("param", WORD_SECTION), W("begin", WORD_SECTION), W("process", WORD_SECTION),
    W("end", WORD_SECTION), W("break", WORD_CONTROL), W("continue", WORD_CONTROL),
    W("exit", WORD_SECTION), W("using", WORD_CONTROL), W("then", WORD_CONTROL),
    W("set", WORD_CONTROL), W("dim", WORD_CONTROL), W("case", WORD_CONTROL),
    W("not", WORD_CONTROL), W("and", WORD_CONTROL), W("or", WORD_CONTROL), W("is", WORD_CONTROL),
    W("elif", WORD_CONTROL), W("lambda", WORD_CONTROL), W("to", WORD_CONTROL),
    W("next", CALL_CLASS), W("await", WORD_CONTROL),
    W("new", WORD_NEW), W("class", WORD_CLASS), W("struct", WORD_CLASS),
    W("targetinstance", WORD_TARGET), W("previousinstance", WORD_TARGET),
    W("out", WORD_MODIFIER), W("ref", WORD_MODIFIER),
    W("static", WORD_MODIFIER), W("public", WORD_MODIFIER), W("private", WORD_MODIFIER),
    W("internal", WORD_MODIFIER), W("protected", WORD_MODIFIER), W("readonly", WORD_MODIFIER),
    W("const", WORD_MODIFIER), W("async", WORD_MODIFIER), W("where", COMMAND_WHERE),
    W("err", WORD_FOREIGN), W("wscript", WORD_FOREIGN), W("fso", WORD_FOREIGN),
    W("console", WORD_FOREIGN), W("sys", WORD_FOREIGN), W("os", WORD_FOREIGN),

    W("_", WORD_ITEM), W("psitem", WORD_ITEM),
    W("self", WORD_SELF), W("this", WORD_SELF), W("me", WORD_SELF),
    W("myinvocation", WORD_AUTOMATIC), W("psscriptroot", WORD_AUTOMATIC),
    W("pscommandpath", WORD_AUTOMATIC), W("pscmdlet", WORD_AUTOMATIC), W("host", WORD_AUTOMATIC),
    W("psversiontable", WORD_AUTOMATIC), W("psboundparameters", WORD_AUTOMATIC),
    W("executioncontext", WORD_AUTOMATIC), W("pid", WORD_AUTOMATIC), W("home", WORD_AUTOMATIC),
    W("true", WORD_AUTOMATIC), W("false", WORD_AUTOMATIC), W("matches", WORD_AUTOMATIC),
    W("lastexitcode", WORD_AUTOMATIC), W("profile", WORD_AUTOMATIC), W("pwd", WORD_AUTOMATIC),
    W("-eq", WORD_COMPARES), W("-ne", WORD_COMPARES), W("-like", WORD_COMPARES),
    W("-notlike", WORD_COMPARES), W("-match", WORD_COMPARES), W("-notmatch", WORD_COMPARES),
    W("-contains", WORD_COMPARES), W("-notcontains", WORD_COMPARES), W("-in", WORD_COMPARES),
    W("-notin", WORD_COMPARES), W("-gt", WORD_COMPARES), W("-lt", WORD_COMPARES),
    W("-ge", WORD_COMPARES), W("-le", WORD_COMPARES), W("-ieq", WORD_COMPARES),
    W("-ceq", WORD_COMPARES), W("-ine", WORD_COMPARES), W("-cne", WORD_COMPARES),
    W("-ilike", WORD_COMPARES), W("-imatch", WORD_COMPARES), W("-is", WORD_COMPARES),
    W("-isnot", WORD_COMPARES),
    W("-f", WORD_OPERATES), W("-and", WORD_OPERATES), W("-or", WORD_OPERATES),
    W("-not", WORD_OPERATES), W("-xor", WORD_OPERATES), W("-as", WORD_OPERATES),
    W("-join", WORD_OPERATES), W("-split", WORD_COMPARES), W("-replace", WORD_COMPARES),
    W("-band", WORD_OPERATES), W("-bor", WORD_OPERATES), W("-bnot", WORD_OPERATES),

    W("get-ciminstance", COMMAND_GET), W("gcim", COMMAND_GET), W("get-wmiobject", COMMAND_GET),
    W("gwmi", COMMAND_GET), W("get-cimclass", COMMAND_GET), W("gcls", COMMAND_GET),
    W("remove-ciminstance", COMMAND_GET), W("rcim", COMMAND_GET),
    W("remove-wmiobject", COMMAND_GET), W("rwmi", COMMAND_GET),
    W("register-cimindicationevent", COMMAND_GET), W("rcie", COMMAND_GET),
    W("register-wmievent", COMMAND_GET),
    W("get-cimassociatedinstance", COMMAND_RELATED), W("gcai", COMMAND_RELATED),
    W("invoke-cimmethod", COMMAND_INVOKE), W("icim", COMMAND_INVOKE),
    W("invoke-wmimethod", COMMAND_INVOKE), W("iwmi", COMMAND_INVOKE),
    W("set-ciminstance", COMMAND_SET), W("scim", COMMAND_SET), W("set-wmiinstance", COMMAND_SET),
    W("swmi", COMMAND_SET), W("new-ciminstance", COMMAND_SET), W("ncim", COMMAND_SET),
    W("select-object", COMMAND_SELECT), W("select", COMMAND_SELECT),
    W("sort-object", COMMAND_SELECT), W("sort", COMMAND_SELECT),
    W("group-object", COMMAND_SELECT), W("group", COMMAND_SELECT),
    W("measure-object", COMMAND_SELECT), W("measure", COMMAND_SELECT),
    W("format-table", COMMAND_SELECT), W("ft", COMMAND_SELECT),
    W("format-list", COMMAND_SELECT), W("fl", COMMAND_SELECT),
    W("format-wide", COMMAND_SELECT), W("fw", COMMAND_SELECT),
    W("where-object", COMMAND_WHERE),
    W("foreach-object", COMMAND_EACH),
    W("new-object", COMMAND_NEW_OBJECT),
    W("write-host", COMMAND_PRINT), W("write-output", COMMAND_PRINT),
    W("write-verbose", COMMAND_PRINT), W("write-warning", COMMAND_PRINT),
    W("write-error", COMMAND_PRINT), W("write-debug", COMMAND_PRINT),
    W("write-information", COMMAND_PRINT), W("write-progress", COMMAND_PRINT),
    W("write-log", COMMAND_PRINT), W("read-host", COMMAND_PRINT), W("echo", COMMAND_PRINT),
    W("out-host", COMMAND_PRINT),

    W("invokemethod", CALL_MEMBER), W("getmethodparameters", CALL_MEMBER),
    W("execmethod", CALL_MEMBER), W("execmethod_", CALL_MEMBER),
    W("execmethodasync_", CALL_MEMBER), W("getpropertyvalue", CALL_MEMBER),
    W("setpropertyvalue", CALL_MEMBER), W("getpropertyqualifiervalue", CALL_MEMBER),
    W("wmi_property", CALL_MEMBER),
    W("getattr", CALL_ATTRIBUTE), W("setattr", CALL_ATTRIBUTE), W("hasattr", CALL_ATTRIBUTE),
    W("properties_", CALL_ITEM), W("methods_", CALL_ITEM), W("item", CALL_ITEM),
    W("properties", CALL_ITEM), W("methods", CALL_ITEM), W("ciminstanceproperties", CALL_ITEM),
    W("cimclassproperties", CALL_ITEM), W("cimclassmethods", CALL_ITEM),
    W("systemproperties", CALL_ITEM),

    W("execquery", CALL_CLASS), W("execqueryasync", CALL_CLASS), W("instancesof", CALL_CLASS),
    W("instancesofasync", CALL_CLASS), W("subclassesof", CALL_CLASS),
    W("execnotificationquery", CALL_CLASS), W("execnotificationqueryasync", CALL_CLASS),
    W("getobject", CALL_CLASS), W("query", CALL_CLASS), W("watch_for", CALL_CLASS),
    W("managementclass", CALL_CLASS), W("managementobject", CALL_CLASS),
    W("managementobjectsearcher", CALL_CLASS), W("managementpath", CALL_CLASS),
    W("managementeventwatcher", CALL_CLASS), W("objectquery", CALL_CLASS),
    W("wqlobjectquery", CALL_CLASS), W("wqleventquery", CALL_CLASS), W("eventquery", CALL_CLASS),
    W("selectquery", CALL_CLASS), W("ciminstance", CALL_CLASS),
    W("queryinstances", CALL_CLASS), W("enumerateinstances", CALL_CLASS),
    W("getinstance", CALL_CLASS), W("getclass", CALL_CLASS),
    W("list", CALL_CLASS), W("iter", CALL_CLASS), W("sorted", CALL_CLASS),
    W("reversed", CALL_CLASS), W("enumerate", CALL_CLASS),
    W("getrelated", CALL_RELATED), W("getrelationships", CALL_RELATED),
    W("associators", CALL_ASSOCIATORS), W("references", CALL_RELATED),
    W("associators_", CALL_ASSOCIATORS), W("references_", CALL_RELATED),
    W("associatorsof", CALL_ASSOCIATORS), W("referencesto", CALL_RELATED),
    W("relatedobjectquery", CALL_RELATED), W("relationshipquery", CALL_RELATED),
    W("enumerateassociatedinstances", CALL_RELATED),

    W("createobject", CALL_CREATE),
    W("print", CALL_PRINT), W("writeline", CALL_PRINT), W("write", CALL_PRINT),
    W("msgbox", CALL_PRINT), W("popup", CALL_PRINT), W("info", CALL_PRINT),
    W("debug", CALL_PRINT), W("warning", CALL_PRINT), W("error", CALL_PRINT),
    W("critical", CALL_PRINT), W("exception", CALL_PRINT), W("argumentexception", CALL_PRINT),
    W("invalidoperationexception", CALL_PRINT), W("managementexception", CALL_PRINT),
    W("contains", CALL_PRINT), W("equals", CALL_PRINT),
    W("startswith", CALL_PRINT), W("endswith", CALL_PRINT), W("indexof", CALL_PRINT),
    W("instr", CALL_PRINT),
};
/* clang-format on */

/* The first and last eight letters tell the words apart well enough, and fast. */
static unsigned slot_of(const char *text, size_t size) {
    uint64_t hash = size < 8 ? text_fold_word(text_short_word(text, size))
                             : text_mix(text_fold_word(text_word(text)),
                                        text_fold_word(text_word(text + size - 8)));
    return (unsigned)((hash * UINT64_C(0x9e3779b97f4a7c15)) >> 54);
}

void script_words_start(struct script_words *words) {
    memset(words, 0, sizeof *words);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        unsigned slot = slot_of(list[i].text, list[i].size);
        while (words->slots[slot])
            slot = (slot + 1) & 1023;
        words->slots[slot] = (uint16_t)(i + 1);
    }
}

enum script_word script_words_find(const struct script_words *words, const char *text,
                                   size_t size) {
    if (size > sizeof list->text)
        return WORD_NONE;
    for (unsigned slot = slot_of(text, size); words->slots[slot]; slot = (slot + 1) & 1023) {
        const struct word *word = &list[words->slots[slot] - 1];
        if (word->size == size && text_equal_nocase(word->text, text, size))
            return (enum script_word)word->meaning;
    }
    return WORD_NONE;
}

/* --- Parameters --- */

struct parameter {
    char text[24];
    unsigned char least; /* so many letters are enough */
    unsigned char meaning;
};

static const struct parameter parameters[] = {
    {"classname", 2, PARAMETER_CLASS},
    {"cimclassname", 5, PARAMETER_CLASS},
    {"resultclassname", 3, PARAMETER_RESULT},
    {"association", 3, PARAMETER_ASSOCIATION},
    {"property", 3, PARAMETER_PROPERTY},
    {"expandproperty", 3, PARAMETER_PROPERTY},
    {"groupby", 3, PARAMETER_PROPERTY},
    {"methodname", 2, PARAMETER_METHOD},
    {"name", 4, PARAMETER_METHOD},
    {"filter", 3, PARAMETER_FILTER},
    {"inputobject", 3, PARAMETER_OBJECT},
    {"ciminstance", 4, PARAMETER_OBJECT},
    {"query", 1, PARAMETER_OBJECT},
    {"path", 4, PARAMETER_OBJECT},
    {"arguments", 3, PARAMETER_ARGUMENTS},
    {"argumentlist", 9, PARAMETER_ARGUMENTS},
    {"typename", 2, PARAMETER_POSITION},
};

enum script_parameter script_words_parameter(const char *text, size_t size) {
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        if (size >= parameters[i].least && size < sizeof parameters[i].text &&
            (*text | 32) == parameters[i].text[0] &&
            text_equal_nocase(text, parameters[i].text, size))
            return (enum script_parameter)parameters[i].meaning;
    return PARAMETER_NONE;
}
