#include "session/holding.h"
#include "base/memory.h"

struct holding *holding_new(struct report *report) {
    struct holding *holding = memory_alloc(sizeof *holding);
    if (holding)
        *holding = (struct holding){.report = report, .owned = report, .references = 1};
    else
        memory_free(report);
    return holding;
}

void holding_free(struct holding *holding) {
    memory_free(holding->owned);
    memory_free(holding);
}
