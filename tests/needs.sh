#!/bin/sh
# Fails if the shared library given needs any other than the C library.
set -eu
needs=$(ldd "$1" | awk '{ print $1 }' | grep -vE '^(linux-vdso\.so|linux-gate\.so|libc\.so|.*/ld-linux)' || true)
if [ -n "$needs" ]; then
    echo "$1 needs: $needs"
    exit 1
fi
echo "ldd: 1 passed, 0 failed"
