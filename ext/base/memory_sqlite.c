/* The allocator seam over SQLite's own allocator, and the pointer by which SQLite is reached. */
#define WMI_OWNS_SQLITE_API
#include "base/sqlite.h"
SQLITE_EXTENSION_INIT1

#include "base/memory.h"

void *memory_alloc(size_t size) {
    return sqlite3_malloc64(size);
}

void *memory_resize(void *block, size_t size) {
    return sqlite3_realloc64(block, size);
}

void memory_free(void *block) {
    sqlite3_free(block);
}
