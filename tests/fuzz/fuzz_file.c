#define _POSIX_C_SOURCE 200809L

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const char *fuzz_file(const char *name, const uint8_t *data, size_t size) {
    static char path[200];
    char folder[100];
    snprintf(folder, sizeof folder, "/dev/shm/wmi_fuzz_%d", (int)getpid());
    mkdir(folder, 0700);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file))
        abort();
    return path;
}
