/* wmi_load() as a side. */
#ifndef BENCH_LOADING_H
#define BENCH_LOADING_H

#include "bench.h"

struct loading {
    sqlite3 *db;
    const char *path;
};

/* Loads the path; answers the number of members. */
side_run loading_run;
/* Goes back to the built-in report, so that the next run loads anew. */
side_run loading_before;

#endif
