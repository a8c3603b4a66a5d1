/* Files of classes and of parameters, and the columns of members beside their cells. */
#include "read_helper.h"

static const char *cells_of(const struct report *report, uint32_t member, char *marks) {
    char *end = marks;
    for (uint32_t build = 0; build < report->builds.count; build++) {
        if (report_is_inferred(report, member, build))
            *end++ = '~';
        *end++ = "?01"[report_cell(report, member, build) + 1];
    }
    *end = 0;
    return marks;
}

static void a_folder_of_all_three_is_one_report(void **state) {
    (void)state;
    char marks[16];
    struct report *report = load(FIXTURES "whole");
    assert_int_equal(report->members.count, 4);
    assert_int_equal(report->classes.count, 3);
    assert_int_equal(report->namespaces, 2);
    assert_int_equal(report->rows_read, 4);
    assert_int_equal(report->inferred, 2);

    uint32_t name = member_of(report, "Acme_Fan", "Name");
    assert_int_equal(report_namesakes_end(report, name), name + 2);
    assert_string_equal(cells_of(report, name, marks), "1~1");
    assert_string_equal(cells_of(report, name + 1, marks), "00");
    uint32_t speeds = member_of(report, "Acme_Fan", "Speeds");
    assert_string_equal(cells_of(report, speeds, marks), "~0?");
    const struct report_kind *kind = kind_of(report, "Acme_Fan", "Speeds");
    assert_string_equal(report_text(report, kind->type), "UInt32[]");
    assert_string_equal(report_text(report, kind->deprecated), "No value");
    assert_int_equal(kind->is_key, REPORT_NO);
    assert_int_equal(kind_of(report, "Acme_Fan", "Name")->is_key, REPORT_YES);
    assert_int_equal(kind_of(report, "Acme_Fan", "Turn")->is_key, REPORT_NOT_KNOWN);

    uint32_t fan = report_find_class(report, text_of("Acme_Fan"));
    assert_string_equal(report_text(report, report_at(report, report->classes.superclass, fan)),
                        "Acme_Base");
    assert_int_equal(report_is_abstract(report, fan), REPORT_NO);
    assert_int_equal(report_is_association(report, fan), REPORT_NOT_KNOWN);

    uint32_t turn = member_of(report, "Acme_Fan", "Turn");
    struct report_parameters found = report_parameters(report, turn);
    assert_int_equal(found.end - found.first, 3);
    static const enum report_direction directions[] = {REPORT_RETURN, REPORT_IN, REPORT_IN_OUT};
    for (uint32_t i = 0; i < 3; i++) {
        struct report_parameter parameter = report_parameter(report, found.first + i);
        assert_int_equal(parameter.position, i);
        assert_int_equal(parameter.direction, directions[i]);
    }
    struct report_entries codes = report_return_codes(report, turn);
    uint32_t stuck = report_find_entry(report, codes, 5);
    assert_string_equal(report_text(report, report_entry_label(report, stuck)), "Stuck");
    memory_free(report);
}

/* The message behind the path. */
static const struct {
    const char *name, *message;
} refused[] = {
    {"parameter_position.csv", ":2: column 3 (Position): found \"256\", expected the position of a "
                               "parameter, from 1 to 255, or 0 for the return value"},
    {"parameter_direction.csv",
     ":2: column 5 (Direction): found \"Inwards\", expected In, Out, InOut or Return"},
    {"parameter_no_position.csv",
     ":1: columns 1 to 4: found no column Position in a header that starts with \"Class\", "
     "expected Class, Method, Position, Parameter and Direction"},
    {"parameter_no_name.csv", ":2: column 4 (Parameter): found nothing, expected the name of a "
                              "parameter, or ReturnValue"},
    {"class_answer.csv", ":2: column 3 (Abstract): found \"perhaps\", expected 1 or Yes, 0 or No, "
                         "or blank (not known)"},
    {"key_answer.csv", ":2: column 3 (Key): found \"2\", expected 1 or Yes, 0 or No, or blank (not "
                       "known)"},
    {"inferred_unknown.csv",
     ":2: column 3 (26100): found \"~?\", expected a mark: ✅ ✔ ✓ ☑ Y Yes True 1 x (present), ❌ ✘ ✗ "
     "✖ "
     "N No False 0 (absent), or blank, -, ? or N/A (unknown); ~ before one says that it is "
     "inferred"},
    {"facts_alone.csv", ": found no member, expected at least one row"},
};

static void every_fault_is_told_where_it_is(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[256], message[512];
        snprintf(path, sizeof path, FIXTURES "errors/%s", refused[i].name);
        snprintf(message, sizeof message, "%s%s", path, refused[i].message);
        const char *paths[] = {path};
        load_fails(paths, 1, message);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_of_all_three_is_one_report),
        cmocka_unit_test(every_fault_is_told_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
