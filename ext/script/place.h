/* Where a name stands in the text: its line, its column and the evidence around it. */
#ifndef WMI_SCRIPT_PLACE_H
#define WMI_SCRIPT_PLACE_H

#include "script/script.h"

#include <stddef.h>
#include <stdint.h>

/* A place in the text and the line it stands on; it only moves forward. */
struct script_place {
    const char *at, *end;
    const char *line_start, *line_end;
    uint64_t line, column;
};

struct script_place place_start(const char *text, size_t size);

/* Moves to a name and says in the reference where it stands. */
void place_find(struct script_place *place, const char *name, struct script_reference *reference);

#endif
