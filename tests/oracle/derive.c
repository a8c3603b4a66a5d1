/* What the other tables hold follows from the members: computed here in SQL, on its own. */
#include "oracle.h"

#include <stdio.h>
#include <string.h>

/* The first classes of a large report, all of a small one. */
#define SOME_CLASSES                                                                               \
    "class <= coalesce((SELECT class FROM copy_classes ORDER BY class LIMIT 1 OFFSET 30), x'')"

/* `copy_` stands for the copies of the world, `ours_` for our tables. */
static const struct {
    const char *what, *ours, *derived;
} derivations[] = {
    {"classes",
     "SELECT namespace, class, members, properties, methods, first_build, last_build FROM "
     "ours_classes",
     "SELECT m.namespace, m.class, count(DISTINCT m.member), count(DISTINCT m.member) FILTER "
     "(WHERE category = "
     "'Property'), "
     "count(DISTINCT m.member) FILTER (WHERE category = 'Method'), "
     "min(build) FILTER (WHERE available = 1), max(build) FILTER (WHERE available = 1) "
     "FROM copy_members AS m JOIN copy_availability AS a ON a.class = m.class AND a.member = "
     "m.member AND a.namespace IS m.namespace GROUP BY m.namespace, m.class"},
    {"ranges",
     "SELECT namespace, class, member, first_build, last_build, removed_in FROM ours_ranges "
     "WHERE " SOME_CLASSES,
     "SELECT namespace, class, member, first, last, (SELECT build FROM (SELECT build, available "
     "FROM "
     "copy_availability AS n WHERE n.class = r.class AND n.member = r.member AND n.namespace IS "
     "r.namespace AND n.build > last "
     "ORDER BY build LIMIT 1) WHERE available = 0) "
     "FROM (SELECT namespace, class, member, min(build) AS first, max(build) AS last "
     "FROM (SELECT namespace, class, member, build, available, "
     "row_number() OVER (PARTITION BY namespace, class, member ORDER BY build) - "
     "row_number() OVER (PARTITION BY namespace, class, member, available ORDER BY build) AS run "
     "FROM copy_availability WHERE " SOME_CLASSES ") "
     "WHERE available = 1 GROUP BY namespace, class, member, run) AS r"},
    {"changes",
     "SELECT from_build, to_build, namespace, class, member, change, was, now FROM copy_changes",
     "SELECT f, t, a.namespace, a.class, a.member, CASE WHEN a.available IS NULL OR b.available IS "
     "NULL THEN "
     "'unknown' "
     "WHEN b.available THEN 'added' ELSE 'removed' END, a.available, b.available "
     "FROM (SELECT f, t, wmi_build(f) AS wf, wmi_build(t) AS wt FROM copy_pairs) "
     "CROSS JOIN copy_availability AS a ON a.build = wf "
     "CROSS JOIN copy_availability AS b ON b.class = a.class AND b.member = a.member AND "
     "b.namespace IS a.namespace AND b.build = wt "
     "WHERE a.available IS NOT b.available"},
    {"builds", "SELECT build, members, unknown, classes FROM ours_builds WHERE reported",
     "SELECT build, count(*) FILTER (WHERE available = 1), count(*) FILTER (WHERE available "
     "IS NULL), count(DISTINCT lower(coalesce(namespace, '')) || char(0) || lower(class)) FILTER "
     "(WHERE available = 1) "
     "FROM copy_availability GROUP BY build"},
    {"report",
     "SELECT namespaces, classes, members, builds, available, absent, unknown, inferred FROM "
     "ours_report",
     "SELECT count(DISTINCT namespace), count(DISTINCT coalesce(namespace, '') || char(0) || "
     "class), "
     "count(DISTINCT coalesce(namespace, '') || char(0) || class || char(0) || member), "
     "count(DISTINCT build), "
     "sum(available IS 1), sum(available IS 0), sum(available IS NULL), "
     "sum(inferred IS 1) FROM copy_availability"},
};

static char *with_names(struct oracle *oracle, const char *sql, const struct world *world) {
    sqlite3_str *out = sqlite3_str_new(NULL);
    while (*sql) {
        bool is_ours = strncmp(sql, "ours_", 5) == 0;
        bool is_name = is_ours || strncmp(sql, "copy_", 5) == 0;
        if (is_ours && !world->path)
            sqlite3_str_appendall(out, "wmi_");
        else if (is_name)
            sqlite3_str_appendf(out, "%.5s%s_", sql, world->name);
        else
            sqlite3_str_appendchar(out, 1, *sql);
        sql += is_name ? 5 : 1;
    }
    char *made = sqlite3_str_finish(out);
    char *text = arena_text(&oracle->arena, "%s", made);
    sqlite3_free(made);
    return text;
}

/* Does wmi_availability say of every member of the copy what this condition says? The members are `m`
** in it, the rows of the build `a`. */
static void check_cells(struct oracle *oracle, struct world *world, const char *members,
                        const char *build, const char *condition) {
    char *sql = with_names(
        oracle,
        arena_text(
            &oracle->arena,
            "SELECT count(*) FROM %s AS m JOIN ours_availability AS a ON a.class = m.class "
            "AND a.member = m.member AND a.namespace IS m.namespace WHERE a.build = %s AND %s",
            members, build, condition),
        world);
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(oracle->db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        die(oracle, sql);
    if (sqlite3_column_int(statement, 0) == world->tables[MEMBERS].size) {
        oracle->passed++;
    } else {
        printf("oracle: %s: wmi_availability differs from the members: not always %s\n",
               world->name, condition);
        oracle->failed++;
    }
    sqlite3_finalize(statement);
}

/* The copy of wmi_availability comes from the members, not from a scan: every column of a build; and
** what is inferred, from what was written. */
static void check_builds(struct oracle *oracle, struct world *world) {
    const struct table *members = &world->tables[MEMBERS];
    char *source = arena_text(&oracle->arena, "%s_source", world->name);
    for (int i = 10; strncmp(members->columns[i].name, "build_", 6) == 0; i++) {
        const char *build = members->columns[i].name + strlen("build_");
        check_cells(oracle, world, "copy_members", build,
                    arena_text(&oracle->arena, "a.available IS m.build_%s", build));
        if (world->path)
            check_cells(oracle, world, source, build,
                        arena_text(&oracle->arena, "a.inferred IS m.inferred_%s", build));
    }
}

void derive_check(struct oracle *oracle, struct world *world) {
    check_builds(oracle, world);
    if (world->path) /* wmi_build() answers from the current report */
        run_sql(oracle, "SELECT wmi_load(%Q)", world->path);
    for (size_t i = 0; i < sizeof derivations / sizeof *derivations; i++) {
        char *ours = with_names(oracle, derivations[i].ours, world);
        char *derived = with_names(oracle, derivations[i].derived, world);
        char *sql =
            arena_text(&oracle->arena,
                       "SELECT (SELECT count(*) FROM (SELECT * FROM (%s EXCEPT %s) UNION ALL "
                       "SELECT * FROM (%s EXCEPT %s))) + ((SELECT count(*) FROM (%s)) <> (SELECT "
                       "count(*) FROM (%s)))",
                       ours, derived, derived, ours, ours, derived);
        sqlite3_stmt *statement;
        if (sqlite3_prepare_v2(oracle->db, sql, -1, &statement, NULL) != SQLITE_OK ||
            sqlite3_step(statement) != SQLITE_ROW)
            die(oracle, sql);
        if (sqlite3_column_int(statement, 0) == 0) {
            oracle->passed++;
        } else {
            printf("oracle: %s: wmi_%s is not what follows from the members:\n  %s\n", world->name,
                   derivations[i].what, sql);
            oracle->failed++;
        }
        sqlite3_finalize(statement);
    }
    run_sql(oracle, "SELECT wmi_load(NULL)");
}
