/* Is a text about WMI at all? */
#ifndef WMI_SCRIPT_ABOUT_H
#define WMI_SCRIPT_ABOUT_H

#include <stdbool.h>
#include <stddef.h>

/* Does a word stand in the text that says so? */
bool about_wmi(const char *text, size_t size);

#endif
