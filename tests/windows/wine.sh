#!/bin/bash
# Runs a Windows program under wine, in a prefix of its own under build/, and takes the carriage returns off what
# it prints. `wine.sh --start` makes the prefix and keeps wine's server running, so that no program has to start what
# belongs to it, whose complaints would stand among that program's; `wine.sh --stop` ends it.
export WINEPREFIX=${WINEPREFIX:-$PWD/build/wine} WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES='mscoree,mshtml=' DISPLAY=
wine=$(command -v wine || command -v wine64 || echo /usr/lib/wine/wine64)
server() {
    local program
    for program in "$(command -v wineserver)" /usr/lib/wine/wineserver /usr/lib/wine/wineserver64; do
        if [ -x "$program" ] && "$program" "$@" >/dev/null 2>&1; then return; fi
    done
}
case $1 in
--start)
    mkdir -p "$WINEPREFIX" # or its server would not start
    server -p3600
    "$wine" wineboot >/dev/null 2>&1
    exit 0
    ;;
--stop)
    server -k
    exit 0
    ;;
esac
# Two pipes would lose the order of what goes to one place.
if [ /proc/self/fd/1 -ef /proc/self/fd/2 ]; then
    "$wine" "$@" 2>&1 | tr -d '\r'
else
    exec 3>&2
    "$wine" "$@" 2> >(tr -d '\r' >&3) | tr -d '\r'
fi
exit "${PIPESTATUS[0]}"
