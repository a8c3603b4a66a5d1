/* Small files, each odd in one way: the rows that come of it, or where and what the fault is. */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include "../portable.h"
#include "read_helper.h"
#include "release/release.h"

/* `becomes`: every cell, BUILD:CLASS.MEMBER=CELL; or behind a ! what the message says after the path. */
static const struct {
    const char *name, *text, *becomes;
} files[] = {
    {"a.csv", "\"sep=;\"\nClass;Member;26100\nA;B;1\n", "26100:A.B=1"},
    {"a.csv", "\"sep=;\nClass;Member;26100\nA;B;1\n",
     "!:1: column 1: found a quote that is never closed"},
    {"a.csv", "sep=;x\nClass;Member;26100\nA;B;1\n",
     "!:1: columns 1 to 2: found no column Class in a header that starts with \"sep=\""},
    {"a.csv", "sep=\"\nClass,Member,26100\nA,B,1\n", "!:1: column 1: found a quote inside a field"},
    {"a.csv", "sep=|\nClass|Member|26100\nA|B|1\n", "26100:A.B=1"},
    {"a.csv", "sep=|\nClass|Member|26100\nA|B\n",
     "!:3: column 3 (26100): found 2 fields in this row"},
    {"a.csv", "Class|Member|26100\nA|B|1\n",
     "!:1: column 1: found \"Class|Member|26100\", which looks like a build and names none"},
    {"a.csv", "\"\"\"\"\nClass,Member,26100\nA,B,1\n", "26100:A.B=1"},
    {"a.csv", "Class,Member,26100\n\"\",,\nA,B,1\n", "26100:A.B=1"},
    {"a.csv",
     "Class,Member,26100\n A\xc2\xa0"
     ",\xe2\x80\xaf"
     "B\xe3\x80\x80"
     ",1\nA,C\xe2\x80\x89"
     "D,1\nA,E\xe2\x80\x8b"
     "F,0\n",
     "26100:A.B=1 26100:A.C D=1 26100:A.EF=0"},
    {"a.csv",
     "Namespace,Class,Member,26100\n\\\\host\\root\\x,A,B,1\n//host/root/x,A,C,1\n\\\\host,A,D,1\n",
     "26100:A.B=1 26100:A.C=1 26100:A.D=1"},
    {"a.csv",
     "Namespace,Class,Member,26100\n\\root\\x,A,B,1\n/root/x,A,C,1\n\\,A,D,1\n\\\\host\\,A,E,0\n",
     "26100:A.B=1 26100:A.C=1 26100:A.D=1 26100:A.E=0"},
    {"a.csv", "Class,Member,00026\nA,B,1\n", "26:A.B=1"},
    {"a.csv", "Class,Member,026100\nA,B,1\n", "26100:A.B=1"},
    {"a.csv", "Class,Member,9999\nA,B,1\n", "9999:A.B=1"},
    {"a.csv", "Class,Member,22H3\nA,B,1\n",
     "!:1: columns 1 to 3: found no build column, and no build number in the file's name"},
    {"a.csv", "Class,Member,Windows 10 22H2\nA,B,1\n", "19045:A.B=1"},
    {"a.csv", "Class,Member,Windows 10 22X2\nA,B,1\n",
     "!:1: column 3: found \"Windows 10 22X2\", which looks like a build and names none"},
    {"a.csv", "Class,Method,Other,26100\nA,B,c,1\n",
     "!:1: columns 1 to 4: found no column Member in a header that starts with \"Class\""},
    {"a.csv", "Class,Parameter,26100\nA,B,1\n",
     "!:1: columns 1 to 3: found no column Member in a header that starts with \"Class\""},
    {"classes.csv", "Class,Superclass\n,B\n", "!:2: column 1 (Class): found nothing"},
    {"p.csv", "Class,Method,Parameter\nA,B,C\n",
     "!:1: columns 1 to 3: found no column Position in a header that starts with \"Class\""},
    {"p.csv", "Class,Method,Parameter,Direction,Position,Type\nA,B,C,In,,x\n",
     "!:2: column 5 (Position): found nothing"},
    {"p.csv", "Class,Method,Parameter,Direction,Position,Type\nA,B,C,In,1234,x\n",
     "!:2: column 5 (Position): found \"1234\""},
    {"p.csv", "Class,Method,Parameter,Direction,Position,Type\nA,B,C,In,x1,x\n",
     "!:2: column 5 (Position): found \"x1\""},
    {"p.csv", "Class,Method,Parameter,Direction,Position,Type\nA,B,C,In,999,x\n",
     "!:2: column 5 (Position): found \"999\""},
    {"a.csv", "Class,Member,Category,26100\nA,B,property,1\nA,C,METHOD,1\nA,D,Propertx,1\n",
     "!:4: column 3 (Category): found \"Propertx\""},
    {"a.csv", "Class,Member,Category,26100\nA,B,Method_,1\n",
     "!:2: column 3 (Category): found \"Method_\""},
    {"a.csv", "Class,Member,Category,26100\nA,B,Methox,1\n",
     "!:2: column 3 (Category): found \"Methox\""},
    {"a.csv",
     "Class,Member,26100,Desc\nA,B,1,\"x [枚举值: 0x1F - a; 0Xff..0x100 - b; 5 - c; 7.. - d]\"\n",
     "26100:A.B=1"},
    {"a.csv", "Class,Member,26100,Desc\nA,B,1,\"x [枚举值: ..5 - a; 0xg - b]\"\n", "26100:A.B=1"},
    {"a.csv", "Class,Member,26100,Desc\nA,B,1,\"x [枚举值: 0x - a]\"\n", "26100:A.B=1"},
    {"a.csv", "Class,Member,26100,Desc\nA,B,1,\"x [枚举值: 1.5 - a]\"\n", "26100:A.B=1"},
    {"a.csv", "Class,Member,26100,Desc\nA,B,1,\"x [枚举值: -1 - a; aF - b; Zz - c]\"\n",
     "26100:A.B=1"},
    {"a.csv",
     "Class,Member,26100\nA,B,✅\xef\xb8\x8f"
     "\nA,C,✔\xef\xb8\x8e"
     "\nA,D,❌\xef\xb8\x8f"
     "\n",
     "26100:A.B=1 26100:A.C=1 26100:A.D=0"},
    {"a.csv",
     "Class,Member,26100\nA,B,✅\xef\xb8\x8d"
     "\n",
     "!:2: column 3 (26100): found \"✅\\ufe0d\""},
    {"a.csv",
     "Class,Member,26100\nA,B,\xe2\x9d\x8d"
     "\n",
     "!:2: column 3 (26100): found \"\xe2\x9d\x8d"
     "\""},
    {"26100.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"10.0.26100.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"6.1.7601.csv", "Class,Member\nA,B\n", "7601:A.B=1"},
    {"5.1.2600.csv", "Class,Member\nA,B\n",
     "!:1: columns 1 to 2: found no build column, and no build number in the file's name"},
    {"10.0.26100.1.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"10.0.26100.1.2.csv", "Class,Member\nA,B\n",
     "!:1: columns 1 to 2: found no build column, and no build number in the file's name"},
    {"7.0.26100.csv", "Class,Member\nA,B\n",
     "!:1: columns 1 to 2: found no build column, and no build number in the file's name"},
    {"26100_26100.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"1234.csv", "Class,Member\nA,B\n",
     "!:1: columns 1 to 2: found no build column, and no build number in the file's name"},
    {"1234567.csv", "Class,Member\nA,B\n",
     "!:1: columns 1 to 2: found no build column, and no build number in the file's name"},
    {"26100.4652.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"1.26100.csv", "Class,Member\nA,B\n", "26100:A.B=1"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n", "26100:A.B=1"},
    {"p.md", "#\n# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n",
     "!:1: column 1: found the heading \"#\""},
    {"p.md", "#x\n# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n",
     "!:1: column 1: found the heading \"#x\""},
    {"p.md", "# A B\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n",
     "!:1: column 1: found the heading \"# A B\""},
    {"p.md", "# A|B\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n",
     "!:1: column 1: found the heading \"# A|B\""},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n***\ntext\n",
     "26100:A.B=1"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n---\n",
     "26100:A.B=1"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n___\n",
     "26100:A.B=1"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n*-*\n",
     "!:6: column 2 (26100): found 1 fields in this row"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n--\n",
     "!:6: column 2 (26100): found 1 fields in this row"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| B | ✅ |\n=====\n",
     "!:6: column 2 (26100): found 1 fields in this row"},
    {"p.md",
     "# WMI Class: A\n\n| Member | 26100 |\n| --- | --- |\n| [B | ✅ |\n| [C]d | ✅ |\n| [D](x | ✅ "
     "|\n| [E](x] | ✅ |\n| [F][x] | ✅ |\n| [G\\]H](x) | ✅ |\n| [[I]](x) | ✅ |\n| [J][x) | ✅ |\n| "
     "K\\1\\a\\_ | ✅ |\n| \\* | ✅ |\n",
     "26100:A.*=1 26100:A.[B=1 26100:A.[C]d=1 26100:A.[D](x=1 26100:A.[E](x]=1 26100:A.[I]=1 "
     "26100:A.[J][x)=1 26100:A.F=1 26100:A.G]H=1 26100:A.K\\1\\a_=1"},
    {"p.md",
     "# WMI Class: A\n\n| Member | 26100 | Desc |\n| --- | --- | --- |\n| B | ✅ | a \\| b \\x "
     "\\\n| C | ✅ | d |\n",
     "!:5: column 3 (Desc): found the end of the line"},
    {"p.md", "# WMI Class: A\n\nMember | 26100\n--- | ---\nB | ✅\n", "26100:A.B=1"},
    {"p.md", "# WMI Class: A\n\n| Member | 26100\n| --- | ---\n| B | ✅\n", "26100:A.B=1"},
};

static char folder[] = "/tmp/wmi_texts_XXXXXX";

static void show(char *at, const struct report *report) {
    static const char cells[][4] = {[REPORT_PRESENT] = "1", [REPORT_ABSENT] = "0"};
    for (uint32_t i = 0; i < report->members.count; i++)
        for (uint32_t build = report->builds.count; build-- > 0;) {
            struct report_member member = report_member(report, i);
            int cell = report_cell(report, i, build);
            at = append(at, "%s%u:%s.%s=%s", i ? " " : "",
                        (unsigned)report_builds(report)[build].number,
                        report_text(report, report_class(report, member.class_index).text),
                        report_text(report, report_definition(report, i).text),
                        cell < 0 ? "?" : cells[cell]);
        }
}

static void check(const char *name, const char *text, const char *becomes) {
    char path[100], shown[2000] = "";
    struct error error = {NULL};
    struct report *report;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    write_file(path, text, strlen(text));
    const char *const paths[] = {path};
    int status = read_report(paths, 1, &release_list, NULL, &report, &error);
    remove(path);
    if (status == ERROR_NONE)
        show(shown, report);
    else
        snprintf(shown, sizeof shown, "!%s", error.message + strlen(path));
    bool is_it = *becomes == '!' ? strncmp(shown, becomes, strlen(becomes)) == 0
                                 : strcmp(shown, becomes) == 0;
    if (!is_it)
        fail_msg("%s, %s:\n  found:    %s\n  expected: %s", name, text, shown, becomes);
    memory_free(report);
    error_clear(&error);
}

static void each_becomes_what_it_shall(void **state) {
    (void)state;
    assert_non_null(portable_make_folder(folder));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        check(files[i].name, files[i].text, files[i].becomes);
    rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_becomes_what_it_shall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
