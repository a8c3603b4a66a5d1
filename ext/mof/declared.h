/*
** What MOF files declare: classes and members, with what their qualifiers say, in one schema.
*/
#ifndef WMI_MOF_DECLARED_H
#define WMI_MOF_DECLARED_H

#include "base/array.h"
#include "base/pool.h"
#include "mof/fault.h"

#include <stdbool.h>
#include <stdint.h>

/* Qualifiers that answer yes or no. */
enum mof_flag {
    MOF_ABSTRACT,
    MOF_AMENDMENT,
    MOF_ASSOCIATION,
    MOF_IN,
    MOF_KEY,
    MOF_OUT,
    MOF_READ,
    MOF_WRITE,
    MOF_FLAGS,
};

/* Texts in one language. */
struct mof_texts {
    uint32_t description;
    uint32_t values; /* labels: a list, see below */
};

/* The primary language of a Windows locale, and that of English. */
#define MOF_LANGUAGE(locale) ((locale)&0x3ff)
#define MOF_LOCALE_ENGLISH   9

enum mof_language {
    MOF_PLAIN,   /* as the class's own file says it */
    MOF_ENGLISH, /* of an English amendment */
    MOF_FOREIGN, /* of another amendment, that of the lowest locale */
    MOF_LANGUAGES,
};

/* What a list of qualifiers says. Texts are offsets in the pool, 0 for none; lists are the index of
** a run of such offsets, + 1, or 0 for none. */
struct mof_qualifiers {
    uint32_t said;       /* bit i: enum mof_flag i stands there */
    uint32_t yes;        /* bit i: and is true */
    uint32_t deprecated; /* what replaces it, several joined by "; ", or MOF_NO_VALUE */
    uint32_t value_map;  /* list */
    struct mof_texts texts[MOF_LANGUAGES];
    uint32_t locale; /* of the plain texts, a Windows locale; 0 where it is not said */
};

#define MOF_NO_VALUE "No value" /* deprecated, but no replacement is named */

enum mof_kind {
    MOF_BOOLEAN,
    MOF_CHAR16,
    MOF_DATETIME,
    MOF_OBJECT, /* embedded; class_name says of which class, 0 for any */
    MOF_REAL32,
    MOF_REAL64,
    MOF_REFERENCE, /* to class_name */
    MOF_SINT8,
    MOF_SINT16,
    MOF_SINT32,
    MOF_SINT64,
    MOF_TEXT,
    MOF_UINT8,
    MOF_UINT16,
    MOF_UINT32,
    MOF_UINT64,
    MOF_VOID, /* what a method returns */
};

struct mof_type {
    enum mof_kind kind;
    bool is_array;
    uint32_t class_name;
};

#define MOF_PARAMETERS_MAX 255 /* of a method */

struct mof_parameter {
    uint32_t name;
    struct mof_type type;
    struct mof_qualifiers qualifiers;
    struct mof_place place;
};

struct mof_member {
    uint32_t class_index;
    uint32_t name;
    struct mof_type type; /* of a method: what it returns */
    bool is_method;
    bool is_declared; /* false once its file has taken it back */
    bool is_shared;   /* several files declare it */
    uint32_t first_parameter, parameter_count;
    struct mof_qualifiers qualifiers;
    struct mof_place place; /* of the name in its first declaration */
    uint32_t next;          /* member of the class, or MOF_NONE */
};

#define MOF_NONE UINT32_MAX

/* What makes a class another one. */
struct mof_class_key {
    uint32_t group;          /* a number of the caller's: classes of two groups have nothing to do
                             ** with each other */
    uint32_t namespace_name; /* 0: the file does not say it */
    uint32_t amends;         /* a locale: texts for the class of that name; 0 for a class itself */
};

struct mof_class {
    struct mof_class_key key;
    uint32_t name;
    uint32_t superclass; /* name, 0 for none */
    bool is_declared;    /* false once its file has taken it back */
    bool is_shared;      /* several files declare it */
    struct mof_qualifiers qualifiers;
    struct mof_place place; /* of the name in its first declaration */
    uint32_t first_member, last_member;
    uint32_t foreign_locale; /* whose texts are MOF_FOREIGN */

    /* for inherit.c */
    uint32_t parent; /* class, or MOF_NONE */
    uint32_t depth;  /* 1 + that of the parent; 0 while unknown */
    bool is_known;   /* each class above it is declared */
    uint32_t first_inherited, inherited_count;
    uint64_t listed; /* these, and the parameters of those that are methods */
};

/* A file that another one includes. */
struct mof_include {
    uint32_t name;
    struct mof_place place;
};

/* Of any number of files, see schema.h. Starts as {0}; mof_schema_free() frees it. */
struct mof_schema {
    struct pool pool;
    struct unique_runs lists; /* of texts */
    struct array namespaces;  /* uint32_t: texts, each in one case */
    struct array classes;     /* struct mof_class */
    struct array members;     /* struct mof_member */
    struct array parameters;  /* struct mof_parameter */
    struct array includes;    /* struct mof_include */
    struct array inherited;   /* uint32_t: for inherit.c */
    struct array positions;   /* uint32_t: for inherit.c */
    uint64_t text_size;       /* of what was read */
    uint64_t listed;          /* of all classes that mof_inherit() was through with */
    struct index_set namespace_set, class_set, member_set;
};

static inline struct mof_class *mof_class_at(const struct mof_schema *schema, uint32_t index) {
    return (struct mof_class *)schema->classes.items + index;
}

static inline struct mof_member *mof_member_at(const struct mof_schema *schema, uint32_t index) {
    return (struct mof_member *)schema->members.items + index;
}

static inline struct mof_parameter *mof_parameters_of(const struct mof_schema *schema,
                                                      const struct mof_member *method) {
    struct mof_parameter *parameters = schema->parameters.items;
    return method->parameter_count ? parameters + method->first_parameter : NULL;
}

/* The text at that offset of the pool, not 0. It lives until the next is stored. */
static inline struct text mof_text(const struct mof_schema *schema, uint32_t offset) {
    const char *text = pool_string(&schema->pool, offset);
    return (struct text){text, strlen(text)};
}

#endif
