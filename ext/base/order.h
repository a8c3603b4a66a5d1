/* Comparisons of numbers for qsort() and bsearch(). */
#ifndef WMI_BASE_ORDER_H
#define WMI_BASE_ORDER_H

#include <stdint.h>

static inline int order_ascending(const void *a, const void *b) {
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static inline int order_descending(const void *a, const void *b) {
    return order_ascending(b, a);
}

#endif
