/*
** Numbers of a version string that have nothing to do with a version: they belong to the words or
** numbers beside them. Private to ext/release.
*/
#ifndef WMI_RELEASE_CLAIM_H
#define WMI_RELEASE_CLAIM_H

#include "release/piece.h"

/* Marks these numbers as claimed. False when a word lacks the number that it needs. */
bool claim_numbers(struct pieces *pieces);

#endif
