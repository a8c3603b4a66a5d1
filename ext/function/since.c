/* available_since(), available_until(): the oldest and the newest build on which a member is
 * available. */
#include "argument.h"
#include "function/function.h"

#include <stdbool.h>

/* The newest or oldest build, by index (0 is the newest), on which any of the members is available.
 */
static void give_edge(sqlite3_context *context, const struct report *report,
                      struct argument_members members, bool newest) {
    uint32_t builds = report->builds.count;
    for (uint32_t i = 0; i < builds; i++) {
        uint32_t build = newest ? i : builds - 1 - i;
        for (uint32_t j = members.first; j < members.end; j++) {
            if (report_cell(report, argument_member_at(&members, j), build) == REPORT_PRESENT) {
                sqlite3_result_int64(context, report_builds(report)[build].number);
                return;
            }
        }
    }
}

static void edge(sqlite3_context *context, int argc, sqlite3_value **argv, bool newest) {
    const struct report *report = function_report(context);
    struct argument_members members = {0};
    if (argc == 1) {
        members = argument_members(report, argv[0]);
    } else {
        uint32_t member = argument_member(report, argv[0], argv[1]);
        if (member != REPORT_NONE)
            members = (struct argument_members){NULL, member, member + 1};
    }
    give_edge(context, report, members, newest);
}

static void since(sqlite3_context *context, int argc, sqlite3_value **argv) {
    edge(context, argc, argv, false);
}

static void until(sqlite3_context *context, int argc, sqlite3_value **argv) {
    edge(context, argc, argv, true);
}

const struct function function_since[] = {
    {"available_since", 1, SQLITE_INNOCUOUS, since, "available_since(member)",
     "The oldest reported build on which the member is available, or NULL."},
    {"available_since", 2, SQLITE_INNOCUOUS, since, "available_since(class, member)", "The same."},
    {"available_until", 1, SQLITE_INNOCUOUS, until, "available_until(member)",
     "The newest reported build on which the member is available, or NULL."},
    {"available_until", 2, SQLITE_INNOCUOUS, until, "available_until(class, member)", "The same."},
    {0},
};
