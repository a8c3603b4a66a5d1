/*
** Reads any bytes as a report; what is accepted has to be a report that can be walked over, and
** whose look-ups find every member. The first byte says under which name the rest is read.
*/
#include "fuzz.h"

#include "base/memory.h"
#include "read/read.h"
#include "release/release.h"

#include <stdlib.h>
#include <string.h>

static void need(int holds) {
    if (!holds)
        abort();
}

/* Every offset leads to a text, every cell can be asked, every name is found again. */
static void walk(const struct report *report) {
    const struct report_member *members = report_members(report);
    const struct report_class *classes = report_classes(report);
    uint64_t cells = 0;
    need(report->members.count > 0 && report->classes.count > 0 && report->builds.count > 0);
    for (uint32_t i = 0; i < report->members.count; i++) {
        const char *class_name = report_text(report, classes[members[i].class_index].text);
        const struct report_definition *definition = report_definition(report, i);
        const char *name = report_text(report, definition->text);
        need(report_find(report, class_name, strlen(class_name), name, strlen(name)) == i);
        for (uint32_t build = 0; build < report->builds.count; build++)
            cells += report_cell(report, i, build) == REPORT_PRESENT;
        uint32_t count;
        const struct report_entry *entries = report_value_map(report, i, &count);
        for (uint32_t j = 0; j < count; j++) {
            struct report_range range = report_range(report_text(report, entries[j].value));
            if (range.has_low)
                need(report_find_entry(report, i, range.low) != NULL);
        }
    }
    need(cells == report->available);
    need(report->available + report->absent + report->unknown ==
         (uint64_t)report->members.count * report->builds.count);
    for (uint32_t i = 0; i < report->builds.count; i++)
        need(report_find_build(report, report_builds(report)[i].number) == i);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"report.csv", "page.md", "26100.csv", "page.txt"};
    if (!size)
        return 0;
    const char *path = fuzz_file(names[data[0] % 4], data + 1, size - 1);
    struct report *report = NULL;
    struct error error = {0};
    int code = read_report(&path, 1, &release_list, NULL, &report, &error);
    need((code == ERROR_NONE) == (report != NULL));
    need((code != ERROR_NONE) == (error.message != NULL));
    if (report)
        walk(report);
    memory_free(report);
    error_clear(&error);
    return 0;
}
