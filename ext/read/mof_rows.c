#include "read/mof_rows.h"
#include "mof/inherit.h"

#include <stdio.h>

static struct text literal(const char *text) {
    return (struct text){text, text ? strlen(text) : 0};
}

/* The text at that offset of the pool, or none. */
static struct text text_at(const struct read_mof_rows *rows, uint32_t offset) {
    return offset ? mof_text(rows->schema, offset) : (struct text){NULL, 0};
}

static bool says(const struct mof_qualifiers *qualifiers, enum mof_flag flag) {
    return qualifiers->yes >> flag & 1;
}

static bool denies(const struct mof_qualifiers *qualifiers, enum mof_flag flag) {
    return (qualifiers->said & ~qualifiers->yes) >> flag & 1;
}

/* As reports write them. */
static struct text type_text(struct mof_type type) {
    static const char *const names[][2] = {
        [MOF_BOOLEAN] = {"Boolean", "Boolean[]"},
        [MOF_CHAR16] = {"Char16", "Char16[]"},
        [MOF_DATETIME] = {"DateTime", "DateTime[]"},
        [MOF_OBJECT] = {"Object", "Object[]"},
        [MOF_REAL32] = {"Real32", "Real32[]"},
        [MOF_REAL64] = {"Real64", "Real64[]"},
        [MOF_REFERENCE] = {"Reference", "Reference[]"},
        [MOF_SINT8] = {"SInt8", "SInt8[]"},
        [MOF_SINT16] = {"SInt16", "SInt16[]"},
        [MOF_SINT32] = {"SInt32", "SInt32[]"},
        [MOF_SINT64] = {"SInt64", "SInt64[]"},
        [MOF_TEXT] = {"String", "String[]"},
        [MOF_UINT8] = {"UInt8", "UInt8[]"},
        [MOF_UINT16] = {"UInt16", "UInt16[]"},
        [MOF_UINT32] = {"UInt32", "UInt32[]"},
        [MOF_UINT64] = {"UInt64", "UInt64[]"},
        [MOF_VOID] = {"", ""},
    };
    return literal(names[type.kind][type.is_array]);
}

/* A property can be read unless it is denied, and be written where it is said. */
static struct text access_text(const struct mof_qualifiers *qualifiers) {
    bool reads = !denies(qualifiers, MOF_READ);
    if (says(qualifiers, MOF_WRITE))
        return literal(reads ? "Read/Write" : "Write");
    return literal(reads ? "Read" : NULL);
}

/* --- Texts --- */

static uint32_t first_of(uint32_t a, uint32_t b, uint32_t c) {
    return a ? a : b ? b : c;
}

/* Are the texts of the class's own file said to be English? */
static bool is_english(const struct mof_qualifiers *qualifiers) {
    return MOF_LANGUAGE(qualifiers->locale) == MOF_LOCALE_ENGLISH;
}

/* The labels that are served are English where there are any. */
static uint32_t labels_of(const struct mof_qualifiers *qualifiers) {
    const struct mof_texts *texts = qualifiers->texts;
    bool plain_is_english = is_english(qualifiers);
    uint32_t plain = texts[MOF_PLAIN].values, foreign = texts[MOF_FOREIGN].values;
    return first_of(texts[MOF_ENGLISH].values, plain_is_english ? plain : foreign,
                    plain_is_english ? foreign : plain);
}

/* --- Value maps --- */

/* Adds an entry; a label may be missing, a value not. */
static int add_entry(struct read_mof_rows *rows, struct text value, uint32_t label) {
    const struct builder_entry entry = {value, text_at(rows, label)};
    uint32_t index;
    return value.size ? array_append(&rows->entries, &entry, 1, sizeof entry, &index) : ERROR_NONE;
}

/* Labels without values stand for 0, 1, 2, ... */
static int number_labels(struct read_mof_rows *rows, const uint64_t *labels, size_t count) {
    char number[READ_MOF_DIGITS];
    uint32_t index;
    rows->numbers.count = 0;
    for (size_t i = 0; i < count; i++) {
        snprintf(number, sizeof number, "%u", (unsigned)i);
        TRY(array_append(&rows->numbers, number, 1, sizeof number, &index));
    }
    const char *numbers = rows->numbers.items;
    for (size_t i = 0; i < count; i++)
        TRY(add_entry(rows, literal(numbers + i * READ_MOF_DIGITS), (uint32_t)labels[i]));
    return ERROR_NONE;
}

/* Makes the entries of a value map and its labels, which belong together by their order. */
static int make_entries(struct read_mof_rows *rows, const struct mof_qualifiers *qualifiers) {
    size_t count, label_count;
    const uint64_t *map = mof_list(rows->schema, qualifiers->value_map, &count);
    const uint64_t *labels = mof_list(rows->schema, labels_of(qualifiers), &label_count);
    rows->entries.count = 0;
    if (!qualifiers->value_map)
        return number_labels(rows, labels, label_count);
    for (size_t i = 0; i < count; i++)
        TRY(add_entry(rows, text_at(rows, (uint32_t)map[i]),
                      i < label_count ? (uint32_t)labels[i] : 0));
    return ERROR_NONE;
}

/* --- Members --- */

/* The line to name for a member: its own where it stands in the file of the class. */
static uint32_t line_of(const struct mof_class *owner, struct mof_place place) {
    return place.file == owner->place.file ? place.line : owner->place.line;
}

static enum report_answer answer(const struct read_mof_rows *rows,
                                 const struct mof_qualifiers *qualifiers, enum mof_flag flag) {
    const struct mof_class *owner = rows->owner;
    /* A qualifier that does not stand there may be one of a class above that nobody declares. */
    if (!(qualifiers->said >> flag & 1) && !owner->is_known)
        return REPORT_NOT_KNOWN;
    return says(qualifiers, flag) ? REPORT_YES : REPORT_NO;
}

static int give_member(struct read_mof_rows *rows, uint32_t index) {
    const struct mof_member *member = mof_member_at(rows->schema, index);
    static const uint64_t here = 1;
    const struct mof_class *owner = rows->owner;
    const struct mof_qualifiers *qualifiers = &member->qualifiers;
    const struct mof_texts *texts = qualifiers->texts;
    struct builder_row row = {.line = line_of(owner, member->place),
                              .namespace_name = rows->namespace_name,
                              .class_name = rows->class_name,
                              .present = &here,
                              .known = &here,
                              .again = &rows->members[index]};
    /* A member is the same for all classes that inherit it. */
    if (rows->members[index])
        return builder_row(rows->builder, &row, rows->error);
    row.member = text_at(rows, member->name);
    row.deprecated = text_at(rows, qualifiers->deprecated);
    row.type = member->is_method ? literal("Method") : type_text(member->type);
    row.category = literal(member->is_method ? "Method" : "Property");
    row.access = member->is_method ? literal("Method") : access_text(qualifiers);
    row.description =
        text_at(rows, first_of(texts[MOF_FOREIGN].description, texts[MOF_ENGLISH].description,
                               texts[MOF_PLAIN].description));
    row.description_en =
        text_at(rows, first_of(texts[MOF_ENGLISH].description,
                               is_english(qualifiers) ? texts[MOF_PLAIN].description : 0, 0));
    if (!member->is_method) {
        row.key = answer(rows, qualifiers, MOF_KEY);
        TRY(make_entries(rows, qualifiers));
        row.entries = rows->entries.items;
        row.entry_count = rows->entries.count;
    }
    return builder_row(rows->builder, &row, rows->error);
}

/* --- Parameters --- */

static enum report_direction direction_of(const struct mof_qualifiers *qualifiers) {
    bool is_out = says(qualifiers, MOF_OUT);
    bool is_in = says(qualifiers, MOF_IN) || (!is_out && !denies(qualifiers, MOF_IN));
    if (is_out)
        return is_in ? REPORT_IN_OUT : REPORT_OUT;
    return REPORT_IN;
}

/* Gives what is the same of the return value and the parameters. */
static int give_parameter(struct read_mof_rows *rows, const struct mof_member *method,
                          const struct mof_qualifiers *qualifiers, struct mof_place place,
                          uint32_t *again, struct builder_parameter *parameter) {
    rows->entries.count = 0;
    if (!*again)
        TRY(make_entries(rows, qualifiers));
    parameter->again = again;
    parameter->line = line_of(rows->owner, place);
    parameter->namespace_name = rows->namespace_name;
    parameter->class_name = rows->class_name;
    parameter->method = text_at(rows, method->name);
    parameter->entries = rows->entries.items;
    parameter->entry_count = rows->entries.count;
    return builder_parameter(rows->builder, parameter, rows->error);
}

static int give_parameters(struct read_mof_rows *rows, uint32_t index) {
    const struct mof_member *method = mof_member_at(rows->schema, index);
    const struct mof_parameter *parameters = mof_parameters_of(rows->schema, method);
    uint32_t *again = rows->parameters + method->first_parameter;
    struct builder_parameter returned = {.parameter = literal("ReturnValue"),
                                         .direction = REPORT_RETURN,
                                         .type = type_text(method->type)};
    if (method->type.kind != MOF_VOID)
        TRY(give_parameter(rows, method, &method->qualifiers, method->place, &rows->returned[index],
                           &returned));
    for (uint32_t i = 0; i < method->parameter_count; i++) {
        struct builder_parameter given = {.position = i + 1,
                                          .parameter = text_at(rows, parameters[i].name),
                                          .direction = direction_of(&parameters[i].qualifiers),
                                          .type = type_text(parameters[i].type)};
        TRY(give_parameter(rows, method, &parameters[i].qualifiers, parameters[i].place, &again[i],
                           &given));
    }
    return ERROR_NONE;
}

/* --- Classes --- */

static int give_class(struct read_mof_rows *rows) {
    const struct mof_class *owner = rows->owner;
    const struct mof_qualifiers *qualifiers = &owner->qualifiers;
    const struct builder_class given = {
        .line = owner->place.line,
        .namespace_name = rows->namespace_name,
        .class_name = rows->class_name,
        .superclass = text_at(rows, owner->superclass),
        .is_abstract = says(qualifiers, MOF_ABSTRACT) ? REPORT_YES : REPORT_NO,
        .is_association = answer(rows, qualifiers, MOF_ASSOCIATION),
        .deprecated = text_at(rows, qualifiers->deprecated),
        .members = owner->is_known ? BUILDER_MEMBERS_ALL : BUILDER_MEMBERS_SOME};
    return builder_class(rows->builder, &given, rows->error);
}

int read_mof_class(struct read_mof_rows *rows, uint32_t class_index) {
    rows->owner = mof_class_at(rows->schema, class_index);
    rows->namespace_name = text_at(rows, rows->owner->key.namespace_name);
    rows->class_name = text_at(rows, rows->owner->name);
    const uint32_t *members = mof_members(rows->schema, rows->owner);
    TRY(give_class(rows));
    for (uint32_t i = 0; i < rows->owner->inherited_count; i++) {
        TRY(give_member(rows, members[i]));
        if (mof_member_at(rows->schema, members[i])->is_method)
            TRY(give_parameters(rows, members[i]));
    }
    return ERROR_NONE;
}

static uint32_t *alloc_numbers(size_t count) {
    uint32_t *numbers = memory_alloc((count + 1) * sizeof *numbers);
    if (numbers)
        memset(numbers, 0, (count + 1) * sizeof *numbers);
    return numbers;
}

int read_mof_rows_start(struct read_mof_rows *rows) {
    rows->members = alloc_numbers(rows->schema->members.count);
    rows->returned = alloc_numbers(rows->schema->members.count);
    rows->parameters = alloc_numbers(rows->schema->parameters.count);
    return rows->members && rows->returned && rows->parameters ? ERROR_NONE : ERROR_MEMORY;
}

void read_mof_rows_free(struct read_mof_rows *rows) {
    memory_free(rows->members);
    memory_free(rows->returned);
    memory_free(rows->parameters);
    array_free(&rows->entries);
    array_free(&rows->numbers);
}
