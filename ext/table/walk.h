/*
** The outer loop of a scan: goes over members (or classes, or builds) in the order of the report
** and stops only at those that the plan's conditions let through.
*/
#ifndef WMI_TABLE_WALK_H
#define WMI_TABLE_WALK_H

#include "report/report.h"

#include <assert.h>
#include <stdbool.h>

#define WALK_WORDS ((REPORT_BUILDS_MAX + 63) / 64)

/* What a condition on a cell accepts. */
enum walk_accept { ACCEPT_ABSENT = 1, ACCEPT_PRESENT = 2, ACCEPT_UNKNOWN = 4 };

struct walk {
    const struct report *report;
    const uint32_t *list; /* the elements to visit, ascending; NULL for all from position to end */
    uint32_t *owned;      /* the list again where it is this walk's to free */
    bool are_bearers;     /* the elements are the report's bearers from position to end */
    uint32_t position;    /* in the list or the bearers, or the element itself */
    uint32_t end;
    uint32_t sure_end;                   /* everything from position to before here passes */
    uint32_t run;                        /* the run in which position stands, or REPORT_NONE */
    bool has_cells;                      /* conditions on cells: */
    uint64_t reject_present[WALK_WORDS]; /* bits of builds where a present cell fails a condition */
    uint64_t reject_absent[WALK_WORDS];
    uint64_t reject_unknown[WALK_WORDS];
    bool *kinds;           /* by kind: does it pass? NULL without such a condition; owned */
    bool are_classes;      /* the elements are classes, else members; of use to: */
    bool has_namespaces;   /* a condition on the namespace of an element's class: it is */
    uint32_t in_namespace; /* this one, a text of the report, */
    uint32_t *namespaces;  /* or among these, where this is not NULL: ascending; owned */
    uint32_t namespace_count;
};

/* Starts over, with all elements from `first` to before `end` and no condition. A walk starts as
** {0} and keeps nothing that walk_clear() has not freed. */
void walk_range(struct walk *walk, const struct report *report, uint32_t first, uint32_t end);

/* The same over a list. If `owned`, the walk frees it. */
void walk_list(struct walk *walk, const struct report *report, const uint32_t *list, uint32_t count,
               uint32_t *owned);

/* The same over some of the report's bearers, the members of one name. */
void walk_bearers(struct walk *walk, const struct report *report, uint32_t first, uint32_t end);

/* Adds a condition on the cell of a build: what it accepts, a set of enum walk_accept. */
void walk_accept(struct walk *walk, uint32_t build, unsigned accepted);

/* The conditions on kinds, all true at first, for the caller to clear. NULL without memory. */
bool *walk_kinds(struct walk *walk);

/* Leaves only what is in a namespace, a text of the report or 0 for none. Each namespace has one
** spelling, so its text stands for it. */
void walk_in_namespace(struct walk *walk, bool are_classes, uint32_t text);

/* The same for several, ascending, which the walk frees. */
void walk_in_namespaces(struct walk *walk, bool are_classes, uint32_t *owned, uint32_t count);

/* Goes to the first element that passes, at or behind the position: the start of a walk. */
void walk_settle(struct walk *walk);

static inline bool walk_at_end(const struct walk *walk) {
    return walk->position >= walk->end;
}

static inline uint32_t walk_here(const struct walk *walk) {
    assert(walk->position < walk->end);
    if (walk->list)
        return walk->list[walk->position];
    return walk->are_bearers ? report_bearer(walk->report, walk->position) : walk->position;
}

/* Goes to the next element that passes. */
static inline void walk_next(struct walk *walk) {
    if (++walk->position >= walk->sure_end)
        walk_settle(walk);
}

/* Frees what the walk owns. */
void walk_clear(struct walk *walk);

#endif
