/*
** The oracle: asks every question twice, once of a table of ours and once of an ordinary table with
** the same rows, and compares the answers.
**
** A question is a text with tokens. TABLE("members") stands for the table of ours on one side and
** for its copy on the other; EITHER(ours, copy) for two texts that must mean the same.
*/
#ifndef WMI_TESTS_ORACLE_H
#define WMI_TESTS_ORACLE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum side { OURS, COPY };

/* --- Chance: all of it follows from the seed --- */

struct chance {
    uint64_t state;
};

uint64_t chance_next(struct chance *chance);
int chance_below(struct chance *chance, int end);        /* 0 … end - 1 */
bool chance_percent(struct chance *chance, int percent); /* true so often */
#define PICK(chance, array) ((array)[chance_below(chance, (int)(sizeof(array) / sizeof *(array)))])

/* --- Texts that live as long as a query --- */

struct arena {
    void *blocks; /* a chain */
};

void *arena_alloc(struct arena *arena, size_t size);
/* Takes the format of sqlite3_mprintf(), as run_sql() does. */
char *arena_text(struct arena *arena, const char *format, ...);
void arena_clear(struct arena *arena);

/* --- Values --- */

struct value {
    int type; /* SQLITE_INTEGER … SQLITE_NULL */
    sqlite3_int64 integer;
    double real;
    const char *bytes; /* of a text or a blob */
    int size;
};

#define SAMPLES_MAX    48
#define PARAMETERS_MAX 60

struct column {
    const char *name; /* as it is written in SQL */
    bool is_text;
    bool is_nocase;
    bool is_key;      /* of those that the planner knows */
    bool is_cell;     /* of a build, of wmi_members; under the bare number */
    bool is_argument; /* of wmi_changes */
    struct value samples[SAMPLES_MAX];
    int sample_count;
};

#define COLUMNS_MAX 160

struct table {
    const char *name; /* "members" */
    struct column columns[COLUMNS_MAX];
    int column_count;
    int size;          /* rows */
    const char *order; /* columns that tell every row from the others, parted by blanks */
    bool is_ours;      /* else the same table on both sides */
};

enum {
    MEMBERS,
    AVAILABILITY,
    CLASSES,
    BUILDS,
    CHANGES,
    RANGES,
    VALUES,
    CALLS, /* wmi_parameters */
    REPORT,
    PROBE,
    PAIRS,
    TABLES
};

/* A report, as our tables and as copies. */
struct world {
    const char *name; /* of the copies: default_members */
    const char *path; /* NULL: the built-in report */
    bool has_odd_names;
    bool has_dots;
    struct table tables[TABLES];
};

enum { WORLDS = 4 };

struct oracle {
    sqlite3 *db;
    struct chance chance;
    struct arena arena;   /* of the query */
    struct arena lasting; /* of the worlds */
    struct world worlds[WORLDS];
    struct world *world; /* that is asked now */
    bool is_current;     /* through the tables of the current report: functions may be asked too */
    char directory[64];  /* of the files that are written */
    struct value parameters[PARAMETERS_MAX]; /* of the query */
    int parameter_count;
    int alias_count;
    long passed, failed, skipped, excused;
    bool is_verbose;
};

/* Prints what is wrong and ends the program: for faults of the oracle itself. */
void die(struct oracle *oracle, const char *what) __attribute__((noreturn));
void run_sql(struct oracle *oracle, const char *format, ...);

#define TABLE_MARK   "\x01"
#define EITHER_MARK  "\x03"
#define BETWEEN_MARK "\x04"
#define END_MARK     "\x02"
#define TABLE(name)  TABLE_MARK name END_MARK

/* The text as one side reads it; from the arena. */
char *render(struct oracle *oracle, const char *text, enum side side);

/* --- Worlds --- */

void worlds_make(struct oracle *oracle);
void worlds_choose(struct oracle *oracle); /* picks the world of the next queries */
/* Checks that copies which can be derived from the members are what our tables say. */
void derive_check(struct oracle *oracle, struct world *world);
/* Writes the file of a world; its rows are then in the table NAME_source too. */
void source_write(struct oracle *oracle, struct world *world);

/* A value for a comparison with the column: often one that it holds, often almost one. */
struct value value_near(struct oracle *oracle, const struct column *column);
struct value value_integer(sqlite3_int64 integer);
struct value value_text(const char *text);
struct value value_copy(struct arena *arena, sqlite3_value *value);
/* As an SQL literal or a parameter. */
const char *value_sql(struct oracle *oracle, struct value value);
void value_bind(sqlite3_stmt *statement, int parameter, struct value value);

/* --- Queries --- */

struct source {
    char alias[8];
    const char *from; /* with its alias, as it stands in FROM */
    const struct table *table;
};

#define SOURCES_MAX 4

struct scope {
    struct source sources[SOURCES_MAX];
    int count;
    const struct scope *outer; /* that a sub-query may look into, or NULL */
};

/* Adds a table to the scope; NULL for any. */
struct source *scope_add(struct oracle *oracle, struct scope *scope, const struct table *table);
const struct table *any_table(struct oracle *oracle);
const struct column *any_column(struct oracle *oracle, const struct table *table);
/* The column of that name, or NULL. */
const struct column *table_column(const struct table *table, const char *name);
/* What wmi_changes needs, or NULL for other tables. A mate in the scope may be looked at if
** `joined`. */
const char *arguments_condition(struct oracle *oracle, const struct scope *scope,
                                const struct source *source);

const char *condition(struct oracle *oracle, const struct scope *scope, int depth);
/* Of two columns of the table at once: `(a, b) > (1, 2)`. */
const char *row_condition(struct oracle *oracle, const struct source *source);
/* One that SQLite hands over only to virtual tables: <>, IS NOT, IS NOT NULL. */
const char *negative_condition(struct oracle *oracle, const struct source *source);
/* A name or a build of ours equals a column of the probe, whatever that is declared to be. */
const char *name_condition(struct oracle *oracle, const struct source *probe,
                           const struct source *found);
const char *join_condition(struct oracle *oracle, const struct scope *scope,
                           const struct source *left, const struct source *right);

#define PARTS_MAX 12

/* How a key of the order compares. */
enum fold { FOLD_BINARY, FOLD_NOCASE, FOLD_RTRIM };

/* A query in parts, so that it can be made smaller. */
struct query {
    const char *with;
    bool is_distinct;
    const char *outputs[PARTS_MAX];
    int output_count;
    const char *from;
    const char *needed; /* a condition that must stay */
    const char *conditions[PARTS_MAX];
    int condition_count;
    const char *behind; /* GROUP BY, or another SELECT of a compound */
    const char
        *keys[PARTS_MAX]; /* of ORDER BY; outputs too, behind the others, if keys_are_outputs */
    const char *directions[PARTS_MAX];
    enum fold folds[PARTS_MAX];
    int key_count;
    bool keys_are_outputs;
    const char *limit;
    bool is_any_case; /* which of several spellings is given is SQLite's choice */
};

/* Adds to what must stay of the query's conditions; NULL is nothing. */
void query_need(struct oracle *oracle, struct query *query, const char *text);
/* FROM one table, or several; one more joined to those in scope. */
void from_one(struct oracle *oracle, struct query *query, struct scope *scope);
void from_several(struct oracle *oracle, struct query *query, struct scope *scope);
void from_one_more(struct oracle *oracle, struct query *query, struct scope *scope);
/* Beside the probe often a table that has one row for a name. */
const struct table *from_joined_table(struct oracle *oracle, const struct scope *scope);

void query_make(struct oracle *oracle, struct query *query);
char *query_text(struct oracle *oracle, const struct query *query);
/* Asks both sides and compares; says what differs. */
void query_check(struct oracle *oracle, struct query *query);
/* Makes a query about the functions. */
void functions_make(struct oracle *oracle, struct query *query);

#endif
