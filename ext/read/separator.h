/*
** What separates the fields of a CSV file, and the lines before its header.
*/
#ifndef WMI_READ_SEPARATOR_H
#define WMI_READ_SEPARATOR_H

#include "base/text.h"

#include <stdbool.h>

/* Does the line declare a separator, `sep=;`, as Excel reads and writes it? */
bool separator_declared(struct text line, char *separator);

/* The separator of a file with that header: of comma, semicolon and tab the one that stands in it
** most often outside of quotes, a comma where there is none. */
char separator_guess(struct text header);

/* Does the line say nothing: blanks, separators and empty quotes alone? 0 stands for any separator
** that can be guessed. */
bool separator_blank_line(struct text line, char separator);

/* Is it a comment before a header: `# my notes`, or `#TYPE …` of PowerShell's Export-Csv? A column
** of numbers may be called `#`. */
bool separator_comment(struct text line);

/* For messages: "a semicolon". */
const char *separator_name(char separator);

#endif
