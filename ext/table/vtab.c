/*
** The virtual table that all tables share. The methods stand in the order in which SQLite calls
** them.
*/
#include "table/vtab.h"
#include "base/memory.h"
#include "session/runs.h"
#include "table/connect.h"
#include "table/cursor.h"
#include "table/filter.h"
#include "table/plan.h"
#include "table/plan_text.h"
#include "table/schema.h"
#include "table/stale.h"

#include <stdlib.h>
#include <string.h>

static struct table_instance *instance_of(const struct cursor *cursor) {
    return (struct table_instance *)cursor->base.pVtab;
}

/* --- Planning --- */

/* xBestIndex. The first hidden column of a table takes the argument of `wmi_members('x')`. */
static int table_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
    const struct table_instance *instance = (const struct table_instance *)vtab;
    const struct table *table = instance->table;
    for (int i = 0; table->adds_builds && i < info->nConstraint; i++) {
        if (info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ ||
            info->aConstraint[i].iColumn < 0)
            continue;
        if (table_meaning(table, instance->report, info->aConstraint[i].iColumn).key == KEY_REFUSED)
            return table_fail(vtab, SQLITE_ERROR,
                              sqlite3_mprintf("%s: found an argument, expected none: SELECT "
                                              "wmi_load('PATH') reads a file, WHERE name = "
                                              "'CLASS.MEMBER' looks up a member",
                                              table->name));
    }
    return plan_best_index(vtab, info);
}

/* --- Reading --- */

/* The report has changed in a way that this statement cannot follow. */
static int fail_changed(sqlite3_vtab *vtab, const struct table *table) {
    return table_fail(vtab, SQLITE_ABORT,
                      sqlite3_mprintf("%s: the current report has changed since the statement was "
                                      "prepared: prepare it again",
                                      table->name));
}

/* A closed cursor is kept for the next xOpen: it saves most of the cost of a look-up's own part. */
static int table_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **opened) {
    struct table_instance *instance = (struct table_instance *)vtab;
    struct holding *holding = instance->holding;
    if (!holding)
        return table_fail(
            &instance->base, SQLITE_ERROR,
            sqlite3_mprintf("%s: found a table that stands in a database, expected CREATE "
                            "VIRTUAL TABLE temp.NAME USING %s('PATH'): a file is read for "
                            "`temp` only",
                            instance->table->name, instance->table->name));
    struct cursor *cursor = instance->spare;
    instance->spare = NULL;
    if (!cursor) {
        cursor = memory_alloc(sizeof *cursor);
        if (!cursor)
            return SQLITE_NOMEM;
        memset(cursor, 0, sizeof *cursor);
        cursor->table = instance->table;
    }
    cursor->holding = holding_retain(holding);
    cursor->report = holding->report;
    cursor->declared = instance->report;
    cursor->is_chosen = false;
    connection_opened(instance->connection);
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
    cursor->has_arguments_key = false;
}

static int table_close(sqlite3_vtab_cursor *closed) {
    struct cursor *cursor = (struct cursor *)closed;
    struct table_instance *instance = instance_of(cursor);
    reset_cursor(cursor);
    connection_let_go(instance->connection, cursor->holding);
    cursor->holding = NULL;
    connection_closed(instance->connection);
    if (instance->spare)
        memory_free(cursor);
    else
        instance->spare = cursor;
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
    int column = 0;
    while (table->columns[column].key != KEY_ARGUMENT)
        column++;
    return table_fail(cursor->base.pVtab, SQLITE_ERROR,
                      sqlite3_mprintf("%s: found no argument %s, expected %s", table->name,
                                      table->columns[column + (bits & PLAN_FIRST ? 1 : 0)].name,
                                      table->usage));
}

#define NO_BUILD "%s: no such column: build_%u: the current report has changed"

/* The conditions on cells of a plan that was made over another report name builds: has the report
** of the cursor all of them? */
static int check_builds(const struct cursor *cursor, const char *text) {
    for (const char *at = text; (at = strstr(at, "build_")) != NULL; at++) {
        unsigned long number = strtoul(at + strlen("build_"), NULL, 10);
        uint32_t build = number ? report_find_build(cursor->report, (uint32_t)number) : REPORT_NONE;
        if (number &&
            (build == REPORT_NONE || report_builds(cursor->report)[build].number != number))
            return table_fail(cursor->base.pVtab, SQLITE_ERROR,
                              sqlite3_mprintf(NO_BUILD, cursor->table->name, (unsigned)number));
    }
    return SQLITE_OK;
}

/* Which report the statement answers from that begins a scan with this plan: see connection.h. */
static int choose_report(struct cursor *cursor, const char *text) {
    struct table_instance *instance = instance_of(cursor);
    struct holding *holding = cursor->holding;
    int code = SQLITE_OK;
    if (!instance->is_over_file && instance->era != connection_era(instance->connection)) {
        struct runs_plan plan = {instance->era, plan_statement(text)};
        code = connection_choose(instance->connection, &plan, &holding);
    }
    if (code != SQLITE_OK)
        return code == SQLITE_ABORT ? fail_changed(&instance->base, instance->table) : code;
    cursor->is_chosen = true;
    holding->is_shown = true;
    holding_retain(holding);
    connection_let_go(instance->connection, cursor->holding);
    cursor->holding = holding;
    cursor->report = holding->report;
    return SQLITE_OK;
}

static int table_filter(sqlite3_vtab_cursor *started, int bits, const char *text, int argc,
                        sqlite3_value **argv) {
    struct cursor *cursor = (struct cursor *)started;
    (void)argc;
    if (bits & PLAN_MISSING)
        return missing_argument(cursor, bits);
    reset_cursor(cursor);
    int code = cursor->is_chosen ? SQLITE_OK : choose_report(cursor, text);
    if (code != SQLITE_OK)
        return code;
    bool is_stale = cursor->report != cursor->declared, holds = true;
    if (is_stale)
        code = stale_values_hold(cursor, bits, text, argv, &holds);
    if (code == SQLITE_OK && is_stale && holds && bits & PLAN_TERMS)
        code = check_builds(cursor, text);
    if (code == SQLITE_OK && holds)
        code = filter_start(cursor, bits, text, argv);
    if (code == SQLITE_OK && is_stale)
        holds = holds && stale_rows_hold(cursor, bits);
    if (code == SQLITE_OK && !holds)
        return fail_changed(cursor->base.pVtab, cursor->table);
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

/* The build of the cursor's report that has the number of a build of the declared one, or
** REPORT_NONE. */
static uint32_t same_build(const struct cursor *cursor, uint32_t build) {
    if (cursor->report == cursor->declared)
        return build;
    uint32_t number = report_builds(cursor->declared)[build].number;
    uint32_t found = report_find_build(cursor->report, number);
    bool is_it = found != REPORT_NONE && report_builds(cursor->report)[found].number == number;
    return is_it ? found : REPORT_NONE;
}

/* The columns that wmi_members adds, as table_meaning() says, but for speed: builds, the one for
** an argument, the name, and the builds again. */
static void give_added(const struct cursor *cursor, sqlite3_context *context, uint32_t added) {
    uint32_t member = cursor_outer(cursor), builds = cursor->declared->builds.count;
    if (added == builds)
        return;
    if (added == builds + 1) {
        give_name(context, cursor->report, member);
        return;
    }
    added = added < builds ? added : added - builds - 2;
    uint32_t build = same_build(cursor, added);
    if (build != REPORT_NONE) {
        result_cell(context, report_cell(cursor->report, member, build));
        return;
    }
    char message[100];
    sqlite3_snprintf(sizeof message, message, NO_BUILD, cursor->table->name,
                     report_builds(cursor->declared)[added].number);
    sqlite3_result_error(context, message, -1);
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
    give_added(cursor, context, (uint32_t)(column - table->column_count));
    return SQLITE_OK;
}

static int table_rowid(sqlite3_vtab_cursor *asked, sqlite3_int64 *rowid) {
    return cursor_rowid((struct cursor *)asked, rowid);
}

/* One module for all tables: which of them is meant is known by the module's name in xConnect. */
static const sqlite3_module table_module = {
    .iVersion = 0,
    .xCreate = connect_table,
    .xConnect = connect_table,
    .xBestIndex = table_best_index,
    .xDisconnect = connect_end,
    .xDestroy = connect_drop,
    .xOpen = table_open,
    .xClose = table_close,
    .xFilter = table_filter,
    .xNext = table_next,
    .xEof = table_eof,
    .xColumn = table_column,
    .xRowid = table_rowid,
};

int table_register(struct connection *connection) {
    const struct table *const *tables = connection_door(connection)->tables;
    for (int i = 0; tables[i]; i++) {
        /* SQLite calls the destructor even when this fails. */
        int code =
            sqlite3_create_module_v2(connection_db(connection), tables[i]->name, &table_module,
                                     connection_retain(connection), connection_release);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}
