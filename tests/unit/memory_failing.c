/* The allocator seam for tests: over the C library, and failing on demand. */
#include "memory_failing.h"
#include "base/memory.h"

#include <stdlib.h>

struct memory_failing memory_failing;

static int fails(void) {
    memory_failing.calls++;
    if (!memory_failing.fail_at || memory_failing.calls < memory_failing.fail_at)
        return 0;
    return memory_failing.for_good || memory_failing.calls == memory_failing.fail_at;
}

void *memory_alloc(size_t size) {
    void *block = fails() ? NULL : malloc(size ? size : 1);
    memory_failing.blocks += block != NULL;
    return block;
}

void *memory_resize(void *block, size_t size) {
    void *resized = fails() ? NULL : realloc(block, size ? size : 1);
    memory_failing.blocks += resized && !block;
    return resized;
}

void memory_free(void *block) {
    memory_failing.blocks -= block != NULL;
    free(block);
}
