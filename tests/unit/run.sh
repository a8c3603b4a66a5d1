#!/bin/bash
# Runs cmocka programs and adds up what they say. Shows the output of those that fail, and every line that
# says what was skipped and why. RUN is what runs a program that is not for this machine.
set -u
passed=0 failed=0 skipped=0
for program in "$@"; do
    output=$(${RUN-} "$program" 2>&1)
    code=$?
    p=$(grep -c '^\[       OK \]' <<<"$output")
    s=$(sed -nE 's/^\[  SKIPPED \] (.*: )?([0-9]+) test\(s\).*/\2/p' <<<"$output" | tail -n 1)
    s=${s:-0}
    f=$(sed -nE 's/^\[  FAILED  \] (.*: )?([0-9]+) test\(s\).*/\2/p' <<<"$output" | tail -n 1)
    f=${f:-0}
    [ $code -eq 0 ] || [ "$f" -gt 0 ] || f=1
    [ $code -eq 0 ] && [ $((p + s)) -gt 0 ] || echo "$program:"$'\n'"$output"
    grep -iE '^ *skipped' <<<"$output"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "unit: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
