/* Conditions: every operator, collation and kind of value that SQL has, over the tables in
** scope. */
#include "oracle.h"

#include <stdlib.h>
#include <string.h>

static const char *const operators[] = {
    "=", "=", "=", "==", "<>", "!=", "<", "<=", ">", ">=", "IS", "IS NOT"};
static const char *const collations[] = {"BINARY", "NOCASE", "RTRIM"};

/* --- Parts of conditions --- */

static const struct source *any_source(struct oracle *oracle, const struct scope *scope) {
    if (scope->outer && chance_percent(&oracle->chance, 20))
        return any_source(oracle, scope->outer);
    return &scope->sources[chance_below(&oracle->chance, scope->count)];
}

/* A column as it stands in a query; its bare name where only one table has it. */
static const char *column_sql(struct oracle *oracle, const struct source *source,
                              const struct column *column) {
    const char *plus = chance_percent(&oracle->chance, 2) ? "+" : "";
    return arena_text(&oracle->arena, "%s%s.%s", plus, source->alias, column->name);
}

static const char *collated(struct oracle *oracle, const char *expression, int percent) {
    if (!chance_percent(&oracle->chance, percent))
        return expression;
    return arena_text(&oracle->arena, "%s COLLATE %s", expression,
                      PICK(&oracle->chance, collations));
}

/* --- Single conditions --- */

static const char *compare_value(struct oracle *oracle, const struct source *source,
                                 const struct column *column) {
    struct chance *chance = &oracle->chance;
    const char *value = value_sql(oracle, value_near(oracle, column));
    const char *left = collated(oracle, column_sql(oracle, source, column), 30);
    const char *operator= PICK(chance, operators);
    if (chance_percent(chance, 25))
        return arena_text(&oracle->arena, "%s %s %s", collated(oracle, value, 20), operator, left);
    return arena_text(&oracle->arena, "%s %s %s", left, operator, collated(oracle, value, 15));
}

static const char *compare_column(struct oracle *oracle, const struct scope *scope,
                                  const struct source *source, const struct column *column) {
    const struct source *other = any_source(oracle, scope);
    const struct column *same = table_column(other->table, column->name);
    if (other == source || !same || chance_percent(&oracle->chance, 40))
        same = any_column(oracle, other->table);
    return arena_text(
        &oracle->arena, "%s %s %s", collated(oracle, column_sql(oracle, source, column), 10),
        PICK(&oracle->chance, operators), collated(oracle, column_sql(oracle, other, same), 10));
}

static const char *in_list(struct oracle *oracle, const char *left, const struct column *column) {
    struct arena *arena = &oracle->arena;
    int count = chance_below(&oracle->chance, 7);
    char *list = arena_text(arena, "%s", "");
    for (int i = 0; i < count; i++)
        list = arena_text(arena, "%s%s%s", list, i ? ", " : "",
                          value_sql(oracle, value_near(oracle, column)));
    return arena_text(arena, "%s %sIN (%s)", left,
                      chance_percent(&oracle->chance, 20) ? "NOT " : "", list);
}

/* A sub-query over one more table, as far as FROM … WHERE. */
static const char *sub_query(struct oracle *oracle, const struct scope *outer, struct scope *scope,
                             int depth) {
    *scope = (struct scope){.outer = outer};
    bool other = chance_percent(&oracle->chance, 25);
    const struct source *source =
        scope_add(oracle, scope, other ? &oracle->world->tables[PROBE] : NULL);
    const char *needed = arguments_condition(oracle, scope, source);
    const char *where = condition(oracle, scope, depth - 1);
    if (outer && chance_percent(&oracle->chance, 60))
        where = arena_text(&oracle->arena, "%s AND %s",
                           join_condition(oracle, scope, &outer->sources[0], source), where);
    return arena_text(&oracle->arena, "FROM %s WHERE %s%s%s", source->from, needed ? needed : "",
                      needed ? " AND " : "", where);
}

static const char *order_of(struct oracle *oracle, const struct source *source) {
    char *names = arena_text(&oracle->arena, "%s", source->table->order), *order = NULL;
    for (char *name = strtok(names, " "); name; name = strtok(NULL, " "))
        order = arena_text(&oracle->arena, "%s%s%s.%s%s", order ? order : "", order ? ", " : "",
                           source->alias, name, chance_percent(&oracle->chance, 30) ? " DESC" : "");
    return order;
}

static const char *in_sub_query(struct oracle *oracle, const struct scope *outer, const char *left,
                                const struct column *column, int depth) {
    struct scope scope;
    const char *from =
        sub_query(oracle, chance_percent(&oracle->chance, 40) ? outer : NULL, &scope, depth);
    const struct source *source = &scope.sources[0];
    const struct column *same = table_column(source->table, column->name);
    if (!same || chance_percent(&oracle->chance, 30))
        same = any_column(oracle, source->table);
    const char *limit = "";
    if (chance_percent(&oracle->chance, 20))
        limit = arena_text(&oracle->arena, " ORDER BY %s LIMIT %d", order_of(oracle, source),
                           chance_below(&oracle->chance, 5));
    return arena_text(&oracle->arena, "%s %sIN (SELECT %s.%s %s%s)", left,
                      chance_percent(&oracle->chance, 25) ? "NOT " : "", source->alias, same->name,
                      from, limit);
}

/* The pattern is not cut inside a character: of CREATE TABLE t(x COLLATE NOCASE) with 'Été' SQLite
** 3.40 says that x LIKE '\xc3%' is true where there is an index over x, and false where there is
** none. 3.54 says false. */
static const char *like(struct oracle *oracle, const char *left, const struct column *column) {
    struct value value = value_near(oracle, column);
    if (value.type != SQLITE_TEXT || strpbrk(value.bytes, "\x01\x02\x03\x04"))
        value = value_text("Msvm_Alpha");
    int size = chance_below(&oracle->chance, value.size + 1);
    while (size && ((unsigned char)value.bytes[size] & 0xc0) == 0x80)
        size--;
    static const char *const likes[] = {"%.*s%%", "%.*s%%", "%%%.*s%%", "%.*s_%%", "_%.*s", "%.*s"};
    static const char *const globs[] = {"%.*s*", "%.*s*", "*%.*s*", "%.*s?*", "[A-N]%.*s", "%.*s"};
    bool is_glob = chance_percent(&oracle->chance, 45);
    const char *pattern = is_glob ? PICK(&oracle->chance, globs) : PICK(&oracle->chance, likes);
    pattern = arena_text(&oracle->arena, pattern, size, value.bytes);
    return arena_text(&oracle->arena, "%s %s%s %s", left,
                      chance_percent(&oracle->chance, 10) ? "NOT " : "", is_glob ? "GLOB" : "LIKE",
                      value_sql(oracle, value_text(pattern)));
}

/* A text that the column holds, cut perhaps, and one just above or below it: its last letter is the
** next one, or one more stands behind it. */
static void neighbours(struct oracle *oracle, const struct column *column, struct value ends[2]) {
    struct chance *chance = &oracle->chance;
    struct value value = value_near(oracle, column);
    const char *text = value.type == SQLITE_TEXT && *value.bytes ? value.bytes : "Msvm_Alpha";
    int size = (int)strlen(text);
    if (chance_percent(chance, 40))
        size = 1 + chance_below(chance, size);
    char *low = arena_text(&oracle->arena, "%.*s", size, text);
    char *high = arena_text(&oracle->arena, "%.*s", size, text);
    unsigned char last = (unsigned char)low[size - 1];
    if (chance_percent(chance, 25) || last < 2 || last > 125)
        high = arena_text(&oracle->arena, "%s%c", low, " AZaz_"[chance_below(chance, 6)]);
    else if (chance_percent(chance, 50))
        high[size - 1] = (char)(last + 1);
    else
        low[size - 1] = (char)(last - 1);
    ends[0] = value_text(low);
    ends[1] = value_text(high);
}

/* Between two neighbours, each end in or out, mostly under the same collation. */
static const char *neighbour_range(struct oracle *oracle, const struct source *source) {
    static const char *const lows[] = {">", ">="}, *const highs[] = {"<", "<="};
    struct chance *chance = &oracle->chance;
    const struct column *column = table_column(source->table, "class");
    if (!column || chance_percent(chance, 25))
        column = any_column(oracle, source->table);
    struct value ends[2];
    neighbours(oracle, column, ends);
    const char *left = arena_text(&oracle->arena, "%s.%s", source->alias, column->name);
    const char *low = collated(oracle, left, 75);
    const char *high = chance_percent(chance, 85) ? low : collated(oracle, left, 75);
    if (chance_percent(chance, 30))
        return arena_text(&oracle->arena, "%s BETWEEN %s AND %s", low, value_sql(oracle, ends[0]),
                          value_sql(oracle, ends[1]));
    return arena_text(&oracle->arena, "(%s %s %s AND %s %s %s)", low, PICK(chance, lows),
                      value_sql(oracle, ends[0]), high, PICK(chance, highs),
                      value_sql(oracle, ends[1]));
}

const char *row_condition(struct oracle *oracle, const struct source *source) {
    struct arena *arena = &oracle->arena;
    const struct column *a = any_column(oracle, source->table),
                        *b = any_column(oracle, source->table);
    const char *left =
        arena_text(arena, "(%s.%s, %s.%s)", source->alias, a->name, source->alias, b->name);
    const char *values[4];
    for (int i = 0; i < 4; i++)
        values[i] = value_sql(oracle, value_near(oracle, i % 2 ? b : a));
    if (chance_percent(&oracle->chance, 40))
        return arena_text(arena, "%s %sIN (VALUES (%s, %s), (%s, %s))", left,
                          chance_percent(&oracle->chance, 20) ? "NOT " : "", values[0], values[1],
                          values[2], values[3]);
    return arena_text(arena, "%s %s (%s, %s)", left, PICK(&oracle->chance, operators), values[0],
                      values[1]);
}

static const char *exists(struct oracle *oracle, const struct scope *outer, int depth) {
    struct scope scope;
    const char *from = sub_query(oracle, outer, &scope, depth);
    int way = chance_below(&oracle->chance, 3);
    if (way == 0)
        return arena_text(&oracle->arena, "(SELECT count(*) %s) %s %d", from,
                          PICK(&oracle->chance, operators), chance_below(&oracle->chance, 4));
    return arena_text(&oracle->arena, "%sEXISTS (SELECT 1 %s%s)", way == 1 ? "NOT " : "", from,
                      chance_percent(&oracle->chance, 20) ? " LIMIT 2 OFFSET 1" : "");
}

static const char *expression(struct oracle *oracle, const struct source *source,
                              const struct column *column) {
    static const char *const forms[] = {"%s.%s || '' = %s",
                                        "coalesce(%s.%s, 1) = %s",
                                        "typeof(%s.%s) = typeof(%s)",
                                        "length(%s.%s) > length(%s)",
                                        "%s.%s + 0 = %s",
                                        "CASE WHEN %s.%s THEN 1 ELSE 0 END = %s",
                                        "CAST(%s.%s AS INTEGER) = %s",
                                        "ifnull(%s.%s, '') < %s",
                                        "nullif(%s.%s, %s) IS NULL"};
    const char *form = PICK(&oracle->chance, forms);
    return arena_text(&oracle->arena, form, source->alias, column->name,
                      value_sql(oracle, value_near(oracle, column)));
}

/* What a function says of a member, which a sub-query must say too. */
static const char *function(struct oracle *oracle, const struct source *source) {
    const char *a = source->alias;
    if (!oracle->is_current || !table_column(source->table, "member"))
        return arena_text(&oracle->arena, "%s.%s", a, source->table->columns[0].name);
    static const int builds[] = {26100, 22621, 14393, 17763};
    int build = PICK(&oracle->chance, builds);
    /* Without the namespace it is answered where all namespaces agree. Behind one, the blank that an odd
    ** name begins with is passed over. */
    bool says = !oracle->world->has_odd_names && chance_percent(&oracle->chance, 50);
    const char *class_name = arena_text(
        &oracle->arena, says ? "coalesce(%s.namespace || ':', '') || %s.class" : "%s.class", a, a);
    const char *is_said =
        says ? arena_text(&oracle->arena,
                          "coalesce(z.namespace = %s.namespace, %s.namespace IS NULL) AND", a, a)
             : "";
    return arena_text(
        &oracle->arena,
        "coalesce(" EITHER_MARK "available_on(%s, %s.member, %d)" BETWEEN_MARK
        "(SELECT CASE WHEN count(DISTINCT coalesce(z.available, 2)) = 1 THEN z.available END "
        "FROM " TABLE(
            "availability") " AS z WHERE z.class = %s.class AND %s "
                            "z.member = %s.member AND z.build = (SELECT y.resolves_to FROM " TABLE(
                                "builds") " AS y "
                                          "WHERE y.build = %d))" END_MARK ", 2) = %d",
        class_name, a, build, a, is_said, a, build, chance_below(&oracle->chance, 3));
}

static const char *leaf(struct oracle *oracle, const struct scope *scope, int depth) {
    struct chance *chance = &oracle->chance;
    struct arena *arena = &oracle->arena;
    const struct source *source = any_source(oracle, scope);
    const struct column *column = any_column(oracle, source->table);
    const char *left = collated(oracle, column_sql(oracle, source, column), 25);
    int way = chance_below(chance, 100);
    if (way < 36)
        return compare_value(oracle, source, column);
    if (way < 45)
        return compare_column(oracle, scope, source, column);
    if (way < 52)
        return arena_text(arena, "%s IS %sNULL", left, chance_percent(chance, 50) ? "NOT " : "");
    if (way < 55)
        return arena_text(arena, "%s %sBETWEEN %s AND %s", left,
                          chance_percent(chance, 20) ? "NOT " : "",
                          value_sql(oracle, value_near(oracle, column)),
                          value_sql(oracle, value_near(oracle, column)));
    if (way < 59)
        return neighbour_range(oracle, source);
    if (way < 69)
        return in_list(oracle, left, column);
    if (way < 77)
        return like(oracle, left, column);
    if (way < 83)
        return column->is_text ? compare_value(oracle, source, column) : left;
    if (way < 87)
        return row_condition(oracle, source);
    if (way < 91)
        return expression(oracle, source, column);
    if (way < 93)
        return function(oracle, source);
    if (depth < 1)
        return compare_value(oracle, source, column);
    return way < 97 ? in_sub_query(oracle, scope, left, column, depth)
                    : exists(oracle, scope, depth);
}

const char *negative_condition(struct oracle *oracle, const struct source *source) {
    static const char *const negations[] = {"<> 0", "<> 1", "IS NOT 1", "IS NOT 0", "IS NOT NULL"};
    const struct column *column = any_column(oracle, source->table);
    return arena_text(&oracle->arena, "%s.%s %s", source->alias, column->name,
                      PICK(&oracle->chance, negations));
}

const char *condition(struct oracle *oracle, const struct scope *scope, int depth) {
    int way = chance_below(&oracle->chance, 100);
    if (depth < 1 || way > 34)
        return leaf(oracle, scope, depth);
    if (way < 8)
        return arena_text(&oracle->arena, "NOT (%s)", condition(oracle, scope, depth - 1));
    const char *left = condition(oracle, scope, depth - 1),
               *right = condition(oracle, scope, depth - 1);
    return arena_text(&oracle->arena, "(%s %s %s)", left, way < 22 ? "OR" : "AND", right);
}

const char *name_condition(struct oracle *oracle, const struct source *probe,
                           const struct source *found) {
    static const char *const keys[] = {"class", "class", "member", "name", "namespace", "build"};
    const struct column *key = table_column(found->table, PICK(&oracle->chance, keys));
    return arena_text(&oracle->arena, "%s.%s = %s.%s", found->alias,
                      key ? key->name : found->table->columns[0].name, probe->alias,
                      any_column(oracle, probe->table)->name);
}

/* Two tables meet in a column of the same name, or in any two. */
const char *join_condition(struct oracle *oracle, const struct scope *scope,
                           const struct source *left, const struct source *right) {
    static const char *const shared[] = {"class", "member",   "build",
                                         "name",  "category", "namespace"};
    struct chance *chance = &oracle->chance;
    const char *joined = NULL;
    (void)scope;
    for (int i = 0; i < 6; i++) {
        const struct column *a = table_column(left->table, shared[i]),
                            *b = table_column(right->table, shared[i]);
        if (!a || !b || chance_percent(chance, i < 2 ? 25 : 60))
            continue;
        bool turned = chance_percent(chance, 30);
        const char *operator= chance_percent(chance, 8) ? "IS" : "=";
        const char *ends[] = {arena_text(&oracle->arena, "%s.%s", left->alias, a->name),
                              arena_text(&oracle->arena, "%s.%s", right->alias, b->name)};
        joined = arena_text(&oracle->arena, "%s%s%s %s %s", joined ? joined : "",
                            joined ? " AND " : "", collated(oracle, ends[turned], 8), operator,
                            collated(oracle, ends[!turned], 8));
    }
    if (joined)
        return joined;
    if (!left->table->is_ours && right->table->is_ours && chance_percent(chance, 40))
        return name_condition(oracle, left, right);
    const struct column *a = any_column(oracle, left->table), *b = any_column(oracle, right->table);
    return arena_text(&oracle->arena, "%s.%s %s %s.%s", right->alias, b->name,
                      chance_percent(chance, 55) ? "=" : PICK(chance, operators), left->alias,
                      a->name);
}
