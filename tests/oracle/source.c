/* Reports that the oracle writes itself: their rows are first in an ordinary table, then in a
** file. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const plain_classes[] = {
    "Msvm_Alpha", "msvm_alphaBeta", "Msvm_Beta", "CIM_Alpha", "CIM_Zeta",
    "Msvm-Gamma", "Delta",          "MSVM",      "Speed",     "z_last"};
static const char *const plain_members[] = {
    "Name",  "Status", "speed", "CAPTION", "DeltaOf", "Start", "RequestStateChange",
    "Delta", "_under", "Alpha"};
/* Several of them are one number. */
static const char *const odd_classes[] = {
    "123", "0123", "1e3", "\v5",  "5", "x.y", "x",   "A b",  "a", "\xc3\x89t\xc3\xa9",
    "-1",  "1.0",  "1",   "Z%_*", "[", "100", "1e2", "100.0"};
static const char *const odd_members[] = {"y.z",     "z",    "y",  "0",    "1e2",      "100",
                                          "\f100",   "+7",   "7",  "Name", "\xc3\xa9", "n\"q",
                                          "comma,s", "0x10", ".5", "M m"};
static const char *const dotted_classes[] = {"A", "A.B", "A.B.C", "Plain", "b.c"};
static const char *const dotted_members[] = {"C", "B.C", "B", "Name", "bb", "c.d"};
static const char *const plain_types[] = {"UInt16", "String", "Boolean", "Reference", "uint16"};
static const char *const odd_types[] = {"1", "2", "String", "1.0", "UInt16"};

static const char *const descriptions[] = {
    NULL,
    "Turns a minute.",
    "How it is. [枚举值: 0 - Unknown; 2 - OK; 11..32767 - Reserved]",
    "[枚举值: 2 - Enabled; 3 - Disabled; 32768.. - Vendor]",
    "Odd [枚举值: 1 - One; 1..5 - Few; 2..9 - Some; .. - Rest]",
    "turns a minute.",
};

struct shape {
    const char *const *classes, *const *members, *const *types;
    int class_count, member_count, type_count;
    const int *builds;
    int build_count;
    int listed_percent;            /* so many of all classes × members are there */
    const char *const *namespaces; /* NULL: the file has no such column */
    int namespace_count;
};

/* Some rows of a file that names namespaces say none. */
static const char *const plain_namespaces[] = {"root\\cimv2", "Root\\virtualization\\v2", "root\\a",
                                               NULL};
/* Two of them are one number. */
static const char *const odd_namespaces[] = {"100", NULL, "1e2", "root\\x.y"};
static const char *const deprecations[] = {NULL, NULL, "No value", "CIM_Alpha.Name"};

#define COUNT(array) ((int)(sizeof array / sizeof *array))

enum { MANY_BUILDS = 70 };

static const int plain_builds[] = {26200, 26100, 22621, 20348, 17763, 14393, 9600};
static const int dotted_builds[] = {99999, 26100, 12345};
static int many_builds[MANY_BUILDS];

static struct shape shape_of(const struct world *world) {
    for (int i = 0; i < MANY_BUILDS; i++)
        many_builds[i] = i < 2 ? 26100 - i * 3479 /* 26100, 22621 */ : 20000 - 137 * i;
    if (!world->has_odd_names)
        return (struct shape){plain_classes,        plain_members,          plain_types,
                              COUNT(plain_classes), COUNT(plain_members),   COUNT(plain_types),
                              plain_builds,         COUNT(plain_builds),    80,
                              plain_namespaces,     COUNT(plain_namespaces)};
    if (strcmp(world->name, "dotted") == 0)
        return (struct shape){dotted_classes,
                              dotted_members,
                              plain_types,
                              COUNT(dotted_classes),
                              COUNT(dotted_members),
                              COUNT(plain_types),
                              dotted_builds,
                              COUNT(dotted_builds),
                              90,
                              NULL,
                              1};
    return (struct shape){odd_classes,        odd_members,          odd_types,
                          COUNT(odd_classes), COUNT(odd_members),   COUNT(odd_types),
                          many_builds,        MANY_BUILDS,          50,
                          odd_namespaces,     COUNT(odd_namespaces)};
}

static void write_field(FILE *file, const char *text) {
    fputc('"', file);
    for (; text && *text; text++)
        fputs(*text == '"' ? "\"\"" : (char[]){*text, 0}, file);
    fputc('"', file);
}

/* What is left of a description when its value map is taken out. */
static const char *without_map(struct oracle *oracle, const char *description) {
    const char *map = description ? strstr(description, "[枚举值") : NULL;
    if (!map)
        return description;
    int size = (int)(map - description);
    while (size && description[size - 1] == ' ')
        size--;
    return size ? arena_text(&oracle->arena, "%.*s", size, description) : NULL;
}

struct writing {
    struct oracle *oracle;
    FILE *file;
    const char *name; /* of the world */
    const struct shape *shape;
    int patterns[4][MANY_BUILDS]; /* few, so that members share one, as real ones do */
};

static void write_member(struct writing *writing, int class_index, int member_index,
                         const char *namespace_name) {
    static const char *const marks[] = {"❌", "✅", "-"};
    static const char *const cells[] = {"0", "1", "NULL"};
    struct oracle *oracle = writing->oracle;
    struct chance *chance = &oracle->chance;
    const struct shape *shape = writing->shape;
    const char *type = shape->types[chance_below(chance, shape->type_count)];
    bool is_method = chance_percent(chance, 20);
    const char *access = chance_percent(chance, 30)   ? "Read/Write"
                         : chance_percent(chance, 60) ? "Read"
                                                      : NULL;
    const char *description = descriptions[chance_below(chance, COUNT(descriptions))];
    int pattern = chance_below(chance, 4);
    int key = chance_below(chance, 3);
    const char *const keys[] = {NULL, "0", "1"};
    const char *deprecated = deprecations[chance_below(chance, COUNT(deprecations))];
    const char *fields[] = {namespace_name,
                            shape->classes[class_index],
                            shape->members[member_index],
                            is_method ? "Method" : type,
                            is_method ? "Method" : "Property",
                            access,
                            keys[key],
                            deprecated,
                            description};
    char *row = arena_text(&oracle->arena, "%Q, %Q, %Q, %Q, %Q, %Q, %s, %Q, %Q", namespace_name,
                           fields[1], fields[2], fields[3], fields[4], access,
                           key ? keys[key] : "NULL", deprecated, without_map(oracle, description));
    int first = shape->namespaces ? 0 : 1;
    for (int i = first; i < COUNT(fields); i++) {
        fputs(i > first ? "," : "", writing->file);
        write_field(writing->file, fields[i]);
    }
    for (int i = 0; i < shape->build_count; i++) {
        int cell =
            chance_percent(chance, 90) ? writing->patterns[pattern][i] : chance_below(chance, 3);
        bool is_inferred = cell < 2 && chance_percent(chance, 30);
        fprintf(writing->file, ",%s%s", is_inferred ? "~" : "", marks[cell]);
        row = arena_text(&oracle->arena, "%s, %s, %s", row, cells[cell],
                         cell < 2 ? cells[is_inferred] : "NULL");
    }
    fputc('\n', writing->file);
    run_sql(oracle, "INSERT INTO %s_source VALUES (%s)", writing->name, row);
}

void source_write(struct oracle *oracle, struct world *world) {
    struct shape shape = shape_of(world);
    struct writing writing = {.oracle = oracle, .name = world->name, .shape = &shape};
    world->path = arena_text(&oracle->lasting, "%s/%s.csv", oracle->directory, world->name);
    writing.file = fopen(world->path, "w");
    if (!writing.file)
        die(oracle, world->path);
    char *columns = arena_text(
        &oracle->arena, "namespace, class, member, type, category, access, is_key, deprecated, "
                        "description");
    fprintf(writing.file, "%sClass,Member,Type,Category,Access,Key,Deprecated,Desc",
            shape.namespaces ? "Namespace," : "");
    for (int i = 0; i < shape.build_count; i++) {
        fprintf(writing.file, ",%d", shape.builds[i]);
        columns = arena_text(&oracle->arena, "%s, build_%d INTEGER, inferred_%d INTEGER", columns,
                             shape.builds[i], shape.builds[i]);
        for (int j = 0; j < 4; j++)
            writing.patterns[j][i] = chance_below(&oracle->chance, 3);
    }
    fputc('\n', writing.file);
    run_sql(oracle, "CREATE TABLE %s_source(%s)", world->name, columns);
    for (int i = 0; i < shape.class_count; i++)
        for (int j = 0; j < shape.member_count; j++)
            for (int k = 0; k < shape.namespace_count; k++)
                if (chance_percent(&oracle->chance, k ? 20 : shape.listed_percent))
                    write_member(&writing, i, j, shape.namespaces ? shape.namespaces[k] : NULL);
    if (fclose(writing.file))
        die(oracle, world->path);
    arena_clear(&oracle->arena);
}
