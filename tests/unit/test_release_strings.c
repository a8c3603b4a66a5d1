/*
** Version strings by the hundred: those of ../shared/cases, where it is there, and our own in
** tests/fixtures/versions.tsv. A wrong build is a fault; a string that is not answered is one too,
** unless its kind stands below with the reason. Also the table of words that they are read by.
*/
#include "release/fold.h"
#include "release/release.h"
#include "release/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* The builds that a report has: the answers of the files are builds of it. */
static const uint32_t reported[] = {29617, 29560, 28000, 26200, 26100, 25398, 22621, 22000,
                                    20348, 19045, 19041, 18362, 17763, 17134, 16299, 15063,
                                    14393, 10586, 10240, 9600,  9200,  7601};
enum { REPORTED = sizeof reported / sizeof *reported };

/* Which strings are not answered although they mean a build, and why. */
static const struct {
    const char *kind;
    int count;
    const char *reason;
} unanswered[] = {
    {"history", 3, "says 'upgraded', or how many there are"},
    {"ltsc", 1, "says 'upgraded'"},
    {"preview", 1, "says 'vNext'"},
    {"other", 1, "names another product of the number 365"},
    {"mix", 6, "R2 beside words that are not known: it may be the system's"},
};
enum { UNANSWERED = sizeof unanswered / sizeof *unanswered };

static uint32_t core_of(uint32_t build) {
    const struct release *release = release_of(&release_list, build);
    return release ? release->core : build;
}

/* The build of the report that stands for it: itself, the next newer of its core, or the next older. */
static uint32_t resolve(uint32_t build) {
    uint32_t newer = 0, older = 0;
    for (size_t i = 0; i < REPORTED; i++) {
        if (reported[i] == build)
            return build;
        if (core_of(reported[i]) != core_of(build))
            continue;
        if (reported[i] > build)
            newer = reported[i];
        else if (!older)
            older = reported[i];
    }
    return newer ? newer : older;
}

struct count {
    int right, wrong, gaps, by_kind[UNANSWERED];
};

static void check_line(char *line, struct count *count) {
    line[strcspn(line, "\n")] = '\0';
    char *kind = strchr(line, '\t'), *text = NULL;
    if (*line == '#' || !kind)
        return;
    kind = strchr(kind + 1, '\t');
    assert_non_null(kind);
    text = strchr(++kind, '\t');
    assert_non_null(text);
    *text++ = '\0';
    uint32_t expected = (uint32_t)strtoul(line, NULL, 10); /* 0 for NULL */
    uint32_t build = resolve(release_build(&release_list, text_of(text)));
    if (build == expected) {
        count->right++;
        return;
    }
    for (size_t i = 0; !build && i < UNANSWERED; i++)
        if (strcmp(kind, unanswered[i].kind) == 0) {
            count->by_kind[i]++;
            return;
        }
    print_error("[%s] '%s': %u, expected %u\n", kind, text, build, expected);
    if (build)
        count->wrong++;
    else
        count->gaps++;
}

static struct count check_file(const char *path) {
    struct count count = {0};
    char line[4096];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        check_line(line, &count);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(count.wrong, 0);
    assert_int_equal(count.gaps, 0);
    return count;
}

static void shared_strings(void **state) {
    (void)state;
    const char *path = "../shared/cases/versions.tsv";
    FILE *file = fopen(path, "rb");
    if (!file) {
        print_message("skipped: %s is not there\n", path);
        skip();
    }
    fclose(file);
    struct count count = check_file(path);
    assert_true(count.right >= 489);
    for (size_t i = 0; i < UNANSWERED; i++)
        if (count.by_kind[i] > unanswered[i].count)
            fail_msg("%d of '%s' are not answered, %d are excused (%s)", count.by_kind[i],
                     unanswered[i].kind, unanswered[i].count, unanswered[i].reason);
}

static void our_strings(void **state) {
    (void)state;
    struct count count = check_file("tests/fixtures/versions.tsv");
    assert_true(count.right >= 400);
    for (size_t i = 0; i < UNANSWERED; i++)
        assert_int_equal(count.by_kind[i], 0);
}

/* Every report build is found by its number in every form that says a build outright. */
static void every_build_in_every_form(void **state) {
    (void)state;
    static const char *const forms[] = {
        "%u",
        "%u.1",
        " %u ",
        "\"%u\"",
        "Build %u",
        "(Build %u.1742)",
        "OS build %u",
        "Windows %u",
        "Windows (%u)",
        "Microsoft Windows [Version 10.0.%u.1]",
        "Microsoft Windows NT 10.0.%u.0",
        "HOST-01 Windows 10.0.%u",
    };
    for (size_t i = 0; i < REPORTED; i++)
        for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
            char text[64];
            if (reported[i] == 7601 && strstr(forms[k], "10.0"))
                continue;
            snprintf(text, sizeof text, forms[k], (unsigned)reported[i]);
            if (release_build(&release_list, text_of(text)) != reported[i])
                fail_msg("'%s' is not understood", text);
        }
}

/* A name that is understood is understood no more with any word that says 'or later', 'not', 'was',
** with a word of another system, or with one that nobody knows, wherever it stands. */
static void words_that_spoil_a_name(void **state) {
    (void)state;
    char text[256];
    for (size_t i = 0; i < word_count; i++) {
        if (word_rows[i].kind != WORD_RANGE && word_rows[i].kind != WORD_SYSTEM)
            continue;
        static const char *const forms[] = {"Windows Server 2019 %s", "%s Windows Server 2019",
                                            "Windows 10 22H2 (%s)",   "10.0.17763 %s",
                                            "%s 10.0.17763",          "Build 17763 %s"};
        for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
            int size = snprintf(text, sizeof text, forms[k], word_text(&word_rows[i]));
            if (release_build(&release_list, (struct text){text, (size_t)size}))
                fail_msg("'%s' is understood", text);
        }
    }
    assert_int_equal(release_build(&release_list, text_of("Windows Server 2019 xyzzy")), 0);
    assert_int_equal(release_build(&release_list, text_of("xyzzy Windows Server 2019")), 0);
}

/* … and with every harmless word in every language it still is. */
static void words_that_are_harmless(void **state) {
    (void)state;
    char text[256];
    for (size_t i = 0; i < word_count; i++) {
        if (word_rows[i].kind != WORD_EDITION && word_rows[i].kind != WORD_WORD &&
            word_rows[i].kind != WORD_LINK)
            continue;
        int size = snprintf(text, sizeof text, "Windows Server 2019 %s", word_text(&word_rows[i]));
        if (release_build(&release_list, (struct text){text, (size_t)size}) != 17763)
            fail_msg("'%s' is not understood", text);
    }
}

static void the_table_of_words_is_in_order(void **state) {
    (void)state;
    for (size_t i = 0; i < word_count; i++) {
        const struct word *word = &word_rows[i];
        struct fold fold;
        if (i && strcmp(word_text(&word_rows[i - 1]), word_text(word)) >= 0)
            fail_msg("words.def: '%s' stands behind '%s'", word_text(word),
                     word_text(&word_rows[i - 1]));
        assert_int_equal(word->size, strlen(word_text(word)));
        assert_int_equal(strlen(word->language), 2);
        assert_int_equal(strcspn(word_text(word), "0123456789"), word->size);
        assert_true(fold_text(&fold, (struct text){word_text(word), word->size}));
        if (fold.size != word->size || memcmp(fold.text, word_text(word), fold.size) != 0)
            fail_msg("words.def: '%s' is not folded", word_text(word));
        assert_int_equal(word_find((struct text){word_text(word), word->size}), i);
    }
}

/* Letters without accents, in every form in which Unicode has them. */
static void text_is_folded(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"\xc3\x89"
         "dition",
         "edition"},
        {"e\xcc\x81"
         "dition",
         "edition"},
        {"Windows\xc2\xae 10", "windows 10"},
        {"R\xc2\xb2", "r2"},
        {"\xef\xbc\xb7\xef\xbc\x91", "w1"},
        {"a\xc2\xa0\xe3\x80\x80"
         "b",
         "a  b"},
        {"\xe2\x80\x93\xe2\x88\x92", "--"},
        {"\xd0\x92\xd0\x81", "\xd0\xb2\xd1\x91"},
        {"\xff"
         "a\xe2\x82",
         "\1"
         "a\1\1"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct fold fold;
        assert_true(fold_text(&fold, text_of(pairs[i][0])));
        assert_int_equal(fold.size, strlen(pairs[i][1]));
        assert_memory_equal(fold.text, pairs[i][1], fold.size);
    }
}

/* A long text costs no more than what a version string may be long. */
static void long_texts_are_refused_at_once(void **state) {
    (void)state;
    enum { SIZE = 1 << 22 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = "Windows 10.0.17763 "[i % 19];
    clock_t start = clock();
    assert_int_equal(release_build(&release_list, (struct text){text, SIZE}), 0);
    assert_true(clock() - start < CLOCKS_PER_SEC / 10);
    assert_int_equal(release_build(&release_list, (struct text){text, 18}), 17763);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_strings),
        cmocka_unit_test(our_strings),
        cmocka_unit_test(every_build_in_every_form),
        cmocka_unit_test(words_that_spoil_a_name),
        cmocka_unit_test(words_that_are_harmless),
        cmocka_unit_test(the_table_of_words_is_in_order),
        cmocka_unit_test(text_is_folded),
        cmocka_unit_test(long_texts_are_refused_at_once),
    };
    return cmocka_run_group_tests_name("release strings", tests, NULL, NULL);
}
