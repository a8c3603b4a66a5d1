/*
** Build-time program: data/wmi_members.csv and data/wmi_builds.csv → a C file that holds them as
** read-only data. The report goes through the same reader as users' files do; a fault in either file
** ends the build with file and line.
**
** What is written serves little-endian and big-endian machines alike.
**
**   embed data/wmi_builds.csv data/wmi_members.csv > builtin.c
*/
#include "base/memory.h"
#include "read/read.h"
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
        printf("},\n");
    }
    printf("};\n\nconst struct release_list release_list = {releases, %zu};\n\n", list->count);
}

/* --- The image, for machines of either byte order --- */

/* The elements of an array are numbers of `width` bytes, or structs of such numbers. */
struct layout {
    size_t array; /* where struct report has it */
    size_t width; /* 1 for texts, which are the same on all machines */
};

#define LAYOUT(array, width)                                                                       \
    { offsetof(struct report, array), width }

static const struct layout layouts[] = {
    LAYOUT(patterns, 8),    LAYOUT(builds, 4),      LAYOUT(classes, 4), LAYOUT(members, 4),
    LAYOUT(definitions, 4), LAYOUT(kinds, 4),       LAYOUT(names, 4),   LAYOUT(bearers, 4),
    LAYOUT(runs, 4),        LAYOUT(value_maps, 4),  LAYOUT(entries, 4), LAYOUT(member_slots, 4),
    LAYOUT(name_slots, 4),  LAYOUT(build_slots, 4), LAYOUT(strings, 1),
};

enum {
    LAYOUTS = sizeof layouts / sizeof *layouts,
    NARROW = offsetof(struct report, available), /* 32 bits each before it, 64 from it on */
    ARRAYS = offsetof(struct report, strings) - offsetof(struct report, patterns),
};

/* Every array of the image has a row, and the numbers of its head are as NARROW says. */
_Static_assert(LAYOUTS == ARRAYS / sizeof(struct report_array) + 1, "an array lacks its layout");
_Static_assert(sizeof(struct report) - NARROW == 5 * sizeof(uint64_t), "the head has changed");

/* Reverses the bytes of each number from `start` to before `end`. */
static void reverse(unsigned char *start, const unsigned char *end, size_t width) {
    for (; start < end; start += width)
        for (size_t i = 0; i < width / 2; i++) {
            unsigned char held = start[i];
            start[i] = start[width - 1 - i];
            start[width - 1 - i] = held;
        }
}

static int by_offset(const void *a, const void *b) {
    const struct report_array *left = a, *right = b;
    return (left->offset > right->offset) - (left->offset < right->offset);
}

/* Makes of an image what a machine of the other byte order would have written. The arrays stand
** one behind the other, so that each ends where the next begins: that counts in what lies behind
** the counted elements, sentinels among it. */
static void reverse_image(unsigned char *image, const struct report *report) {
    struct report_array arrays[LAYOUTS]; /* where they start, and their width */
    for (size_t i = 0; i < LAYOUTS; i++) {
        memcpy(&arrays[i], (const char *)report + layouts[i].array, sizeof arrays[i]);
        arrays[i].count = (uint32_t)layouts[i].width;
    }
    qsort(arrays, LAYOUTS, sizeof *arrays, by_offset);
    for (size_t i = 0; i < LAYOUTS; i++)
        reverse(image + arrays[i].offset,
                image + (i + 1 < LAYOUTS ? arrays[i + 1].offset : report->size), arrays[i].count);
    reverse(image, image + NARROW, 4);
    reverse(image + NARROW, image + sizeof(struct report), 8);
}

/* Prints the image as the words that a machine of that byte order reads. */
static void print_words(const unsigned char *image, size_t size, bool big_endian) {
    for (size_t i = 0; i < size; i += 8) {
        uint64_t word = 0;
        for (size_t byte = 0; byte < 8 && i + byte < size; byte++)
            word |= (uint64_t)image[i + byte] << 8 * (big_endian ? 7 - byte : byte);
        printf("%s0x%" PRIx64 ",", i % 64 ? " " : "\n    ", word);
    }
}

/* Both images, of which the target's compiler takes its own: the machine that builds the extension
** need not be like the one that will run it. Returns an error code. */
static int print_image(const struct report *report) {
    const uint32_t one = 1;
    unsigned char *reversed = memory_alloc(report->size);
    if (!reversed)
        return ERROR_MEMORY;
    memcpy(reversed, report, report->size);
    reverse_image(reversed, report);
    const unsigned char *own = (const unsigned char *)report;
    bool big_endian = *(const unsigned char *)&one == 0;
    printf("const uint64_t builtin_image[] = {\n"
           "#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__");
    print_words(big_endian ? own : reversed, report->size, true);
    printf("\n#else");
    print_words(big_endian ? reversed : own, report->size, false);
    printf("\n#endif\n};\n");
    memory_free(reversed);
    return ERROR_NONE;
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
        code = print_image(report);
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
