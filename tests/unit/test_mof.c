/* The grammar of MOF: what each construct comes to, and what is wrong with what is none. */
#include "mof_helper.h"

static void classes_have_members_of_each_type(void **state) {
    (void)state;
    mof_makes("", "");
    mof_makes("class A {};", "A { }\n");
    mof_makes("CLASS A as $A : B {};", "A < B { }\n");
    mof_makes(
        "class A { boolean B; char16 C; datetime D; real32 E; real64 F; sint8 G; sint16 H;\n"
        " sint32 I; sint64 J; string K; uint8 L; uint16 M; uint32 N; UInt64 O; object P; };",
        "A { boolean B; char16 C; datetime D; real32 E; real64 F; sint8 G; sint16 H; sint32 I; "
        "sint64 J; string K; uint8 L; uint16 M; uint32 N; uint64 O; object P; }\n");
    mof_makes("class A { string B[]; uint8 C[ 4 ]; X REF D; X ref E[]; X F; X G[]; };",
              "A { string[] B; uint8[] C; X ref D; X ref[] E; X F; X[] G; }\n");
}

static void words_of_the_language_are_names_elsewhere(void **state) {
    (void)state;
    mof_makes("class Class : Instance { uint32 ref; string qualifier; X ref of; string true; };",
              "Class < Instance { uint32 ref; string qualifier; X ref of; string true; }\n");
}

static void methods_have_parameters(void **state) {
    (void)state;
    mof_makes("class A { uint32 B(); void C([in] uint32 D, [In, Out] string E[], [out] X REF F,\n"
              " [in] X G = null); X H([in(false), out] object I[3]); };",
              "A { uint32 B(); void C(uint32 D in, string[] E in out, X ref F out, X G in); "
              "X H(object[] I not in out); }\n");
}

static void properties_have_values_that_are_passed_over(void **state) {
    (void)state;
    mof_makes(
        "class A { string B = \"x\" \"y\"; uint32 C = -0x1F; real32 D = 1.5e3; char16 E = 'x';\n"
        " boolean F = TRUE; string G = Null; uint8 H[] = {1, 017, 101b}; X I = $Alias;\n"
        " X J = instance of X { K = {instance of Y {}, $Z}; L = {}; }; X ref M = \"X.K=1\"; };",
        "A { string B; uint32 C; real32 D; char16 E; boolean F; string G; uint8[] H; X I; X J; "
        "X ref M; }\n");
}

static void qualifiers_say_what_a_member_is(void **state) {
    (void)state;
    mof_makes(
        "[Abstract, ASSOCIATION(true), Dynamic, Provider(\"x\"), Locale(0x409)] class A {\n"
        " [Key, Read: ToSubclass, Write(False)] string B; [] string C;\n"
        " [read : ToInstance ToSubclass DisableOverride, Units(\"KB\") : Amended] string D; };",
        "A abstract association { string B key read not write; string C; string D read; }\n");
    mof_makes("class A { [Description(\"One \" \"two\\n\" /* three */ \"\")] string B;\n"
              " [description(null), ValueMap{\"1\", \"2..\"}, Values {\"a\", \"b\"}] uint8 C;\n"
              " [Values{\"a\" \"b\", \"\"}, ValueMap{1, 0x2}] uint8 D; [ValueMap{}] uint8 E; };",
              "A { string B says=One two\n; uint8 C map={1|2..} values={a|b}; "
              "uint8 D map={1|0x2} values={ab|}; uint8 E map={}; }\n");
    mof_makes(
        "[Deprecated] class A { [Deprecated{\"A.B\", \"A.C()\"}] string D;\n"
        " [Deprecated{}] string E; [Deprecated(\"A.B\")] string F; [Deprecated(false)] string G;\n"
        " [Deprecated{\"No value\"}] string H; [Deprecated{\"\", \"A.B\"}] string I; };",
        "A deprecated=No value { string D deprecated=A.B; A.C(); string E deprecated=No value; "
        "string F deprecated=A.B; string G; string H deprecated=No value; "
        "string I deprecated=A.B; }\n");
}

static void other_qualifiers_may_have_any_value(void **state) {
    (void)state;
    mof_makes("[UUID(\"{x}\"), MinLen(3), X(1.5), Y('c'), Z{1, null, true}, V, W(NULL)] class A {\n"
              " [MaxLen(5), MappingStrings{\"a|b\"}, Override(\"B\"), id(0)] string B; };",
              "A { string B; }\n");
}

static void instances_are_passed_over(void **state) {
    (void)state;
    mof_makes(
        "instance of __Win32Provider as $P { Name = \"x\"; ClsId = \"{y}\"; };\n"
        "[Dynamic] instance of A { [key] Provider = $P; Number = -5; List = {\"a\", 'b', 1.5};\n"
        " Inner = instance of B { Name = \"z\"; }; Both = {$P, instance of B {}}; };\n"
        "class C {};",
        "C { }\n");
}

static void qualifiers_can_be_declared(void **state) {
    (void)state;
    mof_makes("Qualifier Key : boolean = false, Scope(property, reference),\n"
              " Flavor(DisableOverride, ToSubclass);\n"
              "qualifier Values : string[], scope(any); qualifier X : uint8[4] = {1, 2};\n"
              "qualifier Y : string = null, flavor(Restricted), scope(class, association);",
              "");
}

static void pragmas_say_where_classes_stand(void **state) {
    (void)state;
    mof_makes("class A {};\n#pragma namespace(\"\\\\\\\\.\\\\root\\\\cimv2\")\nclass A {};\n"
              "#pragma namespace (\"//host/ROOT/cimv2/\")\nclass B {};\n"
              "# pragma namespace(\"root\\\\x\") class B {};",
              "A { }\nroot\\cimv2:A { }\nroot\\cimv2:B { }\nroot\\x:B { }\n");
}

static void other_pragmas_are_passed_over(void **state) {
    (void)state;
    mof_makes("#pragma autorecover\n#pragma classflags(\"forceupdate\", 64)\n#PRAGMA "
              "instancelocale(\"en\")\n"
              "#pragma deleteinstance(\"A=\\\"b\\\"\", NOFAIL)\n#pragma deleteclass(\"X\", "
              "FAIL)\n#pragma deleteclass(\"Y\")\n"
              "#pragma unknown(NOFAIL)\nclass A {};",
              "A { }\n");
}

static void pragma_deleteclass_takes_back_what_its_file_said(void **state) {
    struct mof_test test;
    (void)state;
    mof_makes("[abstract] class A : X { uint8 B; }; #pragma deleteclass(\"a\", NOFAIL)\n"
              "class B {}; class A { string B; };",
              "A { string B; }\nB { }\n");
    mof_makes("class A { uint8 B; }; #pragma deleteclass(\"A\", NOFAIL)\n", "");
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 1, "class A { uint8 B; };"), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 2, "#pragma deleteclass(\"A\", NOFAIL)"), ERROR_NONE);
    assert_string_equal(mof_show(&test, false), "A { uint8 B; }\n");
    assert_int_equal(mof_test_add(&test, 1, 3,
                                  "class A { uint8 B; string C; };\n"
                                  "#pragma deleteclass(\"A\", NOFAIL)"),
                     ERROR_NONE);
    assert_string_equal(mof_show(&test, false), "A { uint8 B; }\n");
    mof_schema_free(&test.schema);
}

static void includes_are_noted(void **state) {
    struct mof_test test;
    (void)state;
    assert_int_equal(mof_test_start(&test), ERROR_NONE);
    assert_int_equal(mof_test_add(&test, 1, 5,
                                  "#pragma include(\"Core/a.mof\")\n"
                                  "  #pragma include(\"b.mof\")"),
                     ERROR_NONE);
    const struct mof_include *includes = test.schema.includes.items;
    assert_int_equal(test.schema.includes.count, 2);
    assert_string_equal(pool_string(&test.schema.pool, includes[0].name), "a.mof");
    assert_string_equal(pool_string(&test.schema.pool, includes[1].name), "b.mof");
    assert_int_equal(includes[1].place.line, 2);
    assert_int_equal(includes[1].place.column, 19);
    mof_schema_free(&test.schema);
}

static const struct {
    const char *text, *message;
} faults[] = {
    {"x", "1:1:1 found `x`, expected a declaration: class, instance, qualifier, #pragma, or [ "
          "before the qualifiers of one"},
    {"class A {};;", "1:1:12 found `;`, expected a declaration: class, instance, qualifier, "
                     "#pragma, or [ before the qualifiers of one"},
    {"[key] qualifier",
     "1:1:7 found `qualifier`, expected class or instance behind the qualifiers"},
    {"class {", "1:1:7 found `{`, expected the name of a class"},
    {"class A", "1:1:8 found the end of the file, expected {, or : and the superclass"},
    {"class A as B {", "1:1:12 found `B`, expected an alias such as $Name"},
    {"class A : 5", "1:1:11 found `5`, expected the name of the superclass"},
    {"class A : B;", "1:1:12 found `;`, expected {"},
    {"class A {\n",
     "1:2:1 found the end of the file, expected the type of a member, or } behind the class"},
    {"class A {}\nclass", "1:2:1 found `class`, expected ; behind the class"},
    {"class A { string; }",
     "1:1:17 found `;`, expected a name, or ref and a name, behind the type"},
    {"class A { string B }", "1:1:20 found `}`, expected ; behind the member"},
    {"class A { string B[x]; }", "1:1:20 found `x`, expected ] behind the [ of an array"},
    {"class A { string B = ; }", "1:1:22 found `;`, expected a value: a number, a string, a "
                                 "character, true, false, null, an alias or instance of"},
    {"class A { string B = {1 2}; }", "1:1:25 found `2`, expected , or } in a list of values"},
    {"class A { string B = {{}}; }", "1:1:23 found `{`, expected a value: a number, a string, "
                                     "a character, true, false, null, an alias or instance of"},
    {"class A { string B = maybe; }",
     "1:1:22 found `maybe`, expected a value: a number, a string, a character, true, false, "
     "null, an alias or instance of"},
    {"class A { void B; }", "1:1:17 found `;`, expected ( behind a method that returns nothing"},
    {"class A { void B(string C; ", "1:1:26 found `;`, expected , or ) behind a parameter"},
    {"class A { void B() }", "1:1:20 found `}`, expected ; behind the method"},
    {"class A { void B(string C,) }", "1:1:27 found `)`, expected the type of a parameter"},
    {"[key class", "1:1:6 found `class`, expected , or ] behind a qualifier"},
    {"[key,] class", "1:1:6 found `]`, expected the name of a qualifier"},
    {"[key(true] class", "1:1:10 found `]`, expected ) behind the value of the qualifier"},
    {"[key(\"x\")] class", "1:1:6 found `\"x\"`, expected true or false for this qualifier"},
    {"[key{true}] class", "1:1:5 found `{`, expected true or false for this qualifier"},
    {"[description(5)] class", "1:1:14 found `5`, expected a string for this qualifier"},
    {"[values(\"x\")] class", "1:1:9 found `\"x\"`, expected a list in braces for this qualifier"},
    {"[deprecated(5)] class", "1:1:13 found `5`, expected strings that say what replaces it"},
    {"[locale(-1)] class", "1:1:9 found `-1`, expected the number of a locale, such as 0x409"},
    {"[key : always] class",
     "1:1:8 found `always`, expected a flavor: Amended, DisableOverride, EnableOverride, "
     "Restricted, ToInstance, ToSubclass or Translatable"},
    {"instance A", "1:1:10 found `A`, expected of behind instance"},
    {"instance of A as B", "1:1:18 found `B`, expected an alias such as $Name"},
    {"instance of A;", "1:1:14 found `;`, expected { behind the class of the instance"},
    {"instance of A { B }", "1:1:19 found `}`, expected = behind the name of the property"},
    {"instance of A { B = 1 }", "1:1:23 found `}`, expected ; behind the value"},
    {"instance of A { 5 }",
     "1:1:17 found `5`, expected the name of a property, or } behind the instance"},
    {"instance of A {}", "1:1:17 found the end of the file, expected ; behind the instance"},
    {"qualifier A string", "1:1:13 found `string`, expected : behind the name of the qualifier"},
    {"qualifier A : string, x(", "1:1:23 found `x`, expected scope or flavor"},
    {"qualifier A : string, scope any", "1:1:29 found `any`, expected ( behind scope or flavor"},
    {"qualifier A : string, flavor(any)",
     "1:1:30 found `any`, expected a flavor: Amended, DisableOverride, EnableOverride, "
     "Restricted, ToInstance, ToSubclass or Translatable"},
    {"qualifier A : string, scope(any;", "1:1:32 found `;`, expected , or ) in scope or flavor"},
    {"qualifier A : string", "1:1:21 found the end of the file, expected ; behind the qualifier"},
    {"#include", "1:1:2 found `include`, expected pragma behind #"},
    {"#pragma namespace \"x\"", "1:1:19 found `\"x\"`, expected ( behind the name of the #pragma"},
    {"#pragma namespace(\"\")",
     "1:1:19 found `\"\"`, expected a namespace such as \"\\\\\\\\.\\\\root\\\\cimv2\""},
    {"#pragma namespace(x)", "1:1:19 found `x`, expected a string"},
    {"#pragma namespace(\"\\\\\\\\.\\\\\")",
     "1:1:19 found `\"\\\\\\\\.\\\\\"`, expected a namespace such as "
     "\"\\\\\\\\.\\\\root\\\\cimv2\""},
    {"#pragma namespace(\"x\"", "1:1:22 found the end of the file, expected ) behind the #pragma"},
    {"#pragma amendment(\"english\")",
     "1:1:19 found `\"english\"`, expected a locale such as \"MS_409\""},
    {"#pragma include(\"a/\")", "1:1:17 found `\"a/\"`, expected the name of a file"},
    {"#pragma other(1", "1:1:16 found the end of the file, expected , or ) in a #pragma"},
    {"class A { string B = \"\\q\"; }",
     "1:1:23 found `\\q`, expected an escape of MOF: \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\x "
     "with up to four hexadecimal digits"},
    {"class A { char16 B = 'ab'; }", "1:1:22 found `'ab'`, expected one character of 16 bits"},
};

static void what_is_not_expected_is_a_fault(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        mof_fails(faults[i].text, faults[i].message);
}

static void objects_in_objects_end_somewhere(void **state) {
    enum { DEEP = 5000 };
    static const char open[] = "instance of A { B = ", close[] = "; }";
    static char text[DEEP * (sizeof open + sizeof close)];
    (void)state;
    for (int depth = 64; depth <= DEEP; depth += DEEP - 64) {
        char *end = text;
        for (int i = 1; i < depth; i++)
            end += sprintf(end, "%s", open);
        end += sprintf(end, "instance of A {}");
        for (int i = 1; i < depth; i++)
            end += sprintf(end, "%s", close);
        sprintf(end, ";");
        if (depth == 64)
            mof_makes(text, "");
        else
            mof_fails(text,
                      "1:1:1281 found `instance`, expected objects in objects no deeper than 64");
    }
}

static void a_method_has_at_most_255_parameters(void **state) {
    char text[8192], *end = text + sprintf(text, "class A { void B(");
    (void)state;
    for (int i = 0; i < 255; i++)
        end += sprintf(end, "%sstring P%d", i ? "," : "", i);
    strcpy(end, ", string X); };");
    char message[128];
    sprintf(message, "1:1:%d found `string`, expected at most 255 parameters of a method",
            (int)(end - text) + 3);
    mof_fails(text, message);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_have_members_of_each_type),
        cmocka_unit_test(words_of_the_language_are_names_elsewhere),
        cmocka_unit_test(methods_have_parameters),
        cmocka_unit_test(properties_have_values_that_are_passed_over),
        cmocka_unit_test(qualifiers_say_what_a_member_is),
        cmocka_unit_test(other_qualifiers_may_have_any_value),
        cmocka_unit_test(instances_are_passed_over),
        cmocka_unit_test(qualifiers_can_be_declared),
        cmocka_unit_test(pragmas_say_where_classes_stand),
        cmocka_unit_test(other_pragmas_are_passed_over),
        cmocka_unit_test(pragma_deleteclass_takes_back_what_its_file_said),
        cmocka_unit_test(includes_are_noted),
        cmocka_unit_test(what_is_not_expected_is_a_fault),
        cmocka_unit_test(objects_in_objects_end_somewhere),
        cmocka_unit_test(a_method_has_at_most_255_parameters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
