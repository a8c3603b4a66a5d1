/* available_since(), available_until(): the oldest and the newest build with a member. */
#include "function/function.h"
#include "session/argument.h"
#include "session/result.h"

#include <stdbool.h>

/* The newest or else the oldest build on which any member of the group is available, or
** REPORT_NONE. */
static uint32_t edge_build(struct argument_names *names, bool newest) {
    const struct report *report = names->report;
    uint32_t edge = REPORT_NONE;
    for (uint32_t member; argument_next_member(names, &member);) {
        uint32_t found = report_edge_build(report, member, newest);
        if (found != REPORT_NONE && (edge == REPORT_NONE || (newest ? found < edge : found > edge)))
            edge = found;
    }
    return edge;
}

static void edge(sqlite3_context *context, int argc, sqlite3_value **argv, bool newest) {
    const struct report *report = function_report(context);
    struct argument_names names = argc == 1 ? argument_names(report, argv[0])
                                            : argument_class_member(report, argv[0], argv[1]);
    if (!argument_next_group(&names))
        return;
    uint32_t build = edge_build(&names, newest);
    while (argument_next_group(&names))
        if (edge_build(&names, newest) != build)
            return;
    result_build(context, report, build);
}

static void since(sqlite3_context *context, int argc, sqlite3_value **argv) {
    edge(context, argc, argv, false);
}

static void until(sqlite3_context *context, int argc, sqlite3_value **argv) {
    edge(context, argc, argv, true);
}

const struct function function_since[] = {
    {"available_since", 1, SQLITE_INNOCUOUS, since, "available_since(member)",
     "The oldest reported build on which the member is available, or NULL.",
     "SELECT available_since('Win32_ComputerSystem.HypervisorPresent')"},
    {"available_since", 2, SQLITE_INNOCUOUS, since, "available_since(class, member)", "The same.",
     "SELECT available_since('Msvm_ProcessorSettingData', 'EnablePerfmonIpt')"},
    {"available_until", 1, SQLITE_INNOCUOUS, until, "available_until(member)",
     "The newest reported build on which the member is available, or NULL.",
     "SELECT available_until('Msvm_ContainerSystem.Name')"},
    {"available_until", 2, SQLITE_INNOCUOUS, until, "available_until(class, member)", "The same.",
     "SELECT available_until('MSFT_SmbServerConfiguration', 'AutoDisconnectTimeout')"},
    {0},
};
