/* The allocator seam over the C library, for programs that do without SQLite. */
#include "base/memory.h"

#include <stdlib.h>

void *memory_alloc(size_t size) {
    return malloc(size ? size : 1);
}

void *memory_resize(void *block, size_t size) {
    return realloc(block, size ? size : 1);
}

void memory_free(void *block) {
    free(block);
}
