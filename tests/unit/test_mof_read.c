/* MOF files → a report: builds, folders, encodings, texts, faults. */
#define _POSIX_C_SOURCE 200809L

#include "mof_files.h"

#include "base/poll.h"
#include "report/values.h"

/* --- What is read --- */

static void members_have_type_and_access(void **state) {
    static const struct {
        const char *class_name, *member, *type, *category, *access;
    } members[] = {
        {"Fan_Device", "Name", "String", "Property", "Read"},
        {"Fan_Motor", "Rpm", "UInt32[]", "Property", "Read/Write"},
        {"Fan_Motor", "Blades", "Object[]", "Property", "Read"},
        {"Fan_Motor", "Start", "Method", "Method", "Method"},
        {"Fan_HasBlade", "Motor", "Reference", "Property", "Read"},
    };
    (void)state;
    struct report *report = load(MOF "fan/26100");
    assert_string_equal(report_text(report, report->format), "mof");
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const struct report_kind *kind = kind_of(report, members[i].class_name, members[i].member);
        assert_string_equal(report_text(report, kind->type), members[i].type);
        assert_string_equal(report_text(report, kind->category), members[i].category);
        assert_string_equal(report_text(report, kind->access), members[i].access);
        assert_int_equal(cell_of(report, members[i].class_name, members[i].member, 26100), 1);
    }
    memory_free(report);
}

static void keys_and_deprecated_members_are_known(void **state) {
    (void)state;
    struct report *report = load(MOF "fan/26100");
    assert_int_equal(kind_of(report, "Fan_Motor", "Name")->is_key, REPORT_YES);
    assert_int_equal(kind_of(report, "Fan_Motor", "Speed")->is_key, REPORT_NO);
    assert_int_equal(kind_of(report, "Fan_Motor", "Start")->is_key, REPORT_NOT_KNOWN);
    assert_string_equal(report_text(report, kind_of(report, "Fan_Motor", "Rpm")->deprecated),
                        "Fan_Motor.Speed; Fan_Blade.Speed");
    assert_int_equal(kind_of(report, "Fan_Motor", "Speed")->deprecated, 0);
    memory_free(report);
    /* A key may be one of a class that no file declares. */
    report = load(MOF "fan/17763-whole");
    assert_int_equal(kind_of(report, "Fan_Noise", "Loudness")->is_key, REPORT_NOT_KNOWN);
    memory_free(report);
}

static void classes_say_what_they_are(void **state) {
    static const struct {
        const char *name, *superclass, *deprecated;
        enum report_answer is_abstract, is_association;
    } classes[] = {
        {"Fan_Device", NULL, NULL, REPORT_YES, REPORT_NO},
        {"Fan_Motor", "Fan_Device", NULL, REPORT_NO, REPORT_NO},
        {"Fan_Blade", "Fan_Device", "Fan_Motor", REPORT_NO, REPORT_NO},
        {"Fan_HasBlade", NULL, NULL, REPORT_NO, REPORT_YES},
    };
    (void)state;
    struct report *report = load(MOF "fan/26100");
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        uint32_t index = report_find_class(report, text_of(classes[i].name));
        assert_int_not_equal(index, REPORT_NONE);
        struct report_class found = report_class(report, index);
        const char *superclass =
            report_text(report, report_at(report, report->classes.superclass, index));
        const char *deprecated =
            report_text(report, report_at(report, report->classes.deprecated, index));
        assert_string_equal(report_text(report, found.namespace_name), "root\\fan");
        assert_string_equal(superclass ? superclass : "",
                            classes[i].superclass ? classes[i].superclass : "");
        assert_string_equal(deprecated ? deprecated : "",
                            classes[i].deprecated ? classes[i].deprecated : "");
        assert_int_equal(report_is_abstract(report, index), classes[i].is_abstract);
        assert_int_equal(report_is_association(report, index), classes[i].is_association);
    }
    memory_free(report);
}

/* Writes a value map as `value=label;`. */
static char *show_entries(char *end, const struct report *report, struct report_entries entries) {
    for (uint32_t i = entries.first; i < entries.end; i++) {
        const char *label = report_text(report, report_entry_label(report, i));
        end = append(end, "%s=%s;", report_entry_value(report, i), label ? label : "?");
    }
    return end;
}

static void takes(const struct report *report, const char *class_name, const char *method,
                  const char *expected) {
    static const char *const directions[] = {"return", "in", "out", "inout"};
    char shown[512] = "", *end = shown;
    struct report_parameters all = report_parameters(report, member_of(report, class_name, method));
    for (uint32_t i = all.first; i < all.end; i++) {
        struct report_parameter parameter = report_parameter(report, i);
        end = append(end, "%u %s %s %s ", (unsigned)parameter.position,
                     directions[parameter.direction], report_text(report, parameter.type),
                     report_text(report, parameter.name));
        end = show_entries(end, report, report_entries(report, parameter.value_map));
        end = append(end, "\n");
    }
    assert_string_equal(shown, expected);
}

static void methods_have_parameters_and_return_codes(void **state) {
    (void)state;
    struct report *report = load(MOF "fan/26100");
    takes(report, "Fan_Motor", "Start",
          "0 return UInt32 ReturnValue 0=Done;1=Busy;..=Other;\n1 in UInt32 Speed \n"
          "2 inout UInt16 Direction 1=To the left;2=To the right;\n3 out Reference Job \n");
    takes(report, "Fan_Motor", "Stop", "");
    memory_free(report);
    report = load(MOF "constructs-26100/methods.mof");
    takes(report, "T_Methods", "Text",
          "0 return String ReturnValue \n1 in SInt32 A \n2 out String[] B \n"
          "3 inout Object C \n4 in Reference D \n");
    takes(report, "T_Methods", "Object", "0 return Object ReturnValue \n1 out UInt8[] E \n");
    memory_free(report);
}

static void descriptions_come_from_amendments_too(void **state) {
    (void)state;
    struct report *report = load(MOF "fan/26100");
    assert_string_equal(description_of(report, "Fan_Motor", "Speed"),
                        "Umdrehungen in der Minute: \xc3\xbc"
                        "ber 0.");
    assert_string_equal(description_en_of(report, "Fan_Motor", "Speed"),
                        "How often it turns in a minute.");
    assert_string_equal(description_of(report, "Fan_Motor", "Start"), "Starts it.");
    assert_string_equal(description_en_of(report, "Fan_Motor", "Start"), "Starts it.");
    /* Inherited from a file that does not say what language it is in. */
    assert_string_equal(description_of(report, "Fan_Motor", "Status"), "How it is.");
    assert_null(description_en_of(report, "Fan_Motor", "Status"));
    memory_free(report);
    report = load(MOF "fan/26100/fan.mof");
    assert_string_equal(description_of(report, "Fan_Motor", "Speed"), "Turns a minute.");
    assert_string_equal(description_en_of(report, "Fan_Motor", "Speed"), "Turns a minute.");
    memory_free(report);
}

static void maps(const struct report *report, const char *class_name, const char *member,
                 const char *expected) {
    char shown[256] = "";
    show_entries(shown, report, report_value_map(report, member_of(report, class_name, member)));
    assert_string_equal(shown, expected);
}

static void value_maps_are_paired_by_their_order(void **state) {
    static const char text[] = "class A { [ValueMap{\"1\", \"2\"}, Values{\"a\", \"b\"}] uint8 "
                               "Both; [Values{\"x\", \"y\"}] uint8 Labels;\n"
                               "[ValueMap{\"1\", \"2\"}] uint8 Map; [ValueMap{\"1\", \"\", \"3\"}, "
                               "Values{\"a\", \"b\"}] uint8 Fewer;\n"
                               "[ValueMap{\"1\"}, Values{\"a\", \"b\"}] uint8 More; };";
    char path[512];
    (void)state;
    mof_file(path, "test_mof_26100.mof", text, sizeof text - 1);
    struct report *report = load(path);
    maps(report, "A", "Both", "1=a;2=b;");
    maps(report, "A", "Labels", "0=x;1=y;");
    maps(report, "A", "Map", "1=?;2=?;");
    maps(report, "A", "Fewer", "1=a;3=?;");
    maps(report, "A", "More", "1=a;");
    memory_free(report);
    remove(path);
    report = load(MOF "fan/26100");
    maps(report, "Fan_Device", "Status", "0=Off;1=On;");
    maps(report, "Fan_Motor", "Status", "0=Unknown;2=OK;11..32767=Reserved;");
    maps(report, "Fan_Blade", "Material", "0=Steel;1=Wood;");
    memory_free(report);
}

static void each_construct_is_read(void **state) {
    (void)state;
    struct report *report = load(MOF "constructs-26100");
    assert_int_equal(report->members.count, 39);
    assert_string_equal(report_text(report, report->encoding), "utf-8+utf-8 (bom)+utf-16le");
    assert_string_equal(description_of(report, "T_Strings", "Escapes"),
                        "Tab\tquote\"apostrophe'backslash\\ \xc3\xa9\xe2\x9c\x85\xf0\x9f\x98\x80.");
    assert_string_equal(description_of(report, "T_Strings", "Parts"), "One sentence of three.");
    assert_null(description_of(report, "T_Strings", "Empty"));
    assert_string_equal(description_of(report, "T_Wide", "Wide"), "\xe2\x9c\x85");
    assert_string_equal(report_text(report, kind_of(report, "T_Qualifiers", "WriteOnly")->access),
                        "Write");
    member_of(report, "T_Mark", "\xc3\x84rger");
    member_of(report, "T_Included", "A");
    memory_free(report);
}

/* --- Faults --- */

static void faults_name_the_place(void **state) {
    (void)state;
    mof_load_fails(MOF "errors/no_build.mof",
                   MOF "errors/no_build.mof: found no build number in the file's name or its "
                       "folder's, expected one, such as 26100.mof or 26100/cimwin32.mof");
    mof_load_fails(MOF "errors/26100/binary.mof",
                   MOF "errors/26100/binary.mof:1: column 1: found a binary MOF (FOMB), "
                       "expected the text that mofcomp has made it from");
    mof_load_fails(
        MOF "errors/26100/array.mof", MOF
        "errors/26100/array.mof:2: column 20: found \"x\", expected ] behind the [ of an array");
    mof_load_fails(MOF "errors/26100/include.mof",
                   MOF "errors/26100/include.mof:1: column 17: found the "
                       "file \"missing.mof\", expected it among the "
                       "files that are loaded with this one");
    mof_load_fails(
        MOF "errors/contradiction-26100", MOF
        "errors/contradiction-26100/two.mof:2: column 12: found a property of the type \"uint32\", "
        "expected the type \"string\" as " MOF
        "errors/contradiction-26100/one.mof:1: column 18 says");
    mof_load_fails(MOF "errors/26100/only_texts.mfl",
                   MOF "errors/26100/only_texts.mfl: found no member, expected at least one row");
    mof_load_fails(
        MOF "errors/circle-26100",
        MOF "errors/circle-26100/two.mof:1: column 7: found the superclass \"A\", expected one "
            "that does not "
            "derive from \"B\" as " MOF "errors/circle-26100/one.mof:1: column 7 says");
    mof_load_fails(
        MOF "errors/whole-of-two",
        MOF "errors/whole-of-two/26100.mof: found a file of build 26100 in a folder that is said "
            "to be whole, "
            "expected one of build 14393 as " MOF "errors/whole-of-two/14393.mof is");
}

/* Found text of any length is shortened. */
static void messages_are_short(void **state) {
    enum { LONG = 5000 };
    char path[512], message[1024], *text = malloc(LONG + 32);
    (void)state;
    assert_non_null(text);
    strcpy(text, "class A : ");
    memset(text + 10, 'x', LONG);
    strcpy(text + 10 + LONG, " { string B }");
    mof_file(path, "test_mof_26100.mof", text, strlen(text));
    snprintf(message, sizeof message, "%s:1: column %d: found \"}\", expected ; behind the member",
             path, LONG + 23);
    mof_load_fails(path, message);
    memcpy(text, "klass \"x ", 9);
    memmove(text, text + 10, strlen(text + 10) + 1);
    mof_file(path, "test_mof_26100.mof", text, strlen(text));
    const struct release_list releases = {NULL, 0};
    const char *const paths[] = {path};
    struct error error = {NULL};
    struct report *report;
    assert_int_equal(read_report(paths, 1, &releases, NULL, &report, &error), ERROR_INPUT);
    assert_true(strlen(error.message) < 512);
    error_clear(&error);
    remove(path);
    free(text);
}

/* --- Interrupting --- */

struct stop {
    size_t asked, at;
};

static bool asks_to_stop(void *context) {
    struct stop *stop = context;
    return ++stop->asked == stop->at;
}

/* Writes a file with so many classes, each with four members of its own and two inherited ones. */
static size_t make_classes(char path[512], const char *name, int count) {
    enum { EACH = 256 };
    char *text = malloc((size_t)(count + 1) * EACH), *end = text;
    assert_non_null(text);
    end += sprintf(end, "class Base { [key] string A; string B; };\n");
    for (int i = 0; i < count; i++)
        end += sprintf(end,
                       "[Abstract] class C%d : Base { [Description(\"What %d is\")] uint32 P%d; "
                       "[read] string Q; uint32 R([in] uint32 S); datetime T; };\n",
                       i, i, i);
    size_t size = (size_t)(end - text);
    mof_file(path, name, text, size);
    free(text);
    return size;
}

/* Whenever it is asked to stop, it stops; and it is asked all along. */
static void reading_can_be_interrupted(void **state) {
    const struct release_list releases = {NULL, 0};
    char path[512];
    const char *const paths[] = {path};
    size_t size = make_classes(path, "test_mof_26100.mof", 8000), at = 1;
    int status;
    (void)state;
    for (status = ERROR_INTERRUPT; status == ERROR_INTERRUPT; at++) {
        struct stop stop = {0, at};
        const struct poll poll = {asks_to_stop, &stop};
        struct error error = {NULL};
        struct report *report;
        status = read_report(paths, 1, &releases, &poll, &report, &error);
        assert_null(error.message);
        assert_int_equal(report == NULL, status != ERROR_NONE);
        memory_free(report);
    }
    assert_int_equal(status, ERROR_NONE);
    /* While it reads, while it parses, while it looks for what is inherited and while it hands that
    ** over. */
    assert_true(at > 2 * (size >> 16) + 2 * (8000 * 7 * 16 >> 16));
    remove(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_have_type_and_access),
        cmocka_unit_test(keys_and_deprecated_members_are_known),
        cmocka_unit_test(classes_say_what_they_are),
        cmocka_unit_test(methods_have_parameters_and_return_codes),
        cmocka_unit_test(descriptions_come_from_amendments_too),
        cmocka_unit_test(value_maps_are_paired_by_their_order),
        cmocka_unit_test(each_construct_is_read),
        cmocka_unit_test(faults_name_the_place),
        cmocka_unit_test(messages_are_short),
        cmocka_unit_test(reading_can_be_interrupted),
    };
    return cmocka_run_group_tests(tests, NULL, mof_files_end);
}
