#if !defined(_WIN32)
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#endif

#include "read/system.h"

#if !defined(_WIN32)

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#if defined(__APPLE__)
#define NANOSECONDS(status, which) ((status)->st_##which##timensec)
#else
#define NANOSECONDS(status, which) ((status)->st_##which##tim.tv_nsec)
#endif

static void take(const struct stat *found, struct system_status *status) {
    status->kind = S_ISREG(found->st_mode)   ? FILE_REGULAR
                   : S_ISDIR(found->st_mode) ? FILE_FOLDER
                                             : FILE_OTHER;
    status->what = S_ISREG(found->st_mode)    ? "a file"
                   : S_ISDIR(found->st_mode)  ? "a folder"
                   : S_ISFIFO(found->st_mode) ? "a FIFO"
                   : S_ISSOCK(found->st_mode) ? "a socket"
                                              : "a device";
    status->stamp = (struct file_stamp){.device = (uint64_t)found->st_dev,
                                        .inode = (uint64_t)found->st_ino,
                                        .size = (uint64_t)found->st_size,
                                        .written = {found->st_mtime, NANOSECONDS(found, m)},
                                        .changed = {found->st_ctime, NANOSECONDS(found, c)}};
}

int system_look(const char *path, struct system_status *status) {
    struct stat found;
    if (stat(path, &found) != 0)
        return errno;
    take(&found, status);
    return 0;
}

/* Without O_NONBLOCK, a file that a FIFO has replaced since we looked would block us. */
int system_open(const char *path, int *handle) {
    *handle = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    return *handle < 0 ? errno : 0;
}

int system_look_at(int handle, struct system_status *status) {
    struct stat found;
    if (fstat(handle, &found) != 0)
        return errno;
    take(&found, status);
    return 0;
}

long long system_read(int handle, char *bytes, size_t size) {
    return read(handle, bytes, size);
}

int system_rewind(int handle) {
    return lseek(handle, 0, SEEK_SET) == 0 ? 0 : errno;
}

void system_close(int handle) {
    close(handle);
}

void system_describe(char *text, size_t size, int code) {
    if (strerror_r(code, text, size) != 0)
        snprintf(text, size, "error %d", code);
}

int system_list(const char *folder, file_each *each, void *context, int *failed) {
    DIR *list = opendir(folder);
    *failed = list ? 0 : errno;
    if (!list)
        return ERROR_NONE;
    int status = ERROR_NONE;
    const struct dirent *entry;
    while (status == ERROR_NONE && (errno = 0, entry = readdir(list)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = each(context, entry->d_name);
    *failed = status == ERROR_NONE ? errno : 0;
    closedir(list);
    return status;
}

const char *system_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *system_separator(const char *folder) {
    size_t size = strlen(folder);
    return size && folder[size - 1] != '/' ? "/" : "";
}

#endif
