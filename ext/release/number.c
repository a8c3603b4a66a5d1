#include "release/number.h"
#include "base/text.h"

#include <string.h>

/* NT's own version numbers and the builds that went by them. 6.3 goes on because Windows 10 and
** later still write it into the registry (CurrentVersion). Anything else, such as 10.15.7 or
** 6.1.0-18, is another system's. */
static const struct nt_version nt_versions[] = {
    {10, 0, 9841, 99999}, {6, 3, 9600, 99999}, {6, 2, 9200, 9200}, {6, 1, 7600, 7601},
    {6, 0, 6000, 6003},   {5, 2, 3790, 3790},  {5, 1, 2600, 2600},
};

enum { BUILD_FIRST = 7600, BUILD_LAST = 99999 }; /* what a build may be where no NT version says */

struct number number_read(const char *at, const char *end) {
    struct number number = {.text = at};
    while (at < end && is_digit(*at)) {
        uint64_t value = 0;
        const char *start = at;
        for (; at < end && is_digit(*at); at++)
            value = value < UINT32_MAX ? value * 10 + (uint64_t)(*at - '0') : value;
        if (number.count == 0)
            number.digits = (size_t)(at - start);
        if (number.count < 5)
            number.part[number.count++] = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
        if (end - at < 2 || *at != '.' || !is_digit(at[1]))
            break;
        at++;
    }
    number.tail = at < end && (is_letter(*at) || *at == '_' ||
                               (*at == '.' && end - at > 1 && (is_letter(at[1]) || at[1] == '_')));
    while (number.tail && at < end && (is_letter(*at) || is_digit(*at) || *at == '.' || *at == '_'))
        at++;
    number.size = (size_t)(at - number.text);
    return number;
}

const struct nt_version *nt_version(uint32_t major, uint32_t minor) {
    for (size_t i = 0; i < COUNT(nt_versions); i++)
        if (nt_versions[i].major == major && nt_versions[i].minor == minor)
            return &nt_versions[i];
    return NULL;
}

bool nt_has(const struct nt_version *version, uint32_t build) {
    return version && build >= version->first && build <= version->last;
}

bool number_may_be_build(uint32_t number) {
    return number >= BUILD_FIRST && number <= BUILD_LAST;
}

uint32_t number_build(const struct number *number) {
    const uint32_t *part = number->part;
    switch (number->count) {
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

bool number_is_label(const struct number *number) {
    static const char *const flavours[] = {"amd64", "arm64", "x86", "arm", "woa", "ia64"};
    if (!number_may_be_build(number->part[0]) || number->count > 2)
        return false;
    const char *at = number->text, *end = at + number->size;
    for (size_t dots = number->count; at < end && dots; at++)
        dots -= *at == '.';
    size_t size = (size_t)(end - at);
    if (number->count == 1)
        return memchr(at, '_', size) && memchr(at, '.', size);
    for (size_t i = 0; i < COUNT(flavours); i++) {
        size_t length = strlen(flavours[i]);
        if (text_starts(at, size, flavours[i]))
            return text_starts(at + length, size - length, "fre") ||
                   text_starts(at + length, size - length, "chk");
    }
    return false;
}
