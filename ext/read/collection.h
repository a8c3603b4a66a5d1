/*
** Collections from live systems: reports without build columns, whose build is the number in the
** name of their file: `14393.csv`, `WmiDoc_Final_14393_WithEnums.csv`, `10.0.17763.5122.csv`.
*/
#ifndef WMI_READ_COLLECTION_H
#define WMI_READ_COLLECTION_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The name of the file, and that of the folder that it is in, as far as the path says it. */
struct text collection_file(const char *path);
struct text collection_folder(const char *path);

/* The number in a name that may be a build, which touches no letter if it must stand `alone`; 0 for
** none. *other is another such number that differs, or 0. */
uint32_t collection_number(struct text name, bool alone, uint32_t *other);

/* Finds the one number in the file's name that may be a build: of at most six digits, and 2600
** (Windows XP) or more, so that a year is none. None, or two that differ, is an error: `line` is
** that of the header, `columns` how many it has, for the message. */
int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error);

#endif
