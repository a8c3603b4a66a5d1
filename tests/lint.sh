#!/bin/bash
# Compiles every C file with gcc and clang, checks the format, runs cppcheck and looks for files that are too
# long: tests/lint.sh FILE …
set -u
failed=0
for compiler in gcc clang; do
    for file in "$@"; do
        case $file in
        *.h) continue ;;
        esac
        extra=
        case $file in
        */test_sql_* | ext/tools/reference.c | tests/fault/* | tests/oracle/*) extra="-DSQLITE_CORE -D_XOPEN_SOURCE=700" ;;
        esac
        $compiler -std=c11 -Wall -Wextra -Wpedantic -Werror $extra -Iext -Iinclude -Itests -fsyntax-only "$file" || failed=1
    done
done
clang-format --dry-run -Werror "$@" || failed=1
cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem -DSQLITE_CORE -Iext -Iinclude ext || failed=1
for file in "$@"; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 520 ] || { echo "$file: $lines lines, expected about 500 at most"; failed=1; }
done
[ $failed -eq 0 ] && echo "lint: clean"
exit $failed
