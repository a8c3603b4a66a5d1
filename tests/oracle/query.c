/* Queries of every shape. */
#include "oracle.h"

#include <string.h>

static void add_output(struct query *query, const char *output) {
    if (query->output_count < PARTS_MAX)
        query->outputs[query->output_count++] = output;
}

static void add_condition(struct query *query, const char *text) {
    if (text && query->condition_count < PARTS_MAX)
        query->conditions[query->condition_count++] = text;
}

static void add_key(struct query *query, const char *key, const char *direction, enum fold fold) {
    if (query->key_count < PARTS_MAX) {
        query->keys[query->key_count] = key;
        query->directions[query->key_count] = direction;
        query->folds[query->key_count++] = fold;
    }
}

static const char *any_direction(struct oracle *oracle) {
    static const char *const directions[] = {
        "", "", " ASC", " DESC", " DESC", " NULLS LAST", " DESC NULLS FIRST", " ASC NULLS FIRST"};
    return PICK(&oracle->chance, directions);
}

static const char *qualified(struct oracle *oracle, const struct source *source,
                             const struct column *column) {
    return arena_text(&oracle->arena, "%s.%s", source->alias, column->name);
}

static const struct source *any_of(struct oracle *oracle, const struct scope *scope) {
    return &scope->sources[chance_below(&oracle->chance, scope->count)];
}

static void add_outputs(struct oracle *oracle, struct query *query, const struct scope *scope) {
    for (int i = 1 + chance_below(&oracle->chance, 4); i > 0; i--) {
        const struct source *source = any_of(oracle, scope);
        const struct table *table = source->table;
        add_output(query,
                   qualified(oracle, source,
                             &table->columns[chance_below(&oracle->chance, table->column_count)]));
    }
}

/* Keys that a user might ask for. */
static void add_some_keys(struct oracle *oracle, struct query *query, const struct scope *scope) {
    static const char *const collations[] = {"BINARY", "NOCASE", "RTRIM"};
    for (int i = chance_below(&oracle->chance, 3); i > 0; i--) {
        const struct source *source = any_of(oracle, scope);
        const struct column *column = any_column(oracle, source->table);
        const char *key = qualified(oracle, source, column);
        enum fold fold = column->is_nocase        ? FOLD_NOCASE
                         : source->table->is_ours ? FOLD_BINARY
                                                  : FOLD_NOCASE; /* those of the probe have any */
        if (!source->table->is_ours)
            key = arena_text(&oracle->arena, "%s COLLATE NOCASE", key);
        else if (chance_percent(&oracle->chance, 20)) {
            fold = (enum fold)chance_below(&oracle->chance, 3);
            key = arena_text(&oracle->arena, "%s COLLATE %s", key, collations[fold]);
        }
        add_key(query, key, any_direction(oracle), fold);
    }
}

/* Keys that leave nothing open, often in the order in which our tables give their rows. */
static void add_full_keys(struct oracle *oracle, struct query *query, const struct scope *scope) {
    bool as_scanned = chance_percent(&oracle->chance, 60);
    for (int i = 0; i < scope->count; i++) {
        char *names = arena_text(&oracle->arena, "%s", scope->sources[i].table->order);
        for (char *name = strtok(names, " "); name; name = strtok(NULL, " ")) {
            bool is_name = strcmp(name, "class") == 0 || strcmp(name, "member") == 0 ||
                           strcmp(name, "method") == 0 || strcmp(name, "namespace") == 0 ||
                           strcmp(name, "parameter") == 0;
            bool is_build = strcmp(name, "build") == 0 || strcmp(name, "last_build") == 0;
            add_key(query, arena_text(&oracle->arena, "%s.%s", scope->sources[i].alias, name),
                    !as_scanned ? any_direction(oracle)
                    : is_build  ? " DESC"
                                : "",
                    is_name ? FOLD_NOCASE : FOLD_BINARY);
        }
    }
}

static const char *any_limit(struct oracle *oracle) {
    static const char *const limits[] = {"1",  "2",     "3",          "5",   "10", "0",
                                         "-1", "2 + 1", "(SELECT 4)", "100", "'2'"};
    static const char *const offsets[] = {"1", "2", "0", "-3", "7", "1 + 1", "1000"};
    const char *limit = PICK(&oracle->chance, limits);
    if (chance_percent(&oracle->chance, 15))
        limit = value_sql(oracle, value_integer(chance_below(&oracle->chance, 6) - 1));
    if (chance_percent(&oracle->chance, 50))
        return arena_text(&oracle->arena, "%s", limit);
    return arena_text(&oracle->arena, "%s OFFSET %s", limit, PICK(&oracle->chance, offsets));
}

static void order_and_limit(struct oracle *oracle, struct query *query, const struct scope *scope) {
    query->keys_are_outputs = true;
    if (chance_percent(&oracle->chance, 45))
        add_some_keys(oracle, query, scope);
    if (chance_percent(&oracle->chance, 40)) {
        add_full_keys(oracle, query, scope);
        if (query->key_count < PARTS_MAX)
            query->limit = any_limit(oracle);
    } else if (chance_percent(&oracle->chance, 15)) {
        add_full_keys(oracle, query, scope);
    }
}

static void add_conditions(struct oracle *oracle, struct query *query, const struct scope *scope,
                           int depth) {
    for (int i = chance_below(&oracle->chance, 4); i > 0; i--)
        add_condition(query, condition(oracle, scope, depth));
}

/* --- Shapes --- */

static void plain(struct oracle *oracle, struct query *query, struct scope *scope) {
    add_outputs(oracle, query, scope);
    add_conditions(oracle, query, scope, 2);
    order_and_limit(oracle, query, scope);
}

/* One or two conditions and nothing else: what they let through is not hidden by others. */
static void pointed(struct oracle *oracle, struct query *query, struct scope *scope) {
    from_one(oracle, query, scope);
    for (int i = 1 + chance_percent(&oracle->chance, 30); i > 0; i--)
        add_condition(query, condition(oracle, scope, 0));
    if (chance_percent(&oracle->chance, 25))
        add_condition(query, arena_text(&oracle->arena, "(%s OR %s)", condition(oracle, scope, 0),
                                        condition(oracle, scope, 0)));
    query->keys_are_outputs = true;
    add_full_keys(oracle, query, scope);
    add_output(query, "1");
    if (chance_percent(&oracle->chance, 25) && query->key_count < PARTS_MAX)
        query->limit = any_limit(oracle);
}

/* One condition, and LIMIT in the order in which our tables give their rows: what SQLite does not
** show of the condition would cost rows. */
static void limited(struct oracle *oracle, struct query *query, struct scope *scope) {
    from_one(oracle, query, scope);
    add_condition(query, chance_percent(&oracle->chance, 40)
                             ? row_condition(oracle, &scope->sources[0])
                             : condition(oracle, scope, 0));
    query->keys_are_outputs = true;
    add_full_keys(oracle, query, scope);
    add_output(query, "1");
    if (query->key_count < PARTS_MAX)
        query->limit = any_limit(oracle);
}

/* A name looked up by whatever stands in the probe: SQLite trusts what a plan says of it, that it
** gives one row and in which order. */
static void looked_up(struct oracle *oracle, struct query *query, struct scope *scope) {
    const struct source *probe = scope_add(oracle, scope, &oracle->world->tables[PROBE]);
    const struct source *found = scope_add(oracle, scope, from_joined_table(oracle, scope));
    const char *needed = arguments_condition(oracle, scope, found);
    query->from = arena_text(&oracle->arena, "%s %s %s ON %s%s%s", probe->from,
                             chance_percent(&oracle->chance, 60) ? "LEFT JOIN" : "CROSS JOIN",
                             found->from, needed ? needed : "", needed ? " AND " : "",
                             name_condition(oracle, probe, found));
    add_output(query, qualified(oracle, probe, &probe->table->columns[0]));
    query->keys_are_outputs = true;
    if (chance_percent(&oracle->chance, 60))
        add_full_keys(oracle, query, scope);
}

static void distinct(struct oracle *oracle, struct query *query, struct scope *scope) {
    query->is_distinct = query->is_any_case = true;
    add_outputs(oracle, query, scope);
    add_conditions(oracle, query, scope, 1);
    if (chance_percent(&oracle->chance, 50))
        return;
    for (int i = 0; i < query->output_count; i++)
        add_key(query, arena_text(&oracle->arena, "%d", i + 1), any_direction(oracle), FOLD_NOCASE);
    if (chance_percent(&oracle->chance, 60))
        query->limit = any_limit(oracle);
}

static void grouped(struct oracle *oracle, struct query *query, struct scope *scope) {
    static const char *const aggregates[] = {"count(*)",         "count(%s)", "count(DISTINCT %s)",
                                             "min(%s)",          "max(%s)",   "sum(%s IS 1)",
                                             "total(length(%s))"};
    struct arena *arena = &oracle->arena;
    query->is_any_case = true;
    char *by = NULL;
    for (int i = chance_below(&oracle->chance, 3); i > 0; i--) {
        const struct source *source = any_of(oracle, scope);
        const char *key = qualified(oracle, source, any_column(oracle, source->table));
        add_output(query, key);
        by = arena_text(arena, "%s%s%s", by ? by : "", by ? ", " : "", key);
        add_key(query, arena_text(arena, "%d", query->output_count), any_direction(oracle),
                FOLD_NOCASE);
    }
    for (int i = 1 + chance_below(&oracle->chance, 3); i > 0; i--) {
        const struct source *source = any_of(oracle, scope);
        add_output(query, arena_text(arena, PICK(&oracle->chance, aggregates),
                                     qualified(oracle, source, any_column(oracle, source->table))));
    }
    add_conditions(oracle, query, scope, 1);
    if (by)
        query->behind =
            arena_text(arena, " GROUP BY %s%s", by,
                       chance_percent(&oracle->chance, 30) ? " HAVING count(*) > 1" : "");
    if (!by || chance_percent(&oracle->chance, 40))
        query->key_count = 0;
    else if (chance_percent(&oracle->chance, 40))
        query->limit = any_limit(oracle);
}

/* How many rows LIMIT leaves does not depend on which they are. */
static void limited_count(struct oracle *oracle, struct query *query, struct scope *scope) {
    add_conditions(oracle, query, scope, 1);
    const char *where = "";
    for (int i = 0; i < query->condition_count; i++)
        where = arena_text(&oracle->arena, "%s AND (%s)", where, query->conditions[i]);
    query->condition_count = 0;
    query->from = arena_text(&oracle->arena, "(SELECT 1 FROM %s WHERE %s%s LIMIT %s)", query->from,
                             query->needed ? query->needed : "1", where, any_limit(oracle));
    query->needed = NULL;
    add_output(query, "count(*)");
}

static void compound(struct oracle *oracle, struct query *query, struct scope *scope) {
    static const char *const kinds[] = {"UNION", "UNION ALL", "INTERSECT", "EXCEPT"};
    struct scope other = {0};
    struct query second = {0};
    query->is_any_case = true;
    from_one(oracle, &second, &other);
    for (int i = 1 + chance_below(&oracle->chance, 2); i > 0; i--) {
        const struct source *source = any_of(oracle, scope);
        add_output(query, qualified(oracle, source, any_column(oracle, source->table)));
        add_output(&second, qualified(oracle, &other.sources[0],
                                      any_column(oracle, other.sources[0].table)));
    }
    add_conditions(oracle, query, scope, 1);
    add_conditions(oracle, &second, &other, 1);
    query->behind = arena_text(&oracle->arena, " %s %s", PICK(&oracle->chance, kinds),
                               query_text(oracle, &second));
    if (chance_percent(&oracle->chance, 50))
        return;
    for (int i = 0; i < query->output_count; i++)
        add_key(query, arena_text(&oracle->arena, "%d", i + 1), "", FOLD_NOCASE);
    if (chance_percent(&oracle->chance, 40))
        query->limit = any_limit(oracle);
}

/* A common table expression, materialized or not, of one of the tables. */
static void common(struct oracle *oracle, struct query *query, struct scope *scope) {
    static const char *const hints[] = {"", "", "MATERIALIZED ", "NOT MATERIALIZED "};
    struct scope inner = {0};
    const struct source *source =
        scope_add(oracle, &inner, &oracle->world->tables[chance_below(&oracle->chance, CHANGES)]);
    const struct table *table = source->table;
    char *columns = arena_text(&oracle->arena, "%s", "");
    for (int i = 0; i < table->column_count; i++)
        columns =
            arena_text(&oracle->arena, "%s%s%s", columns, i ? ", " : "", table->columns[i].name);
    query->with = arena_text(&oracle->arena, "WITH c AS %s(SELECT %s FROM %s WHERE %s) ",
                             PICK(&oracle->chance, hints), columns, source->from,
                             condition(oracle, &inner, 1));
    source = scope_add(oracle, scope, table);
    query->from = arena_text(&oracle->arena, "c AS %s", source->alias);
    if (chance_percent(&oracle->chance, 40))
        from_one_more(oracle, query, scope);
    plain(oracle, query, scope);
}

static void window(struct oracle *oracle, struct query *query, struct scope *scope) {
    struct query order = {0};
    add_full_keys(oracle, &order, scope);
    const char *by = NULL;
    for (int i = 0; i < order.key_count; i++)
        by = arena_text(&oracle->arena, "%s%s%s%s", by ? by : "", by ? ", " : "", order.keys[i],
                        order.directions[i]);
    const struct source *source = any_of(oracle, scope);
    const char *part = qualified(oracle, source, any_column(oracle, source->table));
    add_output(query, arena_text(&oracle->arena, "row_number() OVER (ORDER BY %s)", by));
    add_output(query, arena_text(&oracle->arena, "count(*) OVER (PARTITION BY %s)", part));
    add_output(query, arena_text(&oracle->arena, "lag(%s) OVER (ORDER BY %s)", part, by));
    plain(oracle, query, scope);
}

void query_make(struct oracle *oracle, struct query *query) {
    struct scope scope = {0};
    *query = (struct query){0};
    int way = chance_below(&oracle->chance, 100);
    if (way < 6) {
        common(oracle, query, &scope);
        return;
    }
    if (way < 28) {
        pointed(oracle, query, &scope);
        return;
    }
    if (way < 33) {
        limited(oracle, query, &scope);
        return;
    }
    if (way < 36) {
        looked_up(oracle, query, &scope);
        return;
    }
    if (chance_percent(&oracle->chance, 55))
        from_one(oracle, query, &scope);
    else
        from_several(oracle, query, &scope);
    if (way < 65)
        plain(oracle, query, &scope);
    else if (way < 74)
        distinct(oracle, query, &scope);
    else if (way < 83)
        grouped(oracle, query, &scope);
    else if (way < 88)
        limited_count(oracle, query, &scope);
    else if (way < 92)
        compound(oracle, query, &scope);
    else if (way < 95)
        window(oracle, query, &scope);
    else { /* a value of a sub-query beside the others */
        struct query inner = {0};
        struct scope inner_scope = {.outer = &scope};
        from_one(oracle, &inner, &inner_scope);
        add_output(&inner, "count(*)");
        query_need(
            oracle, &inner,
            join_condition(oracle, &inner_scope, &scope.sources[0], &inner_scope.sources[0]));
        add_conditions(oracle, &inner, &inner_scope, 1);
        add_output(query, arena_text(&oracle->arena, "(%s)", query_text(oracle, &inner)));
        plain(oracle, query, &scope);
    }
}

char *query_text(struct oracle *oracle, const struct query *query) {
    struct arena *arena = &oracle->arena;
    char *text = arena_text(arena, "%sSELECT %s", query->with ? query->with : "",
                            query->is_distinct ? "DISTINCT " : "");
    for (int i = 0; i < query->output_count; i++)
        text = arena_text(arena, "%s%s%s", text, i ? ", " : "", query->outputs[i]);
    for (int i = 0; i < query->key_count && query->keys_are_outputs; i++)
        text = arena_text(arena, "%s, %s", text, query->keys[i]);
    text = arena_text(arena, "%s FROM %s", text, query->from);
    const char *glue = " WHERE ";
    if (query->needed)
        text = arena_text(arena, "%s%s%s", text, glue, query->needed);
    if (query->needed)
        glue = " AND ";
    for (int i = 0; i < query->condition_count; i++, glue = " AND ")
        text = arena_text(arena, "%s%s%s", text, glue, query->conditions[i]);
    text = arena_text(arena, "%s%s", text, query->behind ? query->behind : "");
    for (int i = 0; i < query->key_count; i++)
        text = arena_text(arena, "%s%s%s%s", text, i ? ", " : " ORDER BY ", query->keys[i],
                          query->directions[i]);
    return query->limit ? arena_text(arena, "%s LIMIT %s", text, query->limit) : text;
}
