#include "release/list.h"

const struct release *release_of(const struct release_list *list, uint32_t build) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->releases[middle].build < build)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->releases[low].build == build ? &list->releases[low] : NULL;
}
