#include "builder/columns.h"
#include "report/slots.h"

/* A new column of that many zeros. NULL without memory. */
static uint32_t *add(struct layout *layout, struct report_column *column, size_t count) {
    uint32_t *numbers = memory_alloc((count + 1) * sizeof *numbers);
    if (!numbers)
        return NULL;
    assert(layout->column_count < LAYOUT_COLUMNS_MAX);
    memset(numbers, 0, (count + 1) * sizeof *numbers);
    layout->columns[layout->column_count++] =
        (struct layout_column){column, numbers, (uint32_t)count};
    return numbers;
}

/* Where the columns of an array of structs come from. */
struct field {
    struct report_column *column;
    size_t offset; /* of a uint32_t in the struct */
};

/* A column for each of the fields of `count` structs of `size` bytes. */
static int add_fields(struct layout *layout, const void *items, size_t count, size_t size,
                      const struct field *fields, size_t field_count) {
    for (size_t field = 0; field < field_count; field++) {
        uint32_t *numbers = add(layout, fields[field].column, count);
        if (!numbers)
            return ERROR_MEMORY;
        for (size_t i = 0; i < count; i++)
            memcpy(&numbers[i], (const char *)items + i * size + fields[field].offset,
                   sizeof *numbers);
    }
    return ERROR_NONE;
}

#define ADD_FIELDS(layout, items, count, type, fields)                                             \
    add_fields(layout, items, count, sizeof(type), fields, sizeof(fields) / sizeof *(fields))

/* --- Classes and members --- */

static int add_classes(struct layout *layout) {
    const struct merged *merged = layout->merged;
    const struct builder *builder = layout->builder;
    const struct merged_class *classes = merged->classes.items;
    struct report_class_columns *columns = &layout->head.classes;
    const struct field fields[] = {
        {&columns->name, offsetof(struct merged_class, name)},
        {&columns->first_member, offsetof(struct merged_class, first_member)},
        {&columns->end_member, offsetof(struct merged_class, end_member)},
        {&columns->superclass, offsetof(struct merged_class, superclass)},
        {&columns->deprecated, offsetof(struct merged_class, deprecated)},
    };
    columns->count = (uint32_t)merged->classes.count;
    TRY(ADD_FIELDS(layout, classes, columns->count, struct merged_class, fields));
    uint32_t *texts = add(layout, &columns->text, columns->count);
    uint32_t *namespaces = texts ? add(layout, &columns->namespace_name, columns->count) : NULL;
    uint32_t *traits = namespaces ? add(layout, &columns->traits, columns->count) : NULL;
    if (!traits)
        return ERROR_MEMORY;
    for (uint32_t i = 0; i < columns->count; i++) {
        texts[i] = class_spelling(builder, classes[i].spelling).text;
        if (classes[i].namespace_name) {
            uint32_t spelling = merged->namespaces.sorted[classes[i].namespace_name - 1];
            namespaces[i] = spelling_at(&builder->namespaces, spelling).text;
        }
        traits[i] = classes[i].is_abstract * REPORT_ANSWERS + classes[i].is_association;
        if (i && classes[i].name == classes[i - 1].name)
            layout->head.odd_names |= REPORT_NAMESAKES;
    }
    layout->head.namespaces = (uint32_t)builder->namespaces.names.count;
    return ERROR_NONE;
}

static int add_members(struct layout *layout) {
    const struct merged *merged = layout->merged;
    struct report_member_columns *columns = &layout->head.members;
    struct report_definition_columns *definitions = &layout->head.definitions;
    struct report_details_columns *details = &layout->head.details;
    const struct field member_fields[] = {
        {&columns->class_index, offsetof(struct merged_member, class_index)},
        {&columns->definition, offsetof(struct merged_member, definition)},
        {&columns->pattern, offsetof(struct merged_member, pattern)},
    };
    const struct field definition_fields[] = {
        {&definitions->text, offsetof(struct merged_definition, text)},
        {&definitions->name, offsetof(struct merged_definition, name)},
        {&definitions->kind, offsetof(struct merged_definition, kind)},
        {&definitions->details, offsetof(struct merged_definition, details)},
    };
    const struct field detail_fields[] = {
        {&details->description, offsetof(struct report_details, description)},
        {&details->description_en, offsetof(struct report_details, description_en)},
        {&details->value_map, offsetof(struct report_details, value_map)},
        {&details->map_stood, offsetof(struct report_details, map_stood)},
        {&details->signature, offsetof(struct report_details, signature)},
    };
    columns->count = (uint32_t)merged->members.count;
    definitions->count = (uint32_t)merged->definitions.items.count;
    details->count = (uint32_t)merged->details.items.count;
    TRY(ADD_FIELDS(layout, merged->members.items, columns->count, struct merged_member,
                   member_fields));
    TRY(ADD_FIELDS(layout, merged->definitions.items.items, definitions->count,
                   struct merged_definition, definition_fields));
    return ADD_FIELDS(layout, merged->details.items.items, details->count, struct report_details,
                      detail_fields);
}

static int add_runs(struct layout *layout) {
    const struct merged_member *members = layout->merged->members.items;
    struct report_run_columns *columns = &layout->head.runs;
    uint32_t count = layout->head.members.count, run = 0;
    for (uint32_t i = 0; i < count; i++)
        columns->count += i == 0 || members[i].pattern != members[i - 1].pattern;
    uint32_t *first = add(layout, &columns->first_member, columns->count + (size_t)1);
    uint32_t *patterns = first ? add(layout, &columns->pattern, columns->count + (size_t)1) : NULL;
    if (!patterns)
        return ERROR_MEMORY;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || members[i].pattern != members[i - 1].pattern) {
            first[run] = i;
            patterns[run++] = members[i].pattern;
        }
    first[run] = count;
    return ERROR_NONE;
}

/* --- Names --- */

/* A hash index for that many elements. NULL without memory. */
static uint32_t *add_slots(struct layout *layout, struct report_slot_columns *slots,
                           uint32_t count) {
    slots->count = slots_capacity(count);
    slots->index_mask = slots_index_mask(count);
    return add(layout, &slots->slot, slots->count);
}

static const char *name_text(const struct layout *layout, uint32_t rank) {
    return spelling_text(layout->builder, layout->merged->names.sorted[rank]);
}

/* The hash index over (class, member): of namesakes the first stands in it. */
static int add_member_slots(struct layout *layout, const uint64_t *hashes) {
    const struct merged_member *members = layout->merged->members.items;
    struct report_slot_columns *slots = &layout->head.member_slots;
    uint32_t *numbers = add_slots(layout, slots, layout->head.members.count);
    if (!numbers)
        return ERROR_MEMORY;
    for (uint32_t i = 0; i < layout->head.members.count; i++) {
        if (i && members[i].name == members[i - 1].name &&
            members[i].class_name == members[i - 1].class_name)
            continue;
        slots_put(numbers, slots->count, slots->index_mask,
                  slots_member_hash(hashes[members[i].class_name], hashes[members[i].name]), i);
    }
    return ERROR_NONE;
}

/* Where the members of each name stand: grouped by name, ascending. */
static int add_bearers(struct layout *layout) {
    const struct merged_member *members = layout->merged->members.items;
    uint32_t count = layout->head.members.count, names = layout->head.names.count;
    uint32_t *first = add(layout, &layout->head.names.first_bearer, names + (size_t)1);
    uint32_t *bearers = first ? add(layout, &layout->head.bearers.member, count) : NULL;
    if (!bearers)
        return ERROR_MEMORY;
    layout->head.bearers.count = count;
    for (uint32_t i = 0; i < count; i++)
        first[members[i].name + 1]++;
    for (uint32_t i = 0; i < names; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < count; i++)
        bearers[first[members[i].name]++] = i;
    /* Each has moved on to the next one's start. */
    memmove(first + 1, first, names * sizeof *first);
    first[0] = 0;
    return ERROR_NONE;
}

static int fill_names(struct layout *layout, uint64_t *hashes) {
    const struct merged *merged = layout->merged;
    const struct merged_class *classes = merged->classes.items;
    struct report_name_columns *columns = &layout->head.names;
    struct report_slot_columns *slots = &layout->head.name_slots;
    uint32_t *texts = add(layout, &columns->text, columns->count);
    uint32_t *class_indexes = texts ? add(layout, &columns->class_index, columns->count) : NULL;
    uint32_t *numbers = class_indexes ? add_slots(layout, slots, columns->count) : NULL;
    if (!numbers)
        return ERROR_MEMORY;
    for (uint32_t i = 0; i < columns->count; i++) {
        const char *text = name_text(layout, i);
        texts[i] = class_spelling(layout->builder, merged->names.sorted[i]).text;
        hashes[i] = text_hash_nocase(layout->head.seed, text, strlen(text));
        slots_put(numbers, slots->count, slots->index_mask, hashes[i], i);
    }
    for (uint32_t i = layout->head.classes.count; i-- > 0;)
        class_indexes[classes[i].name] = i + 1;
    TRY(add_bearers(layout));
    return add_member_slots(layout, hashes);
}

static int add_names(struct layout *layout) {
    layout->head.names.count = layout->merged->names.count;
    uint64_t *hashes = memory_alloc((layout->head.names.count + (size_t)1) * sizeof *hashes);
    int code = hashes ? fill_names(layout, hashes) : ERROR_MEMORY;
    memory_free(hashes);
    return code;
}

/* --- Value maps and parameters --- */

/* A column of where each run starts, `each` words to an element, with an end behind the last. */
static int add_starts(struct layout *layout, struct report_column *column,
                      const struct unique_runs *runs, uint32_t each) {
    const struct unique_run *all = runs->runs.items;
    uint32_t *first = add(layout, column, runs->runs.count + 1);
    if (!first)
        return ERROR_MEMORY;
    for (size_t i = 0; i < runs->runs.count; i++)
        first[i] = all[i].first / each;
    first[runs->runs.count] = (uint32_t)(runs->words.count / each);
    return ERROR_NONE;
}

static int add_value_maps(struct layout *layout) {
    const struct unique_runs *maps = &layout->builder->value_maps;
    const uint64_t *words = maps->words.items;
    struct report_entry_columns *columns = &layout->head.entries;
    layout->head.value_maps.count = (uint32_t)maps->runs.count;
    columns->count = (uint32_t)maps->words.count;
    TRY(add_starts(layout, &layout->head.value_maps.first_entry, maps, 1));
    uint32_t *values = add(layout, &columns->value, columns->count);
    uint32_t *labels = values ? add(layout, &columns->label, columns->count) : NULL;
    if (!labels)
        return ERROR_MEMORY;
    for (uint32_t i = 0; i < columns->count; i++) {
        values[i] = (uint32_t)words[i];
        labels[i] = (uint32_t)(words[i] >> 32);
    }
    return ERROR_NONE;
}

static int add_parameters(struct layout *layout) {
    const struct unique_runs *runs = &layout->merged->signatures.runs;
    struct report_parameter_columns *columns = &layout->head.parameters;
    const struct field fields[] = {
        {&columns->name, offsetof(struct signature_parameter, name)},
        {&columns->kind, offsetof(struct signature_parameter, kind)},
        {&columns->position, offsetof(struct signature_parameter, position)},
        {&columns->value_map, offsetof(struct signature_parameter, value_map)},
    };
    layout->head.signatures.count = (uint32_t)runs->runs.count;
    columns->count = (uint32_t)(runs->words.count / SIGNATURE_WORDS);
    TRY(add_starts(layout, &layout->head.signatures.first_parameter, runs, SIGNATURE_WORDS));
    const struct array *kinds = &layout->merged->signatures.kinds.items;
    struct report_parameter_kind_columns *kind_columns = &layout->head.parameter_kinds;
    const struct field kind_fields[] = {
        {&kind_columns->type, offsetof(struct parameter_kind, type)},
        {&kind_columns->direction, offsetof(struct parameter_kind, direction)},
    };
    kind_columns->count = (uint32_t)kinds->count;
    TRY(ADD_FIELDS(layout, kinds->items, kind_columns->count, struct parameter_kind, kind_fields));
    return ADD_FIELDS(layout, runs->words.items, columns->count, struct signature_parameter,
                      fields);
}

int layout_columns(struct layout *layout) {
    TRY(add_classes(layout));
    TRY(add_members(layout));
    TRY(add_runs(layout));
    TRY(add_names(layout));
    TRY(add_value_maps(layout));
    return add_parameters(layout);
}
