#!/bin/bash
# The same inventory and question, in one run: one PostgreSQL server beside three, the function beside the join, and the SQLite
# extension. FLEET_ROWS says how many rows. The best of three, in seconds by the clock.
. "$(dirname "$0")/../shell.sh"
. tests/postgresql/server.sh
rows=${FLEET_ROWS:-1000000}
FLEET_ROWS=$rows
. tests/postgresql/fleet.sh
set -euo pipefail
skip() { echo "skipped the benchmark of the fleet: $1"; exit 0; }
find_postgresql
relocate_postgresql
start_fleet
fill_fleet
join='WITH uses AS MATERIALIZED (SELECT DISTINCT class, member, os_version FROM arrived),
  broken AS MATERIALIZED (SELECT * FROM uses u WHERE wmi.available_on(u.class, u.member, u.os_version) = 0)
  SELECT count(*) FROM arrived JOIN broken USING (class, member, os_version)'
postgresql() { # NAME QUERY

    for _ in 1 2 3; do coordinator -At -c '\timing on' -c "$2"; done |
        awk -v name="$1" '/^[0-9]+$/ { answer = $1 } /^Time:/ { if (!best || $2 < best) best = $2 } END { printf "%-44s %8.2f s  %d rows\n", name, best / 1000, answer }'
}
sqlite() { # NAME QUERY
    wmi_shell <<SQL | awk -v name="$1" '/^[0-9]+$/ { answer = $1 } /real/ { if (!best || $4 < best) best = $4 } END { printf "%-44s %8.2f s  %d rows\n", name, best, answer }'
ATTACH '$work/rows.db' AS fleet;
.timer on
$2
$2
$2
SQL
}
echo "$rows rows; $(nproc) cores; $("$bin/postgres" --version)"
postgresql 'one server, the function' 'SELECT count(*) FROM arrived WHERE wmi.available_on(class, member, os_version) = 0'
alone='-c max_parallel_workers_per_gather=0' # of the session
PGOPTIONS=$alone postgresql 'one server, one process, the function' 'SELECT count(*) FROM arrived WHERE wmi.available_on(class, member, os_version) = 0'
postgresql 'one server, the join' "$join"
PGOPTIONS=$alone postgresql 'one server, one process, the join' "$join"
postgresql 'three servers, the function' 'SELECT count(*) FROM inventory WHERE wmi.available_on(class, member, os_version) = 0'
postgresql 'three servers, the join' 'SELECT count(*) FROM broken'
sqlite 'SQLite, the function' 'SELECT count(*) FROM inventory WHERE available_on(class, member, os_version) = 0;'
plain=${join//arrived/inventory}
sqlite 'SQLite, the join' "${plain//wmi./};"
