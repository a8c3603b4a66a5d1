#include "script/script.h"

#include "base/text.h"
#include "script/found.h"
#include "script/reader.h"
#include "script/wql.h"

int script_scan(const struct report *report, const char *text, size_t size,
                struct script_reference **references, size_t *count) {
    *references = NULL;
    *count = 0;
    if (!size)
        return ERROR_NONE;
    if (text_starts(text, size, "\xef\xbb\xbf")) {
        text += 3;
        size -= 3;
    }
    struct script_rows rows;
    struct script_variables variables = {0};
    int code = ERROR_MEMORY;
    if (script_rows_start(&rows, report)) {
        enum script_language language = script_language(text, size);
        bool done = true;
        if (language == SCRIPT_WQL)
            script_wql_script(&rows, text, size);
        else
            done = script_reader_read(&rows, &variables, language, text, size);
        if (done)
            code = script_rows_finish(&rows, &variables, text, size, references, count);
    }
    script_variables_free(&variables);
    script_rows_free(&rows);
    return code;
}
