/*
** Collections from live systems: reports without build columns, whose build is the number in the
** name of their file: `14393.csv`, `WmiDoc_Final_14393_WithEnums.csv`.
*/
#ifndef WMI_READ_COLLECTION_H
#define WMI_READ_COLLECTION_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* Finds the one number of four to six digits in the file's name. None, or two that differ, is an
** error: `line` is that of the header, `columns` how many it has, for the message. */
int collection_build(const char *path, uint64_t line, size_t columns, uint32_t *build,
                     struct error *error);

#endif
