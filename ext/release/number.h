/*
** Numbers in version strings: what a number can be by itself. Private to release.c.
*/
#ifndef WMI_RELEASE_NUMBER_H
#define WMI_RELEASE_NUMBER_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* One of NT's own version numbers, and the builds that went by it. */
struct nt_version {
    uint32_t major, minor, first, last;
};

/* A number as it stands in the text: '26100', '8.1', '10.0.26100.4652'; or with a tail: '22H2'. */
struct number {
    uint32_t part[5];
    size_t count;     /* of parts; 5 means five or more */
    const char *text; /* all of it, the tail too */
    size_t size;
    size_t digits; /* of the first part */
    bool tail;     /* letters follow: not a mere number */
};

/* Reads the number at `at`, where a digit stands. A part beyond 32 bits becomes UINT32_MAX. */
struct number number_read(const char *at, const char *end);

/* The build that a text means which is a number and nothing else, or 0. */
uint32_t number_build(const struct number *number);

/* Is it one of a registry's labels: '26100.1.amd64fre.ge_release.240331-1435' (BuildLabEx),
** '26100.ge_release.240331-1435' (BuildLab)? */
bool number_is_label(const struct number *number);

/* Can a build have that number, where no NT version says so? */
bool number_may_be_build(uint32_t number);

/* NT's version of that number, or NULL where it is another system's; and had it that build? */
const struct nt_version *nt_version(uint32_t major, uint32_t minor);
bool nt_has(const struct nt_version *version, uint32_t build);

#endif
