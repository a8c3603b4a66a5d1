/* The size of the library. */
#include "bench.h"
#include "file.h"

#include <stdio.h>

void task_sizes(void) {
    char library[512], stripped[512];
    char *arguments[] = {"strip", "-o", stripped, library, NULL};
    uint64_t answer;
    snprintf(library, sizeof library, "%s", bench.library);
    snprintf(stripped, sizeof stripped, "%s/stripped", bench.data);
    if (!process_run(arguments, &answer)) {
        print_skipped("size of the library, stripped", "no strip for it");
        return;
    }
    print_row("size of the library, stripped", file_size(stripped), "what it may be", 1200e3, 1.00,
              UNIT_BYTES);
    remove(stripped);
}
