/*
** The words of the languages that matter here: keywords, PowerShell's commands, and the methods and
** functions that take a class, a query or a member's name. All others mean nothing by themselves.
*/
#ifndef WMI_SCRIPT_WORDS_H
#define WMI_SCRIPT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script_word {
    WORD_NONE,
    /* Keywords */
    WORD_FOR, /* for, foreach, each, from: a loop's variable comes, and `in` behind it */
    WORD_IN,
    WORD_FUNCTION, /* function, def, sub: a name comes */
    WORD_RETURN,
    WORD_THROW, /* throw, raise: its strings are messages */
    WORD_AS,    /* Python: a name comes that is no instance */
    WORD_IMPORT,
    WORD_CATCH,
    WORD_NULL,
    WORD_WITH,
    WORD_CONTROL,  /* if, else, while, …: in PowerShell no commands */
    WORD_SECTION,  /* param, begin, filter, …: keywords of PowerShell, or of VBScript */
    WORD_MODIFIER, /* C#: new, out, static, …: the word behind it is no declared name */
    WORD_CLASS,    /* a name comes, and it is no instance */
    WORD_NEW,
    WORD_TARGET,  /* TargetInstance: of an event's class */
    WORD_FOREIGN, /* an object that is known to be no instance: Err, WScript */
    /* Variables that are there by themselves */
    WORD_ITEM, /* $_ */
    WORD_SELF,
    WORD_AUTOMATIC, /* any other: no instance */
    /* Operators of PowerShell, with their hyphen */
    WORD_COMPARES, /* a string behind it is a value */
    WORD_OPERATES,
    /* PowerShell's commands */
    COMMAND_GET,
    COMMAND_RELATED, /* Get-CimAssociatedInstance: yields another class than it is given */
    COMMAND_INVOKE,
    COMMAND_SET,
    COMMAND_SELECT, /* Select-Object, Sort-Object …: names of properties come */
    COMMAND_WHERE,  /* Where-Object: one comes */
    COMMAND_EACH,
    COMMAND_NEW_OBJECT,
    COMMAND_PRINT,
    /* What is called */
    CALL_MEMBER,    /* InvokeMethod("…"): the first string names a member, the result is none */
    CALL_ATTRIBUTE, /* getattr(vm, "…") */
    CALL_ITEM,  /* Properties_("…"), Properties["…"]: likewise; without a string transparent */
    CALL_CLASS, /* ExecQuery("…"), new ManagementClass(…): yields the class in its arguments */
    CALL_RELATED,     /* GetRelated("…"): likewise, but never the class it is called on */
    CALL_ASSOCIATORS, /* Associators_("association", "result"): likewise, the result comes second */
    CALL_CREATE,      /* CreateObject("…"): no instance, unless it is WMI's own */
    CALL_PRINT,       /* WScript.Echo, Console.WriteLine, print: strings are messages */
};

struct script_words {
    uint16_t slots[1024]; /* index + 1 into the list of words */
};

void script_words_start(struct script_words *words);

/* The meaning of a word, in any case. */
enum script_word script_words_find(const struct script_words *words, const char *text, size_t size);

/* What a parameter of a PowerShell command introduces. */
enum script_parameter {
    PARAMETER_NONE,     /* nothing that matters; its value is passed over */
    PARAMETER_POSITION, /* no parameter: the argument stands by itself */
    PARAMETER_CLASS,
    PARAMETER_RESULT,
    PARAMETER_ASSOCIATION,
    PARAMETER_PROPERTY,
    PARAMETER_METHOD,
    PARAMETER_FILTER,
    PARAMETER_OBJECT, /* -InputObject, -Query, -Path */
    PARAMETER_ARGUMENTS,
    PARAMETER_OPERATOR, /* it is none, but an operator of an expression */
};

/* Knows parameters by their first letters, as PowerShell does. */
enum script_parameter script_words_parameter(const char *text, size_t size);

#endif
