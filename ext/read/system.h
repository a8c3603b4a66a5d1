/*
** The operating system, as file.c needs it: posix.c or windows.c. What can fail returns 0 or the code of errno that
** says why.
*/
#ifndef WMI_READ_SYSTEM_H
#define WMI_READ_SYSTEM_H

#include "read/file.h"

#include <stdbool.h>
#include <stddef.h>

struct system_status {
    enum file_kind kind;
    const char *what; /* "a file", "a FIFO" */
    struct file_stamp stamp;
};

int system_look(const char *path, struct system_status *status);

/* Opens for reading; never blocks on what is no regular file. */
int system_open(const char *path, int *handle);
int system_look_at(int handle, struct system_status *status);

/* The number of bytes read, 0 at the end, or -1 and errno. */
long long system_read(int handle, char *bytes, size_t size);
int system_rewind(int handle);
void system_close(int handle);

/* Writes what the system says of a code. */
void system_describe(char *text, size_t size, int code);

/* As file_list(); what the system refuses is in *failed, which is 0 otherwise. */
int system_list(const char *folder, file_each *each, void *context, int *failed);

/* The last part of a path. */
const char *system_name(const char *path);

/* What has to stand between a folder and a name in it, at most one character. */
const char *system_separator(const char *folder);

#endif
