#!/bin/sh
# Installs what `make windows` and `make test-windows` need from Debian, for the architectures that are named (x86_64, i686):
# mingw-w64, wine, and what unpacks sources.
# Programs for 32-bit Windows run on wine32 alone, a package of the architecture i386, which a machine either has or
# has not: that is left to whoever keeps it.
set -eu
cd "$(dirname "$0")/../.."
if [ "$(dpkg --print-architecture)" = i386 ]; then
    wine='wine wine32'
elif dpkg --print-foreign-architectures | grep -qx i386; then
    wine='wine wine64 wine32:i386'
else
    wine='wine wine64'
fi
# shellcheck disable=SC2046,SC2086 # one word for each package
exec tests/setup.sh gcc libc6-dev make libcsv-dev $(printf ' gcc-mingw-w64-%s' "$@" | tr _ -) dpkg-dev tcl $wine
