#include "script/about.h"

#include "base/text.h"

static bool begins_word(const char *text, const char *at) {
    return at == text || !is_letter(at[-1]) || (*at >= 'A' && *at <= 'Z');
}

bool about_wmi(const char *text, size_t size) {
    static const char *const words[] = {"wmi",   "wbem",   "cimv2",   "ciminstance", "cimsession",
                                        "msvm_", "hyperv", "hyper-v", "management.", "management;"};
    const char *end = text + size;
    for (const char *at = text; at < end; at++) {
        char c = *at | 32;
        if (c != 'w' && c != 'c' && c != 'm' && c != 'h')
            continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (c == *words[i] && text_starts((struct text){at, (size_t)(end - at)}, words[i]) &&
                begins_word(text, at))
                return true;
    }
    return false;
}
