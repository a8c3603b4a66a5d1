#!/bin/bash
# Runs each tests/sql/NAME.sql through the sqlite3 shell and compares what it prints, errors included, with
# NAME.out. A first line '-- needs: PATH' skips the test where there is no such path, '-- system: NAME …' on other
# systems (SYSTEM); UPDATE=1 writes the outputs anew.
. "$(dirname "$0")/../shell.sh"
# Shells of other versions call errors by other names, and show where in the statement an error is, or not.
ours() {
    sed -E 's/^(Parse error|Runtime error|Error:) near line/Error near line/' |
        awk '/^ *\^--- error here$/ { held = ""; next } NR > 1 && held != "" { print held } { held = $0; if ($0 == "") { print; held = "" } } END { if (held != "") print held }'
}
passed=0 failed=0 skipped=0
for sql in tests/sql/*.sql; do
    expected=${sql%.sql}.out
    needs=$(sed -n '1s/^-- needs: //p' "$sql")
    if [ -n "$needs" ] && [ ! -e "$needs" ]; then
        echo "skipped $sql: there is no $needs"
        skipped=$((skipped + 1))
        continue
    fi
    systems=$(sed -n '1s/^-- system: //p' "$sql")
    if [ -n "$systems" ] && [[ " $systems " != *" ${SYSTEM:-linux} "* ]]; then
        echo "skipped $sql: on $SYSTEM there is nothing like it"
        skipped=$((skipped + 1))
        continue
    fi
    actual=$(wmi_shell <"$sql" 2>&1)
    if [ -n "${UPDATE-}" ]; then
        printf '%s\n' "$actual" >"$expected"
    fi
    if diff -u --label "$expected" <(ours <"$expected") <(printf '%s\n' "$actual" | ours); then
        passed=$((passed + 1))
    else
        echo "$sql: differs"
        failed=$((failed + 1))
    fi
done
echo "sql: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
