#!/bin/bash
# Compiles every C file with gcc and clang, and every header alone; checks the format and the scripts, runs
# cppcheck, and looks for files and functions that are too long: tests/lint.sh FILE …
#   WARNINGS            the compilers' warnings, each of them an error here
#   LINT_FILE_LINES     how long a file may be
#   LINT_FUNCTION_LINES how long a function may be
#   LINT_LONG           'fail' where a longer one is an error, 'list' where it is only named
set -u
failed=0
sources=() sql_sources=() headers=()
for file in "$@"; do
    case $file in
    *.h) headers+=("$file") ;;
    */test_sql_* | ext/tools/reference.c | ext/tools/manual.c | tests/fault/* | tests/oracle/* | tests/static/*) sql_sources+=("$file") ;;
    *) sources+=("$file") ;;
    esac
done
for compiler in gcc clang; do
    # shellcheck disable=SC2086 # one word for each warning
    check() { $compiler -std=c11 ${WARNINGS:--Wall -Wextra -Wpedantic} -Werror -Iext -Iinclude -Itests -fsyntax-only "$@" || failed=1; }
    check "${sources[@]}"
    check -DSQLITE_CORE -D_XOPEN_SOURCE=700 "${sql_sources[@]}"
done
# A header that needs another includes it. (As a source of its own a header would warn of what it does not use.)
for header in "${headers[@]}"; do
    echo "#include \"$header\"" | gcc -std=c11 -Wall -Wextra -Werror -Wno-unused -D_XOPEN_SOURCE=700 -I. -Iext -Iinclude -Itests -I"$(dirname "$header")" \
        -fsyntax-only -x c - || { echo "$header: does not compile alone"; failed=1; }
done
clang-format --dry-run -Werror "$@" || failed=1
cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem -DSQLITE_CORE -Iext -Iinclude ext || failed=1
# shellcheck disable=SC2046 # none of them has a blank in its name
shellcheck -S warning -x $(find tests ext -name '*.sh') .ci/run || failed=1
# clang-format has every function begin in a line that ends in '{' and end in a '}', both at the first column.
long=$(awk -v file_limit="${LINT_FILE_LINES:-400}" -v function_limit="${LINT_FUNCTION_LINES:-60}" '
    function end_file() { if (lines > file_limit) print last ": " lines " lines, expected " file_limit " at most" }
    FNR == 1 { end_file(); last = FILENAME; start = 0 }
    { lines = FNR }
    /^[A-Za-z_].*[^;]$/ && !start { start = FNR; head = $0 }
    /^[^ }#\/].*;$/ || /^#/ || /^ \*|^\/\*|^\*\*/ { if (!inside) start = 0 }
    /\{$/ && start { inside = 1 }
    /^}/ { if (start && inside && head ~ /\(/ && FNR - start + 1 > function_limit)
               print FILENAME ":" start ": a function of " FNR - start + 1 " lines, expected " function_limit " at most"
           start = inside = 0 }
    END { end_file() }' "$@")
if [ -n "$long" ]; then
    echo "$long"
    [ "${LINT_LONG:-list}" = list ] || failed=1
fi
[ $failed -eq 0 ] && echo "lint: clean"
exit $failed
