/* The allocator seam over SQLite's own allocator. */
#include "base/memory.h"
#include "base/sqlite.h"

void *memory_alloc(size_t size) {
    return sqlite3_malloc64(size);
}

void *memory_resize(void *block, size_t size) {
    return sqlite3_realloc64(block, size);
}

void memory_free(void *block) {
    sqlite3_free(block);
}
