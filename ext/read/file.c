#include "read/file.h"
#include "read/system.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define EXPECTED "a report, a class page or a folder of them"

enum { FRESH = 2 }; /* seconds: no file system's clock is coarser */

/* The error that a code of errno tells of. */
static int unreadable(const char *what, const char *path, int code, struct error *error) {
    char why[96];
    if (code == ENOMEM)
        return ERROR_MEMORY;
    system_describe(why, sizeof why, code);
    return error_set(error, ERROR_INPUT,
                     "%s: found a %s that cannot be read (%s), expected " EXPECTED, path, what,
                     why);
}

/* What is there, or, with another code than 0, what the system says of a path that is missing or
** out of reach. */
static struct file_info info_of(const struct system_status *status, int code) {
    struct file_info info = {.kind = code == 0        ? status->kind
                                     : code == ENOMEM ? FILE_NO_MEMORY
                                                      : FILE_MISSING};
    if (code == 0)
        snprintf(info.what, sizeof info.what, "%s", status->what);
    else
        system_describe(info.what, sizeof info.what, code);
    return info;
}

struct file_info file_look(const char *path) {
    struct system_status status;
    int code = system_look(path, &status);
    return info_of(&status, code);
}

int file_refuse(const char *path, struct file_info info, struct error *error) {
    if (info.kind == FILE_NO_MEMORY)
        return ERROR_MEMORY;
    if (info.kind == FILE_MISSING)
        return error_set(error, ERROR_INPUT,
                         "%s: found no file that can be opened (%s), expected " EXPECTED, path,
                         info.what);
    return error_set(error, ERROR_INPUT, "%s: found %s, expected " EXPECTED, path, info.what);
}

int file_open(struct file *file, const char *path, struct error *error) {
    struct system_status status;
    *file = (struct file){.handle = -1};
    int code = system_open(path, &file->handle);
    if (code == 0)
        code = system_look_at(file->handle, &status);
    struct file_info info = info_of(&status, code);
    if (info.kind == FILE_REGULAR && status.stamp.size > 0) {
        file->stamp = status.stamp;
        file->fresh = (int64_t)time(NULL) - file->stamp.changed[0] <= FRESH;
        return ERROR_NONE;
    }
    file_close(file);
    if (info.kind != FILE_REGULAR)
        return file_refuse(path, info, error);
    return error_set(error, ERROR_INPUT, "%s:1: column 1: found an empty file, expected " EXPECTED,
                     path);
}

void file_close(struct file *file) {
    if (file->handle >= 0)
        system_close(file->handle);
    file->handle = -1;
}

int file_read(struct file *file, const char *path, char *bytes, size_t size, size_t *got,
              struct error *error) {
    for (*got = 0; *got < size;) {
        long long count = system_read(file->handle, bytes + *got, size - *got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable("file", path, errno, error);
        if (count == 0)
            break;
        *got += (size_t)count;
    }
    file->read += *got;
    return ERROR_NONE;
}

int file_again(struct file *file, const char *path, struct error *error) {
    file->read = 0;
    int code = system_rewind(file->handle);
    return code == 0 ? ERROR_NONE : unreadable("file", path, code, error);
}

bool file_same(const struct file_stamp *a, const struct file_stamp *b) {
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           memcmp(a->written, b->written, sizeof a->written) == 0 &&
           memcmp(a->changed, b->changed, sizeof a->changed) == 0;
}

bool file_stayed(const struct file *file) {
    struct system_status status;
    return file->read == file->stamp.size && system_look_at(file->handle, &status) == 0 &&
           file_same(&status.stamp, &file->stamp);
}

int file_changed(const char *path, struct error *error) {
    return error_set(
        error, ERROR_INPUT,
        "%s: found a file that changes while it is read, expected one that stays as it "
        "is",
        path);
}

int file_list(const char *folder, file_each *each, void *context, struct error *error) {
    int failed;
    int status = system_list(folder, each, context, &failed);
    return failed ? unreadable("folder", folder, failed, error) : status;
}

const char *file_name(const char *path) {
    return system_name(path);
}

const char *file_separator(const char *folder) {
    return system_separator(folder);
}
