/* What is in scope: tables and their columns, and what wmi_changes needs. */
#include "oracle.h"

#include <string.h>

const struct table *any_table(struct oracle *oracle) {
    static const int often[] = {MEMBERS,      MEMBERS, MEMBERS, MEMBERS, AVAILABILITY,
                                AVAILABILITY, CLASSES, BUILDS,  CHANGES, RANGES,
                                VALUES,       CALLS,   REPORT};
    return &oracle->world->tables[PICK(&oracle->chance, often)];
}

const struct column *any_column(struct oracle *oracle, const struct table *table) {
    struct chance *chance = &oracle->chance;
    const struct column *column;
    int way = chance_below(chance, 100), tries = 0;
    bool fits;
    do {
        column = &table->columns[chance_below(chance, table->column_count)];
        fits = way < 45 ? column->is_key : way < 60 ? column->is_cell : true;
    } while (column->is_argument || (!fits && ++tries < 30));
    return column;
}

struct source *scope_add(struct oracle *oracle, struct scope *scope, const struct table *table) {
    struct source *source = &scope->sources[scope->count++];
    sqlite3_snprintf(sizeof source->alias, source->alias, "s%d", ++oracle->alias_count);
    source->table = table ? table : any_table(oracle);
    source->from =
        arena_text(&oracle->arena, TABLE("%s") " AS %s", source->table->name, source->alias);
    return source;
}

const struct column *table_column(const struct table *table, const char *name) {
    for (int i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    return NULL;
}

/* That the arguments are one pair that the copy has, any of them. Samples are distinct values, so any two of
** them need not be one. */
static const char *one_pair(struct oracle *oracle, const struct source *source) {
    sqlite3_stmt *pair = NULL;
    const char *condition = NULL;
    const char *sql = arena_text(
        &oracle->arena,
        "WITH known AS (SELECT f, t FROM copy_%s_pairs WHERE f IS NOT NULL AND t IS NOT NULL) "
        "SELECT f, t FROM known LIMIT 1 OFFSET %d %% (SELECT count(*) FROM known)",
        oracle->world->name, chance_below(&oracle->chance, 1000));
    if (sqlite3_prepare_v2(oracle->db, sql, -1, &pair, NULL) == SQLITE_OK &&
        sqlite3_step(pair) == SQLITE_ROW) {
        struct value from = value_copy(&oracle->arena, sqlite3_column_value(pair, 0));
        struct value to = value_copy(&oracle->arena, sqlite3_column_value(pair, 1));
        condition =
            arena_text(&oracle->arena, "%s.from_build = %s AND %s.to_build = %s", source->alias,
                       value_sql(oracle, from), source->alias, value_sql(oracle, to));
    }
    sqlite3_finalize(pair);
    return condition;
}

const char *arguments_condition(struct oracle *oracle, const struct scope *scope,
                                const struct source *source) {
    if (strcmp(source->table->name, "changes") != 0)
        return NULL;
    for (int i = 0; i < scope->count; i++)
        if (strcmp(scope->sources[i].table->name, "pairs") == 0)
            return arena_text(&oracle->arena, "%s.from_build = %s.f AND %s.to_build = %s.t",
                              source->alias, scope->sources[i].alias, source->alias,
                              scope->sources[i].alias);
    const char *pair = one_pair(oracle, source);
    if (!pair || chance_percent(&oracle->chance, 70))
        return pair;
    return arena_text(&oracle->arena, "(%s OR %s)", pair, one_pair(oracle, source));
}
