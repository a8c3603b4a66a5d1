#include "table/walk.h"
#include "base/memory.h"
#include "base/order.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void walk_range(struct walk *walk, const struct report *report, uint32_t first, uint32_t end) {
    walk->report = report;
    walk->list = NULL;
    walk->are_bearers = false;
    walk->position = first;
    walk->end = end;
    walk->sure_end = first;
    walk->run = REPORT_NONE;
    walk->has_cells = false;
    walk->has_namespaces = false;
}

void walk_list(struct walk *walk, const struct report *report, const uint32_t *list, uint32_t count,
               uint32_t *owned) {
    assert(list || count == 0); /* NULL with elements would stand for a range */
    walk_range(walk, report, 0, count);
    walk->list = list;
    walk->owned = owned;
}

void walk_bearers(struct walk *walk, const struct report *report, uint32_t first, uint32_t end) {
    walk_range(walk, report, first, end);
    walk->are_bearers = true;
}

void walk_accept(struct walk *walk, uint32_t build, unsigned accepted) {
    assert(build < walk->report->builds.count);
    size_t words = walk->report->words;
    if (!walk->has_cells) {
        memset(walk->reject_present, 0, words * sizeof(uint64_t));
        memset(walk->reject_absent, 0, words * sizeof(uint64_t));
        memset(walk->reject_unknown, 0, words * sizeof(uint64_t));
        walk->has_cells = true;
    }
    uint64_t bit = UINT64_C(1) << (build % 64);
    if (!(accepted & ACCEPT_PRESENT))
        walk->reject_present[build / 64] |= bit;
    if (!(accepted & ACCEPT_ABSENT))
        walk->reject_absent[build / 64] |= bit;
    if (!(accepted & ACCEPT_UNKNOWN))
        walk->reject_unknown[build / 64] |= bit;
}

bool *walk_kinds(struct walk *walk) {
    if (!walk->kinds) {
        size_t count = walk->report->kinds.count;
        walk->kinds = memory_alloc(count * sizeof *walk->kinds);
        if (walk->kinds)
            memset(walk->kinds, true, count * sizeof *walk->kinds);
    }
    return walk->kinds;
}

void walk_in_namespace(struct walk *walk, bool are_classes, uint32_t text) {
    walk->are_classes = are_classes;
    walk->has_namespaces = true;
    walk->in_namespace = text;
}

void walk_in_namespaces(struct walk *walk, bool are_classes, uint32_t *owned, uint32_t count) {
    assert(owned && count && !walk->namespaces);
    walk_in_namespace(walk, are_classes, 0);
    walk->namespaces = owned;
    walk->namespace_count = count;
}

static bool pattern_passes(const struct walk *walk, uint32_t pattern) {
    uint32_t words = walk->report->words;
    const uint64_t *present = report_pattern(walk->report, pattern);
    const uint64_t *known = present + words;
    for (uint32_t i = 0; i < words; i++) {
        uint64_t rejected = (present[i] & walk->reject_present[i]) |
                            (known[i] & ~present[i] & walk->reject_absent[i]) |
                            (~known[i] & walk->reject_unknown[i]);
        if (rejected)
            return false;
    }
    return true;
}

static bool namespace_passes(const struct walk *walk, uint32_t element) {
    const struct report *report = walk->report;
    uint32_t class_index =
        walk->are_classes ? element : report_at(report, report->members.class_index, element);
    uint32_t text = report_at(report, report->classes.namespace_name, class_index);
    if (!walk->namespaces)
        return text == walk->in_namespace;
    return bsearch(&text, walk->namespaces, walk->namespace_count, sizeof text, order_ascending);
}

/* Is each element looked at by itself, not only its run? */
static bool looks_at_each(const struct walk *walk) {
    return walk->kinds || walk->has_namespaces;
}

static bool element_passes(const struct walk *walk, uint32_t element) {
    return (!walk->has_namespaces || namespace_passes(walk, element)) &&
           (!walk->kinds || walk->kinds[report_definition(walk->report, element).kind]);
}

static void settle_in_list(struct walk *walk) {
    assert(walk->list || walk->are_bearers);
    for (; walk->position < walk->end; walk->position++) {
        uint32_t member = walk_here(walk);
        if ((!walk->has_cells || pattern_passes(walk, report_pattern_of(walk->report, member))) &&
            element_passes(walk, member))
            return;
    }
}

/* The run in which a member stands. */
static uint32_t run_of(const struct report *report, uint32_t member) {
    uint32_t low = 0, high = report->runs.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (report_run_first(report, middle) <= member)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Passes over whole runs of members whose cells fail. */
static void settle_in_runs(struct walk *walk) {
    if (walk->run == REPORT_NONE)
        walk->run = run_of(walk->report, walk->position);
    while (walk->position < walk->end) {
        uint32_t next = report_run_first(walk->report, walk->run + 1);
        if (walk->position >= next) {
            walk->run++;
        } else if (pattern_passes(walk, report_run_pattern(walk->report, walk->run))) {
            walk->sure_end = next;
            return;
        } else {
            walk->position = next;
        }
    }
}

void walk_settle(struct walk *walk) {
    walk->sure_end = walk->end;
    if (walk->list || walk->are_bearers) {
        if (walk->has_cells || looks_at_each(walk)) {
            settle_in_list(walk);
            walk->sure_end = walk->position;
        }
        return;
    }
    for (; walk->position < walk->end; walk->position++) {
        if (walk->has_cells)
            settle_in_runs(walk);
        if (!looks_at_each(walk))
            return;
        walk->sure_end = walk->position;
        if (walk->position < walk->end && element_passes(walk, walk->position))
            return;
    }
}

void walk_clear(struct walk *walk) {
    memory_free(walk->owned);
    memory_free(walk->kinds);
    memory_free(walk->namespaces);
    walk->namespaces = NULL;
    walk->owned = NULL;
    walk->kinds = NULL;
}
