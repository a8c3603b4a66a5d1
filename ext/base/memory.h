/*
** The allocator seam: every byte that the extension allocates, libcsv's included, comes through
** these three functions, so that one test can make each allocation fail in turn.
**
** Which allocator stands behind them is decided when a program is linked, not when it runs:
** memory_sqlite.c (sqlite3_malloc64 and friends: the extension) or memory_libc.c (the embedder and
** the tests that do without SQLite).
*/
#ifndef WMI_BASE_MEMORY_H
#define WMI_BASE_MEMORY_H

#include <stddef.h>

/* Returns `size` bytes, not cleared, or NULL when there is no memory. The caller frees them. */
void *memory_alloc(size_t size);

/* Makes `block` (NULL for a new one) `size` bytes long and returns it, moved if need be. Returns
** NULL when there is no memory; `block` then stays valid and the caller's. */
void *memory_resize(void *block, size_t size);

/* Frees what the two functions above returned; NULL is allowed. */
void memory_free(void *block);

#endif
