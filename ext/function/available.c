/* available_on(): is a member available on a build? */
#include "function/function.h"
#include "session/argument.h"
#include "session/result.h"

/* Of a group: present if any of the members is, absent if there are any and all are known to be. */
static enum report_cell any_cell(struct argument_names *names, uint32_t build) {
    uint32_t member;
    if (!argument_next_member(names, &member))
        return REPORT_UNKNOWN;
    enum report_cell any = report_cell(names->report, member, build);
    while (any != REPORT_PRESENT && argument_next_member(names, &member)) {
        enum report_cell cell = report_cell(names->report, member, build);
        if (cell != REPORT_ABSENT)
            any = cell;
    }
    return any;
}

/* What all groups say. */
static void give(sqlite3_context *context, struct argument_names *names, uint32_t build) {
    uint32_t only = argument_only_member(names);
    if (only != REPORT_NONE) {
        result_cell(context, report_cell(names->report, only, build));
        return;
    }
    if (!argument_next_group(names))
        return;
    enum report_cell cell = any_cell(names, build);
    while (argument_next_group(names))
        if (any_cell(names, build) != cell)
            return;
    result_cell(context, cell);
}

/* available_on(class, member, build) */
static void on_class_member(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    uint32_t build = argument_build(sqlite3_user_data(context), report, argv[2]);
    if (build == REPORT_NONE)
        return;
    struct argument_names names = argument_class_member(report, argv[0], argv[1]);
    give(context, &names, build);
}

/* available_on(member, build) */
static void on_name(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    uint32_t build = argument_build(sqlite3_user_data(context), report, argv[1]);
    if (build == REPORT_NONE)
        return;
    struct argument_names names = argument_names(report, argv[0]);
    give(context, &names, build);
}

const struct function function_available[] = {
    {"available_on", 2, SQLITE_INNOCUOUS, on_name, "available_on(member, build)",
     "1 if the member is available on the build, 0 if it is absent, NULL if that is not known. "
     "`member` is `Class.Member`, a member name (in any class), or a class (any of its members). A "
     "class that stands in several namespaces answers where they agree, else NULL; `root\\cimv2:` "
     "before it says which is meant.",
     "SELECT available_on('Msvm_ComputerSystem.EnhancedSessionModeState', 'Windows Server 2012')"},
    {"available_on", 3, SQLITE_INNOCUOUS, on_class_member, "available_on(class, member, build)",
     "The same for one class and member: the form for joins.",
     "SELECT available_on('root\\cimv2:Win32_Service', 'DelayedAutoStart', '10.0.14393')"},
    {0},
};
