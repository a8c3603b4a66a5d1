/*
** oracle [-v] [N [SEED]]: asks N questions (3,000) that follow from SEED (the time) of our tables
** and of ordinary ones, and prints every difference.
*/
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include "../portable.h"
#include "oracle.h"
#include "wmi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUND = 60, FAILURES_MAX = 20 };

static void set_up(struct oracle *oracle) {
    strcpy(oracle->directory, "/tmp/wmi_oracle_XXXXXX");
    if (!portable_make_folder(oracle->directory)) {
        perror("oracle: making a folder");
        exit(2);
    }
    if (sqlite3_open(":memory:", &oracle->db) != SQLITE_OK ||
        sqlite3_wmi_init(oracle->db, NULL, NULL) != SQLITE_OK)
        die(oracle, "opening");
    /* The handle is this thread's all the time: so the values of a row can be looked at in place. */
    sqlite3_mutex_enter(sqlite3_db_mutex(oracle->db));
    worlds_make(oracle);
}

static void tear_down(struct oracle *oracle) {
    sqlite3_mutex_leave(sqlite3_db_mutex(oracle->db));
    if (sqlite3_close(oracle->db) != SQLITE_OK)
        die(oracle, "closing");
    for (int i = 0; i < WORLDS; i++)
        if (oracle->worlds[i].path)
            remove(oracle->worlds[i].path);
    rmdir(oracle->directory);
    arena_clear(&oracle->arena);
    arena_clear(&oracle->lasting);
}

static void run(struct oracle *oracle, long queries) {
    for (long i = 0; i < queries && oracle->failed < FAILURES_MAX; i++) {
        if (i % ROUND == 0)
            worlds_choose(oracle);
        struct query query;
        oracle->parameter_count = oracle->alias_count = 0;
        if (oracle->is_current && chance_percent(&oracle->chance, 8))
            functions_make(oracle, &query);
        else
            query_make(oracle, &query);
        query_check(oracle, &query);
        arena_clear(&oracle->arena);
    }
}

int main(int argc, char **argv) {
    static struct oracle oracle;
    oracle.is_verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    argv += oracle.is_verbose;
    argc -= oracle.is_verbose;
    long queries = argc > 1 && *argv[1] ? atol(argv[1]) : 3000;
    uint64_t seed = argc > 2 && *argv[2] ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    oracle.chance.state = seed;
    printf("oracle: seed %llu, SQLite %s\n", (unsigned long long)seed, sqlite3_libversion());
    fflush(stdout);
    set_up(&oracle);
    run(&oracle, queries);
    if (oracle.failed)
        printf("oracle: again with: make oracle N=%ld SEED=%llu\n", queries,
               (unsigned long long)seed);
    printf(
        "oracle: %ld questions left out as too long or refused by SQLite, %ld answered wrongly by "
        "SQLite itself\n",
        oracle.skipped, oracle.excused);
    printf("oracle: %ld passed, %ld failed\n", oracle.passed, oracle.failed);
    tear_down(&oracle);
    return oracle.failed != 0;
}
