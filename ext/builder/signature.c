#include "builder/signature.h"
#include "base/quote.h"

#include <stdlib.h>

/* By method, then by position, then as they were read. */
static int by_position(const void *a, const void *b) {
    const struct parameter *left = a, *right = b;
    if (left->method != right->method)
        return left->method < right->method ? -1 : 1;
    if (left->position != right->position)
        return left->position < right->position ? -1 : 1;
    return (left->line > right->line) - (left->line < right->line);
}

static int store(struct signatures *signatures, const struct parameter *parameter,
                 struct signature_parameter *stored) {
    const struct parameter_kind kind = {parameter->type, parameter->direction};
    *stored = (struct signature_parameter){.name = parameter->name,
                                           .position = parameter->position,
                                           .value_map = parameter->value_map};
    return unique_add(&signatures->kinds, &kind, sizeof kind, &stored->kind);
}

static int repeated(const struct builder *builder, const struct parameter *first,
                    const struct parameter *again, struct error *error) {
    const struct source *source = (const struct source *)builder->sources.items + again->source;
    const char *name = pool_string(&builder->pool, again->name);
    struct quote quote;
    return error_set(
        error, ERROR_INPUT,
        "%s:%u: found %s in position %u of its method, expected another position: line "
        "%u has it already",
        source->path, again->line, quote_text(&quote, text_of(name)), again->position, first->line);
}

/* Makes the signature of `count` parameters, all of one method. */
static int add_signature(struct signatures *signatures, const struct builder *builder,
                         const struct parameter *parameters, size_t count, struct array *words,
                         struct error *error) {
    struct signature_parameter stored, before = {0};
    uint32_t index;
    words->count = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t packed[SIGNATURE_WORDS];
        TRY(store(signatures, &parameters[i], &stored));
        memcpy(packed, &stored, sizeof stored);
        if (i && parameters[i].position == parameters[i - 1].position) {
            if (memcmp(&before, &stored, sizeof stored) != 0)
                return repeated(builder, &parameters[i - 1], &parameters[i], error);
        } else {
            TRY(array_append(words, packed, SIGNATURE_WORDS, sizeof *packed, &index));
        }
        before = stored;
    }
    TRY(unique_runs_add(&signatures->runs, words->items, words->count, &index));
    signatures->by_method[parameters->method] = index + 1;
    return ERROR_NONE;
}

int signatures_make(struct signatures *signatures, const struct builder *builder,
                    struct error *error) {
    size_t count = builder->parameters.count, methods = builder->methods.items.count;
    signatures->runs.set.seed = signatures->kinds.set.seed = builder->seed;
    signatures->by_method = memory_alloc((methods + 1) * sizeof *signatures->by_method);
    struct parameter *sorted = memory_alloc((count + 1) * sizeof *sorted);
    int code = signatures->by_method && sorted ? ERROR_NONE : ERROR_MEMORY;
    struct array words = {0};
    if (code == ERROR_NONE) {
        memset(signatures->by_method, 0, methods * sizeof *signatures->by_method);
        if (count)
            memcpy(sorted, builder->parameters.items, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, by_position);
    }
    for (size_t first = 0, next; code == ERROR_NONE && first < count; first = next) {
        for (next = first + 1; next < count && sorted[next].method == sorted[first].method;)
            next++;
        code = add_signature(signatures, builder, sorted + first, next - first, &words, error);
    }
    array_free(&words);
    memory_free(sorted);
    return code;
}

void signatures_free(struct signatures *signatures) {
    unique_free(&signatures->kinds);
    unique_runs_free(&signatures->runs);
    memory_free(signatures->by_method);
    *signatures = (struct signatures){0};
}
