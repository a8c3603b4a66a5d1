#!/bin/bash
# Installs into a folder of its own, uses what is there, and uninstalls: tests/install/install.sh MAKE FOLDER
set -u
make=$1 root=$2
rm -rf "$root" && mkdir -p "$root"
root=$(cd "$root" && pwd)
passed=0 failed=0
check() {
    local name=$1
    shift
    if "$@" >"$root/log" 2>&1; then
        passed=$((passed + 1))
    else
        cat "$root/log"
        echo "install: $name: FAILED"
        failed=$((failed + 1))
    fi
}
prefix=/opt/wmi
there=$root$prefix
loads() { [ "$($SQLITE3 :memory: ".load $there/lib/sqlite3/wmi" 'SELECT wmi_version()')" = "$(version)" ]; }
version() { PKG_CONFIG_PATH=$there/lib/pkgconfig pkg-config --modversion wmi; }
# pkg-config's flags, which name the place that the files are to have, with the one that they have here.
links() {
    local flags
    flags=$(PKG_CONFIG_PATH=$there/lib/pkgconfig pkg-config --cflags --libs wmi)
    # shellcheck disable=SC2086 # flags are words
    $CC -o "$root/program" tests/static/program.c ${flags//$prefix/$there} && "$root/program"
}
manual() { man -l --warnings -E UTF-8 "$there/share/man/man7/wmi.7" | grep -q available_on; }
nothing_left() { [ -z "$(find "$root" -path "$there/*" ! -type d)" ]; }
check install "$make" --no-print-directory install PREFIX=$prefix DESTDIR="$root"
check 'the extension loads' loads
check 'a program links' links
if command -v man >/dev/null; then check 'the manual is shown' manual; else echo 'skipped: there is no man'; fi
check uninstall "$make" --no-print-directory uninstall PREFIX=$prefix DESTDIR="$root"
check 'nothing is left' nothing_left
echo "install: $passed passed, $failed failed"
[ $failed -eq 0 ]
