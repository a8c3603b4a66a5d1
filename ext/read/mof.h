/*
** MOF files → rows of the builder: each file is read and gathered, and when all are, each class is
** handed over with what it inherits.
**
** The build is the number in the file's name, or else in that of its folder. A class has no other
** members on its build than its files declare, unless one above it is declared nowhere: then what
** else it has is unknown. A folder with the word `whole` in its name is said to hold all classes of
** its build: what no file declares is then absent there.
*/
#ifndef WMI_READ_MOF_H
#define WMI_READ_MOF_H

#include "builder/builder.h"
#include "mof/parser.h"
#include "read/bytes.h"

/* MOF files and what they declare. Starts as {0} but for the seed of its hashes. */
struct read_mof {
    uint64_t seed;
    struct mof_schema schema; /* its groups are builds */
    struct mof_parser parser;
    struct array text;  /* char: of the file that was read last */
    struct array files; /* struct read_mof_file: by the number that places have */
    size_t work;        /* since it was asked last whether to stop */
    bool started;
};

/* Is it a MOF file by its name, .mof or .mfl? */
bool read_mof_is(const char *path);

/* Reads the rest of a file. `path` must outlive read_mof_finish(). */
int read_mof(struct read_mof *mof, struct bytes *bytes, const char *path, const struct poll *poll,
             struct error *error);

/* Hands all over that was read. `paths` are what the user named: files, and folders of them. */
int read_mof_finish(struct read_mof *mof, struct builder *builder, const char *const *paths,
                    size_t count, const struct poll *poll, struct error *error);

/* Forgets all files, and the seed. */
void read_mof_free(struct read_mof *mof);

#endif
