/* wmi_build(): an operating system version → the report build that stands for it. */
#include "function/function.h"
#include "session/argument.h"
#include "session/result.h"

static void build(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    const struct report *report = function_report(context);
    result_build(context, report, argument_build(sqlite3_user_data(context), report, argv[0]));
}

const struct function function_builds[] = {
    {"wmi_build", 1, SQLITE_INNOCUOUS, build, "wmi_build(os_version)",
     "The report build that stands for an operating system version, or NULL.",
     "SELECT wmi_build('Microsoft Windows [Version 10.0.22631.5768]')"},
    {0},
};
