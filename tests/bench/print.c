/* The table that is printed: a row for each peer of each task. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

static int missed;
static char last_task[128];

void print_head(const char *title) {
    printf("\n%s\n\n", title);
    printf("%-58s %10s   %-44s %10s %7s %8s  %s\n", "task", "ours", "peer", "", "ratio", "to reach",
           "ok?");
    printf("%.*s\n", 150,
           "------------------------------------------------------------------------------------"
           "------------------------------------------------------------------------------------");
    *last_task = '\0';
}

static const char *shown(char *text, size_t size, double value, enum unit unit) {
    if (unit == UNIT_BYTES)
        snprintf(text, size, "%.0f KB", value / 1000);
    else if (value < 0.1)
        snprintf(text, size, "%.1f ps", value * 1e3);
    else if (value < 1e4)
        snprintf(text, size, value < 100 ? "%.2f ns" : "%.0f ns", value);
    else if (value < 1e6)
        snprintf(text, size, "%.1f us", value / 1e3);
    else if (value < 1e9)
        snprintf(text, size, "%.2f ms", value / 1e6);
    else
        snprintf(text, size, "%.2f s", value / 1e9);
    return text;
}

void print_row(const char *task, double ours, const char *peer, double peers, double to_reach,
               enum unit unit) {
    char left[32], right[32], goal[32] = "";
    double ratio = peers > 0 ? ours / peers : 0;
    bool same = strcmp(task, last_task) == 0;
    if (to_reach > 0) {
        snprintf(goal, sizeof goal, "%.2f", to_reach);
        missed += ratio > to_reach;
    }
    printf("%-58s %10s   %-44s %10s %7.*f %8s  %s\n", same ? "" : task,
           shown(left, sizeof left, ours, unit), peer, shown(right, sizeof right, peers, unit),
           ratio < 0.1 ? 4 : 2, ratio, goal,
           to_reach <= 0       ? ""
           : ratio <= to_reach ? "ok"
                               : "MISSED");
    fflush(stdout);
    snprintf(last_task, sizeof last_task, "%s", task);
}

void print_skipped(const char *what, const char *why) {
    printf("%-58s left out: %s\n", what, why);
    *last_task = '\0';
}

int print_missed(void) {
    return missed;
}
