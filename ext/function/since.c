/* available_since(), available_until(): the oldest and the newest build with a member. */
#include "function/function.h"
#include "session/argument.h"
#include "session/result.h"

#include <stdbool.h>

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
    result_build(context, report,
                 report_edge_build(report, members.list, members.first, members.end, newest));
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
