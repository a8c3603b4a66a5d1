/*
** Paths → files: a folder stands for every page or CSV right inside it.
*/
#ifndef WMI_READ_FOLDER_H
#define WMI_READ_FOLDER_H

#include "base/array.h"
#include "base/error.h"

#include <stddef.h>

/* Paths, each of them owned. Starts as {0}; folder_free() frees it. */
struct folder_files {
    struct array paths; /* char * */
};

static inline char *const *folder_paths(const struct folder_files *files) {
    return files->paths.items;
}

/* Adds the file at that path; or, where it is a folder, the files in it whose names end in .csv,
** .md, .txt, .mof or .mfl (in any case) and do not start with a dot, in the order of the bytes of their names.
** Folders inside it are passed over; a folder without such a file is an error. */
int folder_add(struct folder_files *files, const char *path, struct error *error);

void folder_free(struct folder_files *files);

#endif
