/*
** How work that takes long is asked to stop.
*/
#ifndef WMI_BASE_POLL_H
#define WMI_BASE_POLL_H

#include <stdbool.h>
#include <stddef.h>

/* Asked again and again during long work; true ends it with ERROR_INTERRUPT. {0} never does. */
struct poll {
    bool (*asks_to_stop)(void *context);
    void *context;
};

/* Does it ask the work to stop? `poll` may be NULL. */
static inline bool poll_stops(const struct poll *poll) {
    return poll && poll->asks_to_stop && poll->asks_to_stop(poll->context);
}

#endif
