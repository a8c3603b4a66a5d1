/* What the functions say, and what sub-queries over the copies say. */
#include "oracle.h"

#include <string.h>

static const char *parameter(struct oracle *oracle, struct value value) {
    oracle->parameters[oracle->parameter_count++] = value;
    return arena_text(&oracle->arena, "?%d", oracle->parameter_count);
}

/* Functions pass over blanks around a name, comparisons do not: only names without any are asked. */
static bool has_blank_end(struct value value) {
    return value.type == SQLITE_TEXT && value.size &&
           (strchr(" \t\n\v\f\r", value.bytes[0]) ||
            strchr(" \t\n\v\f\r", value.bytes[value.size - 1]));
}

/* A text: numbers name no member. */
static struct value any_text(struct oracle *oracle, const struct column *column) {
    for (int i = 0; i < 20; i++) {
        struct value value = value_near(oracle, column);
        if ((value.type == SQLITE_TEXT && !has_blank_end(value)) || value.type == SQLITE_NULL)
            return value;
    }
    return value_text("Name");
}

static struct value any_build(struct oracle *oracle) {
    const struct column *column = &oracle->world->tables[BUILDS].columns[0];
    if (chance_percent(&oracle->chance, 10))
        return value_integer(12344 + chance_below(&oracle->chance, 3));
    return column->samples[chance_below(&oracle->chance, column->sample_count)];
}

#define RESOLVED "(SELECT y.resolves_to FROM " TABLE("builds") " AS y WHERE y.build = %s)"

/* Members that one argument names: those of that name, else those of the class, else the
** qualified. */
#define NAMED                                                                                      \
    "(CASE WHEN EXISTS (SELECT 1 FROM " TABLE(                                                     \
        "members") " WHERE member = %s) THEN z.member = %s "                                       \
                   "WHEN EXISTS (SELECT 1 FROM " TABLE(                                            \
                       "members") " WHERE class = %s) THEN z.class = %s "                          \
                                  "ELSE z.class || '.' || z.member = %s COLLATE NOCASE END)"

static const char *named(struct oracle *oracle, const char *name) {
    return arena_text(&oracle->arena, NAMED, name, name, name, name, name);
}

/* What a name means in several namespaces counts where all say the same: each is a group of rows z.
** A bare member name is one group. */
#define GROUP "coalesce(z.namespace, '')"

static const char *group_of(struct oracle *oracle, const char *name) {
    return arena_text(&oracle->arena,
                      "CASE WHEN EXISTS (SELECT 1 FROM " TABLE(
                          "members") " WHERE member = %s) THEN '' ELSE " GROUP " END",
                      name);
}

#define AGREED                                                                                     \
    "(SELECT CASE WHEN count(DISTINCT coalesce(g.v, -1)) = 1 THEN max(g.v) END FROM (%s) AS g)"

static const char *agreed(struct oracle *oracle, const char *each) {
    return arena_text(&oracle->arena, AGREED, each);
}

static const char *available(struct oracle *oracle, const char *where, const char *group,
                             const char *build) {
    return agreed(oracle, arena_text(&oracle->arena,
                                     "SELECT CASE WHEN max(z.available) = 1 THEN 1 WHEN count(*) > "
                                     "count(z.available) THEN NULL "
                                     "ELSE min(z.available) END AS v FROM " TABLE(
                                         "availability") " AS z WHERE %s AND z.build = " RESOLVED
                                                         " GROUP BY %s",
                                     where, build, group));
}

static const char *edge(struct oracle *oracle, const char *where, const char *group,
                        bool is_newest) {
    return agreed(oracle,
                  arena_text(&oracle->arena,
                             "SELECT %s(z.build) FILTER (WHERE z.available = 1) AS v FROM " TABLE(
                                 "availability") " AS z WHERE %s GROUP BY %s",
                             is_newest ? "max" : "min", where, group));
}

/* The entry that names the number alone, else the narrowest range, else an open one, else `..`; of
** the member's own map or, for a method, of its return codes. NULL where two namespaces differ. */
static const char *label(struct oracle *oracle, const char *where, const char *number) {
    const char *best = arena_text(
        &oracle->arena,
        "SELECT z.label FROM " TABLE(
            "values") " AS z WHERE %s AND z.namespace IS k.namespace AND coalesce(z.parameter, "
                      "'ReturnValue') = 'ReturnValue' AND typeof(%s) = 'integer' AND "
                      "(z.low IS NOT NULL OR z.high IS NOT NULL OR z.value = '..') AND "
                      "coalesce(z.low <= %s, 1) AND "
                      "coalesce(z.high >= %s, 1) ORDER BY CASE WHEN z.low = z.high THEN 0 WHEN "
                      "z.high - z.low THEN 1 "
                      "WHEN z.value <> '..' THEN 2 ELSE 3 END, z.high - z.low, z.rowid LIMIT 1",
        where, number, number, number);
    return arena_text(&oracle->arena,
                      "(SELECT CASE WHEN count(DISTINCT g.v) = 1 THEN max(g.v) END FROM (SELECT "
                      "(%s) AS v FROM (SELECT DISTINCT z.namespace FROM " TABLE(
                          "members") " AS z WHERE %s) AS k) AS g)",
                      best, where);
}

static struct value label_value(struct oracle *oracle) {
    static const int numbers[] = {0, 1, 2, 3, 4, 5, 9, 10, 11, 100, 32767, 32768, 40000, -1};
    return value_integer(
        numbers[chance_below(&oracle->chance, (int)(sizeof numbers / sizeof *numbers))]);
}

void functions_make(struct oracle *oracle, struct query *query) {
    const struct table *members =
        &oracle->world->tables[chance_percent(&oracle->chance, 50) ? VALUES : MEMBERS];
    if (!members->columns[1].sample_count)
        members = &oracle->world->tables[MEMBERS];
    const char *class_name = parameter(oracle, any_text(oracle, &members->columns[1]));
    const char *member = parameter(oracle, any_text(oracle, &members->columns[2]));
    const struct table *names = &oracle->world->tables[MEMBERS];
    const struct column *name_column = &names->columns[1 + chance_below(&oracle->chance, 2)];
    if (chance_percent(&oracle->chance, 50) && !oracle->world->has_dots)
        for (int i = 0; i < names->column_count; i++)
            if (strcmp(names->columns[i].name, "name") == 0)
                name_column = &names->columns[i];
    const char *name = parameter(oracle, any_text(oracle, name_column));
    const char *build = parameter(oracle, any_build(oracle));
    const char *number = parameter(oracle, label_value(oracle));
    const char *one =
        arena_text(&oracle->arena, "z.class = %s AND z.member = %s", class_name, member);
    const char *all = oracle->world->has_dots ? arena_text(&oracle->arena, "z.member = %s", name)
                                              : named(oracle, name);
    const char *group = group_of(oracle, name);
    /* With dots in names a text may be a bare and a qualified name at once: only bare ones then. */
    if (oracle->world->has_dots)
        name = arena_text(
            &oracle->arena,
            "(SELECT %s WHERE EXISTS (SELECT 1 FROM " TABLE("members") " WHERE member = %s))", name,
            name);
    *query = (struct query){.from = "(SELECT 1)", .output_count = 7};
    const char *both[][2] = {
        {arena_text(&oracle->arena, "available_on(%s, %s, %s)", class_name, member, build),
         available(oracle, one, GROUP, build)},
        {arena_text(&oracle->arena, "available_on(%s, %s)", name, build),
         available(oracle, all, group, build)},
        {arena_text(&oracle->arena, "available_since(%s, %s)", class_name, member),
         edge(oracle, one, GROUP, false)},
        {arena_text(&oracle->arena, "available_until(%s)", name), edge(oracle, all, group, true)},
        {arena_text(&oracle->arena, "available_since(%s)", name), edge(oracle, all, group, false)},
        {arena_text(&oracle->arena, "wmi_label(%s, %s, %s)", class_name, member, number),
         label(oracle, one, number)},
        {arena_text(&oracle->arena, "wmi_build(%s)", build),
         arena_text(&oracle->arena, RESOLVED, build)},
    };
    for (int i = 0; i < query->output_count; i++)
        query->outputs[i] = arena_text(&oracle->arena, EITHER_MARK "%s" BETWEEN_MARK "%s" END_MARK,
                                       both[i][0], both[i][1]);
}
