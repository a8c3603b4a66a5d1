/*
** A path → checked lines of UTF-8, in bounded memory.
**
** A file is read in chunks. Each is hashed as it stands, turned into UTF-8 (a byte order mark is
** taken off, UTF-16 converted, double-encoded text mapped back) and checked: what comes out is
** valid UTF-8 without a NUL byte, a line at a time.
*/
#ifndef WMI_READ_BYTES_H
#define WMI_READ_BYTES_H

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

struct bytes_buffer {
    char *text;
    size_t start, end, capacity; /* what is still to be read stands from start to end */
};

/* An open file. Starts as {0}; after bytes_close() it can be opened again. */
struct bytes {
    uint64_t line; /* the number of the line that was given last, from 1 */

    /* the rest is for bytes.c */
    enum bytes_encoding encoding;
    const char *path;
    struct file file;
    enum repair repair;
    struct sha256 *sha256;
    const struct poll *poll;
    bool begun, ended;           /* the file */
    int fault;                   /* enum bytes_fault: what is wrong behind the checked text */
    size_t checked;              /* text.start to here is valid */
    size_t given;                /* the size of the line that was given last */
    struct bytes_buffer text;    /* UTF-8, the lines */
    struct bytes_buffer raw;     /* UTF-16 as it stands in the file */
    struct bytes_buffer encoded; /* UTF-8 that is to be repaired */
};

/* Opens a regular file that is not empty. `path`, `sha256` (NULL for no hash) and `poll` (may be
** NULL) must outlive bytes_close(). On an error nothing is open. */
int bytes_open(struct bytes *bytes, const char *path, enum repair repair, struct sha256 *sha256,
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
