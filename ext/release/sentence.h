/*
** What the pieces of a version string say together: the grammar of release.h. Private to ext/release.
*/
#ifndef WMI_RELEASE_SENTENCE_H
#define WMI_RELEASE_SENTENCE_H

#include "release/clues.h"
#include "release/piece.h"

/* Reads the pieces, whose numbers have been claimed, into a sentence of which only the list is
** set. */
void sentence_read(struct sentence *sentence, const struct pieces *pieces);

#endif
