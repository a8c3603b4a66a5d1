/* A script in a text: PowerShell in a string of another language, or commands of cmd.exe. */
#ifndef WMI_SCRIPT_WITHIN_H
#define WMI_SCRIPT_WITHIN_H

#include "script/language.h"

#include <stddef.h>

/* The language of the script that stands in the text; SCRIPT_LANGUAGES if none does that is known by
** its commands for WMI. It begins at *begins. */
enum script_language script_language_within(const char *text, size_t size, const char **begins);

#endif
