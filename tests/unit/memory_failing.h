/*
** The allocator seam for tests. Link memory_failing.c instead of ext/base/memory_libc.c; as long as
** `fail_at` is 0 it does the same.
*/
#ifndef WMI_TESTS_MEMORY_FAILING_H
#define WMI_TESTS_MEMORY_FAILING_H

#include <stdbool.h>
#include <stddef.h>

struct memory_failing {
    size_t calls;   /* of memory_alloc() and memory_resize() */
    size_t fail_at; /* the call that fails, from 1; 0 for none */
    bool for_good;  /* so do all calls behind it */
    long blocks;    /* allocated and not yet freed */
};

extern struct memory_failing memory_failing;

#endif
