/* available_on(): is a member available on a build? */
#include "function/function.h"
#include "session/argument.h"
#include "session/result.h"

/* available_on(class, member, build) */
static void on_class_member(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    uint32_t build = argument_build(sqlite3_user_data(context), report, argv[2]);
    uint32_t member =
        build == REPORT_NONE ? REPORT_NONE : argument_member(report, argv[0], argv[1]);
    if (member != REPORT_NONE)
        result_cell(context, report_cell(report, member, build));
}

/* available_on(member, build): present if any of the members is, absent if all are known to be. */
static void on_name(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    uint32_t build = argument_build(sqlite3_user_data(context), report, argv[1]);
    struct argument_members members = argument_members(report, argv[0]);
    if (build == REPORT_NONE || members.first == members.end)
        return;
    enum report_cell any = REPORT_ABSENT;
    for (uint32_t i = members.first; i < members.end && any != REPORT_PRESENT; i++) {
        enum report_cell cell = report_cell(report, argument_member_at(&members, i), build);
        if (cell != REPORT_ABSENT)
            any = cell;
    }
    result_cell(context, any);
}

const struct function function_available[] = {
    {"available_on", 2, SQLITE_INNOCUOUS, on_name, "available_on(member, build)",
     "1 if the member is available on the build, 0 if it is absent, NULL if that is not known. "
     "`member` is `Class.Member`, a member name (in any class), or a class (any of its members)."},
    {"available_on", 3, SQLITE_INNOCUOUS, on_class_member, "available_on(class, member, build)",
     "The same for one class and member: the form for joins."},
    {0},
};
