/*
** Text that was UTF-8, was then read as Mac Roman or Windows-1252, and was saved as UTF-8 again:
** `✅` has become `‚úÖ` or `âœ…`. Each of its characters stands for one byte of the UTF-8 it once
** was.
*/
#ifndef WMI_READ_REPAIR_H
#define WMI_READ_REPAIR_H

#include <stddef.h>

enum repair {
    REPAIR_NONE,
    REPAIR_MAC_ROMAN,
    REPAIR_WINDOWS_1252,
    REPAIR_COUNT,
};

/* Maps valid UTF-8 back to the bytes it was and writes them to `bytes`, which has room for `size`;
** *written says how many they are. Returns how much of the text was mapped: less than `size` when
** it comes to a character that the encoding does not have. */
size_t repair_text(enum repair repair, const char *text, size_t size, char *bytes, size_t *written);

/* "mac roman", "windows-1252"; NULL for REPAIR_NONE. */
const char *repair_name(enum repair repair);

#endif
