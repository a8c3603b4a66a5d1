/* wmi_ranges: one row for an unbroken run of builds on which a member is available. */
#include "table/cursor.h"

enum { NAMESPACE, CLASS, MEMBER, FIRST_BUILD, LAST_BUILD, REMOVED_IN, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"namespace", "TEXT COLLATE NOCASE", KEY_NAMESPACE, false,
     "Where the class lives, `root\\cimv2`; NULL where the report does not say it."},
    {"class", "TEXT COLLATE NOCASE", KEY_CLASS, false, "The WMI class."},
    {"member", "TEXT COLLATE NOCASE", KEY_MEMBER, false, "The property or method."},
    {"first_build", "INTEGER", KEY_NONE, false, "The oldest build of the run."},
    {"last_build", "INTEGER", KEY_NONE, false, "The newest build of the run."},
    {"removed_in", "INTEGER", KEY_NONE, false,
     "The next newer reported build, where the member is absent; NULL if none is newer, or if it "
     "is not known there."},
};

/* Builds from newest to before oldest_end, all of them present. */
struct run {
    uint32_t newest, oldest_end;
};

static bool is_present(const struct cursor *cursor, uint32_t member, uint32_t build) {
    return report_cell(cursor->report, member, build) == REPORT_PRESENT;
}

/* The next run of a member, at or behind build `from`; empty where there is none. */
static struct run next_run(const struct cursor *cursor, uint32_t member, uint32_t from) {
    uint32_t builds = cursor->report->builds.count;
    struct run run = {.newest = from};
    while (run.newest < builds && !is_present(cursor, member, run.newest))
        run.newest++;
    run.oldest_end = run.newest;
    while (run.oldest_end < builds && is_present(cursor, member, run.oldest_end))
        run.oldest_end++;
    return run;
}

static uint32_t rows(const struct cursor *cursor, uint32_t member) {
    uint32_t count = 0;
    struct run run = next_run(cursor, member, 0);
    for (; run.newest < run.oldest_end; run = next_run(cursor, member, run.oldest_end))
        count++;
    return count;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    uint32_t member = cursor_outer(cursor);
    struct run run = next_run(cursor, member, 0);
    for (uint32_t i = 0; i < cursor->inner; i++)
        run = next_run(cursor, member, run.oldest_end);
    if (column == FIRST_BUILD)
        result_build(context, cursor->report, run.oldest_end - 1);
    else if (column == LAST_BUILD)
        result_build(context, cursor->report, run.newest);
    else if (run.newest > 0 && report_cell(cursor->report, member, run.newest - 1) == REPORT_ABSENT)
        result_build(context, cursor->report, run.newest - 1);
}

const struct table table_ranges = {
    .name = "wmi_ranges",
    .row_for = "an unbroken run of builds on which a member is available",
    .example = "SELECT first_build, last_build, removed_in FROM wmi_ranges\n"
               "WHERE class = 'Msvm_ContainerSystem' AND member = 'Name'",
    .example_shows = "It came, went, and has not come back.",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_MEMBER,
    .order = {{CLASS, false}, {MEMBER, false}, {NAMESPACE, false}, {LAST_BUILD, true}},
    .order_count = 4,
    .order_is_unique = true,
    .rows = rows,
    .column = column,
    .rows_each = 1,
};
