#include "table/cursor.h"
#include "base/sha256.h"

#include <stdlib.h>

int table_fail(sqlite3_vtab *vtab, int code, char *message) {
    sqlite3_free(vtab->zErrMsg);
    vtab->zErrMsg = message;
    return message ? code : SQLITE_NOMEM;
}

void give_name(sqlite3_context *context, const struct report *report, uint32_t member) {
    uint32_t class_index = report_member(report, member).class_index;
    const char *class_name = report_text(report, report_class(report, class_index).text);
    const char *name = report_text(report, report_definition(report, member).text);
    char *qualified = sqlite3_mprintf("%s.%s", class_name, name);
    if (qualified)
        sqlite3_result_text(context, qualified, -1, sqlite3_free);
    else
        sqlite3_result_error_nomem(context);
}

/* Adds an argument as it was given, kind included. */
static int add_argument(struct sha256 *sha256, sqlite3_value *value) {
    unsigned char type = (unsigned char)sqlite3_value_type(value);
    const void *bytes = NULL;
    sqlite3_int64 number;
    double real;
    uint64_t size = sizeof number;
    switch (type) {
    case SQLITE_INTEGER:
        number = sqlite3_value_int64(value);
        bytes = &number;
        break;
    case SQLITE_FLOAT:
        real = sqlite3_value_double(value);
        bytes = &real;
        break;
    case SQLITE_NULL:
        size = 0;
        break;
    default:
        bytes = type == SQLITE_BLOB ? sqlite3_value_blob(value) : sqlite3_value_text(value);
        size = (uint64_t)sqlite3_value_bytes(value);
        if (!bytes && (size || type == SQLITE_TEXT))
            return SQLITE_NOMEM;
    }
    sha256_add(sha256, &type, sizeof type);
    sha256_add(sha256, &size, sizeof size);
    sha256_add(sha256, bytes, (size_t)size);
    return SQLITE_OK;
}

static int make_key(struct cursor *cursor) {
    struct sha256 sha256;
    char hex[SHA256_HEX + 1];
    sha256_start(&sha256);
    for (int i = 0; i < 2 && cursor->arguments[i]; i++) {
        int code = add_argument(&sha256, cursor->arguments[i]);
        if (code != SQLITE_OK)
            return code;
    }
    sha256_end(&sha256, hex);
    hex[16] = '\0'; /* 64 bits */
    cursor->arguments_key = strtoull(hex, NULL, 16);
    cursor->has_arguments_key = true;
    return SQLITE_OK;
}

int cursor_rowid(struct cursor *cursor, sqlite3_int64 *rowid) {
    uint64_t row = (uint64_t)cursor_outer(cursor) << 32 | cursor->inner;
    if (cursor->table->usage && !cursor->has_arguments_key) {
        int code = make_key(cursor);
        if (code != SQLITE_OK)
            return code;
    }
    *rowid = (sqlite3_int64)(row + (cursor->table->usage ? cursor->arguments_key : 0));
    return SQLITE_OK;
}
