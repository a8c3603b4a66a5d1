#include "builder/twice.h"
#include "base/quote.h"

#define NOBODY UINT32_MAX

/* The rows of one member; of those of one spelling and one source, which was the first to say that the
** member is there on a build. */
struct twice {
    const struct builder *builder;
    const struct masks *masks;
    struct error *error;
    uint32_t first[REPORT_BUILDS_MAX]; /* by build: a row, or NOBODY */
};

static const struct row *row_at(const struct twice *twice, uint32_t row) {
    return (const struct row *)twice->builder->rows.items + row;
}

static const struct definition *definition_of(const struct twice *twice, uint32_t row) {
    const struct definition *definitions = twice->builder->definitions.items.items;
    return &definitions[row_at(twice, row)->definition];
}

static const struct report_kind *kind_of(const struct twice *twice, uint32_t row) {
    const struct report_kind *kinds = twice->builder->kinds.items.items;
    return &kinds[definition_of(twice, row)->kind];
}

static struct text text_at(const struct twice *twice, uint32_t offset) {
    const char *text = offset ? pool_string(&twice->builder->pool, offset) : "";
    return (struct text){text, strlen(text)};
}

/* Do both say something, and not the same? */
static bool differ(const struct twice *twice, uint32_t a, uint32_t b) {
    struct text left = text_at(twice, a), right = text_at(twice, b);
    return a && b && a != b &&
           (left.size != right.size || !text_equal_nocase(left.text, right.text, left.size));
}

static int contradicts(const struct twice *twice, uint32_t row, uint32_t earlier, const char *what,
                       struct text found, struct text expected) {
    const struct row *at = row_at(twice, row);
    const struct source *source = masks_source(twice->builder, at);
    const char *class_name = spelling_text(twice->builder, at->class_spelling);
    const char *member = spelling_text(twice->builder, definition_of(twice, row)->spelling);
    struct quote name, said, other;
    struct quote_path path;
    return error_set(twice->error, ERROR_INPUT,
                     "%s:%u: found %s with the %s %s, expected %s as %s:%u says", source->path,
                     at->line,
                     quote_member(&name, (struct text){class_name, strlen(class_name)},
                                  (struct text){member, strlen(member)}),
                     what, quote_name(&said, found), quote_name(&other, expected),
                     quote_path(&path, source->path), row_at(twice, earlier)->line);
}

static int compare(const struct twice *twice, uint32_t row, uint32_t earlier) {
    const struct report_kind *here = kind_of(twice, row), *there = kind_of(twice, earlier);
    const struct text yes = {"yes", 3}, no = {"no", 2};
    if (differ(twice, here->type, there->type))
        return contradicts(twice, row, earlier, "type", text_at(twice, here->type),
                           text_at(twice, there->type));
    if (differ(twice, here->category, there->category))
        return contradicts(twice, row, earlier, "category", text_at(twice, here->category),
                           text_at(twice, there->category));
    bool is_said = here->is_key != REPORT_NOT_KNOWN && there->is_key != REPORT_NOT_KNOWN;
    if (is_said && here->is_key != there->is_key)
        return contradicts(twice, row, earlier, "key", here->is_key == REPORT_YES ? yes : no,
                           here->is_key == REPORT_YES ? no : yes);
    return ERROR_NONE;
}

/* Compares the row with those before it that the member is there on some build of it. */
static int add(struct twice *twice, uint32_t row) {
    const uint64_t *present = masks_of(twice->masks, twice->builder, row_at(twice, row));
    uint32_t compared = NOBODY; /* last */
    for (uint32_t word = 0; word < twice->masks->words; word++) {
        uint32_t *first = twice->first + word * 64;
        for (uint64_t bits = present[word]; bits; bits >>= 1, first++) {
            if (bits & 1 && *first == NOBODY) {
                *first = row;
            } else if (bits & 1 && *first != row && *first != compared) {
                compared = *first;
                TRY(compare(twice, row, compared));
            }
        }
    }
    return ERROR_NONE;
}

/* Are they of one spelling and one source? Rows without cells are of none. */
static bool belong_together(const struct twice *twice, uint32_t a, uint32_t b) {
    const struct row *left = row_at(twice, a), *right = row_at(twice, b);
    return left->cells != ROWS_NO_CELLS && right->cells != ROWS_NO_CELLS &&
           left->class_spelling == right->class_spelling &&
           definition_of(twice, a)->spelling == definition_of(twice, b)->spelling &&
           masks_source(twice->builder, left) == masks_source(twice->builder, right);
}

int twice_check(const struct builder *builder, const struct masks *masks, const uint32_t *rows,
                uint32_t count, struct error *error) {
    struct twice twice; /* most of it is not looked at */
    twice.builder = builder;
    twice.masks = masks;
    twice.error = error;
    for (uint32_t start = 0, next; start < count; start = next) {
        for (next = start + 1; next < count && belong_together(&twice, rows[start], rows[next]);)
            next++;
        if (next == start + 1) /* mostly each source says it once */
            continue;
        memset(twice.first, 0xff, masks->build_count * sizeof *twice.first);
        for (uint32_t i = start; i < next; i++)
            TRY(add(&twice, rows[i]));
    }
    return ERROR_NONE;
}
