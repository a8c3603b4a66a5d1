#include "read/mof.h"
#include "base/quote.h"
#include "read/collection.h"
#include "read/mof_private.h"

#include <stdio.h>

static const char *path_of(const struct read_mof *mof, uint32_t file) {
    return ((const struct read_mof_file *)mof->files.items)[file].path;
}

static bool ends(const char *path, const char *ending) {
    size_t size = strlen(path), length = strlen(ending);
    return size > length && text_is((struct text){path + size - length, length}, ending);
}

bool read_mof_is(const char *path) {
    return ends(path, ".mof") || ends(path, ".mfl");
}

/* --- Messages --- */

/* A limit that was passed has no message yet. */
int read_mof_explain(int code, const char *path, struct error *error) {
    if (code != ERROR_TOO_BIG)
        return code;
    return error_set(error, code,
                     "%s: found more than 4 GB of text or 4 billion members in MOF files", path);
}

int read_mof_fault(const struct read_mof *mof, int code, const struct mof_fault *fault,
                   struct error *error) {
    struct quote found = {""}, same = {""};
    struct quote_path path;
    char other[32] = "";
    bool has_other = fault->other.line != 0;
    if (code != ERROR_INPUT)
        return read_mof_explain(code, path_of(mof, (uint32_t)mof->files.count - 1), error);
    if (fault->found.text)
        quote_text(&found, fault->found);
    if (fault->same.text)
        quote_text(&same, fault->same);
    if (has_other)
        snprintf(other, sizeof other, ":%u: column %u says", (unsigned)fault->other.line,
                 (unsigned)fault->other.column);
    return error_set(error, code, "%s:%u: column %u: found %s%s, expected %s%s%s%s%s",
                     path_of(mof, fault->place.file), (unsigned)fault->place.line,
                     (unsigned)fault->place.column, fault->subject, found.text, fault->expected,
                     same.text, has_other ? " as " : "",
                     has_other ? quote_path(&path, path_of(mof, fault->other.file)) : "", other);
}

/* --- The build --- */

/* Finds the number in the file's name, or else in its folder's. In a file's name it stands alone:
** IEEE8021x.mof has none. */
static int find_build(const char *path, uint32_t *build, struct error *error) {
    struct text names[] = {collection_file(path), collection_folder(path)};
    struct quote quote;
    for (size_t i = 0; i < 2; i++) {
        uint32_t other;
        *build = collection_number(names[i], i == 0, &other);
        if (other)
            return error_set(error, ERROR_INPUT,
                             "%s: found the numbers %u and %u in the name %s, expected one, the "
                             "build that the file is of",
                             path, (unsigned)*build, (unsigned)other, quote_text(&quote, names[i]));
        if (*build)
            return ERROR_NONE;
    }
    return error_set(error, ERROR_INPUT,
                     "%s: found no build number in the file's name or its folder's, expected one, "
                     "such as 26100.mof or 26100/cimwin32.mof",
                     path);
}

/* --- Reading a file --- */

/* Reads the rest of the file into mof->text. */
static int read_text(struct read_mof *mof, struct bytes *bytes, struct error *error) {
    const char *line;
    size_t size;
    uint32_t index;
    mof->text.count = 0;
    do {
        TRY(bytes_line(bytes, &line, &size, error));
        TRY(array_append(&mof->text, line, size, 1, &index));
    } while (size);
    return array_append(&mof->text, "", 1, 1, &index);
}

int read_mof_worked(struct read_mof *mof, size_t work, const struct poll *poll) {
    mof->work += work;
    if (mof->work < READ_MOF_WORK)
        return ERROR_NONE;
    mof->work = 0;
    return poll_stops(poll) ? ERROR_INTERRUPT : ERROR_NONE;
}

static int parse(struct read_mof *mof, uint32_t build, uint32_t file, const struct poll *poll,
                 struct error *error) {
    const struct text text = {mof->text.items, mof->text.count - 1};
    struct mof_fault fault;
    bool more = true;
    int code = mof_parser_start(&mof->parser, &mof->schema, build, file, text, &fault);
    while (code == ERROR_NONE && more) {
        const char *at = mof->parser.lexer.at;
        code = mof_parser_next(&mof->parser, &more);
        if (code == ERROR_NONE)
            TRY(read_mof_worked(mof, (size_t)(mof->parser.lexer.at - at), poll));
    }
    return code == ERROR_NONE ? code : read_mof_fault(mof, code, &fault, error);
}

int read_mof(struct read_mof *mof, struct bytes *bytes, const char *path, const struct poll *poll,
             struct error *error) {
    struct read_mof_file file = {.path = path};
    uint32_t index;
    if (!mof->started)
        TRY(mof_schema_start(&mof->schema, mof->seed));
    mof->started = true;
    TRY(find_build(path, &file.build, error));
    TRY(read_mof_explain(array_append(&mof->files, &file, 1, sizeof file, &index), path, error));
    TRY(read_mof_explain(read_text(mof, bytes, error), path, error));
    return parse(mof, file.build, index, poll, error);
}

void read_mof_free(struct read_mof *mof) {
    mof_schema_free(&mof->schema);
    mof_parser_free(&mof->parser);
    array_free(&mof->text);
    array_free(&mof->files);
    *mof = (struct read_mof){0};
}
