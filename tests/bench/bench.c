#include "bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bench bench;

static int wrong;

static void complain(const char *format, va_list arguments) {
    fflush(stdout);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void bench_die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
    exit(1);
}

void bench_wrong(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
    wrong++;
}

static const char *environment(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

/* A file that is there, or NULL. */
static const char *present(const char *path) {
    return path && access(path, R_OK) == 0 ? path : NULL;
}

static void configure(void) {
    bench.wmi = environment("WMI", "build/wmi");
    bench.library = environment("BENCH_LIBRARY", "build/wmi.so");
    bench.sqlite3 = environment("SQLITE3", "sqlite3");
    bench.data = environment("BENCH_DATA", "build/bench/data");
    bench.peers = environment("BENCH_PEERS", "build/bench/peers");
    bench.script = environment("BENCH_SCRIPT", "tests/bench/duckdb.mjs");
    bench.cpu = strcmp(environment("BENCH_CLOCK", "wall"), "cpu") == 0;
    bench.report = present(environment("BENCH_REPORT", NULL));
    bench.csv = present(environment("BENCH_CSV", NULL));
}

/* The queries run over the full report where it is there, else over the built-in one. */
static void queries(void) {
    sqlite3 *db = query_open(true);
    if (bench.report)
        query_exec(db, "SELECT wmi_load(%Q)", bench.report);
    task_queries(db, "", true);
    task_inventory(db);
    task_scripts(db);
    sqlite3_close(db);
}

static bool wanted(const char *list, const char *name) {
    return !*list || strstr(list, name);
}

int main(int argc, char **argv) {
    const char *tasks = argc > 1 ? argv[1] : "start load queries";
    configure();
    printf("SQLite %s; medians of %d runs at least, the sides in turn; %s%s\n",
           sqlite3_libversion(), REPEATS_LEAST, bench.report ? bench.report : "the built-in report",
           bench.cpu ? "; time of processors" : "");
    print_head("ours beside its peers");
    if (wanted(tasks, "start"))
        task_start();
    if (wanted(tasks, "load"))
        task_load();
    if (wanted(tasks, "queries"))
        queries();
    if (wanted(tasks, "large"))
        task_large();
    printf("\n%d missed; answers %s\n", print_missed(), wrong ? "DIFFER" : "agree");
    return wrong ? 1 : 0;
}
