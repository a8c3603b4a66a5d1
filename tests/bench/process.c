/* Programs that are measured from their start to their end. */
#define _POSIX_C_SOURCE 200809L
#include "bench.h"

#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

bool process_run(void *context, uint64_t *answer) {
    char *const *arguments = context;
    posix_spawn_file_actions_t actions;
    int ends[2], status;
    pid_t child;
    unsigned char printed[4096];
    ssize_t size;
    if (pipe(ends) != 0)
        return false;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", 0, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int code = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    *answer = 0;
    while (code == 0 && (size = read(ends[0], printed, sizeof printed)) > 0)
        for (ssize_t i = 0; i < size; i++)
            *answer = *answer * 31 + printed[i];
    close(ends[0]);
    if (code != 0 || waitpid(child, &status, 0) != child)
        return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
