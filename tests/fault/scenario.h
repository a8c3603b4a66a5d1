/* What the fault tests run, see fault.c: a scenario opens a handle, registers the extension, and
** runs statements while allocations fail. */
#ifndef WMI_TESTS_FAULT_SCENARIO_H
#define WMI_TESTS_FAULT_SCENARIO_H

#include <stdbool.h>

struct scenario {
    const char *name;
    const char *before; /* run without faults; may be NULL */
    const char *sql;    /* statements, parted by ;; */
    bool opens;         /* the extension is registered under faults too */
    /* Prepared without faults, and run to its end after the others: the one that stands has given a
    ** row before them. May be NULL. */
    const char *prepared, *standing;
    bool has_second; /* a second handle runs the same after the first, with both of them open */
};

/* All scenarios, ended by one without a name. */
extern const struct scenario scenarios[];

#endif
