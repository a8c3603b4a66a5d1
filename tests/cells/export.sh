#!/bin/bash
# What sql/export_csv.sql writes loads again as the same report: the built-in one, and an odd one.
. "$(dirname "$0")/../shell.sh"
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# All that a file of members can say of the report at $1, an SQL literal.
dump() {
    wmi_shell "SELECT wmi_load($1)" 'SELECT * FROM wmi_members' 'SELECT * FROM wmi_availability' \
        'SELECT * FROM wmi_values WHERE parameter IS NULL' \
        'SELECT namespaces, classes, members, builds, available, absent, unknown, inferred FROM wmi_report'
}

for report in NULL "'tests/postgresql/odd.csv'" "'tests/fixtures/read/whole/members.csv'"; do
    wmi_shell "SELECT wmi_load($report)" '.read sql/export_csv.sql' | tail -n +2 >"$work/export.csv"
    dump "$report" >"$work/expected"
    dump "'$work/export.csv'" >"$work/found"
    if [ -s "$work/expected" ] && diff "$work/expected" "$work/found" | head -n 10 | grep .; then
        echo "export: $report differs"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
# A plain SELECT has the same members and cells, but no marks of what is inferred and no value maps.
wmi_shell -csv -header 'SELECT * FROM wmi_members' >"$work/export.csv"
wmi_shell 'SELECT * FROM wmi_members' >"$work/expected"
wmi_shell "SELECT wmi_load('$work/export.csv')" 'SELECT * FROM wmi_members' | tail -n +2 >"$work/found"
if [ -s "$work/expected" ] && cmp "$work/expected" "$work/found"; then
    passed=$((passed + 1))
else
    echo 'export: a plain SELECT differs'
    failed=$((failed + 1))
fi
echo "export: $passed passed, $failed failed"
[ $failed -eq 0 ]
