/*
** The virtual table that all tables share. The methods stand in the order in which SQLite calls
** them.
*/
#include "base/memory.h"
#include "read/read.h"
#include "session/load.h"
#include "table/cursor.h"
#include "table/filter.h"
#include "table/plan.h"

#include <string.h>

static struct table_instance *instance_of(const struct cursor *cursor) {
    return (struct table_instance *)cursor->base.pVtab;
}

static const struct table *find_table(const char *name) {
    for (int i = 0; table_list[i]; i++)
        if (sqlite3_stricmp(table_list[i]->name, name) == 0)
            return table_list[i];
    return NULL;
}

static void free_instance(struct table_instance *instance) {
    connection_release(instance->connection);
    memory_free(instance->own);
    memory_free(instance->spare);
    memory_free(instance);
}

/* --- Connecting --- */

/* The paths of CREATE VIRTUAL TABLE … USING wmi_members('a.csv', 'b.csv') → a report of the
** table's own; without paths the current one. */
static int choose_report(struct table_instance *instance, int argc, const char *const *argv,
                         char **message) {
    if (argc == 3 && sqlite3_stricmp(argv[0], argv[2]) != 0) {
        *message = sqlite3_mprintf("%s: found no path, expected CREATE VIRTUAL TABLE %s USING "
                                   "%s('PATH'); over the current report there is %s itself",
                                   argv[0], argv[2], argv[0], argv[0]);
        return SQLITE_ERROR;
    }
    if (argc == 3) {
        instance->report = connection_report(instance->connection);
        instance->generation = connection_generation(instance->connection);
        /* The current report is the user's own choice: reading it from a view can do no harm. */
        return sqlite3_vtab_config(connection_db(instance->connection), SQLITE_VTAB_INNOCUOUS);
    }
    int code =
        source_load_arguments(instance->connection, argc - 3, argv + 3, &instance->own, message);
    if (code != SQLITE_OK)
        return code;
    instance->report = instance->own;
    /* A view in a database from elsewhere must not make us read a file. */
    return sqlite3_vtab_config(connection_db(instance->connection), SQLITE_VTAB_DIRECTONLY);
}

static int declare(const struct table_instance *instance, char **message) {
    sqlite3 *db = connection_db(instance->connection);
    sqlite3_str *text = sqlite3_str_new(db);
    table_schema(instance->table, instance->report, text);
    char *schema = sqlite3_str_finish(text);
    if (!schema)
        return SQLITE_NOMEM;
    int code = sqlite3_declare_vtab(db, schema);
    sqlite3_free(schema);
    if (code != SQLITE_OK)
        *message = sqlite3_mprintf("%s: %s", instance->table->name, sqlite3_errmsg(db));
    return code;
}

/* xCreate and xConnect. argv: the module, the database, the table, and then the paths. */
static int table_connect(sqlite3 *db, void *connection, int argc, const char *const *argv,
                         sqlite3_vtab **vtab, char **message) {
    (void)db;
    struct table_instance *instance = memory_alloc(sizeof *instance);
    if (!instance)
        return SQLITE_NOMEM;
    *instance = (struct table_instance){.table = find_table(argv[0]),
                                        .connection = connection_retain(connection)};
    int code = choose_report(instance, argc, argv, message);
    if (code == SQLITE_OK)
        code = declare(instance, message);
    if (code == SQLITE_OK)
        *vtab = &instance->base;
    else
        free_instance(instance);
    return code;
}

/* xDisconnect and xDestroy. */
static int table_disconnect(sqlite3_vtab *vtab) {
    free_instance((struct table_instance *)vtab);
    return SQLITE_OK;
}

/* --- Reading --- */

/* A closed cursor is kept for the next xOpen: it saves most of the cost of a look-up's own part. */
static int table_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **opened) {
    struct table_instance *instance = (struct table_instance *)vtab;
    /* The current report has changed since this statement was prepared: have it prepared again.
    ** While a cursor is open the statement may have given rows already and must not start anew;
    ** then it goes on over the report it began with. */
    if (!instance->own && instance->cursors == 0 &&
        instance->generation != connection_generation(instance->connection))
        return SQLITE_SCHEMA;
    struct cursor *cursor = instance->spare;
    instance->spare = NULL;
    if (!cursor) {
        cursor = memory_alloc(sizeof *cursor);
        if (!cursor)
            return SQLITE_NOMEM;
        memset(cursor, 0, sizeof *cursor);
        cursor->table = instance->table;
        cursor->report = instance->report;
    }
    instance->cursors++;
    if (!instance->own)
        connection_open_reader(instance->connection);
    *opened = &cursor->base;
    return SQLITE_OK;
}

/* Frees what the last xFilter has given the cursor. */
static void reset_cursor(struct cursor *cursor) {
    walk_clear(&cursor->walk);
    if (!cursor->table->usage)
        return;
    if (cursor->table->stop)
        cursor->table->stop(cursor);
    for (int i = 0; i < 2; i++) {
        sqlite3_value_free(cursor->arguments[i]);
        cursor->arguments[i] = NULL;
    }
}

static int table_close(sqlite3_vtab_cursor *closed) {
    struct cursor *cursor = (struct cursor *)closed;
    struct table_instance *instance = instance_of(cursor);
    reset_cursor(cursor);
    instance->cursors--;
    if (instance->spare)
        memory_free(cursor);
    else
        instance->spare = cursor;
    if (!instance->own)
        connection_close_reader(instance->connection);
    return SQLITE_OK;
}

static int table_next(sqlite3_vtab_cursor *moved) {
    struct cursor *cursor = (struct cursor *)moved;
    cursor->left--;
    if (++cursor->inner < cursor->inner_end)
        return SQLITE_OK;
    walk_next(&cursor->walk);
    if (cursor->table->rows)
        filter_settle(cursor);
    else
        cursor->inner = 0; /* one row for each element */
    return SQLITE_OK;
}

/* A plan without the arguments of the table-valued function is carried out: there was no other. */
static int missing_argument(const struct cursor *cursor, int bits) {
    const struct table *table = cursor->table;
    sqlite3_vtab *vtab = cursor->base.pVtab;
    int column = 0;
    while (table->columns[column].key != KEY_ARGUMENT)
        column++;
    sqlite3_free(vtab->zErrMsg);
    vtab->zErrMsg =
        sqlite3_mprintf("%s: found no argument %s, expected %s", table->name,
                        table->columns[column + (bits & PLAN_FIRST ? 1 : 0)].name, table->usage);
    return vtab->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

static int table_filter(sqlite3_vtab_cursor *started, int bits, const char *text, int argc,
                        sqlite3_value **argv) {
    struct cursor *cursor = (struct cursor *)started;
    (void)argc;
    if (bits & PLAN_MISSING)
        return missing_argument(cursor, bits);
    reset_cursor(cursor);
    int code = filter_start(cursor, bits, text, argv);
    for (; code == SQLITE_OK && cursor->skip && !walk_at_end(&cursor->walk); cursor->skip--) {
        cursor->left++; /* a row that is passed over does not count */
        table_next(started);
    }
    return code;
}

static int table_eof(sqlite3_vtab_cursor *asked) {
    const struct cursor *cursor = (const struct cursor *)asked;
    return walk_at_end(&cursor->walk) || cursor->left == 0;
}

/* The namespace, the class or the name of the member where the cursor stands. */
static void give_key(const struct cursor *cursor, sqlite3_context *context, enum column_key key) {
    const struct report *report = cursor->report;
    uint32_t member = cursor_outer(cursor);
    struct report_class class_of = report_class(report, report_member(report, member).class_index);
    give_text(context, report,
              key == KEY_CLASS       ? class_of.text
              : key == KEY_NAMESPACE ? class_of.namespace_name
                                     : report_definition(report, member).text);
}

static int table_column(sqlite3_vtab_cursor *asked, sqlite3_context *context, int column) {
    const struct cursor *cursor = (const struct cursor *)asked;
    const struct table *table = cursor->table;
    if (column < table->column_count) {
        enum column_key key = table->columns[column].key;
        if (table->axis == AXIS_MEMBER &&
            (key == KEY_CLASS || key == KEY_MEMBER || key == KEY_NAMESPACE))
            give_key(cursor, context, key);
        else
            table->column(cursor, context, column);
        return SQLITE_OK;
    }
    /* The columns that wmi_members adds, as table_meaning() says, but for speed: builds, the
    ** name, and the builds again. */
    const struct report *report = cursor->report;
    uint32_t member = cursor_outer(cursor), builds = report->builds.count;
    uint32_t added = (uint32_t)(column - table->column_count);
    if (added == builds)
        give_name(context, report, member);
    else
        result_cell(context,
                    report_cell(report, member, added < builds ? added : added - builds - 1));
    return SQLITE_OK;
}

/* A number of its own for each row, the same in every scan of the report. */
static int table_rowid(sqlite3_vtab_cursor *asked, sqlite3_int64 *rowid) {
    const struct cursor *cursor = (const struct cursor *)asked;
    *rowid = (sqlite3_int64)cursor_outer(cursor) << 32 | cursor->inner;
    return SQLITE_OK;
}

/* One module for all tables: which of them is meant is known by the module's name in xConnect. */
static const sqlite3_module table_module = {
    .iVersion = 0,
    .xCreate = table_connect,
    .xConnect = table_connect,
    .xBestIndex = plan_best_index,
    .xDisconnect = table_disconnect,
    .xDestroy = table_disconnect,
    .xOpen = table_open,
    .xClose = table_close,
    .xFilter = table_filter,
    .xNext = table_next,
    .xEof = table_eof,
    .xColumn = table_column,
    .xRowid = table_rowid,
};

int table_register(struct connection *connection) {
    for (int i = 0; table_list[i]; i++) {
        /* SQLite calls the destructor even when this fails. */
        int code =
            sqlite3_create_module_v2(connection_db(connection), table_list[i]->name, &table_module,
                                     connection_retain(connection), connection_release);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}
