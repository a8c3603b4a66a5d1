#!/bin/bash
# Runs SQL tests through the shell under valgrind: no byte may be lost, no wrong access made.
. "$(dirname "$0")/shell.sh"
if ! command -v valgrind >/dev/null; then
    echo "skipped: there is no valgrind"
    echo "leaks: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
passed=0 failed=0
for sql in main_job tables functions trust; do
    if valgrind -q --leak-check=full --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=all \
        --error-exitcode=9 "${SQLITE3:-sqlite3}" :memory: -cmd ".load ${WMI:-build/wmi}" \
        <"tests/sql/$sql.sql" >/dev/null 2>build/leaks.log; [ $? -ne 9 ]; then
        passed=$((passed + 1))
    else
        cat build/leaks.log
        failed=$((failed + 1))
    fi
done
echo "leaks: $passed passed, $failed failed"
[ $failed -eq 0 ]
