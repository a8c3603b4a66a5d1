/* Chance, texts and small things that all of the oracle uses. */
#include "oracle.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* splitmix64 */
uint64_t chance_next(struct chance *chance) {
    uint64_t z = chance->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

int chance_below(struct chance *chance, int end) {
    return end > 0 ? (int)(chance_next(chance) % (uint64_t)end) : 0;
}

bool chance_percent(struct chance *chance, int percent) {
    return chance_below(chance, 100) < percent;
}

/* A block of an arena: the link stands before the bytes. */
struct block {
    struct block *next;
};

void *arena_alloc(struct arena *arena, size_t size) {
    struct block *block = malloc(sizeof *block + size);
    if (!block)
        abort();
    block->next = arena->blocks;
    arena->blocks = block;
    return block + 1;
}

char *arena_text(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *made = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    if (!made)
        abort();
    char *text = arena_alloc(arena, strlen(made) + 1);
    strcpy(text, made);
    sqlite3_free(made);
    return text;
}

void arena_clear(struct arena *arena) {
    for (struct block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    arena->blocks = NULL;
}

void die(struct oracle *oracle, const char *what) {
    fprintf(stderr, "oracle: %s: %s\n", what, sqlite3_errmsg(oracle->db));
    exit(2);
}

void run_sql(struct oracle *oracle, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *sql = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    if (!sql || sqlite3_exec(oracle->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        die(oracle, sql);
    sqlite3_free(sql);
}

/* The name of a table on a side. */
static void add_table_name(struct oracle *oracle, sqlite3_str *out, const char *name, int size,
                           enum side side) {
    const char *world = oracle->world->name;
    bool is_shared = strncmp(name, "probe", 5) == 0 || strncmp(name, "pairs", 5) == 0;
    if (is_shared)
        side = COPY;
    if (side == OURS && (oracle->is_current || !oracle->world->path))
        sqlite3_str_appendf(out, "wmi_%.*s", size, name);
    else
        sqlite3_str_appendf(out, "%s_%s_%.*s", side == OURS ? "ours" : "copy", world, size, name);
}

char *render(struct oracle *oracle, const char *text, enum side side) {
    sqlite3_str *out = sqlite3_str_new(NULL);
    int either_depth = 0, hidden = 0; /* EITHER stands inside EITHER too */
    bool copies[32];
    for (const char *at = text; *at; at++) {
        if (*at == *EITHER_MARK) {
            copies[either_depth++] = false;
            hidden += side != OURS;
        } else if (*at == *BETWEEN_MARK) {
            copies[either_depth - 1] = true;
            hidden += side != OURS ? -1 : 1;
        } else if (*at == *END_MARK) {
            hidden -= copies[--either_depth] && side == OURS;
        } else if (*at == *TABLE_MARK) {
            int size = (int)strcspn(at + 1, END_MARK);
            if (!hidden)
                add_table_name(oracle, out, at + 1, size, side);
            at += size + 1;
        } else if (!hidden) {
            sqlite3_str_appendchar(out, 1, *at);
        }
    }
    char *made = sqlite3_str_finish(out);
    char *rendered = arena_text(&oracle->arena, "%s", made ? made : "");
    sqlite3_free(made);
    return rendered;
}
