/*
** Finding WMI uses in whole scripts: precision and recall on the labelled ones of
** tests/fixtures/scripts (see its README), and texts that are no scripts. Run from the project's
** root.
*/
#include "base/memory.h"
#include "report/builtin.h"
#include "script/language.h"
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

#define SCRIPTS "tests/fixtures/scripts/"

/* --- Labelled scripts --- */

static const struct labelled {
    const char *file;
    enum script_language language;
} labelled[] = {
    {"define-vm.ps1", SCRIPT_POWERSHELL},
    {"fabric.ps1", SCRIPT_POWERSHELL},
    {"gpu-audit.ps1", SCRIPT_POWERSHELL},
    {"kvp-exchange.ps1", SCRIPT_POWERSHELL},
    {"replication.ps1", SCRIPT_POWERSHELL},
    {"set-memory.ps1", SCRIPT_POWERSHELL},
    {"snapshots.ps1", SCRIPT_POWERSHELL},
    {"start-vm.ps1", SCRIPT_POWERSHELL},
    {"switch-report.ps1", SCRIPT_POWERSHELL},
    {"vm-inventory.ps1", SCRIPT_POWERSHELL},
    {"watch-vms.ps1", SCRIPT_POWERSHELL},
    {"change-state.vbs", SCRIPT_VBSCRIPT},
    {"event-log.vbs", SCRIPT_VBSCRIPT},
    {"export-settings.vbs", SCRIPT_VBSCRIPT},
    {"list-vms.vbs", SCRIPT_VBSCRIPT},
    {"rename-switch.vbs", SCRIPT_VBSCRIPT},
    {"resource-pools.vbs", SCRIPT_VBSCRIPT},
    {"CimReader.cs", SCRIPT_CSHARP},
    {"LegacyTool.cs", SCRIPT_CSHARP},
    {"MemoryReport.cs", SCRIPT_CSHARP},
    {"ModifySettings.cs", SCRIPT_CSHARP},
    {"StartVm.cs", SCRIPT_CSHARP},
    {"SwitchTool.cs", SCRIPT_CSHARP},
    {"Watcher.cs", SCRIPT_CSHARP},
    {"disks.py", SCRIPT_PYTHON},
    {"inventory.py", SCRIPT_PYTHON},
    {"kvp.py", SCRIPT_PYTHON},
    {"live_migration.py", SCRIPT_PYTHON},
    {"replicate.py", SCRIPT_PYTHON},
    {"state.py", SCRIPT_PYTHON},
    {"vmtools.py", SCRIPT_PYTHON},
    {"events.wql", SCRIPT_WQL},
    {"jobs.wql", SCRIPT_WQL},
    {"machines.wql", SCRIPT_WQL},
    {"metrics.wql", SCRIPT_WQL},
};

enum { LABELLED = sizeof labelled / sizeof *labelled };

static char *read_file(const char *name, const char *suffix, size_t *size) {
    char path[256];
    snprintf(path, sizeof path, SCRIPTS "%s%s", name, suffix);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s: cannot be opened", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long end = ftell(file);
    assert_true(end >= 0);
    rewind(file);
    char *text = malloc((size_t)end + 1);
    assert_non_null(text);
    *size = fread(text, 1, (size_t)end, file);
    text[*size] = '\0';
    assert_int_equal(*size, end);
    fclose(file);
    return text;
}

/* One line for each reference: "line column class member". The caller frees it. */
static char *found_in(const char *text, size_t size) {
    struct script_reference *references;
    size_t count;
    assert_int_equal(script_scan(builtin_report(), text, size, NULL, &references, &count),
                     ERROR_NONE);
    char *lines = malloc(count * 200 + 1);
    assert_non_null(lines);
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(
            lines + length, 200, "%llu %llu %s %s\n", (unsigned long long)references[i].line,
            (unsigned long long)references[i].column, references[i].class_name,
            references[i].member_name ? references[i].member_name : "-");
    lines[length] = '\0';
    memory_free(references);
    return lines;
}

/* How many of these lines are not among those? Prints them. */
static int lines_missing(const char *these, const char *those, const char *file, const char *what) {
    int missing = 0;
    for (const char *line = these; *line;) {
        size_t size = strcspn(line, "\n") + 1;
        bool found = false;
        for (const char *other = those; *other && !found; other += strcspn(other, "\n") + 1)
            found = strncmp(line, other, size) == 0;
        if (!found)
            print_message("%s: %s: %.*s\n", file, what, (int)size - 1, line);
        missing += !found;
        line += size;
    }
    return missing;
}

static int count_lines(const char *lines) {
    int count = 0;
    for (; *lines; lines++)
        count += *lines == '\n';
    return count;
}

static void labelled_scripts(void **state) {
    (void)state;
    int labels = 0, found = 0, missed = 0, wrong = 0;
    for (size_t i = 0; i < LABELLED; i++) {
        size_t size, expected_size;
        char *text = read_file(labelled[i].file, "", &size);
        char *expected = read_file(labelled[i].file, ".expected", &expected_size);
        char *actual = found_in(text, size);
        labels += count_lines(expected);
        found += count_lines(actual);
        missed += lines_missing(expected, actual, labelled[i].file, "missed");
        wrong += lines_missing(actual, expected, labelled[i].file, "wrong");
        free(actual);
        free(expected);
        free(text);
    }
    print_message(
        "%d scripts, %d labels, %d found, %d wrong, %d missed: precision %.4f, recall %.4f\n",
        (int)LABELLED, labels, found, wrong, missed, (double)(found - wrong) / found,
        (double)(labels - missed) / labels);
    assert_int_equal(labels, 477);
    assert_true(wrong <= 1);
    assert_true(missed <= 10);
}

static void languages_are_told_apart(void **state) {
    (void)state;
    for (size_t i = 0; i < LABELLED; i++) {
        size_t size;
        char *text = read_file(labelled[i].file, "", &size);
        if (script_language(text, size) != labelled[i].language)
            fail_msg("%s: taken for language %d", labelled[i].file, script_language(text, size));
        free(text);
    }
    assert_int_equal(script_language("", 0), SCRIPT_POWERSHELL);
    assert_int_equal(script_language("Msvm_ComputerSystem", 19), SCRIPT_POWERSHELL);
}

/* --- Texts that are no scripts --- */

/* The text stands in a block of just its size, so that a sanitizer sees any byte read beyond it. */
static void scan_exactly(const char *text, size_t size) {
    char *exact = malloc(size ? size : 1);
    assert_non_null(exact);
    memcpy(exact, text, size);
    struct script_reference *references;
    size_t count;
    assert_int_equal(script_scan(builtin_report(), exact, size, NULL, &references, &count),
                     ERROR_NONE);
    for (size_t i = 0; i < count; i++) {
        assert_true(references[i].evidence >= exact);
        assert_true(references[i].evidence + references[i].evidence_size <= exact + size);
        if (i)
            assert_true(references[i].line > references[i - 1].line ||
                        references[i].column >= references[i - 1].column);
    }
    memory_free(references);
    free(exact);
}

static void any_bytes_are_read_safely(void **state) {
    (void)state;
    static const char nasty[] = "\"'`{}()[]$@#<>=.,:|\\\n \xff";
    uint32_t random = 1;
    for (size_t i = 0; i < LABELLED; i++) {
        size_t size;
        char *text = read_file(labelled[i].file, "", &size);
        for (size_t end = 0; end < size; end += 7)
            scan_exactly(text, end);
        for (int round = 0; round < 100; round++) {
            for (int change = 0; change < 8; change++) {
                random = random * 1664525 + 1013904223;
                text[random % size] = nasty[(random >> 8) % sizeof nasty];
            }
            scan_exactly(text, size);
        }
        free(text);
    }
    scan_exactly("", 0);
    scan_exactly("\xef\xbb\xbf", 3);
}

/* Each over and over makes a text that could take long. */
static const char *const units[] = {
    "(",
    "[",
    "{",
    "@{",
    "$(",
    "\"$(",
    "` ",
    "<#",
    "/*",
    "\"",
    "'",
    "@\"\n",
    "a<",
    "f\"{",
    "a:b:",
    "$x.Name ",
    "_ \n",
    "REM ",
    "SELECT Name,Caption ",
    "WHERE Name = ",
    "SELECT Name FROM Msvm_ComputerSystem ",
    "$_.Name;",
    "}",
    "=",
    "|",
    "[a.Name for a in c.Msvm_ComputerSystem() for a in ",
    "\"SELECT * FROM Msvm_ComputerSystem WHERE Name='\"+a+\"' AND Caption=\"+",
    "gcim Msvm_ComputerSystem -Filter \"Name='x'\"|%{",
    "@{Filter=\"Name=1\";X=",
    "(a)",
    "new ",
    "if (",
    "a=>",
    "x = ",
    "$a = ",
    "$a, $b = ",
    "lambda x:",
    "function f(",
    "function f { ",
    "import a\ndef f(a):\n ",
    "Dim a\nFunction f(a)\n",
    "using System;\nint f(int a) { ",
    "[wmi]",
    "@(",
    "#[derive(",
    "not ",
    "wmic cpu where a get ",
    "'gcim \"gcim ",
    "root\\root\\",
    "\"root/",
    "package a\ntype A struct { ",
    "foreach ($a in ",
    "switch ($a) { 'a' ",
    "```\n",
    "using (a) ",
    "return (",
    "a.b(c, ",
    "with a as b, ",
    "using System;\nvar a = from b in ",
    "<a><script>",
    "<a><script><![CDATA[",
    "- a: b\n",
    "- a: |\n  Get-CimInstance ",
    "['wmic', 'cpu', ",
    "const a = require('b');`${a}wmic ",
    "using System;$\"{Get-CimInstance {",
    "'Name', ",
    "$a = 'Name'; $b.$a; ",
    "f 'Name' ",
    "import a\na.append(Name)\n",
    "package a\nf(&a, ",
    "#[derive(a)] struct A { #[serde(rename = \"b\")] ",
    "using System;case a: ",
    "import a\nlambda p: p.Name, ",
    "(gcim CIM_Processor).L2CacheSize;(gcim CIM_Processor).Name;",
    "\"Name = 'x'\" ",
    "@{Property='Name','Caption';",
    "@echo off\npowershell Get-CimInstance ",
    "@echo off\npowershell \"Get-CimInstance ",
    "using System;f(\"Name\", \"Win32_Process\", ",
    "{\"a\": \"Get-CimInstance \\\"a",
    "resource \"a\" {\n<<-EOT\nGet-CimInstance ",
    "{\"a\": <<A\n",
    "```yaml\n- a: |\n  Get-CimInstance a\n```\n",
    "$a, $b = $c, $d; ",
    "$a.ForEach{",
    "from a import b\na, b = c, d\n",
    "from a import b\nx.RequestCustomRestore()\n",
};

/* Were any of these read in quadratic time, the test would not end. */
static void hostile_texts_take_linear_time(void **state) {
    (void)state;
#ifdef TESTS_SMALL /* of an instrumented build, which is slow */
    enum { SIZE = 1 << 16 };
#else
    enum { SIZE = 1 << 19 };
#endif
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t unit = strlen(units[i]), size = 0;
        for (; size + unit <= SIZE; size += unit)
            memcpy(text + size, units[i], unit);
        scan_exactly(text, size);
    }
    free(text);
}

/* Rows of quotes take no longer, in whichever language. */
static void quotes_take_linear_time(void **state) {
    (void)state;
    static const char *const heads[] = {
        "gcim a\n",
        "Option Explicit\nDim a\n",
        "using System;\npublic class A {\n",
        "import a\ndef f():\n",
        "var a = require(\"b\");\n",
        "package main\nfunc a() {\n",
        "fn a() {\nimpl b\n",
        "#include <a>\nHRESULT b;\n",
        "@echo off\n",
        "SELECT Name FROM Win32_Process WHERE Name = ",
    };
    static const char *const quotes[] = {"\"", "'", "`", "\"\"", "@\"", "r\"", "\\\""};
#ifdef TESTS_SMALL
    enum { SIZE = 1 << 16 };
#else
    enum { SIZE = 1 << 19 };
#endif
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        for (size_t j = 0; j < sizeof quotes / sizeof *quotes; j++) {
            size_t head = strlen(heads[i]), unit = strlen(quotes[j]), size = head;
            memcpy(text, heads[i], head);
            for (; size + unit <= SIZE; size += unit)
                memcpy(text + size, quotes[j], unit);
            scan_exactly(text, size);
        }
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labelled_scripts),
        cmocka_unit_test(languages_are_told_apart),
        cmocka_unit_test(any_bytes_are_read_safely),
        cmocka_unit_test(hostile_texts_take_linear_time),
        cmocka_unit_test(quotes_take_linear_time),
    };
    return cmocka_run_group_tests_name("script files", tests, NULL, NULL);
}
