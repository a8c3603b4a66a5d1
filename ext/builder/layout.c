/* Merged members → the report image. */
#include "base/text.h"
#include "builder/merge.h"
#include "report/slots.h"

/* Gives an array its place at the end of the image, 8-byte aligned. */
static struct report_array place(uint64_t *size, size_t count, size_t element) {
    struct report_array array = {(uint32_t)*size, (uint32_t)count};
    *size += (count * element + 7) / 8 * 8;
    return array;
}

/* Where each array of the image stands. The string pool comes last, with a few bytes behind it. */
static uint64_t place_arrays(const struct builder *builder, const struct merged *merged,
                             const struct release_list *releases, struct report *report) {
    uint64_t size = (sizeof *report + 7) / 8 * 8;
    size_t members = merged->members.count, names = merged->name_count;
    uint32_t build_slots = slots_capacity((uint32_t)(merged->build_count + releases->count));
    report->patterns =
        place(&size, merged->patterns.runs.count, 2 * merged->words * sizeof(uint64_t));
    report->builds = place(&size, merged->build_count, sizeof(struct report_build));
    report->classes = place(&size, merged->classes.count + 1, sizeof(struct report_class));
    report->members = place(&size, members, sizeof(struct report_member));
    report->definitions =
        place(&size, merged->definitions.items.count, sizeof(struct report_definition));
    report->kinds = place(&size, builder->kinds.items.count, sizeof(struct report_kind));
    report->names = place(&size, names, sizeof(struct report_name));
    report->bearers = place(&size, members, sizeof(uint32_t));
    report->value_maps =
        place(&size, builder->value_maps.runs.count, sizeof(struct report_value_map));
    report->entries = place(&size, builder->value_maps.words.count, sizeof(struct report_entry));
    report->member_slots = place(&size, slots_capacity((uint32_t)members), sizeof(uint32_t));
    report->name_slots = place(&size, slots_capacity((uint32_t)names), sizeof(uint32_t));
    report->build_slots = place(&size, build_slots, sizeof(struct report_build_slot));
    const struct merged_member *all = merged->members.items;
    uint32_t runs = 0;
    for (size_t i = 0; i < members; i++)
        runs += i == 0 || all[i].pattern != all[i - 1].pattern;
    report->runs = place(&size, runs + (size_t)1, sizeof(struct report_run));
    report->strings = place(&size, builder->strings.count, 1);
    /* The sentinels are there to be read, not to be counted. */
    report->classes.count--;
    report->runs.count--;
    return size;
}

/* The place of an array in the image that is being written. */
static void *at(struct report *report, struct report_array array) {
    return (char *)report + array.offset;
}

static void write_members(struct report *report, const struct merged *merged) {
    const struct merged_member *from = merged->members.items;
    const struct merged_class *from_classes = merged->classes.items;
    struct report_member *members = at(report, report->members);
    struct report_class *classes = at(report, report->classes);
    struct report_run *runs = at(report, report->runs);
    uint32_t *slots = at(report, report->member_slots);
    uint32_t class_index = 0, run = 0, count = report->members.count;
    for (uint32_t i = 0; i < report->classes.count; i++)
        classes[i] = (struct report_class){from_classes[i].text, from_classes[i].first_member};
    classes[report->classes.count] = (struct report_class){0, count};
    for (uint32_t i = 0; i < count; i++) {
        while (i >= classes[class_index + 1].first_member)
            class_index++;
        members[i] = (struct report_member){class_index, from[i].definition, from[i].pattern};
        if (i == 0 || from[i].pattern != from[i - 1].pattern)
            runs[run++] = (struct report_run){i, from[i].pattern};
        uint64_t hash = slots_member_hash(merged->name_hashes[from[i].class_name],
                                          merged->name_hashes[from[i].name]);
        slots_put(slots, report->member_slots.count, hash, i);
    }
    runs[run] = (struct report_run){count, 0};
}

static void write_names(struct report *report, const struct builder *builder,
                        const struct merged *merged) {
    const struct merged_member *members = merged->members.items;
    const struct merged_class *classes = merged->classes.items;
    const struct spelling *spellings = builder->spellings.items;
    struct report_name *names = at(report, report->names);
    uint32_t *bearers = at(report, report->bearers);
    uint32_t *slots = at(report, report->name_slots);
    for (uint32_t i = 0; i < merged->name_count; i++) {
        names[i] =
            (struct report_name){spellings[merged->name_spellings[i]].text, REPORT_NONE, 0, 0};
        slots_put(slots, report->name_slots.count, merged->name_hashes[i], i);
    }
    for (uint32_t i = 0; i < report->classes.count; i++)
        names[classes[i].name].class_index = i;
    for (uint32_t i = 0; i < report->members.count; i++)
        names[members[i].name].bearer_count++;
    uint32_t first = 0;
    for (uint32_t i = 0; i < merged->name_count; i++) {
        names[i].first_bearer = first;
        first += names[i].bearer_count;
        names[i].bearer_count = 0;
    }
    for (uint32_t i = 0; i < report->members.count; i++) {
        struct report_name *name = &names[members[i].name];
        bearers[name->first_bearer + name->bearer_count++] = i;
    }
}

/* --- Counts --- */

/* Adds a pattern that `members` members have to the counts of the builds and of the cells. */
static void count_pattern(struct report *report, uint32_t pattern, uint32_t members) {
    struct report_build *builds = at(report, report->builds);
    for (uint32_t i = 0; i < report->builds.count; i++) {
        enum report_cell cell = report_pattern_cell(report, pattern, i);
        *(cell == REPORT_PRESENT  ? &report->available
          : cell == REPORT_ABSENT ? &report->absent
                                  : &report->unknown) += members;
        if (cell == REPORT_PRESENT)
            builds[i].members += members;
        if (i + 1 == report->builds.count)
            break;
        enum report_cell older = report_pattern_cell(report, pattern, i + 1);
        if (cell == REPORT_PRESENT && older == REPORT_ABSENT)
            builds[i].added += members;
        if (cell == REPORT_ABSENT && older == REPORT_PRESENT)
            builds[i].removed += members;
    }
}

static int write_counts(struct report *report, const struct merged *merged) {
    uint32_t patterns = report->patterns.count;
    uint32_t *members = memory_alloc(patterns * sizeof *members);
    if (!members)
        return ERROR_MEMORY;
    memset(members, 0, patterns * sizeof *members);
    const struct report_run *runs = report_runs(report);
    const struct report_class *classes = report_classes(report);
    struct report_build *builds = at(report, report->builds);
    for (uint32_t i = 0; i < report->builds.count; i++)
        builds[i] = (struct report_build){.number = merged->builds[i]};
    for (uint32_t i = 0; i < report->runs.count; i++)
        members[runs[i].pattern] += runs[i + 1].first_member - runs[i].first_member;
    for (uint32_t i = 0; i < patterns; i++)
        count_pattern(report, i, members[i]);
    memory_free(members);

    uint64_t present[(REPORT_BUILDS_MAX + 63) / 64];
    for (uint32_t class_index = 0, run = 0; class_index < report->classes.count; class_index++) {
        memset(present, 0, sizeof present);
        uint32_t end = classes[class_index + 1].first_member;
        while (runs[run + 1].first_member <= classes[class_index].first_member)
            run++;
        for (uint32_t i = run; i < report->runs.count && runs[i].first_member < end; i++)
            for (uint32_t word = 0; word < report->words; word++)
                present[word] |= report_pattern(report, runs[i].pattern)[word];
        for (uint32_t i = 0; i < report->builds.count; i++)
            builds[i].classes += present[i / 64] >> (i % 64) & 1;
    }
    return ERROR_NONE;
}

/* --- Builds --- */

static uint32_t core_of(const struct release_list *releases, uint32_t build) {
    const struct release *release = release_of(releases, build);
    return release ? release->core : build;
}

/* The report build that stands for a build: see report_find_build(). */
static uint32_t resolve(const struct report *report, const struct release_list *releases,
                        uint32_t number) {
    const struct report_build *builds = report_builds(report);
    uint32_t core = core_of(releases, number);
    uint32_t newer = REPORT_NONE;
    for (uint32_t i = 0; i < report->builds.count; i++) { /* newest first */
        if (builds[i].number == number)
            return i;
        if (core_of(releases, builds[i].number) != core)
            continue;
        if (builds[i].number < number)
            return newer != REPORT_NONE ? newer : i;
        newer = i;
    }
    return newer;
}

static void put_build(struct report *report, uint32_t number, uint32_t index) {
    struct report_build_slot *slots = at(report, report->build_slots);
    uint32_t mask = report->build_slots.count - 1;
    uint32_t i = slots_build_hash(number) & mask;
    while (slots[i].number && slots[i].number != number)
        i = (i + 1) & mask;
    slots[i] = (struct report_build_slot){number, index};
}

static void write_build_slots(struct report *report, const struct release_list *releases) {
    for (size_t i = 0; i < releases->count; i++) {
        uint32_t number = releases->releases[i].build;
        put_build(report, number, resolve(report, releases, number));
    }
    for (uint32_t i = 0; i < report->builds.count; i++)
        put_build(report, report_builds(report)[i].number, i);
}

/* --- The image --- */

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
        const char *name = report_text(report, report_names(report)[i].text);
        report->odd_names |= numeric_text(name);
        if (strchr(name, '.'))
            report->odd_names |= REPORT_DOTTED_NAMES;
    }
    for (uint32_t i = 0; i < report->kinds.count; i++)
        report->odd_names |= numeric_text(report_text(report, kinds[i].type)) |
                             numeric_text(report_text(report, kinds[i].category)) |
                             numeric_text(report_text(report, kinds[i].access));
}

static void copy_array(struct report *report, struct report_array array, const void *from,
                       size_t element) {
    if (array.count)
        memcpy(at(report, array), from, array.count * element);
}

static int write_report(struct report *report, const struct builder *builder,
                        const struct merged *merged, const struct release_list *releases) {
    report->words = merged->words;
    copy_array(report, report->strings, builder->strings.items, 1);
    copy_array(report, report->patterns, merged->patterns.words.items,
               2 * merged->words * sizeof(uint64_t));
    copy_array(report, report->definitions, merged->definitions.items.items,
               sizeof(struct report_definition));
    copy_array(report, report->kinds, builder->kinds.items.items, sizeof(struct report_kind));
    copy_array(report, report->value_maps, builder->value_maps.runs.items,
               sizeof(struct report_value_map));
    copy_array(report, report->entries, builder->value_maps.words.items,
               sizeof(struct report_entry));
    write_members(report, merged);
    write_names(report, builder, merged);
    find_odd_names(report);
    TRY(write_counts(report, merged));
    write_build_slots(report, releases);
    report->rows_read = builder->rows.count;
    report->rows_merged = builder->rows.count - merged->members.count;
    return ERROR_NONE;
}

static int store_origin(struct builder *builder, const struct builder_origin *origin,
                        struct report *head) {
    const struct {
        const char *text;
        uint32_t *offset;
    } texts[] = {{origin->source, &head->source},
                 {origin->format, &head->format},
                 {origin->encoding, &head->encoding},
                 {origin->sha256, &head->sha256}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        TRY(builder_text(builder, (struct text){texts[i].text, strlen(texts[i].text)},
                         texts[i].offset));
    return ERROR_NONE;
}

static int layout(struct builder *builder, const struct builder_origin *origin,
                  const struct release_list *releases, struct merged *merged,
                  struct report **report, struct error *error) {
    struct report head = {.magic = REPORT_MAGIC};
    TRY(store_origin(builder, origin, &head));
    TRY(merge_rows(builder, merged, error));
    if (merged->members.count > UINT32_C(1) << 30 || merged->name_count > UINT32_C(1) << 30)
        return ERROR_TOO_BIG;
    uint64_t size = place_arrays(builder, merged, releases, &head);
    if (size > UINT32_MAX)
        return ERROR_TOO_BIG;
    head.size = (uint32_t)size;
    struct report *image = memory_alloc(size);
    if (!image)
        return ERROR_MEMORY;
    memset(image, 0, size);
    *image = head;
    int code = write_report(image, builder, merged, releases);
    if (code == ERROR_NONE)
        *report = image;
    else
        memory_free(image);
    return code;
}

int layout_report(struct builder *builder, const struct builder_origin *origin,
                  const struct release_list *releases, struct report **report,
                  struct error *error) {
    struct merged merged = {0};
    int code = layout(builder, origin, releases, &merged, report, error);
    merge_free(&merged);
    return code;
}
