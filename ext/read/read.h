/*
** Path → report. This floor knows files, encodings and formats; it does not know SQLite.
*/
#ifndef WMI_READ_READ_H
#define WMI_READ_READ_H

#include "base/error.h"
#include "builder/builder.h"

#include <stdbool.h>
#include <stddef.h>

/* Asked between chunks of a long load; true ends it with ERROR_INTERRUPT. `poll` may be NULL. */
struct read_poll {
    bool (*poll)(void *context);
    void *context;
};

/* Reads the files and folders at `paths` as one report. On success *report is the caller's to give
** to memory_free(). On any error *report is NULL and `error` names file, line, column, what was
** found and what was expected (no message for ERROR_MEMORY and ERROR_INTERRUPT). */
int read_report(const char *const *paths, size_t count, const struct release_list *releases,
                const struct read_poll *poll, struct report **report, struct error *error);

#endif
