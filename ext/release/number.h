/*
** Numbers in version strings: what a number can be by itself. Private to ext/release.
*/
#ifndef WMI_RELEASE_NUMBER_H
#define WMI_RELEASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One of NT's own version numbers, and the builds that went by it. */
struct nt_version {
    uint32_t major, minor, first, last;
};

/* NT's version of that number, or NULL where it is another system's; and had it that build? */
const struct nt_version *nt_version(uint32_t major, uint32_t minor);
bool nt_has(const struct nt_version *version, uint32_t build);

/* Can a build have that number, where no NT version says so? */
bool number_may_be_build(uint32_t number);

/* The build of a number of so many parts and nothing else, or 0. */
uint32_t number_build(const uint32_t *part, unsigned count);

#endif
