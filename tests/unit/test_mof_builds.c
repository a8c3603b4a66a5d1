/* The builds of MOF files, and what is absent on them. */
#define _POSIX_C_SOURCE 200809L

#include "mof_files.h"

static uint32_t build_of(const char *path) {
    struct report *report = load(path);
    assert_int_equal(report->builds.count, 1);
    uint32_t build = report_builds(report)[0].number;
    memory_free(report);
    return build;
}

static void the_build_is_in_the_name_of_file_or_folder(void **state) {
    static const char text[] = "class A { string B; };";
    static const struct {
        const char *name;
        uint32_t build;
    } files[] = {{"26100.mof", 26100},
                 {"cimv2-14393.MOF", 14393},
                 {"Win10_19045_cimwin32.mof", 19045},
                 {"17763/cimwin32.mof", 17763},
                 {"17763/IEEE8021x.mof", 17763},
                 {"17763/26100.mof", 26100},
                 {"17763/7601_26100_7601.mof", 0},
                 {"17763/x20240101.mof", 17763},
                 {"host_10.0.17763.5122.mof", 17763}};
    char folder[512], path[512];
    (void)state;
    mof_path(folder, "17763");
    mof_folder(folder);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        mof_file(path, files[i].name, text, sizeof text - 1);
        if (files[i].build) {
            assert_int_equal(build_of(path), files[i].build);
        } else {
            char message[1024];
            snprintf(message, sizeof message,
                     "%s: found the numbers 7601 and 26100 in the name "
                     "\"7601_26100_7601.mof\", expected one, the build that the file is of",
                     path);
            mof_load_fails(path, message);
        }
        remove(path);
    }
    rmdir(folder);
}

/* The cells of a member on the builds 26100, 17763 and 14393. */
static void cells(const struct report *report, const char *class_name, const char *member,
                  const char *expected) {
    static const uint32_t builds[] = {26100, 17763, 14393};
    char shown[4] = "";
    for (size_t i = 0; i < 3; i++)
        shown[i] = "?01"[1 + cell_of(report, class_name, member, builds[i])];
    assert_string_equal(shown, expected);
}

static void a_class_without_a_member_has_it_absent(void **state) {
    const char *const paths[] = {MOF "fan/14393", MOF "fan/26100", MOF "fan/17763-whole"};
    (void)state;
    struct report *report = load_paths(paths, 3);
    assert_int_equal(report->builds.count, 3);
    cells(report, "Fan_Motor", "Speed", "111");
    cells(report, "Fan_Motor", "Rpm", "100");
    cells(report, "Fan_Motor", "Colour", "001");
    cells(report, "Fan_Blade", "Material", "100");
    /* Of a class that is not declared nothing is known, unless the folder is whole. */
    cells(report, "Fan_Job", "Id", "10?");
    cells(report, "Fan_HasBlade", "Motor", "10?");
    cells(report, "Fan_Noise", "Loudness", "?1?");
    memory_free(report);
}

/* Nor of what a class may have from one above it that is not declared. */
static void a_class_whose_superclass_is_missing_is_not_known_in_full(void **state) {
    static const char report_text_26100[] =
        "Namespace,Class,Member,26100\nroot\\fan,Fan_Noise,Pitch,1\nroot\\fan,Fan_Motor,Pitch,1\n"
        "root\\other,Fan_Motor,Pitch,1\n,Fan_Blade,Pitch,1\n";
    char path[512];
    (void)state;
    mof_file(path, "test_mof_report.csv", report_text_26100, sizeof report_text_26100 - 1);
    const char *const paths[] = {path, MOF "fan/17763-whole", MOF "fan/14393"};
    struct report *report = load_paths(paths, 3);
    cells(report, "Fan_Noise", "Pitch", "1??");
    cells(report, "Fan_Motor", "Pitch", "100");
    uint32_t other = report_find(report, text_of("Fan_Motor"), text_of("Pitch"));
    assert_int_equal(report_namesakes_end(report, other), other + 2);
    assert_int_equal(report_cell(report, other + 1, 1), REPORT_UNKNOWN);
    cells(report, "Fan_Noise", "Loudness", "?1?");
    memory_free(report);
    remove(path);
}

static void a_file_of_a_whole_folder_alone_is_not_whole(void **state) {
    const char *const paths[] = {MOF "fan/26100", MOF "fan/17763-whole/fan.mof"};
    (void)state;
    struct report *report = load_paths(paths, 2);
    assert_int_equal(cell_of(report, "Fan_Job", "Id", 17763), REPORT_UNKNOWN);
    assert_int_equal(cell_of(report, "Fan_Motor", "Rpm", 17763), REPORT_ABSENT);
    memory_free(report);
    const char *const slashed[] = {MOF "fan/26100", MOF "fan/17763-whole/"};
    report = load_paths(slashed, 2);
    assert_int_equal(cell_of(report, "Fan_Job", "Id", 17763), REPORT_ABSENT);
    memory_free(report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_build_is_in_the_name_of_file_or_folder),
        cmocka_unit_test(a_class_without_a_member_has_it_absent),
        cmocka_unit_test(a_class_whose_superclass_is_missing_is_not_known_in_full),
        cmocka_unit_test(a_file_of_a_whole_folder_alone_is_not_whole),
    };
    return cmocka_run_group_tests(tests, NULL, mof_files_end);
}
