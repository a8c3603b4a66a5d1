#!/bin/bash
# The scripts of sql/fleet over three private PostgreSQL servers: conditions travel, the answer is SQLite's, and while a server is
# gone there is an error and no answer.
. "$(dirname "$0")/../shell.sh"
. tests/postgresql/server.sh
. tests/postgresql/fleet.sh
set -euo pipefail
skip() { echo "skipped the fleet of PostgreSQL servers: $1"; echo 'fleet: 0 passed, 0 failed, 1 skipped'; exit 0; }
passed=0 failed=0
check() { # NAME COMMAND …
    if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "fleet: failed: $1"; fi
}
find_postgresql
relocate_postgresql
[ -e "$tree$("$pg_config" --sharedir)/extension/postgres_fdw.control" ] || skip 'PostgreSQL comes without postgres_fdw'
timed 'three servers and a coordinator' start_fleet
timed "$rows rows by SQLite, and into the shards" fill_fleet

by_function='SELECT host_id, os_version, class, member FROM inventory WHERE wmi.available_on(class, member, os_version) = 0 ORDER BY host_id'
by_join='SELECT host_id, os_version, class, member FROM broken ORDER BY host_id'
same() { coordinator -c "\\copy ($1) to '$work/answer.tsv'" && cmp "$work/broken.tsv" "$work/answer.tsv"; }
counts() { [ "$(grep -c -- "$1" "$work/plan")" = "$2" ] || { cat "$work/plan"; false; }; }

check 'each shard holds its part' test "$(for name in one two three; do psql_of "$name" -d fleet -At -c "SELECT count(*) > $rows / 4 FROM inventory_part"; done | tr -d '\n')" = ttt
coordinator -At -c "EXPLAIN (VERBOSE, COSTS OFF) $by_function" >"$work/plan"
check 'the function travels' counts 'Remote SQL: .*WHERE ((wmi.available_on(class, member, os_version) = 0))' 3
check 'all shards are asked at once' counts 'Async Foreign Scan' 3
coordinator -At -c "EXPLAIN (VERBOSE, COSTS OFF) $by_join" >"$work/plan"
check 'the join of each shard travels' counts 'Remote SQL: .*broken_part' 3
check 'by the function, the answer is that of SQLite' same "$by_function"
check 'by the join too' same "$by_join"

# One server goes while it is asked: it waits for a table that is locked, so that the question is under way for certain.
psql_of three -d fleet -c 'BEGIN' -c 'LOCK TABLE inventory_part' -c 'SELECT pg_sleep(60)' >/dev/null 2>&1 &
until [ "$(psql_of three -d fleet -At -c "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'inventory_part'::regclass")" = 1 ]; do sleep 0.05; done
coordinator -At -c 'SELECT count(*) FROM inventory WHERE wmi.available_on(class, member, os_version) = 0' >"$work/out" 2>"$work/err" &
asking=$!
until [ "$(psql_of three -d postgres -At -c "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")" = 1 ]; do sleep 0.05; done
stop_server three
check 'a server that goes while it is asked is an error' test "$(wait $asking && echo none || echo some)" = some
check '  without an answer' test ! -s "$work/out"
check '  that says what happened' grep -Eq 'ERROR: .*(server closed the connection|terminating connection|could not receive)' "$work/err"
check 'while it is gone there is an error' test "$(coordinator -At -c 'SELECT count(*) FROM broken' 2>"$work/err" || echo none)" = none
check '  that names the server' grep -q 'could not connect to server "three"' "$work/err"
timed 'the server again' start_server three -c max_connections=40
check 'started again, the answer is whole' same "$by_function"
check '  and so is that of the join' same "$by_join"

# The way back: what one host needs, as a table of a SQLite database, asked the same.
psql_of two -d fleet -c "\\copy (SELECT * FROM inventory_part ORDER BY host_id LIMIT 1000) to '$work/share.csv' csv"
answer=$(wmi_shell -bail "CREATE TABLE inventory(host_id INTEGER, os_version TEXT, class TEXT, member TEXT)" ".import --csv $work/share.csv inventory" \
    "SELECT count(*) FROM inventory WHERE available_on(class, member, os_version) = 0")
check 'a share kept in SQLite answers the same' test "$answer" = "$(psql_of two -d fleet -At -c "SELECT count(*) FROM
    (SELECT * FROM inventory_part ORDER BY host_id LIMIT 1000) i WHERE wmi.available_on(class, member, os_version) = 0")"
echo "fleet: $passed passed, $failed failed"
exit "$failed"
