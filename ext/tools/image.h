/* Writes a report image as C. */
#ifndef WMI_TOOLS_IMAGE_H
#define WMI_TOOLS_IMAGE_H

#include "report/report.h"

/* Prints the definition of builtin_report() (report/builtin.h) over this report. What has a type in
** the image is printed as numbers of that type and the columns are little-endian everywhere, so that
** the machine that compiles it need not be like the one that built the report. */
void image_print(const struct report *report);

#endif
