/* What every construct of every language does when it stands in itself deeper than the scanner follows, and when it is
** never closed: the scan ends, every row lies inside the text, and what stood before is still found. Run from the
** project's root. */
#include "base/memory.h"
#include "report/builtin.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A fence of Markdown says the language; the line behind it names Win32_Process and its Handle. Some empty fences
** before it leave no doubt that it is Markdown. */
#define FENCES "```\n```\n```\n```\n```\n```\n```\n```\n```\n```\n```\n```\n"
enum { QUERY_LINE = 14 };

static const struct {
    const char *fence, *query;
} languages[] = {
    {"ps1", "$x = Get-WmiObject -Query 'SELECT Handle FROM Win32_Process'"},
    {"vbs", "Set x = y.ExecQuery(\"SELECT Handle FROM Win32_Process\")"},
    {"cs", "var x = new ManagementObjectSearcher(\"SELECT Handle FROM Win32_Process\");"},
    {"py", "x = y.query('SELECT Handle FROM Win32_Process')"},
    {"js", "var x = y.ExecQuery('SELECT Handle FROM Win32_Process');"},
    {"go", "q := \"SELECT Handle FROM Win32_Process\""},
    {"rs", "let x = y.raw_query(\"SELECT Handle FROM Win32_Process\");"},
    {"cpp", "y->ExecQuery(L\"WQL\", L\"SELECT Handle FROM Win32_Process\");"},
    {"cmd", "wmic path Win32_Process get Handle"},
    {"wql", "SELECT Handle FROM Win32_Process"},
};

static const char *const openers[] = {
    "(",
    "[",
    "{",
    "f(",
    "f[",
    "a.b(",
    "if (",
    "while (",
    "for (",
    "for a in (",
    "foreach (",
    "foreach (a in (",
    "catch (",
    "using (",
    "switch (",
    "switch {",
    "try {",
    "return (",
    "class A {",
    "class A(",
    "struct A {",
    "impl A {",
    "type A struct {",
    "function f(",
    "function f {",
    "function (",
    "def f(",
    "fn f(",
    "func (a *A) f(",
    "func(",
    "sub f(",
    "dim a(",
    "param(",
    "process {",
    "import (",
    "const (",
    "new A(",
    "new A {",
    "lambda x: (",
    "x => {",
    "x => (",
    "@{",
    "@(",
    "$(",
    "@{a={",
    "|%{",
    "\"$(",
    "$\"{",
    "f\"{",
    "`${",
    "#[a(",
    "[a(",
    "with (",
    "select case (",
    "R\"(",
    "r#\"",
    "@\"",
    "'''",
    "<#",
    "/*",
    "select * from a where (",
    "wmic a where (",
};

/* What may stand behind an opener. */
static const char *const fillers[] = {"", "a ", "a, b = ", "\n", ") ", "} a ", "'a' "};

enum { DEPTH = 150, SIZE = 16000 };

static void scan(const char *text, size_t size, const char *what) {
    char *exact = malloc(size); /* a sanitizer sees any byte read beyond it */
    struct script_reference *rows;
    size_t count, found = 0;
    assert_non_null(exact);
    memcpy(exact, text, size);
    assert_int_equal(script_scan(builtin_report(), exact, size, NULL, &rows, &count), ERROR_NONE);
    for (size_t i = 0; i < count; i++) {
        assert_true(rows[i].evidence >= exact);
        assert_true(rows[i].evidence + rows[i].evidence_size <= exact + size);
        found += rows[i].line == QUERY_LINE && strcmp(rows[i].class_name, "Win32_Process") == 0;
    }
    memory_free(rows);
    free(exact);
    if (found < 2)
        fail_msg("the line before was not read: %s", what);
}

static void constructs_in_themselves(void **state) {
    (void)state;
    static char text[SIZE], what[100];
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        for (size_t j = 0; j < sizeof openers / sizeof *openers; j++) {
            for (size_t k = 0; k < sizeof fillers / sizeof *fillers; k++) {
                size_t at = (size_t)snprintf(text, SIZE, FENCES "```%s\n%s\n", languages[i].fence,
                                             languages[i].query);
                for (int n = 0; n < DEPTH; n++)
                    at += (size_t)snprintf(text + at, SIZE - at, "%s%s", openers[j], fillers[k]);
                snprintf(what, sizeof what, "%s, %s%s", languages[i].fence, openers[j], fillers[k]);
                assert_true(at < SIZE);
                scan(text, at, what);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constructs_in_themselves),
    };
    return cmocka_run_group_tests_name("script nesting", tests, NULL, NULL);
}
