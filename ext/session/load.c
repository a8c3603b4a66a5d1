#include "session/load.h"
#include "base/error.h"
#include "base/memory.h"
#include "read/read.h"
#include "session/interrupt.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

int source_load(struct connection *connection, const char *const *paths, int count,
                struct report **report, char **message) {
    struct interrupt interrupt = interrupt_start(connection_db(connection));
    const struct poll poll = {interrupt_asks, &interrupt};
    struct error error = {0};
    int code = read_report(paths, (size_t)count, &release_list, &poll, report, &error);
    if (code == SQLITE_INTERRUPT)
        code = interrupt.code;
    *message = error.message ? sqlite3_mprintf("%s", error.message) : NULL;
    if (error.message && !*message)
        code = SQLITE_NOMEM;
    error_clear(&error);
    return code;
}

/* The text of an SQL literal, in new memory; a text that is not quoted stands for itself. */
static char *unquote(const char *literal) {
    size_t size = strlen(literal);
    while (size && strchr(" \t\r\n", literal[size - 1]))
        size--;
    while (size && strchr(" \t\r\n", *literal)) {
        literal++;
        size--;
    }
    char quote = size >= 2 && strchr("'\"`[", *literal) ? *literal : 0;
    char end = quote == '[' ? ']' : quote;
    if (quote && literal[size - 1] != end)
        quote = 0;
    char *text = memory_alloc(size + 1);
    if (!text)
        return NULL;
    size_t length = 0;
    for (size_t i = quote ? 1 : 0; i < size - (quote ? 1 : 0); i++) {
        text[length++] = literal[i];
        if (quote && quote != '[' && literal[i] == quote && literal[i + 1] == quote)
            i++;
    }
    text[length] = 0;
    return text;
}

int source_load_arguments(struct connection *connection, int argc, const char *const *argv,
                          struct report **report, char **message) {
    char **paths = memory_alloc((size_t)argc * sizeof *paths);
    int count = 0;
    int code = paths ? SQLITE_OK : SQLITE_NOMEM;
    while (code == SQLITE_OK && count < argc) {
        paths[count] = unquote(argv[count]);
        if (paths[count])
            count++;
        else
            code = SQLITE_NOMEM;
    }
    if (code == SQLITE_OK)
        code = source_load(connection, (const char *const *)paths, count, report, message);
    while (count)
        memory_free(paths[--count]);
    memory_free(paths);
    return code;
}
