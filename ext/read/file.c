#if !defined(_WIN32)
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#endif

#include "read/file.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>

#if defined(_WIN32)
#include <io.h>
#include <windows.h>
#if !defined(S_ISREG) /* Microsoft's header has neither */
#define S_ISREG(mode) (((mode)&_S_IFMT) == _S_IFREG)
#define S_ISDIR(mode) (((mode)&_S_IFMT) == _S_IFDIR)
#endif
typedef struct _stat64 file_status;
#else
#include <dirent.h>
#include <unistd.h>
typedef struct stat file_status;
#endif

#define EXPECTED "a report, a class page or a folder of them"

enum { FRESH = 2 }; /* seconds: no file system's clock is coarser */

static int unreadable(const char *what, const char *path, struct error *error);

/* --- What differs between the systems --- */

#if defined(_WIN32)

/* Returns the path in UTF-16, the caller's to free, or NULL without memory. */
static wchar_t *wide(const char *path) {
    int size = MultiByteToWideChar(CP_UTF8, 0, path, -1, NULL, 0);
    wchar_t *copy = memory_alloc(sizeof *copy * (size_t)(size > 0 ? size : 1));
    if (copy)
        copy[0] = 0;
    if (copy && size > 0)
        MultiByteToWideChar(CP_UTF8, 0, path, -1, copy, size);
    return copy;
}

static int look(const char *path, file_status *status) {
    wchar_t *name = wide(path);
    int result = name ? _wstat64(name, status) : -1;
    if (!name)
        errno = ENOMEM;
    memory_free(name);
    return result;
}

static int open_file(const char *path) {
    wchar_t *name = wide(path);
    int handle = name ? _wopen(name, _O_RDONLY | _O_BINARY) : -1;
    if (!name)
        errno = ENOMEM;
    memory_free(name);
    return handle;
}

static int look_at(int handle, file_status *status) {
    return _fstat64(handle, status);
}

static int read_some(int handle, char *bytes, size_t size) {
    return _read(handle, bytes, size < 1 << 30 ? (unsigned)size : 1u << 30);
}

static void close_file(int handle) {
    _close(handle);
}

static bool to_start(int handle) {
    return _lseeki64(handle, 0, SEEK_SET) == 0;
}

static struct file_stamp stamp_of(const file_status *status) {
    return (struct file_stamp){.device = status->st_dev,
                               .size = (uint64_t)status->st_size,
                               .written = {status->st_mtime},
                               .changed = {status->st_mtime}};
}

static void describe(char *text, size_t size, int code) {
    if (strerror_s(text, size, code) != 0)
        snprintf(text, size, "error %d", code);
}

static const char *kind_of(const file_status *status) {
    return (status->st_mode & _S_IFMT) == _S_IFIFO ? "a pipe" : "a device";
}

int file_list(const char *folder, int (*each)(void *context, const char *name), void *context,
              struct error *error) {
    size_t size = strlen(folder);
    char *pattern = memory_alloc(size + 3);
    if (!pattern)
        return ERROR_MEMORY;
    memcpy(pattern, folder, size);
    memcpy(pattern + size, "\\*", 3);
    wchar_t *wide_pattern = wide(pattern);
    memory_free(pattern);
    if (!wide_pattern)
        return ERROR_MEMORY;
    WIN32_FIND_DATAW found;
    HANDLE list = FindFirstFileW(wide_pattern, &found);
    memory_free(wide_pattern);
    if (list == INVALID_HANDLE_VALUE)
        return error_set(error, ERROR_INPUT,
                         "%s: found a folder that cannot be read, expected " EXPECTED, folder);
    int status = ERROR_NONE;
    do {
        char name[MAX_PATH * 3 + 1];
        if (!WideCharToMultiByte(CP_UTF8, 0, found.cFileName, -1, name, sizeof name, NULL, NULL))
            continue;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            status = each(context, name);
    } while (status == ERROR_NONE && FindNextFileW(list, &found));
    FindClose(list);
    return status;
}

#else

static int look(const char *path, file_status *status) {
    return stat(path, status);
}

/* Without O_NONBLOCK, a file that a FIFO has replaced since we looked would block us. */
static int open_file(const char *path) {
    return open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

static int look_at(int handle, file_status *status) {
    return fstat(handle, status);
}

static ssize_t read_some(int handle, char *bytes, size_t size) {
    return read(handle, bytes, size);
}

static void close_file(int handle) {
    close(handle);
}

static bool to_start(int handle) {
    return lseek(handle, 0, SEEK_SET) == 0;
}

#if defined(__APPLE__)
#define NANOSECONDS(status, which) ((status)->st_##which##timensec)
#else
#define NANOSECONDS(status, which) ((status)->st_##which##tim.tv_nsec)
#endif

static struct file_stamp stamp_of(const file_status *status) {
    return (struct file_stamp){.device = (uint64_t)status->st_dev,
                               .inode = (uint64_t)status->st_ino,
                               .size = (uint64_t)status->st_size,
                               .written = {status->st_mtime, NANOSECONDS(status, m)},
                               .changed = {status->st_ctime, NANOSECONDS(status, c)}};
}

static void describe(char *text, size_t size, int code) {
    if (strerror_r(code, text, size) != 0)
        snprintf(text, size, "error %d", code);
}

static const char *kind_of(const file_status *status) {
    return S_ISFIFO(status->st_mode)   ? "a FIFO"
           : S_ISSOCK(status->st_mode) ? "a socket"
                                       : "a device";
}

int file_list(const char *folder, int (*each)(void *context, const char *name), void *context,
              struct error *error) {
    DIR *list = opendir(folder);
    if (!list)
        return errno == ENOMEM ? ERROR_MEMORY : unreadable("folder", folder, error);
    int status = ERROR_NONE;
    const struct dirent *entry;
    while (status == ERROR_NONE && (errno = 0, entry = readdir(list)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = each(context, entry->d_name);
    if (status == ERROR_NONE && errno)
        status = unreadable("folder", folder, error);
    closedir(list);
    return status;
}

#endif

/* --- What is the same --- */

/* The error that errno tells of. */
static int unreadable(const char *what, const char *path, struct error *error) {
    char why[96];
    describe(why, sizeof why, errno);
    return error_set(error, ERROR_INPUT,
                     "%s: found a %s that cannot be read (%s), expected " EXPECTED, path, what,
                     why);
}

static struct file_info info_of(const file_status *status) {
    struct file_info info = {.kind = FILE_OTHER};
    if (S_ISREG(status->st_mode))
        info.kind = FILE_REGULAR;
    else if (S_ISDIR(status->st_mode))
        info.kind = FILE_FOLDER;
    snprintf(info.what, sizeof info.what, "%s",
             info.kind == FILE_REGULAR  ? "a file"
             : info.kind == FILE_FOLDER ? "a folder"
                                        : kind_of(status));
    return info;
}

/* What errno says of a path that is missing or out of reach. */
static struct file_info missing(void) {
    struct file_info info = {.kind = FILE_MISSING};
    describe(info.what, sizeof info.what, errno);
    return info;
}

struct file_info file_look(const char *path) {
    file_status status;
    return look(path, &status) == 0 ? info_of(&status) : missing();
}

int file_refuse(const char *path, struct file_info info, struct error *error) {
    if (info.kind == FILE_MISSING)
        return error_set(error, ERROR_INPUT,
                         "%s: found no file that can be opened (%s), expected " EXPECTED, path,
                         info.what);
    return error_set(error, ERROR_INPUT, "%s: found %s, expected " EXPECTED, path, info.what);
}

int file_open(struct file *file, const char *path, struct error *error) {
    struct file_info info;
    file_status status;
    *file = (struct file){.handle = open_file(path)};
    if (file->handle < 0 || look_at(file->handle, &status) != 0)
        info = missing();
    else
        info = info_of(&status);
    if (info.kind == FILE_REGULAR && status.st_size > 0) {
        file->stamp = stamp_of(&status);
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
        close_file(file->handle);
    file->handle = -1;
}

int file_read(struct file *file, const char *path, char *bytes, size_t size, size_t *got,
              struct error *error) {
    for (*got = 0; *got < size;) {
        long long count = read_some(file->handle, bytes + *got, size - *got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable("file", path, error);
        if (count == 0)
            break;
        *got += (size_t)count;
    }
    file->read += *got;
    return ERROR_NONE;
}

int file_again(struct file *file, const char *path, struct error *error) {
    file->read = 0;
    return to_start(file->handle) ? ERROR_NONE : unreadable("file", path, error);
}

bool file_same(const struct file_stamp *a, const struct file_stamp *b) {
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           memcmp(a->written, b->written, sizeof a->written) == 0 &&
           memcmp(a->changed, b->changed, sizeof a->changed) == 0;
}

bool file_stayed(const struct file *file) {
    file_status status;
    if (file->read != file->stamp.size || look_at(file->handle, &status) != 0)
        return false;
    struct file_stamp stamp = stamp_of(&status);
    return file_same(&stamp, &file->stamp);
}

int file_changed(const char *path, struct error *error) {
    return error_set(
        error, ERROR_INPUT,
        "%s: found a file that changes while it is read, expected one that stays as it "
        "is",
        path);
}
