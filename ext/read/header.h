/*
** What the name of a column means.
*/
#ifndef WMI_READ_HEADER_H
#define WMI_READ_HEADER_H

#include "base/text.h"
#include "release/release.h"

#include <stdbool.h>
#include <stdint.h>

/* Is it that name, in any case, and whether its words are written apart, with `_` or in one?
** `Class Name` and `class_name` are `ClassName`. */
bool header_is(struct text name, const char *literal);

/* The build that the name means: `build_26100`, or what release_build() can read. 0 for none. */
uint32_t header_build(const struct release_list *releases, struct text name);

/* Is the number, digits alone, what a release is called, and no build: `1809`, `2019`, `10`? */
bool header_is_release(const struct release_list *releases, struct text number);

/* Does it look like a build? If it cannot be read as one, its column must not be passed over. */
bool header_looks_like_build(const struct release_list *releases, struct text name);

#endif
