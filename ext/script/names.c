#include "script/names.h"

#include "base/memory.h"
#include "base/secret.h"

static uint64_t hash_of(const struct script_names *names, struct text text) {
    uint64_t seed = names->set.seed;
    return names->cased ? text_hash(seed, text.text, text.size)
                        : text_hash_nocase(seed, text.text, text.size);
}

static uint64_t mix(uint64_t hash, uint32_t scope, uint32_t kind) {
    return text_mix(hash, (uint64_t)scope << 1 | kind) * UINT64_C(0x9e3779b97f4a7c15);
}

uint32_t names_tag(const struct script_names *names, struct text text) {
    uint64_t hash = names->cased ? text_hash(0, text.text, text.size)
                                 : text_hash_nocase(0, text.text, text.size);
    return (uint32_t)(hash ^ hash >> 32) | UINT32_C(0x80000000);
}

void names_start(struct script_names *names) {
    memset(names, 0, sizeof *names);
    names->set.seed = secret_seed(names);
    names->reading = 1;
}

static struct script_name *items_of(const struct script_names *names) {
    return names->items.items;
}

/* --- Finding --- */

struct wanted {
    const struct script_names *names;
    struct text text;
    uint32_t scope, kind;
};

static bool is_wanted(const void *context, uint32_t index) {
    const struct wanted *wanted = context;
    const struct script_name *name = &items_of(wanted->names)[index];
    if (name->scope != wanted->scope || name->kind != wanted->kind ||
        name->text.size != wanted->text.size)
        return false;
    return wanted->names->cased
               ? memcmp(name->text.text, wanted->text.text, name->text.size) == 0
               : text_equal_nocase(name->text.text, wanted->text.text, name->text.size);
}

static uint32_t epoch_of(const struct script_names *names, uint32_t scope) {
    return scope - SCOPE_ONCE < SCOPES_ONCE ? names->epochs[scope - SCOPE_ONCE] : 0;
}

uint32_t names_scope(struct script_names *names, uint32_t outer, uint32_t place) {
    if (!names->once)
        return place;
    uint32_t scope = outer - SCOPE_ONCE < SCOPES_ONCE - 1 ? outer + 1 : SCOPE_ONCE;
    names->epochs[scope - SCOPE_ONCE] = ++names->begun;
    return scope;
}

/* The name, though it may be of a function that has ended. */
static struct script_name *find_any(const struct script_names *names, struct text text,
                                    uint64_t hash, uint32_t scope, enum script_name_kind kind) {
    struct wanted wanted = {names, text, scope, kind};
    uint32_t index = index_set_find(&names->set, mix(hash, scope, kind), is_wanted, &wanted);
    return index == UINT32_MAX ? NULL : &items_of(names)[index];
}

static struct script_name *find_hashed(const struct script_names *names, struct text text,
                                       uint64_t hash, uint32_t scope, enum script_name_kind kind) {
    struct script_name *name = find_any(names, text, hash, scope, kind);
    return name && name->epoch == epoch_of(names, scope) ? name : NULL;
}

struct script_name *names_find(const struct script_names *names, struct text text, uint32_t scope,
                               enum script_name_kind kind) {
    return text.size > NAMES_SIZE_MAX ? NULL
                                      : find_hashed(names, text, hash_of(names, text), scope, kind);
}

bool names_know(const struct script_names *names, struct text text, uint32_t scope) {
    return names_find(names, text, scope, NAME_VARIABLE) ||
           names_find(names, text, SCOPE_TEXT, NAME_VARIABLE);
}

static struct script_name *find_or_add(struct script_names *names, struct text text, uint32_t scope,
                                       enum script_name_kind kind) {
    if (!text.text || !text.size || text.size > NAMES_SIZE_MAX || names->failed)
        return NULL;
    uint64_t hash = hash_of(names, text);
    struct script_name *name = find_any(names, text, hash, scope, kind);
    struct script_name added = {
        .text = text,
        .scope = scope,
        .epoch = epoch_of(names, scope),
        .kind = kind,
        .value = value_unknown(),
        .sole = VALUE_UNKNOWN,
        .evidence = VALUE_UNKNOWN,
    };
    if (name && name->epoch != added.epoch)
        *name = added; /* of another function now; equal names hash alike */
    if (name || names->items.count >= SCRIPT_NAMES_MAX)
        return name;
    uint32_t index;
    if (array_append(&names->items, &added, 1, sizeof added, &index) != ERROR_NONE ||
        index_set_add(&names->set, mix(hash, scope, kind), index) != ERROR_NONE) {
        names->failed = true;
        return NULL;
    }
    return &items_of(names)[index];
}

/* --- Values --- */

static struct script_value sole_value(const struct script_name *name, unsigned flags) {
    struct script_value value = {.of = name->sole,
                                 .also = name->sole_also,
                                 .place = name->sole_place,
                                 .space = name->sole_space};
    value.flags = (uint16_t)(name->sole_flags | flags);
    return value;
}

void names_level(struct script_names *names, uint32_t level) {
    names->level = level < NAMES_LEVELS ? level : NAMES_LEVELS - 1;
    names->last_at[names->level] = ++names->count;
}

/* Has the block ended in which the name was assigned? */
static bool is_left(const struct script_names *names, const struct script_name *name) {
    for (uint32_t level = 0; level < name->level; level++)
        if (names->last_at[level] > name->assigned_at)
            return true;
    return false;
}

/* What it holds here, or what it holds elsewhere in the script. */
static struct script_value value_of(const struct script_names *names, struct script_name *name,
                                    bool inner) {
    bool set = name->reading == names->reading;
    if (set && (name->value.of != VALUE_UNKNOWN || name->learnt == names->reading)) {
        struct script_value value = name->value; /* or forgotten */
        if (name->branch && !value.also && is_left(names, name))
            value.also = name->branch;
        return value;
    }
    if (name->evidence < VALUE_CLASSES && name->sole >= 2 * VALUE_RESULTS)
        return value_class(name->evidence, 0);
    unsigned given = name->parameter && name->sole_also ? VALUE_GIVEN : 0;
    if (name->sole < 2 * VALUE_RESULTS)
        return sole_value(name, given | (inner && name->foreign ? VALUE_WEAK : 0));
    if (name->foreign && name->sole == VALUE_UNKNOWN && !set)
        return value_other();
    name->asked = true;
    struct script_value value = set ? name->value : value_unknown();
    if (name->parameter)
        value.flags |= VALUE_GIVEN;
    if (name->parameter && !set && name->owned_in == names->reading) {
        value.owner = name->owner;
        value.flags |= VALUE_NAMES;
    }
    return value;
}

struct script_value names_get(struct script_names *names, struct text text, uint32_t scope) {
    if (text.size > NAMES_SIZE_MAX)
        return value_unknown();
    uint64_t hash = hash_of(names, text);
    struct script_name *name = find_hashed(names, text, hash, scope, NAME_VARIABLE);
    if (!name && scope != SCOPE_TEXT)
        name = find_hashed(names, text, hash, SCOPE_TEXT, NAME_VARIABLE);
    struct script_value value = name ? value_of(names, name, true) : value_unknown();
    if (value.of != VALUE_UNKNOWN || (name && name->learnt == names->reading))
        return value;
    if (name && name->scope != SCOPE_TEXT)
        name = find_hashed(names, text, hash, SCOPE_TEXT, NAME_VARIABLE);
    if (name && name->scope == SCOPE_TEXT &&
        name->sole < VALUE_CLASSES) /* the caller's variable of that name */
        return sole_value(name, 0);
    /* A parameter that nobody is seen to pass, a variable of the caller's. */
    struct script_name *anywhere = find_or_add(names, text, SCOPE_ANY, NAME_VARIABLE);
    if (!anywhere)
        return value;
    if (anywhere->sole < VALUE_CLASSES && !anywhere->sole_also)
        return sole_value(anywhere, VALUE_WEAK);
    anywhere->asked = true;
    return value;
}

/* Something is learnt of a name; it may have been asked for. */
static void learn(struct script_names *names, struct script_name *name, struct script_value value) {
    if (value.of >= 2 * VALUE_RESULTS) {
        name->foreign |= value.of == VALUE_OTHER;
        return;
    }
    uint32_t before = name->sole, also = name->sole_also;
    if (before == VALUE_UNKNOWN) {
        name->sole = value.of;
        name->sole_flags = value.flags & (VALUE_TEXT | VALUE_TYPED | VALUE_PART);
        name->sole_place = value.place;
        name->sole_space = value.space;
    } else if (before >= VALUE_RESULTS && value_is_result(value)) {
        return; /* of several methods: what they give back is called alike */
    } else if (before != value.of && before != VALUE_OTHER) {
        if (name->sole_also && name->sole_also != value.of + 1)
            name->sole = VALUE_OTHER; /* of three and more nothing is said */
        else if (value_is_class(value) && before < VALUE_CLASSES)
            name->sole_also = value.of + 1;
        else
            name->sole = VALUE_OTHER;
    }
    if (value.also && name->sole != VALUE_OTHER && value.also != name->sole + 1) {
        if (name->sole_also && name->sole_also != value.also)
            name->sole = VALUE_OTHER;
        name->sole_also = value.also;
    }
    names->again |= name->asked && (before != name->sole || also != name->sole_also);
}

void names_set(struct script_names *names, struct text text, uint32_t scope,
               struct script_value value) {
    if (value.flags & VALUE_WEAK)
        value = value_unknown();
    struct script_name *name = find_or_add(names, text, scope, NAME_VARIABLE);
    if (!name)
        return;
    /* if …: vm = one, else: vm = another. Behind the blocks it may be either. */
    bool branch = name->reading == names->reading && name->level == names->level &&
                  value_is_class(name->value) && value_is_class(value) && !value.also &&
                  name->value.of != value.of && !(value.flags & VALUE_TEXT);
    name->branch = branch ? name->value.of + 1 : 0;
    name->value = value;
    name->level = names->level;
    name->assigned_at = names->count;
    name->reading = names->reading;
    if (value_is_class(value))
        name->learnt = names->reading;
    learn(names, name, value);
    if (!value_is_class(value) || value.also || value.flags & VALUE_TEXT)
        return;
    struct script_name *anywhere = find_or_add(names, text, SCOPE_ANY, NAME_VARIABLE);
    if (anywhere)
        learn(names, anywhere, value);
}

void names_hint(struct script_names *names, struct text text, uint32_t scope, uint32_t of) {
    struct script_name *name = names_find(names, text, scope, NAME_VARIABLE);
    if (!name)
        name = find_or_add(names, text, scope, NAME_VARIABLE);
    if (!name || name->evidence == of || name->evidence == VALUE_OTHER)
        return;
    name->evidence = name->evidence == VALUE_UNKNOWN ? of : VALUE_OTHER;
    names->again = true;
}

void names_declare(struct script_names *names, struct text text, uint32_t scope) {
    find_or_add(names, text, scope, NAME_VARIABLE);
}

void names_declare_parameter(struct script_names *names, struct text text, uint32_t scope) {
    struct script_name *name = find_or_add(names, text, scope, NAME_VARIABLE);
    if (name)
        name->parameter = true;
}

/* --- Functions --- */

struct script_name *names_function(struct script_names *names, struct text text) {
    struct script_name *name =
        text.text ? names_find(names, text, SCOPE_TEXT, NAME_FUNCTION) : NULL;
    return name && name->inner ? name : NULL;
}

void names_miss(struct script_names *names, struct text text) {
    struct script_name *name = find_or_add(names, text, SCOPE_TEXT, NAME_FUNCTION);
    if (name)
        name->asked = true;
}

struct script_name *names_define(struct script_names *names, struct text text, uint32_t inner) {
    struct script_name *name = find_or_add(names, text, SCOPE_TEXT, NAME_FUNCTION);
    if (!name)
        return NULL;
    if (name->asked && !name->inner)
        names->again = true;
    if (!name->inner || name->inner == inner)
        name->inner = inner;
    return name;
}

void names_add_parameter(struct script_names *names, struct text function, struct text parameter) {
    struct script_name *name = names_function(names, function);
    if (!name || names->failed || names->reading > 1 ||
        name->parameter_count >= SCRIPT_ARGUMENTS_MAX)
        return;
    uint32_t index;
    if (array_append(&names->parameters, &parameter, 1, sizeof parameter, &index) != ERROR_NONE) {
        names->failed = true;
        return;
    }
    if (!name->parameters)
        name->parameters = index + 1;
    if (name->parameters - 1 + name->parameter_count == index) /* else another came between */
        name->parameter_count++;
}

struct script_name *names_parameter(struct script_names *names, const struct script_name *function,
                                    unsigned position, struct text parameter) {
    const struct text *parameters = names->parameters.items;
    if (!function->parameters || names->once)
        return NULL;
    parameters += function->parameters - 1;
    for (unsigned i = 0; i < function->parameter_count; i++) {
        bool same = parameter.text
                        ? parameters[i].size == parameter.size &&
                              text_equal_nocase(parameters[i].text, parameter.text, parameter.size)
                        : i == position;
        if (same)
            return find_or_add(names, parameters[i], function->inner, NAME_VARIABLE);
    }
    return NULL;
}

void names_pass(struct script_names *names, struct script_name *parameter,
                struct script_value value) {
    if (!(value.flags & VALUE_WEAK) && (value_is_class(value) || value_is_result(value)))
        learn(names, parameter, value);
}

void names_return(struct script_names *names, struct text function, struct script_value value) {
    struct script_name *name = names_function(names, function);
    if (!name || value.flags & (VALUE_WEAK | VALUE_COMPARED))
        return;
    learn(names, name, value);
    if (value.flags & VALUE_GIVEN && !name->passes) {
        name->passes = true;
        names->again |= name->asked;
    }
}

struct script_value names_result(struct script_names *names, struct script_name *function) {
    (void)names;
    if (function->sole < 2 * VALUE_RESULTS)
        return sole_value(function, 0);
    function->asked = true;
    return value_unknown();
}

void names_free(struct script_names *names) {
    array_free(&names->items);
    array_free(&names->parameters);
    index_set_free(&names->set);
}
