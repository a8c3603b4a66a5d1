/*
** The columns of a source, known by the names in its header, in any order and case.
*/
#ifndef WMI_READ_COLUMNS_H
#define WMI_READ_COLUMNS_H

#include "base/array.h"
#include "base/error.h"
#include "read/name.h"
#include "release/release.h"
#include "report/report.h"

#include <stddef.h>
#include <stdint.h>

#define COLUMNS_MAX 2000 /* of them REPORT_BUILDS_MAX builds */

/* What a column holds. */
enum column {
    COLUMN_OTHER, /* passed over */
    COLUMN_NAMESPACE,
    COLUMN_CLASS,
    COLUMN_MEMBER,
    COLUMN_TYPE,
    COLUMN_CATEGORY,
    COLUMN_ACCESS,
    COLUMN_KEY,
    COLUMN_DEPRECATED,
    COLUMN_DESCRIPTION,
    COLUMN_DESCRIPTION_EN,
    COLUMN_SUPERCLASS, /* of classes: */
    COLUMN_ABSTRACT,
    COLUMN_ASSOCIATION,
    COLUMN_METHOD, /* of parameters: */
    COLUMN_POSITION,
    COLUMN_PARAMETER,
    COLUMN_DIRECTION,
    COLUMN_BUILD, /* cells of build 0; COLUMN_BUILD + i is build i of `builds` */
};

/* Starts as {0}. */
struct columns {
    const struct release_list *releases; /* what builds are called */
    size_t count;
    uint16_t holds[COLUMNS_MAX];  /* enum column */
    uint16_t where[COLUMN_BUILD]; /* the number, from 1, of the column that holds it, or 0 */
    uint32_t builds[REPORT_BUILDS_MAX];
    size_t build_count;
    size_t seen; /* columns of the header so far, which may be more than COLUMNS_MAX */

    struct array names; /* one behind the other */
    size_t name_ends[COLUMNS_MAX];
    struct array plain; /* the name at hand, if it had to be changed */
};

/* Forgets all columns, but keeps the memory. */
void columns_clear(struct columns *columns);
void columns_free(struct columns *columns);

/* What a column of that name, which is plain, would hold. */
enum column columns_role(const struct columns *columns, struct text name);

/* Adds the next column of the header, and says what is wrong with it. `path` and `line` are for
** messages. Copies the name. */
int columns_add(struct columns *columns, struct text name, enum name_markup markup,
                const char *path, uint64_t line, struct error *error);

/* The name of column `index` (from 0), not NUL-terminated. */
const char *columns_name(const struct columns *columns, size_t index, size_t *size);

#endif
