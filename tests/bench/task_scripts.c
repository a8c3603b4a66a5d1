/* wmi_references(): how much script is read in a second. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCRIPT = 8 << 20 };

struct reading {
    sqlite3_stmt *statement;
    const char *text;
    size_t size;
};

static bool read_script(void *context, uint64_t *answer) {
    struct reading *reading = context;
    sqlite3_bind_text(reading->statement, 1, reading->text, (int)reading->size, SQLITE_STATIC);
    if (sqlite3_step(reading->statement) != SQLITE_ROW)
        return false;
    *answer = (uint64_t)sqlite3_column_int64(reading->statement, 0);
    sqlite3_reset(reading->statement);
    return true;
}

/* A long script: the file over and over, up to `size`. */
static char *repeat(const char *path, size_t size) {
    char *text = malloc(size + 1);
    FILE *file = fopen(path, "rb");
    if (!text || !file)
        bench_die("%s: cannot be read", path);
    size_t used = fread(text, 1, size, file);
    fclose(file);
    for (size_t unit = used; used < size; used += unit)
        memcpy(text + used, text, unit < size - used ? unit : size - used);
    text[size] = '\0';
    return text;
}

void task_scripts(sqlite3 *db) {
    static const char *const scripts[] = {"script.ps1", "script.vbs", "script.cs", "script.py",
                                          "script.wql"};
    if (!query_works(db, "SELECT * FROM wmi_references('')")) {
        print_skipped("wmi_references", "not in this build");
        return;
    }
    for (size_t i = 0; i < COUNT(scripts); i++) {
        char path[512], task[128];
        struct reading reading = {NULL, NULL, SCRIPT};
        snprintf(path, sizeof path, "tests/bench/scripts/%s", scripts[i]);
        snprintf(task, sizeof task, "wmi_references, %s, by the byte", scripts[i]);
        char *text = repeat(path, SCRIPT);
        reading.text = text;
        sqlite3_prepare_v2(db, "SELECT count(*) FROM wmi_references(?)", -1, &reading.statement,
                           NULL);
        const struct side ours = {"wmi_references", read_script, &reading, NULL, SCRIPT, 0, false};
        timing_alone(task, &ours, "100 MB a second", 10, 1.00);
        sqlite3_finalize(reading.statement);
        free(text);
    }
}
