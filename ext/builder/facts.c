/* What sources say besides rows of members: of classes, and of the parameters of methods. */
#include "builder/rows.h"

/* --- Classes --- */

static int add_class(struct builder *builder, const struct builder_class *named) {
    struct class_fact fact = {.is_abstract = (uint32_t)named->is_abstract,
                              .is_association = (uint32_t)named->is_association,
                              .members = (uint32_t)named->members,
                              .source = (uint32_t)builder->sources.count - 1};
    uint32_t index;
    TRY(rows_namespace(builder, named->namespace_name, &fact.namespace_spelling));
    TRY(rows_class(builder, named->class_name, &fact.class_spelling));
    TRY(pool_text(&builder->pool, named->superclass, &fact.superclass));
    TRY(pool_text(&builder->pool, named->deprecated, &fact.deprecated));
    builder->has_all_members |= named->members == BUILDER_MEMBERS_ALL;
    return array_append(&builder->facts, &fact, 1, sizeof fact, &index);
}

int builder_class(struct builder *builder, const struct builder_class *named, struct error *error) {
    assert(builder->sources.count);
    return rows_explain(builder, add_class(builder, named), error);
}

/* --- Parameters --- */

/* The method of a parameter. One that is new gets a row without cells, so that it is a member
** whether or not another row names it. */
static int add_method(struct builder *builder, const struct builder_parameter *parameter,
                      uint32_t *index) {
    struct pool *pool = &builder->pool;
    uint32_t namespace_spelling, class_name, method;
    TRY(rows_namespace(builder, parameter->namespace_name, &namespace_spelling));
    TRY(rows_class(builder, parameter->class_name, &class_name));
    TRY(spellings_add(&builder->spellings, pool, parameter->method, &method));
    struct method_key key = {.class_name = class_spelling(builder, class_name).name,
                             .name = class_spelling(builder, method).name};
    if (namespace_spelling)
        key.namespace_name = spelling_at(&builder->namespaces, namespace_spelling - 1).name + 1;
    TRY(unique_add(&builder->methods, &key, sizeof key, index));
    if (*index < builder->method_sources.count)
        return ERROR_NONE;

    struct report_kind kind = {.type = 0};
    const struct text word = {"Method", 6};
    struct definition definition = {.spelling = method};
    struct row row = {.namespace_spelling = namespace_spelling,
                      .class_spelling = class_name,
                      .cells = ROWS_NO_CELLS,
                      .method = *index + 1,
                      .line = row_line(parameter->line)};
    uint32_t source = (uint32_t)builder->sources.count - 1, added;
    TRY(pool_text(pool, word, &kind.type));
    kind.category = kind.type;
    TRY(unique_add(&builder->kinds, &kind, sizeof kind, &definition.kind));
    TRY(unique_add(&builder->definitions, &definition, sizeof definition, &row.definition));
    TRY(array_append(&builder->rows, &row, 1, sizeof row, &added));
    return array_append(&builder->method_sources, &source, 1, sizeof source, &added);
}

static int add_parameter(struct builder *builder, const struct builder_parameter *parameter) {
    struct parameter stored = {.position = parameter->position,
                               .direction = (uint32_t)parameter->direction,
                               .source = (uint32_t)builder->sources.count - 1,
                               .line = row_line(parameter->line)};
    uint32_t index;
    TRY(add_method(builder, parameter, &stored.method));
    /* Of the sources that describe a method the first counts. */
    if (((const uint32_t *)builder->method_sources.items)[stored.method] != stored.source)
        return ERROR_NONE;
    if (parameter->again && *parameter->again) {
        const struct parameter *parameters = builder->parameters.items;
        const struct parameter *first = &parameters[*parameter->again - 1];
        stored.name = first->name;
        stored.type = first->type;
        stored.value_map = first->value_map;
    } else {
        TRY(pool_text(&builder->pool, parameter->parameter, &stored.name));
        TRY(pool_text(&builder->pool, parameter->type, &stored.type));
        TRY(rows_value_map(builder, parameter->entries, parameter->entry_count, &stored.value_map));
    }
    TRY(array_append(&builder->parameters, &stored, 1, sizeof stored, &index));
    if (parameter->again)
        *parameter->again = index + 1;
    return ERROR_NONE;
}

int builder_parameter(struct builder *builder, const struct builder_parameter *parameter,
                      struct error *error) {
    assert(builder->sources.count);
    assert(parameter->position <= BUILDER_POSITION_MAX);
    return rows_explain(builder, add_parameter(builder, parameter), error);
}
