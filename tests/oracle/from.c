/* FROM: one table, or several that are joined. */
#include "oracle.h"

#include <string.h>

void query_need(struct oracle *oracle, struct query *query, const char *text) {
    if (text)
        query->needed =
            query->needed ? arena_text(&oracle->arena, "%s AND %s", query->needed, text) : text;
}

void from_one(struct oracle *oracle, struct query *query, struct scope *scope) {
    const struct source *source = scope_add(oracle, scope, NULL);
    query->from = source->from;
    if (strcmp(source->table->name, "changes") == 0 && chance_percent(&oracle->chance, 40)) {
        /* As a table-valued function, over builds that the report has. */
        int other = strcmp(oracle->world->name, "dotted") == 0 ? 12345 : 22621;
        query->from = arena_text(
            &oracle->arena,
            EITHER_MARK TABLE("changes") "(26100, %d)" BETWEEN_MARK "(SELECT * FROM " TABLE(
                "changes") " WHERE from_build = 26100 AND to_build = %d)" END_MARK " AS %s",
            other, other, source->alias);
        return;
    }
    query_need(oracle, query, arguments_condition(oracle, scope, source));
}

const struct table *from_joined_table(struct oracle *oracle, const struct scope *scope) {
    int way = chance_below(&oracle->chance, 100);
    if (!scope->sources[0].table->is_ours)
        return way < 30 ? &oracle->world->tables[CLASSES] : NULL;
    return way < 35 ? &oracle->world->tables[PROBE] : NULL;
}

void from_one_more(struct oracle *oracle, struct query *query, struct scope *scope) {
    struct chance *chance = &oracle->chance;
    struct arena *arena = &oracle->arena;
    const struct source *right = scope_add(oracle, scope, from_joined_table(oracle, scope));
    const struct source *left = &scope->sources[chance_below(chance, scope->count - 1)];
    const char *needed = arguments_condition(oracle, scope, right);
    const char *joined = join_condition(oracle, scope, left, right);
    int way = chance_below(chance, 100);
    if (way < 30) { /* LEFT JOIN: what is asked in ON and in WHERE differs */
        /* Not beside arguments: SQLite makes `arguments AND false` plain false, and they are
        ** missing. */
        const struct scope only_left = {.sources = {*left}, .count = 1};
        const char *more = NULL;
        if (!needed && chance_percent(chance, 60))
            more = chance_percent(chance, 40)   ? negative_condition(oracle, left)
                   : chance_percent(chance, 40) ? condition(oracle, &only_left, 1)
                                                : condition(oracle, scope, 1);
        query->from = arena_text(arena, "%s LEFT JOIN %s ON %s%s%s%s%s", query->from, right->from,
                                 joined, needed ? " AND " : "", needed ? needed : "",
                                 more ? " AND " : "", more ? more : "");
        return;
    }
    query_need(oracle, query, needed);
    if (way < 50) {
        query->from = arena_text(arena, "%s JOIN %s ON %s", query->from, right->from, joined);
        return;
    }
    query->from =
        arena_text(arena, "%s%s%s", query->from, way < 75 ? " CROSS JOIN " : ", ", right->from);
    query_need(oracle, query, joined);
}

void from_several(struct oracle *oracle, struct query *query, struct scope *scope) {
    struct chance *chance = &oracle->chance;
    const struct table *first = NULL;
    if (chance_percent(chance, 30))
        first = &oracle->world->tables[PROBE];
    else if (chance_percent(chance, 8))
        first = &oracle->world->tables[PAIRS];
    const struct source *source = scope_add(oracle, scope, first);
    query->from = source->from;
    query_need(oracle, query, arguments_condition(oracle, scope, source));
    if (first == &oracle->world->tables[PAIRS]) {
        source = scope_add(oracle, scope, &oracle->world->tables[CHANGES]);
        const char *needed = arguments_condition(oracle, scope, source);
        bool left = chance_percent(chance, 30);
        query->from = arena_text(&oracle->arena, "%s %s %s ON %s", query->from,
                                 left ? "LEFT JOIN" : "JOIN", source->from, needed);
    }
    for (int i = 1 + chance_percent(chance, 20); i > 0; i--)
        from_one_more(oracle, query, scope);
}
