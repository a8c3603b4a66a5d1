#define _POSIX_C_SOURCE 200809L
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static double on(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double used_by_children(void) {
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e9 +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e3;
}

static double now(void) {
    return bench.cpu ? on(CLOCK_PROCESS_CPUTIME_ID) + used_by_children() : on(CLOCK_MONOTONIC);
}

static int ascending(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *times, int count) {
    qsort(times, (size_t)count, sizeof *times, ascending);
    return count % 2 ? times[count / 2] : (times[count / 2 - 1] + times[count / 2]) / 2;
}

/* Runs a side once and returns how long it took. */
static double run(const char *task, const struct side *side, uint64_t *answer) {
    uint64_t ignored;
    if (side->before && !side->before(side->context, &ignored))
        bench_die("%s: %s: cannot be made ready", task, side->name);
    double start = now();
    bool done = side->run(side->context, answer);
    double time = now() - start;
    if (!done)
        bench_die("%s: %s: failed", task, side->name);
    return time;
}

/* Runs the sides in turn: REPEATS_LEAST times, and more while the task is short. The first round
** warms caches up and is not counted. */
static void measure(const char *task, const struct side *sides, size_t count,
                    double medians[SIDES_MAX]) {
    enum { REPEATS_MOST = 201 };
    const double enough = 1e9;
    double times[SIDES_MAX][REPEATS_MOST];
    uint64_t answers[SIDES_MAX] = {0};
    bool wrong[SIDES_MAX] = {false};
    double start = now();
    int repeats = 0;
    for (int round = -1; round < REPEATS_LEAST || now() - start < enough; round++) {
        if (round == REPEATS_MOST)
            break;
        repeats = round + 1;
        for (size_t i = 0; i < count; i++) {
            double time = run(task, &sides[i], &answers[i]);
            if (round >= 0)
                times[i][round] = time;
            wrong[i] |= !sides[i].differs && answers[i] != answers[0];
        }
    }
    for (size_t i = 0; i < count; i++) {
        medians[i] = median(times[i], repeats) / (sides[i].units > 0 ? sides[i].units : 1);
        if (wrong[i])
            bench_wrong("%s: %s answers %llu, ours %llu", task, sides[i].name,
                        (unsigned long long)answers[i], (unsigned long long)answers[0]);
    }
}

void timing_contest(const char *task, const struct side *sides, size_t count) {
    double medians[SIDES_MAX];
    measure(task, sides, count, medians);
    for (size_t i = 1; i < count; i++)
        print_row(task, medians[0], sides[i].name, medians[i], sides[i].to_reach, UNIT_TIME);
}

void timing_alone(const char *task, const struct side *ours, const char *what, double given,
                  double to_reach) {
    double medians[SIDES_MAX];
    measure(task, ours, 1, medians);
    print_row(task, medians[0], what, given, to_reach, UNIT_TIME);
}
