/* From the start of a shell to an answer. */
#include "bench.h"

#include <stdio.h>

#define KEY      "class = 'Msvm_ComputerSystem' AND member = 'EnabledState'"
#define FUNCTION "SELECT available_on('Msvm_ComputerSystem', 'EnabledState', 26100)"
#define TABLE    "SELECT build_26100 FROM wmi_members WHERE " KEY

#define REPORT_COLUMNS                                                                             \
    "class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE, type, category, access, \"26100\", "   \
    "\"22621\", \"20348\", \"19045\", \"17763\", \"14393\", description, description_en"

enum { TEXT_MAX = 1024, ARGUMENTS_MAX = 12 };

/* The arguments of a shell: what every one is started with, and the statements. */
struct shell {
    const char *arguments[ARGUMENTS_MAX];
};

#define SHELL(...)                                                                                 \
    {                                                                                              \
        .arguments = {                                                                             \
            bench.sqlite3,                                                                         \
            "-batch",                                                                              \
            "-init",                                                                               \
            "/dev/null",                                                                           \
            ":memory:",                                                                            \
            __VA_ARGS__,                                                                           \
            NULL                                                                                   \
        }                                                                                          \
    }

static void start(const char *load) {
    struct shell function = SHELL(load, FUNCTION);
    struct shell table = SHELL(load, TABLE);
    struct shell loaded = SHELL(load, "SELECT 1");
    struct shell nothing = SHELL("SELECT 1");
    const struct side by_function[] = {
        {"available_on()", process_run, &function, NULL, 1, 0, false},
        {"shell start, SELECT 1", process_run, &nothing, NULL, 1, 1.10, false},
    };
    const struct side by_table[] = {
        {"wmi_members", process_run, &table, NULL, 1, 0, false},
        {"shell start, SELECT 1", process_run, &nothing, NULL, 1, 1.10, false},
        {"shell start, .load, SELECT 1", process_run, &loaded, NULL, 1, 0, false},
    };
    timing_contest("shell start, .load, one look-up: function", by_function, COUNT(by_function));
    timing_contest("shell start, .load, one look-up: table", by_table, COUNT(by_table));
}

/* The look-up in a report that is loaded first. */
static void start_and_load(const char *load) {
    static char load_report[TEXT_MAX], import[TEXT_MAX], load_csv[TEXT_MAX], create_csv[TEXT_MAX];
    snprintf(load_report, sizeof load_report, "SELECT wmi_load('%s')", bench.report);
    snprintf(import, sizeof import, ".import --csv --skip 1 \"%s\" r", bench.report);
    snprintf(load_csv, sizeof load_csv, ".load %s", bench.csv ? bench.csv : "");
    snprintf(create_csv, sizeof create_csv,
             "CREATE VIRTUAL TABLE temp.r USING csv(filename='%s', header=yes, "
             "schema='CREATE TABLE r(" REPORT_COLUMNS ")')",
             bench.report);
    struct shell ours = SHELL(load, ".output /dev/null", load_report, ".output stdout", TABLE);
    struct shell imported =
        SHELL("CREATE TABLE r(" REPORT_COLUMNS ")", "CREATE INDEX i ON r(class, member)", import,
              "SELECT \"26100\" = '✅' FROM r WHERE " KEY);
    struct shell csv = SHELL(load_csv, create_csv, "SELECT \"26100\" = '✅' FROM r WHERE " KEY);
    const struct side sides[] = {
        {"wmi_members", process_run, &ours, NULL, 1, 0, false},
        {".import into an indexed table", process_run, &imported, NULL, 1, 0.25, false},
        {"csv virtual table", process_run, &csv, NULL, 1, 1.05, false},
    };
    if (!bench.csv)
        print_skipped("csv virtual table", "not installed (make bench-setup)");
    timing_contest("shell start, .load, wmi_load full report, one look-up", sides,
                   bench.csv ? COUNT(sides) : COUNT(sides) - 1);
}

void task_start(void) {
    static char load[TEXT_MAX];
    snprintf(load, sizeof load, ".load %s", bench.wmi);
    start(load);
    if (bench.report)
        start_and_load(load);
    else
        print_skipped("shell start, .load, wmi_load full report", "no full report");
}
