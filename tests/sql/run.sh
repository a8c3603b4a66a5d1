#!/bin/bash
# Runs each tests/sql/NAME.sql through the sqlite3 shell and compares what it prints, errors included, with
# NAME.out. A first line '-- needs: PATH' skips the test where there is no such path; UPDATE=1 writes the
# outputs anew.
. "$(dirname "$0")/../shell.sh"
passed=0 failed=0 skipped=0
for sql in tests/sql/*.sql; do
    expected=${sql%.sql}.out
    needs=$(sed -n '1s/^-- needs: //p' "$sql")
    if [ -n "$needs" ] && [ ! -e "$needs" ]; then
        echo "skipped $sql: there is no $needs"
        skipped=$((skipped + 1))
        continue
    fi
    actual=$(wmi_shell <"$sql" 2>&1)
    if [ -n "${UPDATE-}" ]; then
        printf '%s\n' "$actual" >"$expected"
    fi
    if diff -u "$expected" <(printf '%s\n' "$actual"); then
        passed=$((passed + 1))
    else
        echo "$sql: differs"
        failed=$((failed + 1))
    fi
done
echo "sql: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
