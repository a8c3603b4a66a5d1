/* Declarations over several files: what merges, what contradicts, what amends. */
#include "mof_helper.h"

/* One file for each text, of one group. */
static int add_all(struct mof_test *test, const char *const *texts) {
    int code = mof_test_start(test);
    for (uint32_t i = 0; texts[i] && code == ERROR_NONE; i++)
        code = mof_test_add(test, 1, i + 1, texts[i]);
    return code;
}

static void merge(const char *const *texts, const char *shown) {
    struct mof_test test;
    assert_int_equal(add_all(&test, texts), ERROR_NONE);
    assert_string_equal(mof_show(&test, false), shown);
    mof_schema_free(&test.schema);
}

static void amend(const char *const *texts, const char *shown) {
    struct mof_test test;
    assert_int_equal(add_all(&test, texts), ERROR_NONE);
    assert_int_equal(mof_test_inherit(&test), ERROR_NONE);
    assert_string_equal(mof_show(&test, true), shown);
    mof_schema_free(&test.schema);
}

static void contradict(const char *first, const char *second, const char *message) {
    struct mof_test test;
    const char *const texts[] = {first, second, NULL};
    assert_int_equal(add_all(&test, texts), ERROR_INPUT);
    assert_string_equal(mof_message(&test), message);
    mof_schema_free(&test.schema);
}

static void what_is_declared_twice_alike_merges(void **state) {
    static const char *const alike[] = {
        "[Abstract] class A : B { [key] string C; uint32 D([in] X ref E); };",
        "class a : b { STRING c; uint8 F; UINT32 d([in, ValueMap{\"1\"}] x REF e); };", NULL};
    static const char *const texts[] = {
        "class A { [Description(\"first\"), Deprecated{\"X\"}] string B; string C; };",
        "class A { [Description(\"second\")] string B; [Description(\"only\")] string C; };", NULL};
    (void)state;
    merge(alike, "A < B abstract { string C key; uint32 D(X ref E in map={1}); uint8 F; }\n");
    merge(texts, "A { string B deprecated=X says=first; string C says=only; }\n");
}

static void what_contradicts_names_both_places(void **state) {
    (void)state;
    contradict("class A : B {};", "\nclass A : C {};",
               "2:2:7 found the superclass `C`, expected the superclass `B` as 1:1:7");
    contradict("class A {};", "class A : C {};",
               "2:1:7 found the superclass `C`, expected none as 1:1:7");
    contradict("class A : C {};", "class A {};",
               "2:1:7 found no superclass, expected the superclass `C` as 1:1:7");
    contradict("[abstract] class A {};", "[abstract(false)] class A {};",
               "2:1:25 found false for the qualifier `Abstract`, expected true as 1:1:18");
    contradict("class A { [key(false)] string B; };", "class A { [key] string B; };",
               "2:1:24 found true for the qualifier `Key`, expected false as 1:1:31");
    contradict("class A { string B; };", "class A { uint8 B; };",
               "2:1:17 found a property of the type `uint8`, expected the type `string` as 1:1:18");
    contradict("class A { X ref B; };", "class A { Y ref B; };",
               "2:1:17 found a property of the type `Y`, expected the type `X` as 1:1:17");
    contradict("class A { X ref B; };", "class A { X B; };",
               "2:1:13 found no reference but `X`, expected a reference to `X` as 1:1:17");
    contradict("class A { string B; };", "class A { string B[]; };",
               "2:1:18 found an array of `string`, expected a single `string` as 1:1:18");
    contradict("class A { string B[]; };", "class A { string B; };",
               "2:1:18 found a single `string`, expected an array of `string` as 1:1:18");
    contradict("class A { string B; };", "class A { string B(); };",
               "2:1:18 found the method `B`, expected a property as 1:1:18");
    contradict("class A { string B(); };", "class A { string B; };",
               "2:1:18 found the property `B`, expected a method as 1:1:18");
    contradict("class A { string B(); };", "class A { uint8 B(); };",
               "2:1:17 found a method of the type `uint8`, expected the type `string` as 1:1:18");
    contradict("class A { void B(string C); };", "class A { void B(); };",
               "2:1:16 found another number of parameters of `B`, expected the same as 1:1:16");
    contradict("class A { void B(string C); };", "class A { void B(string D); };",
               "2:1:25 found the parameter `D`, expected the parameter `C` as 1:1:25");
    contradict(
        "class A { void B(string C); };", "class A { void B(uint8 C); };",
        "2:1:24 found a parameter of the type `uint8`, expected the type `string` as 1:1:25");
    contradict("class A { void B([in] string C); };", "class A { void B([in(false)] string C); };",
               "2:1:37 found false for the qualifier `In`, expected true as 1:1:30");
}

static void a_reference_and_an_object_of_one_class_are_told_apart(void **state) {
    (void)state;
    contradict("class A { X B; };", "class A { X ref B; };",
               "2:1:17 found a reference to `X`, expected no reference but `X` as 1:1:13");
}

static void classes_of_other_namespaces_and_groups_are_others(void **state) {
    struct mof_test test;
    (void)state;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 1,
                                  "#pragma namespace(\"root\\\\a\") class A { uint8 B; };\n"
                                  "#pragma namespace(\"root\\\\b\") class A { string B; };"),
                     ERROR_NONE);
    assert_int_equal(
        mof_test_add(&test, 2, 2, "#pragma namespace(\"ROOT\\\\A\") class A { uint16 B; };"),
        ERROR_NONE);
    assert_string_equal(mof_show(&test, false), "root\\a:A { uint8 B; }\nroot\\b:A { string B; }\n"
                                                "2 root\\a:A { uint16 B; }\n");
    mof_schema_free(&test.schema);
}

#define IN(namespace_name) "#pragma namespace(\"\\\\\\\\.\\\\root\\\\" namespace_name "\")\n"

static void amendments_add_texts(void **state) {
    static const char *const before[] = {
        IN("x") "instance of __namespace { name = \"ms_409\"; };\n" IN(
            "x\\\\MS_409") "[Description(\"class\") : Amended, Amendment, Locale(0x409)] class a "
                           "{\n"
                           " [Description(\"en\") : Amended ToSubclass, Values{\"zero\", \"one\"}] "
                           "uint8 b;\n"
                           " [Description(\"en\")] uint32 C([Values{\"x\"}] string e, "
                           "[Values{\"y\"}] string D);\n"
                           " [Description(\"en\")] string Unknown; };\n"
                           "class Unknown { [Description(\"en\")] string B; };",
        IN("x") "class A : X { [Description(\"plain\"), ValueMap{\"0\", \"1\"}] uint8 B;\n"
                " uint32 C([in] string D, [in] string E); };",
        NULL};
    static const char *const languages[] = {
        "[Amendment, Locale(0x40c)] class A { [Description(\"fr\")] string B; string C; };",
        "[Amendment, Locale(0x407)] class A { [Description(\"de\")] string B; };",
        "[Amendment, Locale(0x809)] class A { [Description(\"uk\")] string B; };",
        "#pragma amendment(\"MS_409\")\n[Amendment] class A { [Description(\"us\")] string B; };",
        "class A { string B; string C; };",
        NULL};
    (void)state;
    amend(
        before,
        "root\\x:a amends 409 amendment says=class { uint8 b says=en values={zero|one}; uint32 "
        "C(string e "
        "values={x}, "
        "string D values={y}) says=en; string Unknown says=en; }\n"
        "root\\x:Unknown amends 409 { string B says=en; }\n"
        "root\\x:A < X { uint8 B map={0|1} says=plain english=en english values={zero|one}; "
        "uint32 C(string D in english values={y}, string E in english values={x}) english=en; }\n");
    amend(languages, "A amends 40c amendment { string B says=fr; string C; }\nA amends 407 "
                     "amendment { string B says=de; }\n"
                     "A amends 809 amendment { string B says=uk; }\nA amends 409 amendment { "
                     "string B says=us; }\n"
                     "A { string B english=uk foreign=de; string C; }\n");
}

static void an_amendment_need_not_repeat_what_it_amends(void **state) {
    static const char *const texts[] = {
        "[Amendment, Locale(1031)] class A { [Description(\"de\")] uint16 B; };",
        "[Amendment, Locale(1031)] class A : X { uint16 B; string C; };",
        "class A : Y { uint8 B; };", NULL};
    static const char *const unsaid[] = {"[Amendment] class A { [Description(\"?\")] uint8 B; };",
                                         "class A { uint8 B; };", NULL};
    (void)state;
    amend(texts, "A amends 407 < X amendment { uint16 B says=de; string C; }\n"
                 "A < Y { uint8 B foreign=de; }\n");
    amend(unsaid, "A amends ffff amendment { uint8 B says=?; }\nA { uint8 B foreign=?; }\n");
}

static void a_file_may_say_what_language_it_is_in(void **state) {
    struct mof_test test;
    static const struct {
        const char *text;
        uint32_t locale;
    } files[] = {
        {"class A {};", 0},
        {"#pragma locale(\"en_US\") class A {};", 9},
        {"#pragma locale(\"en\") class A {};", 9},
        {"#pragma locale(\"EN-gb\") class A {};", 9},
        {"#pragma locale(\"ent\") class A {};", 0},
        {"#pragma locale(\"de_DE\") class A {};", 0},
        {"#pragma amendment(\"ms_407\") class A {};", 0x407},
        {"#pragma locale(\"en_US\")\n[Locale(0x411)] class A {};", 0x411},
        {"[Locale(\"en_US\")] class A {};", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        assert_int_equal(mof_test_start(&test), ERROR_NONE);
        assert_int_equal(mof_test_add(&test, 1, 1, files[i].text), ERROR_NONE);
        assert_int_equal(mof_class_at(&test.schema, 0)->qualifiers.locale, files[i].locale);
        mof_schema_free(&test.schema);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_declared_twice_alike_merges),
        cmocka_unit_test(what_contradicts_names_both_places),
        cmocka_unit_test(a_reference_and_an_object_of_one_class_are_told_apart),
        cmocka_unit_test(classes_of_other_namespaces_and_groups_are_others),
        cmocka_unit_test(amendments_add_texts),
        cmocka_unit_test(an_amendment_need_not_repeat_what_it_amends),
        cmocka_unit_test(a_file_may_say_what_language_it_is_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
