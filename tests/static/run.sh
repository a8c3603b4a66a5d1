#!/bin/bash
# Links tests/static/program.c with the archive and with the amalgamation, as C and as C++, and runs it:
#   tests/static/run.sh BUILD
set -u
build=$1
out=$build/tests/static
passed=0 failed=0
# check NAME COMMAND …: one test.
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        echo "static: $name: FAILED"
        failed=$((failed + 1))
    fi
}
globals() {
    local found
    found=$(nm -g --defined-only "$1" | awk 'NF == 3 { print $3 }' | sort | tr '\n' ' ')
    [ "$found" = "$ENTRY_POINTS " ] || { echo "$1 has the global names $found, expected $ENTRY_POINTS"; return 1; }
}
# shellcheck disable=SC2086 # flags are words
build_and_run() {
    local program=$1
    shift
    "$@" && $RUN "$program"
}
check 'global names of the archive' globals "$build/static/libwmi.a"
# shellcheck disable=SC2086
check 'the amalgamation compiles' $CC -std=c11 $FLAGS -DSQLITE_CORE -c -o "$out/wmi.o" "$build/wmi.c"
for language in c c++; do
    [ $language = c ] && compiler="$CC -std=c99" || compiler="$CXX -std=c++11"
    [ $language = c ] && from='-x c' || from='-x c++'
    flags=$FLAGS
    [ $language = c ] || flags=${flags//-Wmissing-prototypes/}
    for linked in static/libwmi.a tests/static/wmi.o; do
        csv=
        [ $linked = static/libwmi.a ] || csv=$LIBCSV
        # shellcheck disable=SC2086
        check "$language with $linked" build_and_run "$out/program" $compiler $flags -I"$build" $LDFLAGS -o "$out/program" \
            $from tests/static/program.c -x none "$build/$linked" $csv $LIBSQLITE
    done
done
echo "static: $passed passed, $failed failed"
[ $failed -eq 0 ]
