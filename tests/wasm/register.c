/* Linked to the sqlite3 shell for WebAssembly, which cannot load anything: every connection has the extension. */
#include "wmi.h"

__attribute__((constructor)) static void register_extension(void) {
    sqlite3_auto_extension((void (*)(void))sqlite3_wmi_init);
}
