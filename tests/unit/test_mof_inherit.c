/* What classes have from those above them. */
#include "mof_helper.h"

#include <stdlib.h>

/* Reads the texts, a file each, in both orders: what classes have is the same. */
static void inherit(const char *first, const char *second, const char *name, const char *shown) {
    const char *const texts[] = {first, second};
    for (uint32_t order = 0; order < 2; order++) {
        struct mof_test test;
        const struct mof_class_key key = {.group = 1};
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 1, texts[order]), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 2, texts[!order]), ERROR_NONE);
        assert_int_equal(mof_test_inherit(&test), ERROR_NONE);
        uint32_t index = mof_schema_find(&test.schema, &key, (struct text){name, strlen(name)});
        assert_int_not_equal(index, MOF_NONE);
        test.end = test.shown;
        mof_put_class(&test, mof_class_at(&test.schema, index), true);
        assert_string_equal(test.shown, shown);
        mof_schema_free(&test.schema);
    }
}

static void classes_have_what_those_above_them_have(void **state) {
    (void)state;
    inherit("class C : b { uint8 D; };",
            "class A { [key] string E; void F([in] uint8 G); }; class B : A { string H[]; };", "C",
            "C < b { string E key; void F(uint8 G in); string[] H; uint8 D; }\n");
    inherit("class B : A {}; class A : Nowhere { uint8 C; };", "", "B", "B < A { uint8 C; }\n");
}

static void an_override_takes_the_place(void **state) {
    (void)state;
    inherit("class B : A { [Override(\"c\")] uint16 c; string D; };",
            "class A { uint8 C; string E; };", "B", "B < A { uint16 c; string E; string D; }\n");
    inherit("class C : B { uint16 x; };",
            "class A { uint8 X; uint8 Y; }; class B : A { uint8 Y; uint32 X; };", "C",
            "C < B { uint16 x; uint8 Y; }\n");
    inherit("class B : A { string C(); };", "class A { [key, Description(\"x\")] string C; };", "B",
            "B < A { string C(); }\n");
}

static void an_override_has_what_it_does_not_say(void **state) {
    static const char above[] = "class A { [key, read, write(false), Description(\"above\"), "
                                "ValueMap{\"1\"}, Values{\"one\"},\n"
                                " Deprecated{\"X\"}] uint8 C; };";
    (void)state;
    inherit("class B : A { [Override] uint8 C; };", above, "B",
            "B < A { uint8 C key read not write map={1} says=above values={one}; }\n");
    inherit("class B : A { [write, Description(\"own\"), Values{\"eins\"}] uint8 C; };", above, "B",
            "B < A { uint8 C key read write map={1} says=own values={eins}; }\n");
    inherit("class B : A { [key(false), ValueMap{\"2\"}] uint8 C; };", above, "B",
            "B < A { uint8 C not key read not write map={2} says=above; }\n");
}

static void an_override_keeps_its_texts_in_one_language(void **state) {
    (void)state;
    inherit(
        "class A { uint8 C; }; [Amendment, Locale(9)] class A { [Description(\"en\")] uint8 C; };",
        "class B : A { [Description(\"own\")] uint8 C; }; class D : A { uint8 C; };", "B",
        "B < A { uint8 C says=own; }\n");
    inherit(
        "class A { uint8 C; }; [Amendment, Locale(9)] class A { [Description(\"en\")] uint8 C; };",
        "class B : A { uint8 C; };", "B", "B < A { uint8 C english=en; }\n");
}

static void associations_stay_associations_and_abstract_classes_do_not(void **state) {
    (void)state;
    inherit("class B : A {}; class C : B {};", "[Association, Abstract] class A {};", "C",
            "C < B association { }\n");
}

static void a_class_is_known_if_all_above_it_are(void **state) {
    struct mof_test test;
    (void)state;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 1,
                                  "class A {}; class B : A {}; class C : X {}; class D : C {};\n"
                                  "#pragma namespace(\"root\\\\y\") class E : A {};"),
                     ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 2, 2, "class X {};"), ERROR_NONE);
    assert_int_equal(mof_test_inherit(&test), ERROR_NONE);
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(mof_class_at(&test.schema, i)->is_known, i < 2);
    mof_schema_free(&test.schema);
}

static void a_class_above_itself_is_a_fault(void **state) {
    static const struct {
        const char *text, *message;
    } circles[] = {
        {"class A : a {};",
         "1:1:7 found the superclass `a`, expected one that does not derive from "
         "`A` as 1:1:7"},
        {"class C : A {}; class A : B {};\nclass B : A {};",
         "1:2:7 found the superclass `A`, expected one that does not derive from `B` as 1:1:23"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof circles / sizeof *circles; i++) {
        struct mof_test test;
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 1, circles[i].text), ERROR_NONE);
        assert_int_equal(mof_test_inherit(&test), ERROR_INPUT);
        assert_string_equal(mof_message(&test), circles[i].message);
        mof_schema_free(&test.schema);
    }
}

/* A chain of classes, the deepest first or last; whatever order they are found in. */
static int chain(struct mof_test *test, uint32_t depth, bool deepest_first) {
    char text[64];
    int code = mof_test_start(test);
    for (uint32_t i = 0; i < depth && code == ERROR_NONE; i++) {
        uint32_t at = deepest_first ? depth - i : i + 1;
        sprintf(text, at > 1 ? "class C%u : C%u { uint8 P%u; };" : "class C%u { uint8 P%u; };",
                (unsigned)at, (unsigned)(at > 1 ? at - 1 : at), (unsigned)at);
        code = mof_test_add(test, 1, 1, text);
    }
    assert_int_equal(code, ERROR_NONE);
    return mof_test_inherit(test);
}

static void classes_stand_above_one_another_256_deep(void **state) {
    (void)state;
    for (int deepest_first = 0; deepest_first < 2; deepest_first++) {
        struct mof_test test;
        assert_int_equal(chain(&test, 256, deepest_first), ERROR_NONE);
        assert_int_equal(test.schema.inherited.count, 256 * 257 / 2);
        mof_schema_free(&test.schema);
        assert_int_equal(chain(&test, 257, deepest_first), ERROR_INPUT);
        assert_string_equal(strchr(mof_message(&test), ','),
                            ", expected at most 256 classes above one another");
        mof_schema_free(&test.schema);
    }
}

/* A class with a method of ten parameters and as many properties as that, and as many classes below it. */
static size_t fan_out(char *text, unsigned properties, unsigned classes) {
    char *at = text + sprintf(text, "class A { void M(uint8 a, uint8 b, uint8 c, uint8 d, uint8 e, "
                                    "uint8 f, uint8 g, uint8 h, uint8 i, uint8 j);");
    for (unsigned i = 0; i < properties; i++)
        at += sprintf(at, "uint8 P%04u;", i);
    at += sprintf(at, "};");
    for (unsigned i = 0; i < classes; i++)
        at += sprintf(at, "class B%05u:A{};", i);
    return (size_t)(at - text);
}

static void a_text_has_members_as_its_size_allows(void **state) {
    enum { PROPERTIES = 1000, EACH = PROPERTIES + 11 }; /* and the method and its parameters */
    char *text = malloc(100000);
    unsigned classes = 900;
    (void)state;
    assert_non_null(text);
    while ((classes + 2) * (size_t)EACH <= 1000000 + fan_out(text, PROPERTIES, classes + 1))
        classes++;
    for (unsigned more = 0; more < 2; more++) {
        struct mof_test test;
        fan_out(text, PROPERTIES, classes + more);
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 1, text), ERROR_NONE);
        assert_int_equal(mof_test_inherit(&test), more ? ERROR_INPUT : ERROR_NONE);
        if (more)
            assert_string_equal(
                strchr(mof_message(&test), 't'),
                "too many inherited members and parameters at the class `B01017`, "
                "expected at most 1,000,000 in all and one more for each byte of MOF "
                "text");
        mof_schema_free(&test.schema);
    }
    free(text);
}

/* What overrides counts once, and an override of a method by its own parameters. */
static void an_override_counts_once(void **state) {
    struct mof_test test;
    (void)state;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 1,
                                  "class A { uint8 P; void M(uint8 a, uint8 b); };"
                                  "class B : A { uint8 P; void M(uint8 a); uint8 Q; };"
                                  "class C : B {};"),
                     ERROR_NONE);
    assert_int_equal(mof_test_inherit(&test), ERROR_NONE);
    assert_int_equal(test.schema.listed, 4 + 4 + 4);
    mof_schema_free(&test.schema);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_have_what_those_above_them_have),
        cmocka_unit_test(an_override_takes_the_place),
        cmocka_unit_test(an_override_has_what_it_does_not_say),
        cmocka_unit_test(an_override_keeps_its_texts_in_one_language),
        cmocka_unit_test(associations_stay_associations_and_abstract_classes_do_not),
        cmocka_unit_test(a_class_is_known_if_all_above_it_are),
        cmocka_unit_test(a_class_above_itself_is_a_fault),
        cmocka_unit_test(classes_stand_above_one_another_256_deep),
        cmocka_unit_test(a_text_has_members_as_its_size_allows),
        cmocka_unit_test(an_override_counts_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
