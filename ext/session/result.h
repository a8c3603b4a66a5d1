/* Gives SQL results that tables and functions share. What is not given stays NULL. */
#ifndef WMI_SESSION_RESULT_H
#define WMI_SESSION_RESULT_H

#include "base/sqlite.h"
#include "report/report.h"

/* 1, 0 or NULL. */
static inline void result_cell(sqlite3_context *context, enum report_cell cell) {
    if (cell != REPORT_UNKNOWN)
        sqlite3_result_int(context, cell);
}

/* 1, 0 or NULL. */
static inline void result_answer(sqlite3_context *context, enum report_answer answer) {
    if (answer != REPORT_NOT_KNOWN)
        sqlite3_result_int(context, answer == REPORT_YES);
}

/* The number of a build of the report, or NULL for REPORT_NONE. */
static inline void result_build(sqlite3_context *context, const struct report *report,
                                uint32_t build) {
    if (build != REPORT_NONE)
        sqlite3_result_int64(context, report_builds(report)[build].number);
}

#endif
