/*
** Which namespace is meant. A script says namespaces in texts: \\.\root\virtualization\v2, root/cimv2.
** What it said last holds for what comes, but for commands of PowerShell: they say their own, or mean
** root\cimv2. Only a class whose name stands in several namespaces needs it.
*/
#ifndef WMI_SCRIPT_SPACE_H
#define WMI_SCRIPT_SPACE_H

#include "base/text.h"
#include "report/report.h"
#include "script/script.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SPACES_MAX = 32, SPACE_SIZE_MAX = 79 };

struct script_spaces {
    uint32_t count;
    uint32_t here; /* said last: 1 for the first; 0 for none */
    struct script_space {
        uint32_t size;
        char name[SPACE_SIZE_MAX + 1]; /* with single backslashes */
    } items[SPACES_MAX];
};

/* The namespace that stands in a text, or 0. */
uint32_t space_find(struct script_spaces *spaces, struct text text);

/* That of commands that say none. */
uint32_t space_default(struct script_spaces *spaces);

/* Says of a reference's class and member, of several namesakes, the one that is meant, and in which
** namespace it is. */
void space_decide(const struct script_spaces *spaces, const struct report *report, uint32_t space,
                  struct script_reference *reference);

#endif
