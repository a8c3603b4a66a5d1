/*
** Any text as a condition, asked of our tables and of ordinary ones with the same rows, names and
** declarations: the answers have to be the same. The first byte picks the query around it.
*/
#include "fuzz.h"
#include "wmi.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names in several cases, with dots, and some that are numbers; cells of all three kinds; kinds. */
static const char report[] = "Class,Member,Type,Category,Access,Desc,26100,14393,9600\n"
                             "Fan,Speed,UInt16,Property,Read,Turns,Y,Y,N\n"
                             "Fan,start,Method,Method,,,Y,N,\n"
                             "fan_b,SPEED,uint16,Property,Read/Write,,N,,Y\n"
                             "Fan.b,Name,String,Property,Read,[枚举值: 1 - One; 2..9 - Few],Y,Y,Y\n"
                             "Fan,b.Name,String,Property,,,Y,,\n"
                             "100,Name,1,Property,,,N,N,Y\n"
                             "100.0,Name,String,Property,,,Y,N,Y\n"
                             "1e2,100,String,Property,Read,,,,Y\n"
                             "A,a,Boolean,Property,,,Y,N,N\n"
                             "AB,Name,Boolean,Property,,,Y,Y,N\n"
                             "b,Name,Boolean,Property,,,,N,N\n"
                             "_,Z,Boolean,Property,,,Y,Y,\n";

/* Ordinary on both sides. */
static const char probe[] =
    "CREATE TABLE t(n INTEGER PRIMARY KEY, i INTEGER, x TEXT, nc TEXT COLLATE NOCASE, r REAL, b);"
    "INSERT INTO t(i, x, nc, r, b) VALUES (100, 'Fan', 'FAN', 100, 100), (26100, 'speed', 'Speed', "
    "26100, '26100'), (1, '100', '1e2', 1.5, x'31'), (NULL, NULL, NULL, NULL, NULL), (0, 'A', "
    "'a ', 0, 'Fan.Speed'), (9600, '1', '0', -1, 'Name');";

static const struct {
    const char *name, *module;
} tables[] = {{"m", "wmi_members"},
              {"a", "wmi_availability"},
              {"c", "wmi_classes"},
              {"r", "wmi_ranges"},
              {"v", "wmi_values"}};

static const struct {
    const char *before, *behind;
    bool is_ordered;
} forms[] = {
    {"SELECT class, member FROM m WHERE (", ")", false},
    {"SELECT class, member, build FROM a WHERE (", ")", false},
    {"SELECT class FROM c WHERE (", ")", false},
    {"SELECT class, member, last_build FROM r WHERE (", ")", false},
    {"SELECT class, member, value FROM v WHERE (", ")", false},
    {"SELECT class, member FROM m WHERE (", ") ORDER BY class, member LIMIT 3", true},
    {"SELECT class, member, build FROM a WHERE (",
     ") ORDER BY class, member, build DESC LIMIT 4 OFFSET 2", true},
    {"SELECT class, member FROM m WHERE (", ") ORDER BY class DESC, member", true},
    {"SELECT t.n FROM t LEFT JOIN c ON (", ")", false},
    {"SELECT t.n, class, member FROM t LEFT JOIN m ON (", ")", false},
    {"SELECT t.n, class, build FROM t JOIN a ON (", ") ORDER BY t.n, class, member, build", true},
    {"SELECT m.class, m.member, r.last_build FROM m JOIN r ON m.class = r.class WHERE (", ")",
     false},
};

enum { ROWS_MAX = 3000, STEPS = 300, TABLES = sizeof tables / sizeof *tables };

static sqlite3 *ours, *copy;

static void need(int holds) {
    if (!holds)
        abort();
}

static void run(sqlite3 *db, char *sql) {
    char *message = NULL;
    if (!sql || sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, message);
        abort();
    }
    sqlite3_free(sql);
}

/* --- The two sides --- */

/* The columns of our table, declared: `class TEXT COLLATE NOCASE, …`. */
static char *declared_columns(const char *table, char **names) {
    sqlite3_stmt *info;
    char *columns = NULL;
    char *sql = sqlite3_mprintf("SELECT name, type FROM pragma_table_xinfo(%Q)", table);
    need(sqlite3_prepare_v2(ours, sql, -1, &info, NULL) == SQLITE_OK);
    sqlite3_free(sql);
    while (sqlite3_step(info) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(info, 0), *collation = NULL;
        sqlite3_table_column_metadata(ours, "temp", table, name, NULL, &collation, NULL, NULL,
                                      NULL);
        char *more =
            sqlite3_mprintf("%s%s[%s] %s COLLATE %s", columns ? columns : "", columns ? ", " : "",
                            name, sqlite3_column_text(info, 1), collation ? collation : "BINARY");
        char *more_names =
            sqlite3_mprintf("%s%s[%s]", *names ? *names : "", *names ? ", " : "", name);
        sqlite3_free(columns);
        sqlite3_free(*names);
        columns = more;
        *names = more_names;
    }
    sqlite3_finalize(info);
    return columns;
}

static void copy_rows(const char *table, const char *names) {
    sqlite3_stmt *read, *insert = NULL;
    char *sql = sqlite3_mprintf("SELECT %s FROM %s", names, table);
    need(sqlite3_prepare_v2(ours, sql, -1, &read, NULL) == SQLITE_OK);
    sqlite3_free(sql);
    int columns = sqlite3_column_count(read);
    while (sqlite3_step(read) == SQLITE_ROW) {
        char *values = sqlite3_mprintf("INSERT INTO %s VALUES(?%d", table, columns);
        for (int i = 1; i < columns; i++)
            values = sqlite3_mprintf("%z, ?%d", values, i);
        values = sqlite3_mprintf("%z)", values);
        need(sqlite3_prepare_v2(copy, values, -1, &insert, NULL) == SQLITE_OK);
        sqlite3_free(values);
        for (int i = 0; i < columns; i++)
            sqlite3_bind_value(insert, i ? i : columns, sqlite3_column_value(read, i));
        need(sqlite3_step(insert) == SQLITE_DONE);
        sqlite3_finalize(insert);
    }
    sqlite3_finalize(read);
}

/* What a condition may use: columns of the tables, and functions whose answer follows from their
** arguments alone. */
static int authorize(void *unused, int action, const char *first, const char *second,
                     const char *third, const char *fourth) {
    static const char functions[] =
        " like glob length upper lower abs coalesce ifnull nullif typeof instr substr hex quote "
        "trim ltrim rtrim replace count min max round unicode ";
    (void)unused;
    (void)third;
    (void)fourth;
    if (action == SQLITE_SELECT)
        return SQLITE_OK;
    if (action == SQLITE_READ)
        return strlen(first) == 1 && strcmp(second, "ROWID") != 0 ? SQLITE_OK : SQLITE_DENY;
    char name[24];
    sqlite3_snprintf(sizeof name, name, " %s ", second ? second : "");
    return action == SQLITE_FUNCTION && strstr(functions, name) ? SQLITE_OK : SQLITE_DENY;
}

static int too_long(void *left) {
    return --*(int *)left < 0;
}

static void set_up(void) {
    need(sqlite3_open(":memory:", &ours) == SQLITE_OK);
    need(sqlite3_open(":memory:", &copy) == SQLITE_OK);
    need(sqlite3_wmi_init(ours, NULL, NULL) == SQLITE_OK);
    const char *path = fuzz_file("report.csv", (const uint8_t *)report, strlen(report));
    for (int i = 0; i < TABLES; i++) {
        char *names = NULL;
        run(ours, sqlite3_mprintf("CREATE VIRTUAL TABLE temp.%s USING %s(%Q)", tables[i].name,
                                  tables[i].module, path));
        run(copy, sqlite3_mprintf("CREATE TABLE %s(%z)", tables[i].name,
                                  declared_columns(tables[i].name, &names)));
        copy_rows(tables[i].name, names);
        sqlite3_free(names);
    }
    run(ours, sqlite3_mprintf("%s", probe));
    run(copy, sqlite3_mprintf("%s", probe));
    sqlite3_set_authorizer(ours, authorize, NULL);
    sqlite3_set_authorizer(copy, authorize, NULL);
}

/* --- Asking --- */

struct answer {
    char *rows[ROWS_MAX];
    int count;
    int code;
};

static void ask(sqlite3 *db, const char *sql, struct answer *answer) {
    sqlite3_stmt *statement = NULL;
    int left = STEPS;
    answer->count = 0;
    sqlite3_progress_handler(db, 1000, too_long, &left);
    answer->code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (answer->code == SQLITE_OK && answer->count < ROWS_MAX) {
        if ((answer->code = sqlite3_step(statement)) != SQLITE_ROW)
            break;
        answer->code = SQLITE_OK;
        char *row = NULL;
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const char *text = (const char *)sqlite3_column_text(statement, i);
            row = row ? sqlite3_mprintf("%z|%s", row, text) : sqlite3_mprintf("%s", text);
        }
        answer->rows[answer->count++] = row;
    }
    sqlite3_finalize(statement);
    sqlite3_progress_handler(db, 0, NULL, NULL);
}

static void forget(struct answer *answer) {
    while (answer->count > 0)
        sqlite3_free(answer->rows[--answer->count]);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_same(struct answer *a, struct answer *b, bool is_ordered) {
    if (a->code != b->code || a->count != b->count)
        return false;
    for (int side = 0; side < 2 && !is_ordered; side++)
        qsort((side ? b : a)->rows, (size_t)a->count, sizeof *a->rows, by_text);
    for (int i = 0; i < a->count; i++)
        if (strcmp(a->rows[i], b->rows[i]) != 0)
            return false;
    return true;
}

static void complain(const char *sql, const struct answer *our, const struct answer *other) {
    fprintf(stderr, "%s\n", sql);
    for (int side = 0; side < 2; side++) {
        const struct answer *answer = side ? other : our;
        fprintf(stderr, "%s: %d rows, code %d\n", side ? "copy" : "ours", answer->count,
                answer->code);
        for (int i = 0; i < answer->count && i < 20; i++)
            fprintf(stderr, "  %s\n", answer->rows[i]);
    }
    abort();
}

/* SQLite's own optimizations are at fault where the copy says something else without them, and
** that is what we say. */
static bool is_excused(const char *sql, struct answer *our, bool is_ordered) {
    static struct answer truth;
    sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, copy, -1);
    ask(copy, sql, &truth);
    sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, copy, 0);
    bool excused = truth.code == SQLITE_INTERRUPT || is_same(our, &truth, is_ordered);
    forget(&truth);
    return excused;
}

/* Words that leave the answer open, or that end the condition. Bytes that are not ASCII are left
** out: SQLite contradicts itself about LIKE over broken UTF-8. */
static bool is_open(const char *text) {
    static const char *const words[] = {"limit",  "group", "distinct",  "over",   "with", "union",
                                        "except", "order", "intersect", "having", "--",   "/*",
                                        ";",      "?",     "values",    "random"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]))
            return true;
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct answer our, other;
    char text[600], folded[600];
    if (!ours)
        set_up();
    if (size < 2 || size >= sizeof text)
        return 0;
    for (size_t i = 1; i <= size; i++) {
        text[i - 1] = (char)(i < size ? data[i] : 0);
        folded[i - 1] = (char)tolower((unsigned char)text[i - 1]);
    }
    if (strlen(text) != size - 1 || is_open(folded))
        return 0;
    size_t form = data[0] % (sizeof forms / sizeof *forms);
    char *sql = sqlite3_mprintf("%s%s%s", forms[form].before, text, forms[form].behind);
    ask(copy, sql, &other);
    if (other.code == SQLITE_DONE) {
        ask(ours, sql, &our);
        /* An error of an expression shows only where its row is looked at. */
        if (our.code == SQLITE_DONE && !is_same(&our, &other, forms[form].is_ordered) &&
            !is_excused(sql, &our, forms[form].is_ordered))
            complain(sql, &our, &other);
        forget(&our);
    }
    forget(&other);
    sqlite3_free(sql);
    return 0;
}
