/*
** A source, whether of CSV or Markdown: its header, then its rows, each of which is handed to the
** builder.
*/
#ifndef WMI_READ_SOURCE_H
#define WMI_READ_SOURCE_H

#include "read/row.h"

/* Starts a source that has no columns yet. `path` and `error` must outlive it. */
void source_start(struct row_reader *reader, struct builder *builder, const char *path,
                  struct error *error);
void source_free(struct row_reader *reader);

/* Adds the next column of the header that stands at that line; checks the whole header. Both set
** `status`. */
void source_column(struct row_reader *reader, uint64_t line, const char *name, size_t size);
void source_header(struct row_reader *reader, uint64_t line);

/* Ends the row at hand and hands it to the builder, the source before its first row. Sets `status`. */
void source_row_end(struct row_reader *reader);

/* Ends the source: one without rows is an error, and one of which no cell says anything but `?`. Sets
** `status`. */
void source_end(struct row_reader *reader, uint64_t line);

/* Is it a source of members of which no cell says anything? */
bool source_is_silent(const struct row_reader *reader);

/* The error that it is. Returns ERROR_INPUT. */
int source_says_nothing(const struct row_reader *reader, struct error *error);

#endif
