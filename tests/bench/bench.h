/*
** The benchmarks: the extension beside its peers, on the same data, in one run.
**
** A task is one `side` of ours and some of peers. timing.c runs them in turn (A B C A B C …), so
** that noise on the machine hits all alike, and takes medians; it also compares what they answer,
** and a difference makes the run fail. A ratio that is missed does not: this is a measurement.
*/
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { SIDES_MAX = 12 };

#define REPEATS_LEAST 7 /* runs that a median is of; of short tasks more, see timing.c */

/* Where things are; texts of the command line or the environment. */
struct bench {
    const char *library; /* the extension's file */
    const char *wmi;     /* the extension */
    const char *sqlite3; /* the shell */
    const char *data;    /* the folder of generated files: see generate.c */
    const char *report;  /* the full report, or NULL */
    const char *csv;     /* SQLite's csv virtual table, or NULL */
    const char *peers;   /* the folder of peers from npm */
    const char *script;  /* duckdb.mjs */
    bool cpu;            /* time of processors, not of the clock: for a machine that others share */
};

extern struct bench bench;

/* The answer of a run to be compared; what the run itself takes is measured. */
typedef bool side_run(void *context, uint64_t *answer);

struct side {
    const char *name;
    side_run *run;
    void *context;
    side_run *before; /* made ready before each run, not measured; or NULL */
    double units;     /* what the time is divided by (bytes, members); 0 for 1 */
    double to_reach;  /* of a peer: the ratio ours ÷ peer; 0 for none */
    bool differs;     /* does not answer the same question: no comparison */
};

/* Ends the program with a message of printf's format: something is missing that must be there. */
_Noreturn void bench_die(const char *format, ...);

/* Says that answers differ; the run goes on and fails in the end. */
void bench_wrong(const char *format, ...);

/* --- timing.c --- */

/* Measures the sides, ours first, and prints a row for each peer. */
void timing_contest(const char *task, const struct side *sides, size_t count);

/* Measures our side alone and prints it beside a time that is given. */
void timing_alone(const char *task, const struct side *ours, const char *what, double given,
                  double to_reach);

/* --- print.c --- */

enum unit { UNIT_TIME, UNIT_BYTES };

void print_head(const char *title);
/* Prints a row of the table. `to_reach` 0 for none. */
void print_row(const char *task, double ours, const char *peer, double peers, double to_reach,
               enum unit unit);
/* Prints that a task, or a peer, was left out, and why. */
void print_skipped(const char *what, const char *why);
/* How many rows miss what is to be reached. */
int print_missed(void);

/* --- query.c --- */

/* A query over a handle; the caller reads each row as a program would. */
struct query {
    sqlite3 *db;
    const char *sql;
    sqlite3_stmt *statement; /* prepared by the first run; owned */
    uint64_t texts;          /* bits of the columns that are declared as TEXT */
};

side_run query_run;
void query_end(struct query *query);

/* A database in memory. With `wmi` the extension is loaded. */
sqlite3 *query_open(bool wmi);
/* Runs statements; %Q, %d … as sqlite3_mprintf(). Dies on an error. */
void query_exec(sqlite3 *db, const char *format, ...);
/* The first column of the first row. */
sqlite3_int64 query_number(sqlite3 *db, const char *sql);
/* Can the statement be prepared? */
bool query_works(sqlite3 *db, const char *sql);
/* Compares two queries row by row, order aside, to the last byte. */
void query_compare(sqlite3 *a, const char *a_sql, sqlite3 *b, const char *b_sql);

/* --- peers.c --- */

/* The columns that the tasks read: those that the full report and the built-in one share. */
#define PEERS_BUILDS "build_26100, build_22621, build_20348, build_19045, build_17763, build_14393"
#define PEERS_COLUMNS                                                                              \
    "class, member, type, category, access, description, description_en, " PEERS_BUILDS

/* Fills ordinary tables from the connection's current report: rows_nocase (rowid, index),
** rows_binary, keyed_nocase (WITHOUT ROWID), keyed_binary, rows_text (marks as texts),
** long_nocase and long_binary (a row for a member on a build). */
void peers_fill(sqlite3 *db);
/* Fills `inventory` (class, member, build). */
void peers_inventory(sqlite3 *db, int rows);
/* Fills `hosts` (os, build): version strings as inventories hold them. */
void peers_hosts(sqlite3 *db, int rows);
/* A number that is the same in every run. */
uint32_t peers_random(uint64_t *state);

/* --- duckdb.c --- */

/* Starts DuckDB in a process of its own, or says why it is left out. */
bool duckdb_start(void);
void duckdb_stop(void);
/* Runs a statement. Dies on an error. */
void duckdb_exec(const char *sql);
/* Writes a query's result as a CSV file and has DuckDB read it into a table. */
void duckdb_fill(sqlite3 *db, const char *table, const char *sql);
/* A side: the context is the statement, which answers one number. */
side_run duckdb_run;
/* A side: the context is a statement with two parameters, which is run with each pair of keys that
** duckdb_keys() took last. */
side_run duckdb_lookup;
void duckdb_keys(sqlite3 *db, const char *sql);

/* --- process.c --- */

/* A side: the context is an argv; the answer is made of what it prints. */
side_run process_run;

/* --- Tasks --- */

void task_start(void);
/* `what` stands before the tasks' names; `goals` says whether there is something to reach. */
void task_queries(sqlite3 *db, const char *what, bool goals);
void task_look_ups(sqlite3 *db, const char *what, bool goals, bool duckdb);
void task_inventory(sqlite3 *db);
void task_load(void);
void task_sizes(void);
void task_scripts(sqlite3 *db);
void task_large(void);

#endif
