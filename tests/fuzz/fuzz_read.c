/*
** Reads any bytes as a report; what is accepted has to be a report that can be walked over, and
** whose look-ups find every member. The first byte says under which name the rest is read.
*/
#include "fuzz.h"

#include "base/memory.h"
#include "read/read.h"
#include "release/release.h"
#include "report/values.h"

#include <stdlib.h>
#include <string.h>

static void need(int holds) {
    if (!holds)
        abort();
}

/* Every offset leads to a text, every cell can be asked, every name is found again. */
static void walk(const struct report *report) {
    uint64_t cells = 0;
    need(report->members.count > 0 && report->classes.count > 0 && report->builds.count > 0);
    for (uint32_t i = 0; i < report->members.count; i++) {
        struct report_class named = report_class(report, report_member(report, i).class_index);
        const char *class_name = report_text(report, named.text);
        const char *name = report_text(report, report_definition(report, i).text);
        uint32_t first = report_find(report, text_of(class_name), text_of(name));
        need(first <= i && i < report_namesakes_end(report, first));
        need(named.first_member <= i && i < named.end_member);
        for (uint32_t build = 0; build < report->builds.count; build++)
            cells += report_cell(report, i, build) == REPORT_PRESENT;
        struct report_entries map = report_value_map(report, i);
        for (uint32_t j = map.first; j < map.end; j++) {
            struct report_range range = report_range(report_entry_value(report, j));
            if (range.has_low)
                need(report_find_entry(report, map, range.low) != REPORT_NONE);
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
