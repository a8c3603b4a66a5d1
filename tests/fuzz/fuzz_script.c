/* Any bytes as a script; every reference that is found has to lie inside of it. */
#include "fuzz.h"

#include "base/memory.h"
#include "report/builtin.h"
#include "script/script.h"

#include <stdlib.h>
#include <string.h>

static void need(int holds) {
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const struct report *report = builtin_report();
    /* In a block of just that size: reading beyond it is seen. */
    char *text = malloc(size + !size);
    struct script_reference *references = NULL;
    size_t count = 0;
    if (!text)
        return 0;
    memcpy(text, data, size);
    need(script_scan(report, text, size, NULL, &references, &count) == ERROR_NONE);
    for (size_t i = 0; i < count; i++) {
        const struct script_reference *reference = &references[i];
        need(reference->line >= 1 && reference->column >= 1);
        need(i == 0 || reference->line >= references[i - 1].line);
        need(reference->evidence >= text && reference->evidence_size <= SCRIPT_EVIDENCE_MAX);
        need(reference->evidence + reference->evidence_size <= text + size);
        need(reference->class_index < report->classes.count);
        need(reference->member == REPORT_NONE || reference->member < report->members.count);
        need((reference->member == REPORT_NONE) == (reference->member_name == NULL));
    }
    memory_free(references);
    free(text);
    return 0;
}
