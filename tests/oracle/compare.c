/* Asks both sides the same, compares, and shows what differs. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A question that takes more steps of SQLite's machine than this is left out. */
enum { STEPS = 1500000, STEP_UNIT = 1000 };

struct row {
    const char *text; /* the outputs, each with its type */
    const char *keys; /* those of them that the order is by, as its collations see them */
};

struct answer {
    struct arena arena;
    struct row *rows;
    int count, capacity;
    int code;
    char message[200];
};

/* --- Asking --- */

static int count_steps(void *left) {
    return --*(int *)left < 0;
}

static bool is_whole(sqlite3_value *value) {
    double number = sqlite3_value_double(value);
    return number > -1e15 && number < 1e15 && number == (double)(sqlite3_int64)number;
}

static void add_column(sqlite3_str *text, sqlite3_value *value, bool any_case, bool rtrim) {
    int type = sqlite3_value_type(value), size = 0;
    const char *bytes = NULL;
    char number[40];
    if (type == SQLITE_INTEGER) {
        sqlite3_snprintf(sizeof number, number, "%lld", sqlite3_value_int64(value));
    } else if (type == SQLITE_FLOAT && any_case && is_whole(value)) {
        type = SQLITE_INTEGER; /* 1 and 1.0 are spellings of one value, too */
        sqlite3_snprintf(sizeof number, number, "%lld", sqlite3_value_int64(value));
    } else if (type == SQLITE_FLOAT) {
        sqlite3_snprintf(sizeof number, number, "%!.17g", sqlite3_value_double(value));
    } else {
        bytes = type == SQLITE_BLOB ? sqlite3_value_blob(value)
                                    : (const char *)sqlite3_value_text(value);
        size = sqlite3_value_bytes(value);
        number[0] = 0;
    }
    while (rtrim && type == SQLITE_TEXT && size && bytes[size - 1] == ' ')
        size--;
    /* The bytes as %XX where they are not plain, so that a row is one text. */
    sqlite3_str_appendf(text, "%c:%s", ".IFTBN"[type], number);
    for (int i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (any_case && c >= 'A' && c <= 'Z')
            c |= 0x20;
        if (c < ' ' || c == '|' || c == '%')
            sqlite3_str_appendf(text, "%%%02X", c);
        else
            sqlite3_str_appendchar(text, 1, (char)c);
    }
    sqlite3_str_appendchar(text, 1, '|');
}

static const char *kept(struct arena *arena, sqlite3_str *text) {
    char *made = sqlite3_str_finish(text);
    const char *copy = arena_text(arena, "%s", made ? made : "");
    sqlite3_free(made);
    return copy;
}

static void add_row(struct answer *answer, const struct query *query, sqlite3_stmt *statement) {
    if (answer->count == answer->capacity) {
        answer->capacity = answer->capacity ? 2 * answer->capacity : 64;
        answer->rows = realloc(answer->rows, (size_t)answer->capacity * sizeof *answer->rows);
        if (!answer->rows)
            abort();
    }
    int columns = sqlite3_column_count(statement);
    sqlite3_str *text = sqlite3_str_new(NULL), *keys = sqlite3_str_new(NULL);
    for (int i = 0; i < columns; i++)
        add_column(text, sqlite3_column_value(statement, i), query->is_any_case, false);
    for (int i = 0; i < query->key_count; i++) {
        int column = query->keys_are_outputs ? query->output_count + i : atoi(query->keys[i]) - 1;
        add_column(keys, sqlite3_column_value(statement, column),
                   query->is_any_case || query->folds[i] == FOLD_NOCASE,
                   query->folds[i] == FOLD_RTRIM);
    }
    struct row *row = &answer->rows[answer->count++];
    row->text = kept(&answer->arena, text);
    row->keys = kept(&answer->arena, keys);
}

static void ask(struct oracle *oracle, const struct query *query, enum side side,
                struct answer *answer) {
    *answer = (struct answer){0};
    char *sql = render(oracle, query_text(oracle, query), side);
    sqlite3_stmt *statement = NULL;
    int left = STEPS / STEP_UNIT;
    sqlite3_progress_handler(oracle->db, STEP_UNIT, count_steps, &left);
    answer->code = sqlite3_prepare_v2(oracle->db, sql, -1, &statement, NULL);
    for (int i = 0; i < oracle->parameter_count && statement; i++)
        value_bind(statement, i + 1, oracle->parameters[i]);
    if (answer->code == SQLITE_OK) {
        while ((answer->code = sqlite3_step(statement)) == SQLITE_ROW)
            add_row(answer, query, statement);
        if (answer->code == SQLITE_DONE)
            answer->code = SQLITE_OK;
    }
    sqlite3_snprintf(sizeof answer->message, answer->message, "%s", sqlite3_errmsg(oracle->db));
    sqlite3_finalize(statement);
    sqlite3_progress_handler(oracle->db, 0, NULL, NULL);
}

static void forget(struct answer *answer) {
    arena_clear(&answer->arena);
    free(answer->rows);
}

/* --- Comparing --- */

static int by_text(const void *a, const void *b) {
    return strcmp(((const struct row *)a)->text, ((const struct row *)b)->text);
}

static void sort(struct answer *answer) {
    if (answer->count)
        qsort(answer->rows, (size_t)answer->count, sizeof *answer->rows, by_text);
}

/* In what the answers differ, or NULL. Sorts the rows. */
static const char *difference(struct answer *ours, struct answer *copy) {
    if (ours->code != copy->code)
        return "the result code";
    if (ours->code != SQLITE_OK)
        return NULL;
    if (ours->count != copy->count)
        return "the number of rows";
    for (int i = 0; i < ours->count; i++)
        if (strcmp(ours->rows[i].keys, copy->rows[i].keys) != 0)
            return "the order";
    sort(ours);
    sort(copy);
    for (int i = 0; i < ours->count; i++)
        if (strcmp(ours->rows[i].text, copy->rows[i].text) != 0)
            return "the rows";
    return NULL;
}

enum verdict { SAME, DIFFERENT, LEFT_OUT };

static enum verdict judge(struct oracle *oracle, const struct query *query) {
    struct answer ours, copy;
    ask(oracle, query, COPY, &copy);
    ask(oracle, query, OURS, &ours);
    bool is_long = ours.code == SQLITE_INTERRUPT || copy.code == SQLITE_INTERRUPT;
    const char *differs = is_long ? NULL : difference(&ours, &copy);
    /* A question that SQL refuses says nothing; there are few. */
    bool says_nothing = is_long || (ours.code != SQLITE_OK && !differs);
    if (oracle->is_verbose && copy.code != SQLITE_OK && !is_long)
        fprintf(stderr, "-- %s\n", copy.message);
    forget(&ours);
    forget(&copy);
    return says_nothing ? LEFT_OUT : differs ? DIFFERENT : SAME;
}

/* --- Showing --- */

static void show_plan(struct oracle *oracle, const char *sql) {
    sqlite3_stmt *plan;
    if (sqlite3_prepare_v2(oracle->db, arena_text(&oracle->arena, "EXPLAIN QUERY PLAN %s", sql), -1,
                           &plan, NULL) == SQLITE_OK)
        while (sqlite3_step(plan) == SQLITE_ROW)
            printf("    plan: %s\n", sqlite3_column_text(plan, 3));
    sqlite3_finalize(plan);
}

static void show_rows(const struct answer *answer, const struct answer *other, const char *whose) {
    printf("  %s: %d rows, code %d %s\n", whose, answer->count, answer->code,
           answer->code ? answer->message : "");
    int shown = 0;
    for (int i = 0, j = 0; i < answer->count && shown < 6; i++) {
        while (j < other->count && strcmp(other->rows[j].text, answer->rows[i].text) < 0)
            j++;
        if (j < other->count && strcmp(other->rows[j].text, answer->rows[i].text) == 0) {
            j++;
            continue;
        }
        printf("    only here: %.300s\n", answer->rows[i].text);
        shown++;
    }
}

static void show(struct oracle *oracle, const struct query *query) {
    struct answer ours, copy;
    ask(oracle, query, COPY, &copy);
    ask(oracle, query, OURS, &ours);
    const char *differs = difference(&ours, &copy);
    char *sql = query_text(oracle, query), *first = render(oracle, sql, OURS);
    printf("\noracle: %s of this query differ(s), in world %s%s:\n  ours: %s\n",
           differs ? differs : "nothing", oracle->world->name,
           oracle->is_current ? " (current report)" : "", first);
    show_plan(oracle, first);
    printf("  copy: %s\n", render(oracle, sql, COPY));
    for (int i = 0; i < oracle->parameter_count; i++) {
        char name[8];
        sqlite3_snprintf(sizeof name, name, "?%d", i + 1);
        if (!strstr(sql, name))
            continue;
        sqlite3_stmt *quoted;
        sqlite3_prepare_v2(oracle->db, "SELECT quote(?)", -1, &quoted, NULL);
        value_bind(quoted, 1, oracle->parameters[i]);
        if (sqlite3_step(quoted) == SQLITE_ROW)
            printf("    %s = %s (%d bytes)\n", name, sqlite3_column_text(quoted, 0),
                   oracle->parameters[i].size);
        sqlite3_finalize(quoted);
    }
    sort(&ours);
    sort(&copy);
    show_rows(&ours, &copy, "ours");
    show_rows(&copy, &ours, "copy");
    forget(&ours);
    forget(&copy);
    fflush(stdout);
}

/* --- Making a query smaller as long as the answers differ --- */

static bool keeps(struct oracle *oracle, struct query *query, const struct query *smaller) {
    if (judge(oracle, smaller) != DIFFERENT)
        return false;
    *query = *smaller;
    return true;
}

static void shrink(struct oracle *oracle, struct query *query) {
    for (int i = 0; i < query->condition_count;) {
        struct query smaller = *query;
        smaller.condition_count--;
        memmove(&smaller.conditions[i], &smaller.conditions[i + 1],
                (size_t)(smaller.condition_count - i) * sizeof *smaller.conditions);
        i += !keeps(oracle, query, &smaller);
    }
    struct query smaller = *query;
    smaller.limit = NULL;
    keeps(oracle, query, &smaller);
    for (int i = 0; query->keys_are_outputs && !query->limit && i < query->key_count;) {
        smaller = *query;
        smaller.key_count--;
        for (int j = i; j < smaller.key_count; j++) {
            smaller.keys[j] = smaller.keys[j + 1];
            smaller.directions[j] = smaller.directions[j + 1];
            smaller.folds[j] = smaller.folds[j + 1];
        }
        i += !keeps(oracle, query, &smaller);
    }
    while (query->keys_are_outputs && query->output_count > 1) {
        smaller = *query;
        smaller.output_count--;
        if (!keeps(oracle, query, &smaller))
            break;
    }
}

/* --- Faults of SQLite itself --- */

/* Bits of SQLITE_TESTCTRL_OPTIMIZATIONS: what is left out. */
enum { NO_TRANSITIVITY = 0x80, NO_OPTIMIZATION = -1 };

static void leave_out(struct oracle *oracle, int optimizations) {
    sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, oracle->db, optimizations);
}

/* Is it not ours that is wrong? SQLite 3.40 loses the explicit collation of a condition that it
** carries over from one side of an equality to the other, whatever the tables are. So the judge
** is the copy without any optimization: we are right if we say the same, at least without that
** one. */
static bool is_excused(struct oracle *oracle, const struct query *query) {
    struct answer truth, ours, without;
    ask(oracle, query, OURS, &ours);
    leave_out(oracle, NO_TRANSITIVITY);
    ask(oracle, query, OURS, &without);
    leave_out(oracle, NO_OPTIMIZATION);
    ask(oracle, query, COPY, &truth);
    leave_out(oracle, 0);
    bool excused = truth.code == SQLITE_INTERRUPT || !difference(&ours, &truth) ||
                   !difference(&without, &truth);
    forget(&truth);
    forget(&ours);
    forget(&without);
    return excused;
}

void query_check(struct oracle *oracle, struct query *query) {
    if (oracle->is_verbose)
        fprintf(stderr, "%s\n", render(oracle, query_text(oracle, query), OURS));
    enum verdict verdict = judge(oracle, query);
    oracle->passed += verdict == SAME;
    oracle->skipped += verdict == LEFT_OUT;
    if (verdict != DIFFERENT)
        return;
    shrink(oracle, query);
    if (is_excused(oracle, query)) {
        oracle->excused++;
        return;
    }
    oracle->failed++;
    show(oracle, query);
}
