/*
** The list of Windows releases. It is data/wmi_builds.csv, turned into `release_list` by
** ext/tools/embed.c when the extension is built. Source: Microsoft's public Windows release
** information.
*/
#ifndef WMI_RELEASE_LIST_H
#define WMI_RELEASE_LIST_H

#include <stddef.h>
#include <stdint.h>

/* One Windows build. Fixed arrays, so that the list needs no relocation when it is loaded; an empty
** text is NULL in SQL. */
struct release {
    uint32_t build;           /* 22631 */
    uint32_t core;            /* the build whose system files it shares: 22621 */
    char version[16];         /* "23H2" */
    char client[16];          /* "Windows 11", or "" where it is no client release */
    char server[24];          /* "Windows Server 2025", or "" where it is no server release */
    char released[12];        /* "2023-10-31", or "" where it is not released as a client */
    char server_released[12]; /* the same as a server */
    char support_ends[12];    /* of its longest-serviced edition, or "" where none has an end */
};

struct release_list {
    const struct release *releases; /* ascending by build */
    size_t count;
};

/* The list that was built in. Defined in the generated file. */
extern const struct release_list release_list;

/* The release of that build, or NULL when the list does not know it. */
const struct release *release_of(const struct release_list *list, uint32_t build);

#endif
