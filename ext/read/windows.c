#include "read/system.h"

#if defined(_WIN32)

#include "base/memory.h"
#include "base/text.h"

#define WIN32_LEAN_AND_MEAN
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

enum {
    LONG_PATH = 240,      /* from here on Windows wants \\?\, folders earlier than files */
    LONGEST_PATH = 32768, /* of what it takes behind that */
};

/* --- Paths --- */

static bool is_separator(char c) {
    return c == '/' || c == '\\';
}

/* Does the path start with \\?\, behind which Windows takes everything as it is? */
static bool is_literal(const char *path) {
    return strncmp(path, "\\\\?\\", 4) == 0;
}

const char *system_name(const char *path) {
    const char *name = path;
    for (; *path; path++)
        if (is_separator(*path) || *path == ':')
            name = path + 1;
    return name;
}

/* As the folder itself writes it. `C:` alone is the current folder of a drive. */
const char *system_separator(const char *folder) {
    size_t size = strlen(folder);
    if (size == 0 || is_separator(folder[size - 1]) || folder[size - 1] == ':')
        return "";
    return is_literal(folder) || (strchr(folder, '\\') && !strchr(folder, '/')) ? "\\" : "/";
}

/* Is it a name that Windows keeps for a device in every folder, whatever ending it has: nul.csv? */
static bool is_device(const char *path) {
    static const char *const devices[] = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    if (is_literal(path))
        return false;
    if (is_separator(path[0]) && is_separator(path[1]) && path[2] == '.' && is_separator(path[3]))
        return true;
    const char *name = system_name(path);
    size_t size = strcspn(name, ".");
    while (size && name[size - 1] == ' ')
        size--;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (text_is((struct text){name, size}, devices[i]))
            return true;
    /* COM1 to COM9 and LPT1 to LPT9; the digits may be the superscripts of Latin-1. */
    bool is_digit =
        (size == 4 && name[3] >= '1' && name[3] <= '9') ||
        (size == 5 && (unsigned char)name[3] == 0xc2 && strchr("\xb9\xb2\xb3", name[4]) != NULL);
    return is_digit &&
           (text_is((struct text){name, 3}, "COM") || text_is((struct text){name, 3}, "LPT"));
}

/* The code of errno for what Windows says. */
static int code_of(DWORD said) {
    switch (said) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_DIRECTORY:
        return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return EACCES;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY:
        return ENOMEM;
    case ERROR_NO_UNICODE_TRANSLATION:
        return EILSEQ;
    default:
        return EIO;
    }
}

/* Writes the whole path, with \\?\ before it, into a new block; the given one is freed. */
static int make_literal(wchar_t **path) {
    wchar_t *whole = memory_alloc(sizeof *whole * (LONGEST_PATH + 8));
    int code = whole ? 0 : ENOMEM;
    if (whole) {
        /* Room for `\\?\UNC` before it: in front of the second backslash of \\server\share. */
        DWORD size = GetFullPathNameW(*path, LONGEST_PATH, whole + 8, NULL);
        bool is_share = whole[8] == L'\\' && whole[9] == L'\\';
        const wchar_t *before = is_share ? L"\\\\?\\UNC" : L"\\\\?\\";
        size_t skipped = is_share ? 1 : 0;
        if (size == 0 || size >= LONGEST_PATH) {
            code = size ? ENAMETOOLONG : code_of(GetLastError());
        } else {
            size_t before_size = wcslen(before);
            memmove(whole + before_size, whole + 8 + skipped, (size + 1 - skipped) * sizeof *whole);
            memcpy(whole, before, before_size * sizeof *whole);
        }
    }
    memory_free(*path);
    *path = whole;
    if (code)
        memory_free(whole);
    return code;
}

/* Makes a path in UTF-16, with `behind` at its end, that memory_free() frees. */
static int make_wide(const char *path, const char *behind, wchar_t **wide) {
    size_t path_size = strlen(path), behind_size = strlen(behind);
    if (path_size > LONGEST_PATH * 3)
        return ENAMETOOLONG;
    wchar_t *text = memory_alloc(sizeof *text * (path_size + behind_size + 1));
    if (!text)
        return ENOMEM;
    int size = path_size ? MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, (int)path_size,
                                               text, (int)path_size)
                         : 0;
    text[size] = 0;
    /* Windows would take ? and * for a pattern. */
    if (size == 0 || wcspbrk(text + (is_literal(path) ? 4 : 0), L"?*")) {
        memory_free(text);
        return ENOENT;
    }
    for (size_t i = 0; i <= behind_size; i++)
        text[(size_t)size + i] = (wchar_t)(unsigned char)behind[i];
    *wide = text;
    return !is_literal(path) && (size_t)size + behind_size >= LONG_PATH ? make_literal(wide) : 0;
}

/* --- Files --- */

static void take(DWORD attributes, const BY_HANDLE_FILE_INFORMATION *found,
                 struct system_status *status) {
    bool is_folder = attributes & FILE_ATTRIBUTE_DIRECTORY;
    int64_t written = (int64_t)((uint64_t)found->ftLastWriteTime.dwHighDateTime << 32 |
                                found->ftLastWriteTime.dwLowDateTime);
    /* From 100 nanoseconds since 1601 to seconds since 1970. */
    int64_t seconds = written / 10000000 - INT64_C(11644473600);
    status->kind = is_folder ? FILE_FOLDER : FILE_REGULAR;
    status->what = is_folder ? "a folder" : "a file";
    status->stamp =
        (struct file_stamp){.device = found->dwVolumeSerialNumber,
                            .inode = (uint64_t)found->nFileIndexHigh << 32 | found->nFileIndexLow,
                            .size = (uint64_t)found->nFileSizeHigh << 32 | found->nFileSizeLow,
                            .written = {seconds, written % 10000000 * 100},
                            .changed = {seconds, written % 10000000 * 100}};
}

int system_look(const char *path, struct system_status *status) {
    if (is_device(path)) {
        *status = (struct system_status){.kind = FILE_OTHER, .what = "a device"};
        return 0;
    }
    wchar_t *wide;
    int code = make_wide(path, "", &wide);
    if (code)
        return code;
    WIN32_FILE_ATTRIBUTE_DATA found;
    code = GetFileAttributesExW(wide, GetFileExInfoStandard, &found) ? 0 : code_of(GetLastError());
    memory_free(wide);
    BY_HANDLE_FILE_INFORMATION information = {0};
    if (code)
        return code;
    information.ftLastWriteTime = found.ftLastWriteTime;
    information.nFileSizeHigh = found.nFileSizeHigh;
    information.nFileSizeLow = found.nFileSizeLow;
    take(found.dwFileAttributes, &information, status);
    return 0;
}

int system_open(const char *path, int *handle) {
    wchar_t *wide;
    *handle = -1;
    int code = is_device(path) ? ENOENT : make_wide(path, "", &wide);
    if (code)
        return code;
    *handle = _wopen(wide, _O_RDONLY | _O_BINARY | _O_NOINHERIT);
    code = *handle < 0 ? errno : 0;
    memory_free(wide);
    return code;
}

int system_look_at(int handle, struct system_status *status) {
    HANDLE file = (HANDLE)_get_osfhandle(handle);
    BY_HANDLE_FILE_INFORMATION found;
    DWORD type = GetFileType(file);
    if (type != FILE_TYPE_DISK) {
        *status = (struct system_status){.kind = FILE_OTHER,
                                         .what = type == FILE_TYPE_PIPE ? "a pipe" : "a device"};
        return 0;
    }
    if (!GetFileInformationByHandle(file, &found))
        return code_of(GetLastError());
    take(found.dwFileAttributes, &found, status);
    return 0;
}

long long system_read(int handle, char *bytes, size_t size) {
    return _read(handle, bytes, size < 1 << 30 ? (unsigned)size : 1u << 30);
}

int system_rewind(int handle) {
    return _lseeki64(handle, 0, SEEK_SET) == 0 ? 0 : errno;
}

void system_close(int handle) {
    _close(handle);
}

void system_describe(char *text, size_t size, int code) {
    if (strerror_s(text, size, code) != 0)
        snprintf(text, size, "error %d", code);
}

/* --- Folders --- */

static int each_name(const WIN32_FIND_DATAW *found, file_each *each, void *context, int *failed) {
    char name[MAX_PATH * 3 + 1];
    if (!WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, found->cFileName, -1, name, sizeof name,
                             NULL, NULL)) {
        *failed = code_of(GetLastError());
        return ERROR_NONE;
    }
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ? ERROR_NONE : each(context, name);
}

int system_list(const char *folder, file_each *each, void *context, int *failed) {
    wchar_t *wide;
    const char *separator = system_separator(folder);
    *failed = make_wide(folder, *separator ? "\\*" : "*", &wide);
    if (*failed)
        return ERROR_NONE;
    WIN32_FIND_DATAW found;
    HANDLE list = FindFirstFileW(wide, &found);
    DWORD said = GetLastError();
    memory_free(wide);
    if (list == INVALID_HANDLE_VALUE) {
        /* The root of an empty drive has not even itself. */
        *failed = said == ERROR_FILE_NOT_FOUND ? 0 : code_of(said);
        return ERROR_NONE;
    }
    int status;
    bool more;
    do {
        status = each_name(&found, each, context, failed);
        more = status == ERROR_NONE && !*failed && FindNextFileW(list, &found);
    } while (more);
    said = GetLastError();
    FindClose(list);
    if (status == ERROR_NONE && !*failed && said != ERROR_NO_MORE_FILES)
        *failed = code_of(said);
    return status;
}

#endif
