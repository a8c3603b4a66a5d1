#include "read/folder.h"
#include "base/memory.h"
#include "base/text.h"
#include "read/file.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Adds "folder/name", or the name alone where there is no folder. */
static int add(struct folder_files *files, const char *folder, const char *name) {
    const char *separator = folder ? file_separator(folder) : "";
    size_t folder_size = folder ? strlen(folder) : 0, name_size = strlen(name);
    uint32_t index;
    char *path = memory_alloc(folder_size + name_size + 2);
    if (!path)
        return ERROR_MEMORY;
    if (folder_size)
        memcpy(path, folder, folder_size);
    if (*separator)
        path[folder_size++] = *separator;
    memcpy(path + folder_size, name, name_size + 1);
    int status = array_append(&files->paths, &path, 1, sizeof path, &index);
    if (status != ERROR_NONE)
        memory_free(path);
    return status;
}

static bool is_source(const char *name) {
    static const char *const endings[] = {".csv", ".md", ".txt", ".mof", ".mfl"};
    size_t size = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings && name[0] != '.'; i++) {
        size_t ending = strlen(endings[i]);
        if (size > ending && text_is((struct text){name + size - ending, ending}, endings[i]))
            return true;
    }
    return false;
}

/* What a folder has been found to hold. */
struct listing {
    struct folder_files *files;
    const char *folder;
    bool folders; /* others inside it */
    struct error *error;
};

static int on_name(void *context, const char *name) {
    struct listing *listing = context;
    int status = add(listing->files, listing->folder, name);
    if (status != ERROR_NONE)
        return status;
    struct array *paths = &listing->files->paths;
    char *path = folder_paths(listing->files)[paths->count - 1];
    struct file_info info = file_look(path);
    listing->folders |= info.kind == FILE_FOLDER;
    if (info.kind == FILE_REGULAR && is_source(name))
        return ERROR_NONE;
    if (info.kind == FILE_NO_MEMORY || (info.kind != FILE_FOLDER && is_source(name)))
        status = file_refuse(path, info, listing->error);
    memory_free(path);
    paths->count--;
    return status;
}

static int compare(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int folder_add(struct folder_files *files, const char *path, struct error *error) {
    size_t before = files->paths.count;
    struct listing listing = {.files = files, .folder = path, .error = error};
    struct file_info info = file_look(path);
    if (info.kind == FILE_REGULAR)
        return add(files, NULL, path);
    if (info.kind != FILE_FOLDER)
        return file_refuse(path, info, error);
    int status = file_list(path, on_name, &listing, error);
    if (status != ERROR_NONE)
        return status;
    if (files->paths.count == before)
        return error_set(error, ERROR_INPUT,
                         "%s: found a folder %s, expected class pages, reports or MOF files (.md, "
                         ".csv, .txt, .mof, .mfl) right inside it",
                         path, listing.folders ? "of folders" : "without a page or report");
    qsort((char **)files->paths.items + before, files->paths.count - before, sizeof(char *),
          compare);
    return ERROR_NONE;
}

void folder_free(struct folder_files *files) {
    for (size_t i = 0; i < files->paths.count; i++)
        memory_free(folder_paths(files)[i]);
    array_free(&files->paths);
}
