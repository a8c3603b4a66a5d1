#include "mof/merge.h"
#include "base/error.h"

static const char *const flag_names[MOF_FLAGS] = {
    [MOF_ABSTRACT] = "Abstract",
    [MOF_AMENDMENT] = "Amendment",
    [MOF_ASSOCIATION] = "Association",
    [MOF_IN] = "In",
    [MOF_KEY] = "Key",
    [MOF_OUT] = "Out",
    [MOF_READ] = "Read",
    [MOF_WRITE] = "Write",
};

static struct text literal(const char *text) {
    return (struct text){text, strlen(text)};
}

/* The text at that offset of the pool, or none. */
static struct text text_at(const struct mof_schema *schema, uint32_t offset) {
    return offset ? mof_text(schema, offset) : (struct text){NULL, 0};
}

static bool same_name(const struct mof_schema *schema, uint32_t a, uint32_t b) {
    struct text left = text_at(schema, a), right = text_at(schema, b);
    return a == b || (a && b && left.size == right.size &&
                      text_equal_nocase(left.text, right.text, left.size));
}

/* What is said a second time, and what stood at the first. */
struct twice {
    const struct mof_schema *schema;
    struct mof_place place, other;
    struct mof_fault *fault;
};

static int contradicts(const struct twice *twice, const char *subject, struct text found,
                       const char *expected, struct text same) {
    *twice->fault = (struct mof_fault){twice->place, subject, found, expected, same, twice->other};
    return ERROR_INPUT;
}

static void keep_first(uint32_t *known, uint32_t said) {
    if (!*known)
        *known = said;
}

static int merge_qualifiers(const struct twice *twice, struct mof_qualifiers *known,
                            const struct mof_qualifiers *said) {
    uint32_t differ = known->said & said->said & (known->yes ^ said->yes);
    for (int flag = 0; flag < MOF_FLAGS; flag++) {
        bool yes = said->yes >> flag & 1;
        if (differ >> flag & 1)
            return contradicts(twice, yes ? "true for the qualifier " : "false for the qualifier ",
                               literal(flag_names[flag]), yes ? "false" : "true",
                               (struct text){NULL, 0});
    }
    known->said |= said->said;
    known->yes |= said->yes;
    keep_first(&known->deprecated, said->deprecated);
    keep_first(&known->value_map, said->value_map);
    keep_first(&known->texts[MOF_PLAIN].description, said->texts[MOF_PLAIN].description);
    keep_first(&known->texts[MOF_PLAIN].values, said->texts[MOF_PLAIN].values);
    keep_first(&known->locale, said->locale);
    return ERROR_NONE;
}

/* --- Classes --- */

int mof_merge_class(const struct mof_schema *schema, struct mof_class *known,
                    const struct mof_class *said, struct mof_fault *fault) {
    const struct twice twice = {schema, said->place, known->place, fault};
    /* The texts of an amendment need not say where the class stands. */
    bool both = !said->key.amends || (known->superclass && said->superclass);
    if (both && !same_name(schema, known->superclass, said->superclass))
        return contradicts(&twice, said->superclass ? "the superclass " : "no superclass",
                           text_at(schema, said->superclass),
                           known->superclass ? "the superclass " : "none",
                           text_at(schema, known->superclass));
    keep_first(&known->superclass, said->superclass);
    known->is_shared |= said->place.file != known->place.file;
    return merge_qualifiers(&twice, &known->qualifiers, &said->qualifiers);
}

/* --- Members --- */

struct text mof_type_name(const struct mof_schema *schema, struct mof_type type) {
    static const char *const names[] = {
        [MOF_BOOLEAN] = "boolean",     [MOF_CHAR16] = "char16", [MOF_DATETIME] = "datetime",
        [MOF_OBJECT] = "object",       [MOF_REAL32] = "real32", [MOF_REAL64] = "real64",
        [MOF_REFERENCE] = "reference", [MOF_SINT8] = "sint8",   [MOF_SINT16] = "sint16",
        [MOF_SINT32] = "sint32",       [MOF_SINT64] = "sint64", [MOF_TEXT] = "string",
        [MOF_UINT8] = "uint8",         [MOF_UINT16] = "uint16", [MOF_UINT32] = "uint32",
        [MOF_UINT64] = "uint64",       [MOF_VOID] = "void",
    };
    return type.class_name ? text_at(schema, type.class_name) : literal(names[type.kind]);
}

static int merge_type(const struct twice *twice, const char *subject, struct mof_type known,
                      struct mof_type said) {
    bool is_reference = said.kind == MOF_REFERENCE;
    if (is_reference != (known.kind == MOF_REFERENCE))
        return contradicts(twice, is_reference ? "a reference to " : "no reference but ",
                           mof_type_name(twice->schema, said),
                           is_reference ? "no reference but " : "a reference to ",
                           mof_type_name(twice->schema, known));
    if (known.kind != said.kind || !same_name(twice->schema, known.class_name, said.class_name))
        return contradicts(twice, subject, mof_type_name(twice->schema, said), "the type ",
                           mof_type_name(twice->schema, known));
    if (known.is_array != said.is_array)
        return contradicts(
            twice, said.is_array ? "an array of " : "a single ", mof_type_name(twice->schema, said),
            known.is_array ? "an array of " : "a single ", mof_type_name(twice->schema, known));
    return ERROR_NONE;
}

static int merge_parameters(const struct twice *method, const struct mof_member *known,
                            const struct mof_member *said, const struct mof_parameter *parameters) {
    const struct mof_schema *schema = method->schema;
    struct mof_parameter *own = mof_parameters_of(schema, known);
    if (known->parameter_count != said->parameter_count)
        return contradicts(method, "another number of parameters of ", text_at(schema, said->name),
                           "the same", (struct text){NULL, 0});
    for (uint32_t i = 0; i < known->parameter_count; i++) {
        const struct twice twice = {schema, parameters[i].place, own[i].place, method->fault};
        if (!same_name(schema, own[i].name, parameters[i].name))
            return contradicts(&twice, "the parameter ", text_at(schema, parameters[i].name),
                               "the parameter ", text_at(schema, own[i].name));
        TRY(merge_type(&twice, "a parameter of the type ", own[i].type, parameters[i].type));
        TRY(merge_qualifiers(&twice, &own[i].qualifiers, &parameters[i].qualifiers));
    }
    return ERROR_NONE;
}

int mof_merge_member(const struct mof_schema *schema, struct mof_member *known,
                     const struct mof_member *said, const struct mof_parameter *parameters,
                     struct mof_fault *fault) {
    const struct twice twice = {schema, said->place, known->place, fault};
    if (known->is_method != said->is_method)
        return contradicts(&twice, said->is_method ? "the method " : "the property ",
                           text_at(schema, said->name), said->is_method ? "a property" : "a method",
                           (struct text){NULL, 0});
    TRY(merge_type(&twice, said->is_method ? "a method of the type " : "a property of the type ",
                   known->type, said->type));
    TRY(merge_parameters(&twice, known, said, parameters));
    known->is_shared |= said->place.file != known->place.file;
    return merge_qualifiers(&twice, &known->qualifiers, &said->qualifiers);
}
