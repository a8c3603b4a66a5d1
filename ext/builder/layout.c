#include "builder/layout.h"
#include "builder/columns.h"
#include "builder/counts.h"
#include "builder/merge.h"
#include "report/slots.h"

/* --- Places --- */

/* Gives an array its place at the end of the image, 8-byte aligned. */
static struct report_array place(uint64_t *size, size_t count, size_t element) {
    struct report_array array = {(uint32_t)*size, (uint32_t)count};
    *size += (count * element + 7) / 8 * 8;
    return array;
}

/* As wide as its largest number needs. */
static void place_column(uint64_t *size, struct layout_column *drafted) {
    uint32_t largest = 0;
    for (uint32_t i = 0; i < drafted->count; i++)
        largest = drafted->numbers[i] > largest ? drafted->numbers[i] : largest;
    drafted->column->offset = (uint32_t)*size;
    drafted->column->width = column_width(largest);
    *size += (uint64_t)drafted->count * drafted->column->width;
}

/* Where everything stands: what has a type first, so that it is aligned, the strings last, with a
** few bytes behind them. */
static uint64_t place_all(struct layout *layout, const struct release_list *releases) {
    const struct merged *merged = layout->merged;
    struct report *head = &layout->head;
    const struct masks *masks = &merged->masks;
    uint64_t size = (sizeof *head + 7) / 8 * 8;
    uint32_t builds = (uint32_t)(masks->build_count + releases->count);
    head->builds = place(&size, masks->build_count, sizeof(struct report_build));
    head->build_slots = place(&size, slots_capacity(builds), sizeof(struct report_build_slot));
    head->kinds = place(&size, merged->kinds.items.count, sizeof(struct report_kind));
    head->patterns =
        place(&size, merged->patterns.runs.count, REPORT_MASKS * masks->words * sizeof(uint64_t));
    for (uint32_t i = 0; i < layout->column_count; i++)
        place_column(&size, &layout->columns[i]);
    head->strings = place(&size, layout->builder->pool.strings.count, 1);
    return (size + COLUMN_SLACK + 7) / 8 * 8;
}

/* --- Odd names --- */

/* Could SQLite read the text as a number? Only such a text can equal a number in a comparison. */
static uint32_t numeric_text(const char *text) {
    if (!text)
        return 0;
    text += strspn(text, " \t\n\v\f\r");
    return *text && strchr("0123456789+-.", *text) ? REPORT_NUMERIC_NAMES : 0;
}

static void find_odd_names(struct report *report) {
    const struct report_kind *kinds = report_kinds(report);
    for (uint32_t i = 0; i < report->names.count; i++) {
        const char *name = report_text(report, report_at(report, report->names.text, i));
        report->odd_names |= numeric_text(name);
        if (strchr(name, '.'))
            report->odd_names |= REPORT_DOTTED_NAMES;
    }
    for (uint32_t i = 0; i < report->classes.count; i++)
        report->odd_names |=
            numeric_text(report_text(report, report_at(report, report->classes.namespace_name, i)));
    for (uint32_t i = 0; i < report->kinds.count; i++)
        report->odd_names |= numeric_text(report_text(report, kinds[i].type)) |
                             numeric_text(report_text(report, kinds[i].category)) |
                             numeric_text(report_text(report, kinds[i].access));
}

/* --- The image --- */

static void copy_array(struct report *report, struct report_array array, const void *from,
                       size_t element) {
    if (array.count)
        memcpy(layout_at(report, array), from, array.count * element);
}

static void write_column(struct report *report, const struct layout_column *drafted) {
    for (uint32_t i = 0; i < drafted->count; i++)
        column_put((char *)report, *drafted->column, i, drafted->numbers[i]);
}

static int write_report(struct report *report, const struct layout *layout,
                        const struct release_list *releases) {
    const struct merged *merged = layout->merged;
    copy_array(report, report->kinds, merged->kinds.items.items, sizeof(struct report_kind));
    copy_array(report, report->patterns, merged->patterns.words.items,
               REPORT_MASKS * report->words * sizeof(uint64_t));
    for (uint32_t i = 0; i < layout->column_count; i++)
        write_column(report, &layout->columns[i]);
    copy_array(report, report->strings, layout->builder->pool.strings.items, 1);
    find_odd_names(report);
    TRY(layout_counts(report, &merged->masks));
    layout_build_slots(report, releases); /* of the builds that are there now */
    return ERROR_NONE;
}

/* The seed of the names' hashes comes from the source's own sum: whoever makes names that collide
** under one seed changes it, and one file always gives one image. */
static uint64_t seed_of(const struct builder *builder, const struct layout_origin *origin) {
    const char *sum = pool_string(&builder->pool, origin->sha256);
    return text_hash(0, sum, strlen(sum));
}

static int make_image(struct layout *layout, const struct release_list *releases,
                      struct report **report) {
    uint64_t size = place_all(layout, releases);
    if (size > UINT32_MAX)
        return ERROR_TOO_BIG;
    layout->head.size = (uint32_t)size;
    struct report *image = memory_alloc(size);
    if (!image)
        return ERROR_MEMORY;
    memset(image, 0, size);
    *image = layout->head;
    int code = write_report(image, layout, releases);
    if (code == ERROR_NONE)
        *report = image;
    else
        memory_free(image);
    return code;
}

static int layout_merged(struct layout *layout, const struct release_list *releases,
                         struct report **report) {
    if (layout->merged->members.count > UINT32_C(1) << 30 ||
        layout->merged->names.count > UINT32_C(1) << 30)
        return ERROR_TOO_BIG;
    TRY(layout_columns(layout));
    return make_image(layout, releases, report);
}

int layout_report(const struct builder *builder, const struct layout_origin *origin,
                  const struct release_list *releases, struct report **report,
                  struct error *error) {
    struct merged merged = {0};
    struct layout layout = {.builder = builder, .merged = &merged};
    int code = merge_rows(builder, &merged, error);
    layout.head = (struct report){.magic = REPORT_MAGIC,
                                  .words = merged.masks.words,
                                  .source = origin->source,
                                  .format = origin->format,
                                  .encoding = origin->encoding,
                                  .sha256 = origin->sha256,
                                  .seed = seed_of(builder, origin),
                                  .rows_read = builder->rows_read,
                                  .rows_merged = merged.rows_merged};
    if (code == ERROR_NONE)
        code = layout_merged(&layout, releases, report);
    for (uint32_t i = 0; i < layout.column_count; i++)
        memory_free(layout.columns[i].numbers);
    merge_free(&merged);
    return code;
}
