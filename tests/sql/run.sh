#!/bin/bash
# Runs each tests/sql/NAME.sql through the sqlite3 shell and compares what it prints, errors included, with
# NAME.out. UPDATE=1 writes the outputs anew. Lines at its head may say:
#   -- needs: PATH            skip the test where there is no such path
#   -- system: NAME …         skip it on other systems (SYSTEM)
#   -- needs SQLite: VERSION  skip it with an older shell
#   -- plans: FIRST..LAST     the versions that show the plans of NAME.out, either end may be left out; with others
#                             the answers alone are compared
# shellcheck source=tests/shell.sh
. "$(dirname "$0")/../shell.sh"
version=$("${SQLITE3:-sqlite3}" --version | cut -d ' ' -f 1)
# What tests write. The shell of another system makes no folders as ours does.
mkdir -p build/export
passed=0 failed=0 skipped=0

# What the shell itself says of an error differs from version to version.
without_shell() {
    sed -E -e 's/^(Runtime error|Parse error|Error):? near line ([0-9]+): /Error near line \2: /' \
        -e '/^Error near line/s/ \([0-9]+\)$//' |
        awk '/^ *(\^--- error here|error here ---\^)$/ { held = 0; next }
             held { print line } { line = $0; held = 1 } END { if (held) print line }'
}

without_plans() {
    grep -vE '^(QUERY PLAN|[ |]*[|`]--.*)$'
}

# head_of SQL NAME: what the line NAME at the test's head says.
head_of() {
    sed -n "/^--/!q; s/^-- $2: //p" "$1"
}

# in_order VERSION …: is none older than the one before it? Empty ones stand for any.
in_order() {
    printf '%s\n' "$@" | sed '/^$/d' | sort -V -C
}

skip() {
    echo "skipped $1"
    skipped=$((skipped + 1))
}

for sql in tests/sql/*.sql; do
    expected=${sql%.sql}.out
    needs=$(head_of "$sql" needs)
    if [ -n "$needs" ] && [ ! -e "$needs" ]; then
        skip "$sql: there is no $needs"
        continue
    fi
    systems=$(head_of "$sql" system)
    if [ -n "$systems" ] && [[ " $systems " != *" ${SYSTEM:-linux} "* ]]; then
        skip "$sql: on $SYSTEM there is nothing like it"
        continue
    fi
    needs=$(head_of "$sql" 'needs SQLite')
    if ! in_order "$needs" "$version"; then
        skip "$sql: it needs SQLite $needs, and this is $version"
        continue
    fi
    plans=$(head_of "$sql" plans) kept=without_plans
    in_order "${plans%..*}" "$version" "${plans#*..}" && kept='cat'
    actual=$(wmi_shell <"$sql" 2>&1 | without_shell)
    compare() {
        diff -u --label "$expected" --label "SQLite $version" <(without_shell <"$expected" | $kept) \
            <(printf '%s\n' "$actual" | $kept)
    }
    if [ -n "${UPDATE-}" ] && [ $kept = cat ] && ! compare >/dev/null 2>&1; then
        printf '%s\n' "$actual" >"$expected"
    fi
    if compare; then
        passed=$((passed + 1))
    else
        echo "$sql: differs"
        failed=$((failed + 1))
    fi
done
echo "sql: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
