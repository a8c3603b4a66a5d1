/*
** A program that holds the extension, as include/wmi.h says. It is linked with the archive and with the one file of
** source, and compiled as C and as C++. It has functions of its own that are called as some of the extension's are.
*/
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "wmi.h"

#ifdef __cplusplus
extern "C" {
#endif
void *memory_alloc(size_t size);
void report_find(void);
int text_compare_nocase(void);
#ifdef __cplusplus
}
#endif

/* The extension must never come here. */
void *memory_alloc(size_t size) {
    (void)size;
    return NULL;
}

void report_find(void) {
}

int text_compare_nocase(void) {
    return 0;
}

static int is(sqlite3 *db, const char *sql, const char *expected) {
    sqlite3_stmt *statement = NULL;
    int right = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const char *found = (const char *)sqlite3_column_text(statement, 0);
        right = found && strcmp(found, expected) == 0;
    }
    if (!right)
        fprintf(stderr, "%s: %s, expected %s\n", sql, sqlite3_errmsg(db), expected);
    sqlite3_finalize(statement);
    return right;
}

int main(void) {
    sqlite3 *db = NULL;
    int right = sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init) == SQLITE_OK &&
                sqlite3_open(":memory:", &db) == SQLITE_OK;
    right = right && is(db, "SELECT wmi_version()", WMI_VERSION) &&
            is(db,
               "SELECT available_on('Msvm_ComputerSystem', 'EnhancedSessionModeState', "
               "'Windows Server 2012')",
               "0") &&
            is(db, "SELECT wmi_load('tests/fixtures/read/plain.csv')", "3");
    sqlite3_close(db);
    return right && memory_alloc(1) == NULL ? 0 : 1;
}
