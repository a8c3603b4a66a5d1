/*
** A path → checked lines of UTF-8, in bounded memory.
**
** A file is read in chunks. Each is hashed as it stands, turned into UTF-8 (a byte order mark is
** taken off, UTF-16 converted, double-encoded text mapped back) and checked: what comes out is
** valid UTF-8 without a NUL byte, a line at a time.
*/
#ifndef WMI_READ_BYTES_H
#define WMI_READ_BYTES_H

#include "base/array.h"
#include "base/error.h"
#include "base/poll.h"
#include "base/sha256.h"
#include "read/file.h"
#include "read/repair.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BYTES_LINE_MAX ((size_t)16 << 20) /* a line, and a row of several lines, is no longer */

enum bytes_encoding {
    BYTES_UTF8,
    BYTES_UTF8_BOM,
    BYTES_UTF16LE,
    BYTES_UTF16BE,
    BYTES_ENCODINGS,
};

/* A file, and how it is to be read. */
struct bytes_source {
    const char *path;
    enum repair repair;
    bool opened; /* once; then it must be the same file each time */
    struct file_stamp stamp;
};

struct bytes_buffer {
    struct array text;
    size_t start; /* of what is still to be read, to the end */
};

/* An open file. Starts as {.file = {.handle = -1}}; after bytes_close() it can be opened again. */
struct bytes {
    uint64_t line;   /* the number of the line that was given last, from 1 */
    bool unreadable; /* of the last error: it is not in the encoding that it is read in */
    size_t chunk;    /* bytes that are read at once; 0 for the usual number */

    /* the rest is for bytes.c */
    enum bytes_encoding encoding;
    struct bytes_source *source;
    struct file file;
    struct sha256 *sha256;
    uint64_t check; /* a hash of the bytes so far, if the file is a fresh one */
    const struct poll *poll;
    bool begun, ended;           /* the file */
    bool unmarked;               /* the mapped text has no byte order mark, or none any more */
    int fault;                   /* enum bytes_fault: what is wrong behind the checked text */
    size_t checked;              /* text.start to here is valid */
    size_t given;                /* the size of the line that was given last */
    struct bytes_buffer text;    /* UTF-8, the lines */
    struct bytes_buffer raw;     /* UTF-16 as it stands in the file */
    struct bytes_buffer encoded; /* UTF-8 that is to be repaired */
};

/* Opens a regular file that is not empty. `source`, `sha256` (NULL for no hash) and `poll` (may be
** NULL) must outlive bytes_close(). On an error nothing is open.
**
** What is read are the bytes of one moment: a file that changes before its end is reached, or since
** it was opened before, is an error. */
int bytes_open(struct bytes *bytes, struct bytes_source *source, struct sha256 *sha256,
               const struct poll *poll, struct error *error);
void bytes_close(struct bytes *bytes);

/* Frees the buffers. */
void bytes_free(struct bytes *bytes);

/* The next line, its line feed included; it lives until the next call. *size is 0 at the end. */
int bytes_line(struct bytes *bytes, const char **line, size_t *size, struct error *error);

/* The line that was given last will be given again. */
void bytes_back(struct bytes *bytes);

/* What the file is written in, for wmi_report: "utf-8", "utf-16le", "utf-8 via mac roman". Known
** once a line was given. A literal. */
const char *bytes_encoding(const struct bytes *bytes);

#endif
