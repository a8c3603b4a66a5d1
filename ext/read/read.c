#include "read/read.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"
#include "read/bytes.h"
#include "read/csv.h"
#include "read/folder.h"
#include "read/markdown.h"
#include "read/mof.h"
#include "read/separator.h"
#include "read/source.h"

#include <string.h>

enum { NAMES_MAX = 16 }; /* more than there are formats or encodings */

/* Words that are in a list once: "csv", "markdown". */
struct names {
    const char *names[NAMES_MAX];
    size_t count;
};

/* A file of the report. */
struct job_file {
    struct bytes_source source;
    struct error first; /* what was wrong with it, read in another way */
    uint64_t first_line;
};

/* One call of read_report(). */
struct job {
    struct folder_files folder;
    struct job_file *files; /* one for each path of `folder` */
    const struct poll *poll;
    struct error *error;
    struct builder *builder;
    struct sha256 sha256;
    struct bytes bytes;
    struct row_reader reader;
    struct read_mof mof;
    struct names formats, encodings;
    bool speaks;         /* a cell of some source says something */
    struct error silent; /* of the first source of which none does */
    bool again; /* a repaired file had rows in the builder already: all must be read again */
};

static void add_name(struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (names->names[i] == name)
            return;
    names->names[names->count++] = name;
}

/* --- One file --- */

/* Does a file of that name with that first line hold a class page? A CSV may begin with a comment. */
static bool is_page_start(const char *path, struct text line) {
    static const char heading[] = "# WMI Class:";
    size_t size = strlen(path);
    if (!line.size || line.text[0] != '#' || text_starts(line, "#TYPE "))
        return false;
    return size < 4 || !text_is((struct text){path + size - 4, 4}, ".csv") ||
           text_starts(line, heading);
}

/* Finds the first line that says something, which will be given again, and says whether it starts a
** class page. */
static int look(struct bytes *bytes, const char *path, bool *is_page, struct error *error) {
    struct text line;
    do
        TRY(bytes_line(bytes, &line.text, &line.size, error));
    while (line.size && separator_blank_line(line, 0));
    *is_page = is_page_start(path, cells_trim(line.text, line.size));
    bytes_back(bytes);
    return ERROR_NONE;
}

/* Where no other source says anything either, this will be the fault. */
static int note_silent(struct job *job) {
    int status = source_says_nothing(&job->reader, &job->silent);
    return status == ERROR_INPUT ? ERROR_NONE : status;
}

/* Reads a MOF file; what it declares reaches the builder when all files are read. */
static int read_mof_once(struct job *job, struct job_file *file) {
    const char *path = file->source.path;
    struct bytes *bytes = &job->bytes;
    TRY(bytes_open(bytes, &file->source, &job->sha256, job->poll, job->error));
    int status = read_mof(&job->mof, bytes, path, job->poll, job->error);
    if (status == ERROR_NONE) {
        job->speaks = true;
        add_name(&job->formats, "mof");
        add_name(&job->encodings, bytes_encoding(bytes));
    }
    bytes_close(bytes);
    return status;
}

/* Reads a file once, with the repair that is noted for it. */
static int read_once(struct job *job, struct job_file *file) {
    const char *path = file->source.path;
    struct bytes *bytes = &job->bytes;
    bool is_page = false;
    source_start(&job->reader, job->builder, path, job->error);
    if (read_mof_is(path))
        return read_mof_once(job, file);
    TRY(bytes_open(bytes, &file->source, &job->sha256, job->poll, job->error));
    int status = look(bytes, path, &is_page, job->error);
    if (status == ERROR_NONE)
        status = is_page ? markdown_read(bytes, &job->reader) : csv_read(bytes, &job->reader);
    if (status == ERROR_NONE) {
        job->speaks |= job->reader.speaks;
        if (source_is_silent(&job->reader))
            status = note_silent(job);
        add_name(&job->formats, is_page                  ? "markdown"
                                : job->reader.collection ? "collection"
                                                         : "csv");
        add_name(&job->encodings, bytes_encoding(bytes));
    }
    bytes_close(bytes);
    return status;
}

/* Does the whole file map back to valid UTF-8? */
static int maps_back(struct job *job, struct job_file *file, bool *maps) {
    struct bytes *bytes = &job->bytes;
    const char *line;
    size_t size = 1;
    int status = bytes_open(bytes, &file->source, NULL, job->poll, job->error);
    while (status == ERROR_NONE && size)
        status = bytes_line(bytes, &line, &size, job->error);
    bytes_close(bytes);
    *maps = status == ERROR_NONE;
    if (status == ERROR_INPUT && bytes->unreadable) {
        error_clear(job->error);
        return ERROR_NONE;
    }
    return status;
}

/* Notes for the file the next repair that makes valid UTF-8 of it; REPAIR_COUNT when there is
** none. */
static int next_repair(struct job *job, struct job_file *file) {
    bool maps = false;
    while (!maps && ++file->source.repair < REPAIR_COUNT)
        TRY(maps_back(job, file, &maps));
    return ERROR_NONE;
}

/* Of the faults that a file shows when it is read in several ways, keeps the one that is furthest
** down in `first`; the job's error is clear after it. */
static void keep_fault(struct job *job, struct job_file *file) {
    struct error *error = job->error;
    uint64_t line = job->bytes.line;
    if (!file->first.message || line > file->first_line) {
        struct error held = file->first;
        file->first = *error;
        *error = held;
        file->first_line = line;
    }
    error_clear(error);
}

/* Reads a file. Where a header or a mark cannot be read, the text may be double-encoded. */
static int read_file(struct job *job, struct job_file *file) {
    struct sha256 before = job->sha256;
    for (;;) {
        int status = read_once(job, file);
        if (status != ERROR_INPUT || !job->reader.unreadable)
            return status;
        keep_fault(job, file);
        TRY(next_repair(job, file));
        if (file->source.repair == REPAIR_COUNT) {
            *job->error = file->first;
            file->first = (struct error){NULL};
            return ERROR_INPUT;
        }
        if (job->reader.rows) {
            job->again = true;
            return ERROR_NONE;
        }
        job->sha256 = before;
    }
}

/* --- All files --- */

/* Reads all files. Where one shows late that it needs a repair, the others are read all the same,
** so that one pass finds all that do. */
static int read_files(struct job *job, const char *const *paths, size_t count) {
    job->again = false;
    job->formats.count = job->encodings.count = 0;
    read_mof_free(&job->mof);
    builder_free(job->builder);
    job->builder = builder_new();
    if (!job->builder)
        return ERROR_MEMORY;
    job->mof.seed = builder_seed(job->builder);
    sha256_start(&job->sha256);
    for (size_t i = 0; i < job->folder.paths.count; i++)
        TRY(read_file(job, &job->files[i]));
    if (job->again)
        return ERROR_NONE;
    return read_mof_finish(&job->mof, job->builder, paths, count, job->poll, job->error);
}

/* Returns the words with a separator between them, the caller's to free, or NULL without memory. */
static char *join(const char *const *words, size_t count, const char *separator) {
    size_t size = 1, between = strlen(separator);
    for (size_t i = 0; i < count; i++)
        size += strlen(words[i]) + between;
    char *text = memory_alloc(size), *end = text;
    if (!text)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (i) {
            memcpy(end, separator, between);
            end += between;
        }
        size_t length = strlen(words[i]);
        memcpy(end, words[i], length);
        end += length;
    }
    *end = '\0';
    return text;
}

static int finish(struct job *job, const char *const *paths, size_t count,
                  const struct release_list *releases, struct report **report) {
    char hex[SHA256_HEX + 1];
    char *source = join(paths, count, "; ");
    char *format = join(job->formats.names, job->formats.count, "+");
    char *encoding = join(job->encodings.names, job->encodings.count, "+");
    int status = ERROR_MEMORY;
    sha256_end(&job->sha256, hex);
    if (source && format && encoding) {
        const struct builder_origin origin = {source, format, encoding, hex};
        status = builder_finish(job->builder, &origin, releases, report, job->error);
    }
    memory_free(source);
    memory_free(format);
    memory_free(encoding);
    return status;
}

static int read_paths(struct job *job, const char *const *paths, size_t count,
                      const struct release_list *releases, struct report **report) {
    for (size_t i = 0; i < count; i++)
        TRY(folder_add(&job->folder, paths[i], job->error));
    job->files = memory_alloc((job->folder.paths.count + 1) * sizeof *job->files);
    if (!job->files)
        return ERROR_MEMORY;
    for (size_t i = 0; i < job->folder.paths.count; i++)
        job->files[i] = (struct job_file){.source = {.path = folder_paths(&job->folder)[i]}};
    do
        TRY(read_files(job, paths, count));
    while (job->again);
    if (!job->speaks && job->silent.message) {
        *job->error = job->silent;
        job->silent = (struct error){NULL};
        return ERROR_INPUT;
    }
    return finish(job, paths, count, releases, report);
}

int read_report(const char *const *paths, size_t count, const struct release_list *releases,
                const struct poll *poll, struct report **report, struct error *error) {
    *report = NULL;
    struct job *job = memory_alloc(sizeof *job);
    if (!job)
        return ERROR_MEMORY;
    *job = (struct job){.poll = poll, .error = error, .bytes = {.file = {.handle = -1}}};
    job->reader.columns.releases = releases;
    int status = read_paths(job, paths, count, releases, report);
    builder_free(job->builder);
    source_free(&job->reader);
    read_mof_free(&job->mof);
    bytes_free(&job->bytes);
    error_clear(&job->silent);
    for (size_t i = 0; job->files && i < job->folder.paths.count; i++)
        error_clear(&job->files[i].first);
    memory_free(job->files);
    folder_free(&job->folder);
    memory_free(job);
    return status;
}
