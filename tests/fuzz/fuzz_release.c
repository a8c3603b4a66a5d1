/* Any bytes as an operating system's version. */
#include "fuzz.h"

#include "release/release.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    /* In a block of just that size: reading beyond it is seen. */
    char *text = malloc(size + !size);
    if (!text)
        return 0;
    memcpy(text, data, size);
    uint32_t build = release_build(&release_list, (struct text){text, size});
    if (build && !size)
        abort();
    release_of(&release_list, build);
    free(text);
    return 0;
}
