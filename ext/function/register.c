#include "function/register.h"

#include <stdbool.h>
#include <string.h>

/* The mark: a function of no argument, and where files may be opened another one of one argument. No
** application has one of that name, as it may have one that is called as ours are. */
#define MARK "wmi_registered"

static void call_mark(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_int(context, 1);
}

static int add(struct connection *connection, const char *name, int arguments, int flags,
               function_call *call) {
    /* SQLite calls the destructor even when this fails. */
    return sqlite3_create_function_v2(connection_db(connection), name, arguments,
                                      SQLITE_UTF8 | flags, connection_retain(connection), call,
                                      NULL, NULL, connection_release);
}

int function_register(struct connection *connection, const struct function *const *list) {
    bool files = connection_opens_files(connection);
    int code = SQLITE_OK;
    for (int i = 0; list[i]; i++)
        for (const struct function *function = list[i]; function->name && code == SQLITE_OK;
             function++)
            if (files || !(function->flags & SQLITE_DIRECTONLY))
                code = add(connection, function->name, function->arguments, function->flags,
                           function->call);
    for (int arguments = files ? 1 : 0; arguments >= 0 && code == SQLITE_OK; arguments--)
        code = add(connection, MARK, arguments, SQLITE_INNOCUOUS, call_mark);
    return code;
}

/* Is there a function for that call? The statement is only prepared. It is this one because SQLite
** resolves its expression before it asks an authorizer for anything, and reads no schema for it: an
** authorizer that denies the call has been asked about a function that is there. */
static int find(sqlite3 *db, const char *sql, bool *is_there) {
    static const char denied[] = "not authorized";
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    sqlite3_finalize(statement);
    *is_there = code == SQLITE_OK || code == SQLITE_AUTH ||
                (code == SQLITE_ERROR && strncmp(sqlite3_errmsg(db), denied, strlen(denied)) == 0);
    if (!*is_there && code != SQLITE_ERROR) /* no such function */
        return code;
    /* The handle shall not go on saying so: sqlite3_open() asks it after an automatic extension. */
    return sqlite3_prepare_v2(db, "", -1, &statement, NULL);
}

int function_find_mark(sqlite3 *db, enum function_mark *mark) {
    bool is_there, files = false;
    int code = find(db, "VACUUM INTO " MARK "()", &is_there);
    if (code == SQLITE_OK && is_there)
        code = find(db, "VACUUM INTO " MARK "(0)", &files);
    *mark = !is_there ? FUNCTION_NO_MARK : files ? FUNCTION_MARK_FILES : FUNCTION_MARK_NO_FILES;
    return code;
}
