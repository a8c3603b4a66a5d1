#!/bin/bash
# Runs a Windows program under wine, in a prefix of its own under build/, and takes the carriage returns off what
# it prints. `wine.sh --start` makes the prefix and starts wine's server for an hour's silence, so that no
# program has to.
export WINEPREFIX=${WINEPREFIX:-$PWD/build/wine} WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES='mscoree,mshtml=' DISPLAY=
wine=$(command -v wine || command -v wine64 || echo /usr/lib/wine/wine64)
if [ "$1" = --start ]; then
    mkdir -p "$(dirname "$WINEPREFIX")"
    for server in "$(command -v wineserver)" /usr/lib/wine/wineserver /usr/lib/wine/wineserver64; do
        [ -x "$server" ] && { "$server" -p60 >/dev/null 2>&1 && break; }
    done
    "$wine" wineboot >/dev/null 2>&1
    exit 0
fi
# Two pipes would lose the order of what goes to one place.
if [ /proc/self/fd/1 -ef /proc/self/fd/2 ]; then
    "$wine" "$@" 2>&1 | tr -d '\r'
else
    exec 3>&2
    "$wine" "$@" 2> >(tr -d '\r' >&3) | tr -d '\r'
fi
exit "${PIPESTATUS[0]}"
