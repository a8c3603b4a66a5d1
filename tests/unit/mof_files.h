/*
** What the tests of MOF files share: the fixtures, and temporary files in a folder of this process.
*/
#ifndef WMI_TESTS_MOF_FILES_H
#define WMI_TESTS_MOF_FILES_H

#include "read_helper.h"

#if defined(_WIN32)
#include <direct.h>
#include <process.h>
#define rmdir      _rmdir
#define process_id _getpid
#else
#include <sys/stat.h>
#include <unistd.h>
#define process_id getpid
#endif

#define MOF "tests/fixtures/mof/"

static inline void mof_folder(const char *path) {
#if defined(_WIN32)
    _mkdir(path);
#else
    mkdir(path, 0700);
#endif
}

/* The path of a file of that name in the folder of this process, which is made if need be. Its name
** holds no number that a build could be taken from. */
static inline void mof_path(char path[512], const char *name) {
    char folder[64], *at = folder + sprintf(folder, "wmi_mof_");
    for (long process = (long)process_id(); process; process /= 10)
        *at++ = (char)('a' + process % 10);
    *at = '\0';
    temporary_path(path, folder);
    mof_folder(path);
    size_t size = strlen(path);
    snprintf(path + size, 512 - size, "/%s", name);
}

/* Writes a text as a file of that name. */
static inline void mof_file(char path[512], const char *name, const char *text, size_t size) {
    mof_path(path, name);
    write_file(path, text, size);
}

/* Removes the folder, which is empty again. */
static inline int mof_files_end(void **state) {
    char path[512];
    (void)state;
    mof_path(path, "");
    rmdir(path);
    return 0;
}

static inline void mof_load_fails(const char *path, const char *message) {
    load_fails(&path, 1, message);
}

#endif
