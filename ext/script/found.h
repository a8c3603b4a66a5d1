/*
** What was found, in the order of the text. A member's class may be known only later: at the end of
** the query, command or table that it stands in (its owner), or at the end of the script: it is
** unknown till then, and belongs to the one class that it can be a member of.
*/
#ifndef WMI_SCRIPT_FOUND_H
#define WMI_SCRIPT_FOUND_H

#include "base/array.h"
#include "base/poll.h"
#include "report/report.h"
#include "script/script.h"
#include "script/space.h"
#include "script/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct script_row {
    const char *name; /* where it stands */
    uint32_t size;
    uint32_t of;       /* its class, VALUE_UNKNOWN or VALUE_PENDING; VALUE_OTHER: no reference */
    uint32_t member;   /* REPORT_NONE for a class alone; where `of` is none, a name of the report */
    uint32_t owner;    /* VALUE_PENDING: whose class is its */
    uint32_t space;    /* the namespace that was said for it, or 0 */
    uint32_t variable; /* the tag of the variable that it was found on, or 0 */
};

enum { HEIRS_KEPT = 64 };

/* What was asked of the classes below one: see heir.h. */
struct script_heir {
    uint32_t class_index, name;
    uint32_t member;
    bool asked;
};

struct script_found {
    const struct report *report;
    const char *text; /* of the script */
    size_t size;
    enum { ABOUT_UNASKED, ABOUT_WMI, ABOUT_OTHERS } about; /* see about.h */
    struct array rows;                                     /* struct script_row */
    struct array owners; /* uint32_t: what each owner is; the first is nobody */
    struct script_heir heirs[HEIRS_KEPT];
    struct script_spaces spaces; /* the namespaces that were said */
    uint64_t *used;              /* bit i: class i stands in the script */
    uint32_t prefixes;           /* bit: a class that begins with the letter stands in the script */
    uint64_t shapes[32];         /* bit: some class begins so and is so long */
    bool failed;                 /* there was no memory, or stopped; nothing is added any more */
    bool stopped;                /* the poll asked to */
    const struct poll *poll;
    unsigned work; /* since the poll was asked last */
};

/* Starts an empty list. False without memory; either way the caller's to give to found_free(). */
bool found_start(struct script_found *found, const struct report *report, const char *text,
                 size_t size);
enum { FOUND_WORK = 4096 };

/* A token, a line or a row was read: asks the poll, now and then. */
static inline void found_worked(struct script_found *found) {
    if (++found->work < FOUND_WORK)
        return;
    found->work = 0;
    if (poll_stops(found->poll))
        found->failed = found->stopped = true;
}

/* Forgets all that was found. */
void found_again(struct script_found *found);
void found_free(struct script_found *found);

/* The class of that name, or VALUE_UNKNOWN. */
uint32_t found_find_class(const struct script_found *found, const char *name, size_t size);
const char *found_class_name(const struct script_found *found, uint32_t class_index);

/* The member of that class and name, or REPORT_NONE. */
uint32_t found_find_member(const struct script_found *found, uint32_t class_index, const char *name,
                           size_t size);

/* Adds a class that stands in the script. */
void found_add_class(struct script_found *found, const char *name, size_t size,
                     uint32_t class_index);

/* Adds a member of a value, if the report knows it. Returns its member where the value's class is
** known and has it, else REPORT_NONE. `owner` is for VALUE_PENDING, `variable` for
** found_rebind(). */
uint32_t found_add_member(struct script_found *found, const char *name, size_t size,
                          struct script_value value, uint32_t owner, uint32_t variable);

/* Adds a member of a class that is spelt in another way. */
void found_add_known(struct script_found *found, const char *name, size_t size,
                     uint32_t class_index, uint32_t member);

/* The namespace of what a command has found from row `first` on, where it said none of its own. */
void found_say(struct script_found *found, size_t first, uint32_t inherited, uint32_t space);

/* The class that alone has a member of that name, if it is a name that tells one; else
** VALUE_UNKNOWN. */
uint32_t found_teller(struct script_found *found, const char *name, size_t size);

/* The members of a variable from row `first` on belong to a class: it was learnt after them. Looks
** back over at most FOUND_REBOUND_MAX rows. */
void found_rebind(struct script_found *found, size_t first, uint32_t variable,
                  uint32_t class_index);

#define FOUND_REBOUND_MAX 64

/* Says what the unknown rows are members of, drops what is no reference and finds lines, columns
** and evidence. See script_scan(). */
int found_finish(struct script_found *found, const char *text, size_t size,
                 struct script_reference **references, size_t *count);

#endif
