/*
** Forms of scripts and the rows that must come out: tests/fixtures/scripts/forms.md and rare.md, and
** those of the project's shared folder where it stands beside. Run from the project's root.
*/
#include "base/memory.h"
#include "report/builtin.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS_MAX = 64, ROW_SIZE = 160 };

struct form {
    char title[120];
    const char *body;
    size_t body_size;
    const char *expected; /* up to the end of its line: "1 Class.Member; 2 Class", or "no row" */
    const char *wrong;    /* rows that must not come out, or NULL */
};

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long end = ftell(file);
    assert_true(end >= 0);
    rewind(file);
    char *text = malloc((size_t)end + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)end, file), end);
    text[end] = '\0';
    fclose(file);
    return text;
}

/* The form that begins at or behind `at`; returns where to look for the next one, or NULL. */
static const char *next_form(const char *at, struct form *form) {
    static const char expected[] = "\n\n- expected: ";
    at = strstr(at, "\n#### ");
    if (!at)
        return NULL;
    const char *title = at + 6, *fence = strstr(title, "\n```");
    assert_non_null(fence);
    snprintf(form->title, sizeof form->title, "%.*s", (int)strcspn(title, "\n"), title);
    form->body = strchr(fence + 1, '\n') + 1;
    const char *end = strstr(form->body, expected);
    assert_non_null(end);
    form->expected = end + sizeof expected - 1;
    while (end[-1] != '\n') /* the closing fence */
        end--;
    form->body_size = (size_t)(end - form->body);
    const char *next = strstr(form->expected, "\n#### ");
    const char *wrong = strstr(form->expected, "wrong ");
    form->wrong = wrong && (!next || wrong < next) ? wrong + 6 : NULL;
    return form->expected;
}

/* Does "a; b; c" of one line, up to a middle dot, hold this row? Counts how often. */
static int count_in(const char *list, const char *row) {
    int count = 0;
    size_t size = strlen(row), end = strcspn(list, "\n");
    for (size_t at = 0; at < end;) {
        size_t item = strcspn(list + at, ";\n");
        count += item == size && strncmp(list + at, row, size) == 0;
        at += item + 1;
        at += list[at] == ' ';
    }
    return count;
}

static int count_rows(char rows[][ROW_SIZE], size_t count, const char *row, size_t size) {
    int found = 0;
    for (size_t i = 0; i < count; i++)
        found += strlen(rows[i]) == size && strncmp(rows[i], row, size) == 0;
    return found;
}

/* Checks a form; `exactly`: no row but the expected ones may come out. Returns how many faults it
** has, and prints them. */
static int check(const struct form *form, bool exactly, int *labels) {
    static char rows[ROWS_MAX][ROW_SIZE];
    struct script_reference *references;
    size_t count;
    int faults = 0;
    assert_int_equal(
        script_scan(builtin_report(), form->body, form->body_size, NULL, &references, &count),
        ERROR_NONE);
    assert_true(count <= ROWS_MAX);
    for (size_t i = 0; i < count; i++)
        snprintf(rows[i], ROW_SIZE, "%d %s%s%s", (int)references[i].line, references[i].class_name,
                 references[i].member_name ? "." : "",
                 references[i].member_name ? references[i].member_name : "");
    memory_free(references);
    bool none = strncmp(form->expected, "no row", 6) == 0;
    for (const char *at = form->expected; !none && *at && *at != '\n';) {
        size_t size = strcspn(at, ";\n");
        char row[ROW_SIZE];
        snprintf(row, sizeof row, "%.*s", (int)size, at);
        ++*labels;
        if (count_rows(rows, count, at, size) < count_in(form->expected, row)) {
            print_message("%s: missed: %s\n", form->title, row);
            faults++;
        }
        at += size;
        at += strspn(at, "; ");
    }
    for (size_t i = 0; i < count; i++) {
        bool wrong = exactly ? count_in(form->expected, rows[i]) < 1
                             : form->wrong && count_in(form->wrong, rows[i]) > 0;
        if (wrong)
            print_message("%s: wrong: %s\n", form->title, rows[i]);
        faults += wrong;
    }
    return faults;
}

static void check_all(const char *text, bool exactly, int least) {
    struct form form;
    int faults = 0, forms = 0, labels = 0;
    for (const char *at = text; (at = next_form(at, &form)) != NULL; forms++)
        faults += check(&form, exactly, &labels);
    print_message("%d forms, %d rows, %d faults\n", forms, labels, faults);
    assert_true(forms >= least);
    assert_int_equal(faults, 0);
}

static void our_forms(void **state) {
    (void)state;
    char *text = read_file("tests/fixtures/scripts/forms.md");
    assert_non_null(text);
    check_all(text, true, 124);
    free(text);
}

static void rare_forms(void **state) {
    (void)state;
    char *text = read_file("tests/fixtures/scripts/rare.md");
    assert_non_null(text);
    check_all(text, true, 40);
    free(text);
}

/* Those were written against a smaller report: only what is said to be wrong must not come out. */
static void shared_forms(void **state) {
    (void)state;
    char *text = read_file("../shared/cases/references.md");
    if (!text) {
        print_message("skipped: ../shared/cases/references.md is not there\n");
        skip();
    }
    check_all(text, false, 35);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(our_forms),
        cmocka_unit_test(rare_forms),
        cmocka_unit_test(shared_forms),
    };
    return cmocka_run_group_tests_name("script forms", tests, NULL, NULL);
}
