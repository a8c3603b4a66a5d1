#!/bin/bash
# Builds copies of the sources in two folders and compares what comes of them: reproducible.sh MAKE FOLDER
set -eu
make=$1 root=$2
rm -rf "$root" && mkdir -p "$root/one" "$root/another/place"
for copy in "$root/one" "$root/another/place"; do
    cp -r Makefile ext include data tests sql LICENSE README.md "$copy"
    "$make" --no-print-directory -C "$copy" -j2 BUILD=build all static amalgamation dist-here >"$root/log" 2>&1 || { cat "$root/log"; exit 1; }
done
passed=0 failed=0
for file in wmi.so static/libwmi.a wmi.c wmi.h "dist/$(cd "$root/one/build/dist" && ls ./*.tar.gz)"; do
    if cmp "$root/one/build/$file" "$root/another/place/build/$file"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "reproducible: $passed passed, $failed failed"
[ $failed -eq 0 ]
