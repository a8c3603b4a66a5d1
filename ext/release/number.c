#include "release/number.h"

/* NT's own version numbers and the builds that went by them. 6.3 goes on because Windows 10 and
** later still write it into the registry (CurrentVersion); 10.0 begins with the builds that some
** tools write for 6.2 and 6.3. Anything else, such as 10.15.7 or 6.1.0-18, is another system's. */
static const struct nt_version nt_versions[] = {
    {10, 0, 9200, 9200}, {10, 0, 9600, 9600}, {10, 0, 9841, 99999},
    {6, 3, 9600, 99999}, {6, 2, 9200, 9200},  {6, 1, 7600, 7601},
    {6, 0, 6000, 6003},  {5, 2, 3790, 3790},  {5, 1, 2600, 2600},
};

enum { BUILD_FIRST = 7600, BUILD_LAST = 99999 }; /* what a build may be where no NT version says */
enum { NT_VERSIONS = sizeof nt_versions / sizeof *nt_versions };

const struct nt_version *nt_version(uint32_t major, uint32_t minor) {
    for (size_t i = 0; i < NT_VERSIONS; i++)
        if (nt_versions[i].major == major && nt_versions[i].minor == minor)
            return &nt_versions[i];
    return NULL;
}

bool nt_has(const struct nt_version *version, uint32_t build) {
    const struct nt_version *end = nt_versions + NT_VERSIONS;
    for (const struct nt_version *at = version;
         at && at < end && at->major == version->major && at->minor == version->minor; at++)
        if (build >= at->first && build <= at->last)
            return true;
    return false;
}

bool number_may_be_build(uint32_t number) {
    return number >= BUILD_FIRST && number <= BUILD_LAST;
}

uint32_t number_build(const uint32_t *part, unsigned count) {
    switch (count) {
    case 1: /* 26100 */
        return part[0] < UINT32_MAX ? part[0] : 0;
    case 2: /* 26100.4652 */
        return number_may_be_build(part[0]) ? part[0] : 0;
    case 3: /* 10.0.26100 */
    case 4: /* 10.0.26100.4652 */
        return nt_has(nt_version(part[0], part[1]), part[2]) ? part[2] : 0;
    default:
        return 0;
    }
}
