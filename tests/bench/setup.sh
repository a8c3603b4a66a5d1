#!/bin/bash
# Gets the peers of `make bench`, from Debian and npm only, into the folder given: SQLite's own csv virtual table,
# built from the source of Debian's sqlite3 package, and DuckDB. What cannot be had is said by name; the
# benchmarks do without it. Changes nothing outside the folder.
set -u
mkdir -p "$1"
cd "$1" || exit 1
here=$PWD
CC=${CC:-cc}

# Debian's package lists, with sources, in a folder of our own: the system's stay as they are.
get_source() {
    mkdir -p apt/parts apt/lists/partial apt/cache/archives/partial
    sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >apt/parts/debian.sources || return
    local options=(-qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$here/apt/parts"
        -o Dir::State::Lists="$here/apt/lists" -o Dir::Cache="$here/apt/cache" -o APT::Sandbox::User=)
    apt-get "${options[@]}" update || return
    (cd apt && apt-get "${options[@]}" source --download-only sqlite3) || return
    tar -xJf apt/sqlite3_*.orig.tar.xz --strip-components=3 --wildcards '*/ext/misc/csv.c'
}

get_csv() {
    [ -f csv.so ] && return
    get_source && $CC -O2 -fPIC -shared -o csv.so csv.c && rm -rf apt
}

get_duckdb() {
    [ -d node_modules/@duckdb/node-api ] && return
    npm install --silent --no-audit --no-fund --prefix . @duckdb/node-api
}

get_csv || echo "csv virtual table: not to be had" >&2
get_duckdb || echo "DuckDB: not to be had" >&2
exit 0
