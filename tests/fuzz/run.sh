#!/bin/bash
# Runs one fuzzer for so many seconds: tests/fuzz/run.sh PROGRAM SECONDS FOLDER SEEDS [OPTION …]
# FOLDER gets the inputs that reached new code, FOLDER.log what the fuzzer says, FOLDER_crash-… and the like what
# it found. Prints 'fuzz-NAME: N inputs, nothing found', or the end of the log.
set -u
program=$1 seconds=$2 folder=$3 seeds=$4
shift 4
mkdir -p "$folder"
name=fuzz-${folder##*/}
if "$program" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="${folder}_" "$@" "$folder" "$seeds" >"$folder.log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder.log") inputs, nothing found"
else
    tail -n 60 "$folder.log"
    echo "$name: FAILED; the whole log stands in $folder.log"
    exit 1
fi
