/*
** Texts that hold scripts and are known by their form: YAML, JSON, Terraform, markup. All of the text
** must have it, or its first line of code: what stands within a script, in its comments and strings,
** makes no other language of it.
*/
#ifndef WMI_SCRIPT_HOLDER_H
#define WMI_SCRIPT_HOLDER_H

#include "script/language.h"

#include <stddef.h>

/* SCRIPT_YAML, SCRIPT_CONFIG or SCRIPT_MARKUP; SCRIPT_LANGUAGES if the text is none of them. */
enum script_language script_holder(const char *text, size_t size);

#endif
