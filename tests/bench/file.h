/* Files in memory, and what can be done with their bytes alone. */
#ifndef BENCH_FILE_H
#define BENCH_FILE_H

#include "bench.h"

struct file {
    const char *path;
    char *bytes; /* owned */
    size_t size;
    char *copy; /* owned; as large */
};

/* Reads a file whole. Dies if it cannot be read. */
struct file file_read(const char *path);
void file_free(struct file *file);
/* The size of a file, or of all files in a folder, in bytes. */
double file_size(const char *path);

/* Sides over a file that is in memory. */
side_run file_copy;  /* memcpy */
side_run libcsv_run; /* answers the number of rows */

#endif
