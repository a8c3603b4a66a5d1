/* Reads data/wmi_builds.csv when the extension is built. */
#ifndef WMI_TOOLS_RELEASES_H
#define WMI_TOOLS_RELEASES_H

#include "base/error.h"
#include "release/list.h"

struct releases_file {
    struct release *releases; /* owned: memory_free() */
    struct release_list list; /* over it */
};

/* Reads the columns Build, Core, Version, Client, Server, Released, ServerReleased and SupportEnds,
** which must stand in this order, with builds ascending. A fault is an error with file and line. */
int releases_read(const char *path, struct releases_file *file, struct error *error);

#endif
