/*
** Texts that hold scripts: the fences of Markdown, the values of YAML, the strings of JSON and
** Terraform, and the elements <script> of web pages, of HTML Applications and of Windows Script's files. What stands around them is not read.
*/
#ifndef WMI_SCRIPT_PART_H
#define WMI_SCRIPT_PART_H

#include "base/text.h"
#include "script/language.h"

#include <stdbool.h>

struct script_part {
    struct text text;
    enum script_language language;
    bool quoted; /* it stands in a string: \" is a quote of its own */
};

/* The next script of a text of that language, one from SCRIPT_MARKDOWN on, from *at on, which
** moves behind it. False if there is none. */
bool part_next(enum script_language language, const char **at, const char *end,
               struct script_part *part);

#endif
