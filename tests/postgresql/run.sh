#!/bin/bash
# The extension that `make postgresql` writes, in a private PostgreSQL server, compared with the SQLite extension: every row of
# the views, every cell, every function on random calls, all version strings, and a join of a million rows.
. "$(dirname "$0")/../shell.sh"
. tests/postgresql/server.sh
set -euo pipefail
root=$PWD
skip() { echo "skipped the PostgreSQL test: $1"; echo 'postgresql: 0 passed, 0 failed, 1 skipped'; exit 0; }
find_postgresql
relocate_postgresql
psql() { psql_of one "$@"; }

# A Turkish database, where lower('I') is no 'i': answers must not follow the database's language.
start() {
    start_server one
    psql -d postgres -c "CREATE DATABASE wmi TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C'" 2>/dev/null ||
        psql -d postgres -c 'CREATE DATABASE wmi TEMPLATE template0'
}
install() { # OPTION …: `make install-postgresql` into the private tree
    ${MAKE:-make} --no-print-directory -s V=1 install-postgresql POSTGRESQL="$work/written" PG_CONFIG="$pg_config" DESTDIR="$tree" "$@" >/dev/null
}
mkdir "$work/builtin" "$work/odd"
expect_report() { wmi_shell -bail "SELECT wmi_load($2)" ".cd $work/$1" ".read $root/tests/postgresql/expected_report.sql" >/dev/null; }
load_report() { (cd "$work/$1" && psql -d wmi -f "$root/tests/postgresql/load_report.sql"); }
expect() {
    { cat ../shared/cases/versions.tsv 2>/dev/null || true; cat tests/fixtures/versions.tsv; } | sed '/^#/d; s/.*\t//' | tr '\n' '\036' >"$work/cases.txt"
    wmi_shell -bail '.read data/inventory.sql' ".cd $work" ".read $root/tests/postgresql/expected.sql" >/dev/null
}
load_expected() { (cd "$work" && psql -d wmi -f "$root/tests/postgresql/load.sql"); }
compare() { psql -d wmi -At -f "tests/postgresql/$1.sql" | tee -a "$work/results"; }

# First a small report with all that has to be escaped and all that a value map may hold, as version 0.1; a view that stands on it
# has to outlive the update to the built-in report.
odd_report() {
    install REPORT=tests/postgresql/odd.csv POSTGRESQL_VERSION=0.1
    expect_report odd "'tests/postgresql/odd.csv'"
    psql -d wmi -c "CREATE EXTENSION wmi VERSION '0.1'"
    load_report odd
    compare members
    compare cells
    compare labels
    psql -d wmi -c 'CREATE VIEW standing AS SELECT class, member, wmi.available_on(class, member, build) AS answer FROM wmi.availability'
}
update() { psql -d wmi -c 'ALTER EXTENSION wmi UPDATE'; }

# As a user who owns nothing but a database: the extension; and where it cannot be installed, the same file by psql. Others may ask.
by_owner() {
    psql -d postgres -c 'CREATE ROLE owner LOGIN' -c 'CREATE ROLE reader LOGIN' -c 'CREATE DATABASE owned OWNER owner' -c 'CREATE DATABASE other OWNER owner'
    psql -d owned -U owner -c 'CREATE EXTENSION wmi'
    psql -d other -U owner -1 -f "$work/written/wmi--$version_now.sql"
    for database in owned other; do
        psql -d $database -U reader -At -c "SELECT format('$database: %s compared, %s differ', 3, 3 - (
          (wmi.available_on('Win32_Process', 'Create', '10.0.17763') = 1)::integer + (wmi.wmi_build('Windows Server 2022') = 20348)::integer
          + (SELECT count(*) > 600000 FROM wmi.availability)::integer))" | tee -a "$work/results"
    done
}

# User time of the server for a row, without what it costs to read the rows.
timing() {
    psql -d wmi -At -f tests/postgresql/timing.sql 2>&1 | awk '
        /user, .* system, .* elapsed/ { time = $2 }
        /^row/ { printf "postgresql: %6.2f µs of CPU a row: %s\n", (time - base) * 1e6 / $2, substr($0, index($0, $3)); next }
        /^base/ { base = time }'
}

version_now=$(sed -n 's/^#define WMI_VERSION  *"\(.*\)"/\1/p' include/wmi.h)
timed 'server started' start
timed 'a small, odd report' odd_report
timed 'extension written' install POSTGRESQL_UPDATES=0.1
timed "  updated to it, $(($(wc -c <"$work/written/wmi--$version_now.sql") / 1000)) kB" update
timed '  twice loaded by whom a database belongs to' by_owner
timed 'answers of the SQLite extension' expect_report builtin NULL
timed '  and of random calls' expect
timed 'answers loaded into PostgreSQL' load_report builtin
timed '  and a million rows' load_expected
timed 'every row of the views' compare members
timed 'every cell' compare cells
timed 'wmi_label' compare labels
timed 'wmi_build' compare builds
timed 'every function' compare calls
timed '1,000,000 rows by a join, and each use once' compare join
timed '100,000 rows by available_on' compare each_row
timing

[ "$(wc -c <"$work/written/wmi--$version_now.sql")" -le 4000000 ] || { echo 'postgresql: the script has more than 4 MB'; exit 1; }
# Each line says 'NAME: N compared, D differ'; an example follows what differs.
[ "$(grep -c ' compared, 0 differ$' "$work/results")" = 28 ] && ! grep -vq ' compared, 0 differ$' "$work/results" ||
    { echo 'postgresql: differs'; exit 1; }
echo 'postgresql: 28 passed, 0 failed'
