#include "table/cursor.h"

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
