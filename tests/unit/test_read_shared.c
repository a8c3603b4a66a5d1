/* The reader over real reports, which are not ours to copy: they are read from WMI_SHARED. */
#define _POSIX_C_SOURCE 200809L

#include "../portable.h"
#include "read_helper.h"

#include <dirent.h>
#include <sys/stat.h>

#define REPORT "report/WMI_Version_Comparison_Report.csv"
#define SEED   "seed/000_a4c3aadbbedd3c95.txt"
#define PAGE   "pages/Msvm_CollectionReferencePointExportJob.md"

/* --- An independent reading of the full report --- */

enum { FIELDS = 13, DESC = 11, DESC_EN = 12, FIRST_BUILD = 5, BUILDS = 6, ROWS_MAX = 20000 };

struct table {
    char *text; /* the fields, each NUL-terminated */
    char *(*rows)[FIELDS];
    size_t count; /* with the header */
};

static struct table read_table(const char *path) {
    struct table table = {malloc(8 << 20), calloc(ROWS_MAX, sizeof *table.rows), 0};
    FILE *file = fopen(path, "rb");
    assert_true(table.text && table.rows && file);
    size_t size = fread(table.text, 1, (8 << 20) - 1, file);
    fclose(file);
    table.text[size] = '\0';
    char *in = table.text, *out = table.text;
    if (strncmp(in, "\xef\xbb\xbf", 3) == 0)
        in += 3;
    while (*in) {
        assert_true(table.count < ROWS_MAX);
        for (int field = 0; field < FIELDS; field++) {
            char *start = out;
            int quoted = *in == '"';
            in += quoted;
            while (quoted ? *in != '"' || in[1] == '"' : *in != ',' && *in != '\n') {
                in += quoted && *in == '"';
                *out++ = *in++;
            }
            in += quoted;
            assert_true(*in == (field + 1 < FIELDS ? ',' : '\n'));
            in++;
            *out++ = '\0';
            table.rows[table.count][field] = start;
        }
        table.count++;
    }
    return table;
}

static void free_table(struct table *table) {
    free(table->text);
    free(table->rows);
}

/* How many lines of the report are about that member, in any case. */
static size_t count_lines(const struct table *table, const struct report *report, uint32_t member) {
    size_t count = 0;
    for (size_t i = 1; i < table->count; i++)
        count +=
            report_find(report, text_of(table->rows[i][0]), text_of(table->rows[i][1])) == member;
    return count;
}

/* The source text of a description: what is left of it and its value map. */
static void restore(const struct report *report, uint32_t member, const char *description,
                    uint32_t in, uint32_t blank, char *text) {
    uint32_t stood = report_details(report, member).map_stood;
    struct report_entries map = report_value_map(report, member);
    bool has_map = stood & in, has_blank = stood & blank;
    if (!description)
        description = has_map && !has_blank ? "" : "[无描述]";
    text = append(text, "%s%s", description, has_blank ? " " : "");
    for (uint32_t i = map.first; has_map && i < map.end; i++)
        text = append(text, "%s%s - %s",
                      i > map.first ? "; " : "[枚举值: ", report_entry_value(report, i),
                      report_text(report, report_entry_label(report, i)));
    append(text, "%s", has_map ? "]" : "");
}

static void description_and_value_map_give_back_each_line(void **state) {
    (void)state;
    char path[512];
    if (!shared_path(path, REPORT))
        skip();
    static char text[1 << 16];
    struct table table = read_table(path);
    struct report *report = load(path);
    size_t merged = 0, maps = 0, left = 0;
    assert_int_equal(table.count, 9594);
    for (size_t i = 1; i < table.count; i++) {
        char **row = table.rows[i];
        uint32_t member = member_of(report, row[0], row[1]);
        struct report_details details = report_details(report, member);
        const char *description = report_text(report, details.description);
        const char *english = report_text(report, details.description_en);
        restore(report, member, description, REPORT_MAP_IN_DESCRIPTION, REPORT_BLANK_IN_DESCRIPTION,
                text);
        bool same = strcmp(text, row[DESC]) == 0;
        restore(report, member, english, REPORT_MAP_IN_DESCRIPTION_EN,
                REPORT_BLANK_IN_DESCRIPTION_EN, text);
        same = same && strcmp(text, row[DESC_EN]) == 0;
        if (!same && count_lines(&table, report, member) > 1) {
            merged++; /* of the merged lines one alone gives the texts */
            continue;
        }
        if (!same)
            print_message("line %u: %s.%s: %s\n", (unsigned)i + 1, row[0], row[1], text);
        assert_true(same);
        maps += details.value_map != 0;
        assert_int_equal(strstr(row[DESC_EN], "[枚举值: ") != NULL, details.value_map != 0);
        left += english && strstr(english, "[枚举值") != NULL;
        assert_true(!description || strcmp(description, "[无描述]") != 0);
    }
    assert_true(merged <= 2);
    assert_int_equal(maps, 301);
    assert_int_equal(left, 0);
    memory_free(report);
    free_table(&table);
}

static void all_cells_and_kinds_are_those_of_the_file(void **state) {
    (void)state;
    char path[512];
    if (!shared_path(path, REPORT))
        skip();
    struct table table = read_table(path);
    struct report *report = load(path);
    for (size_t i = 1; i < table.count; i++) {
        char **row = table.rows[i];
        const struct report_kind *kind = kind_of(report, row[0], row[1]);
        uint32_t member = member_of(report, row[0], row[1]);
        assert_string_equal(report_text(report, kind->type), row[2]);
        assert_string_equal(report_text(report, kind->category), row[3]);
        assert_string_equal(report_text(report, kind->access), row[4]);
        for (int build = 0; build < BUILDS; build++) {
            int expected = strcmp(row[FIRST_BUILD + build], "✅") == 0;
            int found =
                cell_of(report, row[0], row[1], (uint32_t)atol(table.rows[0][FIRST_BUILD + build]));
            assert_true(found == expected || (found && count_lines(&table, report, member) > 1));
        }
    }
    memory_free(report);
    free_table(&table);
}

/* --- Pages --- */

/* Every member of `part` is in `whole` with the same cells, kind and texts. */
static void assert_part_of(const struct report *part, const struct report *whole) {
    for (uint32_t i = 0; i < part->members.count; i++) {
        struct report_definition definition = report_definition(part, i);
        uint32_t class_index = report_member(part, i).class_index;
        const char *class_name = report_text(part, report_class(part, class_index).text);
        const char *member = report_text(part, definition.text);
        uint32_t other = member_of(whole, class_name, member);
        struct report_definition expected = report_definition(whole, other);
        struct report_details details = report_details(part, i);
        struct report_details expected_details = report_details(whole, other);
        const struct report_kind *kind = &report_kinds(part)[definition.kind];
        const struct report_kind *expected_kind = &report_kinds(whole)[expected.kind];
        struct report_entries map = report_value_map(part, i);
        struct report_entries expected_map = report_value_map(whole, other);
        const uint32_t texts[][2] = {{definition.text, expected.text},
                                     {details.description, expected_details.description},
                                     {details.description_en, expected_details.description_en},
                                     {kind->type, expected_kind->type},
                                     {kind->category, expected_kind->category},
                                     {kind->access, expected_kind->access}};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            const char *found = report_text(part, texts[t][0]);
            const char *wanted = report_text(whole, texts[t][1]);
            assert_string_equal(found ? found : "NULL", wanted ? wanted : "NULL");
        }
        assert_int_equal(map.end - map.first, expected_map.end - expected_map.first);
        for (uint32_t e = 0; e < map.end - map.first; e++) {
            uint32_t entry = map.first + e, expected_entry = expected_map.first + e;
            assert_string_equal(report_entry_value(part, entry),
                                report_entry_value(whole, expected_entry));
            assert_string_equal(report_text(part, report_entry_label(part, entry)),
                                report_text(whole, report_entry_label(whole, expected_entry)));
        }
        assert_int_equal(details.map_stood, expected_details.map_stood);
        for (uint32_t b = 0; b < part->builds.count; b++) {
            assert_int_equal(report_builds(part)[b].number, report_builds(whole)[b].number);
            assert_int_equal(report_cell(part, i, b), report_cell(whole, other, b));
        }
    }
}

static void pages_agree_with_the_full_report(void **state) {
    (void)state;
    char path[512], page[512];
    if (!shared_path(path, REPORT) || !shared_path(page, PAGE))
        skip();
    struct report *whole = load(path);
    struct report *one = load(page);
    assert_int_equal(one->members.count, 54);
    assert_part_of(one, whole);
    memory_free(one);
    *strrchr(page, '/') = '\0';
    struct report *pages = load(page);
    assert_int_equal(pages->members.count, 381);
    assert_string_equal(report_text(pages, pages->format), "markdown");
    assert_part_of(pages, whole);
    memory_free(pages);
    memory_free(whole);
}

static void the_seed_page_loads_as_it_was_given(void **state) {
    (void)state;
    char path[512], page[512], report_path[512];
    if (!shared_path(path, SEED) || !shared_path(page, PAGE) || !shared_path(report_path, REPORT))
        skip();
    struct report *seed = load(path), *clean = load(page), *whole = load(report_path);
    uint32_t methods = 0;
    for (uint32_t i = 0; i < seed->members.count; i++)
        methods +=
            strcmp(report_text(seed, report_kinds(seed)[report_definition(seed, i).kind].category),
                   "Method") == 0;
    assert_int_equal(seed->members.count, 54);
    assert_int_equal(methods, 4);
    assert_string_equal(report_text(seed, seed->encoding), "utf-8 via mac roman");
    assert_string_equal(report_text(seed, seed->format), "markdown");
    assert_part_of(seed, clean);
    assert_part_of(clean, seed);
    assert_part_of(seed, whole);
    memory_free(seed);
    memory_free(clean);
    memory_free(whole);
}

/* --- 436 pages, made of the full report --- */

static void write_row(FILE *file, char **row) {
    fprintf(file, "| %s", row[1]);
    for (int field = 2; field < FIELDS; field++)
        fprintf(file, " | %s", row[field]);
    fputs(" |\n", file);
}

static void write_head(FILE *file, char **header, const char *class_name) {
    fprintf(file, "# WMI Class: %s\n\n[back](../README.md) | [all](../all.csv)\n\n", class_name);
    write_row(file, header);
    fputs("|:---|:---|:---|:---|:---|:---|:---|:---|:---|:---|:---|:---|\n", file);
}

/* Writes a page for each class into the folder. Returns how many they are. */
static size_t write_pages(const struct table *table, const char *folder) {
    size_t count = 0;
    char path[1024];
    for (size_t i = 1; i < table->count; i++) {
        const char *class_name = table->rows[i][0];
        snprintf(path, sizeof path, "%s/%s.md", folder, class_name);
        bool is_new = access(path, F_OK) != 0;
        FILE *file = fopen(path, "ab");
        assert_non_null(file);
        if (is_new)
            write_head(file, table->rows[0], class_name);
        write_row(file, table->rows[i]);
        fclose(file);
        count += is_new;
    }
    return count;
}

static void remove_folder(const char *folder) {
    char path[1024];
    DIR *list = opendir(folder);
    const struct dirent *entry;
    assert_non_null(list);
    while ((entry = readdir(list)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        remove(path);
    }
    closedir(list);
    rmdir(folder);
}

static void a_folder_of_436_pages_is_the_full_report(void **state) {
    (void)state;
    char path[512], folder[512];
    if (!shared_path(path, REPORT))
        skip();
    struct table table = read_table(path);
    temporary_path(folder, "wmi_test_pages_XXXXXX");
    assert_non_null(portable_make_folder(folder));
    assert_int_equal(write_pages(&table, folder), 436);
    struct report *whole = load(path), *pages = load(folder);
    assert_int_equal(pages->members.count, whole->members.count);
    assert_part_of(pages, whole);
    memory_free(whole);
    memory_free(pages);
    remove_folder(folder);
    free_table(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(description_and_value_map_give_back_each_line),
        cmocka_unit_test(all_cells_and_kinds_are_those_of_the_file),
        cmocka_unit_test(pages_agree_with_the_full_report),
        cmocka_unit_test(the_seed_page_loads_as_it_was_given),
        cmocka_unit_test(a_folder_of_436_pages_is_the_full_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
