#!/bin/bash
# Runs the test targets one after the other and adds up what they say:
#   tests/run.sh MAKE TARGET …
# Each target ends with a line '[NAME: ]N passed, N failed[, N skipped]'. One that fails without such a line
# counts as one failure. SKIP_TESTS names targets to leave out.
set -u
make=$1
shift
passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for target in "$@"; do
    case " ${SKIP_TESTS-} " in
    *" $target "*) continue ;;
    esac
    "$make" --no-print-directory "$target" >"$log" 2>&1
    code=$?
    counts=$(grep -E '^([a-z0-9-]+: )?[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$log" | tail -n 1)
    if [ -n "$counts" ]; then
        read -r p f s <<<"$(sed -E 's/^([^:]*: )?([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$/\2 \3 \5/' <<<"$counts")"
    else
        p=0 f=0 s=0
    fi
    [ $code -eq 0 ] || [ "$f" -gt 0 ] || f=1
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
    if [ $code -ne 0 ]; then
        cat "$log"
        echo "$target: FAILED"
    else
        grep -E '^ *skipped' "$log"
        [[ $counts == *:* ]] || counts="$target: ${counts:-no test counted}"
        echo "$counts"
    fi
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
