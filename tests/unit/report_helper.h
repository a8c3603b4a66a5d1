/*
** What the tests of reports share: a report that is built row by row, without files and without SQLite.
*/
#ifndef WMI_TESTS_REPORT_HELPER_H
#define WMI_TESTS_REPORT_HELPER_H

#include "base/memory.h"
#include "builder/builder.h"
#include "report/builtin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static inline struct text text(const char *literal) {
    return (struct text){literal, literal ? strlen(literal) : 0};
}

/* A report that is being built; the marks of a row are a string of 1, 0 and ? for each build. */
struct making {
    struct builder *builder;
    struct error error;
    struct report *report;
    int code;
    uint64_t line;
};

static inline void start(struct making *making) {
    *making = (struct making){.builder = builder_new()};
    assert_non_null(making->builder);
}

static inline void source(struct making *making, const char *path, const uint32_t *builds,
                          size_t count, bool complete) {
    making->line = 1;
    assert_int_equal(builder_source(making->builder, path, builds, count, complete, &making->error),
                     ERROR_NONE);
}

static inline void marks(const char *cells, uint64_t *present, uint64_t *known) {
    memset(present, 0, 16 * sizeof *present);
    memset(known, 0, 16 * sizeof *known);
    for (size_t i = 0; cells[i]; i++) {
        present[i / 64] |= (uint64_t)(cells[i] == '1') << (i % 64);
        known[i / 64] |= (uint64_t)(cells[i] != '?') << (i % 64);
    }
}

static inline void full_row(struct making *making, const char *class_name, const char *member,
                            const char *cells, const char *type, const char *description) {
    uint64_t present[16], known[16];
    marks(cells, present, known);
    struct builder_row row = {
        .line = ++making->line,
        .class_name = text(class_name),
        .member = text(member),
        .type = text(type),
        .category = text("Property"),
        .description = text(description),
        .present = present,
        .known = known,
    };
    assert_int_equal(builder_row(making->builder, &row, &making->error), ERROR_NONE);
}

static inline void row(struct making *making, const char *class_name, const char *member,
                       const char *cells) {
    full_row(making, class_name, member, cells, "String", NULL);
}

static const struct builder_origin origin = {"test", "csv", "utf-8", "0"};

static inline const struct report *finish(struct making *making) {
    making->code =
        builder_finish(making->builder, &origin, &release_list, &making->report, &making->error);
    builder_free(making->builder);
    making->builder = NULL;
    return making->report;
}

static inline void clear(struct making *making) {
    memory_free(making->report);
    error_clear(&making->error);
}

static inline uint32_t find(const struct report *report, const char *class_name,
                            const char *member) {
    return report_find(report, text_of(class_name), text_of(member));
}
#endif
