/* The bytes of a script's file → the text that script_scan() takes. */
#ifndef WMI_SCRIPT_DECODE_H
#define WMI_SCRIPT_DECODE_H

#include <stddef.h>

/* UTF-16, with a byte order mark, as PowerShell and Notepad write it, or without, becomes UTF-8, and
** lines that end with CR alone end with LF: *decoded is then the caller's to give to memory_free(),
** *size its size. Other bytes stay as they are: *decoded is NULL. Half a surrogate pair becomes
** U+FFFD. Returns ERROR_NONE or ERROR_MEMORY. */
int script_decode(const char *bytes, size_t *size, char **decoded);

#endif
