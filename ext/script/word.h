/*
** The words that matter here, as a table: which languages know them, and what they mean. All others
** mean nothing by themselves.
*/
#ifndef WMI_SCRIPT_WORD_H
#define WMI_SCRIPT_WORD_H

#include "script/language.h"

#include <stddef.h>
#include <stdint.h>

enum script_word {
    WORD_NONE,
    /* Keywords */
    WORD_FOR,  /* for, foreach: a loop's variable comes, and `in` behind it */
    WORD_EACH, /* VBScript: For Each */
    WORD_IN,
    WORD_IF,       /* if, while, switch, …: a condition comes */
    WORD_BLOCK,    /* else, try, begin, …: a block or a statement comes */
    WORD_CATCH,    /* likewise, and what it catches is no instance */
    WORD_CASE,     /* what comes is compared with */
    WORD_FUNCTION, /* function, def, sub, func, fn: a name comes */
    WORD_CLASS,    /* class, struct, …: a name comes that is no value */
    WORD_PARAM,    /* PowerShell: param( */
    WORD_RETURN,
    WORD_THROW,    /* throw, raise: its strings are messages */
    WORD_AS,       /* a name comes: Python's `as`, C#'s type */
    WORD_IMPORT,   /* names of modules come */
    WORD_USING,    /* using (…), with …: like an assignment and a block */
    WORD_WITH,     /* VBScript: With */
    WORD_END,      /* VBScript: End Sub */
    WORD_SET,      /* Set, Call, Let: a statement comes */
    WORD_DECLARE,  /* Dim, var, let: names come */
    WORD_MODIFIER, /* static, out, …: the word behind it is a type or a name */
    WORD_NEW,
    WORD_PREFIX,   /* await, not, …: in front of a value */
    WORD_OPERATOR, /* and, or, is, mod, …: between two values */
    WORD_LAMBDA,
    WORD_RANGE, /* C#: from vm in … select … */
    WORD_NULL,
    WORD_SELF,
    WORD_ITEM,   /* $_ */
    WORD_OTHER,  /* a variable or a module that is no instance: $host, os, WScript, true */
    WORD_TARGET, /* TargetInstance: of an event's class */
    WORD_EVENT,  /* NewEvent: of the class of events that was asked for */
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
    COMMAND_RUN, /* Invoke-Command, Start-Job: yields what its block does */
    /* What is called */
    CALL_MEMBER,    /* InvokeMethod("…"): the first string names a member, the result is its */
    CALL_ATTRIBUTE, /* getattr(vm, "…") */
    CALL_ITEM,  /* Properties_("…"), Properties["…"]: likewise; without a string transparent */
    CALL_CLASS, /* ExecQuery("…"), new ManagementClass(…): yields the class in its arguments */
    CALL_RELATED,     /* GetRelated("…"): likewise, but never the class it is called on */
    CALL_ASSOCIATORS, /* Associators_("association", "result"): likewise, the result comes second */
    CALL_CREATE,      /* CreateObject("…"): no instance, unless it is WMI's own */
    CALL_FORMAT,      /* Format, Replace, …: a text stays what it is */
    CALL_FIRST,       /* First, Where, list, sorted: yields what it is given or called on */
    CALL_ADD,         /* list.append(vm), dictionary.Add name, vm: the list holds it */
    CALL_COPY,        /* collection.CopyTo(array, 0): the array holds it */
    CALL_PRINT,       /* WScript.Echo, Console.WriteLine, print: strings are messages */
};

struct script_words {
    uint16_t slots[2048]; /* index + 1 into the list of words */
    uint64_t shapes[32];  /* bit: some word begins so and is so long */
    unsigned languages;   /* of the one language */
};

void script_words_start(struct script_words *words, enum script_language language);

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
    PARAMETER_NAMESPACE,
    PARAMETER_SWITCH, /* takes no argument */
};

/* Knows parameters by their first letters, as PowerShell does. */
enum script_parameter script_words_parameter(const char *text, size_t size);

#endif
