/*
** Which language is it? Lines of one language in the comments and strings of another do not count,
** and what holds scripts is known though they are longer than all that stands around them.
*/
#include "script/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Each might be taken for a text of its own. */
static const char *const foreign[] = {
    "    - SerialNumber: The serial number of the physical disk\n    - Model: Its model\n",
    "name: build\non: push\njobs:\n  build:\n    - run: |\n        echo x\n",
    "resource \"a\" \"b\" {\n  provisioner \"c\" {\n  }\n}\nvariable \"x\" {\n}\n",
    "{\"a\": \"b\",\n \"c\": [\"d\"]}\n",
    "<html>\n<script language=\"VBScript\">\n</script>\n</html>\n",
    "@echo off\nsetlocal\ngoto end\n",
    "Some words.\n\n```\nSome text\n```\n\nMore words.\n",
    "===================\n=== Title ===\n===================\n",
};

static const struct {
    const char *opening, *closing, *code;
    enum script_language language;
} scripts[] = {
    {"<#\n", "#>\n",
     "$disk = Get-CimInstance Win32_DiskDrive\nforeach ($x in $disk) {\n  Write-Host $x.Model\n}\n"
     "$all = @{\n   FileSystem = $disk.Model\n}\nGet-Date\n",
     SCRIPT_POWERSHELL},
    {"$text = @\"\n", "\"@\n",
     "$disk = Get-CimInstance Win32_DiskDrive\nforeach ($x in $disk) {\n  Write-Host $x.Model\n}\n"
     "$all = @{\n   FileSystem = $disk.Model\n}\nGet-Date\n",
     SCRIPT_POWERSHELL},
    {"\"\"\"\n", "\"\"\"\n",
     "import wmi\nc = wmi.WMI()\nfor disk in c.Win32_DiskDrive():\n    print(disk.Model)\n"
     "def show(disk):\n    if disk.Model:\n        print(disk.Model)\n",
     SCRIPT_PYTHON},
    {"/*\n", "*/\n",
     "using System.Management;\npublic class A {\n  public static void Main() {\n"
     "    var a = new ManagementObject(\"Win32_DiskDrive\");\n    Show(a[\"Model\"]);\n  }\n}\n",
     SCRIPT_CSHARP},
    {"Option Explicit\n'\n", "'\n",
     "Dim disks, disk\nSet disks = GetObject(\"winmgmts:\").InstancesOf(\"Win32_DiskDrive\")\n"
     "For Each disk In disks\n  If disk.Model <> \"\" Then\n    WScript.Echo disk.Model\n  End If\n"
     "Next\n",
     SCRIPT_VBSCRIPT},
};

static void is(const char *text, enum script_language language) {
    if (script_language(text, strlen(text)) != language)
        fail_msg("taken for language %d instead of %d:\n%s", script_language(text, strlen(text)),
                 language, text);
}

/* A comment or a string of the script holds the other text; it stands before the code, and behind. */
static void a_script_stays_what_it_is(void **state) {
    (void)state;
    char text[4096], remark[1024];
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        for (size_t j = 0; j < sizeof foreign / sizeof *foreign; j++) {
            size_t size = 0;
            for (const char *at = foreign[j]; *at; at++) { /* VBScript: each line is a comment */
                if (scripts[i].language == SCRIPT_VBSCRIPT && (at == foreign[j] || at[-1] == '\n'))
                    remark[size++] = '\'';
                remark[size++] = *at;
            }
            remark[size] = 0;
            snprintf(text, sizeof text, "%s%s%s%s", scripts[i].opening, remark, scripts[i].closing,
                     scripts[i].code);
            is(text, scripts[i].language);
            snprintf(text, sizeof text, "%s%s%s%s", scripts[i].code, scripts[i].opening, remark,
                     scripts[i].closing);
            is(text, scripts[i].language);
        }
    is("        - SerialNumber: The serial number of the physical disk\n"
       " $diskpart = $disk | Get-CimAssociatedInstance -ResultClassName MSCluster_DiskPartition\n"
       "   FileSystem      = $diskpart.FileSystem\n",
       SCRIPT_POWERSHELL);
}

#define LONG                                                                                       \
    "$a = Get-CimInstance Win32_DiskDrive\n        $a.Model\n        $b = $a\n        $b.Size\n"   \
    "        $c = $b\n        $c.Name\n"

static void holders_are_known_by_their_form(void **state) {
    (void)state;
    is("# A comment\n---\nname: x\non:\n  push:\njobs:\n  - run: |\n        " LONG, SCRIPT_YAML);
    is("- hosts: all\n  tasks:\n    - win_shell: |\n        " LONG, SCRIPT_YAML);
    is("\"on\": push\nenv: {\n  a: b\n}\nrun: |\n        " LONG, SCRIPT_YAML);
    is("terraform {\n}\nresource \"a\" \"b\" {\n  a = <<EOT\n        " LONG "EOT\n}\n",
       SCRIPT_CONFIG);
    is("// A comment\n\nmodule \"a\" {\n  b = <<EOT\n        " LONG "EOT\n}\n", SCRIPT_CONFIG);
    is("{\n  \"a\" : \"b\"}\n", SCRIPT_CONFIG);
    is("[{\"a\": \"b\"}]\n", SCRIPT_CONFIG);
    is("<job>\n<script>\n        " LONG "</script>\n", SCRIPT_MARKUP);
    is("# Title\n\nSome words, and more of them,\nset in lines.\n\n```\n        " LONG "```\n",
       SCRIPT_MARKDOWN);
    is(":: A comment\nREM Another\n@echo off\nset a=b\nset c=d\nset e=f\n", SCRIPT_COMMANDS);
    is("{ \"text\" } | Out-File a\nGet-Content a\n", SCRIPT_POWERSHELL);
    is("{\"a\"", SCRIPT_CSHARP);
    is("{\"a", SCRIPT_CSHARP);
    is("try:\n    import wmi\nexcept:\n    pass\n", SCRIPT_PYTHON);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_stays_what_it_is),
        cmocka_unit_test(holders_are_known_by_their_form),
    };
    return cmocka_run_group_tests_name("script language", tests, NULL, NULL);
}
