/*
** Finding WMI uses in scripts: small cases of each language, places and evidence.
** test_script_files.c reads whole scripts.
*/
#include "base/memory.h"
#include "report/builtin.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The references, each as Class or Class.Member without the "Msvm_", in one line. */
static void check(const char *text, const char *expected) {
    struct script_reference *references;
    size_t count;
    char actual[1024] = "";
    assert_int_equal(script_scan(builtin_report(), text, strlen(text), NULL, &references, &count),
                     ERROR_NONE);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(actual);
        const char *name = references[i].class_name;
        snprintf(actual + length, sizeof actual - length, "%s%s%s%s", length ? " " : "",
                 strncmp(name, "Msvm_", 5) == 0 ? name + 5 : name,
                 references[i].member_name ? "." : "",
                 references[i].member_name ? references[i].member_name : "");
    }
    memory_free(references);
    if (strcmp(actual, expected) != 0)
        fail_msg("in: %s\nfound:    %s\nexpected: %s", text, actual, expected);
}

#define VM "$vm = gcim Msvm_ComputerSystem\n"
#define CS "ComputerSystem"

static void powershell_commands(void **state) {
    (void)state;
    check("Get-CimInstance Msvm_ComputerSystem", CS);
    check("Get-CimInstance -ClassName msvm_computersystem", CS);
    check("get-ciminstance -class 'Msvm_ComputerSystem' -prop Name,Caption",
          CS " " CS ".Name " CS ".Caption");
    check("gwmi -Filter \"Name = 'Caption'\" -Class Msvm_ComputerSystem", CS ".Name " CS);
    check("gcim Msvm_ComputerSystem | select Name, Caption -First 3 | ft -AutoSize Name",
          CS " " CS ".Name " CS ".Caption " CS ".Name");
    check("gcim Msvm_ComputerSystem | ? EnabledState -eq Name | % Caption | sort",
          CS " " CS ".EnabledState " CS ".Caption");
    check("gcim Msvm_ComputerSystem |\n  where { $_.Name } |\n  % { $PSItem.Caption }",
          CS " " CS ".Name " CS ".Caption");
    check("icim -Query 'select * from Msvm_ComputerSystem' -MethodName RequestStateChange "
          "-Arguments @{ Name = 1 }",
          CS " " CS ".RequestStateChange");
    check(VM "Set-CimInstance $vm -Property @{ ElementName = 'x'; 'Caption' = $vm.Name }",
          CS " " CS ".ElementName " CS ".Caption " CS ".Name");
    check(VM "$s = $vm | gcai -Association Msvm_SettingsDefineState -ResultClassName "
             "Msvm_VirtualSystemSettingData\n$s.Notes; $s.EnabledState",
          CS " SettingsDefineState VirtualSystemSettingData VirtualSystemSettingData.Notes");
    check("$p = @{ ClassName = 'Msvm_ComputerSystem'; Filter = \"Name='x'\" }\n(gcim @p).Caption",
          CS " " CS ".Name " CS ".Caption");
    check("function Get-X($c) { gcim $c }\n$a = Get-X Msvm_ComputerSystem\n$a.Name",
          CS " " CS ".Name");
    check("$a = Get-Process | select Name\n$a.Name\ngcim Msvm_ComputerSystem", CS);
}

static void powershell_expressions(void **state) {
    (void)state;
    check(VM "$vm.Name; $vm[0].Caption; $vm.Foo; $vm.Status.Name",
          CS " " CS ".Name " CS ".Caption " CS ".Status");
    check(VM "foreach ($x in $vm) { \"$($x.Name) $x.Caption\" }", CS " " CS ".Name");
    check(VM "$y = $vm | Where-Object { $_.Name }\n$y.'Caption'", CS " " CS ".Name " CS ".Caption");
    check(VM "$vm = 5\n$vm.Name", CS);
    check(VM "$script:vm.Name; ${vm}.Caption; $env:vm.Status", CS " " CS ".Name " CS ".Caption");
    check("[wmiclass]\"\\\\.\\root\\virtualization\\v2:Msvm_ComputerSystem\"", CS);
    check("([wmi]'root:Msvm_ComputerSystem.Name=\"x\"').Caption", CS " " CS ".Name " CS ".Caption");
    check(VM "$vm.GetRelated('Msvm_MemorySettingData').Limit; "
             "$vm.InvokeMethod('RequestStateChange', $null).Name",
          CS " MemorySettingData MemorySettingData.Limit " CS ".RequestStateChange");
    check(VM "$q = @\"\nSELECT Name FROM Msvm_Processor\n\"@\n$q2 = @'\nMsvm_ComputerSystem "
             "$($vm.Name)\n'@",
          CS " Processor.Name Processor");
    check(VM "if ($x -eq 'Msvm_Processor') { throw 'Msvm_Memory' } # $vm.Name\n<# $vm.Name #> "
             "$vm.Caption",
          CS " " CS ".Caption");
    check(VM "try { } catch { $_.Status; $_.Exception.Name }", CS);
    check(VM "Write-Host 'Msvm_Processor' \"$($vm.Name)\" (gcim Msvm_Memory).Name",
          CS " " CS ".Name Memory Memory.Name");
    check(VM "$a#b.Name\n$vm.Name", CS " " CS ".Name");
}

static void every_blank_parts_words_and_none_but_a_line_feed_ends_a_line(void **state) {
    (void)state;
    static const char blanks[] = " \t\v\f\r";
    for (size_t i = 0; i < sizeof blanks - 1; i++) {
        char text[80];
        snprintf(text, sizeof text, "gcim%cMsvm_ComputerSystem%c|%cselect%cName", blanks[i],
                 blanks[i], blanks[i], blanks[i]);
        check(text, CS " " CS ".Name");
    }
}

static void unknown_values(void **state) {
    (void)state;
    /* The only class that has the member, but for general ones; not what many have. */
    check("gcim Msvm_ComputerSystem; $x.RequestCustomRestore", CS " " CS ".RequestCustomRestore");
    check("$x.RequestCustomRestore", CS ".RequestCustomRestore");
    check("gcim Msvm_ComputerSystem; gcim Msvm_Processor; $x.EnabledState; $x.LoadPercentage",
          CS " Processor");
    check("$x.EnabledState; $y.Name; gcim Msvm_ComputerSystem", CS);
    /* A variable that elsewhere holds one class holds it everywhere. */
    check("function f($vm) { $vm.Name }\ngcim Msvm_Processor\n" VM, CS ".Name Processor " CS);
    check("gcim Msvm_ComputerSystem; $MyInvocation.Name; $Error[0].Status; $Host.Name; 'a'.Name",
          CS);
}

static void vbscript(void **state) {
    (void)state;
#define DIM "Dim a\nSet s = GetObject(\"winmgmts:\")\n"
    check(DIM "Set a = s.ExecQuery(\"SELECT * FROM Msvm_ComputerSystem\")\nFor Each v In "
              "a\nWScript.Echo v.Name\nNext",
          CS " " CS ".Name");
    check(DIM
          "For Each v In s.InstancesOf(\"Msvm_ComputerSystem\") : x = v.Name : Next ' v.Caption",
          CS " " CS ".Name");
    check(DIM "Set v = GetObject(\"winmgmts:root:Msvm_ComputerSystem.Name='x'\")\nREM v.Name\nx = "
              "v.Caption : Rem v.Status",
          CS " " CS ".Name " CS ".Caption");
    check(DIM "Set v = s.Get(\"Msvm_ComputerSystem\")\nWith v\n.Name = 1\nx = .Caption & .Foo\nEnd "
              "With",
          CS " " CS ".Name " CS ".Caption");
    check(DIM "Set v = s.Get(\"Msvm_ComputerSystem\")\nv.ExecMethod_ \"RequestStateChange\", p\nx "
              "= v.Properties_(\"Name\").Value\nx = v.Methods_.Item(\"SetPowerState\").Name",
          CS " " CS ".RequestStateChange " CS ".Name " CS ".SetPowerState");
    check(DIM "q = \"SELECT * FROM Msvm_ComputerSystem \" & _\n  \"WHERE Name = \"\"x\"\" AND "
              "Caption = 'y'\"",
          CS " " CS ".Name " CS ".Caption");
    check(DIM "q = \"SELECT * FROM Msvm_ComputerSystem\"\nq = q & \" WHERE Name = 'x'\"\nMsgBox "
              "\"Msvm_Memory\"",
          CS " " CS ".Name");
    check(DIM "Set f = CreateObject(\"Scripting.FileSystemObject\")\nf.Name = "
              "Err.Description\ns.Get \"Msvm_ComputerSystem\"\nf.Status",
          CS);
#undef DIM
}

static void csharp(void **state) {
    (void)state;
#define USING "using System.Management;\nclass C { void M() {\n"
    check(USING "var c = new ManagementClass(\"Msvm_ComputerSystem\"); foreach (ManagementObject m "
                "in c.GetInstances()) { var x = m[\"Name\"]; }",
          CS " " CS ".Name");
    check(USING "var q = new ObjectQuery(@\"SELECT * FROM Msvm_ComputerSystem\"); var s = new "
                "ManagementObjectSearcher(scope, q); foreach (var m in s.Get()) "
                "Console.WriteLine(m[\"Name\"] + m.Name);",
          CS " " CS ".Name");
    check(USING "var m = new ManagementObject(\"root:Msvm_ComputerSystem.Name=\\\"x\\\"\"); "
                "m.InvokeMethod(\"RequestStateChange\", null); m.Properties[\"Caption\"].Value = "
                "m.GetPropertyValue(\"Status\");",
          CS " " CS ".Name " CS ".RequestStateChange " CS ".Caption " CS ".Status");
    check(USING "/* Msvm_Memory */ var s = \"x\"; // Msvm_Memory\n var t = $\"SELECT Name FROM "
                "Msvm_ComputerSystem WHERE Caption = '{m[\"Foo\"]}' AND Status = 'OK'\"; }",
          CS ".Name " CS " " CS ".Caption " CS ".Status");
    check(USING "var m = new ManagementClass(\"Msvm_ComputerSystem\"); "
                "var p = m.GetMethodParameters(\"RequestStateChange\"); p[\"Name\"] = 1; var d = "
                "new Dictionary<string, int>(); d[\"Caption\"] = 1; string e = \"Status\"; }",
          CS " " CS ".RequestStateChange");
    check(USING "var r = \"\"\"\nSELECT Name FROM Msvm_ComputerSystem WHERE Caption = "
                "\"x\"\n\"\"\"; char c = '\"'; throw new Exception(\"Msvm_Memory\"); }",
          CS ".Name " CS " " CS ".Caption");
    check(USING "var v = new ManagementObjectSearcher(\"SELECT * FROM "
                "Msvm_ComputerSystem\").Get().Cast<ManagementObject>().Where(m => "
                "(string)m[\"Name\"] == \"Msvm_Memory\").First(); v[\"Caption\"] = 1; }",
          CS " " CS ".Name " CS ".Caption");
#undef USING
}

static void python(void **state) {
    (void)state;
#define IMPORT "import wmi\nc = wmi.WMI()\n"
    check(IMPORT "for v in c.Msvm_ComputerSystem(Caption='x'):\n    print(v.Name)  # v.Status\n",
          CS " " CS ".Caption " CS ".Name");
    check(IMPORT "x = [v.Name for v in c.Msvm_ComputerSystem() if v.Caption]\n",
          CS ".Name " CS " " CS ".Caption");
    check(IMPORT "\"\"\"Msvm_Memory, SELECT Name FROM Msvm_Memory\"\"\"\nv = c.query(r'''SELECT "
                 "Name\nFROM Msvm_ComputerSystem''')[0]\nv.Caption = v.Status\n",
          CS ".Name " CS " " CS ".Caption " CS ".Status");
    check(IMPORT "q = f\"SELECT * FROM Msvm_ComputerSystem WHERE Name = '{x}' AND Caption = "
                 "{{y}}\"\nv = c.query(q)\nprint('Msvm_Memory', f'{v[0].Status!r}')\n",
          CS " " CS ".Name " CS ".Caption " CS ".Status");
    check(IMPORT "v = c.Msvm_ComputerSystem(['Name', 'Caption'])[0]\ngetattr(v, "
                 "'Status')\nv.RequestStateChange(2).Name\n",
          CS " " CS ".Name " CS ".Caption " CS ".Status " CS ".RequestStateChange");
    check(IMPORT "class A:\n  def f(self):\n    self.v = c.Msvm_ComputerSystem()[0]\n  def "
                 "g(self):\n    return self.v.Name\na = A()\na.Name\n",
          CS " " CS ".Name");
    check(IMPORT "def f():\n    return c.Msvm_ComputerSystem()\nf()[0].Name\ntry:\n  pass\nexcept "
                 "E as e:\n  e.Status\n",
          CS " " CS ".Name");
    check(IMPORT "m = v.associators(wmi_association_class='Msvm_SystemDevice', "
                 "wmi_result_class='Msvm_Processor')\nm[0].LoadPercentage\n",
          "SystemDevice Processor Processor.LoadPercentage");
#undef IMPORT
}

/* C# and Python tell `service` from `Service`; more names than the table first has room for. */
static void variables_are_kept_apart(void **state) {
    (void)state;
    static char text[20000];
    size_t size = (size_t)snprintf(text, sizeof text,
                                   "import wmi\nVm = wmi.WMI().Msvm_ComputerSystem()\nvm = 1\n");
    for (int i = 0; i < 500; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "v%d = Vm\n", i);
    snprintf(text + size, sizeof text - size,
             "v0[0].Name\nvm.Caption\nVm.Status\nv499[1].Caption\n");
    check(text, CS " " CS ".Name " CS ".Status " CS ".Caption");
    check(VM "$VM.Name", CS " " CS ".Name");
}

static void wql(void **state) {
    (void)state;
    check("SELECT Name,Foo FROM Msvm_ComputerSystem", CS ".Name " CS);
    check("select * from msvm_computersystem where name='Caption' and not (Caption like \"x\" or 2 "
          "= Status)",
          CS " " CS ".Name " CS ".Caption " CS ".Status");
    check("SELECT Name FROM Acme_Process WHERE Name = 'x'", "");
    check("SELECT a FROM\n-- Name\nMsvm_ComputerSystem\nSELECT Name FROM Foo", CS);
    check("SELECT * FROM __InstanceCreationEvent WITHIN 1 WHERE TargetInstance ISA "
          "\"Msvm_ComputerSystem\" AND TargetInstance.Name = 'Msvm_Memory'",
          CS " " CS ".Name");
    check("ASSOCIATORS OF {\\\\.\\root:Msvm_ComputerSystem.Name='x'} WHERE "
          "AssocClass=Msvm_SystemDevice ResultClass=Msvm_Processor Role=GroupComponent",
          CS " " CS ".Name SystemDevice Processor SystemDevice.GroupComponent");
    check("$a = 'Select a Name from the list'; $b = 'Where is Name?'; gcim Msvm_ComputerSystem",
          CS);
}

/* --- Places and evidence --- */

static void lines_and_columns_are_counted_in_characters(void **state) {
    (void)state;
    static const char text[] =
        "\xef\xbb\xbf# \xc3\xa4\r\n\r\n$v = \"\xe6\x97\xa5\xe6\x9c\xac\"; gcim "
        "Msvm_ComputerSystem -Filter \"Name='\xf0\x9f\x98\x80' and Caption=1\"  \r\n";
    static const uint64_t columns[] = {17, 46, 59};
    struct script_reference *references;
    size_t count;
    assert_int_equal(
        script_scan(builtin_report(), text, sizeof text - 1, NULL, &references, &count), 0);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(references[i].line, 3);
        assert_int_equal(references[i].column, columns[i]);
    }
    assert_int_equal(references[0].evidence_size, strlen(strchr(text, '$')) - 4);
    assert_memory_equal(references[0].evidence, "$v = ", 5);
    assert_int_equal(references[0].member, REPORT_NONE);
    assert_int_equal(references[1].member,
                     report_find_qualified(builtin_report(), text_of("Msvm_ComputerSystem.Name")));
    memory_free(references);
}

static void evidence_of_a_long_line_is_the_part_around_the_name(void **state) {
    (void)state;
    char text[2000];
    size_t size = 0;
    for (int i = 0; i < 300; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "\xc3\xa4 ");
    size += (size_t)snprintf(text + size, sizeof text - size, "; gcim Msvm_ComputerSystem ");
    for (int i = 0; i < 300; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "\xc3\xa4 ");
    struct script_reference *references;
    size_t count;
    assert_int_equal(script_scan(builtin_report(), text, size, NULL, &references, &count),
                     ERROR_NONE);
    assert_int_equal(count, 1);
    assert_int_equal(references[0].column, 608);
    assert_in_range(references[0].evidence_size, 150, SCRIPT_EVIDENCE_MAX);
    assert_int_equal((unsigned char)references[0].evidence[0], 0xc3); /* not half a character */
    memory_free(references);
}

/* The text is cut inside of the quotes that end a string: those behind it are not its. */
static void what_stands_behind_the_text_is_not_read(void **state) {
    (void)state;
    static const char text[] = "import wmi\nx = '''a'''\n"
                               "y = c.query('SELECT Caption FROM Msvm_ComputerSystem')\n";
    struct script_reference *references;
    size_t count;
    assert_int_equal(
        script_scan(builtin_report(), text, sizeof text - 1, NULL, &references, &count),
        ERROR_NONE);
    memory_free(references);
    assert_int_equal(count, 2);
    size_t cut = (size_t)(strstr(text, "'\n") - text);
    assert_int_equal(script_scan(builtin_report(), text, cut, NULL, &references, &count),
                     ERROR_NONE);
    memory_free(references);
    assert_int_equal(count, 0);
}

/* A path and a method of its class, whatever was asked for before. */
static void cpp_methods(void **state) {
    (void)state;
#define EXEC                                                                                       \
    "svc->ExecMethod(bstr_t(L\"Win32_Process\"), bstr_t(L\"Create\"), 0, NULL, in, &o, 0);\n"
    check("#include <a>\n" EXEC, "Win32_Process Win32_Process.Create");
    check("#include <a>\nsvc->ExecQuery(bstr_t(\"WQL\"), bstr_t(\"SELECT * FROM "
          "Win32_Service\"));\n" EXEC,
          "Win32_Service Win32_Process Win32_Process.Create");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powershell_commands),
        cmocka_unit_test(powershell_expressions),
        cmocka_unit_test(every_blank_parts_words_and_none_but_a_line_feed_ends_a_line),
        cmocka_unit_test(unknown_values),
        cmocka_unit_test(vbscript),
        cmocka_unit_test(csharp),
        cmocka_unit_test(python),
        cmocka_unit_test(variables_are_kept_apart),
        cmocka_unit_test(wql),
        cmocka_unit_test(lines_and_columns_are_counted_in_characters),
        cmocka_unit_test(evidence_of_a_long_line_is_the_part_around_the_name),
        cmocka_unit_test(cpp_methods),
        cmocka_unit_test(what_stands_behind_the_text_is_not_read),
    };
    return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
