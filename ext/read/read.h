/*
** Path → report. This floor knows files, encodings and formats; it does not know SQLite.
*/
#ifndef WMI_READ_READ_H
#define WMI_READ_READ_H

#include "base/error.h"
#include "base/poll.h"
#include "builder/builder.h"

#include <stddef.h>

/* Reads the files and folders at `paths` as one report. `poll` is asked between chunks; it may be
** NULL. On success *report is the caller's to give to memory_free(). On any error *report is NULL
** and `error` names file, line, column, what was found and what was expected (no message for
** ERROR_MEMORY and ERROR_INTERRUPT). */
int read_report(const char *const *paths, size_t count, const struct release_list *releases,
                const struct poll *poll, struct report **report, struct error *error);

#endif
