/* What MOF files declare, taken together → sources of the builder. */
#include "base/order.h"
#include "base/quote.h"
#include "mof/inherit.h"
#include "read/collection.h"
#include "read/mof_private.h"
#include "read/mof_rows.h"

#include <stdlib.h>

/* What is handed over. */
struct finish {
    struct read_mof *mof;
    const struct poll *poll;
    struct error *error;
    struct array order; /* struct place_in_order */
};

static const struct read_mof_file *file_at(const struct read_mof *mof, uint32_t file) {
    return (const struct read_mof_file *)mof->files.items + file;
}

/* --- Included files --- */

struct file_key {
    const struct read_mof *mof;
    uint32_t build;
    struct text name;
};

static bool is_file(const void *context, uint32_t index) {
    const struct file_key *key = context;
    const struct read_mof_file *file = file_at(key->mof, index);
    struct text name = collection_file(file->path);
    return file->build == key->build && name.size == key->name.size &&
           text_equal_nocase(name.text, key->name.text, name.size);
}

static uint64_t file_hash(const struct file_key *key) {
    return text_hash_nocase(key->mof->seed, key->name.text, key->name.size);
}

/* Each file that one includes must be among those of its build, in whatever folder. */
static int check_includes(const struct finish *finish, struct index_set *files) {
    const struct mof_schema *schema = &finish->mof->schema;
    const struct mof_include *includes = schema->includes.items;
    for (uint32_t i = 0; i < finish->mof->files.count; i++) {
        const struct read_mof_file *file = file_at(finish->mof, i);
        const struct file_key key = {finish->mof, file->build, collection_file(file->path)};
        if (index_set_find(files, file_hash(&key), is_file, &key) == UINT32_MAX)
            TRY(index_set_add(files, file_hash(&key), i));
    }
    for (size_t i = 0; i < schema->includes.count; i++) {
        const struct file_key key = {finish->mof,
                                     file_at(finish->mof, includes[i].place.file)->build,
                                     mof_text(schema, includes[i].name)};
        const struct mof_fault fault = {.place = includes[i].place,
                                        .subject = "the file ",
                                        .found = key.name,
                                        .expected = "it among the files that are loaded with this "
                                                    "one"};
        if (index_set_find(files, file_hash(&key), is_file, &key) == UINT32_MAX)
            return read_mof_fault(finish->mof, ERROR_INPUT, &fault, finish->error);
    }
    return ERROR_NONE;
}

/* --- Whole folders --- */

static bool is_letter_at(struct text text, size_t at) {
    return at < text.size && is_letter(text.text[at]);
}

static bool has_word(struct text text, const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= text.size; i++)
        if (text_equal_nocase(text.text + i, word, size) && !is_letter_at(text, i + size) &&
            !(i && is_letter_at(text, i - 1)))
            return true;
    return false;
}

/* Is it the folder that the file is in, as the user has named it? */
static bool is_folder_of(const char *folder, const char *path) {
    struct text name = collection_file(path);
    size_t size = (size_t)(name.text - path), given = strlen(folder);
    return (size == given || size == given + 1) && strncmp(folder, path, given) == 0;
}

/* Notes the files of folders that are said to be whole; those of one folder are of one build. */
static int find_whole(const struct finish *finish, const char *const *paths, size_t count) {
    struct read_mof_file *files = finish->mof->files.items;
    struct quote_path other;
    for (size_t i = 0; i < count; i++) {
        const struct read_mof_file *first = NULL;
        for (size_t j = 0; j < finish->mof->files.count; j++) {
            struct read_mof_file *file = &files[j];
            if (!is_folder_of(paths[i], file->path) ||
                !has_word(collection_folder(file->path), "whole"))
                continue;
            file->is_whole = true;
            first = first ? first : file;
            if (file->build != first->build)
                return error_set(finish->error, ERROR_INPUT,
                                 "%s: found a file of build %u in a folder that is said to be "
                                 "whole, expected one of build %u as %s is",
                                 file->path, (unsigned)file->build, (unsigned)first->build,
                                 quote_path(&other, first->path));
        }
    }
    return ERROR_NONE;
}

/* --- Classes --- */

/* The newest build first, and then as the files were read. */
struct place_in_order {
    uint32_t build, file, class_index;
};

static int by_place(const void *a, const void *b) {
    const struct place_in_order *left = a, *right = b;
    int order = order_descending(&left->build, &right->build);
    if (!order)
        order = order_ascending(&left->file, &right->file);
    return order ? order : order_ascending(&left->class_index, &right->class_index);
}

/* Notes that all members of a class were gone through. */
static int worked(const struct finish *finish, uint32_t class_index) {
    const struct mof_class *class_at = mof_class_at(&finish->mof->schema, class_index);
    return read_mof_worked(finish->mof, READ_MOF_MEMBER * ((size_t)class_at->inherited_count + 1),
                           finish->poll);
}

/* Finds what each class inherits, and in what order they are handed over. */
static int order_classes(struct finish *finish) {
    struct mof_schema *schema = &finish->mof->schema;
    struct mof_fault fault;
    TRY(mof_inherit_start(schema));
    for (uint32_t i = 0; i < schema->classes.count; i++) {
        const struct mof_class *class_at = mof_class_at(schema, i);
        if (!class_at->is_declared || class_at->key.amends)
            continue;
        int code = mof_inherit(schema, i, &fault);
        if (code != ERROR_NONE)
            return read_mof_fault(finish->mof, code, &fault, finish->error);
        TRY(worked(finish, i));
        const struct place_in_order place = {class_at->key.group, class_at->place.file, i};
        uint32_t index;
        TRY(array_append(&finish->order, &place, 1, sizeof place, &index));
    }
    if (finish->order.count)
        qsort(finish->order.items, finish->order.count, sizeof(struct place_in_order), by_place);
    return ERROR_NONE;
}

static int hand_over(struct finish *finish, struct builder *builder) {
    struct read_mof_rows rows = {
        .schema = &finish->mof->schema, .builder = builder, .error = finish->error};
    const struct place_in_order *order = finish->order.items;
    int code = read_mof_rows_start(&rows);
    for (size_t i = 0; i < finish->order.count && code == ERROR_NONE; i++) {
        const struct read_mof_file *file = file_at(finish->mof, order[i].file);
        if (!i || order[i].file != order[i - 1].file)
            code =
                builder_source(builder, file->path, &file->build, 1, file->is_whole, finish->error);
        if (code == ERROR_NONE)
            code = read_mof_class(&rows, order[i].class_index);
        if (code == ERROR_NONE)
            code = worked(finish, order[i].class_index);
    }
    read_mof_rows_free(&rows);
    return code;
}

int read_mof_finish(struct read_mof *mof, struct builder *builder, const char *const *paths,
                    size_t count, const struct poll *poll, struct error *error) {
    struct finish finish = {.mof = mof, .poll = poll, .error = error};
    struct index_set files = {0};
    if (!mof->files.count)
        return ERROR_NONE;
    int code = check_includes(&finish, &files);
    if (code == ERROR_NONE)
        code = find_whole(&finish, paths, count);
    if (code == ERROR_NONE)
        code = order_classes(&finish);
    if (code == ERROR_NONE)
        code = hand_over(&finish, builder);
    index_set_free(&files);
    array_free(&finish.order);
    return read_mof_explain(code, paths[0], error);
}
