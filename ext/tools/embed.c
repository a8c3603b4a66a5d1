/*
** Build-time program: data/wmi_members.csv and data/wmi_builds.csv → a C file that holds them as
** read-only data. The report goes through the same reader as users' files do; a fault in either file
** ends the build with file and line.
**
**   embed data/wmi_builds.csv data/wmi_members.csv > builtin.c
*/
#include "base/memory.h"
#include "read/read.h"
#include "tools/releases.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes a text of a release as a C string. */
static void print_text(const char *text) {
    printf(", \"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void print_releases(const struct release_list *list) {
    printf("static const struct release releases[] = {\n");
    for (size_t i = 0; i < list->count; i++) {
        const struct release *release = &list->releases[i];
        printf("    {%" PRIu32 ", %" PRIu32, release->build, release->core);
        print_text(release->version);
        print_text(release->client);
        print_text(release->server);
        print_text(release->released);
        printf("},\n");
    }
    printf("};\n\nconst struct release_list release_list = {releases, %zu};\n\n", list->count);
}

static void print_image(const struct report *report) {
    const char *bytes = (const char *)report;
    printf("const uint64_t builtin_image[] = {");
    for (uint32_t i = 0; i < report->size; i += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, report->size - i < 8 ? report->size - i : 8);
        printf("%s0x%" PRIx64 ",", i % 64 ? " " : "\n    ", word);
    }
    printf("\n};\n");
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: embed BUILDS.csv MEMBERS.csv\n");
        return 2;
    }
    struct error error = {0};
    struct releases_file file = {0};
    struct report *report = NULL;
    int code = releases_read(argv[1], &file, &error);
    if (code == ERROR_NONE) {
        const char *paths[] = {argv[2]};
        code = read_report(paths, 1, &file.list, NULL, &report, &error);
    }
    if (code == ERROR_NONE) {
        printf("/* Written by ext/tools/embed.c from %s and %s. */\n", argv[1], argv[2]);
        printf("#include \"report/builtin.h\"\n#include \"release/release.h\"\n\n");
        print_releases(&file.list);
        print_image(report);
    } else {
        fprintf(stderr, "embed: %s\n", error.message ? error.message : "out of memory");
    }
    memory_free(report);
    memory_free(file.releases);
    error_clear(&error);
    if (fflush(stdout) || ferror(stdout)) {
        fprintf(stderr, "embed: cannot write the output\n");
        return 1;
    }
    return code == ERROR_NONE ? 0 : 1;
}
