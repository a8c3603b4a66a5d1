#include "mof/amend.h"

/* The class that this one has texts for, or NULL. */
static struct mof_class *amended_class(const struct mof_schema *schema,
                                       const struct mof_class *texts) {
    struct mof_class_key key = texts->key;
    if (!key.amends || !texts->is_declared)
        return NULL;
    key.amends = 0;
    uint32_t index = mof_schema_find(schema, &key, mof_text(schema, texts->name));
    return index == MOF_NONE ? NULL : mof_class_at(schema, index);
}

static bool is_english(uint32_t locale) {
    return MOF_LANGUAGE(locale) == MOF_LOCALE_ENGLISH;
}

static void keep_first(struct mof_texts *known, struct mof_texts said) {
    if (!known->description)
        known->description = said.description;
    if (!known->values)
        known->values = said.values;
}

/* The parameter of that name, mostly at the same position; NULL where there is none. */
static struct mof_parameter *find_parameter(const struct mof_schema *schema,
                                            const struct mof_member *method, uint32_t position,
                                            uint32_t name) {
    struct mof_parameter *parameters = mof_parameters_of(schema, method);
    struct text wanted = mof_text(schema, name);
    for (uint32_t i = 0; i < method->parameter_count; i++) {
        struct mof_parameter *found = &parameters[(position + i) % method->parameter_count];
        struct text text = mof_text(schema, found->name);
        if (text.size == wanted.size && text_equal_nocase(text.text, wanted.text, text.size))
            return found;
    }
    return NULL;
}

static void amend_member(const struct mof_schema *schema, struct mof_member *member,
                         const struct mof_member *texts, enum mof_language language) {
    const struct mof_parameter *parameters = mof_parameters_of(schema, texts);
    keep_first(&member->qualifiers.texts[language], texts->qualifiers.texts[MOF_PLAIN]);
    for (uint32_t i = 0; i < texts->parameter_count; i++) {
        struct mof_parameter *found = find_parameter(schema, member, i, parameters[i].name);
        if (found)
            keep_first(&found->qualifiers.texts[language],
                       parameters[i].qualifiers.texts[MOF_PLAIN]);
    }
}

static void amend_class(const struct mof_schema *schema, const struct mof_class *amended,
                        const struct mof_class *texts, enum mof_language language) {
    uint32_t owner = (uint32_t)(amended - (const struct mof_class *)schema->classes.items);
    for (uint32_t i = texts->first_member; i != MOF_NONE; i = mof_member_at(schema, i)->next) {
        const struct mof_member *member = mof_member_at(schema, i);
        struct text name = mof_text(schema, member->name);
        uint32_t found = mof_schema_find_member(schema, owner, name);
        if (found != MOF_NONE)
            amend_member(schema, mof_member_at(schema, found), member, language);
    }
}

void mof_amend(struct mof_schema *schema) {
    for (uint32_t i = 0; i < schema->classes.count; i++) {
        const struct mof_class *texts = mof_class_at(schema, i);
        struct mof_class *amended = amended_class(schema, texts);
        if (amended && !is_english(texts->key.amends) &&
            (!amended->foreign_locale || texts->key.amends < amended->foreign_locale))
            amended->foreign_locale = texts->key.amends;
    }
    for (uint32_t i = 0; i < schema->classes.count; i++) {
        const struct mof_class *texts = mof_class_at(schema, i);
        const struct mof_class *amended = amended_class(schema, texts);
        if (amended && is_english(texts->key.amends))
            amend_class(schema, amended, texts, MOF_ENGLISH);
        else if (amended && texts->key.amends == amended->foreign_locale)
            amend_class(schema, amended, texts, MOF_FOREIGN);
    }
}
