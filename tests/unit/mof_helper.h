/*
** What the tests of ext/mof share: texts → a schema, and a schema → a text that shows all of it.
*/
#ifndef WMI_TESTS_MOF_HELPER_H
#define WMI_TESTS_MOF_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"
#include "mof/inherit.h"
#include "mof/merge.h"
#include "mof/parser.h"

#include <stdio.h>
#include <string.h>

struct mof_test {
    struct mof_schema schema;
    struct mof_fault fault;
    char shown[16384];
    char *end;
};

static inline int mof_test_start(struct mof_test *test) {
    memset(test, 0, sizeof *test);
    return mof_schema_start(&test->schema, 7);
}

/* Reads one text as that file of that group. */
static inline int mof_test_add(struct mof_test *test, uint32_t group, uint32_t file,
                               const char *text) {
    struct mof_parser parser = {0};
    bool more = true;
    int code = mof_parser_start(&parser, &test->schema, group, file,
                                (struct text){text, strlen(text)}, &test->fault);
    while (code == ERROR_NONE && more)
        code = mof_parser_next(&parser, &more);
    mof_parser_free(&parser);
    return code;
}

/* Finds what each class inherits. */
static inline int mof_test_inherit(struct mof_test *test) {
    int code = mof_inherit_start(&test->schema);
    for (uint32_t i = 0; i < test->schema.classes.count && code == ERROR_NONE; i++)
        if (mof_class_at(&test->schema, i)->is_declared)
            code = mof_inherit(&test->schema, i, &test->fault);
    return code;
}

static inline void mof_put(struct mof_test *test, const char *format, ...) ERROR_PRINTF(2, 3);

static inline void mof_put(struct mof_test *test, const char *format, ...) {
    size_t room = sizeof test->shown - (size_t)(test->end - test->shown);
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(test->end, room, format, arguments);
    va_end(arguments);
    assert_in_range(size, 0, room - 1);
    test->end += size;
}

static inline void mof_put_text(struct mof_test *test, const char *before, uint32_t offset) {
    if (offset)
        mof_put(test, "%s%s", before, pool_string(&test->schema.pool, offset));
}

static inline void mof_put_list(struct mof_test *test, const char *before, uint32_t list) {
    size_t count;
    const uint64_t *texts = mof_list(&test->schema, list, &count);
    if (list)
        mof_put(test, "%s{", before);
    for (size_t i = 0; i < count; i++)
        mof_put(test, "%s%s", i ? "|" : "",
                texts[i] ? pool_string(&test->schema.pool, (uint32_t)texts[i]) : "");
    if (list)
        mof_put(test, "}");
}

static inline void mof_put_qualifiers(struct mof_test *test,
                                      const struct mof_qualifiers *qualifiers) {
    static const char *const names[] = {"abstract", "amendment", "association", "in",
                                        "key",      "out",       "read",        "write"};
    for (int i = 0; i < MOF_FLAGS; i++)
        if (qualifiers->said >> i & 1)
            mof_put(test, " %s%s", qualifiers->yes >> i & 1 ? "" : "not ", names[i]);
    mof_put_text(test, " deprecated=", qualifiers->deprecated);
    mof_put_list(test, " map=", qualifiers->value_map);
    for (int i = 0; i < MOF_LANGUAGES; i++) {
        static const char *const languages[][2] = {{" says=", " values="},
                                                   {" english=", " english values="},
                                                   {" foreign=", " foreign values="}};
        mof_put_text(test, languages[i][0], qualifiers->texts[i].description);
        mof_put_list(test, languages[i][1], qualifiers->texts[i].values);
    }
}

static inline void mof_put_type(struct mof_test *test, struct mof_type type) {
    struct text name = mof_type_name(&test->schema, type);
    mof_put(test, "%.*s%s%s", (int)name.size, name.text, type.kind == MOF_REFERENCE ? " ref" : "",
            type.is_array ? "[]" : "");
}

static inline void mof_put_member(struct mof_test *test, const struct mof_member *member) {
    const struct mof_parameter *parameters = mof_parameters_of(&test->schema, member);
    mof_put(test, " ");
    mof_put_type(test, member->type);
    mof_put_text(test, " ", member->name);
    if (member->is_method)
        mof_put(test, "(");
    for (uint32_t i = 0; i < member->parameter_count; i++) {
        mof_put(test, "%s", i ? ", " : "");
        mof_put_type(test, parameters[i].type);
        mof_put_text(test, " ", parameters[i].name);
        mof_put_qualifiers(test, &parameters[i].qualifiers);
    }
    if (member->is_method)
        mof_put(test, ")");
    mof_put_qualifiers(test, &member->qualifiers);
    mof_put(test, ";");
}

static inline void mof_put_class(struct mof_test *test, const struct mof_class *shown,
                                 bool inherited) {
    if (shown->key.group > 1)
        mof_put(test, "%u ", (unsigned)shown->key.group);
    if (shown->key.namespace_name)
        mof_put(test, "%s:", pool_string(&test->schema.pool, shown->key.namespace_name));
    mof_put_text(test, "", shown->name);
    if (shown->key.amends)
        mof_put(test, " amends %x", (unsigned)shown->key.amends);
    mof_put_text(test, " < ", shown->superclass);
    mof_put_qualifiers(test, &shown->qualifiers);
    mof_put(test, " {");
    for (uint32_t i = 0; inherited && i < shown->inherited_count; i++)
        mof_put_member(test, mof_member_at(&test->schema, mof_members(&test->schema, shown)[i]));
    for (uint32_t i = shown->first_member; !inherited && i != MOF_NONE;
         i = mof_member_at(&test->schema, i)->next)
        mof_put_member(test, mof_member_at(&test->schema, i));
    mof_put(test, " }\n");
}

/* A text of all classes that are declared, each on a line, with their own members or with all. */
static inline const char *mof_show(struct mof_test *test, bool inherited) {
    test->end = test->shown;
    *test->end = '\0';
    for (uint32_t i = 0; i < test->schema.classes.count; i++)
        if (mof_class_at(&test->schema, i)->is_declared)
            mof_put_class(test, mof_class_at(&test->schema, i), inherited);
    return test->shown;
}

/* The message of the fault, with files as their numbers. */
static inline const char *mof_message(struct mof_test *test) {
    const struct mof_fault *fault = &test->fault;
    test->end = test->shown;
    mof_put(test, "%u:%u:%u found %s", (unsigned)fault->place.file, (unsigned)fault->place.line,
            (unsigned)fault->place.column, fault->subject);
    if (fault->found.text)
        mof_put(test, "`%.*s`", (int)fault->found.size, fault->found.text);
    mof_put(test, ", expected %s", fault->expected);
    if (fault->same.text)
        mof_put(test, "`%.*s`", (int)fault->same.size, fault->same.text);
    if (fault->other.line)
        mof_put(test, " as %u:%u:%u", (unsigned)fault->other.file, (unsigned)fault->other.line,
                (unsigned)fault->other.column);
    return test->shown;
}

/* The text, alone, makes this schema; or it has this fault. */
static inline void mof_makes(const char *text, const char *shown) {
    struct mof_test test;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    int code = mof_test_add(&test, 1, 1, text);
    if (code != ERROR_NONE)
        print_message("%s\n", mof_message(&test));
    assert_int_equal(code, ERROR_NONE);
    assert_string_equal(mof_show(&test, false), shown);
    mof_schema_free(&test.schema);
}

static inline void mof_fails(const char *text, const char *message) {
    struct mof_test test;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 1, text), ERROR_INPUT);
    assert_string_equal(mof_message(&test), message);
    mof_schema_free(&test.schema);
}

#endif
