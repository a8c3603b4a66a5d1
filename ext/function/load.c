/* wmi_load(): other files become the connection's current report. wmi_version(). */
#include "session/load.h"
#include "base/memory.h"
#include "function/function.h"

#include <string.h>

/* Sets the error of a function call; takes the message over. Only an error of ours has a
** message: where it lacks one, there was no memory for it. */
static void fail(sqlite3_context *context, int code, char *message) {
    if (code == SQLITE_NOMEM || (code == SQLITE_ERROR && !message)) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_error(context, message ? message : sqlite3_errstr(code), -1);
        sqlite3_result_error_code(context, code);
    }
    sqlite3_free(message);
}

/* The paths of the call. With *code SQLITE_OK, NULL means the built-in report. */
static const char **paths_of(int argc, sqlite3_value **argv, int *code, char **message) {
    *code = SQLITE_OK;
    if (argc == 1 && sqlite3_value_type(argv[0]) == SQLITE_NULL)
        return NULL;
    const char **paths = memory_alloc((size_t)argc * sizeof *paths);
    if (!paths) {
        *code = SQLITE_NOMEM;
        return NULL;
    }
    for (int i = 0; i < argc && *code == SQLITE_OK; i++) {
        const char *fault = NULL;
        if (sqlite3_value_type(argv[i]) == SQLITE_TEXT) {
            paths[i] = (const char *)sqlite3_value_text(argv[i]);
            if (!paths[i])
                *code = SQLITE_NOMEM;
            else if (strlen(paths[i]) != (size_t)sqlite3_value_bytes(argv[i]))
                fault = "a NUL in a text";
        } else {
            fault = sqlite3_value_type(argv[i]) == SQLITE_NULL ? "NULL" : "no text";
        }
        if (fault) {
            *code = SQLITE_ERROR;
            *message =
                sqlite3_mprintf("wmi_load: argument %d: found %s, expected a path", i + 1, fault);
        }
    }
    return paths;
}

static void load(sqlite3_context *context, int argc, sqlite3_value **argv) {
    struct connection *connection = sqlite3_user_data(context);
    struct report *report = NULL;
    char *message = NULL;
    int code;
    if (argc == 0) {
        fail(context, SQLITE_ERROR,
             sqlite3_mprintf("wmi_load: found no argument, expected a path, or NULL"));
        return;
    }
    const char **paths = paths_of(argc, argv, &code, &message);
    if (code == SQLITE_OK && paths)
        code = source_load(connection, paths, argc, &report, &message);
    memory_free(paths);
    unsigned era = connection_era(connection);
    if (code == SQLITE_OK)
        code = connection_use(connection, report);
    if (era != connection_era(connection))
        connection_renew_behind(connection, context);
    if (code == SQLITE_OK)
        sqlite3_result_int64(context, connection_report(connection)->members.count);
    else
        fail(context, code, message);
}

static void version(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_text(context, connection_door(sqlite3_user_data(context))->version, -1,
                        SQLITE_STATIC);
}

const struct function function_loading[] = {
    {"wmi_load", -1, SQLITE_DIRECTONLY, load, "wmi_load(path, …)",
     "Makes these files and folders the connection's current report and returns its number of "
     "members; `wmi_load(NULL)` goes back to the built-in report. On an error the former report "
     "stays.",
     "SELECT wmi_load(NULL)"},
    {"wmi_version", 0, SQLITE_INNOCUOUS, version, "wmi_version()", "The version of the extension.",
     "SELECT wmi_version()"},
    {0},
};
