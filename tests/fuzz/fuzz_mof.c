/*
** Any text as MOF files, a form feed between two. What is accepted has to be a schema whose every
** list leads somewhere, in which a class has each member once and all of those above it, and the
** same one if the files come in another order. Under the first byte's odd half the files are read
** from disk, too.
*/
#include "fuzz.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "mof/inherit.h"
#include "mof/parser.h"
#include "read/read.h"
#include "release/release.h"

#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 4 };

static void need(int holds) {
    if (!holds)
        abort();
}

/* The texts of the files, each in a block of its size: reading beyond it is seen. */
struct files {
    char *texts[FILES_MAX];
    size_t sizes[FILES_MAX];
    uint32_t count;
};

static struct files split(const char *text, size_t size) {
    struct files files = {.count = 0};
    const char *end = text + size;
    do {
        const char *feed = memchr(text, '\f', (size_t)(end - text));
        bool last = !feed || files.count == FILES_MAX - 1;
        size_t length = (size_t)((last ? end : feed) - text);
        char *copy = malloc(length + 1);
        need(copy != NULL);
        memcpy(copy, text, length);
        copy[length] = '\0';
        files.texts[files.count] = copy;
        files.sizes[files.count++] = length;
        text = last ? NULL : feed + 1;
    } while (text);
    return files;
}

static int make(struct mof_schema *schema, const struct files *files, bool backwards,
                struct mof_fault *fault) {
    struct mof_parser parser = {0};
    int code = mof_schema_start(schema, 1);
    for (uint32_t i = 0; i < files->count && code == ERROR_NONE; i++) {
        uint32_t file = backwards ? files->count - 1 - i : i;
        bool more = true;
        code = mof_parser_start(&parser, schema, 1, file,
                                (struct text){files->texts[file], files->sizes[file]}, fault);
        while (code == ERROR_NONE && more)
            code = mof_parser_next(&parser, &more);
    }
    mof_parser_free(&parser);
    if (code == ERROR_NONE)
        code = mof_inherit_start(schema);
    for (uint32_t i = 0; i < schema->classes.count && code == ERROR_NONE; i++)
        if (mof_class_at(schema, i)->is_declared)
            code = mof_inherit(schema, i, fault);
    return code;
}

/* Has the class the member, once? */
static bool has_once(const struct mof_schema *schema, const struct mof_class *class_at,
                     uint32_t name) {
    struct text wanted = mof_text(schema, name);
    size_t found = 0;
    for (uint32_t i = 0; i < class_at->inherited_count; i++) {
        uint32_t member = mof_members(schema, class_at)[i];
        struct text text = mof_text(schema, mof_member_at(schema, member)->name);
        found += text.size == wanted.size && text_equal_nocase(text.text, wanted.text, text.size);
    }
    return found == 1;
}

static void check_list(const struct mof_schema *schema, uint32_t list) {
    size_t count;
    const uint64_t *texts = mof_list(schema, list, &count);
    for (size_t i = 0; i < count; i++)
        need(texts[i] < schema->pool.strings.count);
}

static void check_class(const struct mof_schema *schema, const struct mof_class *class_at) {
    const struct mof_class *parent =
        class_at->parent == MOF_NONE ? NULL : mof_class_at(schema, class_at->parent);
    need(class_at->depth >= 1 && class_at->depth <= MOF_DEPTH_MAX);
    need(!parent || class_at->depth == parent->depth + 1);
    need(parent || class_at->is_known == !class_at->superclass);
    for (uint32_t i = 0; i < class_at->inherited_count; i++) {
        const struct mof_member *member = mof_member_at(schema, mof_members(schema, class_at)[i]);
        need(member->is_declared && has_once(schema, class_at, member->name));
        check_list(schema, member->qualifiers.value_map);
        for (int language = 0; language < MOF_LANGUAGES; language++)
            check_list(schema, member->qualifiers.texts[language].values);
    }
    for (uint32_t i = 0; parent && i < parent->inherited_count; i++)
        need(has_once(schema, class_at,
                      mof_member_at(schema, mof_members(schema, parent)[i])->name));
    for (uint32_t i = class_at->first_member; i != MOF_NONE; i = mof_member_at(schema, i)->next)
        need(has_once(schema, class_at, mof_member_at(schema, i)->name));
}

/* What does not depend on the order of the files. */
struct sum {
    size_t classes, members, known;
};

static struct sum check(const struct mof_schema *schema) {
    struct sum sum = {0, 0, 0};
    for (uint32_t i = 0; i < schema->classes.count; i++) {
        const struct mof_class *class_at = mof_class_at(schema, i);
        if (!class_at->is_declared)
            continue;
        check_class(schema, class_at);
        sum.classes++;
        sum.members += class_at->inherited_count;
        sum.known += class_at->is_known;
    }
    return sum;
}

static void check_fault(const struct files *files, const struct mof_fault *fault) {
    need(fault->place.file < files->count && fault->place.line >= 1 && fault->place.column >= 1);
    need(fault->place.column <= files->sizes[fault->place.file] + 1);
    need(utf8_valid(fault->found.text, fault->found.size) == fault->found.size);
    need(fault->subject && fault->expected);
}

static void load(const char *text, size_t size, bool accepted) {
    const char *path = fuzz_file("26100.mof", (const uint8_t *)text, size);
    struct report *report = NULL;
    struct error error = {0};
    int code = read_report(&path, 1, &release_list, NULL, &report, &error);
    need((code == ERROR_NONE) == (report != NULL));
    need((code != ERROR_NONE) == (error.message != NULL));
    need(accepted || !report);
    memory_free(report);
    error_clear(&error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size || utf8_valid((const char *)data + 1, size - 1) != size - 1)
        return 0;
    if (size > 3 && memcmp(data + 1, "\xef\xbb\xbf", 3) == 0)
        return 0; /* a byte order mark, which is no part of the text */
    struct files files = split((const char *)data + 1, size - 1);
    struct mof_schema schema = {0}, other = {0};
    struct mof_fault fault = {{0}, NULL, {NULL, 0}, NULL, {NULL, 0}, {0}};
    int code = make(&schema, &files, false, &fault);
    need(code == ERROR_NONE || code == ERROR_INPUT);
    struct sum sum = {0, 0, 0};
    if (code == ERROR_NONE)
        sum = check(&schema);
    else
        check_fault(&files, &fault);
    int other_code = make(&other, &files, true, &fault);
    /* Only what a file takes back depends on what stands before it. */
    bool deletes = false;
    for (uint32_t i = 0; i < files.count; i++)
        deletes |= strstr(files.texts[i], "#") != NULL;
    need(deletes || other_code == code);
    if (code == ERROR_NONE && !deletes) {
        struct sum others = check(&other);
        need(memcmp(&sum, &others, sizeof sum) == 0);
    }
    if (data[0] % 2 && files.count == 1)
        load(files.texts[0], files.sizes[0], code == ERROR_NONE);
    mof_schema_free(&schema);
    mof_schema_free(&other);
    for (uint32_t i = 0; i < files.count; i++)
        free(files.texts[i]);
    return 0;
}
