# shellcheck shell=bash
# Sourced: wmi_shell runs the sqlite3 shell over an empty database with the extension loaded, at the
# project's root. PRELOAD holds the sanitizers' libraries when the extension was built with them; WMI=inside is for a
# shell that has the extension in it.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export ASAN_OPTIONS=malloc_context_size=8:detect_leaks=${ASAN_LEAKS-0}
wmi_load=(-cmd ".load ${WMI:-build/wmi}")
[ "${WMI-}" != inside ] || wmi_load=()
wmi_shell() {
    LD_PRELOAD=${PRELOAD-} "${SQLITE3:-sqlite3}" -batch :memory: "${wmi_load[@]}" "$@"
}
