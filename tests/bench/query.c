/* SQL: running a query as a program does, and comparing two of them. */
#include "bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Reads a row as a program would that knows its columns: `texts` has a bit for each that is
** declared as TEXT. The sum does not depend on the order of the rows. */
static uint64_t read_row(sqlite3_stmt *statement, int columns, uint64_t texts) {
    uint64_t sum = 1;
    for (int i = 0; i < columns; i++) {
        if (texts >> i & 1) {
            const unsigned char *text = sqlite3_column_text(statement, i);
            sum += text ? text[0] + (uint64_t)256 : 0;
        } else {
            sum += (uint64_t)sqlite3_column_int64(statement, i) * (unsigned)(i + 3);
        }
    }
    return sum;
}

/* Which columns are declared as TEXT. */
static uint64_t text_columns(sqlite3_stmt *statement) {
    uint64_t texts = 0;
    for (int i = 0; i < sqlite3_column_count(statement) && i < 64; i++) {
        const char *type = sqlite3_column_decltype(statement, i);
        if (type && sqlite3_strnicmp(type, "TEXT", 4) == 0)
            texts |= UINT64_C(1) << i;
    }
    return texts;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_die("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

bool query_run(void *context, uint64_t *answer) {
    struct query *query = context;
    if (!query->statement) {
        query->statement = prepare(query->db, query->sql);
        query->texts = text_columns(query->statement);
    }
    int columns = sqlite3_column_count(query->statement), code;
    *answer = 0;
    while ((code = sqlite3_step(query->statement)) == SQLITE_ROW)
        *answer += read_row(query->statement, columns, query->texts);
    sqlite3_reset(query->statement);
    return code == SQLITE_DONE;
}

void query_end(struct query *query) {
    sqlite3_finalize(query->statement);
    query->statement = NULL;
}

sqlite3 *query_open(bool wmi) {
    sqlite3 *db = NULL;
    char *message = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
        sqlite3_enable_load_extension(db, 1) != SQLITE_OK)
        bench_die("cannot open a database");
    if (wmi && sqlite3_load_extension(db, bench.wmi, NULL, &message) != SQLITE_OK)
        bench_die("%s: %s", bench.wmi, message);
    return db;
}

void query_exec(sqlite3 *db, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *sql = sqlite3_vmprintf(format, arguments), *message = NULL;
    va_end(arguments);
    if (!sql || sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        bench_die("%s: %s", sql, message);
    sqlite3_free(sql);
}

sqlite3_int64 query_number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    if (sqlite3_step(statement) != SQLITE_ROW)
        bench_die("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_int64 number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

bool query_works(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    sqlite3_finalize(statement);
    return code == SQLITE_OK;
}

/* FNV-1a */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size) {
    const unsigned char *next = bytes;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ next[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* The number of rows, and a sum over hashes of all that they hold. */
static void digest(sqlite3 *db, const char *sql, uint64_t *rows, uint64_t *sum) {
    sqlite3_stmt *statement = prepare(db, sql);
    int columns = sqlite3_column_count(statement), code;
    *rows = *sum = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        uint64_t hash = UINT64_C(0xcbf29ce484222325);
        for (int i = 0; i < columns; i++) {
            int type = sqlite3_column_type(statement, i);
            const unsigned char *text = sqlite3_column_text(statement, i);
            hash = hash_bytes(hash, &type, sizeof type);
            hash = hash_bytes(hash, text, (size_t)sqlite3_column_bytes(statement, i));
        }
        *sum += hash;
        ++*rows;
    }
    if (code != SQLITE_DONE)
        bench_die("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_finalize(statement);
}

void query_compare(sqlite3 *a, const char *a_sql, sqlite3 *b, const char *b_sql) {
    uint64_t a_rows, a_sum, b_rows, b_sum;
    digest(a, a_sql, &a_rows, &a_sum);
    digest(b, b_sql, &b_rows, &b_sum);
    if (a_rows != b_rows || a_sum != b_sum)
        bench_wrong("%s (%llu rows) and %s (%llu rows) do not answer the same", a_sql,
                    (unsigned long long)a_rows, b_sql, (unsigned long long)b_rows);
}
