/* Linked to the sqlite3 shell for WebAssembly, which cannot load anything: every connection has the extension. SQLite
** calls it when it has started (SQLITE_EXTRA_INIT). */
#include "wmi.h"

int register_extension(const char *unused);

int register_extension(const char *unused) {
    (void)unused;
    return sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init);
}
