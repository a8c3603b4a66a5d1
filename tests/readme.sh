#!/bin/bash
# Runs the examples of README.md: each block of SQL (```sql) through the shell, in one session for the whole
# file, and compares what it prints with the block of text (```text) right behind it. A block that is marked
# ```sql (not run) is left out. The commands of README.md are run by make itself.
. "$(dirname "$0")/shell.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v work="$work" '
    /^```/ && open { open = 0; if (kind == "text") print "\n.print --- end of " n > (work "/all.sql"); next }
    /^```sql$/ { n++; kind = "sql"; open = 1; next }
    /^```text$/ && kind == "sql" { kind = "text"; open = 1; next }
    /^```/ { kind = "other"; open = 1; next }
    open && kind == "sql" { print > (work "/all.sql") }
    open && kind == "text" { print > (work "/expected." n) }
' README.md
# README.md loads build/wmi; what is to be tested may have been built elsewhere.
sed -i "s|^\.load build/wmi\$|.load ${WMI:-build/wmi}|" "$work/all.sql"
wmi_shell <"$work/all.sql" >"$work/actual" 2>&1
awk -v work="$work" '/^--- end of / { out = ""; lines = 0; sub("--- end of ", ""); close(work "/actual." $0);
    for (i = 0; i < count; i++) print line[i] > (work "/actual." $0); count = 0; next } { line[count++] = $0 }' "$work/actual"
passed=0 failed=0
for expected in "$work"/expected.*; do
    n=${expected##*.}
    if diff -u --label "README.md, example $n" --label actual "$expected" "$work/actual.$n"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "readme: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
