/* wmi_builds: one row for a Windows build that the report has or the release list knows. */
#include "release/list.h"
#include "table/cursor.h"

enum {
    BUILD,
    VERSION,
    CLIENT,
    SERVER,
    RELEASED,
    SERVER_RELEASED,
    SUPPORT_ENDS,
    REPORTED,
    RESOLVES_TO,
    CLASSES,
    MEMBERS,
    UNKNOWN,
    ADDED,
    REMOVED,
    COLUMNS
};

static const struct table_column columns[COLUMNS] = {
    {"build", "INTEGER", KEY_BUILD, false, "The Windows build number."},
    {"version", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The version of the release: `22H2`, `1809`."},
    {"client", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The client release: `Windows 11`; NULL if there is none."},
    {"server", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The server release; NULL if there is none."},
    {"released", "TEXT", KEY_NONE, false,
     "The day of the client's release, `2024-10-01`; NULL before it."},
    {"server_released", "TEXT", KEY_NONE, false, "The day of the server's release."},
    {"support_ends", "TEXT", KEY_NONE, false,
     "The day on which support of its longest-serviced edition ends, paid extensions aside; NULL "
     "where none is set."},
    {"reported", "INTEGER", KEY_NONE, false, "1 if the build is a column of the report, else 0."},
    {"resolves_to", "INTEGER", KEY_NONE, false,
     "The report build that stands for it: itself, or one of the same core; or NULL."},
    {"classes", "INTEGER", KEY_NONE, false,
     "Classes with a member that is available on it; like the next four, NULL if not reported."},
    {"members", "INTEGER", KEY_NONE, false, "Members that are available on it."},
    {"unknown", "INTEGER", KEY_NONE, false, "Members of which nothing is known there."},
    {"added", "INTEGER", KEY_NONE, false,
     "Members that are available on it and absent on the next older reported build; NULL on the "
     "oldest."},
    {"removed", "INTEGER", KEY_NONE, false,
     "Members that are absent on it and available on the next older reported build."},
};

static void give_release(sqlite3_context *context, const struct release *release, int column) {
    const char *text = column == VERSION           ? release->version
                       : column == CLIENT          ? release->client
                       : column == SERVER          ? release->server
                       : column == RELEASED        ? release->released
                       : column == SERVER_RELEASED ? release->server_released
                                                   : release->support_ends;
    if (*text)
        sqlite3_result_text(context, text, -1, SQLITE_STATIC);
}

static void give_counts(sqlite3_context *context, const struct report *report, uint32_t index,
                        int column) {
    const struct report_build *build = &report_builds(report)[index];
    bool is_oldest = index + 1 == report->builds.count;
    if (is_oldest && (column == ADDED || column == REMOVED))
        return;
    sqlite3_result_int64(context, column == CLASSES   ? build->classes
                                  : column == MEMBERS ? build->members
                                  : column == UNKNOWN ? build->unknown
                                  : column == ADDED   ? build->added
                                                      : build->removed);
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    uint32_t number = cursor_outer(cursor);
    const struct release *release = release_of(&release_list, number);
    uint32_t index = report_find_build(report, number);
    bool is_reported = index != REPORT_NONE && report_builds(report)[index].number == number;
    switch (column) {
    case BUILD:
        sqlite3_result_int64(context, number);
        break;
    case VERSION:
    case CLIENT:
    case SERVER:
    case RELEASED:
    case SERVER_RELEASED:
    case SUPPORT_ENDS:
        if (release)
            give_release(context, release, column);
        break;
    case REPORTED:
        sqlite3_result_int(context, is_reported);
        break;
    case RESOLVES_TO:
        result_build(context, report, index);
        break;
    default:
        if (is_reported)
            give_counts(context, report, index, column);
        break;
    }
}

const struct table table_builds = {
    .name = "wmi_builds",
    .row_for = "a Windows build that the report has or the release list knows",
    .example = "SELECT build, version, client, server, support_ends, reported, resolves_to FROM "
               "wmi_builds\n"
               "WHERE build BETWEEN 20348 AND 22631",
    .example_shows = "22631 is 22621 with features enabled, and is answered by it.",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_BUILD,
    .order = {{BUILD, true}},
    .order_count = 1,
    .order_is_unique = true,
    .column = column,
    .rows_each = 1,
};
