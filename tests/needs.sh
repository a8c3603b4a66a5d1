#!/bin/sh
# Fails if the shared library given needs any other than the C library, and those named behind it:
#   tests/needs.sh LIBRARY [NAME …]
set -eu
library=$1
shift
allowed='linux-vdso\.so|linux-gate\.so|libc\.so|.*/ld-linux'
for name in "$@"; do
    allowed="$allowed|$name\\.so"
done
needs=$(ldd "$library" | awk '{ print $1 }' | grep -vE "^($allowed)" || true)
if [ -n "$needs" ]; then
    echo "$library needs: $needs"
    exit 1
fi
echo "ldd: 1 passed, 0 failed"
