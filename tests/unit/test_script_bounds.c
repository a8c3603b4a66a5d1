/* Scripts with more of something than the scanner keeps: what comes behind is still read. And scripts that end anywhere.
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

/* A text that grows; the tests free it. */
struct script {
    char *text;
    size_t size, room;
};

static void add(struct script *script, const char *text, size_t times) {
    size_t size = strlen(text);
    if (script->size + size * times > script->room) {
        script->room = 2 * script->room + size * times;
        script->text = realloc(script->text, script->room);
        assert_non_null(script->text);
    }
    for (; times; times--, script->size += size)
        memcpy(script->text + script->size, text, size);
}

/* How often the member is found, or the class itself where it is NULL. */
static size_t count_found(const struct script *script, const char *class_name, const char *member) {
    struct script_reference *rows;
    size_t count, found = 0;
    assert_int_equal(script_scan(builtin_report(), script->text, script->size, NULL, &rows, &count),
                     ERROR_NONE);
    for (size_t i = 0; i < count; i++)
        found += strcmp(rows[i].class_name, class_name) == 0 &&
                 (member ? rows[i].member_name && strcmp(rows[i].member_name, member) == 0
                         : !rows[i].member_name);
    memory_free(rows);
    return found;
}

/* Whatever stands at the deepest bracket that is read: what is behind them all is read as ever. */
static void brackets_deeper_than_is_read(void **state) {
    static const struct {
        const char *head, *open, *inner, *close, *behind;
    } cases[] = {
        {"using System.Management;\n", "{",
         "void F(int a) { } class X : Y(1) { int a; } try { } catch (E e) { } if (a) { } "
         "foreach (var x in y) { } var z = (A)b; var l = x => { }; ",
         "}",
         "\nvar p = new ManagementObject(\"Win32_Process.Handle='4'\");\n"
         "Console.Write(p[\"ThreadCount\"]);\n"},
        {"var w = GetObject(\"winmgmts:\");\n", "{",
         "function f(a) { } try { } catch (e) { } for (var x in y) { } x(function (a) { }); ", "}",
         "\nfor (var e = new Enumerator(w.InstancesOf(\"Win32_Process\")); !e.atEnd(); "
         "e.moveNext())\n"
         "  WScript.Echo(e.item().ThreadCount);\n"},
        {"package main\nimport \"github.com/StackExchange/wmi\"\n", "{",
         "func (r *Row) f(a int) { }; type T struct { a int }; x(func (a int) { }); ", "}",
         "\nvar p []Win32_Process\nfmt.Println(p[0].ThreadCount)\n"},
        {"use wmi::{COMLibrary, WMIConnection};\n", "{",
         "fn f(a: u32) { } #[derive(A)] struct T { a: u32 } for x in y { } ", "}",
         "\nfn main() { let p: Win32_Process = c.get()?; println!(\"{}\", p.thread_count); }\n"},
        {"import wmi\n", "(", "lambda a: (a), [x for x in (y)], f(a), {1: 2}, ", ")",
         "\np = wmi.WMI().Win32_Process()[0]\nprint(p.ThreadCount)\n"},
        {"import wmi\n", "[", "\ndef f(a):\n    pass\nclass X(y):\n    pass\n", "]",
         "\np = wmi.WMI().Win32_Process()[0]\nprint(p.ThreadCount)\n"},
        {"$x = Get-CimInstance Win32_Service\n", "{",
         "param($a) function f($a) { } foreach ($x in $y) { } switch ($x) { 1 { } } if ($x) { } "
         "try { } catch { } class T { [int]$a } @{a = 1}; [int][int]$x; ",
         "}", "\n$p = Get-CimInstance Win32_Process\n$p.ThreadCount\n"},
        {"Set w = GetObject(\"winmgmts:\")\n", "(",
         "\nSub F(a)\nEnd Sub\nFor Each x In (y)\nNext\n", ")",
         "\nSet p = w.Get(\"Win32_Process.Handle='4'\")\nWScript.Echo p.ThreadCount\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t depth = 60; depth < 70; depth++) {
            struct script script = {0};
            add(&script, cases[i].head, 1);
            add(&script, cases[i].open, depth);
            add(&script, cases[i].inner, 1);
            add(&script, cases[i].close, depth);
            add(&script, cases[i].behind, 1);
            if (count_found(&script, "Win32_Process", "ThreadCount") != 1)
                fail_msg("case %d at depth %d", (int)i, (int)depth);
            free(script.text);
        }
}

/* No name is as long: it is passed over, and the rest is read. */
static void names_that_are_too_long(void **state) {
    static const char *const around[][3] = {
        {"$", " = Get-CimInstance Win32_Process\n$p = Get-CimInstance Win32_Process\n$p.",
         "\n$p.ThreadCount\n"},
        {"import wmi\n", " = wmi.WMI().Win32_Process()\np = wmi.WMI().Win32_Process()[0]\np.",
         "\nprint(p.ThreadCount)\n"},
        {"using System.Management;\nvoid F(int ",
         ") { }\nvar p = new ManagementObject(\"Win32_Process.Handle='4'\"); p.",
         "();\nConsole.Write(p[\"ThreadCount\"]);\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        struct script script = {0};
        add(&script, around[i][0], 1);
        add(&script, "a", 70000);
        add(&script, around[i][1], 1);
        add(&script, "b", 70000);
        add(&script, around[i][2], 1);
        assert_int_equal(count_found(&script, "Win32_Process", "ThreadCount"), 1);
        free(script.text);
    }
}

/* More names than are kept: those behind are not followed, but classes are found. */
static void more_names_than_are_kept(void **state) {
    struct script script = {0};
    (void)state;
    for (int i = 0; i < 140000; i++) {
        char line[32];
        snprintf(line, sizeof line, "$a%d=1\n", i);
        add(&script, line, 1);
    }
    add(&script, "function Get-It($x) { return $x }\n$p = Get-CimInstance Win32_Process\n", 1);
    add(&script, "Get-It $p\nforeach ($q in $p) { $q.Handle }\n", 1);
    assert_int_equal(count_found(&script, "Win32_Process", NULL), 1);
    free(script.text);
}

/* More namespaces than are kept, and a longer one. */
static void more_namespaces_than_are_kept(void **state) {
    struct script script = {0};
    (void)state;
    for (int i = 0; i < 40; i++) {
        char line[96];
        snprintf(line, sizeof line,
                 "Get-CimInstance -Namespace root\\n%d -ClassName Win32_Process\n", i);
        add(&script, line, 1);
    }
    add(&script, "Get-CimInstance -Namespace root\\", 1);
    add(&script, "n", 100);
    add(&script, " -ClassName Win32_Process\n", 1);
    assert_int_equal(count_found(&script, "Win32_Process", NULL), 41);
    free(script.text);
}

/* Python: functions in functions, deeper than their scopes are kept apart. */
static void functions_in_functions(void **state) {
    struct script script = {0};
    (void)state;
    add(&script, "import wmi\n", 1);
    for (size_t i = 0; i < 20; i++) {
        add(&script, "  ", i);
        add(&script, "def f(a):\n", 1);
    }
    add(&script, "  ", 20);
    add(&script, "pass\np = wmi.WMI().Win32_Process()[0]\nprint(p.ThreadCount)\n", 1);
    assert_int_equal(count_found(&script, "Win32_Process", "ThreadCount"), 1);
    free(script.text);
}

/* Of a list of any length the first value is what stands first. */
static void lists_that_are_long(void **state) {
    static const char *const heads[][3] = {
        {"import wmi\nc = wmi.WMI()\np, a = c.Win32_Process()[0]", ", 1",
         "\nprint(p.ThreadCount)\n"},
        {"import wmi\nc = wmi.WMI()\np", ", a",
         " = c.Win32_Process()[0], 1\nprint(p.ThreadCount)\n"},
        {"import wmi\nc = wmi.WMI()\nfor p in (c.Win32_Process()[0]", ", 1",
         "):\n    print(p.ThreadCount)\n"},
        {"$p = (Get-CimInstance Win32_Process), 1", ", 1", "\n$p.ThreadCount\n"},
    };
    static const size_t lengths[] = {1, 7, 8, 9, 300};
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        for (size_t j = 0; j < sizeof lengths / sizeof *lengths; j++) {
            struct script script = {0};
            add(&script, heads[i][0], 1);
            add(&script, heads[i][1], lengths[j]);
            add(&script, heads[i][2], 1);
            if (count_found(&script, "Win32_Process", "ThreadCount") != 1)
                fail_msg("list %d of %d", (int)i, (int)lengths[j]);
            free(script.text);
        }
}

/* Every start of every form is a script: what is found in it lies in it, line after line. */
static void scripts_that_end_anywhere(void **state) {
    enum { START_MAX = 400 }; /* longer ones hold more of the same */
    static const char *const paths[] = {"tests/fixtures/scripts/forms.md",
                                        "tests/fixtures/scripts/rare.md"};
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        static char page[1 << 17];
        FILE *file = fopen(paths[i], "rb");
        assert_non_null(file);
        size_t all = fread(page, 1, sizeof page - 1, file);
        fclose(file);
        page[all] = '\0';
        for (const char *at = page; (at = strstr(at, "\n#### ")) != NULL;) {
            const char *start = strchr(strstr(at, "\n```") + 1, '\n') + 1;
            const char *end = strstr(start, "\n\n- expected: ");
            assert_non_null(end);
            at = end;
            for (size_t size = 1; size < (size_t)(end - start) && size < START_MAX; size++) {
                char *text = malloc(size); /* reading beyond it is seen */
                struct script_reference *rows;
                size_t count;
                assert_non_null(text);
                memcpy(text, start, size);
                assert_int_equal(script_scan(builtin_report(), text, size, NULL, &rows, &count),
                                 ERROR_NONE);
                for (size_t j = 0; j < count; j++) {
                    assert_true(rows[j].evidence >= text);
                    assert_true(rows[j].evidence + rows[j].evidence_size <= text + size);
                    assert_true(j == 0 || rows[j].line >= rows[j - 1].line);
                }
                memory_free(rows);
                free(text);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_deeper_than_is_read),
        cmocka_unit_test(names_that_are_too_long),
        cmocka_unit_test(more_names_than_are_kept),
        cmocka_unit_test(more_namespaces_than_are_kept),
        cmocka_unit_test(functions_in_functions),
        cmocka_unit_test(lists_that_are_long),
        cmocka_unit_test(scripts_that_end_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
