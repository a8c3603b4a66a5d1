/* Linked to the sqlite3 shell for Windows: its C library keeps back what goes to a pipe, so that the
** shell's errors would come before the rows that stood before them. */
#include <stdio.h>

__attribute__((constructor)) static void write_at_once(void) {
    setvbuf(stdout, NULL, _IONBF, 0);
}
