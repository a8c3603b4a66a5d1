/* Windows releases: what real inventories write as an operating system's version, and what must not be
** taken for one. Run from the project's root: the list is read from data/wmi_builds.csv. */
#include "release/release.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct release releases[64];
static struct release_list list = {releases, 0};

static void copy_field(char *target, size_t capacity, char **line) {
    size_t size = strcspn(*line, ",\r\n");
    assert_true(size < capacity);
    memcpy(target, *line, size);
    target[size] = '\0';
    *line += size + ((*line)[size] == ',');
}

static int read_list(void **state) {
    (void)state;
    FILE *file = fopen("data/wmi_builds.csv", "rb");
    if (!file)
        return -1;
    char line[256];
    for (bool header = true; fgets(line, sizeof line, file); header = false) {
        if (header)
            continue;
        char *at = line, number[16];
        struct release *release = &releases[list.count++];
        copy_field(number, sizeof number, &at);
        release->build = (uint32_t)strtoul(number, NULL, 10);
        copy_field(number, sizeof number, &at);
        release->core = (uint32_t)strtoul(number, NULL, 10);
        copy_field(release->version, sizeof release->version, &at);
        copy_field(release->client, sizeof release->client, &at);
        copy_field(release->server, sizeof release->server, &at);
        copy_field(release->released, sizeof release->released, &at);
        copy_field(release->server_released, sizeof release->server_released, &at);
        copy_field(release->support_ends, sizeof release->support_ends, &at);
    }
    return fclose(file);
}

struct form {
    const char *text;
    uint32_t build;
};

/* The text stands at the end of a block of just its size, so that a sanitizer sees any byte read
** beyond it. */
static uint32_t build_of(const char *text, size_t size) {
    char *exact = malloc(size ? size : 1);
    assert_non_null(exact);
    memcpy(exact, text, size);
    uint32_t build = release_build(&list, (struct text){exact, size});
    free(exact);
    return build;
}

static void check(const struct form *forms, size_t count) {
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t build = build_of(forms[i].text, strlen(forms[i].text));
        if (build != forms[i].build) {
            print_error("'%s': %u, expected %u\n", forms[i].text, build, forms[i].build);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        static const struct form forms[] = {__VA_ARGS__};                                          \
        check(forms, sizeof forms / sizeof *forms);                                                \
    } while (0)

static void releases_are_found_by_build(void **state) {
    (void)state;
    assert_true(list.count > 20);
    for (size_t i = 0; i < list.count; i++)
        assert_ptr_equal(release_of(&list, releases[i].build), &releases[i]);
    assert_null(release_of(&list, 0));
    assert_null(release_of(&list, 9199));
    assert_null(release_of(&list, 12345));
    assert_null(release_of(&list, UINT32_MAX));
    struct release_list none = {releases, 0};
    assert_null(release_of(&none, 26100));
}

static void numbers(void **state) {
    (void)state;
    CHECK({"26100", 26100}, {"  26100", 26100}, {"19045 \t\r\n", 19045}, {"9600", 9600},
          {"12345", 12345},      /* no such build: the report says so, not this function */
          {"26100.4652", 26100}, /* build and revision: osquery, Intune, settings */
          {"29617.1000", 29617}, {"9600.17031", 9600}, {"14393.0", 14393},
          {"26100.0", 26100},    /* a number that went through a spreadsheet */
          {"26120.3863", 26120}, /* an Insider build that the list lacks */
          {"0", 0}, {"00000", 0}, {"-26100", 0}, {"+26100", 0}, {"26,100", 0}, {"0x65F4", 0},
          {"26100abc", 0}, {"4294967295", 0}, {"99999999999999999999", 0}, {"", 0}, {"   ", 0});
}

static void a_number_beside_words_is_no_build_unless_windows_is_named(void **state) {
    (void)state;
    CHECK({"Enterprise 17763", 0}, {"Datacenter 17763.1", 0}, {"Standard x64 26100", 0},
          {"Windows Enterprise 17763", 17763}, {"version 17763", 17763});
}

static void a_number_behind_an_unknown_word_names_no_product(void **state) {
    (void)state;
    CHECK({"Windows Foo 8.1 (10.0.19045)", 19045}, {"Windows Server Foo 2019 Build 20348", 20348},
          {"Windows 8.1 (10.0.19045)", 0}, {"Windows Server 2019 Build 20348", 0});
}

static void a_build_behind_a_date_is_one(void **state) {
    (void)state;
    CHECK({"Windows Oct 11 2023 10.0.26100", 26100}, {"Windows October 2023 26100", 26100},
          {"Windows 11. Oktober 2023 (10.0.26100)", 26100}, {"Windows Oct 11 2023", 0});
}

static void what_sticks_to_an_architecture_is_its_bits_or_not_understood(void **state) {
    (void)state;
    CHECK({"Windows Server 2019 amd64", 17763}, {"Windows Server 2019 x64", 17763},
          {"Windows Server 2019 amd17763", 0});
}

static void a_product_allows_its_first_build(void **state) {
    (void)state;
    CHECK({"Windows 10 10.0.10240", 10240}, {"Windows 11 10.0.22000", 22000},
          {"Windows 11 10.0.19045", 0});
}

static void every_latin_letter_is_read_as_its_base(void **state) {
    (void)state;
    CHECK({"Window\xc5\xbf Server 2019", 17763}, {"W\xc3\xacndows Server 2019", 17763},
          {"\xc5\xb4indows Server 2019", 17763});
}

static void words_written_together_are_told_by_their_letters(void **state) {
    (void)state;
    CHECK({"WindowsServer 2019", 17763}, {"Windows Server 2019 STANDARDEn", 17763},
          {"WINDOWSServer 2019", 17763}, {"WindowsXServer 2019", 0});
}

static void no_month_has_a_day_of_number_none(void **state) {
    (void)state;
    CHECK({"Windows Server 2019 2023-10-01", 17763}, {"Windows Server 2019 2023-10-00", 0});
}

static void nt_versions(void **state) {
    (void)state;
    CHECK({"10.0.26100", 26100},      /* PowerShell, osquery, Win32_OperatingSystem */
          {"10.0.26100.4652", 26100}, /* Intune, Defender */
          {"10.0.22631.3155", 22631}, {"10.0.12345", 12345}, {"10.0.14393.0", 14393},
          {"6.3.9600", 9600}, {"6.2.9200", 9200}, {"6.3.9600.0", 9600}, {"6.2.9200.16384", 9200},
          {"6.1.7601", 7601}, {"6.0.6002", 6002}, {"5.2.3790", 3790},
          {"6.3.19045", 19045},    /* the registry's CurrentVersion stays 6.3 */
          {"10.0 (26100)", 26100}, /* Active Directory */
          {"10.0 (17763)", 17763}, {"6.3 (9600)", 9600}, {"6.2 (9200)", 9200}, {"6.1 (7601)", 7601},
          {"10.0(20348)", 20348}, {"10.0 (26100.4652)", 26100}, {"10.0 Build 19041", 19041},
          {"10.0 19045", 19045}, {"10.0.19045 N/A Build 19045", 19045}, /* systeminfo */
          {"10.0.19045 Build 19045", 19045},                            /* msinfo32 */
          {"6.3.9600 N/A-Build 9600", 9600}, {"6.1.7601 Service Pack 1 Build 7601", 7601},
          {"OS Version:                10.0.17763 N/A Build 17763", 17763}, {"v10.0.19045", 19045},
          {"\"10.0.19045\"", 19045}, {"10.0.19045,", 19045},
          {"10.0.19041.3636 (WinBuild.160101.0800)", 19041}, /* a file's version */
          {"CYGWIN_NT-10.0-19045", 19045}, {"MINGW64_NT-10.0-22631 3.4.9-be826601.x86_64", 22631},
          {"10.0", 0}, {"10.0.", 0}, {"10.0.0", 0}, {"10.0.1", 0}, {"10.0.9200", 9200},
          {"10.0.9600", 9600}, {"10.0.9400", 0}, {"10.0.-26100", 0}, {"10.0.x", 0},
          {"10.1.26100", 0}, {"6.4.9841", 0}, {"6.2.9201", 0}, {"10.0.26100.4652.1", 0},
          {"10.0.19045.el8", 0}, {"10.0.19045rc1", 0}, {"110.0.26100", 0}, {".10.0.26100", 0},
          {"10.0.4294986341", 0}, {"10.0.999999", 0}, {"10.0 ()", 0}, {"10.0 (", 0},
          {"10.0 (x64)", 0}, {"6.3", 0}, {"6.2", 0});
}

static void build_labels(void **state) {
    (void)state;
    CHECK({"26100.1.amd64fre.ge_release.240331-1435", 26100}, /* BuildLabEx */
          {"19041.1.amd64fre.vb_release.191206-1406", 19041},
          {"17763.1.amd64fre.rs5_release.180914-1434", 17763},
          {"9600.17031.amd64fre.winblue_gdr.140221-1952", 9600},
          {"9200.16384.x86fre.win8_rtm.120725-1247", 9200},
          {"26100.1.arm64fre.ge_release.240331-1435", 26100},
          {"26100.ge_release.240331-1435", 26100}, /* BuildLab */
          {"14393.rs1_release.220429-1732", 14393}, {"15662.76.0", 0}, {"14268.67.0", 0},
          {"26100.1.foo.bar", 0}, {"26100.", 26100}, {"22.1.amd64fre.x_y.1-2", 0});
}

static void sentences(void **state) {
    (void)state;
    CHECK(
        {"Microsoft Windows [Version 10.0.26100.4652]", 26100}, /* ver */
        {"Microsoft Windows [Version 6.3.9600]", 9600},
        {"Microsoft Windows [version 10.0.19045.3803]", 19045}, /* French, German */
        {"Microsoft Windows [Версия 10.0.22631.3007]", 22631},  /* Russian */
        {"Microsoft Windows [版本 10.0.17763.5329]", 17763},    /* Chinese */
        {"Microsoft Windows NT 10.0.19045.0", 19045},           /* .NET */
        {"Microsoft Windows NT 6.2.9200.0", 9200}, {"Microsoft Windows 10.0.22631", 22631},
        {"Microsoft Windows 10 Enterprise 10.0.19045", 19045},
        {"Windows 10 Pro 22H2 (OS Build 19045.3803)", 19045},
        {"Version 22H2 (OS Build 19045.3803)", 19045}, {"OS Build 22631.3155", 22631},
        {"OSBuild 22631 Windows", 22631}, {"Windows 11 Insider Preview Build 29617", 29617},
        {"Windows 11 Insider Preview 10.0.26200.5516 (ge_release)", 26200},
        {"Windows 11 Insider Preview (Build 26120.3863)", 26120},
        {"Windows 10 Enterprise, Build Number: 17134", 17134},
        {"Windows CurrentBuild=18363", 18363},
        {"Windows-10-10.0.19045-SP0", 19045}, /* Python's platform */
        {"Windows-2019Server-10.0.17763-SP0", 17763}, {"Windows-8.1-6.3.9600-SP0", 9600},
        {"Windows HOST22 10.0.20348 Microsoft Windows Server 2022 Standard x64",
         20348}, /* Zabbix */
        {"Windows Server 2016 Standard Evaluation 14393 "
         "(Windows Server 2016 Standard Evaluation 6.3)",
         14393}, /* nmap */
        {"Windows 10 Pro 19045 (Windows 10 Pro 6.3)", 19045},
        {"Windows 10 / Server 2019 Build 17763 x64", 17763}, /* CrackMapExec */
        {"Windows 10.0 Build 19041", 19041}, {"Windows 11 (22631)", 22631},
        {"Microsoft SQL Server 2019 (RTM-CU18) (KB5017593) - 15.0.4261.1 (X64) Copyright (C) 2019 "
         "Microsoft Corporation Standard Edition (64-bit) on Windows Server 2016 Standard 10.0 "
         "<X64> (Build 14393: ) (Hypervisor)",
         14393},
        {"Windows 10 Pro 10.0.22631", 22631}, /* Windows 11's registry still says Windows 10 */
        {"Windows 10 Pro 23H2 10.0.22631", 22631}, {"Windows 8.1 Preview build 9431", 9431},
        {"Windows Server vNext Preview Build 26040", 26040},
        {"Windows Server 2016 Technical Preview 5 10.0.14300", 14300},
        {"Windows 10 Enterprise 10.0.19045 or later", 0}, {"Windows >= 10.0.19045", 0},
        {"10.0.19045+", 0}, {"10.0.17763 - 10.0.19045", 0}, {"10.0.19045 Build 19044", 0},
        {"Windows 10 22H2 (19044)", 0}, {"Windows Server 2019 10.0.20348", 0},
        {"Windows 10 Pro PC17763", 0}, {"Windows 10 Pro KB19045", 0});
}

static void client_names(void **state) {
    (void)state;
    CHECK({"Windows 8", 9200}, {"Microsoft Windows 8 Enterprise", 9200}, {"Windows 8.1", 9600},
          {"Microsoft Windows 8.1 Pro", 9600}, {"windows 8.1 n", 9600}, {"Windows 10 22H2", 19045},
          {"Windows 10, version 1809", 17763}, {"Windows 10 Version 1507", 10240},
          {"Windows 10 v1511", 10586}, {"Windows 10 (1607)", 14393},
          {"Microsoft Windows 10 Pro 1703", 15063},
          {"Windows 10 Enterprise 64 bit Edition Version 1709", 16299}, /* Qualys */
          {"Windows 10 1803 Home", 17134}, {"Windows 10 1903", 18362}, {"Windows 10 1909", 18363},
          {"Windows 10 2004", 19041}, {"Windows 10 20H2", 19042}, {"Windows 10 21h1", 19043},
          {"Windows 10 21H2", 19044}, {"Windows 11 21H2", 22000}, {"Windows 11 22H2", 22621},
          {"Windows 11, version 23H2", 22631}, {"Windows 11 Pro 24H2", 26100},
          {"Windows 11 Enterprise 25H2", 26200}, {"Windows 11 26H1", 28000},
          {"Windows 11 26H2", 26300}, {"Windows 10 19H1", 18362}, {"Windows 10 19H2", 18363},
          {"Windows 10 20H1", 19041},
          {"Windows 10 Version 22H2 for x64-based Systems", 19045}, /* security bulletins */
          {"Windows 10 Version 1809 for 32-bit Systems", 17763},
          {"Microsoft\xc2\xae Windows\xc2\xae 10 Professionnel 22H2", 19045},
          {"Microsoft(R) Windows(R) 8.1", 9600}, {"Win10 22H2", 19045}, {"WIN11-23H2", 22631},
          {"Windows 10 Профессиональная 22H2", 19045},
          {"Microsoft Windows 10 Enterprise LTSC 2019", 17763},
          {"Windows 10 IoT Enterprise LTSC 2021", 19044},
          {"Microsoft Windows 10 Enterprise 2015 LTSB", 10240},
          {"Microsoft Windows 10 Enterprise 2016 LTSB", 14393},
          {"Windows 11 Enterprise LTSC 2024", 26100},
          {"Microsoft Windows NT Workstation 6.3", 9600}, /* SCCM */
          {"Mozilla/5.0 (Windows NT 6.3; Win64; x64)", 9600}, {"Windows NT 6.2", 9200});
    CHECK({"Windows 10", 0}, {"Microsoft Windows 11 Pro", 0}, {"Windows", 0}, {"Microsoft", 0},
          {"Windows 10 Enterprise LTSC", 0}, {"Windows 10 for 32-bit Systems", 0},
          {"Windows 10 23H2", 0}, {"Windows 11 1809", 0}, {"Windows 11 22H1", 0},
          {"Windows 10 22H2 or later", 0}, {"Windows 10 1809+", 0}, {"Windows 10 1809-22H2", 0},
          {"Windows 10/11 22H2", 0}, {"Windows 10, 11", 0}, {"Windows 8, 10 22H2", 0},
          {"Windows 10 and 11 22H2", 0}, {"Windows 8.1/2012 R2", 0}, {"Windows 11 24H2/25H2", 0},
          {"Windows 11 27H1", 0}, {"Windows 11 Insider Preview 24H2", 0},
          {"Windows 10 Mobile 1709", 0}, {"Windows Phone 8.1", 0}, {"Windows RT 8.1", 0},
          {"Windows CE 6.0", 0}, {"Windows Holographic, version 21H1", 0},
          {"Microsoft Windows NT Workstation 10.0", 0},
          {"Microsoft Windows NT Workstation 10.0 (Tablet Edition)", 0}, {"NT 10.0", 0},
          {"Windows NT 10.0; Win64; x64", 0}, {"Windows 10 NT 6.3", 0}, {"Windows 10 Pro 6.3", 0},
          {"Windows 7 Professional", 0}, {"Windows XP", 0}, {"Windows Vista", 0}, {"Windows 98", 0},
          {"Windows 2000", 0}, {"Windows 12", 0}, {"Windows 100", 0}, {"Windows 8.0", 0},
          {"Windows 7 / Windows 8", 0}, {"22H2", 0}, {"Version 1809", 0},
          {"Version 2308 (Build 16731.20550)", 0}, {"Windows 10 Pro (x64", 0});
}

static void server_names(void **state) {
    (void)state;
    CHECK({"Windows Server 2012", 9200}, {"Windows Server 2012 R2", 9600},
          {"Microsoft Windows Server 2012 R2 Standard", 9600},
          {"Microsoft Windows Server 2012 Standard", 9200}, {"Windows Server 2012R2", 9600},
          {"Windows Server 2012 Standard R2", 9600}, {"Windows Server 2012 r2 Datacenter", 9600},
          {"Windows Server 2016", 14393}, {"Microsoft Windows Server 2016 Essentials", 14393},
          {"Windows Server 2019", 17763}, {"Windows Server 2019 Datacenter (1809)", 17763},
          {"Windows Server 2019 Standard 64 bit Edition Version 1809", 17763}, /* Qualys */
          {"Windows Server 2022 Datacenter", 20348}, {"Windows Server 2022 21H2", 20348},
          {"Windows Server 2022 Datacenter: Azure Edition", 20348}, {"Windows Server 2025", 26100},
          {"Microsoft Windows Server 2025 Datacenter 24H2", 26100},
          {"Windows Server\xc2\xae 2016 Standard", 14393}, {"WINDOWS SERVER 2019", 17763},
          {"Windows Server 2012 R2 (Server Core installation)", 9600},
          {"Windows Server IoT 2019", 17763}, {"Windows Storage Server 2016 Standard", 14393},
          {"Microsoft Hyper-V Server 2019", 17763}, {"Hyper-V Server 2012 R2", 9600},
          {"Windows 2019", 17763}, {"Windows 2012 R2 Standard", 9600},
          {"Windows Server, version 20H2", 19042}, {"Windows Server version 1709", 16299},
          {"Windows Server, version 1803 (Server Core Installation)", 17134},
          {"Windows Server 1903 Datacenter", 18362}, {"Windows Server 2004", 19041},
          {"Windows Server, version 23H2", 25398}, {"Windows Server LTSC 2019", 17763},
          {"Microsoft Windows Server 2019 (64-bit)", 17763}, /* vSphere */
          {"Microsoft Windows NT Advanced Server 6.3", 9600});
    CHECK({"Windows Server", 0}, {"Microsoft Windows NT Server 10.0", 0}, /* SCCM */
          {"Windows Server 2003", 0}, {"Windows Server 2008 R2 Enterprise", 0},
          {"Windows Server 2008 R2 and Windows Server 2012", 0}, {"Windows Server 2019 22H2", 0},
          {"Windows Server 2022, 23H2 Edition", 0}, {"Windows Server 2012-2019", 0},
          {"Windows Server 2012 / 2012 R2", 0}, {"Windows 2016/2019/10", 0},
          {"Microsoft Windows Server 2016 or later (64-bit)", 0}, /* vSphere */
          {"Windows Server 2016 Windows Server 2019", 0}, {"Windows Server, version 22H2", 0},
          {"Windows Server 2019 R2", 0}, {"Windows Server 2012 R2 R2 R2 R2", 0},
          {"SQL Server 2019", 0}, {"Microsoft SQL Server 2016 Standard", 0}, {"Server 2019", 0},
          {"Windows Server 2019 Insider Preview", 0}, {"Azure Stack HCI, version 22H2", 20349},
          {"Azure Stack HCI 21H2", 0});
}

static void other_systems(void **state) {
    (void)state;
    CHECK({"Ubuntu 22.04", 0}, {"Ubuntu 22.04.3 LTS", 0}, {"5.15.0-91-generic", 0},
          {"6.1.0-18-amd64", 0}, {"6.2.0-26-generic", 0}, {"6.3.0", 0}, {"4.18.0-513.5.1.el8_9", 0},
          {"Linux 4.4.0-19041-Microsoft", 0}, {"5.15.133.1-microsoft-standard-WSL2", 0},
          {"Debian GNU/Linux 12", 0}, {"Red Hat Enterprise Linux 9.3 (Plow)", 0},
          {"CentOS Linux 7.9.2009", 0}, {"SUSE Linux Enterprise Server 15 SP5", 0},
          {"Oracle Linux Server 8.9", 0}, {"14.2.1", 0}, {"14.2.1 (23C71)", 0}, {"macOS 14.2", 0},
          {"Darwin 23.1.0", 0}, {"Darwin Kernel Version 10.0.0", 0}, {"10.15.7", 0}, {"10.13.6", 0},
          {"10.0.4", 0}, {"10.15.7 (19H2)", 0}, {"Mac OS X 10.6.8", 0},
          {"macOS 14.2 (Build 23C64)", 0}, {"FreeBSD 14.0-RELEASE", 0}, {"SunOS 5.11", 0},
          {"AIX 7.2", 0}, {"VMware ESXi 8.0.2 build-22380479", 0}, {"Android 10.0.0_r41", 0},
          {"iOS 17.2.1", 0}, {"15633.69.0", 0}, {"unknown", 0}, {"N/A", 0}, {"NULL", 0}, {"-", 0},
          {"?", 0}, {"\xff\xfe\x00", 0});
}

static void any_bytes_are_read_safely(void **state) {
    (void)state;
    assert_int_equal(build_of("10.0.26100\0junk", 15), 0);
    assert_int_equal(build_of("26100\0", 6), 0);
    assert_int_equal(release_build(&list, (struct text){NULL, 0}), 0);

    /* Every prefix of a long form, and every form with one byte changed. */
    static const char form[] =
        "Microsoft Windows Server 2012 R2 [Version 10.0.26100.4652] (Build 26100.1"
        ".amd64fre.ge_release.240331-1435) NT 6.3 LTSC 2019 Hyper-V R2 22H2 OS Build 1";
    for (size_t size = 0; size < sizeof form; size++)
        build_of(form, size);
    for (size_t i = 0; i < sizeof form - 1; i++) {
        char changed[sizeof form];
        memcpy(changed, form, sizeof form);
        for (int byte = 0; byte < 256; byte++) {
            changed[i] = (char)byte;
            build_of(changed, sizeof form - 1);
        }
    }
}

/* What the list has exactly once is known by its name; what it has twice is not. */
static void every_release_is_known_by_its_name(void **state) {
    (void)state;
    for (size_t i = 0; i < list.count; i++) {
        const struct release *release = &releases[i];
        char text[64];
        bool named = strcmp(release->version, "Insider") != 0 && release->build > 9600;
        int size = snprintf(text, sizeof text, "%s %s", release->client, release->version);
        if (*release->client && (named || release->build == 7601))
            assert_int_equal(build_of(text, (size_t)size), release->build);
        size = snprintf(text, sizeof text, "%s %s", release->server, release->version);
        if (*release->server && named)
            assert_int_equal(build_of(text, (size_t)size), release->build);
        size = snprintf(text, sizeof text, "%s", release->server);
        if (strchr(release->server, '2') && release->build > 7601)
            assert_int_equal(build_of(text, (size_t)size), release->build);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(releases_are_found_by_build),
        cmocka_unit_test(numbers),
        cmocka_unit_test(a_number_beside_words_is_no_build_unless_windows_is_named),
        cmocka_unit_test(a_number_behind_an_unknown_word_names_no_product),
        cmocka_unit_test(a_build_behind_a_date_is_one),
        cmocka_unit_test(what_sticks_to_an_architecture_is_its_bits_or_not_understood),
        cmocka_unit_test(a_product_allows_its_first_build),
        cmocka_unit_test(every_latin_letter_is_read_as_its_base),
        cmocka_unit_test(words_written_together_are_told_by_their_letters),
        cmocka_unit_test(no_month_has_a_day_of_number_none),
        cmocka_unit_test(nt_versions),
        cmocka_unit_test(build_labels),
        cmocka_unit_test(sentences),
        cmocka_unit_test(client_names),
        cmocka_unit_test(server_names),
        cmocka_unit_test(other_systems),
        cmocka_unit_test(any_bytes_are_read_safely),
        cmocka_unit_test(every_release_is_known_by_its_name),
    };
    return cmocka_run_group_tests_name("release", tests, read_list, NULL);
}
