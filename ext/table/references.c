/* wmi_references(script): one row for each use of a WMI class or member in the text of a script. */
#include "base/memory.h"
#include "script/decode.h"
#include "script/script.h"
#include "session/connection.h"
#include "session/interrupt.h"
#include "table/cursor.h"

enum { LINE, COLUMN, NAMESPACE, CLASS, MEMBER, EVIDENCE, SCRIPT, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"line", "INTEGER", KEY_NONE, false, "The line of the script, from 1."},
    {"column", "INTEGER", KEY_NONE, false, "Where the name stands in it, in characters from 1."},
    {"namespace", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The namespace of the class; NULL where the script names one that the report has no such "
     "class "
     "in."},
    {"class", "TEXT COLLATE NOCASE", KEY_NONE, false, "The WMI class, as the report spells it."},
    {"member", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The property or method; NULL for a class alone."},
    {"evidence", "TEXT", KEY_NONE, false, "The line of the script, or the part around the name."},
    {"script", "", KEY_ARGUMENT, true,
     "The argument: the text of a script, or readfile()'s bytes."},
};

/* What start() has found. */
struct found {
    struct script_reference *references; /* owned */
    char *decoded; /* owned: the script in UTF-8, where it was UTF-16; or NULL */
};

static void stop(struct cursor *cursor) {
    struct found *found = cursor->state;
    if (!found)
        return;
    memory_free(found->references);
    memory_free(found->decoded);
    memory_free(found);
    cursor->state = NULL;
}

static int start(struct cursor *cursor) {
    sqlite3_value *script = cursor->arguments[0];
    if (sqlite3_value_type(script) == SQLITE_NULL)
        return SQLITE_OK;
    bool is_blob = sqlite3_value_type(script) == SQLITE_BLOB;
    const char *text =
        is_blob ? sqlite3_value_blob(script) : (const char *)sqlite3_value_text(script);
    size_t size = (size_t)sqlite3_value_bytes(script), count = 0;
    if (is_blob && !size)
        return SQLITE_OK;
    struct found *found = memory_alloc(sizeof *found);
    if (!found || !text) {
        memory_free(found);
        return SQLITE_NOMEM;
    }
    *found = (struct found){0};
    cursor->state = found; /* for stop(), whatever happens now */
    const struct table_instance *instance = (const struct table_instance *)cursor->base.pVtab;
    struct interrupt interrupt = interrupt_start(connection_db(instance->connection));
    const struct poll poll = {interrupt_asks, &interrupt};
    int code = script_decode(text, &size, &found->decoded);
    if (code == ERROR_NONE)
        code = script_scan(cursor->report, found->decoded ? found->decoded : text, size, &poll,
                           &found->references, &count);
    if (code == ERROR_INTERRUPT)
        code = interrupt.code;
    if (code == ERROR_NONE)
        walk_range(&cursor->walk, cursor->report, 0, (uint32_t)count);
    return code;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct found *found = cursor->state;
    const struct script_reference *here = &found->references[cursor_outer(cursor)];
    switch (column) {
    case LINE:
        sqlite3_result_int64(context, (sqlite3_int64)here->line);
        break;
    case COLUMN:
        sqlite3_result_int64(context, (sqlite3_int64)here->column);
        break;
    case NAMESPACE:
        if (here->namespace_name)
            sqlite3_result_text(context, here->namespace_name, -1, SQLITE_STATIC);
        break;
    case CLASS:
        sqlite3_result_text(context, here->class_name, -1, SQLITE_STATIC);
        break;
    case MEMBER:
        if (here->member_name)
            sqlite3_result_text(context, here->member_name, -1, SQLITE_STATIC);
        break;
    case EVIDENCE:
        sqlite3_result_text(context, here->evidence, (int)here->evidence_size, SQLITE_TRANSIENT);
        break;
    case SCRIPT:
        sqlite3_result_value(context, cursor->arguments[0]);
        break;
    }
}

const struct table table_references = {
    .name = "wmi_references",
    .row_for = "a use of a WMI class or member in the text of a script",
    .usage = "wmi_references(script)",
    .example =
        "SELECT line, \"column\", namespace, class, member\n"
        "FROM wmi_references('Get-CimInstance Win32_Service | Where-Object DelayedAutoStart')",
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_FOUND,
    .start = start,
    .stop = stop,
    .column = column,
    .rows_each = 25,
};
