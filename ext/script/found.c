#include "script/found.h"

#include "base/memory.h"
#include "base/text.h"

/* --- Classes --- */

/* A class name's first letter and length, as a bit of `shapes`: most words of a script are told
** from class names by it alone. */
static unsigned shape_of(const char *name, size_t size) {
    return ((unsigned char)*name & 31u) << 6 | (unsigned)(size < 63 ? size : 63);
}

bool script_rows_start(struct script_rows *rows, const struct report *report) {
    *rows = (struct script_rows){.report = report};
    size_t words = report->classes.count / 64 + 1;
    rows->used = memory_alloc(words * sizeof *rows->used);
    rows->failed = !rows->used;
    if (rows->failed)
        return false;
    memset(rows->used, 0, words * sizeof *rows->used);
    for (uint32_t i = 0; i < report->classes.count; i++) {
        const char *name = report_text(report, report_class(report, i).text);
        if (name && *name) {
            unsigned shape = shape_of(name, strlen(name));
            rows->shapes[shape / 64] |= UINT64_C(1) << (shape % 64);
        }
    }
    return true;
}

void script_rows_free(struct script_rows *rows) {
    memory_free(rows->used);
    memory_free(rows->items);
}

uint32_t script_rows_find_class(const struct script_rows *rows, const char *name, size_t size) {
    if (!size)
        return VALUE_UNKNOWN;
    unsigned shape = shape_of(name, size);
    if (!(rows->shapes[shape / 64] >> (shape % 64) & 1))
        return VALUE_UNKNOWN;
    uint32_t found = report_find_class(rows->report, name, size);
    return found == REPORT_NONE ? VALUE_UNKNOWN : found;
}

/* --- Adding --- */

/* Rows come in the order of the text. A name of a query that is only understood after what stands
** behind it (there is none in a sound script) is given up. */
static void add_row(struct script_rows *rows, struct script_row row) {
    if (rows->failed || (rows->count && row.name <= rows->items[rows->count - 1].name))
        return;
    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity + rows->capacity / 2 + 32;
        struct script_row *items = NULL;
        if (capacity < SIZE_MAX / sizeof *items)
            items = memory_resize(rows->items, capacity * sizeof *items);
        rows->failed = !items;
        if (rows->failed)
            return;
        rows->items = items;
        rows->capacity = capacity;
    }
    rows->items[rows->count++] = row;
}

static const char *class_name(const struct report *report, uint32_t class_index) {
    return report_text(report, report_class(report, class_index).text);
}

static uint32_t find_member(const struct report *report, uint32_t class_index, const char *name,
                            size_t size) {
    const char *text = class_name(report, class_index);
    return report_find(report, text, strlen(text), name, size);
}

void script_rows_add_class(struct script_rows *rows, const char *name, size_t size,
                           uint32_t class_index) {
    if (rows->failed)
        return;
    rows->used[class_index / 64] |= UINT64_C(1) << (class_index % 64);
    add_row(rows, (struct script_row){name, (uint32_t)size, class_index, REPORT_NONE, 0});
}

bool script_rows_add_member(struct script_rows *rows, const char *name, size_t size, uint32_t value,
                            uint32_t tag) {
    if (value == VALUE_OTHER || !size || size > UINT16_MAX)
        return true;
    uint32_t member = 0;
    if (value < VALUE_CLASSES) {
        member = find_member(rows->report, value, name, size);
        if (member == REPORT_NONE)
            return false;
    } else {
        uint32_t found = report_find_name(rows->report, name, size);
        if (found == REPORT_NONE || !report_name(rows->report, found).bearer_count)
            return true;
        member = found; /* which member of that name is said by its class, later */
    }
    add_row(rows, (struct script_row){name, (uint32_t)size, value, member, tag});
    return true;
}

void script_rows_settle(struct script_rows *rows, size_t first, uint32_t tag, uint32_t value) {
    for (size_t i = first; i < rows->count; i++) {
        struct script_row *row = &rows->items[i];
        if (row->value != VALUE_PENDING || row->tag != tag)
            continue;
        row->value = value;
        if (value < VALUE_CLASSES) {
            row->member = find_member(rows->report, value, row->name, row->size);
            if (row->member == REPORT_NONE)
                row->value = VALUE_OTHER;
        }
    }
}

void script_rows_rebind(struct script_rows *rows, size_t first, uint32_t tag,
                        uint32_t class_index) {
    if (rows->count > ROWS_REBOUND_MAX && first < rows->count - ROWS_REBOUND_MAX)
        first = rows->count - ROWS_REBOUND_MAX;
    for (size_t i = first; i < rows->count; i++) {
        struct script_row *row = &rows->items[i];
        if (row->tag != tag)
            continue;
        row->member = find_member(rows->report, class_index, row->name, row->size);
        row->value = row->member == REPORT_NONE ? VALUE_OTHER : class_index;
    }
}

/* --- Finishing --- */

/* The member of that name whose class is the only one of the script to have it, or REPORT_NONE. */
static uint32_t only_bearer(const struct script_rows *rows, uint32_t name) {
    struct report_name bearing = report_name(rows->report, name);
    uint32_t only = REPORT_NONE;
    for (uint32_t i = 0; i < bearing.bearer_count; i++) {
        uint32_t member = report_bearer(rows->report, bearing.first_bearer + i);
        uint32_t class_index = report_member(rows->report, member).class_index;
        if (!(rows->used[class_index / 64] >> (class_index % 64) & 1))
            continue;
        if (only != REPORT_NONE)
            return REPORT_NONE;
        only = member;
    }
    return only;
}

/* Settles the unknown rows; the others are left as they are. */
static bool settle_unknown(struct script_rows *rows, const struct script_variables *variables) {
    uint32_t names = rows->report->names.count;
    uint32_t *answers = NULL; /* by name: 0 for not asked yet, else the member + 1, or NOBODY */
    const uint32_t NOBODY = UINT32_MAX;
    for (size_t i = 0; i < rows->count; i++) {
        struct script_row *row = &rows->items[i];
        if (row->value == VALUE_PENDING)
            row->value = VALUE_UNKNOWN;
        if (row->value != VALUE_UNKNOWN)
            continue;
        uint32_t sole = row->tag ? script_variables_sole(variables, row->tag) : VALUE_UNKNOWN;
        uint32_t member = REPORT_NONE;
        if (sole < VALUE_CLASSES)
            member = find_member(rows->report, sole, row->name, row->size);
        if (member != REPORT_NONE) {
            row->value = sole;
            row->member = member;
            continue;
        }
        if (!answers) {
            answers = memory_alloc(names * sizeof *answers);
            if (!answers)
                return false;
            memset(answers, 0, names * sizeof *answers);
        }
        uint32_t name = row->member;
        if (!answers[name]) {
            uint32_t only = only_bearer(rows, name);
            answers[name] = only == REPORT_NONE ? NOBODY : only + 1;
        }
        row->value = VALUE_OTHER;
        if (answers[name] != NOBODY) {
            row->member = answers[name] - 1;
            row->value = report_member(rows->report, row->member).class_index;
        }
    }
    memory_free(answers);
    return true;
}

/* A place in the text and the line it stands on; it only moves forward. */
struct place {
    const char *at, *end;
    const char *line_start, *line_end;
    uint64_t line, column;
};

static const char *line_end(const char *at, const char *end) {
    const char *line = memchr(at, '\n', (size_t)(end - at));
    return line ? line : end;
}

static bool starts_character(char c) {
    return ((unsigned char)c & 0xc0) != 0x80;
}

static void place_move(struct place *place, const char *to) {
    while (place->line_end < to) {
        place->line_start = place->at = place->line_end + 1;
        place->line_end = line_end(place->line_start, place->end);
        place->line++;
        place->column = 1;
    }
    for (; place->at < to; place->at++)
        place->column += starts_character(*place->at);
}

/* The line around the name, cut at characters to SCRIPT_EVIDENCE_MAX bytes. */
static void find_evidence(const struct place *place, const struct script_row *row,
                          struct script_reference *reference) {
    enum { BEFORE = SCRIPT_EVIDENCE_MAX / 2 };
    const char *start = place->line_start, *end = place->line_end;
    if (end - start > SCRIPT_EVIDENCE_MAX) {
        if (row->name - start > BEFORE)
            start = row->name - BEFORE;
        while (!starts_character(*start) && start < row->name)
            start++;
        if (end - start > SCRIPT_EVIDENCE_MAX) {
            end = start + SCRIPT_EVIDENCE_MAX;
            while (end > start && !starts_character(*end))
                end--;
        }
    }
    while (start < end && is_blank(*start))
        start++;
    while (start < end && is_blank(end[-1]))
        end--;
    reference->evidence = start;
    reference->evidence_size = (size_t)(end - start);
}

int script_rows_finish(struct script_rows *rows, const struct script_variables *variables,
                       const char *text, size_t size, struct script_reference **references,
                       size_t *count) {
    const struct report *report = rows->report;
    *references = NULL;
    *count = 0;
    if (rows->failed || !settle_unknown(rows, variables))
        return ERROR_MEMORY;
    size_t kept = 0;
    for (size_t i = 0; i < rows->count; i++)
        kept += rows->items[i].value < VALUE_CLASSES;
    if (!kept)
        return ERROR_NONE;
    struct script_reference *items = NULL;
    if (kept < SIZE_MAX / sizeof *items)
        items = memory_alloc(kept * sizeof *items);
    if (!items)
        return ERROR_MEMORY;
    const char *end = text + size;
    struct place place = {text, end, text, line_end(text, end), 1, 1};
    for (size_t i = 0; i < rows->count; i++) {
        const struct script_row *row = &rows->items[i];
        if (row->value >= VALUE_CLASSES)
            continue;
        struct script_reference *reference = &items[(*count)++];
        *reference = (struct script_reference){.class_index = row->value, .member = row->member};
        reference->class_name = class_name(report, row->value);
        if (row->member != REPORT_NONE)
            reference->member_name =
                report_text(report, report_definition(report, row->member).text);
        place_move(&place, row->name);
        reference->line = place.line;
        reference->column = place.column;
        find_evidence(&place, row, reference);
    }
    *references = items;
    return ERROR_NONE;
}
