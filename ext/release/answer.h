/* The build that a version string names, from its clues alone. Private to ext/release. */
#ifndef WMI_RELEASE_ANSWER_H
#define WMI_RELEASE_ANSWER_H

#include "release/clues.h"

/* The build that the sentence says, or 0. */
uint32_t answer_build(const struct sentence *sentence);

#endif
