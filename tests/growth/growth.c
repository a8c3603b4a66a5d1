/*
** How time grows with what comes from outside. Each case is an input that could make some step look
** at all that it has seen, for each thing that it sees: then eight times as much takes 64 times as
** long. It must take about eight times as long.
**
**   growth FOLDER [CASE]
*/
#define _POSIX_C_SOURCE 200809L

#include "wmi.h"

#include <inttypes.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { SIZES = 4, REPEATS = 3 };

static const char *folder;
static sqlite3 *db;

static void give_up(const char *what) {
    fprintf(stderr, "growth: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    exit(1);
}

static FILE *create(const char *name) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file)
        give_up(path);
    return file;
}

static void repeat(FILE *file, const char *text, size_t count) {
    for (size_t i = 0; i < count; i++)
        fputs(text, file);
}

/* --- The inputs: each makes one of that size, and says what to ask --- */

static const char *dots(size_t size, char *argument) {
    memset(argument, '.', size);
    argument[size] = '\0';
    return "SELECT available_on(?1, 26100)";
}

/* One class, each time with other letters in capitals. */
static const char *spellings(size_t size, char *argument) {
    FILE *file = create("spellings.csv");
    fputs("Class,Member,26100\n", file);
    for (size_t i = 0; i < size; i++) {
        char name[] = "abcdefghijklmnopqrst";
        for (size_t bit = 0; bit < sizeof name - 1; bit++)
            if (i >> bit & 1)
                name[bit] = (char)(name[bit] - ('a' - 'A'));
        fprintf(file, "%s,M%zu,1\n", name, i % 7);
    }
    fclose(file);
    snprintf(argument, 512, "%s/spellings.csv", folder);
    return "SELECT wmi_load(?1)";
}

/* A multiplying hash without a seed, such as anybody may guess. */
static uint64_t guessable(const char *name, size_t size) {
    uint64_t hash = size;
    for (size_t i = 0; i < size; i += 8) {
        uint64_t word = 0;
        for (size_t byte = 0; byte < 8; byte++)
            word |= (uint64_t)(unsigned char)name[i + byte] << 8 * byte;
        hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 29;
    }
    return hash;
}

/* Names that share the bits by which such a hash finds their place. */
static const char *collisions(size_t size, char *argument) {
    FILE *file = create("collisions.csv");
    uint64_t next = 0;
    fputs("Class,Member,26100\n", file);
    for (size_t i = 0; i < size; i++) {
        char name[17];
        do {
            uint64_t left = next++;
            for (size_t at = 0; at < 16; at++, left /= 16)
                name[at] = (char)('a' + left % 16);
        } while (guessable(name, 16) >> 32 & 0xfff);
        fprintf(file, "%.16s,M,1\n", name);
    }
    fclose(file);
    snprintf(argument, 512, "%s/collisions.csv", folder);
    return "SELECT wmi_load(?1)";
}

/* Files that show in their last row that they were double-encoded. */
static const char *late_repairs(size_t size, char *argument) {
    char name[64];
    snprintf(argument, 512, "%s/late", folder);
    mkdir(argument, 0700);
    for (size_t i = 0; i < size; i++) {
        snprintf(name, sizeof name, "late/%06zu.csv", i);
        FILE *file = create(name);
        fprintf(file, "Class,Member,26100\nFan%zu,Speed,1\nFan%zu,Stop,‚úÖ\n", i, i);
        fclose(file);
    }
    return "SELECT wmi_load(?1)";
}

static const char *pipes(size_t size, char *argument) {
    FILE *file = create("pipes.md");
    fputs("# Fan\n\n| Member | 26100 | Desc | Desc_EN |\n|---|---|---|---|\n| Speed | 1 | x", file);
    repeat(file, "a|", size);
    fputs("b", file);
    repeat(file, "  ", size);
    fputs("|\n", file);
    fclose(file);
    snprintf(argument, 512, "%s/pipes.md", folder);
    return "SELECT wmi_load(?1)";
}

static const char *mof_path(const char *name, char *argument) {
    snprintf(argument, 512, "%s/%s", folder, name);
    return "SELECT wmi_load(?1)";
}

/* All on one line, so that a place is far from the start of its line; each below the one before it, and each
** eighth at the top again; each declared twice. */
static const char *mof_classes(size_t size, char *argument) {
    FILE *file = create("26100_classes.mof");
    for (size_t i = 0; i < size; i++) {
        for (int twice = 0; twice < 2; twice++) {
            fprintf(file, "class C%zu", i);
            if (i % 8)
                fprintf(file, " : C%zu", i - 1);
            fprintf(
                file,
                " { [Description(\"What %zu is\"), Values{\"a%zu\"}] uint32 P%zu; string Q; }; ", i,
                i, i);
        }
    }
    fclose(file);
    return mof_path("26100_classes.mof", argument);
}

/* A class of many members, taken back and declared again; a class below it overrides each. */
static const char *mof_members(size_t size, char *argument) {
    FILE *file = create("26100_members.mof");
    static const char *const heads[] = {
        "class A {", "#pragma deleteclass(\"A\", NOFAIL)\nclass A {", "class B : A {"};
    for (size_t head = 0; head < 3; head++) {
        fprintf(file, "%s\n", heads[head]);
        for (size_t i = 0; i < size; i++)
            fprintf(file, "uint32 M%zu;\n", i);
        fputs("};\n", file);
    }
    fclose(file);
    return mof_path("26100_members.mof", argument);
}

/* Many short files, which include each other; escapes and comments that end late. */
static const char *mof_files(size_t size, char *argument) {
    char name[64];
    snprintf(argument, 512, "%s/26100", folder);
    mkdir(argument, 0700);
    for (size_t i = 0; i < size; i++) {
        snprintf(name, sizeof name, "26100/f%05zu.mof", i);
        FILE *file = create(name);
        fprintf(file, "#pragma include(\"f%05zu.mof\")\nclass C%zu { string A; };\n", size - 1 - i,
                i);
        fclose(file);
    }
    return "SELECT wmi_load(?1)";
}

static const char *mof_literals(size_t size, char *argument) {
    FILE *file = create("26100_literals.mof");
    fputs("/*", file);
    repeat(file, "*\n", size);
    fputs("*/ class A { [Description(\"", file);
    repeat(file, "\\\"", size);
    fputs("\"", file);
    repeat(file, " \"x\"", size);
    fputs("), ValueMap{\"1\"", file);
    repeat(file, ", \"1\"", size);
    fputs("}] string B; };\n", file);
    repeat(file, "#pragma namespace(\"root\\\\a\")\n", size);
    fclose(file);
    return mof_path("26100_literals.mof", argument);
}

/* A class of so many members, and so many classes below it. */
static void mof_heirs(FILE *file, size_t members, size_t classes) {
    fputs("class A {\n", file);
    for (size_t i = 0; i < members; i++)
        fprintf(file, "uint32 M%zu;\n", i);
    fputs("};\n", file);
    for (size_t i = 0; i < classes; i++)
        fprintf(file, "class B%zu : A {};\n", i);
    fclose(file);
}

static const char *mof_subclasses(size_t size, char *argument) {
    mof_heirs(create("26100_subclasses.mof"), 100, size);
    return mof_path("26100_subclasses.mof", argument);
}

/* What is inherited grows with the square of the size. */
static const char *mof_inherited(size_t size, char *argument) {
    mof_heirs(create("26100_inherited.mof"), size / 30, size / 40);
    return mof_path("26100_inherited.mof", argument);
}

static const struct {
    const char *name;
    const char *(*make)(size_t size, char *argument);
    size_t size; /* the smallest; the largest is eight times as large */
    bool fails;  /* with an error of ours, after it has looked at all of it */
} cases[] = {
    {"dots in a name", dots, 20000, false},
    {"spellings of a class", spellings, 12500, false},
    {"names that collide", collisions, 10000, false},
    {"files repaired late", late_repairs, 200, false},
    {"pipes in a line", pipes, 100000, true},
    {"classes of a MOF file", mof_classes, 5000, false},
    {"members of a MOF class", mof_members, 10000, false},
    {"classes below one", mof_subclasses, 1000, false},
    {"members of all classes", mof_inherited, 50000, true},
    {"MOF files", mof_files, 300, false},
    {"MOF literals", mof_literals, 30000, false},
};

/* --- Measuring --- */

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double measure(size_t which, size_t size, char *argument) {
    const char *sql = cases[which].make(size, argument);
    double best = 1e12;
    for (int i = 0; i < REPEATS; i++) {
        sqlite3_stmt *statement;
        if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
            give_up(sql);
        sqlite3_bind_text(statement, 1, argument, -1, SQLITE_STATIC);
        double before = milliseconds();
        int code = sqlite3_step(statement);
        double took = milliseconds() - before;
        if (code != (cases[which].fails ? SQLITE_ERROR : SQLITE_ROW))
            give_up(cases[which].name);
        sqlite3_finalize(statement);
        best = took < best ? took : best;
        if (took > 1000)
            break;
    }
    return best;
}

enum { LINEAR = 20, PATIENCE = 4000 };

/* Measures a case at each size, until that takes too long; prints a line. Is it about linear? */
static bool grows_well(size_t which, char *argument) {
    double first = 0, took = 0;
    printf("%-22s %9zu", cases[which].name, cases[which].size);
    for (int i = 0; i < SIZES; i++) {
        if (took > PATIENCE) {
            printf("          -  more than linear\n");
            return false;
        }
        took = measure(which, cases[which].size << i, argument);
        first = i ? first : took;
        printf(" %10.2f", took);
        fflush(stdout);
    }
    /* below a millisecond the clock and the caches decide */
    double ratio = took / (first < 1 ? 1 : first);
    printf(" %8.1f%s\n", ratio, ratio > LINEAR ? "  more than linear" : "");
    return ratio <= LINEAR;
}

int main(int argc, char **argv) {
    int failed = 0;
    char *argument = malloc(1 << 20);
    if (argc < 2 || !argument)
        return 2;
    folder = argv[1];
    if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_wmi_init(db, NULL, NULL) != SQLITE_OK)
        give_up("opening");
    printf("%-22s %9s %10s %10s %10s %10s %8s\n", "", "size", "1x ms", "2x ms", "4x ms", "8x ms",
           "8x / 1x");
    for (size_t which = 0; which < sizeof cases / sizeof *cases; which++)
        if (argc == 2 || strcmp(argv[2], cases[which].name) == 0)
            failed += !grows_well(which, argument);
    sqlite3_close(db);
    free(argument);
    return failed > 0;
}
