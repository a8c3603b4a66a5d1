#include "table/connect.h"
#include "base/memory.h"
#include "report/builtin.h"
#include "session/load.h"
#include "session/runs.h"
#include "table/cursor.h"
#include "table/schema.h"

static const struct table *find_table(const struct connection *connection, const char *name) {
    const struct table *const *tables = connection_door(connection)->tables;
    for (int i = 0; tables[i]; i++)
        if (sqlite3_stricmp(tables[i]->name, name) == 0)
            return tables[i];
    return NULL;
}

static void free_instance(struct table_instance *instance) {
    connection_let_go(instance->connection, instance->holding);
    connection_release(instance->connection);
    sqlite3_free(instance->key);
    memory_free(instance->spare);
    memory_free(instance);
}

/* Is this the table that SQLite makes of a module by itself? No schema has a table of its name. */
static int is_eponymous(sqlite3 *db, int argc, const char *const *argv, bool *answer) {
    *answer = false;
    if (argc != 3 || sqlite3_stricmp(argv[0], argv[2]) != 0)
        return SQLITE_OK;
    int code =
        sqlite3_table_column_metadata(db, argv[1], argv[2], NULL, NULL, NULL, NULL, NULL, NULL);
    *answer = code == SQLITE_ERROR;
    return code == SQLITE_ERROR ? SQLITE_OK : code;
}

/* What to say of a table that is not made: one without a path, or outside of `temp`. */
static char *fault_of(const struct connection *connection, int argc, const char *const *argv) {
    if (!connection_opens_files(connection))
        return sqlite3_mprintf("%s: found a table over a file, expected none: this handle was told "
                               "to open no files",
                               argv[0]);
    if (argc == 3)
        return sqlite3_mprintf("%s: found no path, expected CREATE VIRTUAL TABLE temp.%s USING "
                               "%s('PATH'); over the current report there is %s itself",
                               argv[0], argv[2], argv[0], argv[0]);
    return sqlite3_mprintf("%s: found a table over a file in the database %s, expected CREATE "
                           "VIRTUAL TABLE temp.%s USING %s('PATH'): a file is read for `temp` only",
                           argv[0], argv[1], argv[2], argv[0]);
}

/* All that the table is created with, on one line each. */
static char *key_of(sqlite3 *db, int argc, const char *const *argv) {
    sqlite3_str *text = sqlite3_str_new(db);
    for (int i = 0; i < argc; i++)
        sqlite3_str_appendf(text, "%s\n", argv[i]);
    return sqlite3_str_finish(text);
}

/* The paths of CREATE VIRTUAL TABLE temp.old USING wmi_members('a.csv', 'b.csv') → a report of the
** table's own; the same one when SQLite connects it anew. */
static int load_own(struct table_instance *instance, int argc, const char *const *argv,
                    char **message) {
    struct report *report = NULL;
    sqlite3 *db = connection_db(instance->connection);
    instance->key = key_of(db, argc, argv);
    if (!instance->key)
        return SQLITE_NOMEM;
    struct holding *kept =
        runs_creates(db) ? NULL : connection_kept(instance->connection, instance->key);
    if (kept) {
        instance->holding = holding_retain(kept);
        return SQLITE_OK;
    }
    int code = source_load_arguments(instance->connection, argc - 3, argv + 3, &report, message);
    if (code != SQLITE_OK)
        return code;
    instance->holding = holding_new(report);
    return instance->holding
               ? connection_keep(instance->connection, instance->key, instance->holding)
               : SQLITE_NOMEM;
}

/* What the table stands over. SQLite connects a table of any schema before it looks at whether it
** may be read, for `PRAGMA table_info` or to rename another table too. So a table in a database
** that may come from elsewhere is connected without opening anything, with the columns of the
** built-in report, and xOpen refuses it. Otherwise it could not even be dropped, nor could another
** table be altered. */
static int choose_report(struct table_instance *instance, int argc, const char *const *argv,
                         char **message) {
    sqlite3 *db = connection_db(instance->connection);
    bool eponymous;
    int code = is_eponymous(db, argc, argv, &eponymous);
    if (code != SQLITE_OK)
        return code;
    instance->is_over_file = !eponymous;
    if (eponymous) {
        instance->holding = holding_retain(connection_current(instance->connection));
        instance->era = connection_era(instance->connection);
    } else if (argc > 3 && sqlite3_stricmp(argv[1], "temp") == 0 &&
               connection_opens_files(instance->connection)) {
        code = load_own(instance, argc, argv, message);
    } else if (runs_creates(db)) {
        *message = fault_of(instance->connection, argc, argv);
        code = *message ? SQLITE_ERROR : SQLITE_NOMEM;
    }
    if (code != SQLITE_OK)
        return code;
    instance->report = instance->holding ? instance->holding->report : builtin_report();
    /* The current report is the user's own choice: reading it from a view can do no harm, nor can a
    ** table that refuses to be read. */
    bool is_harmless = eponymous || !instance->holding;
    return sqlite3_vtab_config(db, is_harmless ? SQLITE_VTAB_INNOCUOUS : SQLITE_VTAB_DIRECTONLY);
}

static int declare(const struct table_instance *instance, char **message) {
    sqlite3 *db = connection_db(instance->connection);
    sqlite3_str *text = sqlite3_str_new(db);
    table_schema(instance->table, instance->report, text);
    int code = sqlite3_str_errcode(text);
    char *schema = sqlite3_str_finish(text);
    if (code == SQLITE_OK)
        code = sqlite3_declare_vtab(db, schema);
    sqlite3_free(schema);
    if (code == SQLITE_TOOBIG)
        *message = sqlite3_mprintf(
            "%s: found %u builds, expected columns that fit into the length limit of SQLite",
            instance->table->name, instance->report->builds.count);
    else if (code != SQLITE_OK && code != SQLITE_NOMEM)
        *message = sqlite3_mprintf("%s: %s", instance->table->name, sqlite3_errmsg(db));
    return code;
}

/* Of a table that was not connected nothing is kept. */
static void free_failed(struct table_instance *instance) {
    if (instance->key && instance->holding)
        connection_keep_no_more(instance->connection, instance->key);
    free_instance(instance);
}

int connect_table(sqlite3 *db, void *connection, int argc, const char *const *argv,
                  sqlite3_vtab **vtab, char **message) {
    (void)db;
    connection_sweep(connection);
    struct table_instance *instance = memory_alloc(sizeof *instance);
    if (!instance)
        return SQLITE_NOMEM;
    *instance = (struct table_instance){.table = find_table(connection, argv[0]),
                                        .connection = connection_retain(connection)};
    int code = choose_report(instance, argc, argv, message);
    if (code == SQLITE_OK)
        code = declare(instance, message);
    if (code == SQLITE_OK)
        *vtab = &instance->base;
    else
        free_failed(instance);
    return code;
}

int connect_drop(sqlite3_vtab *vtab) {
    struct table_instance *instance = (struct table_instance *)vtab;
    if (instance->key)
        connection_keep_no_more(instance->connection, instance->key);
    return connect_end(vtab);
}

int connect_end(sqlite3_vtab *vtab) {
    free_instance((struct table_instance *)vtab);
    return SQLITE_OK;
}
