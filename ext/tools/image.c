#include "tools/image.h"

#include <inttypes.h>
#include <stdio.h>

/* The numbers of the head have 32 bits each up to here, and 64 from there on; there may be padding
** between. */
enum {
    NARROW_END = offsetof(struct report, namespaces) + sizeof(uint32_t),
    WIDE = offsetof(struct report, seed)
};

_Static_assert(WIDE - NARROW_END < sizeof(uint64_t), "the head has changed");
_Static_assert(sizeof(struct report) - WIDE == 7 * sizeof(uint64_t), "the head has changed");

static void print_narrow(const char *at, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t number;
        memcpy(&number, at + i * sizeof number, sizeof number);
        printf("%s%" PRIu32 ",", i % 16 ? " " : "\n    ", number);
    }
}

static void print_wide(const char *at, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint64_t number;
        memcpy(&number, at + i * sizeof number, sizeof number);
        printf("%sUINT64_C(%" PRIu64 "),", i % 4 ? " " : "\n    ", number);
    }
}

static void print_bytes(const char *at, size_t count) {
    for (size_t i = 0; i < count; i++)
        printf("%s%d,", i % 24 ? "" : "\n    ", (unsigned char)at[i]);
}

void image_print(const struct report *report) {
    const char *image = (const char *)report;
    size_t masks = (size_t)report->patterns.count * REPORT_MASKS * report->words;
    uint32_t rest = report->patterns.offset + (uint32_t)(masks * sizeof(uint64_t));
    printf("#pragma GCC diagnostic ignored \"-Wmissing-braces\"\n\n"
           "static const struct {\n"
           "    struct report head;\n"
           "    struct report_build builds[%" PRIu32 "];\n"
           "    struct report_build_slot build_slots[%" PRIu32 "];\n"
           "    struct report_kind kinds[%" PRIu32 "];\n"
           "    uint64_t patterns[%zu];\n"
           "    unsigned char rest[%" PRIu32 "];\n"
           "} image = {",
           report->builds.count, report->build_slots.count, report->kinds.count, masks,
           report->size - rest);
    print_narrow(image, NARROW_END / sizeof(uint32_t));
    print_wide(image + WIDE, (sizeof *report - WIDE) / sizeof(uint64_t));
    print_narrow(image + report->builds.offset,
                 report->builds.count * sizeof(struct report_build) / sizeof(uint32_t));
    print_narrow(image + report->build_slots.offset,
                 report->build_slots.count * sizeof(struct report_build_slot) / sizeof(uint32_t));
    print_narrow(image + report->kinds.offset,
                 report->kinds.count * sizeof(struct report_kind) / sizeof(uint32_t));
    print_wide(image + report->patterns.offset, masks);
    print_bytes(image + rest, report->size - rest);
    printf("\n};\n\n"
           "_Static_assert(sizeof image == %" PRIu32 ", \"the image has another layout here\");\n\n"
           "const struct report *builtin_report(void) {\n"
           "    return (const struct report *)(const void *)&image;\n}\n",
           report->size);
}
