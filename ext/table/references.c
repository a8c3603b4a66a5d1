/* wmi_references(script): one row for each use of a WMI class or member in the text of a script. */
#include "base/memory.h"
#include "script/script.h"
#include "table/table.h"

enum { LINE, COLUMN, CLASS, MEMBER, EVIDENCE, SCRIPT, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    {"line", "INTEGER", KEY_NONE, false, "The line of the script, from 1."},
    {"column", "INTEGER", KEY_NONE, false, "Where the name stands in it, in characters from 1."},
    {"class", "TEXT COLLATE NOCASE", KEY_NONE, false, "The WMI class, as the report spells it."},
    {"member", "TEXT COLLATE NOCASE", KEY_NONE, false,
     "The property or method; NULL for a class alone."},
    {"evidence", "TEXT", KEY_NONE, false, "The line of the script, or the part around the name."},
    {"script", "", KEY_ARGUMENT, true,
     "The argument: the text of a script, or readfile()'s bytes."},
};

static int start(struct cursor *cursor) {
    sqlite3_value *script = cursor->arguments[0];
    struct script_reference *references = NULL;
    size_t count = 0;
    if (sqlite3_value_type(script) != SQLITE_NULL) {
        bool is_blob = sqlite3_value_type(script) == SQLITE_BLOB;
        const char *text =
            is_blob ? sqlite3_value_blob(script) : (const char *)sqlite3_value_text(script);
        size_t size = (size_t)sqlite3_value_bytes(script);
        if (!text && !is_blob)
            return SQLITE_NOMEM;
        int code = script_scan(cursor->report, text ? text : "", size, &references, &count);
        if (code != ERROR_NONE)
            return code;
    }
    cursor->state = references;
    walk_range(&cursor->walk, cursor->report, 0, (uint32_t)count);
    return SQLITE_OK;
}

static void stop(struct cursor *cursor) {
    memory_free(cursor->state);
    cursor->state = NULL;
}

static void column(const struct cursor *cursor, sqlite3_context *context, int column) {
    const struct script_reference *references = cursor->state;
    const struct script_reference *here = &references[cursor_outer(cursor)];
    switch (column) {
    case LINE:
        sqlite3_result_int64(context, (sqlite3_int64)here->line);
        break;
    case COLUMN:
        sqlite3_result_int64(context, (sqlite3_int64)here->column);
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
    .columns = columns,
    .column_count = COLUMNS,
    .axis = AXIS_FOUND,
    .start = start,
    .stop = stop,
    .column = column,
    .rows_each = 25,
};
