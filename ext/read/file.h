/*
** Files and folders of the operating system. Nothing else in the extension asks for them. Paths are
** UTF-8, on Windows too.
*/
#ifndef WMI_READ_FILE_H
#define WMI_READ_FILE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum file_kind {
    FILE_REGULAR,
    FILE_FOLDER,
    FILE_OTHER,   /* a FIFO, a device, a socket: `file_info.what` names it */
    FILE_MISSING, /* or out of reach: `file_info.what` says why */
};

struct file_info {
    enum file_kind kind;
    const char *what; /* a literal, or what strerror() gave */
};

/* What is at that path; follows symbolic links. Opens nothing, so that a FIFO cannot block. */
struct file_info file_look(const char *path);

/* The error that something is neither a regular file nor a folder. Returns ERROR_INPUT. */
int file_refuse(const char *path, struct file_info info, struct error *error);

/* An open file. */
struct file {
    int handle; /* -1 when closed */
};

/* Opens a regular file, which file_look() should have found to be one, for file_close(). Anything
** else, and an empty file, is an error. */
int file_open(struct file *file, const char *path, struct error *error);
void file_close(struct file *file);

/* Reads until `size` bytes are there or the file ends, and says in *got how many they are. */
int file_read(struct file *file, const char *path, char *bytes, size_t size, size_t *got,
              struct error *error);

/* Calls `each` with the name of everything inside a folder but `.` and `..`, in no order, until it
** returns another code than ERROR_NONE, and returns that code. */
int file_list(const char *folder, int (*each)(void *context, const char *name), void *context,
              struct error *error);

#endif
