/*
** Finds the WMI classes and members that a script uses: PowerShell, VBScript, C#, Python or WQL. A
** pure core: it knows neither SQLite nor files.
**
** A class is a name that the report knows as a class, in code or in a string that is used as one: a
** class's name, a path, a query. A member is a name that the report knows in the class of what it
** is used on (`$vm.Foo` gives no row when that class has no Foo). Where the class is not known, it
** is the one that the variable holds elsewhere in the script, else the only class of the script
** that has such a member. Comments, messages and other strings do not count.
**
** How: lexer.h makes tokens, parse.h knows what class each value has, wql.h reads the strings, and
** found.h keeps what was found. What is not seen is told in tests/fixtures/scripts/README.md.
*/
#ifndef WMI_SCRIPT_SCRIPT_H
#define WMI_SCRIPT_SCRIPT_H

#include "base/error.h"
#include "base/poll.h"
#include "report/report.h"

#include <stddef.h>
#include <stdint.h>

/* One use. The names are the report's and live as long as it; the evidence is a slice of the text
** that was scanned. */
struct script_reference {
    uint64_t line;              /* from 1 */
    uint64_t column;            /* from 1, in characters */
    uint32_t class_index;       /* in report_classes() */
    uint32_t member;            /* in report_members(), or REPORT_NONE for a class alone */
    const char *namespace_name; /* of the class; NULL where it is not known, or not the report's */
    const char *class_name;     /* as the report spells it */
    const char *member_name;    /* likewise, or NULL */
    const char *evidence; /* the line, without the blanks around it; of a long line the part */
    size_t evidence_size; /* around the name, at most SCRIPT_EVIDENCE_MAX bytes */
};

#define SCRIPT_EVIDENCE_MAX 200

/* Finds the references in a text (UTF-8, with or without a byte order mark; any bytes are safe), in
** the order of the text. On success *references is the caller's to give to memory_free() and holds
** *count elements (NULL when there are none). `poll` may be NULL. Returns ERROR_NONE, ERROR_MEMORY
** or ERROR_INTERRUPT. */
int script_scan(const struct report *report, const char *text, size_t size, const struct poll *poll,
                struct script_reference **references, size_t *count);

#endif
