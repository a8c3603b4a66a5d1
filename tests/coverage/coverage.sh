#!/bin/bash
# Adds up what the instrumented build in a folder has counted: tests/coverage/coverage.sh FOLDER
# Writes FOLDER/index.html and prints a table by file, each function that nothing calls, and last
# 'coverage: functions N of N, branches P %'. Fails below BRANCHES percent (95) or with such a function.
set -euo pipefail
folder=$1
gcovr --root . --filter 'ext/' --exclude 'ext/tools/' --exclude-unreachable-branches --exclude-throw-branches \
    --gcov-ignore-parse-errors --html-details "$folder/index.html" --json "$folder/all.json" \
    --branches --txt "$folder/all.txt" "$folder"
grep -E '^(ext/|TOTAL)' "$folder/all.txt"
/usr/bin/python3 - "$folder/all.json" "${BRANCHES:-95}" <<'END'
import json
import sys

branches = taken = functions = called = 0
for file in json.load(open(sys.argv[1], encoding="utf-8"))["files"]:
    for line in file["lines"]:
        for branch in line.get("branches", []):
            branches += 1
            taken += branch["count"] > 0
    for function in file.get("functions", []):
        functions += 1
        called += function["execution_count"] > 0
        if not function["execution_count"]:
            print(f"{file['file']}:{function['lineno']}: nothing calls {function['name']}")
percent = 100 * taken / branches
print(f"coverage: functions {called} of {functions}, branches {percent:.1f} % ({taken} of {branches})")
sys.exit(called < functions or percent < float(sys.argv[2]))
END
