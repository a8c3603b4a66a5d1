#include "script/word.h"

#include "base/text.h"

#include <assert.h>

struct word {
    char text[32];
    unsigned char size;
    unsigned char meaning;
    unsigned short languages;
};

#define W(text, languages, meaning)                                                                \
    { text, sizeof(text) - 1, meaning, languages }

/* clang-format off */
static const struct word list[] = {
    W("for", IN_ANY, WORD_FOR), W("foreach", IN_ANY, WORD_FOR),
    W("each", IN_VBS, WORD_EACH),
    W("in", IN_ANY, WORD_IN),
    W("of", IN_JS, WORD_IN),
    W("range", IN_GO, WORD_IN),
    W("if", IN_ANY, WORD_IF), W("while", IN_ANY, WORD_IF), W("switch", IN_ANY, WORD_IF),
    W("elseif", IN_PS, WORD_IF), W("until", IN_PS, WORD_IF),
    W("elif", IN_PY, WORD_IF),
    W("elseif", IN_VBS, WORD_IF), W("until", IN_VBS, WORD_IF), W("select", IN_VBS, WORD_IF),
    W("loop", IN_VBS, WORD_IF),
    W("lock", IN_CS, WORD_IF), W("fixed", IN_CS, WORD_IF),
    W("match", IN_RUST, WORD_IF), W("loop", IN_RUST, WORD_IF),
    W("else", IN_ANY, WORD_BLOCK), W("do", IN_ANY, WORD_BLOCK),
    W("try", IN_PS | IN_CS | IN_JS | IN_PY | IN_CPP, WORD_BLOCK),
    W("finally", IN_PS | IN_CS | IN_JS | IN_PY | IN_CPP, WORD_BLOCK),
    W("begin", IN_PS, WORD_BLOCK), W("process", IN_PS, WORD_BLOCK), W("end", IN_PS, WORD_BLOCK),
    W("dynamicparam", IN_PS, WORD_BLOCK),
    W("get", IN_CS, WORD_BLOCK), W("unchecked", IN_CS, WORD_BLOCK),
    W("checked", IN_CS, WORD_BLOCK),
    W("then", IN_VBS, WORD_BLOCK),
    W("catch", IN_PS | IN_CS | IN_JS | IN_CPP, WORD_CATCH),
    W("trap", IN_PS, WORD_CATCH),
    W("except", IN_PY, WORD_CATCH),
    W("case", IN_CS | IN_JS | IN_GO | IN_CPP | IN_VBS | IN_PY, WORD_CASE),
    W("function", IN_PS | IN_VBS | IN_JS, WORD_FUNCTION),
    W("filter", IN_PS, WORD_FUNCTION), W("workflow", IN_PS, WORD_FUNCTION),
    W("sub", IN_VBS, WORD_FUNCTION), W("property", IN_VBS, WORD_FUNCTION),
    W("def", IN_PY, WORD_FUNCTION),
    W("func", IN_GO, WORD_FUNCTION),
    W("fn", IN_RUST, WORD_FUNCTION),
    W("class", IN_ANY, WORD_CLASS),
    W("struct", IN_CS | IN_CPP | IN_RUST, WORD_CLASS),
    W("enum", IN_CS | IN_CPP | IN_RUST, WORD_CLASS),
    W("interface", IN_CS, WORD_CLASS), W("namespace", IN_CS, WORD_CLASS),
    W("record", IN_CS, WORD_CLASS),
    W("enum", IN_PS, WORD_CLASS),
    W("impl", IN_RUST, WORD_CLASS), W("trait", IN_RUST, WORD_CLASS), W("mod", IN_RUST, WORD_CLASS),
    W("type", IN_GO, WORD_CLASS),
    W("param", IN_PS, WORD_PARAM),
    W("return", IN_ANY, WORD_RETURN),
    W("yield", IN_PY | IN_CS | IN_JS, WORD_RETURN),
    W("throw", IN_PS | IN_CS | IN_JS | IN_CPP, WORD_THROW),
    W("raise", IN_PY, WORD_THROW), W("assert", IN_PY, WORD_THROW),
    W("panic", IN_GO, WORD_THROW),
    W("as", IN_PY | IN_CS | IN_RUST, WORD_AS),
    W("import", IN_PY | IN_JS | IN_GO, WORD_IMPORT),
    W("from", IN_PY, WORD_IMPORT),
    W("use", IN_RUST, WORD_IMPORT),
    W("using", IN_PS, WORD_IMPORT),
    W("using", IN_CS, WORD_USING),
    W("with", IN_PY, WORD_USING),
    W("with", IN_VBS, WORD_WITH),
    W("end", IN_VBS, WORD_END), W("exit", IN_VBS, WORD_END),
    W("set", IN_VBS, WORD_SET), W("call", IN_VBS, WORD_SET), W("let", IN_VBS, WORD_SET),
    W("dim", IN_VBS, WORD_DECLARE), W("redim", IN_VBS, WORD_DECLARE),
    W("const", IN_VBS, WORD_DECLARE), W("private", IN_VBS, WORD_DECLARE),
    W("public", IN_VBS, WORD_DECLARE),
    W("var", IN_JS | IN_CS, WORD_DECLARE),
    W("let", IN_JS | IN_RUST, WORD_DECLARE),
    W("const", IN_JS | IN_GO | IN_RUST, WORD_DECLARE),
    W("var", IN_GO, WORD_DECLARE),
    W("static", IN_CS | IN_CPP, WORD_MODIFIER), W("public", IN_CS | IN_CPP, WORD_MODIFIER),
    W("private", IN_CS | IN_CPP, WORD_MODIFIER), W("protected", IN_CS | IN_CPP, WORD_MODIFIER),
    W("internal", IN_CS | IN_CPP, WORD_MODIFIER), W("readonly", IN_CS | IN_CPP, WORD_MODIFIER),
    W("const", IN_CS | IN_CPP, WORD_MODIFIER), W("async", IN_CS | IN_CPP, WORD_MODIFIER),
    W("override", IN_CS | IN_CPP, WORD_MODIFIER), W("virtual", IN_CS | IN_CPP, WORD_MODIFIER),
    W("abstract", IN_CS | IN_CPP, WORD_MODIFIER), W("sealed", IN_CS | IN_CPP, WORD_MODIFIER),
    W("partial", IN_CS | IN_CPP, WORD_MODIFIER), W("unsafe", IN_CS | IN_CPP, WORD_MODIFIER),
    W("extern", IN_CS | IN_CPP, WORD_MODIFIER), W("volatile", IN_CS | IN_CPP, WORD_MODIFIER),
    W("ref", IN_CS | IN_CPP, WORD_MODIFIER), W("out", IN_CS | IN_CPP, WORD_MODIFIER),
    W("event", IN_CS | IN_CPP, WORD_MODIFIER), W("delegate", IN_CS | IN_CPP, WORD_MODIFIER),
    W("params", IN_CS | IN_CPP, WORD_MODIFIER), W("required", IN_CS | IN_CPP, WORD_MODIFIER),
    W("inline", IN_CS | IN_CPP, WORD_MODIFIER), W("auto", IN_CS | IN_CPP, WORD_MODIFIER),
    W("byval", IN_VBS, WORD_MODIFIER), W("byref", IN_VBS, WORD_MODIFIER),
    W("default", IN_VBS, WORD_MODIFIER),
    W("async", IN_PY, WORD_MODIFIER),
    W("pub", IN_RUST, WORD_MODIFIER), W("mut", IN_RUST, WORD_MODIFIER),
    W("async", IN_RUST, WORD_MODIFIER), W("unsafe", IN_RUST, WORD_MODIFIER),
    W("export", IN_JS, WORD_MODIFIER), W("static", IN_JS, WORD_MODIFIER),
    W("async", IN_JS, WORD_MODIFIER), W("default", IN_JS, WORD_MODIFIER),
    W("new", IN_CS | IN_JS | IN_VBS | IN_CPP, WORD_NEW),
    W("not", IN_ANY, WORD_PREFIX), W("await", IN_ANY, WORD_PREFIX),
    W("typeof", IN_JS | IN_CPP, WORD_PREFIX), W("delete", IN_JS | IN_CPP, WORD_PREFIX),
    W("void", IN_JS | IN_CPP, WORD_PREFIX),
    W("defer", IN_GO, WORD_PREFIX), W("go", IN_GO, WORD_PREFIX),
    
    W("and", IN_VBS | IN_PY | IN_CS, WORD_OPERATOR),
    W("or", IN_VBS | IN_PY | IN_CS, WORD_OPERATOR), W("is", IN_VBS | IN_PY | IN_CS, WORD_OPERATOR),
    W("mod", IN_VBS, WORD_OPERATOR), W("xor", IN_VBS, WORD_OPERATOR),
    W("eqv", IN_VBS, WORD_OPERATOR), W("imp", IN_VBS, WORD_OPERATOR),
    W("to", IN_VBS, WORD_OPERATOR), W("step", IN_VBS, WORD_OPERATOR),
    W("instanceof", IN_JS, WORD_OPERATOR),
    W("lambda", IN_PY, WORD_LAMBDA), W("from", IN_CS, WORD_RANGE),
    W("null", IN_ANY, WORD_NULL), W("none", IN_ANY, WORD_NULL), W("nothing", IN_ANY, WORD_NULL),
    W("nil", IN_ANY, WORD_NULL), W("undefined", IN_ANY, WORD_NULL),
    W("nullptr", IN_ANY, WORD_NULL), W("empty", IN_ANY, WORD_NULL),
    W("self", IN_ANY, WORD_SELF), W("this", IN_ANY, WORD_SELF), W("me", IN_VBS, WORD_SELF),
    W("cls", IN_PY, WORD_SELF), W("base", IN_CS, WORD_SELF),
    W("_", IN_ANY, WORD_ITEM), W("psitem", IN_ANY, WORD_ITEM),
    W("myinvocation", IN_PS, WORD_OTHER), W("psscriptroot", IN_PS, WORD_OTHER),
    W("pscommandpath", IN_PS, WORD_OTHER), W("pscmdlet", IN_PS, WORD_OTHER),
    W("host", IN_PS, WORD_OTHER), W("psversiontable", IN_PS, WORD_OTHER),
    W("psboundparameters", IN_PS, WORD_OTHER), W("executioncontext", IN_PS, WORD_OTHER),
    W("pid", IN_PS, WORD_OTHER), W("home", IN_PS, WORD_OTHER), W("matches", IN_PS, WORD_OTHER),
    W("lastexitcode", IN_PS, WORD_OTHER), W("profile", IN_PS, WORD_OTHER),
    W("pwd", IN_PS, WORD_OTHER), W("error", IN_PS, WORD_OTHER), W("args", IN_PS, WORD_OTHER),
    W("sender", IN_PS, WORD_OTHER), W("event", IN_PS, WORD_OTHER),
    W("stacktrace", IN_PS, WORD_OTHER), W("psculture", IN_PS, WORD_OTHER),
    W("true", IN_ANY, WORD_OTHER), W("false", IN_ANY, WORD_OTHER),
    W("err", IN_VBS, WORD_OTHER), W("wscript", IN_VBS, WORD_OTHER), W("fso", IN_VBS, WORD_OTHER),
    W("console", IN_CS, WORD_OTHER), W("environment", IN_CS, WORD_OTHER),
    W("convert", IN_CS, WORD_OTHER), W("math", IN_CS, WORD_OTHER), W("path", IN_CS, WORD_OTHER),
    W("file", IN_CS, WORD_OTHER), W("directory", IN_CS, WORD_OTHER),
    W("sys", IN_PY, WORD_OTHER), W("os", IN_PY, WORD_OTHER), W("re", IN_PY, WORD_OTHER),
    W("json", IN_PY, WORD_OTHER), W("logging", IN_PY, WORD_OTHER), W("log", IN_PY, WORD_OTHER),
    W("subprocess", IN_PY, WORD_OTHER), W("platform", IN_PY, WORD_OTHER),
    W("socket", IN_PY, WORD_OTHER), W("time", IN_PY, WORD_OTHER), W("datetime", IN_PY, WORD_OTHER),
    W("wscript", IN_JS, WORD_OTHER), W("console", IN_JS, WORD_OTHER), W("math", IN_JS, WORD_OTHER),
    W("process", IN_JS, WORD_OTHER), W("json", IN_JS, WORD_OTHER),
    W("newevent", IN_ANY, WORD_EVENT), W("targetinstance", IN_ANY, WORD_TARGET), W("previousinstance", IN_ANY, WORD_TARGET),
    W("-eq", IN_PS, WORD_COMPARES), W("-ne", IN_PS, WORD_COMPARES),
    W("-like", IN_PS, WORD_COMPARES), W("-notlike", IN_PS, WORD_COMPARES),
    W("-match", IN_PS, WORD_COMPARES), W("-notmatch", IN_PS, WORD_COMPARES),
    W("-contains", IN_PS, WORD_COMPARES), W("-notcontains", IN_PS, WORD_COMPARES),
    W("-in", IN_PS, WORD_COMPARES), W("-notin", IN_PS, WORD_COMPARES),
    W("-gt", IN_PS, WORD_COMPARES), W("-lt", IN_PS, WORD_COMPARES), W("-ge", IN_PS, WORD_COMPARES),
    W("-le", IN_PS, WORD_COMPARES), W("-ieq", IN_PS, WORD_COMPARES),
    W("-ceq", IN_PS, WORD_COMPARES), W("-ine", IN_PS, WORD_COMPARES),
    W("-cne", IN_PS, WORD_COMPARES), W("-ilike", IN_PS, WORD_COMPARES),
    W("-clike", IN_PS, WORD_COMPARES), W("-imatch", IN_PS, WORD_COMPARES),
    W("-cmatch", IN_PS, WORD_COMPARES), W("-icontains", IN_PS, WORD_COMPARES),
    W("-is", IN_PS, WORD_COMPARES), W("-isnot", IN_PS, WORD_COMPARES),
    W("-split", IN_PS, WORD_COMPARES), W("-replace", IN_PS, WORD_COMPARES),
    W("-creplace", IN_PS, WORD_COMPARES), W("-ireplace", IN_PS, WORD_COMPARES),
    W("-isplit", IN_PS, WORD_COMPARES), W("-csplit", IN_PS, WORD_COMPARES),
    W("-inotlike", IN_PS, WORD_COMPARES), W("-inotmatch", IN_PS, WORD_COMPARES),
    W("-f", IN_PS, WORD_OPERATES), W("-and", IN_PS, WORD_OPERATES), W("-or", IN_PS, WORD_OPERATES),
    W("-not", IN_PS, WORD_OPERATES), W("-xor", IN_PS, WORD_OPERATES),
    W("-as", IN_PS, WORD_OPERATES), W("-join", IN_PS, WORD_OPERATES),
    W("-band", IN_PS, WORD_OPERATES), W("-bor", IN_PS, WORD_OPERATES),
    W("-bnot", IN_PS, WORD_OPERATES), W("-bxor", IN_PS, WORD_OPERATES),
    W("-shl", IN_PS, WORD_OPERATES), W("-shr", IN_PS, WORD_OPERATES),
    W("get-ciminstance", IN_PS, COMMAND_GET), W("gcim", IN_PS, COMMAND_GET),
    W("get-wmiobject", IN_PS, COMMAND_GET), W("gwmi", IN_PS, COMMAND_GET),
    W("get-cimclass", IN_PS, COMMAND_GET), W("gcls", IN_PS, COMMAND_GET),
    W("remove-ciminstance", IN_PS, COMMAND_GET), W("rcim", IN_PS, COMMAND_GET),
    W("remove-wmiobject", IN_PS, COMMAND_GET), W("rwmi", IN_PS, COMMAND_GET),
    W("register-cimindicationevent", IN_PS, COMMAND_GET), W("rcie", IN_PS, COMMAND_GET),
    W("register-wmievent", IN_PS, COMMAND_GET), W("get-wmiobjectproxy", IN_PS, COMMAND_GET),
    W("get-wmi", IN_PS, COMMAND_GET), W("get-cim", IN_PS, COMMAND_GET),
    W("get-cimassociatedinstance", IN_PS, COMMAND_RELATED), W("gcai", IN_PS, COMMAND_RELATED),
    W("invoke-cimmethod", IN_PS, COMMAND_INVOKE), W("icim", IN_PS, COMMAND_INVOKE),
    W("invoke-wmimethod", IN_PS, COMMAND_INVOKE), W("iwmi", IN_PS, COMMAND_INVOKE),
    W("set-ciminstance", IN_PS, COMMAND_SET), W("scim", IN_PS, COMMAND_SET),
    W("set-wmiinstance", IN_PS, COMMAND_SET), W("swmi", IN_PS, COMMAND_SET),
    W("new-ciminstance", IN_PS, COMMAND_SET), W("ncim", IN_PS, COMMAND_SET),
    W("select-object", IN_PS, COMMAND_SELECT), W("select", IN_PS, COMMAND_SELECT),
    W("sort-object", IN_PS, COMMAND_SELECT), W("sort", IN_PS, COMMAND_SELECT),
    W("group-object", IN_PS, COMMAND_SELECT), W("group", IN_PS, COMMAND_SELECT),
    W("measure-object", IN_PS, COMMAND_SELECT), W("measure", IN_PS, COMMAND_SELECT),
    W("format-table", IN_PS, COMMAND_SELECT), W("ft", IN_PS, COMMAND_SELECT),
    W("format-list", IN_PS, COMMAND_SELECT), W("fl", IN_PS, COMMAND_SELECT),
    W("format-wide", IN_PS, COMMAND_SELECT), W("fw", IN_PS, COMMAND_SELECT),
    W("format-custom", IN_PS, COMMAND_SELECT), W("get-unique", IN_PS, COMMAND_SELECT),
    W("compare-object", IN_PS, COMMAND_SELECT), W("convertto-html", IN_PS, COMMAND_SELECT),
    W("convertto-csv", IN_PS, COMMAND_SELECT), W("convertto-json", IN_PS, COMMAND_SELECT),
    W("export-csv", IN_PS, COMMAND_SELECT), W("out-gridview", IN_PS, COMMAND_SELECT),
    W("ogv", IN_PS, COMMAND_SELECT), W("tee-object", IN_PS, COMMAND_SELECT),
    W("tee", IN_PS, COMMAND_SELECT),
    W("where-object", IN_PS, COMMAND_WHERE), W("where", IN_PS, COMMAND_WHERE),
    W("foreach-object", IN_PS, COMMAND_EACH),
    W("new-object", IN_PS, COMMAND_NEW_OBJECT),
    W("invoke-command", IN_PS, COMMAND_RUN), W("icm", IN_PS, COMMAND_RUN),
    W("start-job", IN_PS, COMMAND_RUN), W("measure-command", IN_PS, COMMAND_RUN),
    W("invoke-expression", IN_PS, COMMAND_RUN), W("receive-job", IN_PS, COMMAND_RUN),
    W("wait-job", IN_PS, COMMAND_RUN), W("start-threadjob", IN_PS, COMMAND_RUN),
    W("write-host", IN_PS, COMMAND_PRINT), W("write-output", IN_PS, COMMAND_PRINT),
    W("write-verbose", IN_PS, COMMAND_PRINT), W("write-warning", IN_PS, COMMAND_PRINT),
    W("write-error", IN_PS, COMMAND_PRINT), W("write-debug", IN_PS, COMMAND_PRINT),
    W("write-information", IN_PS, COMMAND_PRINT), W("write-progress", IN_PS, COMMAND_PRINT),
    W("write-log", IN_PS, COMMAND_PRINT), W("read-host", IN_PS, COMMAND_PRINT),
    W("echo", IN_PS, COMMAND_PRINT), W("out-host", IN_PS, COMMAND_PRINT),
    W("add-content", IN_PS, COMMAND_PRINT), W("set-content", IN_PS, COMMAND_PRINT),
    W("invokemethod", IN_ANY, CALL_MEMBER), W("invokemethodwithreturn", IN_ANY, CALL_MEMBER),
    W("getmethodparameters", IN_ANY, CALL_MEMBER), W("execmethod", IN_ANY, CALL_MEMBER),
    W("execmethod_", IN_ANY, CALL_MEMBER), W("execmethodasync", IN_ANY, CALL_MEMBER),
    W("execmethodasync_", IN_ANY, CALL_MEMBER), W("getpropertyvalue", IN_ANY, CALL_MEMBER),
    W("setpropertyvalue", IN_ANY, CALL_MEMBER),
    W("getpropertyqualifiervalue", IN_ANY, CALL_MEMBER),
    W("getmethodqualifiervalue", IN_ANY, CALL_MEMBER), W("wmi_property", IN_ANY, CALL_MEMBER),
    W("wmi_method", IN_ANY, CALL_MEMBER), W("getproperty", IN_ANY, CALL_MEMBER),
    W("setproperty", IN_ANY, CALL_MEMBER), W("getmethod", IN_ANY, CALL_MEMBER),
    W("get", IN_CPP, CALL_MEMBER), W("put", IN_CPP, CALL_MEMBER),
    W("spawninstance", IN_CPP, CALL_FIRST), W("get", IN_RUST, CALL_ITEM),
    W("getattr", IN_PY, CALL_ATTRIBUTE), W("setattr", IN_PY, CALL_ATTRIBUTE),
    W("hasattr", IN_PY, CALL_ATTRIBUTE),
    W("properties_", IN_ANY, CALL_ITEM), W("methods_", IN_ANY, CALL_ITEM),
    W("item", IN_ANY, CALL_ITEM), W("properties", IN_ANY, CALL_ITEM),
    W("methods", IN_ANY, CALL_ITEM), W("ciminstanceproperties", IN_ANY, CALL_ITEM),
    W("cimclassproperties", IN_ANY, CALL_ITEM), W("cimclassmethods", IN_ANY, CALL_ITEM),
    W("systemproperties", IN_ANY, CALL_ITEM),
    W("execquery", IN_ANY, CALL_CLASS), W("execqueryasync", IN_ANY, CALL_CLASS),
    W("instancesof", IN_ANY, CALL_CLASS), W("instancesofasync", IN_ANY, CALL_CLASS),
    W("subclassesof", IN_ANY, CALL_CLASS), W("execnotificationquery", IN_ANY, CALL_CLASS),
    W("execnotificationqueryasync", IN_ANY, CALL_CLASS), W("getobject", IN_ANY, CALL_CLASS),
    W("query", IN_ANY, CALL_CLASS), W("watch_for", IN_ANY, CALL_CLASS),
    W("managementclass", IN_ANY, CALL_CLASS), W("managementobject", IN_ANY, CALL_CLASS),
    W("managementobjectsearcher", IN_ANY, CALL_CLASS), W("managementpath", IN_ANY, CALL_CLASS),
    W("managementeventwatcher", IN_ANY, CALL_CLASS), W("objectquery", IN_ANY, CALL_CLASS),
    W("wqlobjectquery", IN_ANY, CALL_CLASS), W("wqleventquery", IN_ANY, CALL_CLASS),
    W("eventquery", IN_ANY, CALL_CLASS), W("selectquery", IN_ANY, CALL_CLASS),
    W("ciminstance", IN_ANY, CALL_CLASS), W("queryinstances", IN_ANY, CALL_CLASS),
    W("queryinstancesasync", IN_ANY, CALL_CLASS), W("enumerateinstances", IN_ANY, CALL_CLASS),
    W("enumerateinstancesasync", IN_ANY, CALL_CLASS), W("getinstance", IN_ANY, CALL_CLASS),
    W("getclass", IN_ANY, CALL_CLASS), W("raw_query", IN_ANY, CALL_CLASS),
    W("createquery", IN_ANY, CALL_CLASS), W("createinstanceenum", IN_ANY, CALL_CLASS),
    W("spawninstance_", IN_ANY, CALL_CLASS), W("wmi_query", IN_ANY, CALL_CLASS),
    W("getrelated", IN_ANY, CALL_RELATED), W("getrelationships", IN_ANY, CALL_RELATED),
    W("references", IN_ANY, CALL_RELATED), W("references_", IN_ANY, CALL_RELATED),
    W("referencesto", IN_ANY, CALL_RELATED), W("relatedobjectquery", IN_ANY, CALL_RELATED),
    W("relationshipquery", IN_ANY, CALL_RELATED),
    W("enumerateassociatedinstances", IN_ANY, CALL_RELATED),
    W("associators", IN_ANY, CALL_ASSOCIATORS), W("associators_", IN_ANY, CALL_ASSOCIATORS),
    W("associatorsof", IN_ANY, CALL_ASSOCIATORS),
    W("createobject", IN_ANY, CALL_CREATE), W("activexobject", IN_ANY, CALL_CREATE),
    W("format", IN_ANY, CALL_FORMAT), W("replace", IN_ANY, CALL_FORMAT),
    W("trim", IN_ANY, CALL_FORMAT), W("tostring", IN_ANY, CALL_FORMAT),
    W("concat", IN_ANY, CALL_FORMAT), W("join", IN_ANY, CALL_FORMAT),
    W("strip", IN_ANY, CALL_FORMAT), W("encode", IN_ANY, CALL_FORMAT),
    W("str", IN_ANY, CALL_FORMAT), W("bstr_t", IN_ANY, CALL_FORMAT),
    W("_bstr_t", IN_ANY, CALL_FORMAT), W("sysallocstring", IN_ANY, CALL_FORMAT),
    W("first", IN_ANY, CALL_FIRST), W("firstordefault", IN_ANY, CALL_FIRST),
    W("single", IN_ANY, CALL_FIRST), W("singleordefault", IN_ANY, CALL_FIRST),
    W("last", IN_ANY, CALL_FIRST), W("where", IN_ANY, CALL_FIRST), W("oftype", IN_ANY, CALL_FIRST),
    W("cast", IN_ANY, CALL_FIRST), W("tolist", IN_ANY, CALL_FIRST),
    W("toarray", IN_ANY, CALL_FIRST), W("take", IN_ANY, CALL_FIRST), W("skip", IN_ANY, CALL_FIRST),
    W("orderby", IN_ANY, CALL_FIRST), W("any", IN_ANY, CALL_FIRST), W("all", IN_ANY, CALL_FIRST),
    W("count", IN_ANY, CALL_FIRST), W("list", IN_ANY, CALL_FIRST), W("iter", IN_ANY, CALL_FIRST),
    W("sorted", IN_ANY, CALL_FIRST), W("reversed", IN_ANY, CALL_FIRST),
    W("enumerate", IN_ANY, CALL_FIRST), W("next", IN_ANY, CALL_FIRST),
    W("enumerator", IN_ANY, CALL_FIRST), W("itemindex", IN_ANY, CALL_FIRST),
    W("movenext", IN_ANY, CALL_FIRST), W("atend", IN_ANY, CALL_FIRST),
    W("filter", IN_ANY, CALL_FIRST), W("tuple", IN_ANY, CALL_FIRST), W("set", IN_ANY, CALL_FIRST),
    W("array", IN_ANY, CALL_FIRST), W("elementat", IN_ANY, CALL_FIRST), W("partial", IN_PY, CALL_FIRST),
    W("get", IN_VBS | IN_JS | IN_PY | IN_PS, CALL_CLASS),
    W("append", IN_ANY & ~IN_GO, CALL_ADD), W("add", IN_ANY, CALL_ADD),
    W("addrange", IN_ANY, CALL_ADD), W("addlast", IN_ANY, CALL_ADD),
    W("extend", IN_PY, CALL_ADD), W("insert", IN_ANY, CALL_ADD), W("push", IN_ANY, CALL_ADD),
    W("enqueue", IN_ANY, CALL_ADD), W("append", IN_GO, CALL_FIRST),
    W("copyto", IN_ANY, CALL_COPY),
    W("print", IN_ANY, CALL_PRINT), W("writeline", IN_ANY, CALL_PRINT),
    W("write", IN_ANY, CALL_PRINT), W("msgbox", IN_ANY, CALL_PRINT),
    W("popup", IN_ANY, CALL_PRINT), W("echo", IN_ANY, CALL_PRINT), W("info", IN_ANY, CALL_PRINT),
    W("debug", IN_ANY, CALL_PRINT), W("warning", IN_ANY, CALL_PRINT),
    W("warn", IN_ANY, CALL_PRINT), W("error", IN_ANY, CALL_PRINT),
    W("critical", IN_ANY, CALL_PRINT), W("exception", IN_ANY, CALL_PRINT),
    W("argumentexception", IN_ANY, CALL_PRINT), W("invalidoperationexception", IN_ANY, CALL_PRINT),
    W("managementexception", IN_ANY, CALL_PRINT), W("contains", IN_ANY, CALL_PRINT),
    W("equals", IN_ANY, CALL_PRINT), W("startswith", IN_ANY, CALL_PRINT),
    W("endswith", IN_ANY, CALL_PRINT), W("indexof", IN_ANY, CALL_PRINT),
    W("instr", IN_ANY, CALL_PRINT), W("compare", IN_ANY, CALL_PRINT),
    W("println", IN_ANY, CALL_PRINT), W("printf", IN_ANY, CALL_PRINT),
    W("fprintf", IN_ANY, CALL_PRINT), W("sprintf", IN_ANY & ~IN_GO, CALL_PRINT), W("sprintf", IN_GO, CALL_FORMAT),
    W("fail", IN_ANY, CALL_PRINT), W("fail_json", IN_ANY, CALL_PRINT),
    W("failjson", IN_ANY, CALL_PRINT), W("addwarning", IN_ANY, CALL_PRINT),
    W("throwterminatingerror", IN_ANY, CALL_PRINT),
};
/* clang-format on */

enum { SLOTS_MASK = sizeof((struct script_words){0}.slots) / sizeof(uint16_t) - 1 };

/* The first and last eight letters tell the words apart well enough, and fast. */
static unsigned slot_of(const char *text, size_t size) {
    uint64_t hash = size < 8 ? text_fold_word(text_short_word(text, size))
                             : text_mix(text_fold_word(text_word(text)),
                                        text_fold_word(text_word(text + size - 8)));
    return (unsigned)((hash * UINT64_C(0x9e3779b97f4a7c15)) >> 53) & SLOTS_MASK;
}

void script_words_start(struct script_words *words, enum script_language language) {
    memset(words, 0, sizeof *words);
    words->languages = 1u << language;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (!(list[i].languages & words->languages))
            continue;
        assert(list[i].size < sizeof list->text);
        words->shapes[*list[i].text & 31] |= UINT64_C(1) << list[i].size;
        unsigned slot = slot_of(list[i].text, list[i].size);
        while (words->slots[slot])
            slot = (slot + 1) & SLOTS_MASK;
        words->slots[slot] = (uint16_t)(i + 1);
    }
}

enum script_word script_words_find(const struct script_words *words, const char *text,
                                   size_t size) {
    if (!size || size >= sizeof list->text || !(words->shapes[*text & 31] >> size & 1))
        return WORD_NONE;
    for (unsigned slot = slot_of(text, size); words->slots[slot]; slot = (slot + 1) & SLOTS_MASK) {
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
    {"class", 2, PARAMETER_CLASS},
    {"resultclassname", 3, PARAMETER_RESULT},
    {"association", 3, PARAMETER_ASSOCIATION},
    {"property", 3, PARAMETER_PROPERTY},
    {"properties", 8, PARAMETER_PROPERTY},
    {"expandproperty", 3, PARAMETER_PROPERTY},
    {"excludeproperty", 3, PARAMETER_PROPERTY},
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
    {"namespace", 2, PARAMETER_NAMESPACE},
    {"autosize", 4, PARAMETER_SWITCH},
    {"wrap", 2, PARAMETER_SWITCH},
    {"unique", 2, PARAMETER_SWITCH},
    {"descending", 3, PARAMETER_SWITCH},
    {"notypeinformation", 3, PARAMETER_SWITCH},
    {"sum", 2, PARAMETER_SWITCH},
    {"average", 2, PARAMETER_SWITCH},
    {"maximum", 2, PARAMETER_SWITCH},
    {"minimum", 2, PARAMETER_SWITCH},
    {"hidetableheaders", 2, PARAMETER_SWITCH},
    {"keyonly", 3, PARAMETER_SWITCH},
    {"noelement", 3, PARAMETER_SWITCH},
    {"list", 3, PARAMETER_SWITCH},
    {"amended", 3, PARAMETER_SWITCH},
    {"clientonly", 3, PARAMETER_SWITCH},
    {"force", 3, PARAMETER_SWITCH},
    {"passthru", 3, PARAMETER_SWITCH},
    {"enableallprivileges", 6, PARAMETER_SWITCH},
};

enum script_parameter script_words_parameter(const char *text, size_t size) {
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        if (size >= parameters[i].least && size < sizeof parameters[i].text &&
            (*text | 32) == parameters[i].text[0] &&
            text_equal_nocase(text, parameters[i].text, size))
            return (enum script_parameter)parameters[i].meaning;
    return PARAMETER_NONE;
}
