/*
** Build-time program: data/wmi_builds.csv and the files of the default report → a C file that holds
** them as read-only data. The report goes through the same reader as users' files do; a fault in a
** file ends the build with file and line.
**
**   embed data/wmi_builds.csv data/wmi_members.csv data/wmi_classes.csv data/wmi_parameters.csv
*/
#include "base/memory.h"
#include "read/read.h"
#include "tools/image.h"
#include "tools/releases.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
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
        print_text(release->server_released);
        print_text(release->support_ends);
        printf("},\n");
    }
    printf("};\n\nconst struct release_list release_list = {releases, %zu};\n\n", list->count);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: embed BUILDS.csv MEMBERS.csv …\n");
        return 2;
    }
    struct error error = {0};
    struct releases_file file = {0};
    struct report *report = NULL;
    int code = releases_read(argv[1], &file, &error);
    if (code == ERROR_NONE) {
        code = read_report((const char *const *)argv + 2, (size_t)argc - 2, &file.list, NULL,
                           &report, &error);
    }
    if (code == ERROR_NONE) {
        printf("/* Written by ext/tools/embed.c from %s, %s and others. */\n", argv[1], argv[2]);
        printf("#include \"report/builtin.h\"\n#include \"release/list.h\"\n\n");
        print_releases(&file.list);
        image_print(report);
    }
    if (code != ERROR_NONE)
        fprintf(stderr, "embed: %s\n", error.message ? error.message : "out of memory");
    memory_free(report);
    memory_free(file.releases);
    error_clear(&error);
    if (fflush(stdout) || ferror(stdout)) {
        fprintf(stderr, "embed: cannot write the output\n");
        return 1;
    }
    return code == ERROR_NONE ? 0 : 1;
}
