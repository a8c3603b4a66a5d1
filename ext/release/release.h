/*
** Windows releases: which build an operating system's version string names, and which builds share
** a core (list.h).
*/
#ifndef WMI_RELEASE_RELEASE_H
#define WMI_RELEASE_RELEASE_H

#include "base/text.h"
#include "release/list.h"

#include <stdbool.h>

/*
** Reads an operating system's version as inventories write it and returns the build that it names,
** known to the list or not, or 0 when it names none or more than one. The whole text is read by a
** grammar, or the answer is 0; never a guess. Allocates nothing; a text of more than 2,048 bytes or
** 256 pieces is no version string, so the time is linear.
**
** A text that is a number and nothing else is read at once. Any other goes through five steps, each in
** a file of its own, each of which needs only what the one before it has made:
**
**   fold.c      characters  small letters without accents; one kind of blank, dash and quote
**   piece.c     pieces      numbers with their dots, words (CamelCase is cut where the whole is no row
**                           of words.def), labels of builds, '22H2'; the signs between two pieces are a
**                           set that belongs to the second. Then words become kinds, the longest row
**                           first: 'or later' is one piece
**   claim.c     numbers     that belong to their neighbours: dates, times, 8 GB, x64, KB5031361
**   sentence.c  a fold over the pieces, left to right, that keeps the last product begun (the head),
**               whether its number may follow, whether R2 may; and fills the clues:
**                 strong    10.0.N, 10.0 (N), Build N, a label
**                 weak      (N), N.R, a lone N
**                 products  with their numbers; a version, a year of long-term servicing, a service pack
**                 counts    of words in no row and of numbers that nothing explains
**                 nothing   a range, a negation, another system, two clues that disagree
**   answer.c    the answer, from the clues alone
**
** What counts: `nothing` gives 0. A strong clue answers if the text says Windows, or else if all of it is
** understood. A weak clue answers only where all is understood, and in a list of fields only where the
** name agrees. Names answer last, only where all is understood, all of them are the same product, nothing
** is a preview, and the list has one build for them. A clue that a name contradicts gives 0. Two clues of
** one kind that differ give 0, unless one is a label and its build the other's core.
**
** sql/postgresql/version.sql says the same in SQL, function by function; test-postgresql compares them.
*/
uint32_t release_build(const struct release_list *list, struct text text);

/* Is the text, which has no number in it, the name of a Windows system and nothing else: 'Windows XP', 'Windows
** Server', 'Vista'? Windows alone is no such name, nor is Server. */
bool release_names_system(struct text text);

#endif
