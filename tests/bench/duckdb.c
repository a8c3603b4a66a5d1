/* DuckDB, in a node process that waits for statements: see duckdb.mjs. */
#define _POSIX_C_SOURCE 200809L
#include "bench.h"

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static FILE *to, *from;
static pid_t node;

bool duckdb_start(void) {
    char folder[512], program[] = "node", script[512];
    int down[2], up[2];
    if (bench.cpu) {
        print_skipped("DuckDB", "its processor time is not known while it runs");
        return false;
    }
    snprintf(folder, sizeof folder, "%s/node_modules/@duckdb/node-api/package.json", bench.peers);
    if (access(folder, R_OK) != 0) {
        print_skipped("DuckDB", "not installed (make bench-setup)");
        return false;
    }
    snprintf(folder, sizeof folder, "%s", bench.peers);
    snprintf(script, sizeof script, "%s", bench.script);
    char *arguments[] = {program, script, folder, NULL};
    posix_spawn_file_actions_t actions;
    if (pipe(down) != 0 || pipe(up) != 0)
        bench_die("no pipe");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, down[0], 0);
    posix_spawn_file_actions_adddup2(&actions, up[1], 1);
    for (int i = 0; i < 2; i++) {
        posix_spawn_file_actions_addclose(&actions, down[i]);
        posix_spawn_file_actions_addclose(&actions, up[i]);
    }
    int code = posix_spawnp(&node, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(down[0]);
    close(up[1]);
    to = fdopen(down[1], "w");
    from = fdopen(up[0], "r");
    if (code == 0 && to && from)
        return true;
    print_skipped("DuckDB", "no node to run it");
    return false;
}

void duckdb_stop(void) {
    if (!to)
        return;
    fclose(to);
    fclose(from);
    waitpid(node, NULL, 0);
    to = from = NULL;
}

/* Says a line and reads the line of the answer. */
static void say(const char *verb, const char *sql, char *answer, int size) {
    fprintf(to, "%s %s\n", verb, sql);
    fflush(to);
    if (!fgets(answer, size, from))
        bench_die("DuckDB is gone: %s", sql);
    if (strncmp(answer, "error", 5) == 0)
        bench_die("DuckDB: %s: %s", sql, answer);
}

void duckdb_exec(const char *sql) {
    char answer[512];
    say("exec", sql, answer, sizeof answer);
}

static void write_field(FILE *file, sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    if (!text)
        return;
    fputc('"', file);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', file);
        fputc(*text, file);
    }
    fputc('"', file);
}

void duckdb_fill(sqlite3 *db, const char *table, const char *sql) {
    char path[512], load[1024];
    sqlite3_stmt *statement = NULL;
    snprintf(path, sizeof path, "%s/%s.csv", bench.data, table);
    FILE *file = fopen(path, "w");
    if (!file || sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_die("%s: %s", path, sqlite3_errmsg(db));
    int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; i++)
        fprintf(file, "%s%s", i ? "," : "", sqlite3_column_name(statement, i));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < columns; i++) {
            fputc(i ? ',' : '\n', file);
            write_field(file, statement, i);
        }
    }
    fputc('\n', file);
    sqlite3_finalize(statement);
    if (fclose(file) != 0)
        bench_die("%s: cannot be written", path);
    snprintf(load, sizeof load,
             "CREATE OR REPLACE TABLE %s AS SELECT * FROM read_csv('%s', header = true)", table,
             path);
    duckdb_exec(load);
    remove(path);
}

bool duckdb_run(void *context, uint64_t *answer) {
    char line[512];
    long long time, number;
    say("query", context, line, sizeof line);
    if (sscanf(line, "%lld %lld", &time, &number) != 2)
        return false;
    *answer = (uint64_t)number;
    return true;
}

bool duckdb_lookup(void *context, uint64_t *answer) {
    char line[512];
    long long time, number;
    say("lookup", context, line, sizeof line);
    if (sscanf(line, "%lld %lld", &time, &number) != 2)
        return false;
    *answer = (uint64_t)number;
    return true;
}

void duckdb_keys(sqlite3 *db, const char *sql) {
    char answer[512];
    duckdb_fill(db, "keys", sql);
    say("keys", "SELECT * FROM keys", answer, sizeof answer);
}
