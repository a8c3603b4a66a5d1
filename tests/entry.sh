#!/bin/bash
# Loads the extension, WMI, under another name and by each of its entry points; and beside the one that opens no
# files: WMI=FILE NOFILES=FILE tests/entry.sh FOLDER
cd "$(dirname "$0")/.." || exit 1
export ASAN_OPTIONS=detect_leaks=0
folder=$1
rm -rf "$folder" && mkdir -p "$folder/wmi.folder"
renamed=$folder/wmi.folder/another-name_1.${WMI##*.}
cp "$WMI" "$renamed"
passed=0 failed=0
# shell EXPECTED LOAD SQL: what the shell prints, errors included.
shell() {
    local expected=$1 load=$2 found
    shift 2
    found=$(LD_PRELOAD=${PRELOAD-} "${SQLITE3:-sqlite3}" -batch :memory: ".load $load" "$@" 2>&1 | head -n 1)
    # shellcheck disable=SC2053 # the expected is a pattern
    if [[ $found == $expected ]]; then
        passed=$((passed + 1))
    else
        echo "entry: .load $load, $*: found \"$found\", expected \"$expected\""
        failed=$((failed + 1))
    fi
}
shell 1 "${renamed%.*}" "SELECT wmi_build(26100) = 26100"
shell 1 "$WMI sqlite3_extension_init" "SELECT wmi_build(26100) = 26100"
shell 1 "$WMI sqlite3_wmi_init" "SELECT wmi_load('tests/fixtures/read/plain.csv') = 3"
without="$WMI sqlite3_wmi_nofiles_init"
shell 1 "$without" "SELECT available_on('Msvm_ComputerSystem.Name', 26100)"
shell '*no such function: wmi_load*' "$without" "SELECT wmi_load('tests/fixtures/read/plain.csv')"
shell '*wmi_members: found a table over a file, expected none: this handle was told to open no files*' "$without" \
    "CREATE VIRTUAL TABLE temp.t USING wmi_members('tests/fixtures/read/plain.csv')"
# What a handle may is settled by the first that registers with it.
shell '*no such function: wmi_load*' "$without" ".load $WMI" "SELECT wmi_load(NULL)"
shell '*found a handle whose statements may open files, expected one that the extension is not registered with*' "$WMI" \
    ".load $without"
# Two copies in one process, each by its own code: the one that was loaded first opens no files.
# An older shell (before 3.38) has one connection at a time.
if "${SQLITE3:-sqlite3}" -batch :memory: ".connection 0" > /dev/null 2>&1; then
    shell 3 "$NOFILES" ".connection 1" ".load ${renamed%.*}" "SELECT wmi_load('tests/fixtures/read/plain.csv')"
fi
echo "entry: $passed passed, $failed failed"
[ $failed -eq 0 ]
