/*
** Remembers what version strings meant: an inventory has millions of hosts and few versions. One
** memo belongs to one connection.
*/
#ifndef WMI_RELEASE_MEMO_H
#define WMI_RELEASE_MEMO_H

#include "release/release.h"

struct release_memo;

/* An empty memo, for memory_free(); NULL without memory. */
struct release_memo *release_memo_new(void);

/* The same as release_build(). `memo` may be NULL: then nothing is remembered. */
uint32_t release_memo_build(struct release_memo *memo, const struct release_list *list,
                            struct text text);

#endif
