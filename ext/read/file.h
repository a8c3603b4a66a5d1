/*
** Files and folders of the operating system. Nothing else in the extension asks for them. Paths are
** UTF-8, on Windows too.
*/
#ifndef WMI_READ_FILE_H
#define WMI_READ_FILE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum file_kind {
    FILE_REGULAR,
    FILE_FOLDER,
    FILE_OTHER,     /* a FIFO, a device, a socket: `file_info.what` names it */
    FILE_MISSING,   /* or out of reach: `file_info.what` says why */
    FILE_NO_MEMORY, /* to find out */
};

struct file_info {
    enum file_kind kind;
    char what[96]; /* "a FIFO", or what the system says */
};

/* What is at that path; follows symbolic links. Opens nothing, so that a FIFO cannot block. */
struct file_info file_look(const char *path);

/* The error that something is neither a regular file nor a folder. Returns ERROR_INPUT, or
** ERROR_MEMORY. */
int file_refuse(const char *path, struct file_info info, struct error *error);

/* What tells a file from any other and from itself at another time. */
struct file_stamp {
    uint64_t device, inode, size;
    int64_t written[2], changed[2]; /* seconds and, where the system has them, nanoseconds */
};

/* An open file. */
struct file {
    int handle; /* -1 when closed */
    struct file_stamp stamp;
    bool fresh;    /* it was written a moment ago: another stamp need not follow another write */
    uint64_t read; /* bytes so far */
};

/* Opens a regular file, which file_look() should have found to be one, for file_close(). Anything
** else, and an empty file, is an error. */
int file_open(struct file *file, const char *path, struct error *error);
void file_close(struct file *file);

/* Reads until `size` bytes are there or the file ends, and says in *got how many they are. */
int file_read(struct file *file, const char *path, char *bytes, size_t size, size_t *got,
              struct error *error);

/* Reads it from its start again. */
int file_again(struct file *file, const char *path, struct error *error);

/* Is the file, read to its end, still what it was when it was opened? */
bool file_stayed(const struct file *file);

bool file_same(const struct file_stamp *a, const struct file_stamp *b);

/* The error that a file changes while it is read. Returns ERROR_INPUT. */
int file_changed(const char *path, struct error *error);

/* Is called with the name of something in a folder. */
typedef int file_each(void *context, const char *name);

/* Calls `each` with the name of everything inside a folder but `.` and `..`, in no order, until it
** returns another code than ERROR_NONE, and returns that code. A listing that the system breaks off
** is an error. */
int file_list(const char *folder, file_each *each, void *context, struct error *error);

/* The last part of a path. */
const char *file_name(const char *path);

/* What has to stand between a folder and a name in it: "/", on Windows "\\" where the folder is
** written so, or nothing. */
const char *file_separator(const char *folder);

#endif
