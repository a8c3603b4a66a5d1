#include "builder/counts.h"
#include "builder/columns.h"
#include "report/slots.h"

/* --- Counts --- */

/* Adds a pattern that `members` members have to the counts of the builds and of the cells. */
static void count_pattern(struct report *report, uint32_t pattern, uint32_t members) {
    struct report_build *builds = layout_at(report, report->builds);
    const uint64_t *inferred = report_pattern(report, pattern) + MASK_INFERRED * report->words;
    for (uint32_t i = 0; i < report->builds.count; i++) {
        enum report_cell cell = report_pattern_cell(report, pattern, i);
        *(cell == REPORT_PRESENT  ? &report->available
          : cell == REPORT_ABSENT ? &report->absent
                                  : &report->unknown) += members;
        if (inferred[i / 64] >> (i % 64) & 1)
            report->inferred += members;
        if (cell == REPORT_PRESENT)
            builds[i].members += members;
        if (cell == REPORT_UNKNOWN)
            builds[i].unknown += members;
        if (i + 1 == report->builds.count)
            break;
        enum report_cell older = report_pattern_cell(report, pattern, i + 1);
        if (cell == REPORT_PRESENT && older == REPORT_ABSENT)
            builds[i].added += members;
        if (cell == REPORT_ABSENT && older == REPORT_PRESENT)
            builds[i].removed += members;
    }
}

/* Counts the classes that have a member on each build. */
static int count_classes(struct report *report) {
    struct report_build *builds = layout_at(report, report->builds);
    size_t words = (size_t)report->classes.count * report->words;
    uint64_t *present = memory_alloc(words * sizeof *present);
    if (!present)
        return ERROR_MEMORY;
    memset(present, 0, words * sizeof *present);
    for (uint32_t i = 0; i < report->members.count; i++) {
        struct report_member member = report_member(report, i);
        for (uint32_t word = 0; word < report->words; word++)
            present[(size_t)member.class_index * report->words + word] |=
                report_pattern(report, member.pattern)[word];
    }
    for (uint32_t i = 0; i < report->classes.count; i++) {
        const uint64_t *mask = present + (size_t)i * report->words;
        for (uint32_t build = 0; build < report->builds.count; build++)
            builds[build].classes += mask[build / 64] >> (build % 64) & 1;
    }
    memory_free(present);
    return ERROR_NONE;
}

int layout_counts(struct report *report, const struct masks *masks) {
    uint32_t patterns = report->patterns.count;
    uint32_t *members = memory_alloc(patterns * sizeof *members);
    if (!members)
        return ERROR_MEMORY;
    memset(members, 0, patterns * sizeof *members);
    struct report_build *builds = layout_at(report, report->builds);
    for (uint32_t i = 0; i < report->builds.count; i++)
        builds[i] = (struct report_build){.number = masks->builds[i]};
    for (uint32_t i = 0; i < report->runs.count; i++)
        members[report_run_pattern(report, i)] +=
            report_run_first(report, i + 1) - report_run_first(report, i);
    for (uint32_t i = 0; i < patterns; i++)
        count_pattern(report, i, members[i]);
    memory_free(members);
    return count_classes(report);
}

/* --- Builds --- */

static uint32_t core_of(const struct release_list *releases, uint32_t build) {
    const struct release *release = release_of(releases, build);
    return release ? release->core : build;
}

/* The report build that stands for a build: see report_find_build(). */
static uint32_t resolve(const struct report *report, const struct release_list *releases,
                        uint32_t number) {
    const struct report_build *builds = report_builds(report);
    uint32_t core = core_of(releases, number);
    uint32_t newer = REPORT_NONE;
    for (uint32_t i = 0; i < report->builds.count; i++) { /* newest first */
        if (builds[i].number == number)
            return i;
        if (core_of(releases, builds[i].number) != core)
            continue;
        if (builds[i].number < number)
            return newer != REPORT_NONE ? newer : i;
        newer = i;
    }
    return newer;
}

static void put_build(struct report *report, uint32_t number, uint32_t index) {
    struct report_build_slot *slots = layout_at(report, report->build_slots);
    uint32_t capacity = report->build_slots.count;
    uint32_t i = slots_build_position(number, capacity);
    while (slots[i].number && slots[i].number != number)
        i = i + 1 == capacity ? 0 : i + 1;
    slots[i] = (struct report_build_slot){number, index};
}

void layout_build_slots(struct report *report, const struct release_list *releases) {
    for (size_t i = 0; i < releases->count; i++) {
        uint32_t number = releases->releases[i].build;
        put_build(report, number, resolve(report, releases, number));
    }
    for (uint32_t i = 0; i < report->builds.count; i++)
        put_build(report, report_builds(report)[i].number, i);
}
