#!/bin/bash
# Loads what sql/export_postgresql.sql writes into a private PostgreSQL server and compares its answers with the
# extension's: every cell, random calls, value maps, and a join of a million rows. The server listens on a
# Unix socket in a folder of its own and is gone afterwards, whatever happens.
. "$(dirname "$0")/../shell.sh"
set -euo pipefail
root=$PWD
skip() { echo "skipped the PostgreSQL test: $1"; echo 'postgresql: 0 passed, 0 failed, 1 skipped'; exit 0; }
unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGOPTIONS PGSERVICE PGPASSWORD PGCLIENTENCODING

bin=${PGBIN-}
for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo none/none)")"; do
    [ -z "$bin" ] && [ -x "$folder/initdb" ] && bin=$folder
done
[ -n "$bin" ] && [ -x "$bin/initdb" ] || skip 'PostgreSQL is not installed'
version=$("$bin/postgres" --version | grep -o '[0-9]*' | head -1)
[ "$version" -ge 14 ] || skip "PostgreSQL $version is too old"

# The server refuses to run as root.
as_server=
if [ "$(id -u)" = 0 ]; then
    getent passwd postgres >/dev/null && command -v setpriv >/dev/null || skip 'run as root, and there is no user postgres'
    as_server='setpriv --reuid postgres --regid postgres --clear-groups'
fi

# Not under build/: a checkout may be closed to that user, and a socket's path has to be short.
work=$(mktemp -d /tmp/wmi-pg.XXXXXX)
trap '[ -f "$work/data/postmaster.pid" ] && (cd / && $as_server "$bin/pg_ctl" -D "$work/data" -m immediate -s stop) || true; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
mkdir "$work/data"
[ -z "$as_server" ] || chown postgres "$work" "$work/data"
chmod 755 "$work"

timed() { # NAME COMMAND …
    local name=$1 start=$EPOCHREALTIME
    shift
    "$@"
    printf 'postgresql: %6.2f s  %s\n' "$(awk "BEGIN { print $EPOCHREALTIME - $start }")" "$name"
}
psql() { "$bin/psql" -X -q -h "$work" -U postgres -v ON_ERROR_STOP=1 "$@"; }

# A Turkish database, where lower('I') is no 'i': answers must not follow the database's language.
start_server() {
    (cd / && $as_server "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$work/log" &&
        $as_server "$bin/pg_ctl" -D "$work/data" -l "$work/data/log" -w -s start -o "-k $work -c listen_addresses= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
            -c max_wal_size=4GB -c shared_buffers=128MB -c autovacuum=off") || { cat "$work/log" "$work/data/log"; return 1; }
    psql -d postgres -c "CREATE DATABASE wmi TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C'" 2>/dev/null ||
        psql -d postgres -c 'CREATE DATABASE wmi TEMPLATE template0'
}
mkdir "$work/builtin" "$work/odd"
write_export() { wmi_shell -bail "SELECT wmi_load($2)" '.read sql/export_postgresql.sql' | tail -n +2 >"$work/$1/wmi.sql"; }
expect_report() { wmi_shell -bail "SELECT wmi_load($2)" ".cd $work/$1" ".read $root/tests/postgresql/expected_report.sql" >/dev/null; }
expect() { wmi_shell -bail "SELECT wmi_load($virtualization)" '.read data/inventory.sql' ".cd $work" ".read $root/tests/postgresql/expected.sql" >/dev/null; }
load_export() { psql -d wmi -1 -f "$work/$1/wmi.sql"; }
load_report() { (cd "$work/$1" && psql -d wmi -f "$root/tests/postgresql/load_report.sql"); }
load_expected() { (cd "$work" && psql -d wmi -f "$root/tests/postgresql/load.sql"); }
compare() { psql -d wmi -At -f "tests/postgresql/$1.sql" | tee -a "$work/results"; }

# The Hyper-V namespace of the built-in report: the export takes no class name that stands in several namespaces.
virtualization="'$work/virtualization.csv'"
one_namespace() { grep -E '^(Namespace,|root.virtualization.v2,)' data/wmi_members.csv >"$work/virtualization.csv"; }

# First a small report with all that COPY has to escape and all that a value map may hold, then the built-in one.
odd_report() {
    write_export odd "'tests/postgresql/odd.csv'"
    expect_report odd "'tests/postgresql/odd.csv'"
    load_export odd
    load_report odd
    compare members
    compare cells
    compare labels
}

timed 'server started' start_server
timed 'a small, odd report' odd_report
one_namespace
timed 'export written by the shell' write_export builtin "$virtualization"
timed "export loaded, $(($(wc -c <"$work/builtin/wmi.sql") / 1000)) kB" load_export builtin
timed 'answers of the extension' expect_report builtin "$virtualization"
timed '  and of random calls' expect
timed 'answers loaded into PostgreSQL' load_report builtin
timed '  and a million rows' load_expected
timed 'every member' compare members
timed 'every cell' compare cells
timed 'wmi_label' compare labels
timed 'wmi_build' compare builds
timed 'available_on' compare calls
timed '1,000,000 rows by a join' compare join
timed '100,000 rows by available_on' compare each_row

# Each line says 'NAME: N compared, D differ'; an example follows what differs.
[ "$(grep -c ' compared, 0 differ$' "$work/results")" = 12 ] && ! grep -vq ' compared, 0 differ$' "$work/results" ||
    { echo 'postgresql: differs'; exit 1; }
echo 'postgresql: 12 passed, 0 failed'
