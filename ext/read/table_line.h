/*
** One line of a Markdown pipe table: where its cells are.
*/
#ifndef WMI_READ_TABLE_LINE_H
#define WMI_READ_TABLE_LINE_H

#include "builder/builder.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of a table without its outer pipes and without the blanks outside of them. */
struct table_line {
    struct text rest; /* of the cells that were not taken yet */
    bool more;        /* there is a cell to take, be it an empty one */
    bool closed;      /* it ended with a pipe */
};

struct table_line table_line_start(const char *line, size_t size);

/* Takes the next cell, without the blanks around it. There must be more. */
struct text table_line_cell(struct table_line *line);

/* The number of cells, of those that are still to be taken. */
size_t table_line_count(struct table_line line);

/* Is it an alignment row: |:---|---:| ? */
bool table_line_is_alignment(const char *line, size_t size);

/* Is it a row of empty cells? */
bool table_line_is_blank(const char *line, size_t size);

/* Splits all that is left into two cells. Where pipes that are not escaped make more cells of it,
** the two must be the same text: there is then one way alone to split them. False where there is
** none. */
bool table_line_halves(struct table_line line, struct text halves[2]);

/* Without the blanks around it; fast for the padding of pages. */
struct text table_line_trim(const char *text, size_t size);

#endif
