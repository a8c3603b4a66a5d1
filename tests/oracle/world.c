/* The worlds: reports that can be asked, each as our tables and as ordinary copies. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *order;
} known[TABLES] = {
    [MEMBERS] = {"members", "class member namespace"},
    [AVAILABILITY] = {"availability", "class member namespace build"},
    [CLASSES] = {"classes", "class namespace"},
    [BUILDS] = {"builds", "build"},
    [CHANGES] = {"changes", "class member namespace"},
    [RANGES] = {"ranges", "class member namespace last_build"},
    [VALUES] = {"values", "class member namespace parameter value low high label"},
    [CALLS] = {"parameters", "class method namespace position"},
    [REPORT] = {"report", "source"},
    [PROBE] = {"probe", "n"},
    [PAIRS] = {"pairs", "n"},
};

enum { MEMBER_COLUMNS = 10 }; /* before the builds */

static sqlite3_stmt *prepare(struct oracle *oracle, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(oracle->db, sql, -1, &statement, NULL) != SQLITE_OK)
        die(oracle, sql);
    return statement;
}

static char *name_of(struct oracle *oracle, const struct world *world, int table, enum side side) {
    if (side == OURS && !world->path)
        return arena_text(&oracle->lasting, "wmi_%s", known[table].name);
    return arena_text(&oracle->lasting, "%s_%s_%s", side == OURS ? "ours" : "copy", world->name,
                      known[table].name);
}

/* --- The columns of our tables, and copies with the same --- */

static bool is_one_of(const char *name, const char *list) {
    size_t size = strlen(name);
    for (const char *at = list; (at = strstr(at, name)); at += size)
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || !at[size]))
            return true;
    return false;
}

/* The columns with their declarations: `class TEXT COLLATE NOCASE, …`. */
static char *read_columns(struct oracle *oracle, struct table *table, const char *name) {
    char *declared = arena_text(&oracle->lasting, "%s", "");
    sqlite3_stmt *info =
        prepare(oracle, arena_text(&oracle->arena,
                                   "SELECT name, type, hidden FROM pragma_table_xinfo(%Q) "
                                   /* Any condition on it is an error. */
                                   "WHERE name <> 'argument'",
                                   name));
    while (sqlite3_step(info) == SQLITE_ROW) {
        struct column *column = &table->columns[table->column_count++];
        const char *text = (const char *)sqlite3_column_text(info, 0);
        const char *type = (const char *)sqlite3_column_text(info, 1);
        /* What the contract says of ours, not what they say of themselves. */
        const char *collation = "BINARY";
        if (table->is_ours &&
            is_one_of(text, "namespace class superclass member method parameter name type "
                            "category access direction change version client server"))
            collation = "NOCASE";
        else if (!table->is_ours)
            sqlite3_table_column_metadata(oracle->db, NULL, name, text, NULL, &collation, NULL,
                                          NULL, NULL);
        *column = (struct column){
            .name =
                arena_text(&oracle->lasting, *text >= '0' && *text <= '9' ? "[%s]" : "%s", text),
            .is_text = strncmp(type, "TEXT", 4) == 0,
            .is_nocase = sqlite3_stricmp(collation, "NOCASE") == 0,
            .is_key =
                is_one_of(text, "namespace class member name build type category access i t nc x"),
            .is_cell = *text >= '0' && *text <= '9',
            .is_argument = !*type && sqlite3_column_int(info, 2),
        };
        declared = arena_text(&oracle->lasting, "%s%s%s %s COLLATE %s", declared,
                              table->column_count > 1 ? ", " : "", column->name, type, collation);
    }
    sqlite3_finalize(info);
    return declared;
}

static char *column_list(struct oracle *oracle, const struct table *table, int from, int end) {
    char *list = arena_text(&oracle->arena, "%s", "");
    for (int i = from; i < end; i++)
        list = arena_text(&oracle->arena, "%s%s%s", list, i > from ? ", " : "",
                          table->columns[i].name);
    return list;
}

/* Values that a column holds. */
static void take_samples(struct oracle *oracle, struct table *table, const char *name) {
    for (int i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        sqlite3_stmt *distinct =
            prepare(oracle, arena_text(&oracle->arena, "SELECT DISTINCT %s COLLATE BINARY FROM %s",
                                       column->name, name));
        for (int seen = 0; sqlite3_step(distinct) == SQLITE_ROW; seen++) {
            /* The first ones, then others take their places less and less often. */
            int at = seen < SAMPLES_MAX ? seen : chance_below(&oracle->chance, seen + 1);
            if (at < SAMPLES_MAX)
                column->samples[at] =
                    value_copy(&oracle->lasting, sqlite3_column_value(distinct, 0));
            if (column->sample_count < SAMPLES_MAX)
                column->sample_count = seen + 1 < SAMPLES_MAX ? seen + 1 : SAMPLES_MAX;
        }
        sqlite3_finalize(distinct);
    }
    sqlite3_stmt *count =
        prepare(oracle, arena_text(&oracle->arena, "SELECT count(*) FROM %s", name));
    if (sqlite3_step(count) == SQLITE_ROW)
        table->size = sqlite3_column_int(count, 0);
    sqlite3_finalize(count);
}

/* --- Copies --- */

/* What the report said when we wrote it, where we did; otherwise what a scan of our table says. */
static void copy_members(struct oracle *oracle, const struct world *world, const char *copy,
                         const struct table *table) {
    if (!world->path) {
        const char *columns = column_list(oracle, table, 0, table->column_count);
        run_sql(oracle, "INSERT INTO %s SELECT %s FROM wmi_members", copy, columns);
        return;
    }
    int builds = (table->column_count - MEMBER_COLUMNS - 1) / 2;
    char *cells = arena_text(&oracle->arena, "%s",
                             column_list(oracle, table, MEMBER_COLUMNS, MEMBER_COLUMNS + builds));
    run_sql(oracle,
            "INSERT INTO %s SELECT namespace, class, member, type, category, access, is_key, "
            "deprecated, description, NULL, %s, class || '.' || member, %s FROM %s_source ORDER BY "
            "class COLLATE NOCASE, member COLLATE NOCASE, namespace COLLATE NOCASE",
            copy, cells, cells, world->name);
}

/* Every pair of builds that queries use. */
static void copy_changes(struct oracle *oracle, const char *ours, const char *copy,
                         const struct table *table, const char *pairs) {
    run_sql(oracle,
            "INSERT INTO %s SELECT %s FROM (SELECT * FROM %s ORDER BY n) AS p CROSS JOIN %s AS c "
            "WHERE c.from_build = p.f AND c.to_build = p.t",
            copy, column_list(oracle, table, 0, table->column_count), pairs, ours);
}

static void copy_table(struct oracle *oracle, struct world *world, int which) {
    struct table *table = &world->tables[which];
    char *ours = name_of(oracle, world, which, OURS), *copy = name_of(oracle, world, which, COPY);
    if (world->path)
        run_sql(oracle, "CREATE VIRTUAL TABLE temp.%s USING wmi_%s(%Q)", ours, known[which].name,
                world->path);
    table->is_ours = true;
    run_sql(oracle, "CREATE TABLE %s(%s)", copy, read_columns(oracle, table, ours));
    if (which == MEMBERS)
        copy_members(oracle, world, copy, table);
    else if (which == CHANGES)
        copy_changes(oracle, ours, copy, table, name_of(oracle, world, PAIRS, COPY));
    else
        run_sql(oracle, "INSERT INTO %s SELECT * FROM %s", copy, ours);
    if (table->column_count > 2 && strcmp(table->columns[2].name, "member") == 0)
        run_sql(oracle, "CREATE INDEX %s_names ON %s(class, member)", copy, copy);
    take_samples(oracle, table, copy);
}

/* --- Tables that are the same on both sides --- */

static const char *const probe_columns =
    "n INTEGER PRIMARY KEY, i INTEGER, t TEXT, r REAL, b BLOB, x, nm NUMERIC, "
    "nc TEXT COLLATE NOCASE, rt TEXT COLLATE RTRIM";

enum { PROBE_ROWS = 28 };

static void fill_probe(struct oracle *oracle, const struct world *world, const char *name) {
    static const int from[] = {MEMBERS, MEMBERS, AVAILABILITY, CLASSES, VALUES};
    sqlite3_stmt *insert = prepare(
        oracle, arena_text(&oracle->arena,
                           "INSERT INTO %s VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", name));
    for (int row = 0; row < PROBE_ROWS; row++) {
        for (int i = 2; i <= 9; i++) {
            const struct table *table = &world->tables[from[chance_below(&oracle->chance, 5)]];
            /* A name in a column of numbers is a number where it looks like one. */
            bool is_name = chance_percent(&oracle->chance, 35);
            const struct column *column = is_name ? &table->columns[0] : any_column(oracle, table);
            value_bind(insert, i, value_near(oracle, column));
        }
        if (sqlite3_step(insert) != SQLITE_DONE)
            die(oracle, "probe");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

/* Pairs of builds for wmi_changes, as far as the report has them: another one is an error. */
static void fill_pairs(struct oracle *oracle, const struct world *world, const char *name) {
    run_sql(oracle, "SELECT wmi_load(%Q)", world->path);
    run_sql(oracle,
            "INSERT INTO %s(f, t) SELECT column1, column2 FROM (VALUES (26100, 14393), "
            "(14393, 26100), (26100, 26100), ('26100', 22621), (NULL, 26100), (26100, NULL), "
            "(22631, 17763), ('10.0.26100.4652', 'Windows Server 2019'), (22621, 9600), "
            "(9600, 26100), (19589, 26100), (26100, 22621), (22621, 26100), (26100, 12345), "
            "(12345, 99999)) "
            "WHERE (column1 IS NULL OR wmi_build(column1) IS NOT NULL) "
            "AND (column2 IS NULL OR wmi_build(column2) IS NOT NULL)",
            name);
}

static void make_shared(struct oracle *oracle, struct world *world, int which,
                        const char *columns) {
    char *copy = name_of(oracle, world, which, COPY);
    run_sql(oracle, "CREATE TABLE %s(%s)", copy, columns);
    if (which == PROBE)
        fill_probe(oracle, world, copy);
    else
        fill_pairs(oracle, world, copy);
    read_columns(oracle, &world->tables[which], copy);
    take_samples(oracle, &world->tables[which], copy);
}

static void make_world(struct oracle *oracle, struct world *world) {
    for (int i = 0; i < TABLES; i++) {
        world->tables[i].name = known[i].name;
        world->tables[i].order = known[i].order;
    }
    make_shared(oracle, world, PAIRS, "n INTEGER PRIMARY KEY, f, t");
    for (int i = 0; i <= REPORT; i++)
        copy_table(oracle, world, i);
    make_shared(oracle, world, PROBE, probe_columns);
    derive_check(oracle, world);
    arena_clear(&oracle->arena);
}

void worlds_make(struct oracle *oracle) {
    static const struct world kinds[WORLDS] = {
        {.name = "default"},
        {.name = "plain"},
        {.name = "odd", .has_odd_names = true, .has_dots = true},
        {.name = "dotted", .has_odd_names = true, .has_dots = true},
    };
    run_sql(oracle, "BEGIN");
    for (int i = 0; i < WORLDS; i++) {
        oracle->worlds[i] = kinds[i];
        if (i)
            source_write(oracle, &oracle->worlds[i]);
        make_world(oracle, &oracle->worlds[i]);
    }
    run_sql(oracle, "COMMIT");
}

void worlds_choose(struct oracle *oracle) {
    /* The default report is large, so seldom. */
    static const int often[] = {0, 1, 1, 1, 2, 2, 2, 2, 3, 3};
    oracle->world = &oracle->worlds[often[chance_below(&oracle->chance, 10)]];
    oracle->is_current = !oracle->world->path || chance_percent(&oracle->chance, 50);
    if (oracle->is_current)
        run_sql(oracle, "SELECT wmi_load(%Q)", oracle->world->path);
}
