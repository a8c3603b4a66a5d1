/* wmi_report: the current report, one row. */
#include "table/cursor.h"

enum {
    SOURCE,
    FORMAT,
    ENCODING,
    NAMESPACES,
    CLASSES,
    MEMBERS,
    BUILDS,
    AVAILABLE,
    ABSENT,
    UNKNOWN,
    INFERRED,
    ROWS_READ,
    ROWS_MERGED,
    SHA256,
    COLUMNS
};

static const struct table_column columns[COLUMNS] = {
    {"source", "TEXT", KEY_NONE, false, "Where the report was read from; several parted by `; `."},
    {"format", "TEXT", KEY_NONE, false, "`csv`, `markdown`, `collection`, or several with `+`."},
    {"encoding", "TEXT", KEY_NONE, false, "The encoding that was found, and how it was repaired."},
    {"namespaces", "INTEGER", KEY_NONE, false, "How many namespaces it names."},
    {"classes", "INTEGER", KEY_NONE, false, "How many classes it has."},
    {"members", "INTEGER", KEY_NONE, false, "How many members."},
    {"builds", "INTEGER", KEY_NONE, false, "How many builds."},
    {"available", "INTEGER", KEY_NONE, false, "How many cells say present."},
    {"absent", "INTEGER", KEY_NONE, false, "How many cells say absent."},
    {"unknown", "INTEGER", KEY_NONE, false, "How many cells say nothing."},
    {"inferred", "INTEGER", KEY_NONE, false,
     "How many of the cells that say present or absent are inferred."},
    {"rows_read", "INTEGER", KEY_NONE, false, "How many rows of members the sources had."},
    {"rows_merged", "INTEGER", KEY_NONE, false, "How many of them went into another row's member."},
    {"sha256", "TEXT", KEY_NONE, false, "SHA-256 of the sources' bytes, in the order of reading."},
};

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct report *report = cursor->report;
    switch (column) {
    case SOURCE:
        give_text(context, report, report->source);
        break;
    case FORMAT:
        give_text(context, report, report->format);
        break;
    case ENCODING:
        give_text(context, report, report->encoding);
        break;
    case NAMESPACES:
        sqlite3_result_int64(context, report->namespaces);
        break;
    case CLASSES:
        sqlite3_result_int64(context, report->classes.count);
        break;
    case MEMBERS:
        sqlite3_result_int64(context, report->members.count);
        break;
    case BUILDS:
        sqlite3_result_int64(context, report->builds.count);
        break;
    case AVAILABLE:
        sqlite3_result_int64(context, (sqlite3_int64)report->available);
        break;
    case ABSENT:
        sqlite3_result_int64(context, (sqlite3_int64)report->absent);
        break;
    case UNKNOWN:
        sqlite3_result_int64(context, (sqlite3_int64)report->unknown);
        break;
    case INFERRED:
        sqlite3_result_int64(context, (sqlite3_int64)report->inferred);
        break;
    case ROWS_READ:
        sqlite3_result_int64(context, (sqlite3_int64)report->rows_read);
        break;
    case ROWS_MERGED:
        sqlite3_result_int64(context, (sqlite3_int64)report->rows_merged);
        break;
    case SHA256:
        give_text(context, report, report->sha256);
        break;
    }
}

const struct table table_report = {
    .name = "wmi_report",
    .row_for = "the current report (one row)",
    .example = "SELECT namespaces, classes, members, builds, available, absent, unknown, inferred "
               "FROM wmi_report",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_REPORT,
    .column = column,
    .rows_each = 1,
};
