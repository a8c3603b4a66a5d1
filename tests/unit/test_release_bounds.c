/* Parts of version strings: whatever a text says, its build is one of the list or stands in the text. Never a guess. */
#include "release/release.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int asked, answered;

/* Asks in a block of just that size, so that reading beyond it is seen. */
static uint32_t ask(const char *text, size_t size) {
    char *copy = malloc(size + !size);
    assert_non_null(copy);
    memcpy(copy, text, size);
    uint32_t build = release_build(&release_list, (struct text){copy, size});
    free(copy);
    asked++;
    answered += build != 0;
    return build;
}

static void check(const char *text, size_t size) {
    uint32_t build = ask(text, size);
    if (!build || release_of(&release_list, build))
        return;
    char digits[16], whole[1024];
    snprintf(digits, sizeof digits, "%u", (unsigned)build);
    snprintf(whole, sizeof whole, "%.*s", (int)size, text);
    if (!strstr(whole, digits))
        fail_msg("%s: %s", whole, digits);
}

/* Each start, each end, and each string with one of its characters left out. */
static void parts_of_strings(void **state) {
    (void)state;
    char line[1024];
    FILE *file = fopen("tests/fixtures/versions.tsv", "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        char *text = *line == '#' ? NULL : strrchr(line, '\t');
        if (!text)
            continue;
        size_t size = strlen(++text);
        for (size_t at = 0; at < size; at++) {
            char without[sizeof line];
            check(text, at);
            check(text + at, size - at);
            memcpy(without, text, at);
            memcpy(without + at, text + at + 1, size - at - 1);
            check(without, size - 1);
        }
    }
    fclose(file);
    print_message("%d asked, %d answered\n", asked, answered);
    assert_true(asked > 50000 && answered > 1000 && answered < asked / 2);
}

/* What may stand between the words and the numbers of a name changes no build: it is the same or none. */
static void signs_between_words(void **state) {
    static const char *const names[][3] = {{"Windows", "Server", "2019"},
                                           {"Windows", "10", "22H2"},
                                           {"Windows", "Server", "2012 R2"},
                                           {"Windows", "10", "10.0.19045"},
                                           {"Windows", "11", "(22621)"},
                                           {"Windows", "7", "SP1"},
                                           {"Windows", "Server 2008", "R2 SP1"},
                                           {"Hyper-V", "Server", "2016"},
                                           {"Windows", "8.1", "Pro"}};
    static const char *const signs[] = {" ",
                                        "-",
                                        "_",
                                        "/",
                                        ",",
                                        ", ",
                                        ": ",
                                        ".",
                                        "(",
                                        ") ",
                                        " >= ",
                                        " <= ",
                                        " < ",
                                        " > ",
                                        " -> ",
                                        " => ",
                                        " = ",
                                        "+",
                                        " + ",
                                        ";",
                                        "\t",
                                        "|",
                                        "\xe2\x80\x93",
                                        "\xc2\xa0",
                                        "\xe3\x80\x80",
                                        "®",
                                        " x64 ",
                                        " not ",
                                        " or ",
                                        "\n"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char text[200];
        snprintf(text, sizeof text, "%s %s %s", names[i][0], names[i][1], names[i][2]);
        uint32_t usual = ask(text, strlen(text));
        assert_int_not_equal(usual, 0);
        for (size_t j = 0; j < sizeof signs / sizeof *signs; j++)
            for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
                snprintf(text, sizeof text, "%s%s%s%s%s", names[i][0], signs[j], names[i][1],
                         signs[k], names[i][2]);
                uint32_t build = ask(text, strlen(text));
                if (build && build != usual)
                    fail_msg("%s: %u, as %s %s %s: %u", text, (unsigned)build, names[i][0],
                             names[i][1], names[i][2], (unsigned)usual);
            }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_strings),
        cmocka_unit_test(signs_between_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
