/*
** What is wrong with MOF text, and where. The core names files by a number and makes no message:
** whoever gave it the files has their paths.
*/
#ifndef WMI_MOF_FAULT_H
#define WMI_MOF_FAULT_H

#include "base/text.h"

#include <stdint.h>

/* Where something stands. Line and column count from 1, the column in characters; line 0 is no
** place. */
struct mof_place {
    uint32_t file;
    uint32_t line, column;
};

/* Reads: found SUBJECT "FOUND", expected EXPECTED "SAME" as OTHER says. Set with ERROR_INPUT. */
struct mof_fault {
    struct mof_place place;
    const char *subject;    /* a literal; empty where the text says it all */
    struct text found;      /* of the file or the schema, as long as these live; may be none */
    const char *expected;   /* a literal */
    struct text same;       /* what another place says; may be none */
    struct mof_place other; /* that place, or none */
};

#endif
