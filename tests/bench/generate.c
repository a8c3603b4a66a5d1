/*
** Makes the files that the benchmarks load, out of a comparison report: generate REPORT FOLDER COPIES.
**
**   report.csv            the report itself, copied
**   pages_padded/CLASS.md     a page for each class, padded as the report's own pages are
**   pages/CLASS.md        the same without padding: as many bytes as the report, about
**   page.md, page.csv     all rows as members of one class: as many bytes in one file, in both forms
**   Collected_26100.csv   what Export-Csv writes of the members of build 26100
**   report_N.csv          N times the report: other classes, other descriptions
*/
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FIELDS_MAX = 64 };

/* Where the columns are that the forms treat apart. */
struct columns {
    size_t class_name, member, type, category, build, description, description_en, count;
};

struct report {
    char **fields; /* of all rows, the header first; owned */
    size_t used, capacity, rows;
    struct columns at;
};

static _Noreturn void die(const char *what) {
    fprintf(stderr, "generate: %s\n", what);
    exit(1);
}

static FILE *create(const char *folder, const char *name) {
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file)
        die(path);
    return file;
}

static void finish(FILE *file) {
    if (ferror(file) || fclose(file) != 0)
        die("cannot write");
}

/* --- Reading --- */

static void on_field(void *text, size_t size, void *context) {
    struct report *report = context;
    if (report->used == report->capacity) {
        report->capacity = report->capacity ? 2 * report->capacity : 1024;
        report->fields = realloc(report->fields, report->capacity * sizeof *report->fields);
        if (!report->fields)
            die("no memory");
    }
    char *copy = malloc(size + 1);
    if (!copy)
        die("no memory");
    memcpy(copy, text, size);
    copy[size] = '\0';
    report->fields[report->used++] = copy;
}

static void on_row(int end, void *context) {
    struct report *report = context;
    (void)end;
    if (!report->rows++)
        report->at.count = report->used;
}

static size_t column(const struct report *report, const char *name) {
    for (size_t i = 0; i < report->at.count; i++)
        if (strcmp(report->fields[i], name) == 0)
            return i;
    return FIELDS_MAX;
}

static struct report read_report(const char *path) {
    struct report report = {0};
    struct csv_parser parser;
    char piece[1 << 16];
    size_t size;
    FILE *file = fopen(path, "rb");
    if (!file || csv_init(&parser, CSV_STRICT) != 0)
        die(path);
    if (fread(piece, 1, 3, file) != 3)
        die(path);
    if (memcmp(piece, "\xef\xbb\xbf", 3) != 0)
        rewind(file);
    while ((size = fread(piece, 1, sizeof piece, file)) > 0)
        if (csv_parse(&parser, piece, size, on_field, on_row, &report) != size)
            die(csv_strerror(csv_error(&parser)));
    csv_fini(&parser, on_field, on_row, &report);
    csv_free(&parser);
    fclose(file);
    struct columns *at = &report.at;
    at->class_name = column(&report, "Class");
    at->member = column(&report, "Member");
    at->type = column(&report, "Type");
    at->category = column(&report, "Category");
    at->build = column(&report, "26100");
    at->description = column(&report, "Desc");
    at->description_en = column(&report, "Desc_EN");
    if (at->class_name == FIELDS_MAX || at->member == FIELDS_MAX || at->build == FIELDS_MAX)
        die("a column is missing");
    return report;
}

static char **row_at(const struct report *report, size_t row) {
    return report->fields + row * report->at.count;
}

static void free_report(struct report *report) {
    for (size_t i = 0; i < report->used; i++)
        free(report->fields[i]);
    free(report->fields);
}

/* --- Writing --- */

static void csv_field(FILE *file, const char *text, const char *tail, bool always) {
    if (!always && !strpbrk(text, ",\"\n")) {
        fprintf(file, "%s%s", text, tail);
        return;
    }
    fputc('"', file);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', file);
        fputc(*text, file);
    }
    fprintf(file, "%s\"", tail);
}

static void write_copies(const struct report *report, const char *folder, const char *name,
                         int copies) {
    FILE *file = create(folder, name);
    const struct columns *at = &report->at;
    fputs("\xef\xbb\xbf", file);
    for (int copy = 0; copy < copies; copy++) {
        char mark[16] = "", remark[24] = "";
        if (copy) {
            snprintf(mark, sizeof mark, "_%d", copy);
            snprintf(remark, sizeof remark, " (%d)", copy);
        }
        for (size_t row = copy ? 1 : 0; row < report->rows; row++) {
            char **fields = row_at(report, row);
            for (size_t i = 0; i < at->count; i++) {
                /* The report's placeholder for 'no description' stays what it is. */
                bool described = (i == at->description || i == at->description_en) && *fields[i] &&
                                 *fields[i] != '[';
                if (i)
                    fputc(',', file);
                csv_field(file, fields[i],
                          i == at->class_name ? mark
                          : described         ? remark
                                              : "",
                          false);
            }
            fputc('\n', file);
        }
    }
    finish(file);
}

/* Writes a cell and returns how many characters it has. Without a file it only counts. */
static size_t page_cell(FILE *file, const char *text) {
    size_t characters = 0;
    for (const char *c = text; *c; c++) {
        characters += (*c & 0xc0) != 0x80;
        characters += *c == '|';
        if (file && *c == '|')
            fputc('\\', file);
        if (file)
            fputc(*c == '\n' || *c == '\r' ? ' ' : *c, file);
    }
    return characters;
}

/* A row of a page. `prefix` stands before the member's name; `widths` pads, if given. */
static void page_row(FILE *file, const struct report *report, size_t row, const char *prefix,
                     const size_t *widths) {
    char **fields = row_at(report, row);
    for (size_t i = 0; i < report->at.count; i++) {
        if (i == report->at.class_name)
            continue;
        fputs("| ", file);
        size_t characters = i == report->at.member ? page_cell(file, prefix) : 0;
        characters += page_cell(file, fields[i]);
        fprintf(file, "%*s",
                widths && widths[i] > characters ? (int)(widths[i] - characters) + 1 : 1, "");
    }
    fputs("|\n", file);
}

static void page_head(FILE *file, const struct report *report, const char *class_name,
                      const size_t *widths) {
    fprintf(file, "# WMI Class: %s\n\n## Members\n\n", class_name);
    page_row(file, report, 0, "", widths);
    for (size_t i = 1; i < report->at.count; i++)
        fputs("|---", file);
    fputs("|\n", file);
}

static bool same_class(const char *a, const char *b) {
    for (; *a && (*a | 0x20) == (*b | 0x20); a++, b++)
        continue;
    return !*a && !*b;
}

/* Widens `widths` for a row. */
static void widen(const struct report *report, size_t row, size_t *widths) {
    for (size_t i = 0; i < report->at.count; i++) {
        size_t characters = page_cell(NULL, row_at(report, row)[i]);
        if (characters > widths[i])
            widths[i] = characters;
    }
}

/* A page for the class of a row: its rows from that one on, which are marked as done. */
static void write_page(const struct report *report, const char *folder, size_t row, bool *done,
                       bool padded) {
    const size_t at = report->at.class_name;
    const char *class_name = row_at(report, row)[at];
    size_t widths[FIELDS_MAX] = {0};
    char name[512];
    snprintf(name, sizeof name, "%s.md", class_name);
    FILE *page = create(folder, name);
    for (size_t i = 0; padded && i < report->rows; i++)
        if (i == 0 || same_class(row_at(report, i)[at], class_name))
            widen(report, i, widths);
    page_head(page, report, class_name, widths);
    for (size_t i = row; i < report->rows; i++) {
        if (same_class(row_at(report, i)[at], class_name)) {
            page_row(page, report, i, "", widths);
            done[i] = true;
        }
    }
    finish(page);
}

/* A page for each class. Its rows may stand apart, and its case may vary. */
static void write_pages(const struct report *report, const char *folder, const char *name,
                        bool padded) {
    char inner[1024];
    bool *done = calloc(report->rows, sizeof *done);
    snprintf(inner, sizeof inner, "%s/%s", folder, name);
    mkdir(inner, 0777);
    for (size_t row = 1; done && row < report->rows; row++)
        if (!done[row])
            write_page(report, inner, row, done, padded);
    free(done);
}

/* All rows as members of one class, told apart by a prefix: as a page and as a CSV. */
static void write_one_class(const struct report *report, const char *folder) {
    char prefix[32];
    FILE *page = create(folder, "page.md"), *csv = create(folder, "page.csv");
    page_head(page, report, "All_Members", NULL);
    for (size_t row = 0; row < report->rows; row++) {
        char **fields = row_at(report, row);
        snprintf(prefix, sizeof prefix, "M%zu_", row);
        if (row)
            page_row(page, report, row, prefix, NULL);
        for (size_t i = 0; i < report->at.count; i++) {
            if (i)
                fputc(',', csv);
            if (row && i == report->at.member)
                fputs(prefix, csv);
            csv_field(csv, row && i == report->at.class_name ? "All_Members" : fields[i], "",
                      false);
        }
        fputc('\n', csv);
    }
    finish(page);
    finish(csv);
}

static void write_collection(const struct report *report, const char *folder) {
    const struct columns *at = &report->at;
    const size_t columns[] = {at->class_name, at->member, at->type, at->category, at->description};
    FILE *file = create(folder, "Collected_26100.csv");
    fputs("\xef\xbb\xbf\"Class\",\"Member\",\"Type\",\"Category\",\"Desc\"\r\n", file);
    for (size_t row = 1; row < report->rows; row++) {
        char **fields = row_at(report, row);
        if (strcmp(fields[at->build], "✅") != 0)
            continue;
        for (size_t i = 0; i < 5; i++) {
            if (i)
                fputc(',', file);
            csv_field(file, columns[i] < FIELDS_MAX ? fields[columns[i]] : "", "", true);
        }
        fputs("\r\n", file);
    }
    finish(file);
}

int main(int argc, char **argv) {
    char name[64];
    if (argc != 4)
        die("expected REPORT FOLDER COPIES");
    struct report report = read_report(argv[1]);
    int copies = atoi(argv[3]);
    if (copies > 1) {
        snprintf(name, sizeof name, "report_%d.csv", copies);
        write_copies(&report, argv[2], name, copies);
    } else {
        write_copies(&report, argv[2], "report.csv", 1);
        write_pages(&report, argv[2], "pages", false);
        write_pages(&report, argv[2], "pages_padded", true);
        write_one_class(&report, argv[2]);
        write_collection(&report, argv[2]);
    }
    free_report(&report);
    return 0;
}
