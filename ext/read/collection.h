/*
** Collections from live systems: reports without build columns, whose build is the number in the
** name of their file: `14393.csv`, `WmiDoc_Final_14393_WithEnums.csv`, `10.0.17763.5122.csv`.
*/
#ifndef WMI_READ_COLLECTION_H
#define WMI_READ_COLLECTION_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* Finds the one number in the file's name that may be a build: of at most six digits, and 2600
** (Windows XP) or more, so that a year is none. None, or two that differ, is an error: `line` is
** that of the header, `columns` how many it has, for the message. */
int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error);

#endif
