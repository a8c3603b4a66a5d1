/*
** What the parts of the reader of MOF files have in common. Private to mof.c and mof_finish.c.
*/
#ifndef WMI_READ_MOF_PRIVATE_H
#define WMI_READ_MOF_PRIVATE_H

#include "read/mof.h"

struct read_mof_file {
    const char *path;
    uint32_t build;
    bool is_whole; /* of a folder that is said to hold all classes of its build */
};

enum {
    READ_MOF_WORK = 64 * 1024, /* bytes that are read between two questions whether to stop */
    READ_MOF_MEMBER = 16,      /* what a member of a class is as much work as */
};

/* Notes that so much work was done; asks now and then whether to stop, which may cost as much as
** some thousand bytes. */
int read_mof_worked(struct read_mof *mof, size_t work, const struct poll *poll);

/* Makes the message of a limit that was passed, if there is none yet. Returns the code. */
int read_mof_explain(int code, const char *path, struct error *error);

/* Makes the message of what has failed; of ERROR_INPUT, the fault that the core has found. Returns
** the code. */
int read_mof_fault(const struct read_mof *mof, int code, const struct mof_fault *fault,
                   struct error *error);

#endif
