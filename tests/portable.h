/* What the tests ask of an operating system and find under other names on Windows. */
#ifndef WMI_TESTS_PORTABLE_H
#define WMI_TESTS_PORTABLE_H

#include <stdlib.h>
#include <unistd.h>

#if defined(_WIN32)
#include <direct.h>
#include <io.h>
#endif

/* Makes a folder of its own. `path` ends in XXXXXX, which is replaced. Returns it, or NULL. */
static inline char *portable_make_folder(char *path) {
#if defined(_WIN32)
    return _mktemp(path) && _mkdir(path) == 0 ? path : NULL;
#else
    return mkdtemp(path);
#endif
}

#endif
