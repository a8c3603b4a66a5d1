# shellcheck shell=bash
# shellcheck disable=SC2154 # server.sh sets them
# Sourced by fleet_test.sh and fleet_bench.sh, behind server.sh: three PostgreSQL servers, one, two and three, each a shard in its
# database fleet; the database fleet_all of server one is the coordinator. $rows says how many rows the inventory has.
rows=${FLEET_ROWS:-100000}
coordinator() { psql_of one -d fleet_all "$@"; }
start_fleet() {
    ${MAKE:-make} --no-print-directory -s V=1 install-postgresql POSTGRESQL="$work/written" PG_CONFIG="$pg_config" DESTDIR="$tree" >/dev/null
    local name
    for name in one two three; do
        start_server "$name" -c max_connections=40
        psql_of "$name" -d postgres -c 'CREATE DATABASE fleet'
        psql_of "$name" -d fleet -c 'CREATE EXTENSION wmi' -f sql/fleet/shard.sql
    done
    psql_of one -d postgres -c 'CREATE DATABASE fleet_all'
    coordinator -c 'CREATE EXTENSION wmi' -c 'CREATE TABLE shards (name text PRIMARY KEY, host text, port text, dbname text, username text)' \
        -c "INSERT INTO shards SELECT n, '$work/' || n, '5432', 'fleet', 'postgres' FROM unnest(ARRAY['one', 'two', 'three']) n" \
        -f sql/fleet/coordinator.sql
}
# What the extension says of the rows, and the rows into the shards: they go through the coordinator.
fill_fleet() {
    local name
    local folder=$PWD
    wmi_shell -bail '.read data/inventory.sql' '.parameter init' ".parameter set @rows $rows" ".cd $work" ".read $folder/tests/postgresql/fleet_rows.sql"
    coordinator -c 'CREATE UNLOGGED TABLE arrived (host_id bigint, os_version text, class text, member text)' -c "\\copy arrived from '$work/rows.tsv'" \
        -c 'INSERT INTO inventory SELECT * FROM arrived' -c 'ANALYZE arrived'
    for name in one two three; do psql_of "$name" -d fleet -c 'ANALYZE inventory_part'; done
}
