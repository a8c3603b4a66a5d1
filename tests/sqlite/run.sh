#!/bin/bash
# Runs the tests that use SQL over other SQLites: tests/sqlite/run.sh FOLDER WMI MAKE. FOLDER holds what
# tests/sqlite/fetch.sh gets and what sqlite.mk builds; WMI is the extension as it is built for the system.
# N and SEED are the oracle's; SQLITES names some of them.
set -u
folder=$1 wmi=$2 make=$3
read -ra all <<<"${SQLITES:-3.31.1 3.52.0 3.54.1 debug}"

# test NAME WHAT COMMAND …: runs a test and adds up its last line, 'WHAT: N passed, N failed[, N skipped]'.
test_over() {
    local name=$1 what=$2 counts p f s
    shift 2
    "$@" >"$folder/$name/$what.log" 2>&1
    local code=$?
    counts=$(grep -E "^$what: [0-9]+ passed, [0-9]+ failed" "$folder/$name/$what.log" | tail -n 1)
    read -r p f s <<<"$(sed -E 's/^[^:]*: ([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$/\1 \2 \4/' <<<"${counts:-: 0 passed, 0 failed}")"
    [ $code -eq 0 ] || [ "$f" -gt 0 ] || f=1
    [ "$f" -eq 0 ] || cat "$folder/$name/$what.log"
    grep -E '^ *skipped' "$folder/$name/$what.log"
    echo "SQLite $name, $what: $p passed, $f failed, ${s:-0} skipped"
}

# All tests over one; debugging makes SQLite slow, so there the oracle asks less.
tests_over() {
    local name=$1 n=${N:-3000}
    [ "$name" = debug ] && n=$((n / 3))
    test_over "$name" unit tests/unit/run.sh "$folder/$name"/test_sql_*[a-z]
    test_over "$name" sql env WMI="$wmi" SQLITE3="$folder/$name/sqlite3" tests/sql/run.sh
    test_over "$name" oracle "$folder/$name/oracle" "$n" "${SEED:-20251125}"
    test_over "$name" fault "$folder/$name/fault"
}

fetched=$(tests/sqlite/fetch.sh "$folder/source" 2>"$folder.log")
ready=()
for name in "${all[@]}"; do
    version=${name/debug/3.54.1}
    grep -qx "$version" <<<"$fetched" && ready+=("$name")
done
sed 's/^/  skipped SQLite /' "$folder.log"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ ${#ready[@]} -gt 0 ] && ! "$make" --no-print-directory -j2 "${ready[@]/#/sqlite-}" >"$log" 2>&1; then
    cat "$log"
    echo 'sqlite: 0 passed, 1 failed'
    exit 1
fi
export -f test_over tests_over
export folder wmi
# Two at a time, as there are seldom fewer cores.
[ ${#ready[@]} -eq 0 ] || printf '%s\n' "${ready[@]}" | xargs -P 2 -I NAME bash -c 'tests_over NAME' | tee "$log"
awk -v missing=$((${#all[@]} - ${#ready[@]})) '/^SQLite .* passed, / { for (i = 2; i <= NF; i++) if ($(i) ~ /^passed/) p += $(i - 1);
    else if ($(i) ~ /^failed/) f += $(i - 1); else if ($(i) ~ /^skipped/) s += $(i - 1) }
    END { printf "sqlite: %d passed, %d failed, %d skipped\n", p, f, s + missing; exit f > 0 }' "$log"
