/* What the scanner does where a text is larger than it likes: it reads a large one once, and shows a part of a long line.
 */
#include "base/memory.h"
#include "base/utf8.h"
#include "report/builtin.h"
#include "script/language.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct rows {
    struct script_reference *items;
    size_t count;
};

static struct rows scan(const char *text, size_t size) {
    struct rows rows;
    assert_int_equal(script_scan(builtin_report(), text, size, NULL, &rows.items, &rows.count),
                     ERROR_NONE);
    return rows;
}

static int has(const struct rows *rows, size_t line, const char *member) {
    int found = 0;
    for (size_t i = 0; i < rows->count; i++)
        found += rows->items[i].line == line && rows->items[i].member_name &&
                 strcmp(rows->items[i].member_name, member) == 0;
    return found;
}

/* Functions above and below their use, an argument by its place and by its name, a variable of several scopes. */
static const char *const scripts[] = {
    "function Show($vm) { $vm.ThreadCount }\n"
    "function Get-It { Get-CimInstance Win32_Process }\n"
    "$p = Get-It\nShow $p\nShow -vm $p\n$p.Handle\n",
    "import wmi\ndef show(title, vm):\n    print(vm.ThreadCount)\n"
    "c = wmi.WMI()\np = c.Win32_Process()[0]\nprint(p.Handle)\nshow('x', vm=p)\nshow('x', p)\n"
    "def other(p):\n    def inner(q):\n        return q.Name\n    return inner(p)\n",
    "using System.Management;\nvoid Show(ManagementObject vm) { "
    "Console.Write(vm[\"ThreadCount\"]); }\n"
    "var p = new ManagementObject(\"Win32_Process.Handle='4'\");\nShow(vm: p);\n"
    "Console.Write(p[\"Name\"]);\n",
};

/* Whatever is found in the large text is found in the small one too, on the same line; and what needs no second
** reading is found in both. */
static void a_large_text_is_read_once(void **state) {
    enum { LARGE = 1 << 21 };
    static const struct {
        size_t line;
        const char *member;
    } sure[] = {{6, "Handle"}, {6, "Handle"}, {5, "Name"}};
    char *large = malloc(LARGE);
    (void)state;
    assert_non_null(large);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        size_t size = strlen(scripts[i]);
        memcpy(large, scripts[i], size);
        memset(large + size, '\n', LARGE - size);
        struct rows few = scan(large, LARGE), all = scan(scripts[i], size);
        assert_true(has(&all, sure[i].line, sure[i].member));
        assert_true(has(&few, sure[i].line, sure[i].member));
        assert_true(few.count <= all.count);
        for (size_t j = 0; j < few.count; j++)
            if (few.items[j].member_name)
                assert_true(has(&all, few.items[j].line, few.items[j].member_name));
        memory_free(few.items);
        memory_free(all.items);
    }
    free(large);
}

/* The part of a long line that is shown holds the name, and whole characters. */
static void evidence_is_cut_at_characters(void **state) {
    (void)state;
    static char text[6 * SCRIPT_EVIDENCE_MAX];
    static const char query[] = "'SELECT Handle FROM Win32_Process'";
    static const char *const characters[] = {"x", "\xc3\xa4", "\xe2\x9c\x85", "\xf0\x9f\x98\x80"};
    for (size_t kind = 0; kind < 4; kind++) {
        for (size_t before = 0; before < 2 * SCRIPT_EVIDENCE_MAX; before += 7) {
            size_t at = (size_t)snprintf(text, sizeof text, "Get-CimInstance -Foo \"");
            for (size_t i = 0; i < before; i += strlen(characters[kind]))
                at += (size_t)snprintf(text + at, sizeof text - at, "%s", characters[kind]);
            at += (size_t)snprintf(text + at, sizeof text - at, "\" -Query %s -Bar \"", query);
            while (at < sizeof text - 8)
                at += (size_t)snprintf(text + at, sizeof text - at, "%s", characters[kind]);
            struct rows rows = scan(text, at);
            assert_int_equal(rows.count, 2);
            for (size_t i = 0; i < rows.count; i++) {
                const char *shown = rows.items[i].evidence;
                size_t size = rows.items[i].evidence_size;
                assert_in_range(size, SCRIPT_EVIDENCE_MAX - 8, SCRIPT_EVIDENCE_MAX);
                assert_int_equal(utf8_valid(shown, size), size);
                assert_true(shown >= text && shown + size <= text + at);
            }
            memory_free(rows.items);
        }
    }
}

/* Fences that the text ends in. */
static void markdown_ends_anywhere(void **state) {
    (void)state;
    static const char *const ends[] = {
        "```",       "~~~~",        "```ps1",
        "``` {.ps1", "``` {.ps1}",  " \t> ",
        "``` ",      "```ps1\n   ", "```ps1\nGet-CimInstance Win32_Process\n``",
        "``` {",     "```ps1 x"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char text[300];
        int size = snprintf(text, sizeof text,
                            "# A\n```ps1\nGet-CimInstance Win32_Service\n```\n%s", ends[i]);
        char *exact = malloc((size_t)size);
        assert_non_null(exact);
        memcpy(exact, text, (size_t)size);
        struct rows rows = scan(exact, (size_t)size);
        assert_in_range(rows.count, 1, 2);
        assert_int_equal(rows.items[0].line, 3);
        assert_string_equal(rows.items[0].class_name, "Win32_Service");
        memory_free(rows.items);
        free(exact);
    }
}

/* A query begins with its verb, which is a word of other languages too. */
static void a_verb_alone_makes_no_query(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum script_language language;
    } texts[] = {
        {"SELECT", SCRIPT_WQL},
        {"select * from x", SCRIPT_WQL},
        {"REFERENCES OF {x}", SCRIPT_WQL},
        {"-- a comment\nASSOCIATORS OF {x}", SCRIPT_WQL},
        {"selection = 1\nprint(selection)", SCRIPT_PYTHON},
        {"Select-Object Name", SCRIPT_POWERSHELL},
        {"Select Case x\nCase 1\nEnd Select\nDim a\nSet b = c", SCRIPT_VBSCRIPT},
        {"select {\ncase a := <-b:\n}\nfunc f() {\n}", SCRIPT_GO},
        {"fn main() {\n    let x = 1;\n}\nimpl A {\n}", SCRIPT_RUST},
        {"#include <a>\nHRESULT f();\nfunction(1);", SCRIPT_CPP},
        {"var a = require('x');\nfn(1);\nvar b;", SCRIPT_JAVASCRIPT},
        {"  \r\n\t\r\n", SCRIPT_POWERSHELL},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (script_language(texts[i].text, strlen(texts[i].text)) != texts[i].language)
            fail_msg("%s: taken for %d", texts[i].text,
                     script_language(texts[i].text, strlen(texts[i].text)));
}

/* --- Asked to stop --- */

struct asked {
    size_t count, stops_at;
};

static bool count_up(void *context) {
    struct asked *asked = context;
    return ++asked->count == asked->stops_at;
}

/* Each text is asked for again and again, and ends at once where it is to stop. */
static void a_scan_can_be_stopped(void **state) {
    (void)state;
    static const char *const texts[] = {
        "$a = gcim Win32_Process\n$a.Name\n",
        "using System.Management;\nvar a = new ManagementObject(\"Win32_Process\");\n",
        "SELECT Name FROM Win32_Process\n",
        "wmic process get Name\n",
        "```powershell\ngcim Win32_Process\n```\n",
        "- run: gcim Win32_Process\n",
        "import a\na.run('Get-CimInstance Win32_Process')\n",
    };
    enum { SIZE = 1 << 19 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t size = 0, unit = strlen(texts[i]);
        for (; size + unit <= SIZE; size += unit)
            memcpy(text + size, texts[i], unit);
        struct asked all = {0, 0};
        struct poll poll = {count_up, &all};
        struct rows rows;
        assert_int_equal(script_scan(builtin_report(), text, size, &poll, &rows.items, &rows.count),
                         ERROR_NONE);
        if (!rows.count)
            fail_msg("none in %s", texts[i]);
        assert_true(all.count >= 3);
        memory_free(rows.items);
        for (size_t at = 1; at <= all.count; at++) {
            struct asked asked = {0, at};
            poll.context = &asked;
            assert_int_equal(
                script_scan(builtin_report(), text, size, &poll, &rows.items, &rows.count),
                ERROR_INTERRUPT);
            assert_null(rows.items);
            assert_int_equal(rows.count, 0);
            assert_int_equal(asked.count, at);
        }
    }
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_large_text_is_read_once),
        cmocka_unit_test(markdown_ends_anywhere),
        cmocka_unit_test(a_verb_alone_makes_no_query),
        cmocka_unit_test(evidence_is_cut_at_characters),
        cmocka_unit_test(a_scan_can_be_stopped),
    };
    return cmocka_run_group_tests_name("script limits", tests, NULL, NULL);
}
