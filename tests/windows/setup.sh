#!/bin/sh
# Installs what `make windows` and `make test-windows` need from Debian: mingw-w64, wine, and what unpacks sources.
# Programs for 32-bit Windows run on wine32 alone, a package of the architecture i386, which a machine either has or
# has not: that is left to whoever keeps it.
set -eu
cd "$(dirname "$0")/../.."
wine='wine wine64'
if dpkg --print-foreign-architectures | grep -qx i386; then
    wine="$wine wine32:i386"
fi
# shellcheck disable=SC2086 # one word for each package
exec tests/setup.sh gcc libc6-dev make libcsv-dev gcc-mingw-w64-x86-64 gcc-mingw-w64-i686 dpkg-dev tcl $wine
