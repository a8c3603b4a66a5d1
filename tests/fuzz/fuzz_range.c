/* Any text as the value of a value map. */
#include "fuzz.h"

#include "report/values.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = 0;
    struct report_range range = report_range(text);
    if (range.has_low && range.has_high && range.low > range.high)
        range.low = range.high; /* an empty range is no fault */
    free(text);
    return 0;
}
